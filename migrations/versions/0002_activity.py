"""activity: kind, several competencies, level, organiser, a period, the point of growth; the topic of a route"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

WORDS = ("kind", "level", "organiser", "growth")
LISTS = ("competencies", "blank")


def upgrade() -> None:
    """A row keeps its one competency as a list of one; the new cells of rows already there are empty."""
    with op.batch_alter_table("activities", schema=None) as batch_op:
        for name in WORDS:
            batch_op.add_column(sa.Column(name, sa.String(), nullable=False, server_default=""))
        for name in LISTS:
            batch_op.add_column(sa.Column(name, sa.JSON(), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("starts_on", sa.Date(), nullable=True))
    with op.batch_alter_table("routes", schema=None) as batch_op:
        batch_op.add_column(sa.Column("topic", sa.String(), nullable=True))
    array = "json_array" if op.get_bind().dialect.name == "sqlite" else "json_build_array"
    op.execute(f"UPDATE activities SET competencies = {array}(competency) WHERE competency <> ''")  # noqa: S608
    with op.batch_alter_table("activities", schema=None) as batch_op:
        batch_op.drop_column("competency")
        for name in (*WORDS, *LISTS):
            batch_op.alter_column(name, server_default=None)


def downgrade() -> None:
    """Only the first competency survives the way back."""
    with op.batch_alter_table("activities", schema=None) as batch_op:
        batch_op.add_column(sa.Column("competency", sa.String(), nullable=False, server_default=""))
    first = (
        "json_extract(competencies, '$[0]')"
        if op.get_bind().dialect.name == "sqlite"
        else "competencies ->> 0"
    )
    op.execute(f"UPDATE activities SET competency = coalesce({first}, '')")  # noqa: S608
    with op.batch_alter_table("activities", schema=None) as batch_op:
        batch_op.alter_column("competency", server_default=None)
        for name in (*WORDS, *LISTS, "starts_on"):
            batch_op.drop_column(name)
    with op.batch_alter_table("routes", schema=None) as batch_op:
        batch_op.drop_column("topic")
