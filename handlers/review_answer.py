"""The teacher answers a question about a sent report: one sentence goes at once, photos go with it (people.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places
from handlers.anything import way_home
from handlers.callbacks import Go, QuestionTap
from handlers.evidence import evidence_of
from handlers.notices import notice
from handlers.places import At, place, redraws
from handlers.review_card import question_words, shortened, told, ways
from handlers.views import File, Say, View, button, say, view
from models.report import ReportState
from models.review_question import ReviewQuestion
from regulations.questions import Question, QuestionKind, read_text
from services import review_question
from services.review_question import Asked
from services.work import Work

ANSWER = Question(
    code="answer", kind=QuestionKind.LONG_TEXT, minimum=2, maximum=1000, example="review-answer.example"
)


@notice("review-question")
def told_question(question: int, title: str, by: str, text: str, voice: str) -> View:
    """For the teacher: what the team would like to know; nothing is wrong."""
    words = question_words(text, spoken=bool(voice))
    answer = button("review-question.answer", QuestionTap(do="answer", question=question, version=0))
    files = (File("voice", voice),) if voice else ()
    told = say("review-question", title=title, by=by, question=words)
    return view(told, rows=[[replace(answer, style="primary")], *way_home()], files=files)


@redraws(QuestionTap)
async def fresh(work: Work, data: QuestionTap) -> View:
    """The question of an outdated tap as it is now."""
    return _draw(await review_question.own(work, data.question))


async def begin(tap: CallbackQuery, callback_data: QuestionTap, work: Work) -> View:
    """«Ответить»: the question stays above, to come back to."""
    return (await places.go(work, "review.answer", question=callback_data.question)).in_new_message()


@place("review.answer")
async def answer_screen(work: Work, question: int) -> View:
    """The question; what has been said so far; or why no answer is needed any more."""
    return _draw(await review_question.own(work, question))


def _draw(asked: Asked) -> View:
    question, report = asked.question, asked.report
    title = report.activity.title
    if question.answered_at is not None:
        return view(say("review-answer-sent", title=title), rows=way_home())
    if report.state is not ReportState.SUBMITTED:
        rows = [[button("review-answer.report", Go(place="report"))], *way_home()]
        return view(say("review-answer-needless", title=title, state=report.state.value), rows=rows)
    words = question_words(question.text, spoken=bool(question.voice))
    begun = _so_far(question)
    data = QuestionTap(do="send", question=question.id, version=question.version)
    send = [button("review-answer.send", data, style="success")] if begun else []
    later = [button("review-answer.later", Go(place=places.HOME))]
    how = [*begun, say("review-answer-go-on")] if begun else [say("review-answer-how")]
    return view(say("review-answer", title=title, question=words), how, rows=[send, later])


def _so_far(question: ReviewQuestion) -> list[Say]:
    """What the answer has already."""
    words = [say("review-answer-words", answer=shortened(question.answer))] if question.answer else []
    return [*words, say("review-answer-files", files=question.files)] if question.files else words


async def typed(message: Message, work: Work) -> View:
    """One sentence: it goes at once."""
    text = read_text(ANSWER, message.text or "")
    asked = await review_question.say(work, work.account.place_ids["question"], text)
    work.account.leave()
    return _draw(asked)


async def enclosed(message: Message, work: Work) -> View:
    """A photo, file, voice or video: it stands in the report; an album stays one card."""
    evidence = evidence_of(message, work.now)
    caption = read_text(ANSWER, message.caption) if message.caption else ""
    asked = await review_question.enclose(work, work.account.place_ids["question"], evidence, caption)
    known = [say("review-answer-known")] if asked.known else []
    shown = _draw(asked).led_by(*known)
    return replace(shown, merge=f"album:{evidence.group}") if evidence.group else shown


async def send(tap: CallbackQuery, callback_data: QuestionTap, work: Work) -> View:
    """«Отправить ответ»."""
    asked = await review_question.send(work, callback_data.question, drawn=callback_data.version)
    work.account.leave()
    return _draw(asked)


@notice("review-answered")
def answered(
    question: str,
    spoken: bool,
    answer: str,
    enclosed: Sequence[Sequence[str]],
    report_id: int,
    version: int,
    teacher: str,
    title: str,
    on: date,
    text: str,
    files: Sequence[Sequence[str]],
    practice: dict[str, Any],
) -> View:
    """For whoever asked: the answer, and the same card with everything that can be done now."""
    facts = {
        "report_id": report_id,
        "version": version,
        "teacher": teacher,
        "title": title,
        "on": on,
        "text": text,
        "files": files,
        "practice": practice,
    }
    words = question_words(question, spoken=spoken)
    said = say("review-card-answered", question=words, answer=shortened(answer), files=len(enclosed))
    shown = tuple(File(kind, file_id) for kind, file_id in enclosed)
    return view(say("review-answer-came"), said, *told(facts), rows=[*ways(facts), *way_home()], files=shown)


def router() -> Router:
    """The answer: typed, sent with files."""
    routes = Router(name="review-answer")
    files = F.photo | F.document | F.voice | F.video | F.audio
    routes.callback_query.register(begin, QuestionTap.filter(F.do == "answer"))
    routes.callback_query.register(send, QuestionTap.filter(F.do == "send"))
    routes.message.register(typed, At("review.answer"), F.text, ~F.text.startswith("/"))
    routes.message.register(enclosed, At("review.answer"), files)
    return routes
