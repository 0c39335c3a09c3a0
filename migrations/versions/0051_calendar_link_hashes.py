"""of the address of a calendar only the hash is kept"""

from hashlib import sha256

import sqlalchemy as sa
from alembic import op

revision = "0051"
down_revision = "0050"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("calendar_links") as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_calendar_links_token"), type_="unique")
        batch_op.alter_column("token", new_column_name="mark", existing_type=sa.String())
        batch_op.add_column(sa.Column("salt", sa.String(), server_default="", nullable=False))
    table = sa.table("calendar_links", sa.column("person_id"), sa.column("mark"))
    connection = op.get_bind()
    given = sa.select(table.c.person_id, table.c.mark).where(table.c.mark.is_not(None))
    for row in connection.execute(given).all():
        mark = sha256(row.mark.encode()).hexdigest()
        connection.execute(sa.update(table).where(table.c.person_id == row.person_id).values(mark=mark))
    with op.batch_alter_table("calendar_links") as batch_op:
        batch_op.create_unique_constraint(batch_op.f("uq_calendar_links_mark"), ["mark"])


def downgrade() -> None:
    """What a hash was made of nobody knows: the addresses are over, whoever wants takes a new one."""
    with op.batch_alter_table("calendar_links") as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_calendar_links_mark"), type_="unique")
        batch_op.drop_column("salt")
        batch_op.alter_column("mark", new_column_name="token", existing_type=sa.String())
    op.execute("UPDATE calendar_links SET token = NULL")
    with op.batch_alter_table("calendar_links") as batch_op:
        batch_op.create_unique_constraint(batch_op.f("uq_calendar_links_token"), ["token"])
