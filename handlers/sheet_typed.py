"""The sheet typed for a teacher: the helper's questions, and the teacher's «Верно» (people.md 13)."""

from __future__ import annotations

from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import places, sheet_words
from handlers.anything import way_home
from handlers.callbacks import DelegationTap, Go, SheetTap, TypedTap
from handlers.forms import Filling
from handlers.notices import notice
from handlers.places import place, redraws
from handlers.questions import Form, Given, Item
from handlers.sheet_words import SHOWN_AT_ONCE
from handlers.views import Button, View, button, say, view
from regulations.questions import Question, QuestionKind
from regulations.sheet import SheetField, SheetRow
from services import sheet as sheets
from services import sheet_typed
from services.sheet import SheetLook
from services.sheet_typed import Typing
from services.work import Work


def _tap(found: Typing, do: str, value: str = "") -> TypedTap:
    return TypedTap(do=do, sheet=found.look.sheet.id, version=found.look.sheet.version, value=value)


def form_of(found: Typing) -> Form:
    """What the helper is asked; what is answered already is neither asked nor shown."""
    named = found.fields
    items = tuple(
        _item(found, row, field) for row in found.look.rule.rows for field in row.fields if field in named
    )
    answered: dict[str, Given] = {
        one.code: say("sheet-typed-answered") for one in named if one.code not in found.is_open
    }
    typed = {code: _shown(found, code) for code in found.typed}
    return Form(items, answered | typed, lambda do, value: _tap(found, do, value))


def _item(found: Typing, row: SheetRow, field: SheetField) -> Item:
    facts: dict[str, object] = {"title": sheet_words.title(row, field)}
    facts["name"] = found.look.route.teacher.short_name
    hidden = field.code not in found.is_open
    if field.kind == "courses":
        asked = Question(field.code, QuestionKind.LONG_TEXT, minimum=2, maximum=2000, optional=True)
        return Item(asked, "sheet-typed-courses", facts, near=False, group=row.code, hidden=hidden)
    facts["example"] = say("questions-example", words=field.example) if field.example else ""
    return Item(
        field.question, "sheet-typed-ask", facts, field.own, near=False, group=row.code, hidden=hidden
    )


def _shown(found: Typing, code: str) -> Given:
    return sheet_words.typed(found.look, found.look.rule.field(code), found.typed[code].value)


async def _draft(work: Work, sheet_id: int) -> Form | None:
    return form_of(await sheet_typed.typing(work, sheet_id))


async def _keep(work: Work, sheet_id: int, code: str, answer: str | date, drawn: int | None) -> View:
    found = await sheet_typed.typing(work, sheet_id)
    if code not in found.is_open and drawn is None:
        name = found.look.rule.field(code).short
        return (await TYPED.screen(work, sheet_id)).led_by(say("sheet-typed-taken", name=name))
    value = answer.isoformat() if isinstance(answer, date) else answer
    await sheet_typed.answer(work, sheet_id, code, value, drawn=drawn)
    return await TYPED.screen(work, sheet_id)


@place("sheet-typed.done")
async def done(work: Work, sheet: int) -> View:
    """What is typed so far, and the way to the teacher's word."""
    found = await sheet_typed.typing(work, sheet)
    work.account.go("sheet-typed.done", sheet=sheet)
    name, form = found.look.route.teacher.short_name, form_of(found)
    left = len(found.is_open - found.typed.keys())
    hand = [button("sheet-typed-done.hand-over", _tap(found, "hand-over"), style="primary")]
    on = [button("sheet-typed-done.go-on", _tap(found, "resume"), left=left)]
    open_ = [
        [button("sheet-typed-done.open", _tap(found, "open", f"{number}."), name=_short(found, item))]
        for number, item in enumerate(form.items)
        if item.question.code in found.typed
    ]
    return view(
        say("sheet-typed-done", name=name, typed=len(found.typed), left=left),
        rows=[hand if found.typed else [], on if left else [], *open_, *way_home()],
    )


def _short(found: Typing, item: Item) -> object:
    return found.look.rule.field(item.question.code).short


async def _later(work: Work, sheet_id: int) -> View:
    return await places.go(work, "sheet-typed.done", sheet=sheet_id)


async def _rested(work: Work, sheet_id: int, at: str, text: str) -> View:
    """A word long after the question: not taken, the way on is shown."""
    return (await _later(work, sheet_id)).led_by(say("anything-text"))


