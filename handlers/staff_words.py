"""How people, their roles and the orders about them are named on the screens about people."""

from __future__ import annotations

from handlers.callbacks_staff import StaffTap
from handlers.views import Button, Say, button, say
from models.people import Appointment, Organisation, Person, Role
from models.staff_order import StaffOrder
from regulations.words import Words
from services.work import Work


def role_title(work: Work, person: Person, role: Role) -> Words | Say:
    """A role as it is named at the person's place of work."""
    return role_words(work, person.organisation, role)


def role_words(work: Work, organisation: Organisation, role: Role) -> Words | Say:
    """A role as the regulation of a place names it; in our words where its text has no such role."""
    named = work.rules.of_organisation(organisation).roles
    return next((one.title for one in named if one.code == role.value), say("menu-role", role=role.value))


def office_line(work: Work, office: Appointment) -> Say:
    """«И. о.: директор, с 1 мая по 31 мая»: an office with its dates."""
    return say(
        "staff-card-office",
        acting=office.acting,
        role=role_words(work, office.organisation, office.role),
        since=office.since,
        until=office.until or "",
        open=office.until is None,
    )


def act_line(order: StaffOrder) -> Say:
    """The act on paper, or that there is none yet."""
    if order.dated is None:
        return say("staff-act-none")
    return say("staff-act", number=order.number, dated=order.dated)


def to_person(order: StaffOrder) -> Button:
    """Back to whom it is about."""
    return button("staff-whom.back", StaffTap(do="open", person=order.person_id))
