"""the catalogue of events, rows of plans taken from it; hours and away of a row"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = models.base.Instant(timezone=True)


def upgrade() -> None:
    op.create_table(
        "catalogue",
        sa.Column("id", KEY, nullable=False),
        sa.Column("key", sa.String(), nullable=True),
        sa.Column("owner_id", KEY, nullable=True),
        sa.Column("scope", sa.String(32), nullable=False),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("school_id", KEY, nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("search_title", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("organiser", sa.String(), nullable=False),
        sa.Column("competencies", sa.JSON(), nullable=False),
        sa.Column("search_competencies", sa.String(), nullable=False),
        sa.Column("period", sa.Boolean(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("on_date", sa.Date(), nullable=True),
        sa.Column("hours", sa.Integer(), nullable=True),
        sa.Column("away", sa.Boolean(), nullable=True),
        sa.Column("places", sa.Integer(), nullable=True),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("blank", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("news", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["people.id"], name=op.f("fk_catalogue_owner_id")),
        sa.ForeignKeyConstraint(["school_id"], ["organisations.id"], name=op.f("fk_catalogue_school_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_catalogue")),
        sa.UniqueConstraint("key", name=op.f("uq_catalogue_key")),
    )
    op.create_table(
        "chosen",
        sa.Column("activity_id", KEY, nullable=False),
        sa.Column("entry_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activities.id"], name=op.f("fk_chosen_activity_id")),
        sa.ForeignKeyConstraint(["entry_id"], ["catalogue.id"], name=op.f("fk_chosen_entry_id")),
        sa.PrimaryKeyConstraint("activity_id", name=op.f("pk_chosen")),
    )
    for column in ("owner_id", "region", "on_date"):
        op.create_index(op.f(f"ix_catalogue_{column}"), "catalogue", [column])
    op.create_index(op.f("ix_chosen_entry_id"), "chosen", ["entry_id"])
    with op.batch_alter_table("activities") as batch_op:
        batch_op.add_column(sa.Column("hours", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("away", sa.Boolean(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("activities") as batch_op:
        batch_op.drop_column("away")
        batch_op.drop_column("hours")
    op.drop_table("chosen")
    op.drop_table("catalogue")
