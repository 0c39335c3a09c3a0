"""the products of a route, with their files and the words on them"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = models.base.Instant(timezone=True)


def upgrade() -> None:
    op.create_table(
        "products",
        sa.Column("id", KEY, nullable=False),
        sa.Column("route_id", KEY, nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("direction", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("begun_at", INSTANT, nullable=False),
        sa.Column("handed_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["route_id"], ["routes.id"], name=op.f("fk_products_route_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_products")),
    )
    op.create_index(op.f("ix_products_route_id"), "products", ["route_id"])
    op.create_table(
        "product_words",
        sa.Column("id", KEY, nullable=False),
        sa.Column("product_id", KEY, nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name=op.f("fk_product_words_product_id")),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_product_words_author_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product_words")),
    )
    op.create_index(op.f("ix_product_words_product_id"), "product_words", ["product_id"])
    with op.batch_alter_table("evidence") as batch_op:
        batch_op.add_column(sa.Column("product_id", KEY, nullable=True))
        batch_op.create_index(batch_op.f("ix_evidence_product_id"), ["product_id"], unique=False)
        batch_op.create_unique_constraint(
            batch_op.f("uq_evidence_product_id_unique_id"), ["product_id", "unique_id"]
        )
        batch_op.create_foreign_key(batch_op.f("fk_evidence_product_id"), "products", ["product_id"], ["id"])


def downgrade() -> None:
    op.execute("DELETE FROM evidence WHERE product_id IS NOT NULL")
    with op.batch_alter_table("evidence") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_evidence_product_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("uq_evidence_product_id_unique_id"), type_="unique")
        batch_op.drop_index(batch_op.f("ix_evidence_product_id"))
        batch_op.drop_column("product_id")
    op.drop_table("product_words")
    op.drop_table("products")
