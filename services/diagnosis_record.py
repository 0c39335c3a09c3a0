"""Diagnosis by others than the teacher: who may record, correct, take back, comment it (X11, S-04)."""

from __future__ import annotations

from typing import Any

from models.diagnosis_record import (
    DiagnosisRecord,
    RecordState,
    draft_of,
    instruments_of,
    record_by_id,
)
from models.errors import NotYours
from models.final_event_guest import officers_around
from models.history import HistoryLine, lines_of
from models.people import Appointment, Role
from models.route import Route, route_by_id
from regulations import frameworks
from regulations.diagnosis import EXPERT, RESULTS, DiagnosisForm
from regulations.questionnaire import Questionnaire
from regulations.schema import Regulation
from services import own_competency
from services.once import already_told
from services.work import Work


async def roles_around(work: Work, route: Route) -> set[str]:
    """The roles of the acting person around somebody's route today: on its team, at its school, in its centre."""
    if work.person.id == route.teacher_id:
        return set()
    held = {one.role for one in route.team if one.person_id == work.person.id and one.holds(work.today)}
    offices = officers_around(route, work.today, list(Role)).where(Appointment.person_id == work.person.id)
    return {role.value for role in held} | {one.role.value for one in await work.all(offices)}


async def forms_for(work: Work, route: Route) -> tuple[DiagnosisForm, ...]:
    """The forms that the acting person may record about this route."""
    return work.rules.of(route).diagnosis.recorded_by(await roles_around(work, route))


async def may_look(work: Work, route: Route) -> None:
    """The teacher, the team and whoever may record read what is recorded. Refuses NotYours to all others."""
    if work.person.id == route.teacher_id or await forms_for(work, route):
        return
    route.only_team(work.person, work.today)


async def look(work: Work, record_id: int) -> DiagnosisRecord:
    """A record, for whoever may read it; a draft and one taken back are their author's alone. Refuses NotYours."""
    found = await work.get(record_by_id(record_id))
    if found.state is not RecordState.RECORDED:
        found.only_author(work.person)
    await may_look(work, found.route)
    return found


async def begin(work: Work, route_id: int, form: str) -> DiagnosisRecord:
    """Somebody begins a record, or goes on with the one begun. Refuses NotYours without a role for this form."""
    route = await work.get(route_by_id(route_id))
    if form not in {one.code for one in await forms_for(work, route)}:
        raise NotYours("refusal-not-yours")
    begun = await work.find(draft_of(route_id, work.person.id, form))
    if begun is not None:
        return begun
    made = DiagnosisRecord(
        route_id=route_id,
        author_id=work.person.id,
        form=form,
        began_at=work.now,
        state=RecordState.DRAFT,
        blank=[],
        scores=[],
        answers=[],
    )
    work.session.add(made)
    await work.session.flush()
    return await work.get(record_by_id(made.id))


async def instruments(work: Work, record: DiagnosisRecord) -> list[str]:
    """What the author named before in this form, each once, the latest first."""
    return list(dict.fromkeys(await work.all(instruments_of(record.author_id, record.form))))


async def regulation_of(work: Work, record: DiagnosisRecord) -> Regulation:
    """The regulation of the route with the competencies that the record is about (X12)."""
    framed = frameworks.framed(work.rules.of(record.route), record.framework)
    return await own_competency.extended(work, record.route, framed)


def protocol(work: Work, record: DiagnosisRecord) -> Questionnaire | None:
    """The protocol of an expert's record; None where the form has none."""
    form = work.rules.of(record.route).diagnosis.form(record.form)
    return work.rules.questionnaire(form.questionnaire) if form.questionnaire else None


async def own(work: Work, record_id: int) -> DiagnosisRecord:
    """A record for a change: its author's alone, and only while they hold the role. Refuses NotYours (S-04.2)."""
    found = await look(work, record_id)
    found.only_author(work.person)
    if found.form not in {one.code for one in await forms_for(work, found.route)}:
        raise NotYours("refusal-not-yours")
    return found


async def record(work: Work, record_id: int, *, drawn: int) -> DiagnosisRecord:
    """«Записать»: the teacher hears and can read it. Refuses: NotYours, Outdated, diagnosis-record-empty."""
    found = await own(work, record_id)
    found.drawn(drawn)
    found.record(work.now)
    await work.session.flush()
    work.remember(found.route_id, "diagnosis.recorded", record=found.id, form=found.form)
    await tell_teacher(work, found, "diagnosis-record-new", author=found.author.short_name)
    return found


async def withdraw(work: Work, record_id: int, *, drawn: int) -> DiagnosisRecord:
    """The author takes a record, or what they began, back. Refuses: NotYours, Outdated."""
    found = await own(work, record_id)
    found.drawn(drawn)
    was = found.state
    found.withdraw()
    await work.session.flush()
    if was is RecordState.RECORDED:
        work.remember(found.route_id, "diagnosis.withdrawn", record=found.id, form=found.form)
    return found


async def comment(work: Work, record_id: int, text: str) -> DiagnosisRecord:
    """The teacher says something about a record; its author hears, once a day. Refuses NotYours to all others."""
    found = await look(work, record_id)
    found.route.only_teacher(work.person)
    found.say(text, work.now)
    await work.session.flush()
    work.remember(found.route_id, "diagnosis.commented", record=found.id)
    once = f"diagnosis-record-commented:{found.id}:{work.today}"
    if text and once not in await already_told(work, [once]):
        facts: dict[str, Any] = {"record_id": found.id, "version": found.version}
        teacher = found.route.teacher.short_name
        work.notify(found.author_id, "diagnosis-record-commented", once=once, teacher=teacher, **facts)
    return found


async def corrections(work: Work, found: DiagnosisRecord) -> list[HistoryLine]:
    """What its author has changed in a record since the teacher could read it, the first change first."""
    lines = await work.all(lines_of(found.route_id, "diagnosis.corrected"))
    return [one for one in lines if one.facts.get("record") == found.id]


async def tell_teacher(work: Work, found: DiagnosisRecord, kind: str, **facts: Any) -> None:
    """The teacher hears of a record, once a day."""
    once = f"{kind}:{found.id}:{work.today}"
    if once not in await already_told(work, [once]):
        work.notify(
            found.route.teacher_id,
            kind,
            once=once,
            record_id=found.id,
            version=found.version,
            form=found.form if found.form in (RESULTS, EXPERT) else "other",
            **facts,
        )
