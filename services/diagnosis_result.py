"""What a self-diagnosis adds up to: every competency with its score and both levels (S000 3.1.1, X01-X05)."""

from __future__ import annotations

from dataclasses import dataclass

from models.diagnosis import answers_of, finished_of
from models.route import Route
from regulations import questionnaire
from regulations.questionnaire import Answers, Questionnaire
from regulations.scales import Reading, read_score
from regulations.schema import Regulation
from services.work import Work


@dataclass(frozen=True)
class Finding:
    """One competency of a regulation and what its score means."""

    competency: str
    reading: Reading


def findings(asked: Questionnaire, answers: Answers, regulation: Regulation) -> list[Finding]:
    """Every competency that has answers, in the order of the form."""
    scores = questionnaire.scores(asked, answers)
    return [
        Finding(one.code, read_score(score, regulation.thresholds, one.code))
        for one in regulation.competencies
        if (score := scores.get(one.code)) is not None
    ]


async def lowest_first(work: Work, route: Route) -> list[Finding]:
    """The competencies of a route's latest finished diagnosis, the lowest score first; empty without one (X08).

    Equal scores stay in the order of the form. A diagnosis that is being taken anew does not count yet.
    """
    latest = await work.find(finished_of(route.id))
    if latest is None:
        return []
    rows = await work.session.execute(answers_of(latest.id))
    answers = {row.statement: row.value for row in rows}
    found = findings(work.rules.asked(latest), answers, work.rules.of(route))
    return sorted(found, key=lambda one: one.reading.score)
