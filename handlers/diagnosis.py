"""Self-diagnosis on the phone: one statement, four buttons, every tap kept at once."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import (
    diagnosis_answers,
    diagnosis_compare,
    diagnosis_conclusion,
    diagnosis_final,
    diagnosis_level,
    diagnosis_notes,
    diagnosis_optional,
    diagnosis_pause,
    diagnosis_prepare,
    diagnosis_progress,
    diagnosis_record,
    diagnosis_result,
    diagnosis_share,
    diagnosis_sources,
    diagnosis_team,
    diagnosis_words,
    own_competency,
    places,
)
from handlers.anything import way_home
from handlers.callbacks import Answer, DiagnosisTap, Go, NoteTap, RouteTap
from handlers.places import place, redraws
from handlers.views import Button, View, button, say, view
from models.diagnosis import Diagnosis, DiagnosisState
from models.route import Route
from regulations.words import Words
from services import diagnosis, diagnosis_refusal, plan
from services.diagnosis import Standing
from services.work import Work


@place("diagnosis")
async def diagnosis_home(work: Work) -> View:
    """The door of the diagnosis: begin, go on, or see the result."""
    route = await plan.own_route(work)
    latest = await diagnosis.of_route(work, route.id)
    if latest is None or latest.state is DiagnosisState.DECLINED:
        return _intro(work, route, declined=latest)
    if latest.state is DiagnosisState.FINISHED:
        return await diagnosis_result.screen(work, latest.id)
    return await question_screen(work, latest.id)


def _intro(work: Work, route: Route, *, declined: Diagnosis | None) -> View:
    """What it is, how long it takes, and that it is voluntary (S000 3.1.1, X09)."""
    asked = work.rules.offered(route)
    if asked is None:
        return view(say("diagnosis-none"), rows=way_home())
    facts = {"total": len(asked.statements), **diagnosis_words.entry(work.rules.of(route))}
    said = say("diagnosis-intro", **facts)
    if declined is not None:
        said = say("diagnosis-declined", at=declined.ended_at, **facts)
    key = {"route": route.id, "version": route.version}
    rows = [[button("diagnosis-intro.begin", RouteTap(do="begin", **key), style="primary")]]
    managing = work.rules.offered_to_managers(route, work.person.position)
    if managing is not None and declined is None:
        total = len(managing.statements)
        rows.append([button("diagnosis-intro.manager", RouteTap(do="begin-manager", **key), total=total)])
    if declined is None:
        rows.append([button("diagnosis-intro.decline", RouteTap(do="decline", **key))])
    rows += [diagnosis_prepare.row(), [button("diagnosis-result.sources", Go(place="diagnosis.sources"))]]
    return view(said, *diagnosis_prepare.advice(work.rules.of(route)), rows=[*rows, *way_home()])


async def going_on(work: Work, standing: Standing) -> View:
    """The next thing to ask: a statement, what the answers mean in the teacher's own words; then the result."""
    if standing.at is None and standing.diagnosis.state is DiagnosisState.FINISHED:
        return await diagnosis_result.screen(work, standing.diagnosis.id)
    work.account.go("diagnosis.question", diagnosis=standing.diagnosis.id)
    if standing.at is None:
        return await diagnosis_notes.screen(work, standing)
    return question(standing, standing.at)


@place("diagnosis.question")
async def question_screen(work: Work, diagnosis: int) -> View:
    """The statement where the teacher stopped; after ten days away, whether to go on (S-03.5)."""
    standing = await _look(work, diagnosis)
    if standing.diagnosis.left_alone(work.now):
        return diagnosis_pause.offer(work, standing)
    return await going_on(work, standing)


async def _look(work: Work, diagnosis_id: int) -> Standing:
    return await diagnosis.look(work, diagnosis_id)


@redraws(NoteTap)
@redraws(Answer)
@redraws(DiagnosisTap)
async def fresh(work: Work, data: DiagnosisTap | Answer | NoteTap) -> View:
    """What stands in the place of an outdated card: the question in hand, else the door with the newest."""
    standing = await diagnosis.look(work, data.diagnosis)
    going = standing.diagnosis.state is DiagnosisState.IN_PROGRESS
    if going and work.account.place.startswith("diagnosis."):
        return await places.here(work)
    return await diagnosis_home(work)


def question(standing: Standing, at: int) -> View:
    """One statement: its number, the words, four steps, back and pause."""
    drawn = {"diagnosis": standing.diagnosis.id, "version": standing.diagnosis.version}
    given = standing.answers.get(at)
    steps = [
        [_step(label, value == given, Answer(value=value, **drawn))]
        for value, label in enumerate(standing.asked.scale)
    ]
    return view(
        say(
            "diagnosis-question",
            number=standing.number(at),
            total=standing.total,
            statement=standing.asked.statements[at].text,
        ),
        rows=[*steps, _ways(standing, at, drawn), diagnosis_optional.row(standing, at)],
    )


