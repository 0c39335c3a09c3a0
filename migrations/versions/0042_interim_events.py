"""a row of the plan may be an interim report event, which has a place"""

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("activities") as batch_op:
        batch_op.add_column(sa.Column("interim", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("place", sa.String(), server_default="", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("activities") as batch_op:
        batch_op.drop_column("place")
        batch_op.drop_column("interim")
