"""what falls due is found by its date, whatever else is planned"""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None

UNASKED = sa.text("state = 'planned' AND asked_on IS NULL")


def upgrade() -> None:
    op.create_index("ix_activities_on_date", "activities", ["on_date"])
    op.create_index(
        "ix_activities_unasked", "activities", ["on_date"], sqlite_where=UNASKED, postgresql_where=UNASKED
    )
    op.create_index("ix_routes_ends_on", "routes", ["ends_on"])


def downgrade() -> None:
    op.drop_index("ix_routes_ends_on", "routes")
    op.drop_index("ix_activities_unasked", "activities")
    op.drop_index("ix_activities_on_date", "activities")
