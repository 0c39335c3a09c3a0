"""A report that is out of the teacher's hand: sent, taken back, edited in the chat, asked for again (S-10)."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from models.evidence import Evidence
from models.report import Report, ReportState, reports_by
from services import delegation
from services.report import OPEN, card_facts, own_report, tell_methodists, tell_team
from services.report_draft import Saying, links, no_pupils
from services.work import Work


async def submit(work: Work, report_id: int, *, drawn: int) -> Report:
    """The teacher sends the report: the team gets it with its evidence. From a helper, the teacher is asked first.

    Refuses an empty or a sent one, and a card that was drawn before the last sentence.
    """
    report = await own_report(work, report_id)
    report.drawn_open(drawn)
    again = report.state is ReportState.RETURNED
    report.not_empty()
    if delegation.prepared(work, report):
        return await _ask_teacher(work, report)
    report.submit(work.now)
    await work.session.flush()
    work.remember(report.route_id, "report.submitted", report=report.id, version=report.version)
    if not await _own_mark(work, report):
        await _tell(work, report, again=again)
    return report


async def _own_mark(work: Work, report: Report) -> bool:
    """Where the text leaves the mark open and nobody is there to review, sending a report is its mark (S002)."""
    today = report.route.organisation.today(work.now)
    if not work.rules.of(report.route).team.reviewers.alone or report.route.reviewers(today):
        return False
    report.accept(work.person, work.now, today, own=True)
    await work.session.flush()
    work.remember(report.route_id, "report.marked", report=report.id, version=report.version)
    return True


async def _ask_teacher(work: Work, report: Report) -> Report:
    await work.session.flush()
    by, facts = work.person.short_name, card_facts(report)
    once = f"prepared:{report.id}:{report.version}"
    work.notify(report.route.teacher_id, "delegation-prepared", once=once, by=by, **facts)
    return report


async def _tell(work: Work, report: Report, **facts: Any) -> None:
    """The team hears; the methodists of the region, when nobody is there to review, so that it does not lie."""
    if tell_team(work, report.route, "review-new", **facts, **card_facts(report)):
        return
    await tell_methodists(work, report, "report-nobody", teacher=report.route.teacher.short_name)


async def take_back(work: Work, report_id: int, *, drawn: int) -> Report:
    """The teacher takes the report back before anybody has decided; an old card of the team then says so."""
    report = await own_report(work, report_id)
    report.drawn(drawn)
    report.take_back()
    work.remember(report.route_id, "report.taken_back", report=report.id)
    await work.session.flush()
    return report


async def told_by(work: Work, message_id: int) -> Report | None:
    """The acting teacher's report that a message has said or shown something for; None for any other message."""
    for report in await work.all(reports_by(work.person.id)):
        if report.is_told_by(message_id):
            return report
    return None


class Edited(StrEnum):
    """What an edited message came to: nothing new; taken; the teacher is asked; only another file; too late."""

    NOTHING = "nothing"
    TAKEN = "taken"
    ASKED = "asked"
    FILE_LATE = "file_late"
    ACCEPTED = "accepted"


async def edit(work: Work, report: Report, saying: Saying, file: Evidence | None) -> Edited:
    """A message of a report was edited: an open draft takes it, a sent report keeps it until the teacher decides.

    An accepted report stays as it is. Refuses a list of pupils, and what is too long.
    """
    other_file = file is not None and all(one.unique_id != file.unique_id for one in report.evidence)
    other_words = saying.text != report.told(saying.message_id)
    if not other_file and not other_words:
        return Edited.NOTHING
    if report.state is ReportState.ACCEPTED:
        return Edited.ACCEPTED
    no_pupils(saying)
    if report.state in OPEN:
        if file is not None:
            file.to_copy(work.rules.largest_copy)
            report.swap(file)
        report.edit(saying.text, saying.message_id, links(work, saying))
    elif other_words:
        report.edit_later(saying.text, saying.message_id, saying.urls)
    await work.session.flush()
    if report.state in OPEN:
        return Edited.TAKEN
    return Edited.ASKED if other_words else Edited.FILE_LATE


async def revise(work: Work, report_id: int, *, drawn: int) -> Report:
    """«Да, новая версия»: the team gets the report with the edits. Refuses when somebody has decided meanwhile."""
    report = await own_report(work, report_id)
    report.drawn(drawn)
    report.revise(lambda url, message_id: Evidence.link(url, message_id, work.now))
    await work.session.flush()
    work.remember(report.route_id, "report.revised", report=report.id, version=report.version)
    await _tell(work, report, again=True)
    return report


async def forget_edits(work: Work, report_id: int, *, drawn: int) -> Report:
    """«Нет»: the sent report stays as it was."""
    report = await own_report(work, report_id)
    report.drawn(drawn)
    report.forget_edits()
    await work.session.flush()
    return report
