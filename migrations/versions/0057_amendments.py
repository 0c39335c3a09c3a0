"""requests to correct what the school keeps of somebody"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0057"
down_revision = "0056"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = models.base.Instant(timezone=True)
FACTS = ("name", "position", "place", "office")
STATES = ("open", "granted", "declined", "dropped")


def upgrade() -> None:
    op.create_table(
        "amendments",
        sa.Column("id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("what", sa.Enum(*FACTS, name="fact", native_enum=False, length=32), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column(
            "state", sa.Enum(*STATES, name="amendmentstate", native_enum=False, length=32), nullable=False
        ),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("decided_by_id", KEY, nullable=True),
        sa.Column("decided_at", INSTANT, nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["decided_by_id"], ["people.id"], name=op.f("fk_amendments_decided_by_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_amendments_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_amendments")),
    )
    with op.batch_alter_table("amendments") as table:
        table.create_index(op.f("ix_amendments_person_id"), ["person_id"], unique=False)


def downgrade() -> None:
    op.drop_table("amendments")
