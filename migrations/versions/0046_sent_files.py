"""the files that Telegram has, by their content"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None

INSTANT = models.base.Instant(timezone=True)


def upgrade() -> None:
    op.create_table(
        "sent_files",
        sa.Column("same", sa.String(), nullable=False),
        sa.Column("file_id", sa.String(), nullable=False),
        sa.Column("sent_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("same", name=op.f("pk_sent_files")),
    )
    with op.batch_alter_table("sent_files") as batch_op:
        batch_op.create_index(batch_op.f("ix_sent_files_sent_at"), ["sent_at"], unique=False)


def downgrade() -> None:
    op.drop_table("sent_files")
