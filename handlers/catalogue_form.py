"""An event is entered step by step: a title to type, the rest to tap (R3-007; S000 3.1.3 for school events)."""

from __future__ import annotations

import re
from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import places, plan_questions
from handlers.callbacks import Go
from handlers.callbacks_help import EntryTap
from handlers.choices import listed
from handlers.forms import Filling
from handlers.plan_questions import options
from handlers.questions import Form, Given, Item
from handlers.views import Say, View, button, say, view
from models.catalogue import CatalogueEntry, EntryState, Scope
from models.errors import BadAnswer
from regulations.courses import read_hours
from regulations.questions import Example, Option, Question, QuestionKind
from regulations.schema import Regulation
from regulations.words import Words
from services import catalogue, plan
from services.work import Work

TITLE = Question("title", minimum=3, maximum=200, example="catalogue-ask-title.example")
LINK = Question("link", minimum=4, maximum=300, optional=True, example="catalogue-ask-link.example")
CODES = (
    *("title", "kind", "competencies", "level", "organiser", "starts", "date"),
    *("hours", "away", "places", "link", "scope"),
)
"""The questions in their order; their places stand in buttons."""
PLACES = (10, 15, 20, 25, 30, 50, 100)
REGION = "region"
_LINK = re.compile(r"(?P<scheme>https?://)?[^\s/:]+\.[^\s/:.]{2,}(?:[/:?]\S*)?", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,4}")


def entry_tap(one: CatalogueEntry, do: str, value: str = "") -> EntryTap:
    """A button about an event, as drawn now."""
    return EntryTap(do=do, entry=one.id, version=one.version, value=value)


def items(regulation: Regulation, one: CatalogueEntry, municipalities: list[str]) -> tuple[Item, ...]:
    """The questions of an event; what is not asked as things are keeps its place."""
    rules, choice = regulation.activities, QuestionKind.CHOICE
    at_school = one.scope is Scope.SCHOOL
    offered = options(regulation.competencies)
    competencies = Question("competencies", QuestionKind.CHOICES, options=offered, maximum=len(offered))
    organiser = Question("organiser", choice, 2, 200, optional=True, options=options(rules.organisers))
    usual = tuple(Option(str(count), Words(ru=str(count))) for count in PLACES)
    places_question = Question("places", choice, optional=True, options=usual)
    return (
        Item(TITLE, "catalogue-ask-title"),
        Item(
            Question("kind", choice, options=options(rules.kinds)),
            "plan-ask-kind",
            first=plan_questions.FIRST,
            hidden=bool(one.kind) and one.kind == rules.kind_told_by(one.title),
        ),
        Item(competencies, "catalogue-ask-competencies", chosen=tuple(one.competencies)),
        Item(Question("level", choice, options=options(rules.levels)), "plan-ask-level", hidden=at_school),
        Item(organiser, "plan-ask-organiser", own=True, first=plan_questions.FIRST, hidden=at_school),
        *_days(one),
        plan_questions.hours(),
        plan_questions.away(),
        Item(places_question, "catalogue-ask-places", own=True, columns=4),
        Item(LINK, "catalogue-ask-link"),
        _scope(one, municipalities, hidden=at_school),
    )


def _days(one: CatalogueEntry) -> tuple[Item, Item]:
    first, last = Question("starts", QuestionKind.DATE), Question("date", QuestionKind.DATE)
    starts = Item(first, "plan-ask-first-day", hidden=not one.period, span=False)
    if not one.period:
        return starts, Item(last, "plan-ask-date", span=True)
    return starts, Item(last, "plan-ask-last-day", near=False, earliest=one.starts_on)


def _scope(one: CatalogueEntry, municipalities: list[str], *, hidden: bool) -> Item:
    """For the whole region, or for one municipality of it."""
    whole = Option(REGION, Words(ru=one.region), own=True)
    parts = tuple(
        Option(f"m{number}", Words(ru=name), own=True) for number, name in enumerate(municipalities)
    )
    question = Question("scope", QuestionKind.CHOICE, options=(whole, *parts))
    return Item(question, "catalogue-ask-scope", hidden=hidden)


def _given(regulation: Regulation, one: CatalogueEntry) -> dict[str, Given]:
    rules = regulation.activities
    answers: dict[str, Given | None] = {
        "title": one.title,
        "kind": plan.title_of(rules.kinds, one.kind),
        "competencies": listed(plan.titles_of(regulation.competencies, one.competencies)),
        "level": plan.title_of(rules.levels, one.level),
        "organiser": plan.title_of(rules.organisers, one.organiser),
        "starts": one.starts_on,
        "date": one.on_date,
        "hours": str(one.hours or ""),
        "away": say("plan-away", away=one.away) if one.away is not None else None,
        "places": str(one.places or ""),
        "link": one.link,
        "scope": (one.municipality or one.region) if "scope" in one.blank else None,
    }
    blank = {code: say("plan-blank") for code in one.blank}
    return {**blank, **{code: answer for code, answer in answers.items() if answer}}


