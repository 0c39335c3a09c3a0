"""the seal of a paper, and what somebody was when they signed it"""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("paper_slots") as batch_op:
        batch_op.add_column(sa.Column("acting", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("position", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("place", sa.String(), server_default="", nullable=False))
    with op.batch_alter_table("papers") as batch_op:
        batch_op.add_column(sa.Column("seal", sa.String(), server_default="", nullable=False))
    papers = sa.table("papers", sa.column("id"), sa.column("seal"))
    connection = op.get_bind()
    for (paper_id,) in connection.execute(sa.select(papers.c.id)).all():
        sealed = papers.update().where(papers.c.id == paper_id).values(seal=secrets.token_hex(16))
        connection.execute(sealed)


def downgrade() -> None:
    with op.batch_alter_table("papers") as batch_op:
        batch_op.drop_column("seal")
    with op.batch_alter_table("paper_slots") as batch_op:
        batch_op.drop_column("place")
        batch_op.drop_column("position")
        batch_op.drop_column("acting")
