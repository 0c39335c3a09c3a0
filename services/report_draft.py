"""The draft of a report: what the teacher says and shows is kept at once (S-08, S-09)."""

from __future__ import annotations

from dataclasses import dataclass

from models.errors import BadAnswer
from models.evidence import Evidence, EvidenceKind, Oversize, other_photos
from models.people import methodists_of
from models.practice import Applied, PracticeQuestion
from models.report import Report, ids_of_reports_by
from regulations.pupils import is_list_of_pupils
from services.report import own_report
from services.work import Work


@dataclass(frozen=True)
class Saying:
    """One message in words: the text, the message, the addresses in it."""

    text: str
    message_id: int
    urls: tuple[str, ...] = ()


def links(work: Work, saying: Saying) -> list[Evidence]:
    """The addresses of a message as evidence."""
    return [Evidence.link(url, saying.message_id, work.now) for url in saying.urls]


def no_pupils(saying: Saying) -> None:
    """Refuses a list of children: pupils' names and marks are not kept here (X47)."""
    if is_list_of_pupils(saying.text):
        raise BadAnswer("report-pupils")


async def say(work: Work, report_id: int, saying: Saying, *, anew: bool = False) -> Report:
    """The teacher's sentence is kept at once; `anew` puts it in place of everything said.

    While «Как именно?» is open, it is the answer to that. Refuses a list of pupils.
    """
    report = await own_report(work, report_id)
    no_pupils(saying)
    if anew:
        report.say_anew(saying.text, saying.message_id, links(work, saying))
    elif report.question is PracticeQuestion.HOW and not saying.urls:
        report.tell_how(saying.text, saying.message_id)
    else:
        report.say(saying.text, saying.message_id, links(work, saying))
    if saying.urls:
        report.replaced(Oversize.LINK)
    await work.session.flush()
    return report


@dataclass(frozen=True)
class Attached:
    """The report with one more file; whether it is the first photo that its teacher has ever sent."""

    report: Report
    first_photo: bool


async def attach(work: Work, report_id: int, evidence: Evidence, caption: Saying | None) -> Attached:
    """A photo or file is kept at once; its caption is a sentence like any other; a copy is due.

    A file too large to be copied is kept, too, and the teacher is asked what is to become of it (S-09).
    """
    report = await own_report(work, report_id)
    evidence.to_copy(work.rules.largest_copy)
    first = await _is_first_photo(work, evidence)
    if caption is not None:
        no_pupils(caption)
        report.say(caption.text, caption.message_id, links(work, caption))
    if not evidence.undecided:
        report.replaced(Oversize.COMPRESS)
    report.attach(evidence)
    await work.session.flush()
    return Attached(report, first)


async def _is_first_photo(work: Work, evidence: Evidence) -> bool:
    if evidence.kind is not EvidenceKind.PHOTO:
        return False
    return not await work.find(other_photos(ids_of_reports_by(work.person.id), evidence.group))


async def decide_large(work: Work, report_id: int, evidence_id: int, way: Oversize, *, drawn: int) -> Report:
    """What becomes of a file that is too large to be copied; a methodist to whom it is handed hears at once.

    Refuses NotYours, Outdated (a second choice), and `report-large-nobody` when there is no methodist.
    """
    report = await own_report(work, report_id)
    report.drawn_open(drawn)
    evidence = report.piece(evidence_id)
    evidence.decide(way)
    if way is Oversize.METHODIST:
        await _hand_over(work, report, evidence)
    await work.session.flush()
    return report


async def _hand_over(work: Work, report: Report, evidence: Evidence) -> None:
    offices = await work.all(methodists_of(report.route.organisation.region, work.today))
    takers = {office.person_id for office in offices} - {report.route.teacher_id}
    if not takers:
        raise BadAnswer("report-large-nobody")
    for person_id in takers:
        work.notify(
            person_id,
            "report-large-handed",
            once=f"handed:{evidence.id}:{person_id}",
            teacher=report.route.teacher.short_name,
            title=report.activity.title,
            file=[evidence.kind.value, evidence.file_id],
        )


async def detach(work: Work, report_id: int, evidence_id: int, *, drawn: int) -> Report:
    """The teacher takes one attachment off the draft."""
    report = await own_report(work, report_id)
    report.drawn_open(drawn)
    report.detach(report.piece(evidence_id))
    await work.session.flush()
    return report


async def detach_all(work: Work, report_id: int, *, drawn: int) -> Report:
    """The teacher takes the attachments off the draft."""
    report = await own_report(work, report_id)
    report.drawn_open(drawn)
    report.detach_all()
    await work.session.flush()
    return report


async def discard(work: Work, report_id: int, *, drawn: int) -> Report:
    """«Было» was a mistake: the draft goes, the activity is planned again. Refuses a report that was sent."""
    report = await own_report(work, report_id)
    report.drawn_open(drawn)
    report.discard()
    report.activity.plan_again()
    work.remember(report.route_id, "report.discarded", activity=report.activity_id)
    await work.session.delete(report)
    await work.session.flush()
    return report


async def apply(work: Work, report_id: int, applied: Applied, *, drawn: int) -> Report:
    """«Применили ли в классе»: one tap."""
    report = await own_report(work, report_id)
    report.drawn_open(drawn)
    report.apply(applied)
    await work.session.flush()
    return report


async def skip_how(work: Work, report_id: int, *, drawn: int) -> Report:
    """«Без подробностей»."""
    report = await own_report(work, report_id)
    report.drawn_open(drawn)
    report.tell_how("")
    await work.session.flush()
    return report


async def share(work: Work, report_id: int, shared: bool, *, drawn: int) -> Report:
    """«Рассказали коллегам»: one tap."""
    report = await own_report(work, report_id)
    report.drawn_open(drawn)
    report.share(shared)
    await work.session.flush()
    return report


async def ask_anew(work: Work, report_id: int, *, drawn: int) -> Report:
    """The questions about practice once more."""
    report = await own_report(work, report_id)
    report.drawn_open(drawn)
    report.ask_anew()
    await work.session.flush()
    return report
