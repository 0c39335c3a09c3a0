"""Mentoring (S004): a person's programmes, and the card of one with what can be done now."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import (
    mentoring_assent,
    mentoring_end,
    mentoring_log,
    mentoring_note,
    mentoring_paper,
    mentoring_people,
    mentoring_plan,
    mentoring_read,
    mentoring_school,
    places,
)
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_mentoring import MentorTap, PartyTap
from handlers.mentoring_card import label, parts_of, rows_of, tap
from handlers.places import place, redraws
from handlers.views import Button, View, button, say, view
from models.mentoring_member import MentorshipState
from models.people import Role
from services import mentoring
from services import mentoring_log as logged
from services import mentoring_school as leading
from services.mentoring import Programme
from services.work import Work

SHOWN = 8


@place("mentoring")
async def home(work: Work) -> View:
    """My programmes, and a way to begin one."""
    work.account.leave()
    found = await mentoring.mine(work)
    begins = await mentoring.may_begin(work)
    new = [button("mentoring.begin", Go(place="mentoring.begin"), style="primary")] if begins else []
    rows = [[_open(one)] for one in found[:SHOWN]]
    leads = await leading.leads(work, work.person.organisation_id)
    school = [button("mentoring.school", Go(place="mentoring.school"))] if leads else []
    long = [button("long-route-menu", Go(place="long-route"))] if await mentoring.walks_long(work) else []
    first = "true" if begins else "school" if leads else "false"
    return view(
        say("mentoring", count=len(found), begins=first), rows=[new, *rows, long, school, *way_home()]
    )


def _open(one: Programme) -> Button:
    made = one.mentorship
    return button("mentoring-line", tap(made, "card"), problem=label(one), state=made.state.value)


@place("mentoring.begin")
async def begin(work: Work) -> View:
    """«Начать программу», or on with the one begun: first how it is made, then for whom, then the note."""
    found = await mentoring.begin(work)
    if found.mentorship.way is None:
        return await places.go(work, "mentoring.way", programme=found.mentorship.id)
    return await go_on(work, found)


async def go_on(work: Work, found: Programme) -> View:
    """To whatever the draft still needs."""
    if not found.mentorship.mentees:
        return await places.go(work, "mentoring.people", programme=found.mentorship.id)
    return await mentoring_note.NOTE.screen(work, found.mentorship.id)


@place("mentoring.card")
async def card(work: Work, programme: int) -> View:
    """One programme, for who takes part."""
    log = await logged.log(work, programme)
    found = log.programme
    running = found.mentorship.state not in (MentorshipState.DRAFT, MentorshipState.WAITING)
    progress = mentoring_log.in_short(log, work.person.id) if running else []
    return view(
        *parts_of(found, work.person),
        *([progress] if progress else []),
        rows=[*rows_of(found, work.person), [button("mentoring-back", Go(place="mentoring"))], *way_home()],
    )


@redraws(MentorTap)
async def fresh(work: Work, data: MentorTap) -> View:
    """An outdated tap: the programme as it is now, for who takes part or leads the school."""
    inside = (await leading.read(work, data.programme)).mentorship.place_of(work.person) is not None
    return await places.go(work, "mentoring.card" if inside else "mentoring.read", programme=data.programme)


@redraws(PartyTap)
async def fresh_people(work: Work, data: PartyTap) -> View:
    """An outdated tap on somebody: the people as they are now."""
    role = Role.MENTOR if data.do == "mentor" else Role.MENTEE
    return await mentoring_people.people(work, data.programme, role.value)


async def open_card(tap: CallbackQuery, callback_data: MentorTap, work: Work) -> View:
    """A programme of a list, or of a notice."""
    return await places.go(work, "mentoring.card", programme=callback_data.programme)


async def remove(press: CallbackQuery, callback_data: MentorTap, work: Work) -> View:
    """«Убрать черновик»: asked once more."""
    found = await mentoring.written(work, callback_data.programme, drawn=callback_data.version)
    return view(
        say("mentoring-remove", problem=label(found)),
        rows=[
            [button("mentoring-remove.yes", tap(found.mentorship, "remove-yes"), style="danger")],
            [button("mentoring-remove.no", tap(found.mentorship, "card"))],
        ],
    )


async def removed(tap: CallbackQuery, callback_data: MentorTap, work: Work) -> View:
    """«Да, убрать»."""
    await mentoring.remove(work, callback_data.programme, drawn=callback_data.version)
    return (await places.go(work, "mentoring")).with_toast(say("mentoring-removed"))


def router() -> Router:
    """The list and the card; everything else about mentoring hangs below."""
    routes = Router(name="mentoring")
    routes.callback_query.register(open_card, MentorTap.filter(F.do == "card"))
    routes.callback_query.register(remove, MentorTap.filter(F.do == "remove"))
    routes.callback_query.register(removed, MentorTap.filter(F.do == "remove-yes"))
    routes.include_routers(mentoring_people.router(), mentoring_note.router(), mentoring_assent.router())
    routes.include_routers(mentoring_plan.router(), mentoring_log.router(), mentoring_paper.router())
    routes.include_routers(mentoring_end.router(), mentoring_school.router(), mentoring_read.router())
    return routes
