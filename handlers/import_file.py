"""«Загрузить список»: a table sent to the bot, questions about it, the preview, the load (features 76)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from aiogram import F, Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from documents import import_sheets
from handlers import evidence, import_card, import_question, places
from handlers.anything import way_home
from handlers.callbacks_import import ImportTap
from handlers.import_card import Shown
from handlers.notices import notice
from handlers.places import At, place, redraws
from handlers.views import File, View, button, say, view
from models.entry import Account
from models.errors import BadAnswer, NotYours
from models.import_file import ImportFile, ImportState
from regulations.tables import KINDS
from services import import_codes, import_columns, import_file, import_told
from services.work import Work

PLACE = "import"


class TableSent(Filter):
    """A file whose name ends as a table's, where no question waits for a file."""

    async def __call__(self, message: Message, account: Account) -> bool:
        """True in the menu and at this place."""
        name = (message.document.file_name or "").casefold() if message.document else ""
        return account.place in ("", places.HOME) and name.endswith(import_file.TABLES)


@place(PLACE)
async def home(work: Work, heading: int = -1) -> View:
    """What was sent and is not over; else what may be sent."""
    found = await import_file.latest(work)
    if found is None:
        work.account.go(PLACE)
        samples = button("import-card.samples", ImportTap(do="samples", file=0, version=0))
        return view(say("import"), rows=[[samples], *way_home()])
    return _shown(work, found, heading)


def _shown(work: Work, found: ImportFile, heading: int = -1) -> View:
    work.account.go(PLACE, heading=heading)
    if found.state is not ImportState.ASKING:
        return import_card.card(import_card.of(found))
    return import_question.ask(found, import_file.asked(work, found, heading if heading >= 0 else None))


async def sent(message: Message, work: Work) -> View:
    """A file; read behind the turn, so that nobody waits."""
    document = message.document
    if document is None:
        raise BadAnswer("import-no-file")
    if not await import_file.opens(work):
        return (await places.here(work)).led_by(say("anything-file")).in_new_message()
    name = evidence.shown_name(document.file_name) or "table"
    found = await import_file.receive(work, document.file_id, name, document.file_size)
    return _shown(work, found).in_new_message()


async def other(message: Message, work: Work) -> View:
    """A photo, a voice: a table is needed."""
    raise BadAnswer("import-no-file")


async def open_file(tap: CallbackQuery, callback_data: ImportTap, work: Work) -> View:
    """From a notice, or back from one column."""
    return _shown(work, await import_file.look(work, callback_data.file))


async def kind(tap: CallbackQuery, callback_data: ImportTap, work: Work) -> View:
    """«Это люди»."""
    data = callback_data
    return _shown(work, await import_file.name_kind(work, data.file, data.value, drawn=data.version))


async def column(tap: CallbackQuery, callback_data: ImportTap, work: Work) -> View:
    """A column gets its name."""
    at, _, name = callback_data.value.partition(".")
    found = await import_file.name_column(
        work, callback_data.file, _number(at), name, drawn=callback_data.version
    )
    return _shown(work, found)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 4):
        raise NotYours("refusal-not-yours")
    return int(text)


async def heading(tap: CallbackQuery, callback_data: ImportTap, work: Work) -> View:
    """One of the columns that were not known: what is it?"""
    found = await import_file.look(work, callback_data.file)
    found.drawn(callback_data.version)
    return _shown(work, found, _number(callback_data.value))


async def teachers(tap: CallbackQuery, callback_data: ImportTap, work: Work) -> View:
    """«Все в списке – педагоги»."""
    return _shown(work, await import_file.all_teachers(work, callback_data.file, drawn=callback_data.version))


async def leave(tap: CallbackQuery, callback_data: ImportTap, work: Work) -> View:
    """«Загрузить без них»."""
    return _shown(work, await import_file.leave_rest(work, callback_data.file, drawn=callback_data.version))


async def load(tap: CallbackQuery, callback_data: ImportTap, work: Work) -> View:
    """«Загрузить»."""
    return _shown(work, await import_file.approve(work, callback_data.file, drawn=callback_data.version))


async def cancel(tap: CallbackQuery, callback_data: ImportTap, work: Work) -> View:
    """«Не загружать»."""
    found = await import_file.cancel(work, callback_data.file, drawn=callback_data.version)
    return _shown(work, found)


async def codes(tap: CallbackQuery, callback_data: ImportTap, work: Work) -> View:
    """«Получить личные коды»."""
    found, lines = await import_codes.give(work, callback_data.file)
    return import_card.with_codes(str(found.outcome.get("username", "")), lines)


async def samples(tap: CallbackQuery, callback_data: ImportTap, work: Work) -> View:
    """Which table an example is wanted of."""
    await import_file.may(work)
    rows = [
        [button("import-kind.option", ImportTap(do="sample", file=0, version=0, value=one), kind=one)]
        for one in KINDS
    ]
    return view(say("import-samples"), rows=[*rows, *way_home()])


async def sample(tap: CallbackQuery, callback_data: ImportTap, work: Work) -> View:
    """A workbook with the columns and one row."""
    await import_file.may(work)
    if callback_data.value not in KINDS:
        raise NotYours("refusal-not-yours")
    columns = import_columns.columns(work.rules, callback_data.value)
    made = File(
        "document",
        name=f"{callback_data.value}.xlsx",
        make=partial(import_sheets.example, [one.example for one in columns]),
        said=tuple(say("import-head-own", title=one.title) for one in columns),
        caption=say("import-sample", kind=callback_data.value),
    )
    back = button("import-card.send", ImportTap(do="home", file=0, version=0))
    return view(say("import-sample-sent"), rows=[[back], *way_home()], files=(made,))


async def to_home(tap: CallbackQuery, callback_data: ImportTap, work: Work) -> View:
    """Back to where a table is sent."""
    return await home(work)


@redraws(ImportTap)
async def fresh(work: Work, data: ImportTap) -> View:
    """The card as it is now."""
    return _shown(work, await import_file.look(work, data.file)) if data.file else await home(work)


@notice(import_told.NEWS, check=import_told.news_that_stands)
def news(
    *,
    import_id: int,
    version: int,
    state: str = "",
    kind: str = "",
    name: str = "",
    outcome: Mapping[str, Any] | None = None,
    waiting: int = 0,
) -> View:
    """For its sender: a question about it, the preview, what to mend, or what was loaded."""
    if state == ImportState.ASKING:
        answer = button("import-asks.answer", ImportTap(do="open", file=import_id, version=version))
        return view(say("import-asks", name=name), rows=[[answer], *way_home()])
    shown = Shown(import_id, version, ImportState(state), kind, name, outcome or {}, waiting)
    return import_card.card(shown)


def router() -> Router:
    """Files first, then the buttons."""
    routes = Router(name=PLACE)
    routes.message.register(sent, F.document, At(PLACE))
    routes.message.register(sent, TableSent())
    routes.message.register(other, At(PLACE), F.photo | F.video | F.voice | F.audio)
    verbs = {
        "open": open_file,
        "kind": kind,
        "column": column,
        "heading": heading,
        "teachers": teachers,
        "leave": leave,
        "load": load,
        "cancel": cancel,
        "codes": codes,
        "samples": samples,
        "sample": sample,
        "home": to_home,
    }
    for verb, handler in verbs.items():
        routes.callback_query.register(handler, ImportTap.filter(F.do == verb))
    return routes
