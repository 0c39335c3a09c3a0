"""the end of a route: conclusions, the look back, the registry"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = models.base.Instant(timezone=True)


def upgrade() -> None:
    with op.batch_alter_table("routes") as batch_op:
        batch_op.add_column(sa.Column("ended_on", sa.Date(), nullable=True))
    op.create_table(
        "conclusions",
        sa.Column("id", KEY, nullable=False),
        sa.Column("route_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("begun_at", INSTANT, nullable=False),
        sa.Column("paragraphs", sa.JSON(), nullable=False),
        sa.Column("by_hand", sa.Boolean(), nullable=False),
        sa.Column("few", sa.String(), nullable=False),
        sa.Column("product", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("new_end", sa.Date(), nullable=True),
        sa.Column("old_end", sa.Date(), nullable=True),
        sa.Column("prolongation", sa.Integer(), nullable=False),
        sa.Column("past", sa.Boolean(), nullable=False),
        sa.Column("signed_at", INSTANT, nullable=True),
        sa.Column("known", sa.String(length=32), nullable=True),
        sa.Column("known_at", INSTANT, nullable=True),
        sa.Column("objection", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_conclusions_author_id")),
        sa.ForeignKeyConstraint(["route_id"], ["routes.id"], name=op.f("fk_conclusions_route_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conclusions")),
        sa.UniqueConstraint("route_id", "number", name=op.f("uq_conclusions_route_id_number")),
    )
    with op.batch_alter_table("conclusions") as batch_op:
        batch_op.create_index(batch_op.f("ix_conclusions_route_id"), ["route_id"], unique=False)
    op.create_table(
        "registry_entries",
        sa.Column("id", KEY, nullable=False),
        sa.Column("route_id", KEY, nullable=False),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("entered_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["route_id"], ["routes.id"], name=op.f("fk_registry_entries_route_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registry_entries")),
        sa.UniqueConstraint("route_id", name=op.f("uq_registry_entries_route_id")),
        sa.UniqueConstraint("region", "year", "number", name=op.f("uq_registry_entries_region_year_number")),
    )
    op.create_table(
        "self_analyses",
        sa.Column("route_id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["route_id"], ["routes.id"], name=op.f("fk_self_analyses_route_id")),
        sa.PrimaryKeyConstraint("route_id", name=op.f("pk_self_analyses")),
    )


def downgrade() -> None:
    op.drop_table("self_analyses")
    op.drop_table("registry_entries")
    op.drop_table("conclusions")
    with op.batch_alter_table("routes") as batch_op:
        batch_op.drop_column("ended_on")
