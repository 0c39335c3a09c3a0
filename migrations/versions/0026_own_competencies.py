"""competencies that a teacher has named, and how well they go"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = models.base.Instant(timezone=True)


def upgrade() -> None:
    op.create_table(
        "own_competencies",
        sa.Column("id", KEY, nullable=False),
        sa.Column("route_id", KEY, nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("added_at", INSTANT, nullable=False),
        sa.Column("removed_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["route_id"], ["routes.id"], name=op.f("fk_own_competencies_route_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_competencies")),
    )
    with op.batch_alter_table("own_competencies") as batch_op:
        batch_op.create_index(batch_op.f("ix_own_competencies_route_id"), ["route_id"], unique=False)
    op.create_table(
        "own_ratings",
        sa.Column("competency_id", KEY, nullable=False),
        sa.Column("diagnosis_id", KEY, nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["competency_id"], ["own_competencies.id"], name=op.f("fk_own_ratings_competency_id")
        ),
        sa.ForeignKeyConstraint(["diagnosis_id"], ["diagnoses.id"], name=op.f("fk_own_ratings_diagnosis_id")),
        sa.PrimaryKeyConstraint("competency_id", "diagnosis_id", name=op.f("pk_own_ratings")),
    )


def downgrade() -> None:
    op.drop_table("own_ratings")
    op.drop_table("own_competencies")
