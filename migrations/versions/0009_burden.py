"""burden: whose an update was and what it was about; the sums by month"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "burdens",
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("task", sa.String(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("messages", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_burdens_person_id")),
        sa.PrimaryKeyConstraint("person_id", "task", "month", name=op.f("pk_burdens")),
    )
    with op.batch_alter_table("taken_updates") as batch_op:
        batch_op.add_column(sa.Column("account_id", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("task", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("taken_updates") as batch_op:
        batch_op.alter_column("task", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("taken_updates") as batch_op:
        batch_op.drop_column("task")
        batch_op.drop_column("account_id")
    op.drop_table("burdens")
