"""the addresses that calendars subscribe to"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = models.base.Instant(timezone=True)


def upgrade() -> None:
    op.create_table(
        "calendar_links",
        sa.Column("person_id", KEY, autoincrement=False, nullable=False),
        sa.Column("token", sa.String(), nullable=True),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_calendar_links_person_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_calendar_links")),
        sa.UniqueConstraint("token", name=op.f("uq_calendar_links_token")),
    )


def downgrade() -> None:
    op.drop_table("calendar_links")
