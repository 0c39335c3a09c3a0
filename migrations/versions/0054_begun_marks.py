"""cohorts that have begun have a mark at once; they are found by an index"""

import sqlalchemy as sa
from alembic import op

revision = "0054"
down_revision = "0053"
branch_labels = None
depends_on = None

ACTIVE = sa.text("state = 'active'")


def upgrade() -> None:
    with op.batch_alter_table("swept") as batch_op:
        batch_op.alter_column("evening", existing_type=sa.Date(), nullable=True)
    op.create_index(
        "ix_routes_cohorts",
        "routes",
        ["organisation_id", "regulation", "edition"],
        sqlite_where=ACTIVE,
        postgresql_where=ACTIVE,
    )


def downgrade() -> None:
    op.drop_index("ix_routes_cohorts", "routes")
    op.execute("DELETE FROM swept WHERE evening IS NULL")
    with op.batch_alter_table("swept") as batch_op:
        batch_op.alter_column("evening", existing_type=sa.Date(), nullable=False)
