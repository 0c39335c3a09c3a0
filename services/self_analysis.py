"""The teacher looks back at the end: four short questions, three taps of a survey where asked (3.1.4; R3-011)."""

from __future__ import annotations

from dataclasses import dataclass

from models.errors import NotYours
from models.route import Route, route_by_id
from models.self_analysis import SelfAnalysis, self_analysis_of
from regulations.outcome import Satisfaction
from services import plan
from services.work import Work


@dataclass(frozen=True)
class Looking:
    """What the teacher has said so far; `survey`: the questions of the regulation, where it has some."""

    route: Route
    said: SelfAnalysis
    survey: Satisfaction | None

    @property
    def next_of_survey(self) -> int | None:
        """The place of the first question without a tap; None when there is nothing to ask."""
        questions = self.survey.questions if self.survey else ()
        return next((at for at, one in enumerate(questions) if one.code not in self.said.content), None)


async def own(work: Work) -> Looking:
    """The acting teacher's own. Refuses NotYours to people who walk no route, and before the plan is approved."""
    return await look(work, (await plan.own_route(work)).id)


async def look(work: Work, route_id: int) -> Looking:
    """The same by its route; begun when it is opened. Refuses NotYours, Outdated for a route that is not walked."""
    route = await work.get(route_by_id(route_id))
    route.only_teacher(work.person)
    route.only_active()
    said = await work.find(self_analysis_of(route_id))
    if said is None:
        said = SelfAnalysis(route_id=route_id, answers={}, content={}, changed_at=work.now)
        work.session.add(said)
        await work.session.flush()
    return Looking(route, said, work.rules.of(route).satisfaction)


async def answer(work: Work, route_id: int, code: str, text: str) -> Looking:
    """One answer; kept at once. Refuses NotYours."""
    found = await look(work, route_id)
    found.said.answer(code, text, work.now)
    if found.said.is_whole:
        work.remember(route_id, "self-analysis.whole")
    await work.session.flush()
    return found


async def rate(work: Work, route_id: int, at: int, how: str) -> Looking:
    """One tap of the survey. Refuses NotYours where nothing like it is asked."""
    found = await look(work, route_id)
    questions = found.survey.questions if found.survey else ()
    if not 0 <= at < len(questions):
        raise NotYours("refusal-not-yours")
    found.said.rate(questions[at].code, how, work.now)
    await work.session.flush()
    return found
