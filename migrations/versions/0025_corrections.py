"""corrections of an approved plan, and the rows that are written for them"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = models.base.Instant(timezone=True)


def upgrade() -> None:
    op.create_table(
        "corrections",
        sa.Column("id", KEY, nullable=False),
        sa.Column("route_id", KEY, nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("activity_id", KEY, nullable=False),
        sa.Column("instead_id", KEY, nullable=True),
        sa.Column("alone", sa.Boolean(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("returned", sa.String(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("closed_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["route_id"], ["routes.id"], name=op.f("fk_corrections_route_id")),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_corrections_author_id")),
        sa.ForeignKeyConstraint(["activity_id"], ["activities.id"], name=op.f("fk_corrections_activity_id")),
        sa.ForeignKeyConstraint(["instead_id"], ["activities.id"], name=op.f("fk_corrections_instead_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_corrections")),
    )
    op.create_index(op.f("ix_corrections_route_id"), "corrections", ["route_id"])
    op.create_index(op.f("ix_corrections_activity_id"), "corrections", ["activity_id"])
    with op.batch_alter_table("activities") as batch_op:
        batch_op.add_column(sa.Column("correcting", sa.Boolean(), server_default=sa.false(), nullable=False))
    with op.batch_alter_table("activities") as batch_op:
        batch_op.alter_column("correcting", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("activities") as batch_op:
        batch_op.drop_column("correcting")
    op.drop_table("corrections")
