"""Files that take a while: the registry, finished cards, the portfolio, everything about oneself."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import consents as consent_screens
from handlers import places
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_files import FileTap
from handlers.notices import notice
from handlers.places import place, redraws
from handlers.views import Button, File, Say, View, Wanted, button, say, view
from models.file_order import FileKind
from models.purpose import Purpose
from services import consents, file_link, file_order, registry
from services.work import Work

HOME = {
    **dict.fromkeys(file_order.OFFICIAL, "registry"),
    FileKind.PORTFOLIO: "portfolio",
    FileKind.MYDATA: "mydata",
}
"""The place at which each file is asked for."""


@place("registry")
async def official(work: Work) -> View:
    """How many routes my office sees, and the files of them."""
    found = await registry.count(work, await registry.own_scope(work))
    work.account.go("registry")
    cards = button("registry.cards", FileTap(do="cards"), count=found.closed)
    return view(
        say("registry", total=found.total, active=found.active, closed=found.closed),
        rows=[
            [button("registry.xlsx", FileTap(do="registry-xlsx"), style="primary")],
            [
                button("registry.csv", FileTap(do="registry-csv")),
                button("registry.json", FileTap(do="registry-json")),
            ],
            [cards] if found.closed else [],
            *way_home(),
        ],
    )


@place("portfolio")
async def portfolio(work: Work) -> View:
    """What a portfolio holds."""
    work.account.go("portfolio")
    return view(
        say("portfolio"),
        rows=[
            [button("portfolio.make", FileTap(do="portfolio"), style="primary")],
            [button("portfolio.back", Go(place="papers"))],
            *way_home(),
        ],
    )


async def ask(tap: CallbackQuery, callback_data: FileTap, work: Work) -> View:
    """The file is ordered; the screen stays, so that anything else can be done meanwhile."""
    kind = FileKind(callback_data.do)
    if file_link.leads(work):
        return await _address(work, kind)
    first = await file_order.ask(work, kind)
    shown = await places.draw(work, HOME[kind], {})
    said = say("file-ordered", first=first)
    return shown.led_by(said).with_toast(say("file-ordered-toast", first=first))


async def _address(work: Work, kind: FileKind) -> View:
    """The address at which the file is made and fetched: once, for an hour, never as text."""
    address = await file_link.give(work, kind)
    fetch = Button(say("file-link.fetch"), url=address)
    return view(say("file-link", name=_name(kind)), rows=[[fetch], *_again(kind)])


@redraws(FileTap)
async def fresh(work: Work, data: FileTap) -> View:
    """What a refused tap shows: where the file is asked for; the question that comes first."""
    if data.do == FileKind.PORTFOLIO and not (await consents.answer_to(work, Purpose.EVIDENCE)).asked:
        return await consent_screens.ask_first(work, Purpose.EVIDENCE, Wanted(tap=data.pack()))
    return await places.draw(work, HOME[FileKind(data.do)], {})


def _name(kind: str) -> Say:
    return say("file-kind", file=str(kind))


def caption(kind: FileKind, number: int, count: int) -> Say:
    """What stands under a file."""
    return say("file-caption", name=_name(kind), number=number, count=count)


def part(file: File, kind: FileKind, *, last: bool) -> View:
    """One part on its way; behind the last one the way back."""
    if not last:
        return View((), files=(file,))
    return view(say("file-sent", name=_name(kind)), rows=_again(kind), files=(file,))


def _again(kind: FileKind) -> list[list[Button]]:
    return [[button("file-back", Go(place=HOME[kind]))], *map(list, way_home())]


@notice("file-doubt")
def doubt(file: str) -> View:
    """The line broke while the file went: perhaps it stands above."""
    return view(say("file-doubt", name=_name(file)), rows=_again(FileKind(file)))


@notice("file-failed")
def failed(file: str) -> View:
    """It could not be made."""
    return view(say("file-failed", name=_name(file)), rows=_again(FileKind(file)))


@notice("file-refused")
def refused(file: str) -> View:
    """The office by which it was asked for is over."""
    return view(say("file-refused", name=_name(file)), rows=way_home())


def router() -> Router:
    """The taps; the places are opened from the menu."""
    routes = Router(name="file-order")
    routes.callback_query.register(ask, FileTap.filter(F.do.in_(set(FileKind))))
    return routes
