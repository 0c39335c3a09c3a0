"""the addresses at which a paper is fetched once"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0050"
down_revision = "0049"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = models.base.Instant(timezone=True)


def upgrade() -> None:
    op.create_table(
        "paper_links",
        sa.Column("id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("route_id", KEY, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("until", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_paper_links_person_id")),
        sa.ForeignKeyConstraint(["route_id"], ["routes.id"], name=op.f("fk_paper_links_route_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_links")),
        sa.UniqueConstraint("mark", name=op.f("uq_paper_links_mark")),
        sa.UniqueConstraint("person_id", name=op.f("uq_paper_links_person_id")),
    )


def downgrade() -> None:
    op.drop_table("paper_links")
