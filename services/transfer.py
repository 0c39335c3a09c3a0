"""A teacher moves to another school or region: the route goes along, the receiving side accepts (X45, R0-004).

The same number, a new place and its head; the team of the old place leaves it; history and decisions stay.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from models.base import normalised
from models.errors import NotYours, Outdated, Refusal
from models.people import Appointment, Organisation, OrganisationKind, Role, offices_of
from models.roster import all_organisations
from models.route import Route, routes_of_teacher
from models.staff_search import people_accompanying, walked_by
from models.transfer import Transfer, TransferState, open_transfer, route_of, transfer_by_id, transfers_to
from services import discreet, second_factor, staff, transfer_mapping, transfer_told
from services.transfer_mapping import Mapping
from services.work import Work


@dataclass(frozen=True)
class Move:
    """A transfer as the acting person stands to it: whether they made it, receive it, and may choose the regulation."""

    transfer: Transfer
    mapping: Mapping | None
    own: bool
    receives: bool
    chooses: bool

    @property
    def chosen(self) -> bool:
        """Whether it is known by which regulation the route goes on."""
        return self.mapping is None or self.transfer.keeps is not None


async def begin(work: Work, person_id: int) -> Transfer:
    """An officer begins to move the route of a teacher, or goes on with what they began.

    Refuses NotYours; transfer-already: somebody else's is open; transfer-hand-over-first: the teacher accompanies
    others here.
    """
    person = await staff.person(work, person_id)
    mine = await staff.reach(work)
    await work.hold(walked_by(person_id))
    route = await work.get(routes_of_teacher(person_id))
    if not mine.covers(route.organisation) or person_id == work.person.id:
        raise NotYours("refusal-not-yours")
    route.only_going()
    found = await work.find(open_transfer(route.id))
    if found is not None:
        if found.author_id != work.person.id:
            raise Refusal("transfer-already", name=found.author.short_name)
        return found
    org = route.organisation
    here = people_accompanying([org.id], [], work.today)
    if person_id in {one.id for one in await work.all(here)}:
        raise Refusal("transfer-hand-over-first", name=person.short_name)
    made = Transfer(
        route=route,
        author=work.person,
        left=org,
        to=None,
        state=TransferState.DRAFT,
        made_at=work.now,
    )
    work.session.add(made)
    await work.session.flush()
    return made


async def look(work: Work, transfer_id: int) -> Move:
    """A transfer for its author, and for the receiving side once it was proposed. Refuses NotYours."""
    mine = await staff.reach(work)
    found = await work.get(transfer_by_id(transfer_id))
    own = found.author_id == work.person.id
    to = found.to
    receives = to is not None and mine.covers(to) and not own and found.state is not TransferState.DRAFT
    if not own and not receives:
        raise NotYours("refusal-not-yours")
    new = work.rules.of_organisation(to) if to is not None else None
    waits = found.state in (TransferState.DRAFT, TransferState.PROPOSED)
    mapping = await transfer_mapping.mapping(work, found.route, new) if new and waits else None
    return Move(found, mapping, own, receives, bool(mine.regions))


async def places(work: Work, transfer_id: int, text: str) -> list[Organisation]:
    """Schools with these letters in their name or municipality, those of the same region first."""
    found = (await look(work, transfer_id)).transfer
    schools = [
        one
        for one in await work.all(all_organisations())
        if one.kind is OrganisationKind.SCHOOL
        and one.id != found.from_id
        and normalised(text) in normalised(f"{one.name} {one.municipality}")
    ]
    return sorted(schools, key=lambda one: (one.region != found.left.region, normalised(one.name), one.id))


async def lead_to(work: Work, transfer_id: int, organisation_id: int, *, drawn: int) -> Move:
    """Where to. Refuses NotYours, Outdated, the same place."""
    found = await look(work, transfer_id)
    _only_author(found)
    found.transfer.drawn(drawn)
    to = next((one for one in await places(work, transfer_id, "") if one.id == organisation_id), None)
    if to is None:
        raise NotYours("refusal-not-yours")
    found.transfer.lead_to(to)
    await work.session.flush()
    return await look(work, transfer_id)


async def choose(work: Work, transfer_id: int, *, keeps: bool, drawn: int) -> Move:
    """A methodist or the head of a centre chooses the regulation. Refuses NotYours, Outdated, transfer-cannot-take."""
    found = await look(work, transfer_id)
    found.transfer.drawn(drawn)
    if not found.chooses or found.mapping is None:
        raise NotYours("refusal-not-yours")
    if not keeps and found.mapping.lacking:
        raise Refusal("transfer-cannot-take", lacking=found.mapping.lacking[0])
    found.transfer.choose(keeps=keeps)
    await work.session.flush()
    return found


async def propose(work: Work, transfer_id: int, *, drawn: int) -> Move:
    """The receiving side is asked: the head and the deputy of the school, and its methodists. Refuses as `choose`."""
    found = await look(work, transfer_id)
    _only_author(found)
    found.transfer.drawn(drawn)
    if found.transfer.to is None:
        raise Outdated("refusal-outdated")
    await second_factor.only_confirmed(work)
    found.transfer.propose(work.now)
    work.remember(found.transfer.route_id, "transfer.proposed", transfer=transfer_id, to=found.transfer.to_id)
    await work.session.flush()
    await transfer_told.proposed(work, found.transfer)
    return found


async def drop(work: Work, transfer_id: int, *, drawn: int) -> Move:
    """Taken back by who made it; nothing has changed. Refuses NotYours, Outdated."""
    found = await look(work, transfer_id)
    _only_author(found)
    found.transfer.drawn(drawn)
    found.transfer.drop()
    await work.session.flush()
    return found


async def decline(work: Work, transfer_id: int, reason: str, *, drawn: int | None = None) -> Move:
    """The receiving side does not accept: who proposed hears why. Refuses NotYours, Outdated."""
    found = await look(work, transfer_id)
    _only_receiver(found)
    found.transfer.drawn(drawn)
    found.transfer.decline(work.person, work.now, reason)
    work.remember(found.transfer.route_id, "transfer.declined", transfer=transfer_id, reason=reason)
    await work.session.flush()
    transfer_told.declined(work, found.transfer)
    return found


async def accept(work: Work, transfer_id: int, *, drawn: int) -> Move:
    """The receiving side accepts: the route is there from now on; the teacher and both schools hear, each once.

    Refuses NotYours, also to who proposed it (X27); Outdated; transfer-choose-first while nobody has chosen the
    regulation.
    """
    await work.hold(route_of(transfer_id))
    found = await look(work, transfer_id)
    _only_receiver(found)
    transfer, to = found.transfer, found.transfer.to
    transfer.drawn(drawn)
    if not found.chosen:
        raise Refusal("transfer-choose-first")
    await second_factor.only_confirmed(work)
    transfer.accept(work.person, work.now)
    assert to is not None
    hearers = await transfer_told.both_sides(work, transfer)
    takes = None if transfer.keeps else found.mapping
    if takes is not None:
        await _reword(work, transfer.route, takes)
    await _move(work, transfer.route, to)
    transfer.route.move_to(to, (takes.new.id, takes.new.edition) if takes else None)
    work.remember(
        transfer.route_id, "route.transferred", transfer=transfer.id, before=transfer.from_id, after=to.id
    )
    await work.session.flush()
    transfer_told.accepted(work, transfer, hearers)
    return found


async def _move(work: Work, route: Route, to: Organisation) -> None:
    """The route, the teacher and the teacher's offices; the old place leaves the team, a shared centre stays."""
    before, teacher = route.organisation, route.teacher
    last = before.today(work.now) - timedelta(days=1)
    for member in route.team:
        if member.holds(before.today(work.now)) and await _stays_behind(work, member.person_id, to):
            member.leave(last, None)
    if teacher.tutor_id is not None and await _stays_behind(work, teacher.tutor_id, to):
        teacher.tutor_id = None
    for office in await work.all(offices_of(teacher.id)):
        if office.organisation_id == before.id and office.holds(before.today(work.now)):
            office.end(last)
    since = to.today(work.now)
    work.session.add(Appointment(person_id=teacher.id, organisation_id=to.id, role=Role.TEACHER, since=since))
    teacher.organisation, teacher.organisation_id = to, to.id
    await discreet.name(work, [teacher])


