"""A question about a submitted report: the teacher hears and answers, the report waits meanwhile (people.md)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from models.errors import BadAnswer, Outdated
from models.evidence import Evidence, Oversize
from models.report import Report, report_by_id
from models.review_question import ReviewQuestion, questions_about, review_question
from models.review_queue import marks_of
from models.succession import now_instead
from regulations.pupils import is_list_of_pupils
from services import review, review_queue
from services.report import card_facts
from services.work import Work


@dataclass(frozen=True)
class Asked:
    """A question and the report that it is about; `known`: the file that came is in the report already."""

    question: ReviewQuestion
    report: Report
    known: bool = False


async def ask(work: Work, report_id: int, text: str, *, drawn: int, voice: str = "") -> Report:
    """A team member asks, in words or by `voice` (a file id): the teacher hears, the report keeps waiting.

    In the asker's queue it stands behind the others until the answer comes. Refuses NotYours, Outdated, and
    the same question once more.
    """
    report = await review.look(work, report_id)
    report.drawn(drawn)
    report.waits()
    await _only_once(work, report, text)
    question = ReviewQuestion(
        report_id=report.id,
        asked_by_id=work.person.id,
        sent_at=report.submitted_at or work.now,
        text=text,
        voice=voice,
        asked_at=work.now,
    )
    work.session.add(question)
    await review_queue.later(work, report.id, drawn=drawn)
    await work.session.flush()
    work.remember(report.route_id, "review.asked", report=report.id, question=question.id)
    work.notify(
        report.route.teacher_id,
        "review-question",
        once=f"question:{question.id}",
        question=question.id,
        title=report.activity.title,
        by=work.person.short_name,
        text=text,
        voice=voice,
    )
    return report


async def _only_once(work: Work, report: Report, text: str) -> None:
    """A second tap on a ready question."""
    for one in await work.all(questions_about([report.id])):
        same = (one.asked_by_id, one.sent_at, one.text) == (work.person.id, report.submitted_at, text)
        if same and text:
            raise Outdated("review-question-already")


async def own(work: Work, question_id: int) -> Asked:
    """A question that the acting teacher was asked. Refuses NotYours to everybody else."""
    question = await work.get(review_question(question_id))
    report = await work.get(report_by_id(question.report_id))
    report.route.only_teacher(work.person)
    return Asked(question, report)


async def say(work: Work, question_id: int, text: str) -> Asked:
    """The teacher's answer in words: it goes at once. Refuses a second one, and for a report that waits no more."""
    asked = await own(work, question_id)
    asked.report.is_with_the_team()
    _add(asked, text)
    return await _send(work, asked)


def _add(asked: Asked, text: str) -> None:
    if is_list_of_pupils(text):
        raise BadAnswer("report-pupils")
    asked.question.say(text)


async def enclose(work: Work, question_id: int, evidence: Evidence, caption: str) -> Asked:
    """A photo or file for the answer: it stands in the report at once; the answer goes when the teacher says so.

    Of one too large to be copied there is no copy; the team sees it in the chat.
    """
    asked = await own(work, question_id)
    asked.question.open_for_an_answer()
    evidence.to_copy(work.rules.largest_copy)
    if evidence.undecided:
        evidence.decide(Oversize.CHAT)
    if caption:
        _add(asked, caption)
    new = asked.report.enclose(evidence)
    if new:
        asked.question.enclose()
    await work.session.flush()
    return replace(asked, known=not new)


async def send(work: Work, question_id: int, *, drawn: int) -> Asked:
    """«Отправить ответ». Refuses an empty one, a second tap, and for a report that waits no more."""
    asked = await own(work, question_id)
    asked.question.open_for_an_answer()
    if drawn != asked.question.version:
        raise Outdated("report-outdated")
    asked.report.is_with_the_team()
    return await _send(work, asked)


async def _send(work: Work, asked: Asked) -> Asked:
    """The answer comes back to whoever asked, or who came after, with the card; the report is in its place again."""
    question, report = asked.question, asked.report
    question.close(work.now)
    for mark in await work.all(marks_of(question.asked_by_id, [report.id])):
        mark.bring_back()
    await work.session.flush()
    work.remember(report.route_id, "review.answered", report=report.id, question=question.id)
    hearer = _hearer(work, asked)
    if hearer:
        work.notify(
            hearer,
            "review-answered",
            once=f"answer:{question.id}",
            question=question.text,
            spoken=bool(question.voice),
            answer=question.answer,
            enclosed=_enclosed(asked),
            **card_facts(report),
        )
    return asked


def _hearer(work: Work, asked: Asked) -> int:
    """Whoever asked, else who came after them; 0 for nobody. Rights end with the place on the team."""
    route, asker = asked.report.route, asked.question.asked_by_id
    today = route.organisation.today(work.now)
    if asker in {one.person_id for one in route.reviewers(today)}:
        return asker
    after = now_instead(route.team, asker, today)
    return after.person_id if after is not None else 0


def _enclosed(asked: Asked) -> list[list[str]]:
    """What came with the answer."""
    since = asked.question.asked_at
    files = [one for one in asked.report.evidence if one.is_file and one.at >= since]
    return (
        [[one.kind.value, one.file_id] for one in files[-asked.question.files :]]
        if asked.question.files
        else []
    )
