"""«Темы педагогов»: whoever leads the school agrees with a topic by one tap, or writes a remark (S001 4.1; R1-022)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_topics import TopicTap
from handlers.notices import notice
from handlers.places import At, place, redraws
from handlers.plan_lines import cited
from handlers.reminder_lines import brief
from handlers.views import Button, Say, View, button, say, view
from models.route import Route
from models.topic_word import TopicWord
from regulations.questions import Question, QuestionKind, read_text
from services import topics
from services.topics import Topic
from services.work import Work

REMARK = Question("remark", QuestionKind.LONG_TEXT, 3, 300, example="topics-ask.example")
ON_A_PAGE = 6


def row(work: Work) -> list[Button]:
    """The way from the overview, where the text wants topics watched over."""
    return [button("topics.open", Go(place="topics"))] if topics.rule_for(work) is not None else []


@place("topics")
async def home(work: Work, page: int = 0) -> View:
    """Every topic of the school, those without a word first."""
    found = await topics.of_school(work)
    pages = max(1, -(-len(found) // ON_A_PAGE))
    page %= pages
    work.account.go("topics", page=page)
    shown = found[page * ON_A_PAGE :][:ON_A_PAGE]
    lines = [_line(one) for one in shown]
    opens = [[_button(one)] for one in shown if one.route.teacher_id != work.person.id]
    more = [button("topics.more", TopicTap(do="page", route=0, version=page + 1))] if pages > 1 else []
    rule = topics.rule_for(work)
    waiting = sum(one.word is None for one in found)
    said = say("topics", count=len(found), waiting=waiting, clause=cited(rule.clause if rule else ""))
    back = [button("topics.back", Go(place="overview"))]
    return view(said, *([lines] if lines else []), rows=[*opens, more, back, *way_home()])


def _line(one: Topic) -> Say:
    return say(
        "topics-line",
        name=one.route.teacher.short_name,
        topic=brief(one.route.topic or ""),
        word=_kind(one.word),
    )


def _kind(word: TopicWord | None) -> str:
    """What was said, for the locale's selector."""
    if word is None:
        return "none"
    return "remark" if word.remark else "agreed"


def _button(one: Topic) -> Button:
    return button("topics-card.open", _tap(one, "card"), name=one.route.teacher.short_name)


def _tap(one: Topic, do: str) -> TopicTap:
    return TopicTap(do=do, route=one.route.id, version=one.route.version)


def _card(one: Topic) -> View:
    word = one.word
    said = [_said(word)] if word is not None else []
    agreed = word is not None and not word.remark
    return view(
        say("topics-card", name=one.route.teacher.short_name, title=one.rule.title, topic=one.route.topic),
        *said,
        rows=[
            [] if agreed else [button("topics-card.agree", _tap(one, "agree"), style="success")],
            [button("topics-card.remark", _tap(one, "remark"))],
            [button("topics-card.back", Go(place="topics"))],
            *way_home(),
        ],
    )


def _said(word: TopicWord) -> Say:
    return say("topics-said-by", name=word.author.short_name, at=word.at, remark=word.remark or "none")


async def lines(work: Work, route: Route) -> list[Say]:
    """In the teacher's plan, under the topic: what was said of it."""
    word = await topics.word_on(work, route)
    return [_said(word)] if word is not None else []


async def card(tap: CallbackQuery, callback_data: TopicTap, work: Work) -> View:
    """One topic in full."""
    return _card(await topics.look(work, callback_data.route))


async def turn(tap: CallbackQuery, callback_data: TopicTap, work: Work) -> View:
    """Another page."""
    return await home(work, max(callback_data.version, 0))


async def agree(tap: CallbackQuery, callback_data: TopicTap, work: Work) -> View:
    """«Согласовать тему»; on to the others."""
    found = await topics.agree(work, callback_data.route, drawn=callback_data.version)
    shown = await home(work)
    return shown.with_toast(say("topics-told", name=found.route.teacher.short_name))


async def ask(tap: CallbackQuery, callback_data: TopicTap, work: Work) -> View:
    """«Написать замечание»."""
    found = await topics.look(work, callback_data.route)
    found.route.drawn(callback_data.version)
    return await places.go(work, "topics.remark", route=found.route.id)


@place("topics.remark")
async def ask_screen(work: Work, route: int) -> View:
    """The question for the remark."""
    found = await topics.look(work, route)
    return view(
        say("topics-ask", name=found.route.teacher.short_name, topic=found.route.topic),
        rows=[[button("topics-card.back", Go(place="topics"))]],
    )


async def typed(message: Message, work: Work) -> View:
    """The remark in own words."""
    words = read_text(REMARK, message.text or "")
    found = await topics.remark(work, work.account.place_ids["route"], words)
    return (await home(work)).led_by(say("topics-told", name=found.route.teacher.short_name))


@redraws(TopicTap)
async def fresh(work: Work, data: TopicTap) -> View:
    """The list as it is now."""
    return await home(work)


@notice("topics-word")
def told(*, name: str, topic: str, remark: str, clause: str) -> View:
    """For the teacher: the topic is agreed with, or there is a remark."""
    said = say("topics-word", name=name, topic=topic, remark=remark or "none", clause=cited(clause))
    return view(said, rows=[[button("topics-word.plan", Go(place="plan"))], *way_home()])


def router() -> Router:
    """The topics."""
    routes = Router(name="topics")
    for verb, handler in {"card": card, "page": turn, "agree": agree, "remark": ask}.items():
        routes.callback_query.register(handler, TopicTap.filter(F.do == verb))
    routes.message.register(typed, At("topics.remark"), F.text, ~F.text.startswith("/"))
    return routes