async def _draft(work: Work, entry_id: int) -> Form | None:
    one = await catalogue.look(work, entry_id)
    if not one.is_open:
        return None
    found = await catalogue.keeping(work)
    regulation = catalogue.rules_for(work, found)
    asked = items(regulation, one, await catalogue.municipalities(work, found))
    whole = one.state is EntryState.DRAFT
    return Form(asked, _given(regulation, one), lambda do, value: entry_tap(one, do, value), whole)


async def _keep(work: Work, entry_id: int, code: str, answer: str | date, drawn: int | None) -> View:
    value = await _meant(work, code, answer) if isinstance(answer, str) else answer
    was = (await catalogue.look(work, entry_id)).state
    one = await catalogue.answer(work, entry_id, code, value, drawn=drawn)
    if was is EntryState.OPEN and code == "starts":
        return await ENTRY.screen(work, entry_id, "date")
    return await _on(work, one, was)


async def _meant(work: Work, code: str, answer: str) -> str:
    """Numbers as digits, an address that opens, a municipality by its name."""
    if code == "hours" and answer:
        return read_hours(answer)
    if code == "places" and answer:
        return _places(answer)
    if code == "link" and answer:
        return _link(answer)
    if code == "scope":
        names = await catalogue.municipalities(work, await catalogue.keeping(work))
        return names[int(answer[1:])] if answer != REGION else ""
    return answer


def _link(text: str) -> str:
    found = _LINK.fullmatch(text)
    if found is None:
        raise BadAnswer("catalogue-no-link", example=Example("catalogue-ask-link.example"))
    return text if found["scheme"] else f"https://{text}"


def _places(text: str) -> str:
    found = _NUMBER.search(text)
    if found is None or not int(found[0]):
        raise BadAnswer("catalogue-no-number", example="25")
    return str(int(found[0]))


async def _on(work: Work, one: CatalogueEntry, was: EntryState) -> View:
    """Behind an answer: the next question, or the card; a new event is said to be open."""
    if one.state is EntryState.DRAFT:
        return await ENTRY.screen(work, one.id)
    shown = await places.go(work, "catalogue.entry", entry=one.id)
    return shown.led_by(say("catalogue-added") if was is EntryState.DRAFT else say("catalogue-kept-now"))


async def _period(work: Work, entry_id: int, first: date, last: date, drawn: int) -> View:
    was = (await catalogue.look(work, entry_id)).state
    return await _on(work, await catalogue.period(work, entry_id, first, last, drawn=drawn), was)


async def _span(work: Work, entry_id: int, several: bool, drawn: int) -> View:
    await catalogue.span(work, entry_id, several, drawn=drawn)
    return await ENTRY.screen(work, entry_id, "starts" if several else "date")


async def _remarks(work: Work, entry_id: int, code: str, day: date) -> list[Say]:
    return []


async def _later(work: Work, entry_id: int) -> View:
    """The draft is kept; it can be gone on with, or thrown away."""
    one = await catalogue.look(work, entry_id)
    return view(
        say("catalogue-later"),
        rows=[
            [button("catalogue-later.go-on", entry_tap(one, "resume"), style="primary")],
            [button("catalogue-later.drop", entry_tap(one, "drop"))],
            [button("catalogue-list-back", Go(place="catalogue.kept"))],
        ],
    )


async def _leave(work: Work, entry_id: int) -> View:
    return await places.go(work, "catalogue.entry", entry=entry_id)


ENTRY = Filling(
    "catalogue.question",
    EntryTap,
    "entry",
    _draft,
    _keep,
    _later,
    _leave,
    span=_span,
    period=_period,
    remarks=_remarks,
)


async def add(tap: CallbackQuery, callback_data: EntryTap, work: Work) -> View:
    """«Добавить мероприятие», or on with the one begun."""
    one = await catalogue.add(work)
    return await ENTRY.screen(work, one.id)


def router() -> Router:
    """The questions."""
    routes = Router(name="catalogue-form")
    routes.callback_query.register(add, EntryTap.filter(F.do == "add"))
    routes.callback_query.register(ENTRY.again, EntryTap.filter(F.do == "change"))
    routes.include_router(ENTRY.router())
    return routes
