"""versions of a draft, assents, the steps of the approval; a row may be a period"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "plan_versions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("route_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("draft", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("made_at", models.base.Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["route_id"], ["routes.id"], name=op.f("fk_plan_versions_route_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_versions")),
        sa.UniqueConstraint("route_id", "number", name=op.f("uq_plan_versions_route_id_number")),
    )
    op.create_table(
        "approval_steps",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("plan_version_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
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
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("at", models.base.Instant(timezone=True), nullable=True),
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
    op.create_table(
        "assents",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("plan_version_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
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
        sa.Column("at", models.base.Instant(timezone=True), nullable=False),
        sa.Column("gone_at", models.base.Instant(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_assents_person_id")),
        sa.ForeignKeyConstraint(
            ["plan_version_id"], ["plan_versions.id"], name=op.f("fk_assents_plan_version_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assents")),
    )
    with op.batch_alter_table("assents", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_assents_plan_version_id"), ["plan_version_id"], unique=False)

    with op.batch_alter_table("activities", schema=None) as batch_op:
        batch_op.add_column(sa.Column("period", sa.Boolean(), nullable=False, server_default=sa.false()))

    with op.batch_alter_table("routes", schema=None) as batch_op:
        batch_op.add_column(sa.Column("draft", sa.Integer(), nullable=False, server_default="1"))

    with op.batch_alter_table("activities", schema=None) as batch_op:
        batch_op.alter_column("period", server_default=None)
    with op.batch_alter_table("routes", schema=None) as batch_op:
        batch_op.alter_column("draft", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("routes", schema=None) as batch_op:
        batch_op.drop_column("draft")

    with op.batch_alter_table("activities", schema=None) as batch_op:
        batch_op.drop_column("period")

    with op.batch_alter_table("assents", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_assents_plan_version_id"))

    op.drop_table("assents")
    op.drop_table("approval_steps")
    op.drop_table("plan_versions")
