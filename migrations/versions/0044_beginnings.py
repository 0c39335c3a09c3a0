"""how a route begins: reasons, questions to check oneself, expected achievements"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = models.base.Instant(timezone=True)


def upgrade() -> None:
    op.create_table(
        "route_beginnings",
        sa.Column("route_id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("own", sa.String(), nullable=False),
        sa.Column("checked", sa.JSON(), nullable=False),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["route_id"], ["routes.id"], name=op.f("fk_route_beginnings_route_id")),
        sa.PrimaryKeyConstraint("route_id", name=op.f("pk_route_beginnings")),
    )
    op.create_table(
        "expectations",
        sa.Column("route_id", KEY, nullable=False),
        sa.Column("direction", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["route_id"], ["routes.id"], name=op.f("fk_expectations_route_id")),
        sa.PrimaryKeyConstraint("route_id", "direction", name=op.f("pk_expectations")),
    )


def downgrade() -> None:
    op.drop_table("expectations")
    op.drop_table("route_beginnings")
