"""«Люди»: who accompanies teachers, anybody else by a part of a name; what may be changed about one (people.md)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places, staff_form, staff_order, staff_tutor
from handlers import staff_office as offices
from handlers import suspension as breaks
from handlers import transfer as moves
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_staff import StaffTap, TransferTap
from handlers.places import At, place
from handlers.staff_words import office_line, role_title, role_words
from handlers.suspension import days_line
from handlers.views import Button, Say, View, button, say, view
from models.people import Person
from models.route import RouteState
from models.transfer import Transfer
from regulations.questions import Question, read_text
from services import staff, staff_office, transfer
from services.pages import Page
from services.staff import Known, Reach
from services.work import Work

NAME = Question("name", minimum=2, maximum=60, example="staff.example")
MOST_PAST = 2
MOST_MOVES = 3


@place("staff")
async def people(work: Work, text: str = "", at: int = 0) -> View:
    """Who accompanies teachers here; a part of a name finds anybody."""
    found = await staff.page(work, text, at)
    work.account.go("staff", text=text, at=found.at)
    sent = [[_move(one)] for one in (await transfer.waiting(work))[:MOST_MOVES]]
    rows = [*sent, *([_person(one)] for one in found.lines)]
    back = [button("staff.everybody", Go(place="staff"))] if text else []
    return view(
        say("staff", count=found.total, asked=bool(text), text=text),
        rows=[*rows, _pages(found), back, *way_home()],
    )


def _person(one: Person) -> Button:
    data = StaffTap(do="open", person=one.id)
    if one.position:
        return button("staff-person", data, name=one.short_name, position=one.position)
    return button("staff-person.name", data, name=one.short_name)


def _move(one: Transfer) -> Button:
    """A teacher whom another school would send here."""
    data = TransferTap(do="open", transfer=one.id, version=one.version)
    return button("staff.move", data, style="primary", name=one.route.teacher.short_name)


def _pages(found: Page[Person]) -> list[Button]:
    turn = []
    if found.at:
        turn.append(button("staff.earlier", StaffTap(do="page", person=0, value=str(found.at - 1))))
    if found.more:
        turn.append(button("staff.later", StaffTap(do="page", person=0, value=str(found.at + 1))))
    return turn


async def turn_page(tap: CallbackQuery, callback_data: StaffTap, work: Work) -> View:
    """Another page of the same list."""
    value, ids = callback_data.value, work.account.place_ids
    text = str(ids.get("text", "")) if work.account.place == "staff" else ""
    return await people(work, text, int(value) if value.isdecimal() and len(value) < 6 else 0)


async def named(message: Message, work: Work) -> View:
    """A part of a name."""
    return await people(work, read_text(NAME, message.text or ""))


@place("staff.person")
async def card(work: Work, person: int) -> View:
    """One person: where, as what, on how many routes; what may be changed."""
    found = await staff.look(work, person)
    work.account.go("staff.person", person=person)
    one = found.person
    return view(
        say("staff-card", name=one.chat_name, position=one.position, known=bool(one.position)),
        [say("staff-card-place", school=one.organisation.name), *_offices(work, found)],
        *([said] if (said := _places(work, found)) else []),
        rows=[
            *_changes(work, found, await staff.reach(work)),
            [button("staff-card.back", Go(place="staff"))],
            *way_home(),
        ],
    )


def _offices(work: Work, found: Known) -> list[Say]:
    """Every office of now and to come; the latest of the past, so that an old paper can be understood (X39)."""
    now = [office_line(work, one) for one in found.offices]
    past = [say("staff-card-past", office=office_line(work, one)) for one in found.past[:MOST_PAST]]
    return [*now, *past] if found.offices or past else [say("staff-card-no-office")]


def _places(work: Work, found: Known) -> list[Say]:
    alone = [say("staff-card-alone")] if found.alone else []
    if found.route is not None and found.route.suspended_on is not None:
        alone.append(days_line(found.route.suspended_on, found.route.suspended_until))
    return alone + [
        say("staff-card-routes", role=role_title(work, found.person, role), count=count)
        for role, count in found.places.items()
    ]


def _changes(work: Work, found: Known, mine: Reach) -> list[list[Button]]:
    one = found.person
    hand_over = [
        [
            button(
                "staff-card.hand-over",
                StaffTap(do="hand-over", person=one.id, value=role.value),
                role=role_title(work, one, role),
                count=count,
            )
        ]
        for role, count in found.places.items()
    ]
    if one.id == work.person.id:
        return hand_over
    return [*_route_changes(found), *hand_over, *_office_changes(work, found, mine)]


def _route_changes(found: Known) -> list[list[Button]]:
    """What may be done about the route that the person walks."""
    one = found.person
    tutor = button("staff-card.tutor", StaffTap(do="tutor", person=one.id), style="primary")
    move = button("staff-card.transfer", StaffTap(do="transfer", person=one.id))
    if found.route is None:
        return []
    still = found.route.suspended_on is not None
    stop = button("staff-card.suspend", StaffTap(do="suspend", person=one.id))
    go_on = button("staff-card.resume", StaffTap(do="go-on", person=one.id), style="primary")
    breaks = [go_on if still else stop] if found.route.state is not RouteState.CLOSED else []
    return [[tutor] if found.alone else [], breaks, [move]]


def _office_changes(work: Work, found: Known, mine: Reach) -> list[list[Button]]:
    """Offices that the reader may give or end; nobody their own."""
    one = found.person
    gives = staff_office.may_give(mine, one.organisation, acting=False)
    stands_in = staff_office.may_give(mine, one.organisation, acting=True)
    ends = [office for office in found.offices if office.role in staff_office.ending(mine, office)]
    return [
        [button("staff-card.appoint", StaffTap(do="appoint", person=one.id))] if gives else [],
        [button("staff-card.acting", StaffTap(do="acting", person=one.id))] if stands_in else [],
        *(
            [
                button(
                    "staff-card.end",
                    StaffTap(do="end", person=one.id, value=str(office.id)),
                    role=role_words(work, office.organisation, office.role),
                    acting=office.acting,
                )
            ]
            for office in ends
        ),
    ]


async def open_card(tap: CallbackQuery, callback_data: StaffTap, work: Work) -> View:
    """Somebody of the list."""
    return await places.go(work, "staff.person", person=callback_data.person)


def router() -> Router:
    """People, and the orders about them."""
    routes = Router(name="staff")
    routes.callback_query.register(turn_page, StaffTap.filter(F.do == "page"))
    routes.callback_query.register(open_card, StaffTap.filter(F.do == "open"))
    routes.message.register(named, At("staff"), F.text, ~F.text.startswith("/"))
    routes.include_routers(staff_order.router(), offices.router(), staff_form.ORDER.router())
    routes.include_routers(staff_tutor.router(), moves.router(), breaks.router())
    return routes