def _step(label: Words, given: bool, data: Answer) -> Button:
    return button("diagnosis-question.given" if given else "diagnosis-question.step", data, label=label)


def _ways(standing: Standing, at: int, drawn: dict[str, int]) -> list[Button]:
    """Back and pause; to somebody who only corrects a finished result, the way back to it."""
    if standing.diagnosis.state is DiagnosisState.FINISHED:
        return [button("diagnosis-question.keep", DiagnosisTap(do="back", **drawn))]
    pause = button("diagnosis-question.pause", DiagnosisTap(do="pause", **drawn))
    back = button("diagnosis-question.back", DiagnosisTap(do="back", **drawn))
    return [back, pause] if at else [pause]


async def begin(tap: CallbackQuery, callback_data: RouteTap, work: Work) -> View:
    """«Начать»."""
    return await going_on(work, await diagnosis.begin(work, callback_data.route))


async def begin_as_manager(tap: CallbackQuery, callback_data: RouteTap, work: Work) -> View:
    """«Для руководителя»: five fields of management instead of a teacher's competencies (X12)."""
    return await going_on(work, await diagnosis.begin(work, callback_data.route, as_manager=True))


async def decline(tap: CallbackQuery, callback_data: RouteTap, work: Work) -> View:
    """«Не участвую»: recorded with the clause; the plan goes on from needs and difficulties."""
    await diagnosis_refusal.decline(work, callback_data.route)
    return await _declined(work)


async def _declined(work: Work) -> View:
    work.account.leave()
    route = await plan.own_route(work)
    rows = [[button("diagnosis-declined-now.plan", Go(place="plan"), style="primary")], *way_home()]
    return view(say("diagnosis-declined-now", **diagnosis_words.entry(work.rules.of(route))), rows=rows)


async def answer(tap: CallbackQuery, callback_data: Answer, work: Work) -> View:
    """A step of the scale: kept, and the next statement in place."""
    standing = await diagnosis.answer(
        work, callback_data.diagnosis, callback_data.value, drawn=callback_data.version
    )
    if standing.at is not None:
        return question(standing, standing.at)
    shown = await going_on(work, standing)
    if standing.diagnosis.state is DiagnosisState.FINISHED:
        return shown.with_toast(say("diagnosis-recomputed"))
    return shown


async def back(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """«Назад»: the statement before, its answer marked."""
    standing = await diagnosis.back(work, callback_data.diagnosis, drawn=callback_data.version)
    return await going_on(work, standing)


async def resume(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """«Продолжить»."""
    standing = await diagnosis.look(work, callback_data.diagnosis)
    standing.diagnosis.going_on()
    return await going_on(work, standing)


async def anew(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """«Да, начать с первого вопроса»."""
    standing = await diagnosis.begin_again(work, callback_data.diagnosis, drawn=callback_data.version)
    return await going_on(work, standing)


async def stop(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """«Не участвую» or «Оставить прежний результат», from the pause."""
    stopped = await diagnosis_refusal.stop(work, callback_data.diagnosis, drawn=callback_data.version)
    if stopped.state is DiagnosisState.DECLINED:
        return await _declined(work)
    return (await diagnosis_home(work)).with_toast(say("diagnosis-earlier-stays"))


async def change(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """One statement of the list is answered anew; the result is computed again (S-03.4)."""
    standing = await diagnosis.change(
        work, callback_data.diagnosis, callback_data.at, drawn=callback_data.version
    )
    return await going_on(work, standing)


def router() -> Router:
    """The questionnaire; what stands around it hangs below."""
    routes = Router(name="diagnosis")
    routes.callback_query.register(answer, Answer.filter())
    routes.callback_query.register(begin, RouteTap.filter(F.do == "begin"))
    routes.callback_query.register(begin_as_manager, RouteTap.filter(F.do == "begin-manager"))
    routes.callback_query.register(decline, RouteTap.filter(F.do == "decline"))
    routes.callback_query.register(back, DiagnosisTap.filter(F.do == "back"))
    routes.callback_query.register(resume, DiagnosisTap.filter(F.do == "resume"))
    routes.callback_query.register(anew, DiagnosisTap.filter(F.do == "anew"))
    routes.callback_query.register(stop, DiagnosisTap.filter(F.do == "stop"))
    routes.callback_query.register(change, DiagnosisTap.filter(F.do == "change"))
    routes.include_routers(
        diagnosis_pause.router(),
        diagnosis_prepare.router(),
        diagnosis_answers.router(),
        diagnosis_notes.router(),
        diagnosis_optional.router(),
        diagnosis_conclusion.router(),
        diagnosis_result.router(),
        diagnosis_compare.router(),
        diagnosis_share.router(),
        diagnosis_team.router(),
        diagnosis_record.router(),
        diagnosis_sources.router(),
        diagnosis_progress.router(),
        diagnosis_final.router(),
        diagnosis_level.router(),
        own_competency.router(),
    )
    return routes
