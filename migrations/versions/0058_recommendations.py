"""methodical recommendations for the plan of a route"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0058"
down_revision = "0057"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "recommendations",
        sa.Column("id", KEY, nullable=False),
        sa.Column("route_id", KEY, nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("at", models.base.Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["route_id"], ["routes.id"], name=op.f("fk_recommendations_route_id")),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_recommendations_author_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recommendations")),
    )
    with op.batch_alter_table("recommendations") as batch_op:
        batch_op.create_index(batch_op.f("ix_recommendations_route_id"), ["route_id"], unique=False)


def downgrade() -> None:
    op.drop_table("recommendations")
