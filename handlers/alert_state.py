"""«Состояние бота», for an administrator: the figures, the own second code, and which command does what."""

from __future__ import annotations

from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_factor import FactorTap
from handlers.places import place
from handlers.views import Button, Say, View, button, say, view
from models.people import OrganisationKind, Role
from services import alert_state, signing_protocol
from services.alert import MEGABYTE
from services.alert_state import State
from services.menu import Desk
from services.work import Work

COMMANDS = (
    "doctor",
    "backup",
    "restore",
    "import",
    "admin",
    "discreet",
    "house",
    "registry",
    "papers",
    "needs",
    "journal",
    "migrate",
    "move-database",
)


@place("alert.state")
async def state(work: Work) -> View:
    """How the bot fares, and what an administrator can do from here."""
    found = await alert_state.state(work)
    work.account.go("alert.state")
    lines = _figures(found) if found is not None else [say("alert-state-elsewhere")]
    code = button("alert-state.code", FactorTap(do="open"))
    answers = await signing_protocol.answers_for(work) is not None
    return view(
        say("alert-state"),
        lines,
        *([_bugs(found)] if found is not None else []),
        rows=[
            [button("alert-state.again", Go(place="alert.state"))] if found is not None else [],
            [button("alert-state.commands", Go(place="alert.commands"))],
            [code] if work.rules.factor_key else [],
            [button("signing.act", Go(place="signing.act"))] if answers else [],
            *way_home(),
        ],
    )


def _figures(found: State) -> list[Say]:
    """The queue first: it is what people notice."""
    places, machine = found.places, found.machine
    lines = [
        say(
            "alert-state-queue",
            waiting=found.waiting,
            since=found.since or found.now,
            still=found.stands_still,
        ),
        say("alert-state-backup", kind=found.backup, at=machine.backed_up or found.now),
        say("alert-state-people", people=found.people, entered=found.entered),
        say(
            "alert-state-places",
            schools=places.get(OrganisationKind.SCHOOL, 0),
            centres=places.get(OrganisationKind.CENTRE, 0),
        ),
    ]
    if machine.free is not None:
        free = machine.free // MEGABYTE
        lines.insert(2, say("alert-state-disk", megabytes=free, full=found.is_full))
    if found.copies:
        lines.append(say("alert-state-copies", count=found.copies))
    return [*lines, say("alert-state-codes", far=found.far, coded=found.coded)]


def _bugs(found: State) -> list[Say]:
    """By the numbers that stand in the log."""
    lines = [say("alert-state-bug", number=number, at=at) for number, at in found.bugs]
    return [say("alert-state-bugs", count=len(lines)), *lines]


@place("alert.commands")
async def commands(work: Work) -> View:
    """Which command of the server does what: nothing of it can be done from the chat."""
    await alert_state.only_administrators(work)
    work.account.go("alert.commands")
    lines = [say("alert-command", name=name) for name in COMMANDS]
    return view(
        say("alert-commands"),
        lines,
        rows=[[button("alert-commands.back", Go(place="alert.state"))], *way_home()],
    )


def menu_row(desk: Desk) -> list[Button]:
    """In the menu of whoever holds the office."""
    if Role.ADMIN not in desk.roles:
        return []
    return [button("alert-state-menu", Go(place="alert.state"), style="primary")]
