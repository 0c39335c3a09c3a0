"""reminder settings: the days, the hour, how many reminders, a vacation, of whoever has chosen"""

import sqlalchemy as sa
from alembic import op

from models.base import Instant

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nobody has chosen anything yet: no rows."""
    op.create_table(
        "reminder_settings",
        sa.Column(
            "person_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("weekdays", sa.Integer(), nullable=False),
        sa.Column("hour", sa.Integer(), nullable=True),
        sa.Column(
            "rungs",
            sa.Enum("all", "last", "none", name="rungs", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("vacation_from", sa.Date(), nullable=True),
        sa.Column("vacation_to", sa.Date(), nullable=True),
        sa.Column("evening", sa.Date(), nullable=False),
        sa.Column("next_at", Instant(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_reminder_settings_person_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_reminder_settings")),
    )
    with op.batch_alter_table("reminder_settings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reminder_settings_next_at"), ["next_at"], unique=False)


def downgrade() -> None:
    """Everybody is reminded as the organisation does."""
    with op.batch_alter_table("reminder_settings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reminder_settings_next_at"))
    op.drop_table("reminder_settings")
