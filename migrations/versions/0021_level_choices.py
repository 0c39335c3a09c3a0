"""levels that somebody has set in a hole of the table"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = models.base.Instant(timezone=True)
LINKS = {
    "author_id": "people",
    "diagnosis_id": "diagnoses",
    "record_id": "diagnosis_records",
    "route_id": "routes",
}


def upgrade() -> None:
    op.create_table(
        "level_choices",
        sa.Column("id", KEY, nullable=False),
        sa.Column("route_id", KEY, nullable=False),
        sa.Column("diagnosis_id", KEY, nullable=True),
        sa.Column("record_id", KEY, nullable=True),
        sa.Column("competency", sa.String(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("deficit", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        *(
            sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"fk_level_choices_{column}"))
            for column, table in LINKS.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_level_choices")),
    )
    with op.batch_alter_table("level_choices") as batch_op:
        batch_op.create_index(batch_op.f("ix_level_choices_route_id"), ["route_id"], unique=False)


def downgrade() -> None:
    op.drop_table("level_choices")
