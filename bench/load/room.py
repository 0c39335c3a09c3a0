"""How many bytes a route takes in PostgreSQL, by table, from its rows: pages half empty in a small run are left out."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

HEAP_FULL, INDEX_FULL = 0.95, 0.7
"""How full pages are in the long run: PostgreSQL's own for rows that only come, and of a B-tree that splits."""
ROW, ENTRY = 28, 16
"""Bytes beside the content: of a row (header and pointer), of an entry of an index."""
INDEXES = """SELECT c.relname, count(DISTINCT i.indexrelid), sum(s.avg_width)
FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL unnest(i.indkey) AS k(number)
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number
JOIN pg_stats s ON s.tablename = c.relname AND s.attname = a.attname AND s.schemaname = n.nspname
WHERE n.nspname = 'public' GROUP BY c.relname"""


async def by_table(engine: AsyncEngine, teachers: int) -> list[tuple[str, float, float, float]]:
    """Table, rows, bytes of the rows and bytes of their indexes, each for one teacher; the largest first."""
    async with engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        await connection.execute(text("ANALYZE"))
        indexes = {name: (count, width) for name, count, width in await connection.execute(text(INDEXES))}
        names = [
            row[0]
            for row in await connection.execute(
                text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
            )
        ]
        found = []
        for name in names:
            of_rows = text(f'SELECT count(*), coalesce(sum(pg_column_size(t.*)), 0) FROM "{name}" t')
            rows, size = (await connection.execute(of_rows)).one()
            count, width = indexes.get(name, (0, 0))
            heap = (float(size) + ROW * rows) / HEAP_FULL
            found.append(
                (
                    name,
                    rows / teachers,
                    heap / teachers,
                    rows * (count * ENTRY + width) / INDEX_FULL / teachers,
                )
            )
    return sorted(found, key=lambda one: -one[2] - one[3])


def lines(found: list[tuple[str, float, float, float]]) -> list[str]:
    """The largest tables and the sum, in KiB a teacher."""
    shown = [
        f"  {name}: {rows:.1f} rows, {heap / 1024:.1f} + {keys / 1024:.1f} KiB"
        for name, rows, heap, keys in found[:14]
    ]
    heap, keys = sum(one[2] for one in found), sum(one[3] for one in found)
    return [f"a teacher in PostgreSQL: rows {heap / 1024:.1f} KiB, indexes {keys / 1024:.1f} KiB", *shown]
