"""The methodical topics of a school, watched over by its head and deputy: agreed, or a remark (S001 4.1; R1-022)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.errors import BadAnswer, NotYours, Outdated
from models.route import Route, RouteState, route_by_id
from models.topic_word import TopicWord, topic_words_of, topics_at
from regulations.outcome import TopicRule
from regulations.pupils import is_list_of_pupils
from services import inclusion
from services.work import Work


@dataclass(frozen=True)
class Topic:
    """The topic of one route, and the newest word on it as it stands; None: nobody has said any."""

    route: Route
    rule: TopicRule
    word: TopicWord | None


def rule_for(work: Work) -> TopicRule | None:
    """What the text of the own school calls the topic, where it wants it watched over."""
    return work.rules.of_organisation(work.person.organisation).topic


async def of_school(work: Work) -> list[Topic]:
    """Every topic of the own school, those without a word first. Refuses NotYours to who does not lead it."""
    rule = rule_for(work)
    if rule is None or not await inclusion.leads(work):
        raise NotYours("refusal-not-yours")
    routes = await work.all(topics_at(work.person.organisation_id))
    words = await _words(work, routes)
    found = [Topic(one, rule, words.get(one.id)) for one in routes]
    return sorted(found, key=lambda one: one.word is not None)


async def _words(work: Work, routes: Sequence[Route]) -> dict[int, TopicWord]:
    """The newest word on each topic; one on an earlier topic counts no more."""
    found: dict[int, TopicWord] = {}
    topics = {one.id: one.topic for one in routes}
    for word in await work.all(topic_words_of(list(topics))):
        if word.is_about(topics[word.route_id]):
            found.setdefault(word.route_id, word)
    return found


async def word_on(work: Work, route: Route) -> TopicWord | None:
    """The newest word on the topic of a route that the asker is known to see."""
    return (await _words(work, [route])).get(route.id) if route.topic else None


async def look(work: Work, route_id: int) -> Topic:
    """One topic, for whoever leads the school. Refuses NotYours to others, and about the own topic."""
    route = await work.get(route_by_id(route_id))
    rule = rule_for(work)
    here = route.organisation_id == work.person.organisation_id and route.teacher_id != work.person.id
    if rule is None or not here or not await inclusion.leads(work):
        raise NotYours("refusal-not-yours")
    return Topic(route, rule, await word_on(work, route))


async def agree(work: Work, route_id: int, *, drawn: int) -> Topic:
    """The head or the deputy agrees with a topic; the teacher hears. Refuses: NotYours, Outdated."""
    found = await look(work, route_id)
    found.route.drawn(drawn)
    return await _say(work, found, "")


async def remark(work: Work, route_id: int, text: str) -> Topic:
    """A remark on a topic in own words; the teacher hears. Refuses: NotYours, Outdated, a list of pupils (X47)."""
    if is_list_of_pupils(text):
        raise BadAnswer("topics-pupils")
    return await _say(work, await look(work, route_id), " ".join(text.split()))


async def _say(work: Work, found: Topic, remark: str) -> Topic:
    route = found.route
    if not route.topic or route.state is RouteState.CLOSED:
        raise Outdated("refusal-outdated")
    if found.word is not None and found.word.remark == remark:
        raise Outdated("topics-said")
    word = TopicWord(
        route_id=route.id, author_id=work.person.id, topic=route.topic, remark=remark, at=work.now
    )
    work.session.add(word)
    work.notify(
        route.teacher_id,
        "topics-word",
        name=work.person.short_name,
        topic=route.topic,
        remark=remark,
        clause=found.rule.clause,
    )
    work.remember(route.id, "topic.remark" if remark else "topic.agreed")
    await work.session.flush()
    return await look(work, route.id)
