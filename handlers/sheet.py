"""The information sheet: what is done, what the school says, every answer in a list (S000 4.2, S-02)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import places, sheet_courses, sheet_typed, sheet_words
from handlers.anything import way_home
from handlers.callbacks import Go, SheetTap
from handlers.notices import notice
from handlers.places import At, place
from handlers.sheet_form import SHEET, asks_a_phone, form_of, lists, shared_phone, take, tap
from handlers.views import Button, Say, View, button, say, view
from regulations.sheet import SheetField
from regulations.words import Words
from services import sheet
from services.sheet import SheetLook
from services.work import Work

AT_ONCE = 6
"""How many known answers are shown for one «Всё верно»."""


@place("sheet")
async def home(work: Work) -> View:
    """What the sheet is for, how many rows are done, the way on."""
    work.account.go("sheet")
    found = await sheet.own(work)
    done, total = found.rows_done, len(found.rule.rows)
    return view(
        say("sheet", clause=found.rule.clause),
        say("sheet-done", done=done, total=total),
        rows=[
            sheet_typed.to_check(found),
            [] if found.is_full else [_on(found)],
            [button("sheet.all", Go(place="sheet.all"))] if found.done else [],
            *way_home(),
        ],
    )


def _on(found: SheetLook) -> Button:
    """On from the first open row; «Начать» when nothing is said yet."""
    form = form_of(found)
    item = form.asked("")
    number, _ = form.place_of(item) if item else (0, 0)
    return button("sheet.go-on", tap(found, "go-on"), style="primary", number=number if found.done else 0)


async def go_on(tap: CallbackQuery, callback_data: SheetTap, work: Work) -> View:
    """What the school says first, all at once; then question by question."""
    found = await sheet.look(work, callback_data.sheet)
    return await known(work) if found.known else await SHEET.screen(work, found.sheet.id)


@place("sheet.known")
async def known(work: Work) -> View:
    """What the school says, a few lines at a time: one tap, or one by one. A single line is asked in its turn."""
    found = await sheet.own(work)
    if len(found.known) < 2:
        return await SHEET.screen(work, found.sheet.id)
    work.account.go("sheet.known")
    return view(
        say("sheet-known", more=bool(found.done)),
        [sheet_words.known_line(found, field) for field in _at_once(found)],
        rows=[
            [button("sheet-known.right", tap(found, "all-right"), style="success")],
            [button("sheet-known.one-by-one", tap(found, "resume"))],
            *way_home(),
        ],
    )


def _at_once(found: SheetLook) -> list[SheetField]:
    return found.known[:AT_ONCE]


async def all_right(tap: CallbackQuery, callback_data: SheetTap, work: Work) -> View:
    """«Всё верно»: to exactly what was shown in this version of the sheet."""
    found = await sheet.look(work, callback_data.sheet)
    shown = [field.code for field in _at_once(found)]
    await sheet.agree(work, callback_data.sheet, shown, drawn=callback_data.version)
    return await known(work)


@place("sheet.all")
async def every_answer(work: Work) -> View:
    """Every row with its answer; each can be opened and changed."""
    work.account.go("sheet.all")
    found = await sheet.own(work)
    return view(
        say("sheet-all", done=found.rows_done, total=len(found.rule.rows)),
        sheet_words.lines(found),
        rows=[*lists(found), [button("sheet-all.back", Go(place="sheet"))]],
    )


@place("sheet.clear")
async def sure(work: Work) -> View:
    """What goes and what stays, before the answers are deleted."""
    work.account.go("sheet.clear")
    found = await sheet.own(work)
    return view(
        say("sheet-clear"),
        rows=[
            [button("sheet-clear.no", Go(place="sheet"), style="primary")],
            [button("sheet-clear.yes", tap(found, "clear-yes"), style="danger")],
        ],
    )


async def ask_to_clear(tap: CallbackQuery, callback_data: SheetTap, work: Work) -> View:
    """«Удалить мои ответы»: asked once more."""
    await sheet.look(work, callback_data.sheet)
    return await sure(work)


async def clear(tap: CallbackQuery, callback_data: SheetTap, work: Work) -> View:
    """«Да, удалить»."""
    await sheet.clear(work, callback_data.sheet, drawn=callback_data.version)
    return (await home(work)).with_toast(say("sheet-cleared"))


async def take_late(tap: CallbackQuery, callback_data: SheetTap, work: Work) -> View:
    """«Записать как ответ», where the word came long after the question."""
    return await take(work, callback_data.sheet)


async def cancel(message: Message, work: Work) -> View:
    """/cancel in the sheet: the draft stays, and may be deleted (S-02.2)."""
    found = await sheet.own(work)
    return await places.go(work, "sheet.later", sheet=found.sheet.id)


async def contact(message: Message, work: Work) -> View:
    """A contact: one's own is the answer where a phone is asked for, somebody else's is not."""
    sent, sender = message.contact, message.from_user
    if sent is None or sender is None or not await asks_a_phone(work):
        return (await places.here(work)).led_by(say("anything-other")).in_new_message()
    if sent.user_id != sender.id:
        return (await places.here(work)).led_by(say("sheet-contact-of-another")).in_new_message()
    return await shared_phone(work, sent.phone_number)


@notice("sheet-differs")
def differs(name: str, school: str, what: Words) -> View:
    """For the methodists: a teacher corrects what the imported list says."""
    return view(say("sheet-differs", name=name, school=school, what=what), rows=way_home())


def attestation_line(found: SheetLook | None) -> list[Say]:
    """«До аттестации 143 дня», within a year of it."""
    due = found.attestation if found is not None else None
    if found is None or due is None or not 0 <= (due - found.today).days <= 365:
        return []
    return [say("sheet-attestation", left=(due - found.today).days, on=due)]


def attestation_row(found: SheetLook | None) -> list[Button]:
    """Within a year of it: what the route has brought, as one archive for the attestation (S002, R2-004)."""
    near = attestation_line(found)
    return [button("sheet-attestation.portfolio", Go(place="portfolio"))] if near else []


def router() -> Router:
    """The sheet; /cancel is its own here."""
    routes = Router(name="sheet")
    routes.message.register(cancel, Command("cancel"), At(SHEET.place, sheet_courses.COURSE.place))
    routes.message.register(contact, F.contact, At(SHEET.place))
    verbs = {
        "go-on": go_on,
        "all-right": all_right,
        "open": SHEET.again,
        "clear": ask_to_clear,
        "clear-yes": clear,
    }
    for verb, handler in verbs.items():
        routes.callback_query.register(handler, SheetTap.filter(F.do == verb))
    routes.callback_query.register(take_late, SheetTap.filter(F.do == "take"), At("sheet.rested"))
    routes.include_router(SHEET.router())
    routes.include_routers(sheet_courses.router(), sheet_typed.router())
    return routes
