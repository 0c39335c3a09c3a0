"""organisations whose people go without names in the chat"""

import sqlalchemy as sa
from alembic import op

revision = "0049"
down_revision = "0048"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("organisations") as batch_op:
        batch_op.add_column(sa.Column("discreet", sa.Boolean(), server_default=sa.false(), nullable=False))
    for table in ("people", "paper_slots"):
        with op.batch_alter_table(table) as batch_op:
            batch_op.add_column(sa.Column("alias", sa.String(), server_default="", nullable=False))


def downgrade() -> None:
    for table in ("paper_slots", "people"):
        with op.batch_alter_table(table) as batch_op:
            batch_op.drop_column("alias")
    with op.batch_alter_table("organisations") as batch_op:
        batch_op.drop_column("discreet")
