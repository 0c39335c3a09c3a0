"""hat: the role whose menu an account shows"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("accounts") as batch_op:
        batch_op.add_column(sa.Column("hat", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("accounts") as batch_op:
        batch_op.alter_column("hat", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("accounts") as batch_op:
        batch_op.drop_column("hat")
