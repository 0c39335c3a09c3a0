"""Coming in: the personal code, the consent, the first route."""

from __future__ import annotations

from sqlalchemy import update

from models.entry import Consent, ConsentDecision, Invitation, consents_of, invitation_by_code
from models.errors import NotYours, Traced
from models.notice import Notice, NoticeState
from models.people import ROUTE_ROLES, Person, Role, methodists_of, roles_of
from models.route import Route, TeamMember, routes_of_teacher
from services.work import Work

LOOK_ALIKES = str.maketrans("АВСЕНКМРТХУ", "ABCEHKMPTXY")


def as_code(text: str) -> str:
    """What a person typed, as a code: without spaces and dashes, in capitals, Cyrillic look-alikes as Latin."""
    return "".join(letter for letter in text.upper().translate(LOOK_ALIKES) if letter.isalnum())


async def open_code(work: Work, text: str) -> Invitation:
    """Somebody shows a code: the invitation behind it.

    Counts wrong codes; the fifth begins a pause of 15 minutes (S-01.4). A code of another account is refused,
    and the methodist is told (S-01.5). Refuses: entry-paused, entry-wrong-code, entry-code-taken, entry-account-taken.
    """
    work.account.may_try_a_code(work.now)
    invitation = await work.find(invitation_by_code(as_code(text)))
    if invitation is None:
        left = work.account.wrong_code(work.now)
        raise Traced("entry-wrong-code", left=left) if left else Traced("entry-paused-now")
    try:
        invitation.open_for(work.account)
    except NotYours as refusal:
        await _tell_methodists(work, invitation.person)
        raise Traced(refusal.key) from refusal
    return invitation


async def agree(work: Work, code: str, version: str, fingerprint: str) -> Person:
    """The person agrees to the consent: the account becomes theirs, the text's version and hash are kept.

    A teacher's route begins here, in the newest edition of the school's regulation; the tutor named at the import
    is on its team. Refuses: NotYours for a code of another account.
    """
    invitation = await work.get(invitation_by_code(code))
    invitation.use(work.account, work.now)
    person = invitation.person
    work.account.person = person
    _keep(work, person, ConsentDecision.AGREED, version, fingerprint)
    await work.session.flush()
    await _release_notices(work, person)
    await begin_route(work, person)
    return person


async def refuse(work: Work, code: str, version: str, fingerprint: str) -> None:
    """The person refuses: only the refusal and its time are kept; the code stays valid (S-01.2)."""
    invitation = await work.get(invitation_by_code(code))
    invitation.open_for(work.account)
    _keep(work, invitation.person, ConsentDecision.REFUSED, version, fingerprint)
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
        route = await _new_route(work, person)
    return route


async def _new_route(work: Work, person: Person) -> Route:
    regulation = work.rules.of_organisation(person.organisation)
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
        route.team.append(TeamMember(person_id=person.tutor_id, role=Role.TUTOR, since=work.today))
    await work.session.flush()
    work.remember(route.id, "route.begun", regulation=regulation.id, edition=regulation.edition)
    return route


def _keep(work: Work, person: Person, decision: ConsentDecision, version: str, fingerprint: str) -> None:
    work.session.add(
        Consent(
            person_id=person.id,
            decision=decision,
            version=version,
            language=work.account.language,
            fingerprint=fingerprint,
            at=work.now,
        )
    )


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
    for office in await work.all(methodists_of(person.organisation.region, today)):
        work.notify(
            office.person_id,
            "entry-code-shown-twice",
            once=f"code:{person.id}:{office.person_id}:{today}",
            name=person.short_name,
            school=person.organisation.name,
        )
