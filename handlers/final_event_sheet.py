"""The monitoring sheet: a sentence or two, and averages by short questions; never a list of pupils (X47)."""

from __future__ import annotations

from decimal import Decimal

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places
from handlers.anything import way_home
from handlers.callbacks import CheckTap, FinalEventTap
from handlers.places import At, place
from handlers.views import Button, Say, View, button, say, view
from models.errors import BadAnswer, NotYours
from models.final_event_check import MonitoringSheet
from regulations.questions import Question, QuestionKind, read_number, read_text
from services import final_event_sheet
from services.final_event_sheet import Sheet
from services.work import Work

TEXT = Question(
    "text", QuestionKind.LONG_TEXT, minimum=10, maximum=1500, example="final-event-sheet-text.example"
)
NUMBERS = (
    Question("pupils", QuestionKind.NUMBER, 0, 10000, example="final-event-sheet-pupils.example"),
    Question("mean_before", QuestionKind.NUMBER, 0, 1000, example="final-event-sheet-before.example"),
    Question("mean_now", QuestionKind.NUMBER, 0, 1000, example="final-event-sheet-now.example"),
    Question("share", QuestionKind.NUMBER, 0, 1000, example="final-event-sheet-share.example"),
)
ASKED = (
    say("final-event-sheet-pupils"),
    say("final-event-sheet-before"),
    say("final-event-sheet-now"),
    say("final-event-sheet-share"),
)


@place("final-event.sheet")
async def sheet_screen(work: Work, check: int) -> View:
    """The sheet as it stands, and what can be written."""
    return _drawn(await final_event_sheet.look(work, check))


def _drawn(found: Sheet) -> View:
    route, sheet = found.check.event.route, found.sheet
    lines = _lines(sheet) if sheet is not None else []
    return view(
        say("final-event-sheet", name=route.teacher.short_name),
        lines or [say("final-event-sheet-empty")],
        rows=[*(_writing(found) if found.mine else []), [_back(found)], *way_home()],
    )


def _lines(sheet: MonitoringSheet) -> list[Say]:
    lines = [say("final-event-sheet-observed", text=sheet.text)] if sheet.text else []
    if sheet.pupils is not None:
        lines.append(say("final-event-sheet-counted", pupils=sheet.pupils))
    if sheet.mean_before is not None:
        lines.append(say("final-event-sheet-was", mean=_tenths(sheet.mean_before)))
    if sheet.mean_now is not None:
        lines.append(say("final-event-sheet-is", mean=_tenths(sheet.mean_now)))
    if sheet.share is not None:
        lines.append(say("final-event-sheet-coped", share=_tenths(sheet.share)))
    return lines


def _tenths(number: int) -> Decimal:
    return Decimal(number).scaleb(-1)


def _writing(found: Sheet) -> list[list[Button]]:
    sheet = found.sheet
    numbers = "final-event-sheet.numbers-anew" if sheet and sheet.pupils else "final-event-sheet.numbers"
    drop = _tap(found, "no-numbers", str(sheet.version) if sheet else "")
    return [
        [button("final-event-sheet.text", _tap(found, "sheet-text"), style="primary")],
        [button(numbers, _tap(found, "numbers"))],
        [button("final-event-sheet.drop", drop)] if sheet and sheet.pupils else [],
    ]


def _tap(found: Sheet, do: str, value: str = "") -> CheckTap:
    return CheckTap(do=do, check=found.check.id, version=found.check.version, value=value)


def _back(found: Sheet) -> Button:
    """To the list of whoever has one; the team came from the card of the event."""
    if found.listed:
        return button("final-event-sheet.back", _tap(found, "list"))
    event = found.check.event
    return button("final-event-mend.back", FinalEventTap(do="seen", event=event.id, version=event.version))


async def open_sheet(tap: CallbackQuery, callback_data: CheckTap, work: Work) -> View:
    """«Лист мониторинга»."""
    return await places.go(work, "final-event.sheet", check=callback_data.check)


