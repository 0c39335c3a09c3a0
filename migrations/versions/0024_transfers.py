"""routes that move to another school or region"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = models.base.Instant(timezone=True)
PEOPLE = ("author_id", "decided_by_id")
PLACES = ("from_id", "to_id")


def upgrade() -> None:
    op.create_table(
        "transfers",
        sa.Column("id", KEY, nullable=False),
        sa.Column("route_id", KEY, nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("from_id", KEY, nullable=False),
        sa.Column("to_id", KEY, nullable=True),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("keeps", sa.Boolean(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("proposed_at", INSTANT, nullable=True),
        sa.Column("decided_by_id", KEY, nullable=True),
        sa.Column("decided_at", INSTANT, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["route_id"], ["routes.id"], name=op.f("fk_transfers_route_id")),
        *[sa.ForeignKeyConstraint([one], ["people.id"], name=op.f(f"fk_transfers_{one}")) for one in PEOPLE],
        *[
            sa.ForeignKeyConstraint([one], ["organisations.id"], name=op.f(f"fk_transfers_{one}"))
            for one in PLACES
        ],
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transfers")),
    )
    with op.batch_alter_table("transfers") as batch_op:
        batch_op.create_index(batch_op.f("ix_transfers_route_id"), ["route_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_transfers_to_id"), ["to_id"], unique=False)


def downgrade() -> None:
    op.drop_table("transfers")
