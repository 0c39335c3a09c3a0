"""«Программа ЦНППМ»: its name, the data of its approval, its file; who drafts the route fills it in (S003 1.2, X38)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places, plan_lines
from handlers.anything import way_home
from handlers.callbacks import Go, PlanTap
from handlers.callbacks_programme import ProgrammeTap
from handlers.evidence import evidence_of, files_of
from handlers.places import At, place, redraws
from handlers.views import Button, View, button, say, view
from models.errors import BadAnswer, NotYours
from models.programme import FILE
from regulations.questions import Question, QuestionKind, read_text
from services import programme
from services.programme import Included
from services.work import Work

TEXT = Question("programme", QuestionKind.LONG_TEXT, 3, 300, example="programme-ask.example")


def row(route_id: int) -> list[Button]:
    """The way from a plan."""
    return [button("programme.open", ProgrammeTap(do="open", route=route_id))]


@place("programme")
async def home(work: Work, route: int) -> View:
    """What is known, what is missing with its clause, and what can be filled in."""
    found = await programme.look(work, route)
    work.account.go("programme", route=route)
    return _drawn(work, found)


def _drawn(work: Work, found: Included) -> View:
    lines = [
        say("programme-line", title=one.title, value=found.said.value(one.code))
        for one in found.rule.fields
        if found.said.value(one.code)
    ]
    asks = [
        [
            button(
                "programme.field",
                _tap(found, "ask", at),
                title=one.title,
                known=bool(found.said.value(one.code)),
            )
        ]
        for at, one in enumerate(found.rule.fields)
    ]
    file = [button("programme.file", _tap(found, "file"))] if found.said.evidence else []
    return view(
        say("programme", clause=plan_lines.cited(found.rule.clause), name=found.route.teacher.short_name),
        *([lines] if lines else []),
        *(
            [plan_lines.programme([one.title for one in found.missing], found.rule.clause)]
            if found.missing
            else []
        ),
        rows=[*(asks if found.may_fill else []), file, _back(work, found), *way_home()],
    )


def _tap(found: Included, do: str, at: int = 0) -> ProgrammeTap:
    return ProgrammeTap(do=do, route=found.route.id, at=at)


def _back(work: Work, found: Included) -> list[Button]:
    """The plan that it belongs to."""
    route = found.route
    if route.teacher_id == work.person.id:
        return [button("plan-back", Go(place="plan"))]
    return [button("plan-back", PlanTap(do="card", route=route.id, version=route.version))]


@redraws(ProgrammeTap)
async def fresh(work: Work, data: ProgrammeTap) -> View:
    """Where a tap comes late: how it stands now."""
    return await home(work, data.route)


async def open_home(tap: CallbackQuery, callback_data: ProgrammeTap, work: Work) -> View:
    """«Программа ЦНППМ»."""
    return await home(work, callback_data.route)


async def ask(tap: CallbackQuery, callback_data: ProgrammeTap, work: Work) -> View:
    """A field."""
    found = await programme.to_fill(work, callback_data.route)
    if not 0 <= callback_data.at < len(found.rule.fields):
        raise NotYours("refusal-not-yours")
    code = found.rule.fields[callback_data.at].code
    return await places.go(work, "programme.ask", route=found.route.id, code=code)


@place("programme.ask")
async def ask_screen(work: Work, route: int, code: str) -> View:
    """The question for one field, with what stands there."""
    found = await programme.to_fill(work, route)
    one = next((each for each in found.rule.fields if each.code == code), None)
    if one is None:
        return await home(work, route)
    given = found.said.value(code)
    return view(
        say("programme-ask", title=one.title, code=code),
        *([say("questions-given", value=given)] if given else []),
        rows=[[button("programme-ask.back", _tap(found, "open"))]],
    )


async def typed(message: Message, work: Work) -> View:
    """The name, the data of the approval; a text is no file."""
    ids = work.account.place_ids
    if ids["code"] == FILE:
        raise BadAnswer("programme-no-file")
    words = read_text(TEXT, message.text or "")
    found = await programme.write(work, ids["route"], ids["code"], words)
    work.account.go("programme", route=found.route.id)
    return _drawn(work, found).led_by(say("programme-kept"))


async def sent(message: Message, work: Work) -> View:
    """The file; refused where words are asked for."""
    ids = work.account.place_ids
    if ids["code"] != FILE:
        raise BadAnswer("programme-no-words")
    found = await programme.attach(work, ids["route"], evidence_of(message, work.now))
    work.account.go("programme", route=found.route.id)
    return _drawn(work, found).led_by(say("programme-kept"))


async def file(tap: CallbackQuery, callback_data: ProgrammeTap, work: Work) -> View:
    """«Показать файл», and the screen under it."""
    found = await programme.look(work, callback_data.route)
    shown = _drawn(work, found)
    return View(shown.parts, shown.rows, files=files_of(found.said.evidence))


def router() -> Router:
    """The programme."""
    routes = Router(name="programme")
    for verb, handler in {"open": open_home, "ask": ask, "file": file}.items():
        routes.callback_query.register(handler, ProgrammeTap.filter(F.do == verb))
    routes.message.register(typed, At("programme.ask"), F.text, ~F.text.startswith("/"))
    routes.message.register(sent, At("programme.ask"), F.photo | F.document)
    return routes
