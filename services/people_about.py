"""What an imported sheet says about a teacher beside the name: education, years of service, contacts, courses."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from models.entry import ConsentDecision, consents_of_people
from models.people import ROUTE_ROLES, Person
from models.sheet import Sheet, SheetCourse, sheets_of_people
from regulations.courses import read_courses
from regulations.sheet import CONTACTS
from regulations.sheet import Sheet as SheetRule
from services.in_portions import rows
from services.people_sheet import NamedPerson, Roster
from services.work import Work

GONE = frozenset({ConsentDecision.WITHDRAWN, ConsentDecision.REFUSED})


async def propose(work: Work, roster: Roster, people: Mapping[str, Person]) -> int:
    """Everything the roster says about people who walk a route; returns how many sheets have changed.

    A person's own words stay; what they agreed with is asked anew when the list says something else. Contacts of
    people who have refused or withdrawn the consent are left out.
    """
    told = {people[one.external_id].id: one for one in roster.people.values() if one.about and _walks(one)}
    sheets = {one.person_id: one for one in await rows(work, told.keys(), sheets_of_people)}
    last = {one.person_id: one.decision for one in await rows(work, told.keys(), consents_of_people)}
    changed = 0
    for person_id, named in told.items():
        rule = work.rules.regulations.get(roster.organisations[named.home].regulation).sheet
        about = {column: said for column, said in named.about.items() if column not in CONTACTS} | (
            {} if last.get(person_id) in GONE else _contacts(named)
        )
        sheet = sheets.get(person_id)
        if rule is None or (sheet is None and not any(about.values())):
            continue
        if sheet is None:
            sheet = Sheet(person_id=person_id, values=[], courses=[], typed=[], touched_at=work.now)
            work.session.add(sheet)
        changed += _tell(sheet, rule, about, work.now)
    return changed


def _walks(named: NamedPerson) -> bool:
    return any(role in ROUTE_ROLES for _, role in named.offices)


def _contacts(named: NamedPerson) -> dict[str, str]:
    return {column: said for column, said in named.about.items() if column in CONTACTS}


def _tell(sheet: Sheet, rule: SheetRule, about: Mapping[str, str], at: datetime) -> bool:
    """Each column goes to the question that names it as its source."""
    changed = False
    for field in rule.fields:
        said = [about[column] for column in field.sources if column in about]
        if not said or not sheet.propose(field.code, ", ".join(filter(None, said)), at):
            continue
        changed = True
        if field.kind == "courses" and not sheet.is_in_own_words(field.code):
            _list_courses(sheet, said[0], agreed=sheet.value(field.code) is not None)
    return changed


def _list_courses(sheet: Sheet, said: str, *, agreed: bool) -> None:
    """The courses of the list; those that were agreed with stay when the list says nothing more."""
    if said or not agreed:
        lines = read_courses(said)
        sheet.courses[:] = [SheetCourse(title=one.title, hours=one.hours, year=one.year) for one in lines]
