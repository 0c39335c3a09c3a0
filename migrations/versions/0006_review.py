"""review: short reviews, questions, the queue's marks, phrases and notes, mornings; a reason by voice"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "mornings",
        sa.Column("timezone", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("timezone", name=op.f("pk_mornings")),
    )
    op.create_table(
        "own_phrases",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("used_at", models.base.Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_own_phrases_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_phrases")),
        sa.UniqueConstraint("person_id", "text", name=op.f("uq_own_phrases_person_id_text")),
    )
    with op.batch_alter_table("own_phrases", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_own_phrases_person_id"), ["person_id"], unique=False)

    op.create_table(
        "private_notes",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("route_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("at", models.base.Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_private_notes_person_id")),
        sa.ForeignKeyConstraint(["route_id"], ["routes.id"], name=op.f("fk_private_notes_route_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_private_notes")),
        sa.UniqueConstraint("person_id", "route_id", name=op.f("uq_private_notes_person_id_route_id")),
    )
    with op.batch_alter_table("private_notes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_private_notes_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_private_notes_route_id"), ["route_id"], unique=False)

    op.create_table(
        "queue_marks",
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("report_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("sent_at", models.base.Instant(timezone=True), nullable=False),
        sa.Column("opened_version", sa.Integer(), nullable=True),
        sa.Column("later_at", models.base.Instant(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_queue_marks_person_id")),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_queue_marks_report_id")),
        sa.PrimaryKeyConstraint("person_id", "report_id", name=op.f("pk_queue_marks")),
    )
    with op.batch_alter_table("queue_marks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_queue_marks_report_id"), ["report_id"], unique=False)

    op.create_table(
        "review_questions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("report_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("asked_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("sent_at", models.base.Instant(timezone=True), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("voice", sa.String(), nullable=False),
        sa.Column("asked_at", models.base.Instant(timezone=True), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("files", sa.Integer(), nullable=False),
        sa.Column("answered_at", models.base.Instant(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["asked_by_id"], ["people.id"], name=op.f("fk_review_questions_asked_by_id")),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_review_questions_report_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_questions")),
    )
    with op.batch_alter_table("review_questions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_review_questions_asked_by_id"), ["asked_by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_review_questions_report_id"), ["report_id"], unique=False)

    op.create_table(
        "reviews",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("report_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("author_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("sent_at", models.base.Instant(timezone=True), nullable=False),
        sa.Column("strong", sa.String(), nullable=True),
        sa.Column("advice", sa.String(), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("given_at", models.base.Instant(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_reviews_author_id")),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_reviews_report_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reviews")),
        sa.UniqueConstraint(
            "report_id", "author_id", "sent_at", name=op.f("uq_reviews_report_id_author_id_sent_at")
        ),
    )
    with op.batch_alter_table("reviews", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reviews_author_id"), ["author_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_reviews_report_id"), ["report_id"], unique=False)

    with op.batch_alter_table("reports", schema=None) as batch_op:
        batch_op.add_column(sa.Column("reason_voice", sa.String(), server_default="", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("reports", schema=None) as batch_op:
        batch_op.drop_column("reason_voice")

    with op.batch_alter_table("reviews", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reviews_report_id"))
        batch_op.drop_index(batch_op.f("ix_reviews_author_id"))

    op.drop_table("reviews")
    with op.batch_alter_table("review_questions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_review_questions_report_id"))
        batch_op.drop_index(batch_op.f("ix_review_questions_asked_by_id"))

    op.drop_table("review_questions")
    with op.batch_alter_table("queue_marks", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_queue_marks_report_id"))

    op.drop_table("queue_marks")
    with op.batch_alter_table("private_notes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_private_notes_route_id"))
        batch_op.drop_index(batch_op.f("ix_private_notes_person_id"))

    op.drop_table("private_notes")
    with op.batch_alter_table("own_phrases", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_own_phrases_person_id"))

    op.drop_table("own_phrases")
    op.drop_table("mornings")
