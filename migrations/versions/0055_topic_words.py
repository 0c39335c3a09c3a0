"""what whoever leads a school says of a topic"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0055"
down_revision = "0054"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "topic_words",
        sa.Column("id", KEY, nullable=False),
        sa.Column("route_id", KEY, nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("remark", sa.String(), nullable=False),
        sa.Column("at", models.base.Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["route_id"], ["routes.id"], name=op.f("fk_topic_words_route_id")),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_topic_words_author_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topic_words")),
    )
    with op.batch_alter_table("topic_words") as batch_op:
        batch_op.create_index(batch_op.f("ix_topic_words_route_id"), ["route_id"], unique=False)


def downgrade() -> None:
    op.drop_table("topic_words")