TYPED = Filling(
    "sheet-typed.question",
    TypedTap,
    "sheet",
    _draft,
    _keep,
    _later,
    _later,
    rested=_rested,
)


@redraws(TypedTap)
async def fresh(work: Work, data: TypedTap) -> View:
    """What is typed so far, for a tap that came too late."""
    return await _later(work, data.sheet)


async def begin(tap: CallbackQuery, callback_data: DelegationTap, work: Work) -> View:
    """The helper opens the sheet of a teacher: on from the first question without an answer."""
    found = await sheet_typed.of_route(work, callback_data.id)
    return await TYPED.screen(work, found.look.sheet.id)


async def hand_over(tap: CallbackQuery, callback_data: TypedTap, work: Work) -> View:
    """«Отдать на проверку»."""
    found = await sheet_typed.hand_over(work, callback_data.sheet, drawn=callback_data.version)
    work.account.leave()
    told = say("sheet-typed-handed", name=found.look.route.teacher.short_name)
    next_ = button("sheet-typed-handed.next", Go(place="delegation.routes"))
    return view(told, rows=[[next_], *way_home()])


def to_check(found: SheetLook) -> list[Button]:
    """On the teacher's sheet: what was typed for them and waits for their word."""
    waits = button("sheet-typed-check", Go(place="sheet.typed"), rows=len(found.typed), style="primary")
    return [waits] if found.typed else []


@place("sheet.typed")
async def check(work: Work) -> View:
    """The teacher reads what was typed for them: one tap for all that is shown, or row by row."""
    found = await sheets.own(work)
    shown = _at_once(found)
    if not shown:
        return await places.go(work, "sheet")
    work.account.go("sheet.typed")
    by = ", ".join(sorted({one.by.short_name for one in found.typed.values()}))
    return view(
        say("sheet-typed-shown", by=by),
        [say("sheet-line", name=one.short, value=_value(found, one)) for one in shown],
        rows=[
            [button("sheet-typed-shown.right", _mine(found, "typed-right"), style="success")],
            [button("sheet-typed-shown.one-by-one", _mine(found, "resume"))],
            [button("sheet-typed-shown.drop", _mine(found, "typed-drop"))],
            *way_home(),
        ],
    )


def _mine(found: SheetLook, do: str) -> SheetTap:
    return SheetTap(do=do, sheet=found.sheet.id, version=found.sheet.version)


def _value(found: SheetLook, field: SheetField) -> Given:
    return sheet_words.typed(found, field, found.typed[field.code].value)


def _at_once(found: SheetLook) -> list[SheetField]:
    """As many rows as one message can show in full; the rest comes after the word on these."""
    fields: list[SheetField] = []
    letters = 0
    for code, typed in found.typed.items():
        letters += len(typed.value)
        if fields and (letters > SHOWN_AT_ONCE or len(fields) == 6):
            break
        fields.append(found.rule.field(code))
    return fields


async def right(tap: CallbackQuery, callback_data: SheetTap, work: Work) -> View:
    """«Всё верно»: to exactly what was shown in this version."""
    found = await sheets.look(work, callback_data.sheet)
    shown = [one.code for one in _at_once(found)]
    await sheet_typed.agree(work, callback_data.sheet, shown, drawn=callback_data.version)
    return await check(work)


async def drop(tap: CallbackQuery, callback_data: SheetTap, work: Work) -> View:
    """«Убрать всё это»."""
    await sheet_typed.drop(work, callback_data.sheet, drawn=callback_data.version)
    return (await places.go(work, "sheet")).with_toast(say("sheet-typed-dropped"))


@notice("sheet-typed-told")
def told(by: str, rows: int) -> View:
    """For the teacher: the sheet is typed, their word is awaited."""
    look = button("sheet-typed-told.look", Go(place="sheet.typed"), style="primary")
    return view(say("sheet-typed-told", by=by, rows=rows), rows=[[look], *way_home()])


def router() -> Router:
    """The helper's form, the teacher's word."""
    routes = Router(name="sheet-typed")
    routes.callback_query.register(begin, DelegationTap.filter(F.do == "sheet"))
    routes.callback_query.register(hand_over, TypedTap.filter(F.do == "hand-over"))
    routes.callback_query.register(TYPED.again, TypedTap.filter(F.do == "open"))
    routes.callback_query.register(right, SheetTap.filter(F.do == "typed-right"))
    routes.callback_query.register(drop, SheetTap.filter(F.do == "typed-drop"))
    routes.include_router(TYPED.router())
    return routes
