"""«Заявка на учебный год»: the topic and what is needed, a sentence each, or nothing (S001 4.3, X19)."""

from __future__ import annotations

from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import places
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_year import ApplyTap
from handlers.forms import Filling
from handlers.notices import notice
from handlers.places import place, redraws
from handlers.plan_lines import cited
from handlers.questions import Form, Given, Item
from handlers.views import Button, Say, View, button, say, view
from models.year_application import YearApplication
from regulations.questions import Option, Question, QuestionKind
from regulations.words import Words
from services import year_application, year_application_sweep
from services.work import Work
from services.year_application import Asking

SAME = "same"
"""«The topic of now» as a choice."""
REQUEST = Question("request", QuestionKind.TEXT, 3, 300, optional=True, example="year-ask-request.example")


def years(year: int) -> str:
    """«2027/2028»."""
    return f"{year}/{year + 1}"


def menu_row(found: Asking | None) -> list[Button]:
    """In the teacher's menu while the campaign goes on."""
    if found is None or not found.goes_on:
        return []
    sent = found.said is not None and found.said.is_sent
    style = None if sent else "primary"
    return [button("year-menu", Go(place="year"), style=style, years=years(found.year), sent=sent)]


def any_time_row(found: Asking | None) -> list[Button]:
    """Outside the campaign an application may be written as well (X19)."""
    return [button("year-any-time", Go(place="year"), years=years(found.year))] if found is not None else []


@place("year")
async def home(work: Work) -> View:
    """What the school asks, or what I have asked for."""
    work.account.leave()
    found = await year_application.asked(work)
    said = found.said
    if said is None or not said.is_sent:
        head = say(
            "year-intro", years=years(found.year), clause=cited(found.rule.clause), last=found.last_day
        )
        return view(head, rows=[*_answers(found.year, said), *way_home()])
    lines: list[Say] = [say("year-nothing")] if said.asks_nothing else _lines(said)
    return view(say("year-card", years=years(said.year)), lines, rows=[*_changes(said), *way_home()])


def _answers(year: int, said: YearApplication | None) -> list[list[Button]]:
    write = _tap(said, "write") if said is not None else ApplyTap(do="write", application=0, version=0)
    nothing = ApplyTap(do="nothing", application=year, version=0)
    return [
        [button("year-intro.write", write, style="primary", begun=said is not None)],
        [button("year-intro.nothing", nothing)],
    ]


def _lines(said: YearApplication) -> list[Say]:
    none = say("year-none")
    return [
        say("year-topic", topic=said.topic or none),
        say("year-request", request=said.request or none),
    ]


def _changes(said: YearApplication) -> list[list[Button]]:
    return [[button("year-card.topic", _tap(said, "change", "0."))], [_change_request(said)]]


def _change_request(said: YearApplication) -> Button:
    return button("year-card.request", _tap(said, "change", "1."))


def _tap(said: YearApplication, do: str, value: str = "") -> ApplyTap:
    return ApplyTap(do=do, application=said.id, version=said.version, value=value)


async def _draft(work: Work, application_id: int) -> Form | None:
    said = await year_application.own(work, application_id)
    items = (Item(_topic(await year_application.present_topic(work)), "year-ask-topic", own=True), _request())
    return Form(items, _given(said), lambda do, value: _tap(said, do, value), not said.is_sent)


def _topic(present: str) -> Question:
    """In own words; the topic of now is one tap."""
    if not present:
        return Question("topic", QuestionKind.TEXT, 3, 200, optional=True, example="year-ask-topic.example")
    options = (Option(SAME, Words(ru=present), own=True),)
    return Question("topic", QuestionKind.CHOICE, 3, 200, optional=True, options=options)


def _request() -> Item:
    return Item(REQUEST, "year-ask-request")


def _given(said: YearApplication) -> dict[str, Given]:
    answers: dict[str, Given] = {"topic": said.topic, "request": said.request}
    blank: dict[str, Given] = {code: say("year-none") for code in said.blank}
    return {**blank, **{code: answer for code, answer in answers.items() if answer}}


async def _keep(work: Work, application_id: int, code: str, answer: str | date, drawn: int | None) -> View:
    same = code == "topic" and answer == SAME
    value = await year_application.present_topic(work) if same else str(answer)
    said = await year_application.answer(work, application_id, code, value, drawn=drawn)
    if not said.is_sent:
        return await APPLICATION.screen(work, application_id)
    return (await home(work)).led_by(say("year-sent"))


async def _leave(work: Work, application_id: int) -> View:
    return await home(work)


APPLICATION = Filling("year.question", ApplyTap, "application", _draft, _keep, later=_leave, leave=_leave)


async def write(tap: CallbackQuery, callback_data: ApplyTap, work: Work) -> View:
    """«Написать заявку», or on with the one begun."""
    said = await year_application.begin(work)
    return await (home(work) if said.is_sent else APPLICATION.screen(work, said.id))


async def nothing(tap: CallbackQuery, callback_data: ApplyTap, work: Work) -> View:
    """«Пожеланий нет»."""
    await year_application.ask_nothing(work, callback_data.application)
    return (await home(work)).with_toast(say("year-kept"))


@redraws(ApplyTap)
async def fresh(work: Work, data: ApplyTap) -> View:
    """An outdated tap: in the form where the person is, else the application as it is now."""
    return await (places.here(work) if work.account.place == "year.question" else home(work))


@notice("year-asked", check=year_application_sweep.that_stand)
def told_asked(*, year: int, last: date, clause: str, school: int) -> View:
    """For each teacher of the school, once: the campaign has begun."""
    said = say("year-asked", years=years(year), last=last, clause=cited(clause))
    return view(said, rows=[*_answers(year, None), *way_home()])


@notice("year-asked-again", check=year_application_sweep.that_stand)
def told_again(*, year: int, last: date, clause: str, school: int) -> View:
    """For who has not answered: before the end of the campaign, or when the deputy asks for it."""
    said = say("year-asked-again", years=years(year), last=last, clause=cited(clause))
    return view(said, rows=[*_answers(year, None), *way_home()])


def router() -> Router:
    """The teacher's side."""
    routes = Router(name="year-application")
    routes.callback_query.register(write, ApplyTap.filter(F.do == "write"))
    routes.callback_query.register(nothing, ApplyTap.filter(F.do == "nothing"))
    routes.callback_query.register(APPLICATION.again, ApplyTap.filter(F.do == "change"))
    routes.include_router(APPLICATION.router())
    return routes
