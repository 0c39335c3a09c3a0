"""The information sheet, question by question: what is known needs one tap, the rest is said (S-02)."""

from __future__ import annotations

from datetime import date

from handlers import places, sheet_courses, sheet_words
from handlers.anything import way_home
from handlers.callbacks import SheetTap
from handlers.forms import Filling
from handlers.places import place
from handlers.questions import Form, Given, Item
from handlers.views import Button, Say, View, button, say, view
from regulations.questions import QuestionKind
from regulations.sheet import SheetField, SheetRow
from services import sheet as sheets
from services import sheet_typed
from services.sheet import SheetLook
from services.work import Work

ENDS_THE_LIST = ("enough", "none")
"""Answers to the list of courses: these are all, there were none."""
KEPT_TEXT = 3000
"""Letters of a text that waits for «Записать как ответ»."""


def tap(found: SheetLook, do: str, value: str = "") -> SheetTap:
    """A button of the sheet as it stands."""
    return SheetTap(do=do, sheet=found.sheet.id, version=found.sheet.version, value=value)


def form_of(found: SheetLook) -> Form:
    """The sheet as a form; one question at a time once it is full."""
    items = tuple(_item(found, row, field) for row in found.rule.rows for field in row.fields)
    return Form(items, _given(found), lambda do, value: tap(found, do, value), whole=not found.is_full)


def _item(found: SheetLook, row: SheetRow, field: SheetField) -> Item:
    question = field.question
    if field.kind == "courses":
        question = sheet_words.asked_courses(found, field)
    return Item(
        question,
        "sheet-ask",
        facts={"title": sheet_words.title(row, field), "ask": field.ask},
        own=field.own or field.kind == "courses",
        near=False,
        offer=_offer(found, row, field),
        mend="term" not in field.sources,
        group=row.code,
    )


def _offer(found: SheetLook, row: SheetRow, field: SheetField) -> Say | None:
    typed = found.typed.get(field.code)
    if typed is not None:
        value = sheet_words.typed(found, field, typed.value)
        return say("sheet-offer-typed", title=row.title, by=typed.by.short_name, value=value)
    if field.code not in found.proposed:
        return None
    value = sheet_words.shown(found, field, found.proposed[field.code])
    if "term" in field.sources:
        return say("sheet-offer-term", title=row.title, value=value, known=found.route.ends_on is not None)
    if field.is_contact:
        return say("sheet-offer-contact", name=field.short, value=value)
    return say("sheet-offer", title=row.title, value=value)


def _given(found: SheetLook) -> dict[str, Given]:
    done = [field for field in found.rule.fields if field.code in found.done]
    return {one.code: sheet_words.shown(found, one, found.answer(one.code)) for one in done}


async def _draft(work: Work, sheet_id: int) -> Form | None:
    return form_of(await sheets.look(work, sheet_id))


async def _keep(work: Work, sheet_id: int, code: str, answer: str | date, drawn: int | None) -> View:
    found = await sheets.look(work, sheet_id)
    if code == found.rule.courses_field and answer not in ENDS_THE_LIST:
        return await sheet_courses.open_or_begin(work, found, str(answer), drawn)
    value = answer.isoformat() if isinstance(answer, date) else answer
    value = "" if value in ENDS_THE_LIST else value
    await sheets.answer(work, sheet_id, code, value, drawn=drawn)
    return await SHEET.screen(work, sheet_id)


async def _right(work: Work, sheet_id: int, code: str, drawn: int) -> View:
    found = await sheets.look(work, sheet_id)
    stage = sheet_typed if code in found.typed else sheets
    await stage.agree(work, sheet_id, [code], drawn=drawn)
    return await SHEET.screen(work, sheet_id)


async def _remarks(work: Work, sheet_id: int, code: str, day: date) -> list[Say]:
    """A day to come is a next attestation; one very long ago may be a slip."""
    if day > work.today:
        return [say("sheet-day-ahead")]
    return [say("sheet-day-long-ago")] if work.today.year - day.year > 10 else []


@place("sheet.later")
async def later(work: Work, sheet: int) -> View:
    """«Отложить» and /cancel: the draft is always kept; it can be gone on with, or deleted (S-02.2)."""
    found = await sheets.look(work, sheet)
    work.account.go("sheet.later", sheet=sheet)
    return view(
        say("sheet-later", done=found.rows_done, total=len(found.rule.rows)),
        rows=[
            [button("sheet-later.go-on", tap(found, "go-on"), style="primary")],
            [button("sheet-later.clear", tap(found, "clear"))],
            *way_home(),
        ],
    )


async def _leave(work: Work, sheet_id: int) -> View:
    return await places.go(work, "sheet")


@place("sheet.rested")
async def rested(work: Work, sheet: int, at: str, text: str) -> View:
    """A word long after the question: is it the answer, or a greeting? (S-02.1)"""
    found = await sheets.look(work, sheet)
    form = form_of(found)
    item = form.asked(at)
    if item is None:
        return await _leave(work, sheet)
    work.account.go("sheet.rested", sheet=sheet, at=item.question.code, text=text[:KEPT_TEXT])
    number, total = form.place_of(item)
    takes_words = bool(text) and not form.is_offered(item)
    return view(
        say("sheet-rested", number=number, total=total),
        rows=[
            [button("sheet-rested.go-on", tap(found, "resume"), style="primary")],
            [button("sheet-rested.take", tap(found, "take"))] if takes_words else [],
            *way_home(),
        ],
    )


async def asks_a_phone(work: Work) -> bool:
    """Does the question on the screen ask for a phone?"""
    ids = work.account.place_ids
    item = form_of(await sheets.look(work, ids["id"])).asked(ids["at"])
    return item is not None and item.question.kind is QuestionKind.PHONE


async def shared_phone(work: Work, number: str) -> View:
    """A contact sent instead of typing, where a phone is asked for."""
    ids = work.account.place_ids
    return await SHEET.answer(work, ids["id"], ids["at"], number, mend=True)


async def take(work: Work, sheet_id: int) -> View:
    """«Записать как ответ»: the word that came late."""
    ids = work.account.place_ids
    at, text = str(ids.get("at", "")), str(ids.get("text", ""))
    await SHEET.screen(work, sheet_id, at)
    return await SHEET.answer(work, sheet_id, at, text)


SHEET = Filling(
    "sheet.question",
    SheetTap,
    "sheet",
    _draft,
    _keep,
    later,
    _leave,
    right=_right,
    rested=rested,
    remarks=_remarks,
)


def lists(found: SheetLook) -> list[list[Button]]:
    """A button for each question, two in a row: to read it whole and to change it."""
    items = form_of(found).items
    buttons = [
        button(
            "sheet-all.open",
            tap(found, "open", f"{number}."),
            name=found.rule.field(item.question.code).short,
        )
        for number, item in enumerate(items)
    ]
    return [buttons[start : start + 2] for start in range(0, len(buttons), 2)]
