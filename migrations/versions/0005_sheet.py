"""the information sheet: what the school says, what the person says, courses"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sheets",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("touched_at", models.base.Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_sheets_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sheets")),
        sa.UniqueConstraint("person_id", name=op.f("uq_sheets_person_id")),
    )
    op.create_table(
        "sheet_courses",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("sheet_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["sheet_id"], ["sheets.id"], name=op.f("fk_sheet_courses_sheet_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sheet_courses")),
    )
    with op.batch_alter_table("sheet_courses", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sheet_courses_sheet_id"), ["sheet_id"], unique=False)

    op.create_table(
        "sheet_values",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("sheet_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("imported", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column(
            "origin",
            sa.Enum("imported", "confirmed", "typed", name="origin", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("at", models.base.Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["sheet_id"], ["sheets.id"], name=op.f("fk_sheet_values_sheet_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sheet_values")),
        sa.UniqueConstraint("sheet_id", "code", name=op.f("uq_sheet_values_sheet_id_code")),
    )


def downgrade() -> None:
    op.drop_table("sheet_values")
    with op.batch_alter_table("sheet_courses", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sheet_courses_sheet_id"))

    op.drop_table("sheet_courses")
    op.drop_table("sheets")
