"""What stands behind a number that the bot names: the clause and the regulation's own words."""

from __future__ import annotations

from dataclasses import dataclass

from models.route import routes_of_teacher
from regulations.rule import Rule
from regulations.schema import Regulation
from regulations.why import Topic, rule_of, topic_of
from services.work import Work


@dataclass(frozen=True)
class Ground:
    """A rule in the regulation that the acting person goes by; None where its text has no such rule."""

    regulation: Regulation
    rule: Rule | None


async def ground(work: Work, topic: Topic) -> Ground:
    """Anybody asks why: the rule of their own route, else of their organisation."""
    regulation = await _regulation(work)
    return Ground(regulation, rule_of(topic, regulation))


async def asked(work: Work, question: str) -> Topic | None:
    """What a typed question is about; None where its words do not tell."""
    return topic_of(question, await _regulation(work))


async def _regulation(work: Work) -> Regulation:
    route = await work.find(routes_of_teacher(work.person.id))
    return work.rules.of(route) if route else work.rules.of_organisation(work.person.organisation)
