"""The bank of needs: anybody in office says what is missing, the centre groups, takes and answers (R3-008, R0-018)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from models.errors import BadAnswer, NotYours, Refusal
from models.need import (
    OPEN,
    Need,
    NeedState,
    Source,
    groups_in,
    need_by_id,
    need_drafts_of,
    needs_like,
    needs_of,
)
from models.people import Appointment, Organisation, Role, roles_of
from regulations.pupils import is_list_of_pupils
from regulations.schema import Regulation
from services.catalogue import KEEP_FOR_A_REGION
from services.work import Work

FOR_A_SCHOOL = frozenset({Role.DEPUTY_HEAD, Role.HEAD, Role.SUBJECT_LEAD})
READERS = KEEP_FOR_A_REGION
MOST_OPEN = 20


@dataclass(frozen=True)
class Group:
    """Open needs alike: how many, for how many people, how many of them new; `one`: the id of one of them."""

    competency: str
    kind: str
    count: int
    people: int
    new: int
    one: int


def reads(roles: Collection[Role]) -> bool:
    """Whether somebody with these offices reads the needs of a region."""
    return bool(READERS & set(roles))


async def home(work: Work) -> tuple[Organisation, Source]:
    """In whose name the acting person speaks: a municipality before a school, a school before oneself.

    Refuses NotYours to people without an office.
    """
    offices = await work.all(roles_of(work.person.id, work.today))
    for roles, source in ((READERS, Source.MUNICIPALITY), (FOR_A_SCHOOL, Source.SCHOOL)):
        for one in offices:
            if one.role in roles:
                return await _organisation(work, one), source
    if not offices:
        raise NotYours("refusal-not-yours")
    return await _organisation(work, offices[0]), Source.TEACHER


async def _organisation(work: Work, office: Appointment) -> Organisation:
    return await work.session.get_one(Organisation, office.organisation_id)


def rules_for(work: Work, need: Need) -> Regulation:
    """The regulation whose lists name competencies and kinds."""
    return work.rules.of_organisation(need.organisation)


async def mine(work: Work) -> list[Need]:
    """What the acting person has asked for, the newest first."""
    return await work.all(needs_of(work.person.id))


async def draft(work: Work) -> Need | None:
    """What the acting person is writing."""
    return await work.find(need_drafts_of(work.person.id))


async def add(work: Work, competency: str = "") -> Need:
    """Somebody begins a need (from a search: of that competency), or goes on with the one begun.

    Refuses: NotYours; need-enough.
    """
    organisation, source = await home(work)
    begun = await draft(work)
    if begun is not None:
        return begun
    if sum(one.state in OPEN for one in await mine(work)) >= MOST_OPEN:
        raise Refusal("need-enough", most=MOST_OPEN)
    need = Need.begun(work.person, organisation, source, work.now)
    if any(one.code == competency for one in rules_for(work, need).competencies):
        need.competency = competency
    work.session.add(need)
    await work.session.flush()
    return need


async def own(work: Work, need_id: int) -> Need:
    """A need of the acting person. Refuses NotYours."""
    need = await work.get(need_by_id(need_id))
    need.only_author(work.person)
    return need


async def answer(work: Work, need_id: int, code: str, value: str, *, drawn: int | None = None) -> Need:
    """The author answers one question; kept at once. The last answer sends it. Refuses: NotYours, need-outdated."""
    need = await own(work, need_id)
    if drawn is not None:
        need.drawn(drawn)
    if is_list_of_pupils(value):
        raise BadAnswer("report-pupils")
    need.write(code, value)
    if need.complete:
        need.send()
    await work.session.flush()
    return need


async def take_back(work: Work, need_id: int, *, drawn: int) -> Need:
    """The author needs it no more. Refuses: NotYours, need-outdated."""
    need = await own(work, need_id)
    need.drawn(drawn)
    need.take_back(work.person, work.now)
    await work.session.flush()
    return need


async def remove(work: Work, need_id: int, *, drawn: int) -> Need:
    """The author throws a draft away. Refuses: NotYours, need-outdated."""
    need = await own(work, need_id)
    need.drawn(drawn)
    need.remove(work.person)
    await work.session.flush()
    return need


async def _region(work: Work) -> str:
    """The region whose needs the acting person reads. Refuses NotYours to people outside a centre."""
    for one in await work.all(roles_of(work.person.id, work.today)):
        if one.role in READERS:
            return (await _organisation(work, one)).region
    raise NotYours("refusal-not-yours")


async def may_read(work: Work) -> bool:
    """Whether the acting person reads the needs of a region."""
    return reads([one.role for one in await work.all(roles_of(work.person.id, work.today))])


async def seen(work: Work, need_id: int) -> Need:
    """A need for its author, or for the centre of the region. Refuses NotYours to everybody else."""
    need = await work.get(need_by_id(need_id))
    return need if need.author_id == work.person.id else await read(work, need_id)


async def groups(work: Work) -> list[Group]:
    """The open needs of the region by competency and kind, the most frequent first: numbers, no names."""
    rows: Any = await work.session.execute(groups_in(await _region(work)))
    return [Group(*row) for row in rows]


async def alike(work: Work, need_id: int) -> list[Need]:
    """The group that a need belongs to, for the centre. Refuses NotYours."""
    region = await _region(work)
    one = await work.get(need_by_id(need_id))
    if one.organisation.region != region:
        raise NotYours("refusal-not-yours")
    return await work.all(needs_like(region, one.competency, one.kind))


async def read(work: Work, need_id: int) -> Need:
    """One need with its author, for the centre of the region. Refuses NotYours to everybody else."""
    region = await _region(work)
    need = await work.get(need_by_id(need_id))
    hidden = need.state in (NeedState.DRAFT, NeedState.REMOVED)
    if hidden or need.organisation.region != region:
        raise NotYours("refusal-not-yours")
    return need


async def take(work: Work, need_id: int, *, drawn: int) -> Need:
    """The centre takes it in hand; the author hears. Refuses: NotYours, need-outdated."""
    need = await read(work, need_id)
    need.drawn(drawn)
    need.take(work.person)
    await work.session.flush()
    _tell(work, need, "need-taken")
    return need


async def close(work: Work, need_id: int, text: str, *, drawn: int) -> Need:
    """The centre answers; the author hears once. Refuses: NotYours, need-outdated."""
    need = await read(work, need_id)
    need.drawn(drawn)
    need.close(work.person, text, work.now)
    await work.session.flush()
    _tell(work, need, "need-closed", answer=need.answer)
    return need


def _tell(work: Work, need: Need, kind: str, **facts: Any) -> None:
    """Nobody is told of what they did themselves."""
    if need.author_id != work.person.id:
        by = work.person.short_name
        once = f"{kind}:{need.id}"
        work.notify(need.author_id, kind, once=once, urgent=False, by=by, text=need.text, **facts)
