"""what a route that was walked on paper came to stands in the registry"""

import sqlalchemy as sa
from alembic import op

revision = "0048"
down_revision = "0047"
branch_labels = None
depends_on = None

ENTRIES = sa.table(
    "registry_entries", sa.column("route_id", sa.BigInteger()), sa.column("outcome", sa.String())
)
HISTORY = sa.table(
    "history",
    sa.column("route_id", sa.BigInteger()),
    sa.column("verb", sa.String()),
    sa.column("facts", sa.JSON()),
)


def upgrade() -> None:
    with op.batch_alter_table("registry_entries") as batch_op:
        batch_op.add_column(sa.Column("outcome", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("registry_entries") as batch_op:
        batch_op.alter_column("outcome", server_default=None)
    _take_from_history()


def _take_from_history() -> None:
    """Routes that were entered before kept it in their history alone."""
    connection = op.get_bind()
    query = sa.select(HISTORY.c.route_id, HISTORY.c.facts).where(HISTORY.c.verb == "route.from-paper")
    for route_id, facts in connection.execute(query).all():
        mine = ENTRIES.c.route_id == route_id
        connection.execute(sa.update(ENTRIES).where(mine).values(outcome=facts["outcome"]))


def downgrade() -> None:
    with op.batch_alter_table("registry_entries") as batch_op:
        batch_op.drop_column("outcome")
