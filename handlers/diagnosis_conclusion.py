"""«Шаг 3 из 3»: the teacher's own conclusion, ready to be taken by one tap or said in own words (S000 3.1.1)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import diagnosis_pause, diagnosis_result, places
from handlers.callbacks import DiagnosisTap
from handlers.diagnosis_words import sentence, side_line
from handlers.places import At, place
from handlers.views import Button, Say, View, button, say, view
from models.diagnosis_result import Side
from regulations.questions import Question, read_text
from services import diagnosis, diagnosis_conclusion, plan
from services.diagnosis import Standing
from services.work import Work

STEP = 3
"""The last step behind the statements."""
SIDES = (Side.STRONG, Side.WEAK)
OWN_WORDS = Question(code="side", minimum=3, maximum=300, example="diagnosis-own-side.example")


async def screen(work: Work, standing: Standing) -> View:
    """Both sides as they stand: own words, or the sentence that the answers suggest."""
    work.account.go("diagnosis.conclusion", diagnosis=standing.diagnosis.id)
    regulation = work.rules.framed(await plan.own_route(work), standing.diagnosis)
    said = await diagnosis_conclusion.said(work, standing.diagnosis.id)
    ready = await diagnosis_conclusion.drafts(work, standing)
    lines: list[Say] = []
    for side in SIDES:
        kept = said.get(side)
        own = kept.text if kept is not None else ""
        if own or side in ready:
            words = own or sentence(standing.asked, regulation, side, ready[side])
            lines.append(side_line(side, words))
    return view(
        say("diagnosis-conclusion", number=STEP, total=STEP, clause=regulation.diagnosis.clause),
        lines,
        rows=_rows(standing),
    )


def _rows(standing: Standing) -> list[list[Button]]:
    key = {"diagnosis": standing.diagnosis.id, "version": standing.diagnosis.version}
    own = [
        [button("diagnosis-conclusion.own", DiagnosisTap(do="own-side", at=at, **key), side=side.value)]
        for at, side in enumerate(SIDES)
    ]
    return [
        [button("diagnosis-conclusion.agree", DiagnosisTap(do="agree", **key), style="primary")],
        *own,
        [button("diagnosis-conclusion.strengths", DiagnosisTap(do="strengths", **key))],
        [button("diagnosis-conclusion.skip", DiagnosisTap(do="skip", **key))],
        [button("diagnosis-question.back", DiagnosisTap(do="notes", at=1, **key))],
    ]


@place("diagnosis.conclusion")
async def conclusion_screen(work: Work, diagnosis: int) -> View:
    """The conclusion where the teacher stopped."""
    standing = await _look(work, diagnosis)
    if standing.diagnosis.left_alone(work.now):
        return diagnosis_pause.offer(work, standing)
    return await screen(work, standing)


@place("diagnosis.own-side")
async def own_side_screen(work: Work, diagnosis: int, side: str) -> View:
    """The question for own words about one side."""
    standing = await _look(work, diagnosis)
    if standing.diagnosis.left_alone(work.now):
        return diagnosis_pause.offer(work, standing)
    key = {"diagnosis": diagnosis, "version": standing.diagnosis.version}
    said = (await diagnosis_conclusion.said(work, diagnosis)).get(Side(side))
    ready = button("diagnosis-own-side.ready", DiagnosisTap(do="ready", at=SIDES.index(Side(side)), **key))
    return view(
        say("diagnosis-own-side", side=side),
        rows=[
            [ready] if said is not None and said.text else [],
            [button("diagnosis-question.back", DiagnosisTap(do="conclusion", **key))],
        ],
    )


async def _look(work: Work, diagnosis_id: int) -> Standing:
    return await diagnosis.look(work, diagnosis_id)


async def show(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """To the conclusion, from the lists or from the result."""
    standing = await diagnosis.to_change(work, callback_data.diagnosis, drawn=callback_data.version)
    return await screen(work, standing)


async def ask_own(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """«Своими словами» about one side."""
    await diagnosis.to_change(work, callback_data.diagnosis, drawn=callback_data.version)
    side = _side(callback_data.at).value
    return await places.go(work, "diagnosis.own-side", diagnosis=callback_data.diagnosis, side=side)


def _side(at: int) -> Side:
    return SIDES[min(max(at, 0), len(SIDES) - 1)]


async def own(message: Message, work: Work) -> View:
    """One side as the teacher says it; a word after ten days away is none (S-03.5)."""
    ids = work.account.place_ids
    standing = await diagnosis.look(work, ids["diagnosis"])
    if standing.diagnosis.left_alone(work.now):
        return diagnosis_pause.offer(work, standing)
    text = read_text(OWN_WORDS, message.text or "")
    said = await diagnosis_conclusion.in_own_words(work, ids["diagnosis"], Side(ids["side"]), text)
    return await screen(work, said)


async def ready(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """«Вернуть готовое предложение»."""
    side = _side(callback_data.at)
    standing = await diagnosis_conclusion.ready_sentence(
        work, callback_data.diagnosis, side, drawn=callback_data.version
    )
    return await screen(work, standing)


async def conclude(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """«Согласиться» or «Пока без вывода»: the questions are over, here is the result."""
    await diagnosis_conclusion.conclude(
        work, callback_data.diagnosis, drawn=callback_data.version, taken=callback_data.do == "agree"
    )
    return await diagnosis_result.screen(work, callback_data.diagnosis)


def router() -> Router:
    """The conclusion."""
    routes = Router(name="diagnosis-conclusion")
    routes.callback_query.register(show, DiagnosisTap.filter(F.do == "conclusion"))
    routes.callback_query.register(ask_own, DiagnosisTap.filter(F.do == "own-side"))
    routes.callback_query.register(ready, DiagnosisTap.filter(F.do == "ready"))
    routes.callback_query.register(conclude, DiagnosisTap.filter(F.do.in_({"agree", "skip"})))
    routes.message.register(own, At("diagnosis.own-side"), F.text, ~F.text.startswith("/"))
    return routes
