"""The operator at the command line: a folder of their own, an empty environment, what was printed."""

from __future__ import annotations

import asyncio
import csv
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.__main__ import main
from bot.database import open_engine, sessions
from bot.settings import Settings

Answer = TypeVar("Answer")


class Operator:
    """Types commands in `folder`; `out` and `err` are what the last one printed."""

    def __init__(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.folder, self._patch, self._capsys = folder, monkeypatch, capsys
        self.out = self.err = ""
        monkeypatch.chdir(folder)
        for name in Settings.model_fields:
            monkeypatch.delenv(name.upper(), raising=False)

    def sets(self, **settings: str) -> None:
        """Environment variables of the next commands."""
        for name, value in settings.items():
            self._patch.setenv(name.upper(), value)

    def types(self, *arguments: str) -> int:
        """One command; its exit code."""
        try:
            code = main(arguments)
        except SystemExit as ended:  # argparse's way
            code = int(ended.code or 0)
        captured = self._capsys.readouterr()
        self.out, self.err = captured.out, captured.err
        return code

    def file(self, name: str, content: str | bytes) -> str:
        """A file in the folder."""
        (self.folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return name

    def sheet(self, name: str, delimiter: str = ";") -> list[dict[str, str]]:
        """A CSV file that a command has written."""
        with (self.folder / name).open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file, delimiter=delimiter))

    def asks(self, question: Callable[[AsyncSession], Any]) -> Any:
        """What the database answers."""
        return asyncio.run(self._answer(question))

    async def _answer(self, question: Callable[[AsyncSession], Any]) -> Any:
        engine = open_engine(Settings().database)
        try:
            async with sessions(engine)() as session, session.begin():
                return await question(session)
        finally:
            await engine.dispose()


@pytest.fixture
def operator(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Operator:
    """An operator in an empty folder."""
    return Operator(tmp_path, monkeypatch, capsys)


def files(folder: Path) -> Sequence[str]:
    """The names in a folder, hidden ones too."""
    return sorted(os.listdir(folder))
