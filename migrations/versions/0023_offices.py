"""offices with dates: held for a time, held again as another row, the order about one"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
ONCE = "uq_appointments_person_id_organisation_id_role"
LATEST = sa.text(
    "DELETE FROM appointments WHERE id NOT IN "
    "(SELECT MAX(id) FROM appointments GROUP BY person_id, organisation_id, role)"
)
"""Going back, one row of each office remains: the latest."""


def upgrade() -> None:
    with op.batch_alter_table("appointments") as batch_op:
        batch_op.drop_constraint(batch_op.f(ONCE), type_="unique")
        batch_op.add_column(sa.Column("acting", sa.Boolean(), server_default=sa.false(), nullable=False))
    with op.batch_alter_table("staff_orders") as batch_op:
        batch_op.add_column(sa.Column("appointment_id", KEY, nullable=True))
        batch_op.add_column(sa.Column("starts_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("ends_on", sa.Date(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_staff_orders_appointment_id"), "appointments", ["appointment_id"], ["id"]
        )


def downgrade() -> None:
    with op.batch_alter_table("staff_orders") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_staff_orders_appointment_id"), type_="foreignkey")
        batch_op.drop_column("ends_on")
        batch_op.drop_column("starts_on")
        batch_op.drop_column("appointment_id")
    op.execute(LATEST)
    with op.batch_alter_table("appointments") as batch_op:
        batch_op.drop_column("acting")
        batch_op.create_unique_constraint(batch_op.f(ONCE), ["person_id", "organisation_id", "role"])
