"""The protocol of electronic signing as a paper: every signature, by what right, when and how (63-FZ art. 9, X39)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from documents.paper_model import Column, Line, Paper, Part, Row
from models import paper as signed
from models.approval import Assent, assents_of
from models.evidence import Evidence, scans_of
from models.paper import PaperKind, papers_about, papers_of
from models.paper_slot import PaperSlot, SlotState, Way
from models.people import Organisation
from regulations.schema import Regulation
from services import paper_proof, signing, verify
from services.address import Address
from services.paper_signed import acting, how
from services.paper_words import LANGUAGE, listed, name_of, phrase, read, short_days
from services.verify import Standing, Verdict
from services.work import Work

MARKS = {Verdict.REPLACED: "superseded", Verdict.CANCELLED: "cancelled", Verdict.ALTERED: "altered"}
"""What stands in the corner of a protocol whose paper counts no more."""
SHORT = 16
"""Letters of the hash of a scan."""


@dataclass(frozen=True)
class Record:
    """One paper that was signed or goes round, with everything that its protocol tells."""

    paper: signed.Paper
    standing: Standing
    visas: Sequence[Assent]
    scans: Sequence[Evidence]
    loops: int
    rules: Regulation
    address: Address
    today: date

    @property
    def school(self) -> Organisation:
        """Whose clock the moments are told by."""
        return self.paper.route.organisation

    @property
    def named(self) -> str:
        """«карта, версия 2», «корректировка № 1»."""
        return phrase(f"paper_{self.paper.kind.value}", number=self.paper.number)


async def of_paper(work: Work, paper: signed.Paper) -> Paper:
    """The protocol of a paper that the reader is known to see."""
    return built(await record(work, paper))


async def of_route(work: Work, route_id: int) -> list[Paper]:
    """The protocol of every paper of a route, for whoever keeps the server; the oldest first."""
    return [await of_paper(work, one) for one in await work.all(papers_of(route_id))]


async def record(work: Work, paper: signed.Paper) -> Record:
    """Everything about one paper; the visas without legal weight are those of the plan's co-authors (X23)."""
    visas = await work.all(assents_of(paper.subject_id)) if paper.kind is PaperKind.CARD else []
    every = await work.all(papers_about(paper.route_id, paper.kind.value))
    return Record(
        paper,
        await verify.standing(work, paper),
        [one for one in visas if one.person_id != paper.route.teacher_id],
        await work.all(scans_of([one.id for one in paper.slots])),
        signing.loops([one for one in every if one.id < paper.id]),
        work.rules.of(paper.route),
        work.rules.address,
        paper.route.organisation.today(work.now),
    )


def built(found: Record) -> Paper:
    """The paper of it; nothing in it is a guess of today about what was then."""
    teacher, mark = found.paper.route.teacher, MARKS.get(found.standing.verdict, "")
    return Paper(
        kind="protocol",
        language=LANGUAGE,
        name=f"{name_of('protocol')}, {found.named}, {teacher.surname_initials}".rstrip("."),
        title=phrase("protocol"),
        made=found.today.isoformat(),
        regulation=found.rules.id,
        mark=phrase(mark) if mark else "",
        head=tuple(Line(one) for one in (teacher.full_name, teacher.position, found.school.name) if one),
        parts=tuple(_parts(found)),
        proof=paper_proof.proof(found.address, found.paper),
    )


def _parts(found: Record) -> Iterable[Part]:
    yield Part("about", rows=tuple(_about(found)))
    columns = tuple(Column(phrase(f"protocol_{name}"), weight=weight) for name, weight in COLUMNS)
    cells = tuple(_row(found, number, slot) for number, slot in enumerate(found.paper.slots, 1))
    yield Part("signatures_given", phrase("protocol_signatures"), columns=columns, cells=cells)
    visas = tuple(
        phrase(
            "protocol_visa",
            name=one.person.full_name,
            role=read(found.rules.role_title(one.role.value)),
            at=_moment(found, one.at),
        )
        for one in found.visas
    )
    if visas:
        yield Part("visas", phrase("protocol_visas"), paragraphs=visas)


COLUMNS = (("number", 2), ("act", 7), ("who", 10), ("office", 13), ("when", 8), ("how", 13))


def _about(found: Record) -> Iterable[tuple[str, str]]:
    paper, rules = found.paper, found.rules
    yield phrase("protocol_paper"), _title(found)
    yield phrase("protocol_version"), found.named
    yield phrase("protocol_rules"), phrase("protocol_edition", title=read(rules.title), edition=paper.edition)
    yield phrase("protocol_opened"), _moment(found, paper.opened_at)
    yield phrase("protocol_state"), _state(found)
    if found.loops:
        yield phrase("protocol_loops"), str(found.loops)
    yield phrase("protocol_sha"), paper.fingerprint


def _title(found: Record) -> str:
    code = {"card": ("card", "growth", "roadmap"), "conclusions": ("outcome",)}
    wanted = code.get(found.paper.kind.value, (found.paper.kind.value,))
    titles = [read(one.title) for one in found.rules.documents if one.code in wanted]
    return titles[0] if titles else found.named


def _state(found: Record) -> str:
    standing, closed = found.standing, found.paper.closed_at
    at = _moment(found, closed) if closed is not None else ""
    newer = standing.newer.number if standing.newer is not None else 0
    facts = {"at": at, "newer": newer, "count": standing.corrections}
    return phrase(f"state_{standing.verdict.value}", **facts)


def _row(found: Record, number: int, slot: PaperSlot) -> Row:
    """A place to sign; one that waits has the role only."""
    given = slot.state is SlotState.SIGNED
    act = phrase(f"act_{slot.act}") if given else ""
    if slot.state is SlotState.RETURNED:
        act = phrase("act_returned")
    when = _moment(found, slot.at) if slot.at is not None else ""
    return (str(number), act or phrase("act_waits"), slot.name, _office(found, slot), when, _how(found, slot))


def _office(found: Record, slot: PaperSlot) -> str:
    """The role, «и. о.», the position and the organisation as they were, and the days of the office."""
    title = read(found.rules.role_title(slot.role.value if slot.role else slot.held_by[0]))
    days = short_days(slot.since, slot.until)
    kept = [slot.position if slot.position.casefold() != title.casefold() else "", slot.place]
    dated = phrase("office_days" if slot.until else "office_since", days=days) if days else ""
    instead = slot.instead_of.strip(",").split(",")[0]
    passed = phrase("office_instead", role=read(found.rules.role_title(instead))) if instead else ""
    return listed([acting(title) if slot.acting else title, *kept, dated, passed])


def _how(found: Record, slot: PaperSlot) -> str:
    if slot.state is SlotState.RETURNED:
        return phrase("how_returned", reason=slot.reason)
    if slot.state is not SlotState.SIGNED:
        return ""
    if slot.way is not Way.PAPER:
        return how(found.school, slot)
    by = slot.entered_by.full_name if slot.entered_by is not None else ""
    scans = [one for one in found.scans if one.slot_id == slot.id]
    hashed = [phrase("how_scan", sha=one.sha256[:SHORT]) for one in scans if one.sha256]
    return listed([how(found.school, slot), phrase("how_entered", by=by), *hashed])


def _moment(found: Record, at: datetime) -> str:
    return f"{found.school.local(at):%d.%m.%Y %H:%M}"
