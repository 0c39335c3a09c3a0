"""requests for help, what was said about them, and the times of talks"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = models.base.Instant(timezone=True)


def upgrade() -> None:
    op.create_table(
        "help_requests",
        sa.Column("id", KEY, nullable=False),
        sa.Column("route_id", KEY, nullable=False),
        sa.Column("addressee_id", KEY, nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("activity_id", KEY, nullable=True),
        sa.Column("origin_id", KEY, nullable=True),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("helped", sa.Boolean(), nullable=True),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("waits_since", INSTANT, nullable=False),
        sa.Column("reminded_on", sa.Date(), nullable=True),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["route_id"], ["routes.id"], name=op.f("fk_help_requests_route_id")),
        sa.ForeignKeyConstraint(["addressee_id"], ["people.id"], name=op.f("fk_help_requests_addressee_id")),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name=op.f("fk_help_requests_activity_id")
        ),
        sa.ForeignKeyConstraint(["origin_id"], ["help_requests.id"], name=op.f("fk_help_requests_origin_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_help_requests")),
    )
    op.create_table(
        "help_lines",
        sa.Column("id", KEY, nullable=False),
        sa.Column("request_id", KEY, nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["request_id"], ["help_requests.id"], name=op.f("fk_help_lines_request_id")),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_help_lines_author_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_help_lines")),
    )
    op.create_table(
        "consultations",
        sa.Column("id", KEY, nullable=False),
        sa.Column("request_id", KEY, nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("at_time", sa.Time(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("reminded_on", sa.Date(), nullable=True),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["request_id"], ["help_requests.id"], name=op.f("fk_consultations_request_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consultations")),
    )
    for table, columns in INDEXED.items():
        for column in columns:
            op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


INDEXED = {
    "help_requests": ("route_id", "addressee_id"),
    "help_lines": ("request_id",),
    "consultations": ("request_id", "on_date"),
}


def downgrade() -> None:
    for table in ("consultations", "help_lines", "help_requests"):
        op.drop_table(table)
