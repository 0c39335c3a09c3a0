"""Self-diagnosis on the phone: one statement, four buttons, every tap kept at once."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import diagnosis_notes, diagnosis_result
from handlers.anything import way_home
from handlers.callbacks import Answer, DiagnosisTap, Go, RouteTap
from handlers.places import place
from handlers.views import Button, View, button, say, view
from models.diagnosis import Diagnosis, DiagnosisState
from models.route import Route
from regulations.words import Words
from services import diagnosis, plan
from services.diagnosis import Standing
from services.work import Work

LONG_PAUSE_DAYS = 10


@place("diagnosis")
async def diagnosis_home(work: Work) -> View:
    """The door of the diagnosis: begin, go on, or see the result."""
    route = await plan.own_route(work)
    latest = await diagnosis.of_route(work, route.id)
    if latest is None or latest.state is DiagnosisState.DECLINED:
        return _intro(work, route, declined=latest)
    standing = await diagnosis.look(work, latest.id)
    if latest.state is DiagnosisState.FINISHED:
        return await diagnosis_result.screen(work, standing)
    if (work.now - latest.answered_at).days >= LONG_PAUSE_DAYS:
        return _continue_or_anew(standing)
    return await going_on(work, standing)


def _intro(work: Work, route: Route, *, declined: Diagnosis | None) -> View:
    """What it is, how long it takes, and that it is voluntary (S000 3.1.1, X09)."""
    asked = work.rules.questionnaire(diagnosis.QUESTIONNAIRE)
    facts = {"total": len(asked.statements), "clause": work.rules.of(route).diagnosis.entry.clause}
    said = say("diagnosis-intro", **facts)
    if declined is not None:
        said = say("diagnosis-declined", at=declined.ended_at, **facts)
    key = {"route": route.id, "version": route.version}
    rows = [[button("diagnosis-intro.begin", RouteTap(do="begin", **key), style="primary")]]
    if declined is None:
        rows.append([button("diagnosis-intro.decline", RouteTap(do="decline", **key))])
    return view(said, rows=[*rows, *way_home()])


def _continue_or_anew(standing: Standing) -> View:
    """After ten days away: go on or begin again (S-03.5)."""
    key = DiagnosisTap(do="resume", diagnosis=standing.diagnosis.id, version=standing.diagnosis.version)
    anew = key.model_copy(update={"do": "anew"})
    return view(
        say("diagnosis-long-pause", answered=len(standing.answers), total=standing.total),
        rows=[
            [button("diagnosis-long-pause.resume", key, style="primary")],
            [button("diagnosis-long-pause.anew", anew)],
            *way_home(),
        ],
    )


async def going_on(work: Work, standing: Standing) -> View:
    """The next thing to ask: a statement, or what the answers mean in the teacher's own words."""
    work.account.go("diagnosis.question", diagnosis=standing.diagnosis.id)
    if standing.at is None:
        return await diagnosis_notes.screen(work, standing)
    return question(standing, standing.at)


@place("diagnosis.question")
async def question_screen(work: Work, diagnosis: int) -> View:
    """The statement where the teacher stopped."""
    return await going_on(work, await _look(work, diagnosis))


async def _look(work: Work, diagnosis_id: int) -> Standing:
    return await diagnosis.look(work, diagnosis_id)


def question(standing: Standing, at: int) -> View:
    """One statement: its number, the words, four steps, back and pause."""
    key = {"diagnosis": standing.diagnosis.id, "version": standing.diagnosis.version}
    given = standing.answers.get(at)
    steps = [
        [_step(label, value == given, Answer(value=value, **key))]
        for value, label in enumerate(standing.asked.scale)
    ]
    pause = button("diagnosis-question.pause", DiagnosisTap(do="pause", **key))
    back = button("diagnosis-question.back", DiagnosisTap(do="back", **key))
    return view(
        say(
            "diagnosis-question",
            number=at + 1,
            total=standing.total,
            statement=standing.asked.statements[at].text,
        ),
        rows=[*steps, [back, pause] if at else [pause]],
    )


def _step(label: Words, given: bool, data: Answer) -> Button:
    return button("diagnosis-question.given" if given else "diagnosis-question.step", data, label=label)


async def begin(tap: CallbackQuery, callback_data: RouteTap, work: Work) -> View:
    """«Начать»."""
    return await going_on(work, await diagnosis.begin(work, callback_data.route))


async def decline(tap: CallbackQuery, callback_data: RouteTap, work: Work) -> View:
    """«Не участвую»: recorded with the clause; the plan goes on from needs and difficulties."""
    await diagnosis.decline(work, callback_data.route)
    work.account.leave()
    route = await plan.own_route(work)
    rows = [[button("diagnosis-declined-now.plan", Go(place="plan"), style="primary")], *way_home()]
    return view(say("diagnosis-declined-now", clause=work.rules.of(route).diagnosis.entry.clause), rows=rows)


async def answer(tap: CallbackQuery, callback_data: Answer, work: Work) -> View:
    """A step of the scale: kept, and the next statement in place."""
    standing = await diagnosis.answer(
        work, callback_data.diagnosis, callback_data.value, drawn=callback_data.version
    )
    if standing.at is None:
        return await going_on(work, standing)
    return question(standing, standing.at)


async def back(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """«Назад»: the statement before, its answer marked."""
    return await going_on(
        work, await diagnosis.back(work, callback_data.diagnosis, drawn=callback_data.version)
    )


async def pause(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """«Пауза»: nothing is lost; the same statement waits."""
    standing = await diagnosis.look(work, callback_data.diagnosis)
    work.account.leave()
    on = DiagnosisTap(do="resume", diagnosis=standing.diagnosis.id, version=standing.diagnosis.version)
    return view(
        say("diagnosis-paused", answered=len(standing.answers), total=standing.total),
        rows=[[button("diagnosis-paused.resume", on, style="primary")], *way_home()],
    )


async def resume(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """«Продолжить»."""
    standing = await diagnosis.look(work, callback_data.diagnosis)
    standing.diagnosis.going_on()
    return await going_on(work, standing)


async def anew(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """«Начать заново»."""
    return await going_on(
        work, await diagnosis.begin_again(work, callback_data.diagnosis, callback_data.version)
    )


async def change(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """One statement of the list is answered anew; the result is computed again (S-03.4)."""
    standing = await diagnosis.look(work, callback_data.diagnosis)
    standing.diagnosis.drawn(callback_data.version)
    return await going_on(work, await diagnosis.change(work, standing, callback_data.at))


def router() -> Router:
    """The questionnaire; the notes and the result hang below it."""
    routes = Router(name="diagnosis")
    routes.callback_query.register(answer, Answer.filter())
    routes.callback_query.register(begin, RouteTap.filter(F.do == "begin"))
    routes.callback_query.register(decline, RouteTap.filter(F.do == "decline"))
    routes.callback_query.register(back, DiagnosisTap.filter(F.do == "back"))
    routes.callback_query.register(pause, DiagnosisTap.filter(F.do == "pause"))
    routes.callback_query.register(resume, DiagnosisTap.filter(F.do == "resume"))
    routes.callback_query.register(anew, DiagnosisTap.filter(F.do == "anew"))
    routes.callback_query.register(change, DiagnosisTap.filter(F.do == "change"))
    routes.include_routers(diagnosis_notes.router(), diagnosis_result.router())
    return routes
