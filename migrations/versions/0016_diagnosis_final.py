"""when a diagnosis was held; what a teacher says of the final one"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = models.base.Instant(timezone=True)


def upgrade() -> None:
    with op.batch_alter_table("diagnoses") as batch_op:
        batch_op.add_column(sa.Column("phase", sa.String(length=32), nullable=False, server_default="entry"))
    with op.batch_alter_table("diagnoses") as batch_op:
        batch_op.alter_column("phase", server_default=None)
    op.create_table(
        "final_diagnoses",
        sa.Column("route_id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("declined_at", INSTANT, nullable=True),
        sa.Column("achieved", sa.String(), nullable=False),
        sa.Column("hard", sa.String(), nullable=False),
        sa.Column("ahead", sa.String(), nullable=False),
        sa.Column("reflected_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["route_id"], ["routes.id"], name=op.f("fk_final_diagnoses_route_id")),
        sa.PrimaryKeyConstraint("route_id", name=op.f("pk_final_diagnoses")),
    )


def downgrade() -> None:
    op.drop_table("final_diagnoses")
    with op.batch_alter_table("diagnoses") as batch_op:
        batch_op.drop_column("phase")
