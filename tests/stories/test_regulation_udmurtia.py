"""A whole life by the regulation of Udmurtia (S000): from the invitation to the registry, by phone only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.people import Role
from tests.stories import arriving, living, sheets
from tests.stories.arriving import CENTRE
from tests.stories.concluding import opens_the_end
from tests.stories.diagnosing import MIXED, TOTAL, answer_all, begins, conclude
from tests.stories.filing import content, documents
from tests.stories.helping import asks
from tests.stories.recording import records_test
from tests.stories.schools import labels
from tests.stories.signing import signs
from tests.stories.town import Guest, Town

SCHOOL, REGION = "Школа № 3", "Удмуртская Республика"
ROWS = (
    ("Семинар по чтению", date(2026, 10, 6)),
    ("Вебинар по оцениванию", date(2026, 11, 10)),
    ("Мастер-класс коллег", date(2027, 1, 19)),
    ("Конференция учителей литературы", date(2027, 2, 16)),
    ("Семинар о цифровых картах", date(2027, 3, 16)),
)
NEW = "Вебинар «Карта на уроке»"


@dataclass
class People:
    """Everybody whom the text names."""

    teacher: Guest
    tutor: Guest
    methodist: Guest
    centre_methodist: Guest
    centre_head: Guest
    deputy: Guest
    head: Guest
    lead: Guest


async def arrive(town: Town) -> People:
    """The server knows the head of the centre; the methodists come by a list of hers, the school by one of theirs."""
    chief = await arriving.first(
        town, "Вахрушева Ольга Геннадьевна", Role.CENTRE_HEAD, CENTRE, regulation="udmurtia", region=REGION
    )
    methodist, centre_methodist = await arriving.brings(
        chief,
        [
            ("1", "Дубов Игорь Ильич", "методист", "региональный методист", ""),
            ("2", "Рябова Елена Львовна", "методист ЦНППМ", "методист", ""),
        ],
    )
    head, deputy, lead, tutor, teacher = await arriving.brings(
        methodist,
        [
            ("11", "Корепанов Андрей Леонидович", "директор", "директор", ""),
            ("12", "Лебедева Нина Олеговна", "заместитель", "заместитель директора", ""),
            ("13", "Зорина Вера Олеговна", "руководитель МО", "учитель истории", ""),
            ("14", "Орлова Мария Сергеевна", "тьютор", "учитель химии", ""),
            ("15", "Иванова Галина Петровна", "педагог", "учитель литературы", "14"),
        ],
        SCHOOL,
    )
    return People(teacher, tutor, methodist, centre_methodist, chief, deputy, head, lead)


async def test_a_whole_life_from_the_invitation_to_the_number_in_the_registry(town: Town) -> None:
    people = await arrive(town)
    await sheets.fills(people.teacher)
    await is_diagnosed(people)
    await has_a_plan(town, people)
    await walks(people)
    await corrects(town, people)
    await shows(town, people)
    await ends(town, people)
    await is_over(town, people)
    await living.costs(people.teacher, "udmurtia")


async def is_diagnosed(people: People) -> None:
    """The self-diagnosis, shown to the tutor, and the tests of the centre."""
    teacher = people.teacher
    await teacher.says("/menu")
    await begins(teacher)
    await answer_all(teacher, MIXED)
    await conclude(teacher)
    await living.shares(teacher)
    people.tutor.sees("diagnosis-shared")
    await records_test(people.centre_methodist, "40", "65", "90", "30", "65")
    teacher.sees("diagnosis-record-new", "Рябова Е. Л.")


async def has_a_plan(town: Town, people: People) -> None:
    """Five rows, one moved at the tutor's word; everybody signs, the route begins."""
    teacher = people.teacher
    await living.plans(teacher, ROWS)
    await teacher.taps("plan.agree")
    await living.gives_back_a_plan(people.tutor, teacher, date(2026, 10, 13))
    await people.tutor.taps("plan-card.confirm")
    await living.sign(people.methodist, teacher, people.centre_head, people.head)
    teacher.sees("plan-confirmed", "Корепанов А. Л.")
    await teacher.says("/menu")
    teacher.sees("menu-stage", "Маршрут идёт")
    teacher.button("menu-sheet", "заполнена")


