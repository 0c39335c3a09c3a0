"""A whole life by the regulation of Bashkortostan (S003): from the invitation to the portfolio, by phone only."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from models.people import Role
from models.registry import RegistryEntry
from models.route import Route, RouteState
from tests.stories import arriving, living, sheets
from tests.stories import test_programme as programmes
from tests.stories.arriving import CENTRE
from tests.stories.concluding import opens_the_end
from tests.stories.diagnosing import MIXED, TOTAL, answer_all, begins, conclude
from tests.stories.filing import archive, documents, orders_portfolio
from tests.stories.planning import adds, takes_a_year
from tests.stories.schools import labels
from tests.stories.signing import signs
from tests.stories.test_product import hands_in
from tests.stories.town import Guest, Town

SCHOOL = "Школа № 12"
REGION = "Республика Башкортостан"
ROWS = (
    ("Семинар по смысловому чтению", date(2026, 10, 6)),
    ("Вебинар по оцениванию", date(2026, 11, 10)),
    ("Семинар о цифровых картах", date(2027, 2, 16)),
)
NEW = "Вебинар «Карта на уроке»"


async def pair(town: Town) -> tuple[Guest, Guest]:
    """A teacher and a tutor of a school in Ufa."""
    await town.organisation(SCHOOL, regulation="bashkortostan", region=REGION)
    tutor = await town.member("Гареева Лилия Маратовна", Role.TUTOR, organisation=SCHOOL)
    teacher = await town.member("Галимова Айгуль Рашитовна", Role.TEACHER, organisation=SCHOOL, tutor=tutor)
    return teacher, tutor


async def route(town: Town) -> Route:
    """The only route."""
    (found,) = await town.all(select(Route))
    return found


@dataclass
class People:
    """Everybody whom the text names."""

    teacher: Guest
    tutor: Guest
    methodist: Guest
    centre_head: Guest
    deputy: Guest
    head: Guest
    lead: Guest


async def arrive(town: Town) -> People:
    """The server knows the methodist; the school comes by a list of theirs."""
    chief = await arriving.first(
        town,
        "Сафина Гульнара Ильдаровна",
        Role.CENTRE_HEAD,
        CENTRE,
        regulation="bashkortostan",
        region=REGION,
    )
    (methodist,) = await arriving.brings(
        chief, [("1", "Валеев Ринат Азатович", "методист", "региональный методист", "")]
    )
    head, deputy, lead, tutor, teacher = await arriving.brings(
        methodist,
        [
            ("11", "Хасанов Тимур Маратович", "директор", "директор", ""),
            ("12", "Исмагилова Роза Фаритовна", "заместитель", "заместитель директора", ""),
            ("13", "Юсупова Альфия Рифовна", "руководитель МО", "учитель истории", ""),
            ("14", "Гареева Лилия Маратовна", "тьютор", "учитель химии", ""),
            ("15", "Галимова Айгуль Рашитовна", "педагог", "учитель литературы", "14"),
        ],
        SCHOOL,
    )
    return People(teacher, tutor, methodist, chief, deputy, head, lead)


async def test_s_06_6_x29_a_whole_life_from_the_invitation_to_the_portfolio(town: Town) -> None:
    people = await arrive(town)
    people.teacher.sees("menu-stage", "Республика Башкортостан")
    await is_diagnosed(people)
    await has_a_plan(town, people)
    await walks(people)
    await corrects(town, people)
    await shows(town, people)
    await ends(town, people)
    await is_over(town, people)
    await living.costs(people.teacher, "bashkortostan")


async def is_diagnosed(people: People) -> None:
    """The sheet, then the self-diagnosis, shown to the tutor."""
    teacher = people.teacher
    await sheets.fills(teacher)
    await teacher.says("/menu")
    await begins(teacher)
    await answer_all(teacher, MIXED)
    await conclude(teacher)
    teacher.sees("diagnosis-score", "ИКТ-компетентность")
    await living.shares(teacher)
    people.tutor.sees("diagnosis-shared")


async def has_a_plan(town: Town, people: People) -> None:
    """Three rows, the programme of the centre from the tutor; everybody signs, the route begins."""
    teacher, tutor = people.teacher, people.tutor
    await living.plans(teacher, ROWS)
    teacher.sees("plan-count-only", "Запланировано: 3")
    await programmes.opens(tutor)
    await tutor.taps("programme.field", "Наименование")
    await tutor.says("Школа наставника")
    await tutor.taps("programme.field", "Реквизиты")
    await tutor.says("Приказ от 12.09.2026 № 45")
    await tutor.taps("programme.field", "Файл")
    await tutor.sends("document", "programme.pdf")
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await teacher.taps("plan.agree")
    tutor.sees("plan-card", "Галимова А. Р.", SCHOOL)
    await living.gives_back_a_plan(tutor, teacher, date(2026, 10, 13))
    await tutor.taps("plan-card.confirm")
    await living.sign(people.methodist, teacher, people.centre_head, people.head)
    teacher.sees("plan-confirmed", "Хасанов Т. М.")
    assert (await route(town)).state is RouteState.ACTIVE


async def walks(people: People) -> None:
    """Two activities, the first report given back once; the tutor records them (разд. 2, этап 3)."""
    teacher = people.teacher
    await living.reports(teacher, date(2026, 10, 13), "Показали три приёма работы с текстом.")
    await living.gives_back(people.tutor, teacher)
    await living.accepts(people.tutor, teacher)
    await living.reports(teacher, ROWS[1][1], "Попробовали новый приём на уроке.", "урок.jpg")
    await living.accepts(people.tutor, teacher)


async def corrects(town: Town, people: People) -> None:
    """The third activity is called off: the tutor writes another one, all three sign (разд. 3)."""
    teacher, tutor = people.teacher, people.tutor
    town.set_local(date(2027, 2, 1), 12)
    await tutor.says("/menu")
    await tutor.taps("menu-teachers")
    await tutor.taps("review-plans.link")
    await tutor.taps("review-plans.open", "Галимова")
    await tutor.taps("plan-open", "3")
    await living.replaces(tutor, NEW, date(2027, 4, 16))
    await living.sign(people.methodist, tutor, teacher)
    for guest in (teacher, tutor, people.head, people.methodist):
        guest.sees("correction-done", "№ 1", NEW)
    await living.reports(teacher, date(2027, 4, 16), "Попробовали карту на уроке.", "карта.jpg")
    await living.accepts(tutor, teacher)


async def shows(town: Town, people: People) -> None:
    """The product, and the final public event with its guests and the sheet of monitoring."""
    teacher, deputy = people.teacher, people.deputy
    town.set_local(date(2027, 4, 20), 12)
    await hands_in(teacher, "Сборник заданий")
    await people.tutor.taps("product-handed.open")
    await people.tutor.taps("product-card.word")
    await people.tutor.says("Можно взять на урок сразу")
    teacher.sees("product-word", "Можно взять на урок сразу")
    await living.invites(teacher, people.tutor, people.methodist, deputy, people.head, people.lead)
    await living.evening(town, date(2027, 5, 17))
    await living.observes(deputy)
    await people.tutor.taps("final-event-check.done")
    await living.holds(teacher, date(2027, 5, 20))
    people.tutor.sees("final-event-told-team", "состоялось")


async def ends(town: Town, people: People) -> None:
    """The final diagnosis by wish, the look back and the survey; the tutor sums up, methodist and head sign."""
    teacher, tutor = people.teacher, people.tutor
    await living.evening(town, date(2027, 8, 20))
    await living.diagnosed_again(teacher, [3] * TOTAL)
    await opens_the_end(tutor, "Галимова")
    await tutor.taps("conclusions.begin")
    await living.looks_back(teacher)
    await teacher.taps("self-analysis.survey")
    for how in ("Да", "Отчасти", "Нет"):
        await teacher.taps("self-analysis-survey.how", how)
    await living.decides(tutor, "Галимова")
    await people.methodist.taps("plan-card.return")
    await people.methodist.says("Добавьте результаты учеников")
    await tutor.taps("conclusions-returned.mend")
    await tutor.taps("conclusions.text")
    tutor.sees("conclusions-paragraph", "Сборник заданий")
    await tutor.taps("conclusions-text.add")
    await tutor.says("Качество знаний выросло.")
    await tutor.taps("conclusions-text.back")
    await tutor.taps("conclusions.send")
    await signs(people.methodist)
    await signs(people.head)
    await living.reads_the_end(teacher)
    tutor.sees("conclusions-known", "ознакомлен")


async def is_over(town: Town, people: People) -> None:
    """The last screens: over everywhere, signed, no number anywhere; everything goes to the portfolio."""
    teacher = people.teacher
    assert await town.all(select(RegistryEntry)) == []
    await teacher.says("/menu")
    teacher.sees("menu-stage", "Маршрут завершён.")
    await teacher.taps("menu-papers")
    for paper in ("Карта ИОМ", "Сведения о корректировке", "Итоги ИОМ"):
        teacher.sees("papers-line", f"{paper}: подписано")
    await town.app.copyist.work_off()
    await orders_portfolio(teacher)
    assert await town.files() == 1
    with archive(town, documents(teacher)[-1]) as found:
        names = "\n".join(found.namelist())
    for part in (
        "Карта ИОМ",
        "Итоги ИОМ",
        "Подтверждения/Сборник заданий",
        "Семинар по смысловому чтению.jpg",
    ):
        assert part in names
    for guest in (people.tutor, people.methodist, people.head, people.deputy):
        guest.sees("conclusions-signed", "Галимова А. Р.")
    await people.tutor.says("/menu")
    await people.tutor.taps("menu-conclusions")
    assert "Галимова А. Р.: маршрут завершён" in labels(people.tutor)


async def test_x14_thirteen_months_are_too_long_and_the_clause_is_named(town: Town) -> None:
    teacher, _ = await pair(town)
    await takes_a_year(teacher)
    await teacher.taps("plan.term")
    teacher.sees("plan-bounds-most", "до 1 года (п. 1.2, разд. 2 (этап 3))")
    assert not any("2 года" in one["text"] for row in _rows(teacher) for one in row)
    await teacher.taps("plan-term-choice.dates")
    await teacher.taps("questions-ask.keep")
    await teacher.says((town.today + timedelta(days=396)).strftime("%d.%m.%Y"))
    teacher.sees("plan-too-long", "не более 1 года")
    await teacher.taps("questions-echo.yes")
    await adds(teacher, "Семинар по оцениванию")
    await teacher.taps("plan.agree")
    teacher.sees("plan-departs")
    assert (await route(town)).ends_on == date(2027, 10, 15)


def _rows(guest: Guest) -> list[list[dict[str, str]]]:
    rows: list[list[dict[str, str]]] = guest.last["reply_markup"]["inline_keyboard"]
    return rows


async def test_the_sheet_asks_for_the_region_and_for_no_contacts(town: Town) -> None:
    teacher, _ = await pair(town)
    await teacher.taps("menu-sheet")
    await teacher.taps("sheet.go-on")
    teacher.sees("sheet-line", "Школа № 12, Республика Башкортостан")
    await teacher.taps("sheet-known.right")
    await teacher.says("/menu")
    await teacher.taps("menu-sheet")
    await teacher.taps("sheet.all")
    names = [one["text"] for row in _rows(teacher) for one in row]
    assert "Дополнительно" in names
    assert not {"Телефон", "Почта"} & set(names)
