"""consents by purpose; whoever agreed to edition 1 agreed to the registry and the evidence, which its text named"""

import sqlalchemy as sa
from alembic import op

revision = "0056"
down_revision = "0055"
branch_labels = None
depends_on = None

NAMED_BY_EDITION_1 = ("centre", "evidence")
COPY = """
INSERT INTO consents (person_id, purpose, decision, version, language, fingerprint, at)
SELECT person_id, '{purpose}', decision, '0', language, fingerprint, at FROM consents
WHERE decision = 'agreed' AND version = '1' AND purpose = 'route'
AND id IN (SELECT MAX(id) FROM consents WHERE purpose = 'route' GROUP BY person_id)
"""


def upgrade() -> None:
    with op.batch_alter_table("consents") as table:
        table.add_column(sa.Column("purpose", sa.String(), server_default="route", nullable=False))
    for purpose in NAMED_BY_EDITION_1:
        op.execute(COPY.format(purpose=purpose))


def downgrade() -> None:
    op.execute("DELETE FROM consents WHERE purpose <> 'route'")
    with op.batch_alter_table("consents") as table:
        table.drop_column("purpose")
