"""programmes of mentoring: their people, note, plan and meetings"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = models.base.Instant(timezone=True)


def upgrade() -> None:
    op.create_table(
        "mentorships",
        sa.Column("id", KEY, nullable=False),
        sa.Column("organisation_id", KEY, nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("previous_id", KEY, nullable=True),
        sa.Column("regulation", sa.String(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("way", sa.String(32), nullable=True),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("wish", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("draft", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("begun_at", INSTANT, nullable=True),
        sa.Column("reported_at", INSTANT, nullable=True),
        sa.Column("closed_at", INSTANT, nullable=True),
        sa.Column("reminded_on", sa.Date(), nullable=True),
        *_keys("mentorships", organisation_id="organisations", author_id="people", previous_id="mentorships"),
    )
    op.create_table(
        "mentorship_members",
        sa.Column("id", KEY, nullable=False),
        sa.Column("mentorship_id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("route_id", KEY, nullable=True),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("assented_draft", sa.Integer(), nullable=False),
        sa.Column("assented_at", INSTANT, nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("said_at", INSTANT, nullable=True),
        *_keys("mentorship_members", mentorship_id="mentorships", person_id="people", route_id="routes"),
    )
    op.create_table(
        "mentorship_answers",
        sa.Column("id", KEY, nullable=False),
        sa.Column("mentorship_id", KEY, nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        *_keys("mentorship_answers", mentorship_id="mentorships", author_id="people"),
        sa.UniqueConstraint("mentorship_id", "code", name=op.f("uq_mentorship_answers_mentorship_id_code")),
    )
    op.create_table(
        "mentorship_rows",
        sa.Column("id", KEY, nullable=False),
        sa.Column("mentorship_id", KEY, nullable=False),
        sa.Column("direction", sa.String(), nullable=False),
        sa.Column("activity", sa.String(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=True),
        sa.Column("responsible_id", KEY, nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *_keys("mentorship_rows", mentorship_id="mentorships", responsible_id="people"),
    )
    op.create_table(
        "mentorship_meetings",
        sa.Column("id", KEY, nullable=False),
        sa.Column("mentorship_id", KEY, nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("row_id", KEY, nullable=True),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("photo", sa.String(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        *_keys(
            "mentorship_meetings", mentorship_id="mentorships", author_id="people", row_id="mentorship_rows"
        ),
    )
    op.create_table(
        "mentorship_presences",
        sa.Column("id", KEY, nullable=False),
        sa.Column("meeting_id", KEY, nullable=False),
        sa.Column("member_id", KEY, nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        *_keys("mentorship_presences", meeting_id="mentorship_meetings", member_id="mentorship_members"),
        sa.UniqueConstraint(
            "meeting_id", "member_id", name=op.f("uq_mentorship_presences_meeting_id_member_id")
        ),
    )
    for table, columns in INDEXED.items():
        for column in columns:
            op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def _keys(table: str, **points: str) -> list[sa.Constraint]:
    """The primary key, and a column of each foreign key with the table it points to."""
    foreign = [
        sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}"))
        for column, other in points.items()
    ]
    return [*foreign, sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}"))]


INDEXED = {
    "mentorships": ("organisation_id",),
    "mentorship_members": ("mentorship_id", "person_id"),
    "mentorship_answers": ("mentorship_id",),
    "mentorship_rows": ("mentorship_id",),
    "mentorship_meetings": ("mentorship_id",),
    "mentorship_presences": ("meeting_id", "member_id"),
}


def downgrade() -> None:
    for table in reversed(INDEXED):
        op.drop_table(table)
