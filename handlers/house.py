"""«Порядок школы»: what the texts leave to the school's own acts, one tap or one sentence each; nothing is required."""

from __future__ import annotations

from typing import cast

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import house_news, places
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_house import HouseTap
from handlers.places import At, place, redraws
from handlers.plan_lines import cited
from handlers.views import Button, Say, View, button, say, view
from models.errors import NotYours
from models.people import OrganisationKind
from regulations.outcome import Reapproval
from regulations.questions import Question, QuestionKind, read_text
from services import house
from services.house import House
from services.menu import Desk
from services.work import Work

DEVELOPMENT = Question("development", QuestionKind.LONG_TEXT, 3, 500, example="house-development.example")
ACT = Question("act", QuestionKind.TEXT, 3, 200, example="house-act.example")
AS_THE_TEXT = "regulation"
WAYS = (AS_THE_TEXT, "never", "many", "always")


def menu_row(work: Work, desk: Desk) -> list[Button]:
    """In the menu of whoever keeps the rules of their organisation."""
    school = work.person.organisation.kind is not OrganisationKind.CENTRE
    return [button("menu-house", Go(place="house"), school=school)] if house.opens(desk.roles) else []


@place("house")
async def home(work: Work) -> View:
    """What has been decided so far, and by whom last."""
    work.account.go("house")
    return _drawn(await house.own(work))


def _drawn(found: House) -> View:
    by = found.said.changed_by
    who = [say("house-changed", at=found.said.changed_at, name=by.short_name)] if by is not None else []
    return view(
        say("house", place=found.place.name, school=found.is_school),
        _lines(found),
        *who,
        rows=[*_ways(found), *way_home()],
    )


def _lines(found: House) -> list[Say]:
    said, rule = found.said, found.regulation.diagnosis.periodicity
    months, act = said.diagnosis_months or 0, said.diagnosis_act
    clause = cited(rule.clause) if rule is not None else ""
    diagnosis = say("house-diagnosis", months=months, act=act or "none", clause=clause)
    if not found.is_school:
        return [diagnosis]
    text = found.regulation.correction.reapproval
    way = say("house-reapproval", way=said.reapproval or text, own=bool(said.reapproval), rows=_rows(found))
    return [say("house-development", text=said.development or "none"), diagnosis, way]


def _rows(found: House) -> int:
    """Over how many changed rows the approvers decide, where they do so over a number."""
    own = found.said.reapproval
    return found.said.reapproval_rows if own else found.regulation.correction.reapproval_rows


def _ways(found: House) -> list[list[Button]]:
    ask = button("house.diagnosis", _tap(found, "diagnosis"))
    if not found.is_school:
        return [[ask], *house_news.rows(school=False)]
    ways = button("house.reapproval", _tap(found, "ways"))
    return [
        [button("house.development", Go(place="house.development"))],
        [ask],
        [ways] if found.approves else [],
        *house_news.rows(school=True),
    ]


def _tap(found: House, do: str, value: str = "") -> HouseTap:
    return HouseTap(do=do, version=found.said.version, value=value)


@redraws(HouseTap)
async def fresh(work: Work, data: HouseTap) -> View:
    """Where a tap comes late: how it stands now."""
    return await home(work)


def _back() -> list[Button]:
    return [button("house.back", Go(place="house"))]


@place("house.development")
async def development(work: Work) -> View:
    """Where the school wants to get on: one message."""
    work.account.go("house.development")
    found = await house.own(work)
    given = found.said.development
    return view(
        say("house-ask-development"),
        *([say("questions-given", value=given)] if given else []),
        rows=[[button("house.forget", _tap(found, "forget"))] if given else [], _back()],
    )


async def wanted(message: Message, work: Work) -> View:
    """The directions in own words."""
    return _kept(await house.want(work, read_text(DEVELOPMENT, message.text or "")), work)


def _kept(found: House, work: Work) -> View:
    work.account.go("house")
    return _drawn(found).led_by(say("house-kept"))


async def forget(tap: CallbackQuery, callback_data: HouseTap, work: Work) -> View:
    """«Убрать»."""
    (await house.own(work)).said.drawn(callback_data.version)
    return _kept(await house.want(work, ""), work)


async def diagnosis(tap: CallbackQuery, callback_data: HouseTap, work: Work) -> View:
    """«Как часто диагностика»."""
    found = await house.own(work)
    choices = [
        [button("house.months", _tap(found, "months", str(one)), months=one)] for one in (*house.MONTHS, 0)
    ]
    return view(say("house-ask-diagnosis"), rows=[*choices, _back()])


async def months(tap: CallbackQuery, callback_data: HouseTap, work: Work) -> View:
    """So often; then by which act."""
    value = callback_data.value
    if not (value.isdecimal() and len(value) < 3):
        raise NotYours("refusal-not-yours")
    found = await house.order_diagnosis(work, int(value), drawn=callback_data.version)
    return await places.go(work, "house.act") if int(value) else _kept(found, work)


@place("house.act")
async def act(work: Work) -> View:
    """The question for the act; it may be left out."""
    found = await house.own(work)
    return view(
        say("house-ask-act", months=found.said.diagnosis_months or 0),
        rows=[[button("house.without-act", Go(place="house"))]],
    )


async def named(message: Message, work: Work) -> View:
    """Name and number of the act."""
    return _kept(await house.name_act(work, read_text(ACT, message.text or "")), work)


async def ways(tap: CallbackQuery, callback_data: HouseTap, work: Work) -> View:
    """«Кто утверждает изменения плана»."""
    found = await house.own(work)
    text = found.regulation.correction.reapproval
    choices = [
        [button("house.way", _tap(found, "way", one), way=one, text=text, rows=house.ROWS)] for one in WAYS
    ]
    return view(say("house-ask-reapproval"), rows=[*choices, _back()])


async def way(tap: CallbackQuery, callback_data: HouseTap, work: Work) -> View:
    """One of the ways."""
    if callback_data.value not in WAYS:
        raise NotYours("refusal-not-yours")
    chosen = None if callback_data.value == AS_THE_TEXT else cast(Reapproval, callback_data.value)
    return _kept(await house.approve_again(work, chosen, drawn=callback_data.version), work)


def router() -> Router:
    """The rules of the house."""
    routes = Router(name="house")
    verbs = {"forget": forget, "diagnosis": diagnosis, "months": months, "ways": ways, "way": way}
    for verb, handler in verbs.items():
        routes.callback_query.register(handler, HouseTap.filter(F.do == verb))
    routes.message.register(wanted, At("house.development"), F.text, ~F.text.startswith("/"))
    routes.include_router(house_news.router())
    routes.message.register(named, At("house.act"), F.text, ~F.text.startswith("/"))
    return routes
