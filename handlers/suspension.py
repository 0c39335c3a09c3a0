"""A route stands still and goes on: why, which days, one screen before it is done (illness, leave)."""

from __future__ import annotations

from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places, plan_lines
from handlers.anything import way_home
from handlers.callbacks_staff import StaffTap, SuspensionTap
from handlers.forms import Filling
from handlers.notices import notice
from handlers.places import At, place, redraws
from handlers.questions import Form, Given, Item
from handlers.views import Button, Say, View, button, say, view
from models.errors import NotYours
from models.route import Route
from models.suspension import Suspension, SuspensionState
from regulations.questions import Question, QuestionKind, read_text
from services import suspension as breaks
from services.suspension import REASONS, Break
from services.work import Work

REASON = Question(
    "reason", QuestionKind.LONG_TEXT, minimum=3, maximum=300, example="suspension-reason.example"
)
STARTS = Question("starts", QuestionKind.DATE, example="suspension-ask-starts.example")
ENDS = Question("ends", QuestionKind.DATE, optional=True, example="suspension-ask-ends.example")


def _tap(one: Suspension, do: str, value: str = "") -> SuspensionTap:
    return SuspensionTap(do=do, suspension=one.id, version=one.version, value=value)


async def begin(tap: CallbackQuery, callback_data: StaffTap, work: Work) -> View:
    """«Приостановить маршрут»."""
    one = await breaks.begin(work, callback_data.person)
    return await places.go(work, "suspension" if one.is_whole else "suspension.reason", suspension=one.id)


async def begin_to_resume(tap: CallbackQuery, callback_data: StaffTap, work: Work) -> View:
    """«Возобновить маршрут»."""
    one = await breaks.current(work, callback_data.person)
    return await places.go(work, "suspension", suspension=one.id)


@place("suspension.reason")
async def reason_screen(work: Work, suspension: int) -> View:
    """Why: a ready reason, or own words."""
    found = await breaks.look(work, suspension)
    work.account.go("suspension.reason", suspension=suspension)
    rows = [[button("suspension-why", _tap(found.suspension, "why", code), reason=code)] for code in REASONS]
    return view(
        say("suspension-reason", name=found.route.teacher.short_name), rows=[*rows, [_to_person(found.route)]]
    )


def _to_person(route: Route) -> Button:
    return button("staff-whom.back", StaffTap(do="open", person=route.teacher_id))


async def reason_tapped(tap: CallbackQuery, callback_data: SuspensionTap, work: Work) -> View:
    """A ready reason."""
    if callback_data.value not in REASONS:
        raise NotYours("refusal-not-yours")
    drawn = callback_data.version
    await breaks.explain(work, callback_data.suspension, callback_data.value, drawn=drawn)
    return await BREAK.screen(work, callback_data.suspension)


async def reason_typed(message: Message, work: Work) -> View:
    """Own words."""
    id = work.account.place_ids["suspension"]
    await breaks.explain(work, id, read_text(REASON, message.text or ""))
    return await BREAK.screen(work, id)


async def _draft(work: Work, suspension_id: int) -> Form | None:
    one = (await breaks.look(work, suspension_id)).suspension
    if one.state is not SuspensionState.DRAFT:
        return None
    given: dict[str, Given] = {"starts": one.starts_on} if one.starts_on else {}
    if one.ends_on is not None or one.endless:
        given["ends"] = one.ends_on or ""
    items = (
        Item(STARTS, "suspension-ask-starts"),
        Item(ENDS, "suspension-ask-ends", earliest=one.starts_on),
    )
    return Form(items, given, lambda do, value: _tap(one, do, value), not one.is_whole)


async def _keep(work: Work, suspension_id: int, code: str, answer: str | date, drawn: int | None) -> View:
    day = answer if isinstance(answer, date) else None
    await breaks.answer(work, suspension_id, code, day, drawn=drawn)
    return await BREAK.screen(work, suspension_id)


async def _leave(work: Work, suspension_id: int) -> View:
    return await places.go(work, "suspension", suspension=suspension_id)


BREAK = Filling("suspension.question", SuspensionTap, "suspension", _draft, _keep, later=_leave, leave=_leave)


