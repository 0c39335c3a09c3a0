"""years of long routes, and which of several routes its walker turned to"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = models.base.Instant(timezone=True)


def upgrade() -> None:
    op.create_table(
        "route_years",
        sa.Column("id", KEY, nullable=False),
        sa.Column("route_id", KEY, nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("mentee_at", INSTANT, nullable=True),
        sa.Column("mentor_id", KEY, nullable=True),
        sa.Column("mentor_at", INSTANT, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["route_id"], ["routes.id"], name=op.f("fk_route_years_route_id")),
        sa.ForeignKeyConstraint(["mentor_id"], ["people.id"], name=op.f("fk_route_years_mentor_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_route_years")),
        sa.UniqueConstraint("route_id", "year", name=op.f("uq_route_years_route_id_year")),
    )
    op.create_index(op.f("ix_route_years_route_id"), "route_years", ["route_id"])
    with op.batch_alter_table("routes") as routes:
        routes.add_column(sa.Column("turned_at", INSTANT, nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("routes") as routes:
        routes.drop_column("turned_at")
    op.drop_table("route_years")