async def _mine(work: Work, check_id: int) -> Sheet:
    found = await final_event_sheet.look(work, check_id)
    if not found.mine:
        raise NotYours("refusal-not-yours")
    return found


@place("final-event.sheet-text")
async def ask_text(work: Work, check: int) -> View:
    """What was seen in the lessons."""
    found = await _mine(work, check)
    given = [say("questions-given", value=found.sheet.text)] if found.sheet and found.sheet.text else []
    back = button("final-event-sheet.leave", _tap(found, "sheet"))
    return view(say("final-event-sheet-text"), *given, rows=[[back]])


async def open_text(tap: CallbackQuery, callback_data: CheckTap, work: Work) -> View:
    """«Записать наблюдения»."""
    return await places.go(work, "final-event.sheet-text", check=callback_data.check)


async def text_typed(message: Message, work: Work) -> View:
    """The observations."""
    check_id = work.account.place_ids["check"]
    await final_event_sheet.write(work, check_id, "text", read_text(TEXT, message.text or ""))
    return (await places.go(work, "final-event.sheet", check=check_id)).led_by(say("final-event-kept"))


@place("final-event.sheet-number")
async def ask_number(work: Work, check: int, at: int = 0) -> View:
    """One of four numbers; all but the first may be skipped."""
    found = await _mine(work, check)
    skip = [button("final-event-told.skip", _tap(found, "next", str(at + 1)))] if at else []
    leave = button("final-event-sheet.leave", _tap(found, "sheet"))
    head = say("questions-number", number=at + 1, total=len(NUMBERS))
    return view([head, ASKED[at]], rows=[skip, [leave]])


async def open_numbers(tap: CallbackQuery, callback_data: CheckTap, work: Work) -> View:
    """«Записать результаты»."""
    return await _ask(work, callback_data.check, 0)


async def skip_number(tap: CallbackQuery, callback_data: CheckTap, work: Work) -> View:
    """«Пропустить»."""
    at = int(callback_data.value) if callback_data.value.isdecimal() else 0
    return await _ask(work, callback_data.check, at)


async def _ask(work: Work, check_id: int, at: int) -> View:
    """The number to ask now; behind the last one the sheet."""
    if at >= len(NUMBERS):
        return await places.go(work, "final-event.sheet", check=check_id)
    return await places.go(work, "final-event.sheet-number", check=check_id, at=at)


async def number_typed(message: Message, work: Work) -> View:
    """A number; of pupils only whole ones."""
    ids = work.account.place_ids
    question = NUMBERS[ids["at"]]
    tenths = read_number(question, message.text or "")
    if question.code == "pupils":
        if tenths % 10:
            raise BadAnswer("number-unclear", example=question.shown_example)
        tenths //= 10
    await final_event_sheet.write(work, ids["check"], question.code, tenths)
    return await _ask(work, ids["check"], ids["at"] + 1)


async def without_numbers(tap: CallbackQuery, callback_data: CheckTap, work: Work) -> View:
    """«Убрать числа»."""
    drawn = int(callback_data.value) if callback_data.value.isdecimal() else 0
    await final_event_sheet.without_numbers(work, callback_data.check, drawn=drawn)
    return await places.go(work, "final-event.sheet", check=callback_data.check)


def router() -> Router:
    """The sheet."""
    routes = Router(name="final-event-sheet")
    typed = (F.text, ~F.text.startswith("/"))
    for verb, handler in {
        "sheet": open_sheet,
        "sheet-text": open_text,
        "numbers": open_numbers,
        "next": skip_number,
        "no-numbers": without_numbers,
    }.items():
        routes.callback_query.register(handler, CheckTap.filter(F.do == verb))
    routes.message.register(text_typed, At("final-event.sheet-text"), *typed)
    routes.message.register(number_typed, At("final-event.sheet-number"), *typed)
    return routes
