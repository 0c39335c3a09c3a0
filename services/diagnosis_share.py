"""Who may read a result: the teacher alone, until they show it to the team; and they can take it back."""

from __future__ import annotations

from dataclasses import dataclass

from models.diagnosis import Diagnosis, DiagnosisState, diagnoses_of_all
from models.diagnosis_result import DiagnosisOpening, openings_of
from models.people import Person
from models.route import REVIEWERS, Route, routes_of_team
from services import diagnosis, diagnosis_news, diagnosis_result
from services.diagnosis_result import Result
from services.work import Work


async def share(work: Work, diagnosis_id: int, *, drawn: int) -> None:
    """The teacher shows a finished result to the team of the route; the tutor hears once.

    Refuses: NotYours, Outdated for a repeated tap or an older card.
    """
    found = await _own(work, diagnosis_id, drawn)
    found.share(work.now)
    await diagnosis_news.shared(work, found)


async def take_back(work: Work, diagnosis_id: int, *, drawn: int) -> None:
    """The result is the teacher's alone again; who has opened it stays known. Refuses as `share`."""
    found = await _own(work, diagnosis_id, drawn)
    found.take_back()
    work.remember(found.route_id, "diagnosis.taken-back", diagnosis=found.id)
    await work.session.flush()


async def _own(work: Work, diagnosis_id: int, drawn: int) -> Diagnosis:
    found = (await diagnosis.look(work, diagnosis_id)).diagnosis
    found.drawn(drawn)
    return found


def readers(work: Work, route: Route) -> list[Person]:
    """Who may read what is shown: the team as it is today, each once, never the teacher."""
    held = [one.person for one in route.team if one.holds(work.today) and one.role in REVIEWERS]
    return list({one.id: one for one in held if one.id != route.teacher_id}.values())


async def openings(work: Work, diagnosis_id: int) -> list[DiagnosisOpening]:
    """Who has opened the teacher's result, and when. Refuses NotYours to everybody else."""
    await diagnosis.look(work, diagnosis_id)
    return await work.all(openings_of(diagnosis_id))


async def open_shared(work: Work, diagnosis_id: int) -> Result:
    """A member of the team reads a shared result; the first time is kept, and the teacher can see it.

    Refuses: NotYours, diagnosis-not-shared.
    """
    found = await diagnosis_result.result(work, diagnosis_id)
    found.route.only_team(work.person, work.today)
    key = (diagnosis_id, work.person.id)
    if await work.session.get(DiagnosisOpening, key) is None:
        work.session.add(DiagnosisOpening(diagnosis_id=diagnosis_id, person_id=work.person.id, at=work.now))
        work.remember(found.route.id, "diagnosis.opened", diagnosis=diagnosis_id)
    return found


@dataclass(frozen=True)
class TeacherDiagnosis:
    """What a member of the team knows of a teacher's self-diagnosis: its state, and what is shown."""

    route: Route
    latest: Diagnosis | None
    shown: Diagnosis | None


async def of_team(work: Work) -> list[TeacherDiagnosis]:
    """The teachers whom the acting person accompanies, by name; nobody's numbers before they are shown."""
    routes = [one for one in await work.all(routes_of_team(work.person.id, work.today)) if _others(work, one)]
    by_route: dict[int, list[Diagnosis]] = {one.id: [] for one in routes}
    for found in await work.all(diagnoses_of_all(list(by_route))):
        by_route[found.route_id].append(found)
    return [_known(route, by_route[route.id]) for route in routes]


def _others(work: Work, route: Route) -> bool:
    return route.teacher_id != work.person.id


def _known(route: Route, found: list[Diagnosis]) -> TeacherDiagnosis:
    shown = [one for one in found if one.state is DiagnosisState.FINISHED and one.shared_at is not None]
    return TeacherDiagnosis(route, next(iter(found), None), next(iter(shown), None))
