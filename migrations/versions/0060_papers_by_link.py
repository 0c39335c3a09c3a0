"""papers by link: of mentoring, of signatures, of a school year

Revision ID: 0060
Revises: 0059
"""

import sqlalchemy as sa
from alembic import op

revision = "0060"
down_revision = "0059"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("paper_links") as table:
        table.add_column(sa.Column("about", sa.Integer(), nullable=True))


def downgrade() -> None:
    op.execute("DELETE FROM paper_links WHERE about IS NOT NULL")
    with op.batch_alter_table("paper_links") as table:
        table.drop_column("about")