@place("suspension")
async def card(work: Work, suspension: int) -> View:
    """One break: why, its days, what may be done now."""
    found = await breaks.look(work, suspension)
    one = found.suspension
    work.account.go("suspension", suspension=suspension)
    head = say("suspension", state=one.state.value, name=found.route.teacher.short_name)
    return view([head, *_told(found)], rows=[*_words(found), [_to_person(found.route)], *way_home()])


def _told(found: Break) -> list[Say]:
    one = found.suspension
    lines = []
    if one.reason:
        ready = one.reason in REASONS
        why = say("suspension-why", reason=one.reason) if ready else one.reason
        lines.append(say("suspension-because", why=why))
    if one.starts_on is not None:
        lines.append(days_line(one.starts_on, one.ends_on))
    if one.state is SuspensionState.ON and found.grows:
        lines.append(say("suspension-grows", days=found.days, ends=found.ends_on))
        if found.long:
            most, clause = found.duration.max_months or 0, plan_lines.cited(found.duration.clause)
            lines.append(say("suspension-long", months=most, clause=clause))
    return lines


def days_line(starts: date, ends: date | None) -> Say:
    """From when to when; an open end is said."""
    return say("suspension-days", starts=starts, ends=ends or "", open=ends is None)


def _words(found: Break) -> list[list[Button]]:
    one = found.suspension
    if one.state is SuspensionState.DRAFT:
        drop = [button("suspension.drop", _tap(one, "drop"))]
        if not one.is_whole:
            return [[button("suspension.go-on", _tap(one, "resume"), style="primary")], drop]
        mend = button("suspension.mend", _tap(one, "again", "0."))
        return [[button("suspension.confirm", _tap(one, "confirm"), style="success")], [mend], drop]
    if one.state is not SuspensionState.ON:
        return []
    prolong = button("suspension.prolong", _tap(one, "prolong"), days=found.days)
    return [
        [button("suspension.as-before", _tap(one, "as-before"), style="success")],
        [prolong] if found.grows else [],
    ]


@redraws(SuspensionTap)
async def fresh(work: Work, data: SuspensionTap) -> View:
    """An outdated tap: the break as it is now."""
    return await card(work, data.suspension)


async def confirm(tap: CallbackQuery, callback_data: SuspensionTap, work: Work) -> View:
    """«Приостановить»."""
    await breaks.confirm(work, callback_data.suspension, drawn=callback_data.version)
    return await card(work, callback_data.suspension)


async def drop(tap: CallbackQuery, callback_data: SuspensionTap, work: Work) -> View:
    """«Не нужно»."""
    await breaks.drop(work, callback_data.suspension, drawn=callback_data.version)
    return await card(work, callback_data.suspension)


async def as_before(tap: CallbackQuery, callback_data: SuspensionTap, work: Work) -> View:
    """«Возобновить, срок прежний»."""
    await breaks.resume(work, callback_data.suspension, prolong=False, drawn=callback_data.version)
    return await card(work, callback_data.suspension)


async def prolong(tap: CallbackQuery, callback_data: SuspensionTap, work: Work) -> View:
    """«Возобновить и продлить»."""
    await breaks.resume(work, callback_data.suspension, prolong=True, drawn=callback_data.version)
    return await card(work, callback_data.suspension)


@notice("suspension-told")
def told(
    own: bool, name: str, on: bool, starts: date, until: date | None, days: int, ends: date | None
) -> View:
    """For the teacher and the team: the route stands still, or goes on."""
    if on:
        said = [say("suspension-told", own=own, name=name), days_line(starts, until)]
        return view(said, rows=way_home())
    term = say("suspension-told-term", days=days, ends=ends or "", known=ends is not None)
    return view([say("suspension-told-over", own=own, name=name), term], rows=way_home())


def router() -> Router:
    """From «Приостановить» to «Возобновить»."""
    routes = Router(name="suspension")
    routes.callback_query.register(begin, StaffTap.filter(F.do == "suspend"))
    routes.callback_query.register(begin_to_resume, StaffTap.filter(F.do == "go-on"))
    verbs = {
        "why": reason_tapped,
        "confirm": confirm,
        "drop": drop,
        "as-before": as_before,
        "prolong": prolong,
    }
    for verb, handler in verbs.items():
        routes.callback_query.register(handler, SuspensionTap.filter(F.do == verb))
    routes.message.register(reason_typed, At("suspension.reason"), F.text, ~F.text.startswith("/"))
    routes.include_router(BREAK.router())
    return routes
