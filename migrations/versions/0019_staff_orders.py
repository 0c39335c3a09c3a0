"""orders about people: routes handed over, who came after whom on a team"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = models.base.Instant(timezone=True)


def upgrade() -> None:
    op.create_table(
        "staff_orders",
        sa.Column("id", KEY, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("role", sa.String(32), nullable=True),
        sa.Column("organisation_id", KEY, nullable=False),
        sa.Column("successor_id", KEY, nullable=True),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("dated", sa.Date(), nullable=True),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("done_at", INSTANT, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_staff_orders_author_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_staff_orders_person_id")),
        sa.ForeignKeyConstraint(["successor_id"], ["people.id"], name=op.f("fk_staff_orders_successor_id")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_staff_orders_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_orders")),
    )
    with op.batch_alter_table("staff_orders") as batch_op:
        batch_op.create_index(batch_op.f("ix_staff_orders_author_id"), ["author_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_staff_orders_person_id"), ["person_id"], unique=False)
    with op.batch_alter_table("team_members") as batch_op:
        batch_op.add_column(sa.Column("successor_id", KEY, nullable=True))
        batch_op.add_column(sa.Column("order_id", KEY, nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_team_members_successor_id"), "people", ["successor_id"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_team_members_order_id"), "staff_orders", ["order_id"], ["id"]
        )


def downgrade() -> None:
    with op.batch_alter_table("team_members") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_team_members_order_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_team_members_successor_id"), type_="foreignkey")
        batch_op.drop_column("order_id")
        batch_op.drop_column("successor_id")
    op.drop_table("staff_orders")