async def walks(people: People) -> None:
    """Four activities, the first report given back once; a question to the lead of the subject group on the way."""
    teacher = people.teacher
    await living.reports(teacher, date(2026, 10, 13), "Показали три приёма работы с текстом.")
    await living.gives_back(people.tutor, teacher)
    await living.accepts(people.tutor, teacher)
    await asks(teacher, "Зорина")
    await people.lead.taps("help-request-asked.answer")
    await people.lead.says("Возьмите тему, в которой класс уже уверен.")
    await teacher.taps("help-request-answered.helped")
    for _, day in ROWS[1:4]:
        await living.reports(teacher, day, "Попробовали новый приём на уроке.", "урок.jpg")
        await living.accepts(people.tutor, teacher)


async def corrects(town: Town, people: People) -> None:
    """The last activity is called off: another one, signed by a methodist of the centre and the teacher (п. 4.6)."""
    teacher = people.teacher
    town.set_local(date(2027, 3, 1), 12)
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await teacher.taps("plan-open", "5")
    await living.replaces(teacher, NEW, date(2027, 4, 16))
    await living.sign(people.centre_methodist, teacher)
    for guest in (teacher, people.tutor, people.head, people.methodist):
        guest.sees("correction-done", "№ 1", NEW)
    await living.reports(teacher, date(2027, 4, 16), "Попробовали карту на уроке.", "карта.jpg")
    await living.accepts(people.tutor, teacher)
    teacher.sees("review-accepted-count", "5 из 5")


async def shows(town: Town, people: People) -> None:
    """The final public event: guests, the sheet of monitoring, everything ready, how it was."""
    teacher, deputy = people.teacher, people.deputy
    town.set_local(date(2027, 4, 20), 12)
    await living.invites(teacher, people.methodist, deputy, people.head, people.lead)
    await living.evening(town, date(2027, 5, 17))
    await living.observes(deputy)
    await people.methodist.taps("final-event-check.done")
    await teacher.taps("final-event-check.done", "Презентация")
    await teacher.taps("final-event-check.done", "Место и техника")
    await living.holds(teacher, date(2027, 5, 20))
    people.tutor.sees("final-event-told-team", "состоялось")


async def ends(town: Town, people: People) -> None:
    """The final diagnosis, the look back; the conclusions, given back once by the head, signed by both."""
    teacher, methodist = people.teacher, people.methodist
    await living.evening(town, date(2027, 8, 20))
    await living.diagnosed_again(teacher, [3] * TOTAL)
    await records_test(people.centre_methodist, "70", "85", "95", "65", "80", phase="Итоговая")
    await opens_the_end(methodist)
    await methodist.taps("conclusions.begin")
    await living.looks_back(teacher)
    await living.decides(methodist, "Иванова")
    await people.head.taps("plan-card.return")
    await people.head.says("Добавьте результаты учеников")
    await methodist.taps("conclusions-returned.mend")
    await methodist.taps("conclusions.text")
    methodist.sees("conclusions-paragraph", "Предметные: 40 % при входной, 70 % при итоговой")
    await methodist.taps("conclusions-text.add")
    await methodist.says("Качество знаний выросло.")
    await methodist.taps("conclusions-text.back")
    await methodist.taps("conclusions.send")
    people.head.sees("conclusions-card", "Версия 2")
    await signs(people.head)
    await signs(methodist)
    await living.reads_the_end(teacher)
    methodist.sees("conclusions-known", "ознакомлен")


async def is_over(town: Town, people: People) -> None:
    """The last screens: the route is over everywhere, its papers are signed, its number stands in the registry."""
    teacher = people.teacher
    await teacher.says("/menu")
    teacher.sees("menu-stage", "Маршрут завершён", "2027-0001")
    await teacher.taps("menu-papers")
    for paper in ("Карта ИОМ", "Сведения о корректировке", "Итоги ИОМ"):
        teacher.sees("papers-line", f"{paper}: подписано")
    teacher.sees("papers-line", "Лист отметок: заполнено", "Проект приказа: проект, подписывают на бумаге")
    teacher.sees("papers-line", "Лист мониторинга: заполнено")
    for guest in (people.tutor, people.head, people.deputy):
        guest.sees("conclusions-signed", "2027-0001")
    for guest in (people.tutor, people.deputy):
        await guest.says("/menu")
        assert not guest.has_button("menu-conclusions"), "the methodist sums up here"
    await people.methodist.says("/menu")
    await people.methodist.taps("menu-conclusions")
    assert "Иванова Г. П.: маршрут завершён" in labels(people.methodist)
    await people.centre_head.says("/menu")
    await people.centre_head.taps("menu-registry")
    people.centre_head.sees("registry", "Завершены: 1")
    await people.centre_head.taps("registry.csv")
    assert await town.files() == 1
    assert "2027-0001;Иванова Галина Петровна" in content(town, documents(people.centre_head)[-1]).decode()
