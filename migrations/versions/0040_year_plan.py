"""applications for the coming school year, and the plan of it"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = models.base.Instant(timezone=True)


def upgrade() -> None:
    op.create_table(
        "year_applications",
        sa.Column("id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("organisation_id", KEY, nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("request", sa.String(), nullable=False),
        sa.Column("blank", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("begun_at", INSTANT, nullable=False),
        sa.Column("sent_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_year_applications_person_id")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_year_applications_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_year_applications")),
        sa.UniqueConstraint(
            "person_id",
            "organisation_id",
            "year",
            name=op.f("uq_year_applications_person_id_organisation_id_year"),
        ),
    )
    with op.batch_alter_table("year_applications") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_year_applications_organisation_id"), ["organisation_id"], unique=False
        )
    op.create_table(
        "year_plans",
        sa.Column("id", KEY, nullable=False),
        sa.Column("organisation_id", KEY, nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("nudged_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_year_plans_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_year_plans")),
        sa.UniqueConstraint("organisation_id", "year", name=op.f("uq_year_plans_organisation_id_year")),
    )
    op.create_table(
        "year_events",
        sa.Column("id", KEY, nullable=False),
        sa.Column("plan_id", KEY, nullable=False),
        sa.Column("entry_id", KEY, nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["year_plans.id"], name=op.f("fk_year_events_plan_id")),
        sa.ForeignKeyConstraint(["entry_id"], ["catalogue.id"], name=op.f("fk_year_events_entry_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_year_events")),
        sa.UniqueConstraint("entry_id", name=op.f("uq_year_events_entry_id")),
    )
    with op.batch_alter_table("year_events") as batch_op:
        batch_op.create_index(batch_op.f("ix_year_events_plan_id"), ["plan_id"], unique=False)


def downgrade() -> None:
    op.drop_table("year_events")
    op.drop_table("year_plans")
    op.drop_table("year_applications")
