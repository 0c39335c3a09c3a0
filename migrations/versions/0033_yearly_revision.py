"""the yearly correction of a route, also without a change"""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "yearly_looks",
        sa.Column("organisation_id", KEY, autoincrement=False, nullable=False),
        sa.Column("looked_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_yearly_looks_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", name=op.f("pk_yearly_looks")),
    )
    with op.batch_alter_table("corrections") as batch_op:
        batch_op.alter_column("activity_id", existing_type=KEY, nullable=True)


def downgrade() -> None:
    op.execute("DELETE FROM corrections WHERE activity_id IS NULL")
    with op.batch_alter_table("corrections") as batch_op:
        batch_op.alter_column("activity_id", existing_type=KEY, nullable=False)
    op.drop_table("yearly_looks")
