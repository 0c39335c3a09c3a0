"""Stamps and signatures on papers: who signed, as they were then (X39); else who would sign today, or a blank."""

from __future__ import annotations

from collections.abc import Sequence

from documents.paper_model import Line, Signature, Stamp
from models.paper_slot import PaperSlot, SlotState, Way
from models.people import CENTRE_ROLES, Organisation, Person, Role
from models.route import RouteState
from regulations.approval import ApprovalStep
from services.paper_facts import Facts
from services.paper_words import long_day, name_to_sign, phrase, read

TWO_STAMPS = 2


def mark_of(facts: Facts) -> str:
    """«ПРОЕКТ» until the last word on the plan is given."""
    return phrase("draft") if facts.route.state in (RouteState.DRAFT, RouteState.ON_CONFIRMATION) else ""


def stamps(facts: Facts) -> tuple[Stamp, ...]:
    """«СОГЛАСОВАНО» on the left and «УТВЕРЖДАЮ» on the right; a chain of one step stands on the right."""
    made = [_stamp(facts, one) for one in facts.regulation.signing.chain[-TWO_STAMPS:]]
    if not made:
        return ()
    return (Stamp("", ()), made[0]) if len(made) < TWO_STAMPS else (made[0], made[1])


def _stamp(facts: Facts, rule: ApprovalStep) -> Stamp:
    """Position, organisation, name and day: of whoever signed, as they were then (X39); else of today's officer."""
    role, slot = Role(rule.role), signed_by(facts.slots, rule.role)
    officer = facts.officers.get(role)
    if slot is None:
        lines = [Line(_to_sign(name_to_sign(officer))), Line(long_day(None))]
        office = _office(facts, officer, role)
    else:
        lines = [Line(slot.surname_initials), Line(how(facts.route.organisation, slot))]
        office = _office_then(facts, slot, officer, role)
    return Stamp(read(rule.stamp), (*office, *lines))


def _to_sign(name: str) -> str:
    return f"{phrase('blank_sign')} / {name}"


def _office(facts: Facts, officer: Person | None, role: Role) -> tuple[Line, Line]:
    """Position and organisation; the blanks of the form where nobody is known."""
    blank, title = phrase("blank_name"), title_of(facts, role)
    if officer is None:
        position = Line(title) if role in CENTRE_ROLES else Line(blank, phrase("position_under"))
        return position, Line(blank, phrase("organisation_under"))
    position = Line(title if role in facts.acting else officer.position or title)
    return position, Line(facts.names[officer.organisation_id])


def _office_then(facts: Facts, slot: PaperSlot, officer: Person | None, role: Role) -> tuple[Line, Line]:
    """The same of whoever signed: as it was kept with the signature, and what is not known of it as it is today."""
    title = read(facts.regulation.role_title((slot.role or role).value))
    now = facts.names[officer.organisation_id] if officer is not None else phrase("blank_name")
    said = acting(title) if slot.acting else slot.position or title
    return Line(said), Line(slot.place or now)


def title_of(facts: Facts, role: Role) -> str:
    """A role by the regulation, with «и. о.» where it is held for a time today."""
    title = read(facts.regulation.role_title(role.value))
    return acting(title) if role in facts.acting else title


def acting(title: str) -> str:
    """«Руководитель (и. о.)»: a word that needs no case."""
    return phrase("acting", title=title)


def signed_by(slots: Sequence[PaperSlot], role: str) -> PaperSlot | None:
    """The signature that a role has given, or another in its place; None while there is none."""
    given = [one for one in slots if one.state is SlotState.SIGNED]
    return next((one for one in given if role in (*one.held_by, *one.instead_of.strip(",").split(","))), None)


def how(school: Organisation, slot: PaperSlot) -> str:
    """When it was signed, and how: with a simple electronic signature, with the code alone, on paper."""
    if slot.way is Way.PAPER:
        return phrase("signed_on_paper", on=f"{slot.paper_on:%d.%m.%Y}" if slot.paper_on else "")
    at = f"{school.local(slot.at):%d.%m.%Y %H:%M}" if slot.at is not None else ""
    return (
        phrase("signed_simple", at=at, act=slot.simple) if slot.simple else phrase("signed_with_code", at=at)
    )


def signatures(facts: Facts, roles: Sequence[str], slots: Sequence[PaperSlot] = ()) -> tuple[Signature, ...]:
    """A line for each role that signs: their name as it was then, when and how; else who holds it today (X39)."""
    return tuple(_signature(facts, Role(one), signed_by(slots, one)) for one in dict.fromkeys(roles))


def _signature(facts: Facts, role: Role, slot: PaperSlot | None) -> Signature:
    if slot is None:
        return Signature(title_of(facts, role), name_to_sign(facts.officers.get(role)))
    title = read(facts.regulation.role_title((slot.role or role).value))
    who = acting(title) if slot.acting else title
    return Signature(who, slot.surname_initials, under=how(facts.route.organisation, slot))
