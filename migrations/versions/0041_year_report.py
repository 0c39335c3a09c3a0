"""the report of a teacher on a school year"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = models.base.Instant(timezone=True)


def upgrade() -> None:
    op.create_table(
        "year_reports",
        sa.Column("id", KEY, nullable=False),
        sa.Column("route_id", KEY, nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("paragraphs", sa.JSON(), nullable=False),
        sa.Column("by_hand", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("returned", sa.String(), nullable=False),
        sa.Column("decided_by_id", KEY, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("begun_at", INSTANT, nullable=False),
        sa.Column("sent_at", INSTANT, nullable=True),
        sa.Column("decided_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["route_id"], ["routes.id"], name=op.f("fk_year_reports_route_id")),
        sa.ForeignKeyConstraint(["decided_by_id"], ["people.id"], name=op.f("fk_year_reports_decided_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_year_reports")),
        sa.UniqueConstraint("route_id", "year", name=op.f("uq_year_reports_route_id_year")),
    )
    with op.batch_alter_table("year_reports") as batch_op:
        batch_op.create_index(batch_op.f("ix_year_reports_year"), ["year"], unique=False)


def downgrade() -> None:
    op.drop_table("year_reports")
