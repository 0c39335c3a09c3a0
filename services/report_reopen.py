"""An accepted report wanted back by its teacher: the team gives it back, or leaves it accepted (S-10.3)."""

from __future__ import annotations

from models.report import Report, report_by_id
from models.review_queue import wanted_back, with_their_teachers
from models.route import REVIEWERS
from services.report import own_report, tell_methodists
from services.work import Work


async def ask(work: Work, report_id: int, *, drawn: int) -> Report:
    """«Попросить вернуть»: whoever accepted it hears; when that person has left the team, all of the team.

    Refuses a second time, and a report that is not accepted. Without a team the methodists hear. A mark that the
    teacher gave (S002) the teacher takes back alone: the report is open again at once.
    """
    report = await own_report(work, report_id)
    report.as_drawn(drawn)
    if is_own_mark(report):
        return await _reopen_own(work, report, drawn)
    report.ask_to_reopen(work.now)
    await work.session.flush()
    work.remember(report.route_id, "report.reopen_asked", report=report.id)
    asked = _whom(work, report)
    for person_id in asked:
        work.notify(
            person_id,
            "report-reopen",
            report_id=report.id,
            version=report.version,
            teacher=report.route.teacher.short_name,
            title=report.activity.title,
        )
    if not asked:
        await tell_methodists(work, report, "report-reopen-nobody", teacher=report.route.teacher.short_name)
    return report


def is_own_mark(report: Report) -> bool:
    """Whether sending the report was its mark: nobody was there to review it (S002)."""
    return report.decided_by_id == report.route.teacher_id


async def _reopen_own(work: Work, report: Report, drawn: int) -> Report:
    report.reopen(work.person, work.now, work.today, drawn)
    await work.session.flush()
    work.remember(report.route_id, "report.reopened", report=report.id, version=report.version)
    return report


def _whom(work: Work, report: Report) -> set[int]:
    today = report.route.organisation.today(work.now)
    team = [one for one in report.route.team if one.role in REVIEWERS and one.holds(today)]
    able = {one.person_id for one in team} - {report.route.teacher_id}
    return able & {report.decided_by_id or 0} or able


async def wanted(work: Work) -> list[Report]:
    """What teachers want back from the acting person, whoever was asked first: also after a handover."""
    found: list[Report] = await work.all(wanted_back(work.person.id, work.today))
    return found


async def returned(work: Work) -> list[Report]:
    """What was returned on the acting person's routes, whoever returned it, and is being mended."""
    found: list[Report] = await work.all(with_their_teachers(work.person.id, work.today))
    return found


async def look(work: Work, report_id: int) -> Report:
    """The report as a member of its team sees it. Refuses NotYours to strangers and to the author."""
    report = await work.get(report_by_id(report_id))
    report.route.only_team(work.person, work.today)
    return report


async def give_back(work: Work, report_id: int, *, drawn: int) -> Report:
    """A team member gives the accepted report back; the teacher hears, it no longer counts until it is sent again.

    Refuses NotYours, Outdated: answered already, or not the version that was drawn.
    """
    report = await look(work, report_id)
    report.reopen(work.person, work.now, work.today, drawn)
    await work.session.flush()
    work.remember(report.route_id, "report.reopened", report=report.id, version=report.version)
    work.notify(
        report.route.teacher_id,
        "report-reopened",
        once=f"reopened:{report.id}:{report.version}",
        report_id=report.id,
        version=report.version,
        title=report.activity.title,
        by=work.person.short_name,
    )
    return report


async def keep(work: Work, report_id: int, *, drawn: int) -> Report:
    """A team member leaves the report accepted; the teacher hears. Refuses as `give_back`."""
    report = await look(work, report_id)
    report.keep_accepted(work.person, work.today, drawn)
    await work.session.flush()
    work.remember(report.route_id, "report.kept_accepted", report=report.id)
    work.notify(
        report.route.teacher_id,
        "report-kept-accepted",
        once=f"kept:{report.id}:{report.version}",
        title=report.activity.title,
        by=work.person.short_name,
    )
    return report
