"""R1-004, R1-024, R1-025: the plan of the coming year out of the applications and the routes, as a file, too."""

from datetime import date

from sqlalchemy import select

from documents import paper_docx, paper_pdf
from models.catalogue import CatalogueEntry, EntryState, Scope
from models.entry import Account
from models.year_plan import YearEvent
from services import year_paper
from services.work import Work
from tests.stories.gymnasium import Gymnasium, gymnasium
from tests.stories.town import Town, buttons


async def opens(town: Town) -> Gymnasium:
    """The deputy is at the plan of the coming year, after one application."""
    people = await gymnasium(
        town, ("Педагогические чтения", date(2027, 11, 10)), ("Открытый урок", date(2027, 11, 20))
    )
    town.set_local(date(2027, 4, 15), 17, 1)
    await town.tick()
    await people.teacher.taps("year-intro.write")
    await people.teacher.says("Формирующее оценивание")
    await people.teacher.says("Мастер-класс по проектам")
    await people.deputy.says("/menu")
    await people.deputy.taps("year-desk-menu")
    await people.deputy.taps("year-desk.plan")
    return people


async def plans(people: Gymnasium, words: str, day: str) -> None:
    """One event of the regulation with its day."""
    await people.deputy.taps("year-plan.add", words)
    await people.deputy.says(day)
    await people.deputy.taps("questions-echo.yes")


async def test_r1_025_an_interim_presentation_is_one_tap_and_a_day_and_teachers_find_it(town: Town) -> None:
    people = await opens(town)
    people.deputy.sees("year-plan", "Мероприятий: 0", "п. 4.3", among_last=1)
    await plans(people, "Педагогические чтения", "12 ноября 2027")
    people.deputy.sees("catalogue-added", among_last=1)
    (entry,) = await town.all(select(CatalogueEntry))
    assert (entry.state, entry.scope, entry.title, entry.on_date) == (
        EntryState.OPEN,
        Scope.SCHOOL,
        "Педагогические чтения",
        date(2027, 11, 12),
    )
    await people.deputy.says("/menu")
    await people.deputy.taps("year-desk-menu")
    await people.deputy.taps("year-desk.plan")
    people.deputy.sees("year-plan-section", "Промежуточные результаты: 1", "12 ноября 2027", among_last=1)
    await people.deputy.taps("year-plan-event", "Педагогические чтения")
    people.deputy.sees("catalogue-entry", "Педагогические чтения", among_last=1)
    await people.teacher.says("/menu")
    await people.teacher.taps("menu-plan")
    await people.teacher.taps("plan.catalogue")
    people.teacher.sees("catalogue-line", "Педагогические чтения", among_last=1)


async def test_r1_027_experience_and_results_are_planned_like_any_event_of_the_year(town: Town) -> None:
    people = await opens(town)
    await plans(people, "Обобщение опыта", "20 мая 2028")
    (entry,) = await town.all(select(CatalogueEntry))
    assert (entry.state, entry.on_date) == (EntryState.OPEN, date(2028, 5, 20))
    await people.deputy.says("/menu")
    await people.deputy.taps("year-desk-menu")
    await people.deputy.taps("year-desk.plan")
    people.deputy.sees("year-plan-section", "20 мая 2028", among_last=1)
    await people.deputy.taps("year-plan-event", "Обобщение опыта")
    people.deputy.sees("catalogue-entry", "представление итогов работы над методической темой", among_last=1)


async def test_an_event_without_its_day_is_gone_on_with_and_never_doubled(town: Town) -> None:
    people = await opens(town)
    offered = [one["text"] for one in buttons(people.deputy.last) if one["text"].startswith("+ ")]
    assert len(offered) == 6 and max(map(len, offered)) <= 35
    await people.deputy.taps("year-plan.add", "Единый методический день", times=2)
    await people.deputy.says("/menu")
    await people.deputy.taps("year-desk-menu")
    await people.deputy.taps("year-desk.plan")
    await people.deputy.taps("year-plan-event", "Выбрать день")
    await people.deputy.says("3 февраля 2028")
    await people.deputy.taps("questions-echo.yes")
    (event,) = await town.all(select(YearEvent))
    (entry,) = await town.all(select(CatalogueEntry))
    assert (event.code, entry.on_date) == ("method_day", date(2028, 2, 3))


async def test_r1_004_the_routes_stand_by_month_with_form_and_topic(town: Town) -> None:
    people = await opens(town)
    await people.deputy.taps("year-desk.months")
    people.deputy.sees("year-month", "Ноябрь 2027: 2", among_last=1)
    await people.deputy.taps("year-months.open", "Ноябрь 2027")
    people.deputy.sees("year-month-line", "Исаева З. А.", "Открытый урок", "20 ноября 2027", among_last=1)
    people.deputy.sees("year-month-line", "Выступление на заседании МО", among_last=1)
    await people.deputy.taps("year-month-back")
    await people.deputy.taps("year-months.topics")
    people.deputy.sees("year-topic-line", "Исаева З. А.", among_last=1)
    await people.deputy.taps("year-month-back")
    await people.deputy.taps("year-months.other", "2026/2027")
    people.deputy.sees("year-months", "пока нет", among_last=1)
    await people.head.says("/menu")
    await people.head.taps("year-desk-menu")
    await people.head.taps("year-desk.months")
    people.head.sees("year-month", "Ноябрь 2027: 2", among_last=1)


async def test_s_20_1_the_plan_is_a_file_with_events_routes_and_applications(town: Town) -> None:
    people = await opens(town)
    await plans(people, "Педагогические чтения", "12 ноября 2027")
    await people.deputy.says("/menu")
    await people.deputy.taps("year-desk-menu")
    await people.deputy.taps("year-desk.plan")
    for key, end in (("year-plan.pdf", ".pdf"), ("year-plan.word", ".docx")):
        await people.deputy.taps(key)
        names = [one["document"]["file_name"] for one in people.deputy.heard if "document" in one]
        assert names[-1] == f"План методической работы 2027-2028{end}"
    async with town.app.sessions() as session, session.begin():
        account = (
            await session.scalars(select(Account).where(Account.person_id == people.deputy.person_id))
        ).one()
        await session.refresh(account, ["person"])
        await session.refresh(account.person, ["organisation"])
        made = await year_paper.paper(Work(session, account, town.now, town.app.rules), 2027)
    parts = {part.code: part.cells for part in made.parts}
    assert parts["interim"] == (("1", "Педагогические чтения", "12.11.2027"),)
    assert parts["applications"] == (("Исаева З. А.", "Формирующее оценивание", "Мастер-класс по проектам"),)
    assert parts["months"][0][:3] == ("10.11.2027", "Исаева З. А.", "Педагогические чтения")
    assert [one.name for one in made.signatures] == ["Ахмадова М. С.", "Дудаев Р. Х."]
    assert paper_pdf.pdf(made).startswith(b"%PDF") and paper_docx.docx(made)
