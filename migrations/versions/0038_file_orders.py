"""files that people order: made in the background, sent once"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = models.base.Instant(timezone=True)


def upgrade() -> None:
    op.create_table(
        "file_orders",
        sa.Column("id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("busy", sa.String(), nullable=True),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("due_at", INSTANT, nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("sent_parts", sa.Integer(), nullable=False),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_file_orders_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_file_orders")),
        sa.UniqueConstraint("busy", name=op.f("uq_file_orders_busy")),
    )
    with op.batch_alter_table("file_orders") as batch_op:
        batch_op.create_index(batch_op.f("ix_file_orders_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_file_orders_due_at"), ["due_at"], unique=False)


def downgrade() -> None:
    op.drop_table("file_orders")
