"""The note and the plan of a programme of mentoring as papers (S004, R4-014, R4-015; X49)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from documents.paper_model import Line, Paper, Part, Row, Signature
from models.errors import NotYours
from models.mentoring_log import MentorshipRow, rows_of_mentorship
from models.mentoring_member import MentorshipMember, MentorshipState, Way
from models.mentoring_search import mentorships_inside
from models.people import Role
from regulations import papers
from regulations.mentoring_note import NoteField
from regulations.schema import Regulation
from services import discreet, mentoring, mentoring_school
from services.mentoring import Programme
from services.paper_parts import part_of
from services.paper_tables import cells_of, columns_of
from services.paper_words import LANGUAGE, listed, name_of, phrase, read, short_days
from services.work import Work

KINDS = ("note", "plan")
EMPTY_ROWS = 3


@dataclass(frozen=True)
class Told:
    """A programme with everything that its papers tell; `rules`: whose forms they have."""

    programme: Programme
    rows: Sequence[MentorshipRow]
    rules: Regulation
    today: date

    @property
    def mark(self) -> str:
        """«ПРОЕКТ» until everybody has given their word."""
        states = (MentorshipState.DRAFT, MentorshipState.WAITING)
        return phrase("draft") if self.programme.mentorship.state in states else ""


async def paper(work: Work, mentorship_id: int, kind: str) -> Paper:
    """One of the two papers, for who takes part or leads the school. Refuses NotYours, also for a kind that is none."""
    found = await mentoring_school.read(work, mentorship_id)
    if kind not in KINDS:
        raise NotYours("refusal-not-yours")
    discreet.only_open(work, *(one.person for one in found.mentorship.members))
    return built(await _told(work, found), kind)


async def inside(work: Work, route_id: int) -> list[Paper]:
    """Both papers of each programme inside a route, for whoever keeps the server; the latest programme first."""
    found = [mentoring.judged(work, one) for one in await work.all(mentorships_inside(route_id))]
    return [built(await _told(work, one), kind) for one in found for kind in KINDS]


async def _told(work: Work, found: Programme) -> Told:
    made = found.mentorship
    rows = await work.all(rows_of_mentorship(made.id))
    return Told(found, rows, _rules(work, made.regulation, made.edition), made.organisation.today(work.now))


def _rules(work: Work, regulation: str, edition: int) -> Regulation:
    """The regulation that it began with, where that knows mentoring; else the one whose text has these forms."""
    library = work.rules.regulations
    if regulation and library.get(regulation, edition).mentoring is not None:
        return library.get(regulation, edition)
    known = (library.get(one) for one in library.ids())
    return next(one for one in known if one.mentoring is not None)


def built(found: Told, kind: str) -> Paper:
    """The note or the plan of what is known."""
    made, rule = found.programme.mentorship, found.rules.mentoring
    assert rule is not None
    document = {one.code: one for one in found.rules.documents}[rule.note if kind == "note" else rule.plan]
    mentees = made.mentees or made.mentors
    return Paper(
        kind=kind,
        language=LANGUAGE,
        name=f"{name_of(kind)} {mentees[0].person.surname_initials}".rstrip("."),
        title=read(document.title),
        made=found.today.isoformat(),
        regulation=found.rules.id,
        mark=found.mark,
        head=(Line(phrase("programme")), Line(made.organisation.name)),
        parts=tuple(_note(document, found) if kind == "note" else _plan(document, found)),
        signatures=tuple(_signatures(found)),
        wide=kind == "plan",
    )


def _note(document: papers.Document, found: Told) -> Iterable[Part]:
    """Twelve rows; fields of one group are one of them. A row that nobody has answered stays blank."""
    rule = part_of(document, "note")
    assert rule is not None
    groups: dict[str, list[NoteField]] = {}
    for one in found.programme.note.fields:
        groups.setdefault(one.group or one.code, []).append(one)
    values = [_value(found, fields) for fields in groups.values()]
    titles = map(read, rule.rows)
    yield Part("note", rows=tuple(zip(titles, values, strict=True)))


def _value(found: Told, fields: Sequence[NoteField]) -> str:
    made, first = found.programme.mentorship, fields[0]
    if first.kind == "members":
        return listed([_members("mentors", made.mentors), _members("mentees", made.mentees)])
    if first.kind == "starts":
        days = short_days(made.starts_on, made.ends_on)
        return listed([days, phrase("why", reason=made.reason) if made.reason else ""])
    value = made.given.get(first.code, "")
    return listed([read(one) for one in first.titles(value)]) or value


def _members(name: str, members: Sequence[MentorshipMember]) -> str:
    names = ", ".join(one.person.full_name for one in members)
    return phrase(name, names=names) if names else ""


def _plan(document: papers.Document, found: Told) -> Iterable[Part]:
    """A row for each thing to be done, by day; the empty form without any."""
    rule = part_of(document, "plan")
    assert rule is not None
    cells = cells_of(rule)
    rows: tuple[Row, ...] = tuple(tuple(_CELL[cell](found, one) for cell in cells) for one in found.rows)
    yield Part("plan", columns=columns_of(rule), cells=rows or (("",) * len(cells),) * EMPTY_ROWS)


def _direction(found: Told, row: MentorshipRow) -> str:
    titles = found.programme.note.field("direction").titles(row.direction)
    return listed([read(one) for one in titles]) or row.direction


def _activity(found: Told, row: MentorshipRow) -> str:
    ready = {one.code: one.title for one in found.programme.note.activities}
    return read(ready[row.activity]) if row.activity in ready else row.activity


def _responsible(found: Told, row: MentorshipRow) -> str:
    members = found.programme.mentorship.members
    return next((one.person.surname_initials for one in members if one.person_id == row.responsible_id), "")


def _mark(found: Told, row: MentorshipRow) -> str:
    return phrase("done_on", on=f"{row.done_on:%d.%m.%Y}") if row.done_on is not None else ""


_CELL: Mapping[str, Callable[[Told, MentorshipRow], str]] = {
    "direction": _direction,
    "activity": _activity,
    "day": lambda found, row: short_days(None, row.on_date),
    "responsible": _responsible,
    "mark": _mark,
}


def _signatures(found: Told) -> Iterable[Signature]:
    """Everybody who takes part; where the mentee only reads what the mentor wrote, the line says so (X30)."""
    made = found.programme.mentorship
    for one in (*made.mentors, *made.mentees):
        reads = one.role is Role.MENTEE and made.way is Way.ACKNOWLEDGED
        title = read(found.rules.role_title(one.role.value))
        said = phrase("programme_read") if reads else ""
        yield Signature(title, one.person.surname_initials, said, _word(found, one))


def _word(found: Told, one: MentorshipMember) -> str:
    """«Согласие дано в системе …»: of a programme that has begun."""
    made = found.programme.mentorship
    if found.mark or one.assented_at is None or one.assented_draft != made.draft:
        return ""
    return phrase("assented", at=f"{made.organisation.local(one.assented_at):%d.%m.%Y %H:%M}")
