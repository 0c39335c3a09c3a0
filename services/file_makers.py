"""Who makes which file: run beside the bot, as the person who asked, by the rights that they have now."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

from documents import file_names, typeset
from documents.archive import Archive
from documents.registry_words import Wording
from models.file_order import FileKind
from services import finished_cards, own_data, portfolio, registry, registry_file
from services.copies import Copies
from services.work import Work

Maker = Callable[[Work, Path, Copies], Awaitable[None]]
"""The work of the person who asked, the empty folder for what is made, the copies of evidence."""


async def make(work: Work, kind: FileKind, folder: Path, store: Copies) -> None:
    """The file, in one or several parts, into an empty folder. Refuses NotYours; raises OSError."""
    await MAKERS[kind](work, folder, store)


async def _registry(work: Work, folder: Path, form: str) -> None:
    scope, language = await registry.own_scope(work), work.account.language
    name = file_names.safe(Wording(language).words["title"], form)
    await registry_file.write(work, scope, folder / name, _place(work, scope), language)


async def _xlsx(work: Work, folder: Path, store: Copies) -> None:
    await _registry(work, folder, "xlsx")


async def _csv(work: Work, folder: Path, store: Copies) -> None:
    await _registry(work, folder, "csv")


async def _json(work: Work, folder: Path, store: Copies) -> None:
    await _registry(work, folder, "json")


async def _cards(work: Work, folder: Path, store: Copies) -> None:
    scope = await registry.own_scope(work)
    await finished_cards.write(work, scope, folder, _place(work, scope), work.account.language)


async def _portfolio(work: Work, folder: Path, store: Copies) -> None:
    await portfolio.write(work, folder, store)


async def _mydata(work: Work, folder: Path, store: Copies) -> None:
    words = typeset.words("archive", work.account.language)
    stem = file_names.safe(f"{words['mydata']} {work.person.surname_initials}", "")
    with Archive(folder, stem, words["part"]) as archive:
        archive.add(f"{words['data']}.json", await own_data.write(work))
        await portfolio.fill(work, archive, store)


def _place(work: Work, scope: registry.Scope) -> str:
    """The region of a centre, the name of a school."""
    return ", ".join(sorted(scope.regions)) or work.person.organisation.name


MAKERS: Mapping[FileKind, Maker] = {
    FileKind.REGISTRY_XLSX: _xlsx,
    FileKind.REGISTRY_CSV: _csv,
    FileKind.REGISTRY_JSON: _json,
    FileKind.CARDS: _cards,
    FileKind.PORTFOLIO: _portfolio,
    FileKind.MYDATA: _mydata,
}
