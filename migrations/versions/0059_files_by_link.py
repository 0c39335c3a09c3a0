"""an address leads to a paper of a route, or to a file that was ordered"""

import sqlalchemy as sa
from alembic import op

revision = "0059"
down_revision = "0058"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    with op.batch_alter_table("paper_links") as table:
        table.alter_column("route_id", existing_type=KEY, nullable=True)
        table.add_column(sa.Column("order_id", KEY, nullable=True))
        table.create_foreign_key(table.f("fk_paper_links_order_id"), "file_orders", ["order_id"], ["id"])


def downgrade() -> None:
    op.execute("DELETE FROM paper_links WHERE route_id IS NULL")
    with op.batch_alter_table("paper_links") as table:
        table.drop_constraint(table.f("fk_paper_links_order_id"), type_="foreignkey")
        table.drop_column("order_id")
        table.alter_column("route_id", existing_type=KEY, nullable=False)
