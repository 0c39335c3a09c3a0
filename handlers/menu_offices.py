"""What the menu offers by office, beside the routes: each stage says its own row."""

from __future__ import annotations

from handlers import (
    alert_state,
    catalogue_entry,
    conclusions_menu,
    help_request_card,
    house,
    load,
    mentoring_card,
    papers,
    report_wanted,
    year_desk,
)
from handlers.callbacks import Go
from handlers.views import Button, button
from models.people import Role
from models.route import RouteState
from services import diagnosis_teachers, overview, staff
from services.menu import Desk
from services.work import Work

SIGNING = frozenset({Role.METHODIST, Role.CENTRE_METHODIST, Role.CENTRE_HEAD, Role.DEPUTY_HEAD, Role.HEAD})


def team_rows(desk: Desk) -> list[list[Button]]:
    """What a tutor or methodist does: the queue first."""
    style = "primary" if desk.waiting else None
    waiting = sum(one.state is RouteState.ON_CONFIRMATION for one in desk.plans)
    pressing = "primary" if waiting else None
    plans = button("menu-plans", Go(place="plan.waiting"), style=pressing, waiting=waiting)
    return [
        [plans] if desk.plans else [],
        [button("menu-queue", Go(place="review"), style=style, waiting=len(desk.waiting))],
        report_wanted.menu_row(len(desk.wanted)),
        [button("menu-teachers", Go(place="review.teachers"))],
        [button("menu-team-events", Go(place="final-event.team"))] if desk.team_events else [],
        [button("menu-type", Go(place="delegation.routes"), routes=desk.typed_for)] if desk.typed_for else [],
    ]


def rows(work: Work, desk: Desk) -> list[list[Button]]:
    """What waits for an answer first, then what is kept, watched and arranged."""
    invited = len(desk.invitations)
    loads = staff.opens(desk.roles) and not work.person.alias
    invitations = button("menu-invitations", Go(place="final-event.invitations"), count=invited)
    diagnoses = button("menu-diagnoses", Go(place="diagnosis.routes"))
    registry = [button("menu-registry", Go(place="registry"))] if staff.opens(desk.roles) else []
    watched = [button("menu-overview", Go(place="overview"))] if overview.opens(desk.roles) else []
    people = [button("menu-staff", Go(place="staff"))] if staff.opens(desk.roles) else []
    return [
        *help_request_card.waiting_rows(desk),
        *catalogue_entry.menu_rows(desk),
        *load.menu_rows(desk),
        *year_desk.menu_rows(desk),
        *mentoring_card.menu_rows(desk),
        *papers.menu_rows(desk),
        *conclusions_menu.office_rows(work, desk),
        [invitations] if invited else [],
        [diagnoses] if diagnosis_teachers.opens(desk.roles) else [],
        [*registry, *watched],
        [*people, *([button("menu-import", Go(place="import"))] if loads else [])],
        house.menu_row(work, desk),
        alert_state.menu_row(desk),
    ]


def to_sign(desk: Desk) -> list[Button]:
    """What waits for a signature, before everything else; whoever signs by their office always finds the place."""
    style, signs = "primary" if desk.to_sign else None, desk.to_sign or SIGNING & desk.roles
    return [button("menu-sign", Go(place="signing"), style=style, count=desk.to_sign)] if signs else []
