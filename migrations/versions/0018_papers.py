"""papers, places for signatures, codes of signing; the actual start of a route

The steps that stood for the chain give way to papers: what they decided stays in the history (plan.decided,
plan.confirmed); a plan that both sides agree with and nobody has approved goes round as a card at the next word.
"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = models.base.Instant(timezone=True)


def upgrade() -> None:
    op.create_table(
        "pin_pads",
        sa.Column("person_id", KEY, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("typed", sa.JSON(), nullable=False),
        sa.Column("first", sa.String(), nullable=False),
        sa.Column("slots", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_pin_pads_person_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_pin_pads")),
    )
    op.create_table(
        "pins",
        sa.Column("person_id", KEY, autoincrement=False, nullable=False),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("hashed", sa.String(), nullable=False),
        sa.Column("set_at", INSTANT, nullable=True),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("paused_until", INSTANT, nullable=True),
        sa.Column("asked_at", INSTANT, nullable=True),
        sa.Column("reset_by_id", KEY, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_pins_person_id")),
        sa.ForeignKeyConstraint(["reset_by_id"], ["people.id"], name=op.f("fk_pins_reset_by_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_pins")),
    )
    op.create_table(
        "papers",
        sa.Column("id", KEY, nullable=False),
        sa.Column("route_id", KEY, nullable=False),
        sa.Column(
            "kind",
            sa.Enum("card", "correction", "conclusions", name="paperkind", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("regulation", sa.String(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("author_id", KEY, nullable=True),
        sa.Column(
            "state",
            sa.Enum("open", "done", "returned", "withdrawn", name="paperstate", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("stage", sa.Integer(), nullable=False),
        sa.Column("stage_at", INSTANT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("opened_at", INSTANT, nullable=False),
        sa.Column("closed_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_papers_author_id")),
        sa.ForeignKeyConstraint(["route_id"], ["routes.id"], name=op.f("fk_papers_route_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_papers")),
    )
    with op.batch_alter_table("papers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_papers_route_id"), ["route_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_papers_state"), ["state"], unique=False)

    op.create_table(
        "paper_looks",
        sa.Column("id", KEY, nullable=False),
        sa.Column("paper_id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["paper_id"], ["papers.id"], name=op.f("fk_paper_looks_paper_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_paper_looks_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_looks")),
        sa.UniqueConstraint("paper_id", "person_id", name=op.f("uq_paper_looks_paper_id_person_id")),
    )
    with op.batch_alter_table("paper_looks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_paper_looks_person_id"), ["person_id"], unique=False)

    op.create_table(
        "paper_slots",
        sa.Column("id", KEY, nullable=False),
        sa.Column("paper_id", KEY, nullable=False),
        sa.Column("stage", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("roles", sa.String(), nullable=False),
        sa.Column("next_roles", sa.String(), nullable=False),
        sa.Column("instead_of", sa.String(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("waiting", "signed", "returned", name="slotstate", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("way", sa.Enum("pin", "paper", name="way", native_enum=False, length=32), nullable=True),
        sa.Column("at", INSTANT, nullable=True),
        sa.Column("person_id", KEY, nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "teacher",
                "tutor",
                "methodist",
                "centre_methodist",
                "centre_head",
                "deputy_head",
                "subject_lead",
                "head",
                "mentor",
                "mentee",
                "admin",
                name="role",
                native_enum=False,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("simple", sa.String(), nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=True),
        sa.Column("paper_on", sa.Date(), nullable=True),
        sa.Column("entered_by_id", KEY, nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["entered_by_id"], ["people.id"], name=op.f("fk_paper_slots_entered_by_id")),
        sa.ForeignKeyConstraint(["paper_id"], ["papers.id"], name=op.f("fk_paper_slots_paper_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_paper_slots_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_slots")),
        sa.UniqueConstraint("paper_id", "stage", "number", name=op.f("uq_paper_slots_paper_id_stage_number")),
    )
    with op.batch_alter_table("paper_slots", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_paper_slots_paper_id"), ["paper_id"], unique=False)

    op.drop_table("approval_steps")
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.add_column(sa.Column("slot_id", KEY, nullable=True))
        batch_op.create_index(batch_op.f("ix_evidence_slot_id"), ["slot_id"], unique=False)
        batch_op.create_unique_constraint(
            batch_op.f("uq_evidence_slot_id_unique_id"), ["slot_id", "unique_id"]
        )
        batch_op.create_foreign_key(batch_op.f("fk_evidence_slot_id"), "paper_slots", ["slot_id"], ["id"])

    with op.batch_alter_table("organisations", schema=None) as batch_op:
        batch_op.add_column(sa.Column("signature_act", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("signature_act_by", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("signature_act_at", INSTANT, nullable=True))

    with op.batch_alter_table("routes", schema=None) as batch_op:
        batch_op.add_column(sa.Column("began_on", sa.Date(), nullable=True))
    op.execute("UPDATE routes SET began_on = date(confirmed_at) WHERE confirmed_at IS NOT NULL")


def downgrade() -> None:
    op.execute("DELETE FROM evidence WHERE slot_id IS NOT NULL")
    with op.batch_alter_table("routes", schema=None) as batch_op:
        batch_op.drop_column("began_on")

    with op.batch_alter_table("organisations", schema=None) as batch_op:
        batch_op.drop_column("signature_act_at")
        batch_op.drop_column("signature_act_by")
        batch_op.drop_column("signature_act")

    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_evidence_slot_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("uq_evidence_slot_id_unique_id"), type_="unique")
        batch_op.drop_index(batch_op.f("ix_evidence_slot_id"))
        batch_op.drop_column("slot_id")

    op.create_table(
        "approval_steps",
        sa.Column("id", KEY, nullable=False),
        sa.Column("plan_version_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "teacher",
                "tutor",
                "methodist",
                "centre_methodist",
                "centre_head",
                "deputy_head",
                "subject_lead",
                "head",
                "mentor",
                "mentee",
                "admin",
                name="role",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("waiting", "done", "returned", name="stepstate", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("person_id", KEY, nullable=True),
        sa.Column("at", INSTANT, nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_approval_steps_person_id")),
        sa.ForeignKeyConstraint(
            ["plan_version_id"], ["plan_versions.id"], name=op.f("fk_approval_steps_plan_version_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval_steps")),
        sa.UniqueConstraint(
            "plan_version_id", "number", name=op.f("uq_approval_steps_plan_version_id_number")
        ),
    )
    with op.batch_alter_table("paper_slots", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_paper_slots_paper_id"))

    op.drop_table("paper_slots")
    with op.batch_alter_table("paper_looks", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_paper_looks_person_id"))

    op.drop_table("paper_looks")
    with op.batch_alter_table("papers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_papers_state"))
        batch_op.drop_index(batch_op.f("ix_papers_route_id"))

    op.drop_table("papers")
    op.drop_table("pins")
    op.drop_table("pin_pads")
