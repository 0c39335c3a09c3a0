"""what an organisation decides where its regulation leaves it to acts of its own"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0053"
down_revision = "0052"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "house_rules",
        sa.Column("organisation_id", KEY, autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("development", sa.String(), nullable=False),
        sa.Column("diagnosis_months", sa.Integer(), nullable=True),
        sa.Column("diagnosis_act", sa.String(), nullable=False),
        sa.Column("reapproval", sa.String(), nullable=False),
        sa.Column("reapproval_rows", sa.Integer(), nullable=False),
        sa.Column("looked_on", sa.Date(), nullable=True),
        sa.Column("changed_at", models.base.Instant(timezone=True), nullable=False),
        sa.Column("changed_by_id", KEY, nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_house_rules_organisation_id")
        ),
        sa.ForeignKeyConstraint(["changed_by_id"], ["people.id"], name=op.f("fk_house_rules_changed_by_id")),
        sa.PrimaryKeyConstraint("organisation_id", name=op.f("pk_house_rules")),
    )


def downgrade() -> None:
    op.drop_table("house_rules")
