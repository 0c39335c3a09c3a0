"""The menu: the next step first, everything else one tap away; and the help."""

from __future__ import annotations

from datetime import date

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import (
    choices,
    conclusions_menu,
    help_request_card,
    menu_offices,
    places,
    review_own,
    revision,
    year_application,
    year_report,
)
from handlers.anything import way_home
from handlers.callbacks import Go, HatTap
from handlers.places import place
from handlers.sheet import attestation_line
from handlers.suspension import days_line
from handlers.views import Button, Say, View, button, say, view
from models.diagnosis import DiagnosisState
from models.people import Role
from models.route import RouteState
from regulations.schema import Regulation
from regulations.words import Words
from services import delegation, duties, hats, menu
from services.menu import Desk, OwnRoute
from services.work import Work

MANY = 2
"""Somebody with one role reads nothing about roles."""


@place(places.HOME)
async def home(work: Work) -> View:
    """What a person sees first, whatever hats they wear."""
    work.account.leave()
    whole = await menu.desk(work)
    hat = hats.worn(work, hats.of(work, whole))
    desk = hats.under(work, whole, hat)
    parts: list[Say | list[Say]] = [
        [say("menu", name=work.person.first_names), *_hats(work, whole, hat), *_acting(work, whole)]
    ]
    rows: list[list[Button]] = []
    if desk.own is not None:
        regulation = work.rules.of(desk.own.route)
        parts.append(own_lines(desk.own, regulation, work.today))
        rows += [*review_own.asked_row(desk.own), *own_rows(desk.own), _sheet_row(desk.own)]
        rows += [*review_own.reviews_row(desk.own), *help_request_card.menu_rows(desk)]
        rows += [*conclusions_menu.own_rows(work, desk.own), revision.menu_row(desk.own.revision)]
        rows += [year_application.menu_row(desk.asking), year_report.menu_row(desk.own)]
    if desk.team_routes:
        parts.append(say("menu-team", routes=len(desk.team_routes), waiting=len(desk.waiting)))
        rows += menu_offices.team_rows(desk)
    rows += menu_offices.rows(work, desk)
    if desk.invitations:
        parts.append(say("menu-invited", count=len(desk.invitations)))
    rows = [menu_offices.to_sign(desk), *rows]
    if not (desk.own or desk.team_routes or desk.invitations or desk.to_sign or desk.mentors):
        parts.append(say("menu-nothing") if desk.roles else say("menu-no-role"))
    rows += _other_hats(work, whole, hat)
    rows.append([button("menu-remind", Go(place="remind"))])
    rows.append([button("menu-help", Go(place="help")), button("menu-language", Go(place="entry.language"))])
    return view(*parts, rows=rows)


def _hats(work: Work, desk: Desk, worn: Role | None) -> list[Say]:
    """The offices of somebody who holds several, as the regulation names them, and whose menu this is."""
    titles = [_title(work, role) for role in Role if role in desk.roles]
    if len(titles) < MANY:
        return []
    now = worn if worn is not None and len(hats.of(work, desk)) >= MANY else None
    return [
        say("menu-hats", roles=choices.listed(titles)),
        *([say("menu-hat", role=_title(work, now))] if now else []),
    ]


def _acting(work: Work, desk: Desk) -> list[Say]:
    """«И. о.: директор, до 12 мая»; after that day nothing of it is left."""
    return [say("menu-acting", role=_title(work, one.role), until=one.until) for one in desk.acting]


def _other_hats(work: Work, desk: Desk, worn: Role | None) -> list[list[Button]]:
    """A way to each other role, with what waits there."""
    others = [hat for hat in hats.of(work, desk) if hat is not worn]
    waiting = {hat: hats.under(work, desk, hat) for hat in others}
    return [
        [
            button(
                "menu-other-hat",
                HatTap(role=hat.value),
                role=_title(work, hat),
                waiting=waiting[hat].pending,
            )
        ]
        for hat in others
    ]


def _title(work: Work, role: Role) -> Words | Say:
    """A role as the regulation of the person's organisation names it; in our words where its text has no such role."""
    named = work.rules.of_organisation(work.person.organisation).roles
    return next((one.title for one in named if one.code == role.value), say("menu-role", role=role.value))