async def _stays_behind(work: Work, person_id: int, to: Organisation) -> bool:
    """Whether somebody of the team has no office at the new place nor in the centre of its region."""
    day = to.today(work.now)
    held = [one for one in await work.all(offices_of(person_id)) if one.holds(day)]
    return not any(
        one.organisation_id == to.id
        or (one.organisation.kind is OrganisationKind.CENTRE and one.organisation.region == to.region)
        for one in held
    )


async def _reword(work: Work, route: Route, found: Mapping) -> None:
    if found.lacking:
        raise Refusal("transfer-cannot-take", lacking=found.lacking[0])
    rows = await transfer_mapping.reword_rows(work, route, found.old, found.new)
    facts = {"before": found.old.id, "edition_before": found.old.edition, "rows": rows}
    work.remember(route.id, "route.regulation-taken", after=found.new.id, edition=found.new.edition, **facts)


def _only_author(found: Move) -> None:
    if not found.own:
        raise NotYours("refusal-not-yours")


def _only_receiver(found: Move) -> None:
    if found.own:
        raise NotYours("transfer-own")
    if not found.receives:
        raise NotYours("refusal-not-yours")


async def waiting(work: Work) -> list[Transfer]:
    """What waits for the acting person's word on the receiving side."""
    mine = await staff.reach(work)
    found = await work.all(transfers_to(mine.schools, mine.regions))
    return [one for one in found if one.author_id != work.person.id]
