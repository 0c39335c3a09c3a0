"""delegation: somebody of the team types the reports; who typed one"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = models.base.Instant(timezone=True)


def upgrade() -> None:
    op.create_table(
        "delegations",
        sa.Column("id", KEY, nullable=False),
        sa.Column("route_id", KEY, nullable=False),
        sa.Column("helper_id", KEY, nullable=False),
        sa.Column("given_at", INSTANT, nullable=False),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["helper_id"], ["people.id"], name=op.f("fk_delegations_helper_id")),
        sa.ForeignKeyConstraint(["route_id"], ["routes.id"], name=op.f("fk_delegations_route_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegations")),
    )
    with op.batch_alter_table("delegations") as batch_op:
        batch_op.create_index(batch_op.f("ix_delegations_helper_id"), ["helper_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_delegations_route_id"), ["route_id"], unique=False)
    with op.batch_alter_table("reports") as batch_op:
        batch_op.add_column(sa.Column("prepared_by_id", KEY, nullable=True))
        batch_op.add_column(sa.Column("prepared_at", INSTANT, nullable=True))
        batch_op.create_foreign_key(op.f("fk_reports_prepared_by_id"), "people", ["prepared_by_id"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("reports") as batch_op:
        batch_op.drop_constraint(op.f("fk_reports_prepared_by_id"), type_="foreignkey")
        batch_op.drop_column("prepared_at")
        batch_op.drop_column("prepared_by_id")
    op.drop_table("delegations")
