"""diagnosis by others: records, their scores and criteria"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = models.base.Instant(timezone=True)


def upgrade() -> None:
    op.create_table(
        "diagnosis_records",
        sa.Column("id", KEY, nullable=False),
        sa.Column("route_id", KEY, nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("framework", sa.String(), nullable=False),
        sa.Column("phase", sa.String(length=32), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("instrument", sa.String(), nullable=False),
        sa.Column("by_hand", sa.Boolean(), nullable=True),
        sa.Column("difficulties", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("pupils", sa.Integer(), nullable=True),
        sa.Column("mean", sa.Integer(), nullable=True),
        sa.Column("share", sa.Integer(), nullable=True),
        sa.Column("blank", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("began_at", INSTANT, nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=True),
        sa.Column("comment", sa.String(), nullable=False),
        sa.Column("commented_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_diagnosis_records_author_id")),
        sa.ForeignKeyConstraint(["route_id"], ["routes.id"], name=op.f("fk_diagnosis_records_route_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_diagnosis_records")),
    )
    with op.batch_alter_table("diagnosis_records") as batch_op:
        batch_op.create_index(batch_op.f("ix_diagnosis_records_route_id"), ["route_id"], unique=False)
    for name, columns in (
        ("diagnosis_record_scores", _scores()),
        ("diagnosis_record_answers", _answers()),
    ):
        op.create_table(
            name,
            sa.Column("record_id", KEY, nullable=False),
            *columns,
            sa.ForeignKeyConstraint(
                ["record_id"], ["diagnosis_records.id"], name=op.f(f"fk_{name}_record_id")
            ),
            sa.PrimaryKeyConstraint("record_id", columns[0].name, name=op.f(f"pk_{name}")),
        )


def _scores() -> list[sa.Column[object]]:
    return [
        sa.Column("competency", sa.String(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=True),
        sa.Column("maximum", sa.Integer(), nullable=True),
    ]


def _answers() -> list[sa.Column[object]]:
    return [
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
    ]


def downgrade() -> None:
    op.drop_table("diagnosis_record_answers")
    op.drop_table("diagnosis_record_scores")
    op.drop_table("diagnosis_records")