def own_lines(own: OwnRoute, regulation: Regulation, today: date) -> list[Say]:
    """The route at a glance: its stage, the count with its clause, what comes next."""
    stands = {"stage": stage_of(own), "numbered": bool(own.registered), "number": own.registered}
    lines = [say("menu-stage", regulation=regulation.short_title, **stands)]
    if own.route.suspended_on is not None:
        lines.append(days_line(own.route.suspended_on, own.route.suspended_until))
    if own.stopped_at is not None:
        number, total = own.stopped_at
        lines.append(say("menu-diagnosis-stopped", number=number, total=total))
    least = regulation.min_activities
    if least is not None and own.activities:
        lines.append(
            say(
                "menu-count",
                planned=own.planned,
                accepted=own.accepted,
                least=least.planned,
                clause=least.clause,
            )
        )
    if own.nearest is not None:
        day = own.nearest.on_date
        lines.append(
            say("menu-next", title=own.nearest.title, on=day, passed=day is not None and day < today)
        )
    lines += [
        say("menu-final", title=event.title, on=event.on_date, state=event.state.value)
        for event in own.final_events
    ]
    lines += attestation_line(own.sheet)
    return lines


def stage_of(own: OwnRoute) -> str:
    """The stage in one word of ours, for the locale's selector."""
    if own.route.state is not RouteState.DRAFT:
        return own.route.state.value
    if own.questionnaire and (own.diagnosis is None or own.diagnosis.state is DiagnosisState.IN_PROGRESS):
        return "diagnosis"
    return "plan"


def own_rows(own: OwnRoute) -> list[list[Button]]:
    """The teacher's ways on; the one that is due stands first and is marked."""
    diagnosis = [button("menu-diagnosis", Go(place="diagnosis"), done=_diagnosis_state(own))]
    diagnosis = diagnosis if own.questionnaire else []
    plan = button("menu-plan", Go(place="plan"), style="primary" if stage_of(own) == "plan" else None)
    if own.route.state is RouteState.ACTIVE:
        reports = button("menu-report", Go(place="report"), style="primary")
        return [[reports], [plan], diagnosis, [button("menu-final-event", Go(place="final-event"))]]
    final = [button("menu-final-event", Go(place="final-event"))]
    if stage_of(own) == "diagnosis":
        return [
            [button("menu-diagnosis", Go(place="diagnosis"), done=_diagnosis_state(own), style="primary")],
            [plan],
            final if own.final_events else [],
        ]
    return [[plan], diagnosis, final]


def _sheet_row(own: OwnRoute) -> list[Button]:
    """The information sheet, and how many of its rows are filled in."""
    if own.sheet is None:
        return []
    found, total = own.sheet, len(own.sheet.rule.rows)
    return [button("menu-sheet", Go(place="sheet"), full=found.is_full, done=found.rows_done, total=total)]


def _diagnosis_state(own: OwnRoute) -> str:
    return own.diagnosis.state.value if own.diagnosis else "new"


@place("help")
async def help_screen(work: Work) -> View:
    """What can be done here, and whom to ask."""
    if work.account.person is None:
        return view(say("help-stranger"), rows=[[button("help-stranger.back", Go(place=places.HOME))]])
    walks = await delegation.walks(work)
    hand = [[button("help.delegation", Go(place="delegation"))]] if walks else []
    laid = [[button("help.duties", Go(place="why.duties"))]] if await duties.own(work) else []
    return view(say("help", walks=walks), rows=[*laid, *hand, *way_home()])


async def show_menu(message: Message, work: Work) -> View:
    """/menu: from anywhere; the draft of whatever was being typed stays."""
    if work.account.person is None:
        return await places.here(work)
    return await places.go(work, places.HOME)


async def show_help(message: Message, work: Work) -> View:
    """/help: where the person is stays as it was."""
    return await help_screen(work)


async def cancel(message: Message, work: Work) -> View:
    """/cancel: leaves the question; what was said is kept as a draft."""
    if work.account.person is None:
        return await places.here(work)
    asked = bool(work.account.place)
    shown = await places.go(work, places.HOME)
    return shown.led_by(say("menu-cancelled" if asked else "menu-nothing-to-cancel"))


async def wear(tap: CallbackQuery, callback_data: HatTap, work: Work) -> View:
    """Another hat: its menu in place of this one."""
    await hats.wear(work, callback_data.role)
    return await home(work)


async def go(tap: CallbackQuery, callback_data: Go, work: Work) -> View:
    """A button that leads to a place. A stranger, or a place that is no more, leads where the person is."""
    if work.account.person is None or callback_data.place not in places.SCREENS:
        return await places.here(work)
    work.account.leave()
    return await places.draw(work, callback_data.place, {})


def router() -> Router:
    """The menu and its neighbours."""
    routes = Router(name="menu")
    routes.message.register(show_menu, Command("menu"))
    routes.message.register(show_help, Command("help"))
    routes.message.register(cancel, Command("cancel"))
    routes.callback_query.register(go, Go.filter())
    routes.callback_query.register(wear, HatTap.filter())
    return routes
