"""what a helper types into the sheet of a teacher; reports and the sheet are handed over apart"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = models.base.Instant(timezone=True)


def upgrade() -> None:
    op.create_table(
        "sheet_typed",
        sa.Column("id", KEY, nullable=False),
        sa.Column("sheet_id", KEY, nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("by_id", KEY, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["sheet_id"], ["sheets.id"], name=op.f("fk_sheet_typed_sheet_id")),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_sheet_typed_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sheet_typed")),
        sa.UniqueConstraint("sheet_id", "code", name=op.f("uq_sheet_typed_sheet_id_code")),
    )
    with op.batch_alter_table("delegations") as batch_op:
        batch_op.add_column(sa.Column("covers", sa.String(32), server_default="reports", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("delegations") as batch_op:
        batch_op.drop_column("covers")
    op.drop_table("sheet_typed")
