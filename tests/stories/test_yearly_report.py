"""S-20.3, R1-026: every teacher reports on the year; the deputy head accepts, or gives back with a reason."""

from datetime import date

from sqlalchemy import select

from documents import paper_docx, paper_pdf
from models.year_report import YearReport, YearReportState
from services import papers
from services.work import Work
from tests.stories.gymnasium import Gymnasium, gymnasium, heard
from tests.stories.town import Town
from tests.stories.walking import reported, two_minutes_later

ASKED = "year-report-asked"


async def asked(town: Town) -> Gymnasium:
    """One seminar was reported and accepted; in May the report of the year is asked for."""
    people = await gymnasium(town, ("Семинар по оцениванию", date(2026, 9, 16)))
    town.wait(days=3)
    await people.teacher.says("/menu")
    await people.teacher.taps("menu-report")
    await reported(town, people.teacher)
    await people.deputy.taps("review-card.accept")
    await two_minutes_later(town)
    town.set_local(date(2027, 5, 10), 17, 1)
    await town.tick()
    return people


async def one_report(town: Town) -> YearReport:
    """The only report."""
    (found,) = await town.all(select(YearReport))
    return found


async def test_r1_026_it_is_asked_on_the_day_of_the_regulation_and_once_more_before_it_is_due(
    town: Town,
) -> None:
    people = await gymnasium(town)
    town.set_local(date(2027, 5, 9), 18)
    await town.tick()
    assert await heard(town, people.teacher, ASKED) == 0
    for hour in (17, 18):
        town.set_local(date(2027, 5, 10), hour, 1)
        await town.tick()
        await town.tick()
    assert await heard(town, people.teacher, ASKED) == 1
    people.teacher.sees("year-report-asked", "2026/2027", "25 мая", "п. 4.3", among_last=2)
    for day in (21, 22, 23, 25, 26):
        town.set_local(date(2027, 5, day), 18)
        await town.tick()
    assert await heard(town, people.teacher, ASKED) == 2
    assert await heard(town, people.deputy, ASKED) == 0


async def test_s_20_3_it_is_made_of_facts_mended_sent_given_back_and_accepted(town: Town) -> None:
    people = await asked(town)
    await people.teacher.taps("year-report-open")
    people.teacher.sees("year-report", "2026/2027", among_last=1)
    people.teacher.sees("year-report-paragraph", "Семинар по оцениванию", among_last=1)
    await people.teacher.taps("year-report.add")
    await people.teacher.says("Научились давать обратную связь без отметки.")
    people.teacher.sees("year-report-paragraph", "без отметки", among_last=1)
    await people.teacher.taps("year-report.send", times=2)
    people.teacher.hears_toast("year-report-outdated")
    assert (await one_report(town)).state is YearReportState.SENT
    people.deputy.sees("year-report-sent", "Исаева З. А.", among_last=1)
    await people.deputy.taps("year-report-read")
    people.deputy.sees("year-report-paragraph", "без отметки", among_last=1)
    await people.deputy.taps("year-report-card.back")
    await people.deputy.says("Добавьте, где показали опыт")
    people.deputy.sees("year-report-given-back", among_last=1)
    people.teacher.sees("year-report-decided", "Добавьте, где показали опыт", among_last=1)
    await people.teacher.taps("year-report-open")
    people.teacher.sees("year-report-came-back", "Добавьте", among_last=1)
    await people.teacher.taps("year-report.send")
    await people.deputy.says("/menu")
    await people.deputy.taps("year-desk-menu")
    await people.deputy.taps("year-desk.reports")
    await people.deputy.taps("year-report-line", "Исаева З. А.")
    await people.deputy.taps("year-report-card.accept", times=2)
    people.deputy.hears_toast("year-report-outdated")
    people.teacher.sees("year-report-decided", "принят", among_last=1)
    assert (await one_report(town)).state is YearReportState.ACCEPTED
    town.set_local(date(2027, 5, 22), 18)
    await town.tick()
    assert await heard(town, people.teacher, ASKED) == 1
    async with town.app.sessions() as session, session.begin():
        work = Work(session, None, town.now, town.app.rules)
        made = {paper.kind: paper for paper in await papers.every_paper(work, people.route.id)}
    paper = made["year_report"]
    assert any("без отметки" in line for part in paper.parts for line in part.paragraphs)
    assert paper_pdf.pdf(paper).startswith(b"%PDF") and paper_docx.docx(paper)


async def test_a_report_is_its_teachers_and_the_word_on_it_the_deputys(town: Town) -> None:
    people = await asked(town)
    await people.teacher.taps("year-report-open")
    one = await one_report(town)
    for guest in (people.deputy, people.head):
        for do in ("send", "out", "compose", "take-back"):
            data = f"yt:{do}:{one.id}:{one.version}:0"
            await guest.taps_again(guest.last["message_id"], data)
            guest.hears_toast("refusal-not-yours")
    await people.teacher.taps("year-report.send")
    one = await one_report(town)
    for guest in (people.teacher, people.head):
        for do in ("open", "accept"):
            await guest.taps_again(guest.last["message_id"], f"yw:{do}:{one.id}:{one.version}")
            guest.hears_toast("refusal-not-yours")
    assert (await one_report(town)).state is YearReportState.SENT
