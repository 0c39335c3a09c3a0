"""Where a question waits for an answer: the places that stories about «anything else» and languages begin at."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta

from models.people import Role
from tests.stories import planning, sheets, walking
from tests.stories.town import Guest, Town

TYPED = "Читаем <b>вместе</b> & думаем 😀"
"""What somebody has written before, with everything that breaks careless bots."""


@dataclass(frozen=True)
class Station:
    """A place: how to get there, the question that stands there, what it takes beside a text.

    `kept`: whether TYPED was written on the way, and must still be shown.
    """

    name: str
    reach: Callable[[Town], Awaitable[Guest]]
    key: str
    takes: frozenset[str] = field(default_factory=frozenset)
    kept: bool = False

    def __str__(self) -> str:
        return self.name


async def _walker(town: Town, *, days: int = -1) -> tuple[Guest, Guest]:
    teacher, tutor = await town.pair()
    await walking.walks(town, teacher, (TYPED, town.today + timedelta(days=days)))
    await teacher.says("/menu")
    return teacher, tutor


async def _at_the_door(town: Town) -> Guest:
    stranger = await town.person("Петров Олег Ильич", Role.TEACHER)
    await stranger.says("/start")
    return stranger


async def _at_the_consent(town: Town) -> Guest:
    newcomer = await town.person("Петров Олег Ильич", Role.TEACHER)
    await newcomer.says(f"/start {newcomer.code}")
    return newcomer


async def _at_a_statement(town: Town) -> Guest:
    teacher, _ = await town.pair()
    await teacher.says("/menu")
    await teacher.taps("menu-diagnosis")
    await teacher.taps("diagnosis-intro.begin")
    await teacher.taps("diagnosis-question.step", "Пока трудно")
    return teacher


async def _at_an_own_note(town: Town) -> Guest:
    teacher = await _at_a_statement(town)
    for _ in range(39):
        await teacher.taps("diagnosis-question.step", "Могу показать другим")
    await teacher.taps("diagnosis-notes.own")
    return teacher


async def _at_a_title(town: Town) -> Guest:
    teacher, _ = await town.pair()
    await planning.takes_a_year(teacher)
    await teacher.taps("plan.add")
    return teacher


async def _behind_a_title(town: Town) -> Guest:
    teacher = await _at_a_title(town)
    await teacher.says(TYPED)
    return teacher


async def _at_competencies(town: Town) -> Guest:
    teacher = await _at_a_title(town)
    await teacher.says("Семинар")
    await teacher.taps("questions-ask.option", "Методические")
    return teacher


async def _at_the_topic(town: Town) -> Guest:
    teacher, _ = await town.pair()
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await teacher.taps("plan-term-choice.months", "1 год")
    return teacher


async def _at_a_date(town: Town) -> Guest:
    teacher, _ = await town.pair()
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await teacher.taps("plan-term-choice.dates")
    return teacher


async def _at_an_echo(town: Town) -> Guest:
    teacher = await _at_a_date(town)
    await teacher.says("завтра")
    return teacher


async def _at_why_so(town: Town) -> Guest:
    teacher, _ = await town.pair()
    await planning.plans(teacher, 4)
    await teacher.taps("plan.agree")
    await teacher.taps("plan-departs.reason")
    return teacher


async def _at_what_to_mend(town: Town) -> Guest:
    teacher, tutor = await town.pair()
    await planning.sends(teacher)
    await tutor.taps("plan-card.return")
    return tutor


async def _at_why_not(town: Town) -> Guest:
    teacher, _ = await _walker(town)
    await teacher.taps("menu-report")
    await teacher.taps("report-was.missed")
    return teacher


async def _at_moved(town: Town) -> Guest:
    teacher, _ = await _walker(town)
    await teacher.taps("menu-report")
    await teacher.taps("report-was.moved")
    return teacher


async def _at_a_draft(town: Town) -> Guest:
    teacher, _ = await _walker(town)
    await teacher.taps("menu-report")
    await teacher.taps("report-was.held")
    await teacher.says(TYPED)
    return teacher


async def _at_a_reason(town: Town) -> Guest:
    teacher, tutor = await _walker(town)
    await teacher.taps("menu-report")
    await walking.reported(town, teacher)
    await tutor.taps("review-card.return")
    return tutor


async def _at_an_event(town: Town) -> Guest:
    teacher, _ = await _walker(town, days=30)
    await teacher.taps("menu-final-event")
    await teacher.taps("final-event.add")
    return teacher


async def _behind_an_event(town: Town) -> Guest:
    teacher = await _at_an_event(town)
    await teacher.says(TYPED)
    return teacher


async def _at_the_sheet(town: Town) -> Guest:
    teacher, _ = await town.pair()
    await sheets.begins(teacher)
    return teacher


async def _at_a_vacation(town: Town) -> Guest:
    teacher, _ = await _walker(town, days=30)
    await teacher.says("/remind")
    await teacher.taps("remind.vacation")
    return teacher


DOORS = (
    Station("door", _at_the_door, "entry-stranger"),
    Station("consent", _at_the_consent, "entry-consent"),
)
"""Where nobody is inside yet."""
EVIDENCE = frozenset({"photo", "document", "video", "voice", "audio", "animation"})
STATIONS = (
    Station("statement", _at_a_statement, "diagnosis-question"),
    Station("own note", _at_an_own_note, "diagnosis-own-note"),
    Station("title", _at_a_title, "plan-ask-title"),
    Station("behind a title", _behind_a_title, "questions-number"),
    Station("competencies", _at_competencies, "plan-ask-competencies"),
    Station("topic", _at_the_topic, "plan-ask-topic"),
    Station("term", _at_a_date, "plan-ask-starts"),
    Station("echo", _at_an_echo, "questions-echo"),
    Station("why so", _at_why_so, "plan-reason"),
    Station("what to mend", _at_what_to_mend, "plan-return"),
    Station("why not", _at_why_not, "report-missed", kept=True),
    Station("moved", _at_moved, "report-moved", kept=True),
    Station("draft", _at_a_draft, "report-draft-text", takes=EVIDENCE, kept=True),
    Station("reason", _at_a_reason, "review-reason", takes=frozenset({"voice"}), kept=True),
    Station("event", _at_an_event, "final-event-ask-title"),
    Station("behind an event", _behind_an_event, "final-event-ask-form"),
    Station("sheet", _at_the_sheet, "questions-number"),
    Station("vacation", _at_a_vacation, "remind-vacation-from"),
)
"""Where somebody inside is asked something."""
