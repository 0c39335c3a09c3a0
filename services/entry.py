"""Coming in: the personal code, the consent, the first route."""

from __future__ import annotations

import re

from sqlalchemy import update

from models.entry import (
    CODE_GROUP,
    CODE_GROUPS,
    CODE_LENGTH,
    CODE_LETTERS,
    Consent,
    Invitation,
    account_of_person,
    consents_of,
    invitation_by_mark,
    mark_of,
)
from models.errors import Refusal, Traced
from models.notice import Notice, NoticeState
from models.people import ROUTE_ROLES, Person, methodists_of, roles_of
from models.purpose import Purpose
from models.route import Route, TeamMember, routes_of_teacher
from regulations.schema import Regulation
from services import companion, consents, discreet
from services.once import already_told
from services.work import Work

LOOK_ALIKES = str.maketrans("АВСЕЗНКМРТХУ", "ABCE3HKMPTXY")
FEWEST_LETTERS, MOST_LETTERS = 4, 16
"""A text of fewer letters is no attempt at a code; of more, where each could stand in one."""
IN_GROUPS = re.compile(rf"(?<!\w)(?:[{CODE_LETTERS}]{{{CODE_GROUP}}}[\s_.-]{{0,2}}){{{CODE_GROUPS}}}(?!\w)")
LONGEST_LETTER = 1000
"""A code is looked for only at the beginning of what somebody writes."""


def as_code(text: str) -> str:
    """What a person typed, as a code: without spaces and dashes, in capitals, Cyrillic look-alikes as Latin."""
    return "".join(letter for letter in text.upper().translate(LOOK_ALIKES) if letter.isalnum())


def code_in(text: str) -> str:
    """The code that a text is, or the one among its other words («мой код AB12-…»); "" for a greeting."""
    whole = as_code(text)
    if whole.isascii() and len(whole) >= FEWEST_LETTERS and _could_be_one(whole):
        return whole
    found = IN_GROUPS.search(text[:LONGEST_LETTER].upper().translate(LOOK_ALIKES))
    return as_code(found[0]) if found else ""


def _could_be_one(whole: str) -> bool:
    return len(whole) <= MOST_LETTERS or set(whole) <= set(CODE_LETTERS)


async def open_code(work: Work, text: str) -> Invitation:
    """Somebody shows a code: the invitation behind it.

    Counts wrong codes; the fifth begins a pause of 15 minutes (S-01.4); a greeting is no code and does not count.
    A code of another account is refused, and the methodist is told (S-01.5).
    Refuses: entry-paused, entry-no-code, entry-wrong-code, entry-code-taken, entry-account-taken, entry-code-over.
    """
    work.account.may_try_a_code(work.now)
    code = code_in(text)
    if not code:
        raise Refusal("entry-no-code", letters=CODE_LENGTH)
    invitation = await work.find(invitation_by_mark(mark_of(code)))
    if invitation is None:
        left = work.account.wrong_code(work.now)
        raise Traced("entry-wrong-code", left=left) if left else Traced("entry-paused-now")
    await _open(work, invitation)
    return invitation


async def _open(work: Work, invitation: Invitation) -> None:
    """Refuses, with a word to the methodists, a code that another account has used in the meantime or before."""
    if invitation.is_taken_from(work.account):
        await _tell_methodists(work, invitation.person)
        if work.account.person_id is None:
            work.account.leave()
        raise Traced("entry-code-taken")
    invitation.open_for(work.account, work.now)


async def agree(work: Work, mark: str, *, centre: bool = True) -> Person:
    """The person agrees to the consent: the account becomes theirs, the text's version and hash are kept.

    `mark`: the hash of the code that was shown; `centre`: also to be named in the registry of the centre. With a new
    code the account of before is nobody's from now on.

    A teacher's route begins here, in the newest edition of the school's regulation; the tutor named at the import
    is on its team. Refuses: NotYours for a code of another account.
    """
    invitation = await work.get(invitation_by_mark(mark))
    await _open(work, invitation)
    person = invitation.person
    await _leave_the_other_phone(work, person)
    invitation.use(work.account, work.now)
    work.account.person = person
    await consents.record(work, person, Purpose.ROUTE, yes=True)
    await consents.record(work, person, Purpose.CENTRE, yes=centre)
    await work.session.flush()
    await _release_notices(work, person)
    await begin_route(work, person)
    return person


async def _leave_the_other_phone(work: Work, person: Person) -> None:
    before = await work.find(account_of_person(person.id))
    if before is not None and before is not work.account:
        before.unbind()
        await work.session.flush()


async def refuse(work: Work, mark: str) -> None:
    """The person refuses: only the refusal and its time are kept; the code stays valid (S-01.2)."""
    invitation = await work.get(invitation_by_mark(mark))
    await _open(work, invitation)
    await consents.record(work, invitation.person, Purpose.ROUTE, yes=False)
    work.account.leave()


async def last_consent(work: Work, person: Person) -> Consent | None:
    """What the person answered last."""
    return await work.find(consents_of(person.id))


async def walks_a_route(work: Work, person: Person) -> bool:
    """Does this person hold an office that walks a route today?"""
    offices = await work.all(roles_of(person.id, person.organisation.today(work.now)))
    return any(office.role in ROUTE_ROLES for office in offices)


async def begin_route(work: Work, person: Person) -> Route | None:
    """The person's route: the one there is, or a new one for a teacher. None for people who walk no route."""
    route = await work.find(routes_of_teacher(person.id))
    if route is None and await walks_a_route(work, person):
        route = await new_route(work, person, work.rules.of_organisation(person.organisation))
    return route


async def new_route(work: Work, person: Person, regulation: Regulation) -> Route:
    """A route by a regulation's newest edition, with the tutor of the list of people on its team."""
    route = Route(
        teacher=person,
        organisation=person.organisation,
        regulation=regulation.id,
        edition=regulation.edition,
        created_at=work.now,
        team=[],
    )
    work.session.add(route)
    if person.tutor_id is not None:
        role = await companion.role_of(work, person.tutor_id, regulation, work.today)
        route.team.append(TeamMember(person_id=person.tutor_id, role=role, since=work.today))
    await work.session.flush()
    await discreet.name(work, [person])
    work.remember(route.id, "route.begun", regulation=regulation.id, edition=regulation.edition)
    return route


async def _release_notices(work: Work, person: Person) -> None:
    """What waited for a person without an account goes out now."""
    await work.session.execute(
        update(Notice)
        .where(Notice.person_id == person.id, Notice.state == NoticeState.WAITING)
        .values(due_at=work.now)
    )


async def _tell_methodists(work: Work, person: Person) -> None:
    """A code was shown by a second account: the methodists of the region hear, once a day (S-01.5)."""
    today = person.organisation.today(work.now)
    offices = await work.all(methodists_of(person.organisation.region, today))
    hearers = {one.person_id: f"code:{person.id}:{one.person_id}:{today}" for one in offices}
    told = await already_told(work, list(hearers.values()))
    for hearer, once in hearers.items():
        if once not in told:
            work.notify(
                hearer,
                "entry-code-shown-twice",
                once=once,
                name=person.short_name,
                school=person.organisation.name,
            )
