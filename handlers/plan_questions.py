"""The questions of a row of the plan, from the lists of the regulation: what is usual or needed stands first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from handlers import plan_lines
from handlers.questions import Item
from models.plan import Activity
from regulations import suggestions
from regulations.away import ANSWERS
from regulations.questions import Option, Question, QuestionKind
from regulations.rule import Named
from regulations.scales import Reading
from regulations.schema import Regulation
from regulations.words import Words
from services import plan_row
from services.plan_habits import Habits

TITLE = Question("title", minimum=3, maximum=200, example="plan-ask-title.example")
PLACE = Question("place", minimum=2, maximum=200, example="plan-ask-place.example")
INTERIM = ("starts", "date", "presenting", "place")
"""What is asked of an interim report event: it is called after its form."""
CODES = (
    *("title", "kind", "competencies", "growth", "organiser", "level", "starts", "date", "presenting"),
    *("hours", "away", "place"),
)
"""The questions in their order; their places stand in buttons."""
HOURS = (1, 2, 4, 6, 8, 16, 24, 36, 72)
FIRST = 6
"""So many options of a long list stand before «Ещё варианты»."""


def place_of(code: str) -> str:
    """What the button that changes one answer carries."""
    return f"{CODES.index(code)}."


def options(named: tuple[Named, ...]) -> tuple[Option, ...]:
    """A list of the regulation as buttons."""
    return tuple(Option(one.code, one.title) for one in named)


def items(
    regulation: Regulation, row: Activity, readings: Mapping[str, Reading], habits: Habits
) -> tuple[Item, ...]:
    """The questions of a row; what is not asked as things are keeps its place."""
    asked = (
        Item(TITLE, "plan-ask-title"),
        _kind(regulation, row, habits),
        _competencies(regulation, row, readings),
        _growth(row, readings),
        _organiser(regulation, habits),
        _level(regulation, row),
        *_days(row),
        _presenting(regulation),
        hours(hidden=True),
        away(hidden=True),
        Item(PLACE, "plan-ask-place", hidden=not row.interim),
    )
    if not row.interim:
        return asked
    return tuple(replace(one, hidden=one.hidden or one.question.code not in INTERIM) for one in asked)


def hours(*, hidden: bool = False) -> Item:
    """How many academic hours; of a row only asked from its card."""
    usual = tuple(Option(str(count), Words(ru=str(count))) for count in HOURS)
    question = Question("hours", QuestionKind.CHOICE, optional=True, options=usual)
    return Item(question, "plan-ask-hours", own=True, columns=3, hidden=hidden)


def away(*, hidden: bool = False) -> Item:
    """Whether the teacher leaves the school for it: what the load of a month counts (S-16.1)."""
    question = Question("away", QuestionKind.CHOICE, optional=True, options=ANSWERS)
    return Item(question, "plan-ask-away", hidden=hidden)


def _kind(regulation: Regulation, row: Activity, habits: Habits) -> Item:
    """The kind; not asked where the title tells it."""
    rules = regulation.activities
    kinds = [one.code for one in rules.kinds]
    usual = [code for code in (*habits.kinds, *rules.usual) if code in kinds]
    question = Question("kind", QuestionKind.CHOICE, options=options(rules.kinds))
    told = bool(row.kind) and row.kind == rules.kind_told_by(row.title)
    order = tuple(dict.fromkeys([*usual, *kinds]))
    return Item(question, "plan-ask-kind", order=order, first=FIRST, hidden=told)


def _competencies(regulation: Regulation, row: Activity, readings: Mapping[str, Reading]) -> Item:
    """One or several, those with a lower level first (X08); not asked where the regulation names none."""
    marks = {
        code: regulation.thresholds.deficit_name(one.deficit)
        for code, one in readings.items()
        if one.competence in regulation.activities.for_levels
    }
    offered = options(regulation.competencies)
    clause = plan_lines.cited(regulation.activities.clause)
    return Item(
        Question("competencies", QuestionKind.CHOICES, options=offered, maximum=len(offered) or 1),
        "plan-ask-competencies",
        facts={"clause": clause, "measured": bool(readings)},
        order=by_need(regulation, readings),
        marks=marks,
        chosen=tuple(row.competencies),
        hidden=not offered,
    )


def by_need(regulation: Regulation, readings: Mapping[str, Reading]) -> tuple[str, ...]:
    """Codes of the competencies, the lowest score first, the unmeasured last (X08)."""
    codes = [one.code for one in regulation.competencies]
    return tuple(sorted(codes, key=lambda code: readings[code].score if code in readings else 1001))


def _growth(row: Activity, readings: Mapping[str, Reading]) -> Item:
    """Why a strong competency is developed; asked only then, and never a must (X08)."""
    ready = tuple(Option(one.code, one.title) for one in suggestions.load().reasons)
    example = "plan-ask-growth.example"
    choice = QuestionKind.CHOICE
    question = Question("growth", choice, 3, 200, optional=True, example=example, options=ready)
    hidden = not plan_row.only_strong(row, readings)
    return Item(question, "plan-ask-growth", own=True, hidden=hidden)


def _organiser(regulation: Regulation, habits: Habits) -> Item:
    """The organisers of the regulation, and own words; those used last stand first."""
    own = tuple(Option(f"own:{name}", Words(ru=name), own=True) for name in habits.organisers)
    offered = (*options(regulation.activities.organisers), *own)
    order = [one.code for one in reversed(own)] + [one.code for one in offered if one not in own]
    example = "plan-ask-organiser.example"
    choice = QuestionKind.CHOICE
    question = Question("organiser", choice, 2, 200, optional=True, example=example, options=offered)
    return Item(question, "plan-ask-organiser", own=True, order=tuple(order), first=FIRST)


def _level(regulation: Regulation, row: Activity) -> Item:
    """The level; the one that the organiser usually has stands first."""
    rules = regulation.activities
    usual = [one.level for one in rules.organisers if one.code == row.organiser and one.level]
    codes = [one.code for one in rules.levels]
    order = tuple(dict.fromkeys([*usual, *codes]))
    question = Question("level", QuestionKind.CHOICE, optional=True, options=options(rules.levels))
    return Item(question, "plan-ask-level", order=order)


def _days(row: Activity) -> tuple[Item, Item]:
    """A day, or the first and the last one of a period."""
    first, last = Question("starts", QuestionKind.DATE), Question("date", QuestionKind.DATE)
    starts = Item(first, "plan-ask-first-day", hidden=not row.period, span=False)
    if not row.period:
        return starts, Item(last, "plan-ask-date", span=True)
    return starts, Item(last, "plan-ask-last-day", near=False, earliest=row.starts_on)


def _presenting(regulation: Regulation) -> Item:
    forms = options(regulation.activities.forms)
    example = "plan-ask-presenting.example"
    question = Question("presenting", QuestionKind.CHOICE, 3, 100, example=example, options=forms)
    return Item(question, "plan-ask-presenting", own=True)
