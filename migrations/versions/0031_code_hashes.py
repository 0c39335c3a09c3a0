"""of a personal code only its hash is kept, and until when it opens the door"""

from datetime import UTC, datetime, timedelta
from hashlib import sha256

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

INSTANT = models.base.Instant(timezone=True)
LASTS = timedelta(days=60)
NO_CODE_IN_PLACES = (
    "UPDATE accounts SET place = '', place_ids = '{}' WHERE place IN ('entry.consent', 'entry.refused')"
)


def upgrade() -> None:
    with op.batch_alter_table("invitations") as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_invitations_code"), type_="unique")
        batch_op.alter_column("code", new_column_name="mark", existing_type=sa.String())
        batch_op.add_column(sa.Column("until", INSTANT, nullable=True))
    table = sa.table("invitations", sa.column("id"), sa.column("mark"), sa.column("until", INSTANT))
    connection, until = op.get_bind(), datetime.now(UTC) + LASTS
    for row in connection.execute(sa.select(table.c.id, table.c.mark)).all():
        mark = sha256(row.mark.encode()).hexdigest()
        connection.execute(sa.update(table).where(table.c.id == row.id).values(mark=mark, until=until))
    with op.batch_alter_table("invitations") as batch_op:
        batch_op.alter_column("until", existing_type=INSTANT, nullable=False)
        batch_op.create_unique_constraint(batch_op.f("uq_invitations_mark"), ["mark"])
    op.execute(NO_CODE_IN_PLACES)


def downgrade() -> None:
    """The hashes stand where the codes stood: they open nothing, new codes must be given out."""
    op.execute(NO_CODE_IN_PLACES)
    with op.batch_alter_table("invitations") as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_invitations_mark"), type_="unique")
        batch_op.drop_column("until")
        batch_op.alter_column("mark", new_column_name="code", existing_type=sa.String())
        batch_op.create_unique_constraint(batch_op.f("uq_invitations_code"), ["code"])
