"""«Почему 5?»: which rule of a regulation a short question is about."""

import re
from enum import StrEnum

from models.base import normalised
from regulations.rule import Rule
from regulations.schema import Regulation

MONTHS_OF_A_YEAR = 12
QUESTION = r"(?i)^\s*(почему|зачем|why)\b.{0,200}$"
"""How a typed question begins."""
_WORDS = (
    ("final_event", ("заключительн", "публичн", "final", "public")),
    ("term", ("месяц", "срок", "год", "лет", "month", "year", "term")),
    ("count", ("мероприят", "количеств", "activit", "number of")),
    ("levels", ("процент", "уров", "дефицит", "%", "per cent", "level", "deficit")),
    ("diagnosis", ("диагност", "анкет", "diagnos", "questionnaire")),
)


class Topic(StrEnum):
    """What people ask about."""

    COUNT = "count"
    TERM = "term"
    LEVELS = "levels"
    DIAGNOSIS = "diagnosis"
    FINAL_EVENT = "final_event"


def topic_of(question: str, regulation: Regulation) -> Topic | None:
    """The rule that a question is about, by its words or by the number in it; None where neither tells."""
    words = normalised(question)
    for topic, stems in _WORDS:
        if any(stem in words for stem in stems):
            return Topic(topic)
    numbers = [int(one) for one in re.findall(r"\d{1,4}", words)]
    return next((found for one in numbers if (found := _of_number(one, regulation))), None)


def _of_number(number: int, regulation: Regulation) -> Topic | None:
    """A number that one of the rules names: activities, months or years, per cent."""
    least, duration = regulation.min_activities, regulation.duration
    if least is not None and number in (least.planned, least.accepted):
        return Topic.COUNT
    bounds = [one for one in (duration.min_months, duration.max_months) if one]
    if number in bounds or number * MONTHS_OF_A_YEAR in bounds:
        return Topic.TERM
    bands = regulation.levels_of_score.bands if regulation.levels_of_score else ()
    return Topic.LEVELS if number * 10 in {one.upto for one in bands[:-1]} else None


def rule_of(topic: Topic, regulation: Regulation) -> Rule | None:
    """The rule itself; None where the regulation has none of that."""
    return {
        Topic.COUNT: regulation.min_activities,
        Topic.TERM: regulation.duration,
        Topic.LEVELS: regulation.levels_of_score,
        Topic.DIAGNOSIS: regulation.diagnosis.entry,
        Topic.FINAL_EVENT: regulation.final_event,
    }[topic]
