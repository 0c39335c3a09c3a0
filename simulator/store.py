"""The simulator's memory on disk: one SQLite file, written before an answer is given."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, ItemsView, Iterable
from pathlib import Path
from typing import Any, Generic, TypeVar

Value = TypeVar("Value")
Row = tuple[str, str, str | bytes | None]


class Store:
    """Rows (kind, key, body) in a file. What was saved survives `kill -9` of the process."""

    def __init__(self, path: Path | str) -> None:
        self._base = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._base.execute("PRAGMA journal_mode=WAL")
        self._base.execute("PRAGMA synchronous=NORMAL")
        self._base.execute(
            "CREATE TABLE IF NOT EXISTS row "
            "(kind TEXT, key TEXT, body, PRIMARY KEY (kind, key)) WITHOUT ROWID"
        )

    def load(self, kind: str) -> list[tuple[str, Any]]:
        """All rows of a kind."""
        return self._base.execute("SELECT key, body FROM row WHERE kind = ?", (kind,)).fetchall()

    def save(self, rows: Iterable[Row]) -> None:
        """All of these rows at once; a body of None deletes."""
        self._base.execute("BEGIN IMMEDIATE")
        for kind, key, body in rows:
            if body is None:
                self._base.execute("DELETE FROM row WHERE kind = ? AND key = ?", (kind, key))
            else:
                self._base.execute("INSERT OR REPLACE INTO row VALUES (?, ?, ?)", (kind, key, body))
        self._base.execute("COMMIT")

    def close(self) -> None:
        """Lets go of the file."""
        self._base.close()


class Ledger:
    """What changed since the last settling; without a store it remembers nothing and costs nothing."""

    def __init__(self, store: Store | None) -> None:
        self.store = store
        self._changed: dict[tuple[str, Any], Shelf[Any]] = {}

    def note(self, shelf: Shelf[Any], key: Any) -> None:
        """This item of this shelf must be written."""
        if self.store is not None:
            self._changed[shelf.kind, key] = shelf

    def settle(self) -> None:
        """Writes everything noted, in one transaction."""
        if self.store is None or not self._changed:
            return
        changed, self._changed = self._changed, {}
        self.store.save([shelf.row(key) for (_, key), shelf in changed.items()])


class Shelf(Generic[Value]):
    """A dictionary that is written through. Change an item in place, then `put` it again."""

    def __init__(
        self,
        ledger: Ledger,
        kind: str,
        dump: Callable[[Value], Any] = lambda value: value,
        load: Callable[[Any], Value] = lambda body: body,
    ) -> None:
        self.kind = kind
        self.items: dict[Any, Value] = {}
        self._ledger, self._dump = ledger, dump
        for key, body in ledger.store.load(kind) if ledger.store else ():
            plain = body if isinstance(body, bytes) else json.loads(body)
            self.items[json.loads(key)] = load(plain)
        self.items = dict(sorted(self.items.items()))

    def put(self, key: Any, value: Value) -> Value:
        """Sets an item."""
        self.items[key] = value
        self._ledger.note(self, key)
        return value

    def drop(self, key: Any) -> None:
        """Forgets an item, if it is there."""
        if self.items.pop(key, None) is not None:
            self._ledger.note(self, key)

    def get(self, key: Any) -> Value | None:
        """An item, or None."""
        return self.items.get(key)

    def all(self) -> ItemsView[Any, Value]:
        """Keys and items, in order of arrival."""
        return self.items.items()

    def row(self, key: Any) -> Row:
        """The item as the store writes it."""
        value = self.items.get(key)
        if value is None:
            return self.kind, json.dumps(key), None
        body = self._dump(value)
        return (
            self.kind,
            json.dumps(key),
            body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False),
        )
