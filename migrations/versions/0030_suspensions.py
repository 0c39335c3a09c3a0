"""routes that stand still for a while"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = models.base.Instant(timezone=True)


def upgrade() -> None:
    op.create_table(
        "suspensions",
        sa.Column("id", KEY, nullable=False),
        sa.Column("route_id", KEY, nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("endless", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("resumed_on", sa.Date(), nullable=True),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["route_id"], ["routes.id"], name=op.f("fk_suspensions_route_id")),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_suspensions_author_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suspensions")),
    )
    with op.batch_alter_table("suspensions") as batch_op:
        batch_op.create_index(batch_op.f("ix_suspensions_route_id"), ["route_id"], unique=False)
    with op.batch_alter_table("routes") as batch_op:
        batch_op.add_column(sa.Column("suspended_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("suspended_until", sa.Date(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("routes") as batch_op:
        batch_op.drop_column("suspended_until")
        batch_op.drop_column("suspended_on")
    op.drop_table("suspensions")
