"""the programme of the centre inside a route, with its file"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = models.base.Instant(timezone=True)


def upgrade() -> None:
    op.create_table(
        "programmes",
        sa.Column("route_id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("approval", sa.String(), nullable=False),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["route_id"], ["routes.id"], name=op.f("fk_programmes_route_id")),
        sa.PrimaryKeyConstraint("route_id", name=op.f("pk_programmes")),
    )
    with op.batch_alter_table("evidence") as batch_op:
        batch_op.add_column(sa.Column("programme_id", KEY, nullable=True))
        batch_op.create_index(batch_op.f("ix_evidence_programme_id"), ["programme_id"], unique=False)
        batch_op.create_unique_constraint(
            batch_op.f("uq_evidence_programme_id_unique_id"), ["programme_id", "unique_id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_evidence_programme_id"), "programmes", ["programme_id"], ["route_id"]
        )


def downgrade() -> None:
    op.execute("DELETE FROM evidence WHERE programme_id IS NOT NULL")
    with op.batch_alter_table("evidence") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_evidence_programme_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("uq_evidence_programme_id_unique_id"), type_="unique")
        batch_op.drop_index(batch_op.f("ix_evidence_programme_id"))
        batch_op.drop_column("programme_id")
    op.drop_table("programmes")
