"""the second codes of officers"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0052"
down_revision = "0051"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = models.base.Instant(timezone=True)


def upgrade() -> None:
    op.create_table(
        "second_factors",
        sa.Column("person_id", KEY, autoincrement=False, nullable=False),
        sa.Column("nonce", sa.String(), nullable=False),
        sa.Column("shown_at", INSTANT, nullable=True),
        sa.Column("set_at", INSTANT, nullable=True),
        sa.Column("last_step", sa.Integer(), nullable=False),
        sa.Column("account_id", KEY, nullable=True),
        sa.Column("until", INSTANT, nullable=True),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("paused_until", INSTANT, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_second_factors_account_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_second_factors_person_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_second_factors")),
    )
    op.create_table(
        "spare_codes",
        sa.Column("id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("used_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_spare_codes_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spare_codes")),
    )
    with op.batch_alter_table("spare_codes") as table:
        table.create_index(op.f("ix_spare_codes_person_id"), ["person_id"], unique=False)


def downgrade() -> None:
    op.drop_table("spare_codes")
    op.drop_table("second_factors")
