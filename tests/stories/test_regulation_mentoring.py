"""A whole life by the slides on mentoring (S004): four years, own words for a questionnaire, a programme inside."""

from datetime import date

from sqlalchemy import select

from models.notice import Notice
from models.people import Role
from models.plan import Activity, ActivityState
from models.registry import RegistryEntry
from models.route import RouteState, TeamMember
from tests.stories import arriving, living, mentors
from tests.stories import test_mentoring_log as meeting_log
from tests.stories.concluding import told
from tests.stories.schools import SCHOOL, alone, chooses_months, labels, pair, route, types_term
from tests.stories.test_papers import read, sent
from tests.stories.town import Guest, Town

MENTORING, REGION = "mentoring", "Томская область"
OWN_WORDS = (
    "Хочу, чтобы дети спрашивали",
    "Провели экскурсию",
    "Спокойно объясняю",
    "Кружок",
    "Дисциплина",
)


async def adds_row(mentee: Guest, title: str, day: str) -> None:
    """A row of the road map: no competencies are asked for."""
    await mentee.taps("plan.add")
    await mentee.says(title)
    await mentee.taps("questions-ask.option", "Наставник")
    await mentee.taps("questions-ask.option", "Уровень образовательной организации")
    await mentee.says(day)
    await mentee.taps("questions-echo.yes")
    await mentee.taps("questions-ask.option", "Разговор с наставником")


async def arrive(town: Town) -> tuple[Guest, Guest, Guest]:
    """The server knows the head of the school; the mentee and the mentor come by a list of his."""
    head = await arriving.first(
        town, "Зайцев Павел Андреевич", Role.HEAD, SCHOOL, regulation=MENTORING, region=REGION
    )
    mentor, mentee = await arriving.brings(
        head,
        [
            ("14", "Ахмадова Малика Саидовна", "наставник", "учитель химии", ""),
            ("15", "Исаева Зарема Адамовна", "наставляемый", "учитель биологии", "14"),
        ],
    )
    return mentee, mentor, head


async def test_x26_x30_a_whole_life_from_the_invitation_to_the_end_of_the_fourth_year(town: Town) -> None:
    mentee, mentor, head = await arrive(town)
    (member,) = await town.all(select(TeamMember))
    assert member.role is Role.MENTOR
    assert not mentee.has_button("menu-diagnosis")
    await says_it_in_own_words(mentee)
    await has_a_road_map(town, mentee, mentor)
    await has_a_programme(mentee, mentor, head)
    await works_together(town, mentee, mentor)
    await sums_the_programme_up(mentee, mentor)
    for year in (2, 3, 4):
        await goes_on(town, mentee, mentor, year)
    await ends(town, mentee)
    await is_over(town, mentee, mentor)
    await living.costs(mentee, "mentoring")


async def says_it_in_own_words(mentee: Guest) -> None:
    """The sheet of slide 2: what is wished, what was reached, what is good, what helps, what is hard."""
    await mentee.taps("menu-sheet")
    mentee.sees("sheet", "слайд 2")
    await mentee.taps("sheet.go-on")
    for words in OWN_WORDS:
        await mentee.says(words)
    await mentee.says("/menu")
    assert any("Справка: заполнена" in one for one in labels(mentee))


async def has_a_road_map(town: Town, mentee: Guest, mentor: Guest) -> None:
    """Two rows; the mentor returns the map once, then agrees: the route begins."""
    await chooses_months(mentee, "4 года")
    await adds_row(mentee, "Встреча с наставником о восьмом классе", "7 октября 2026")
    await adds_row(mentee, "Мой урок по теме «Лирика»", "20 ноября 2028")
    row = (await town.all(select(Activity).order_by(Activity.id)))[0]
    assert (row.state, row.kind, row.competencies) == (ActivityState.PLANNED, "mentor_meeting", [])
    await mentee.taps("plan.agree")
    mentor.sees("plan-card", "Исаева З. А.")
    mentor.sees("plan-row-full", "7 октября 2026, ср; Уровень образовательной организации")
    await living.gives_back_a_plan(mentor, mentee, date(2026, 10, 14))
    await mentor.taps("plan-card.confirm", "Даю согласие на проект")
    assert (await route(town)).state is RouteState.ACTIVE
    mentee.sees("plan-confirmed", "Ахмадова М. С.")


async def has_a_programme(mentee: Guest, mentor: Guest, head: Guest) -> None:
    """The note; the mentee wishes another rhythm, then agrees; the head sees it; a row of the plan, a paper."""
    await mentors.begins(mentor, mentee)
    await mentors.fills_in(mentor)
    await mentor.taps("mentoring-card.send")
    await mentee.taps("mentoring-word.wish")
    await mentee.says("Лучше встречаться раз в две недели")
    await mentor.taps("mentoring-open")
    mentor.sees("mentoring-wish", "раз в две недели", among_last=1)
    await mentor.taps("mentoring-card.send")
    await mentee.taps("mentoring-word.agrees")
    mentor.sees("mentoring-begun", mentors.PROBLEM)
    await head.says("/menu")
    await head.taps("mentoring-menu")
    await head.taps("mentoring.school")
    await head.taps("mentoring-school-line", "Ахмадова")
    await meeting_log.plans(mentor, "Исаева")
    await meeting_log.opens(mentee)
    await mentee.taps("mentoring-card.note")
    await mentee.taps("mentoring-paper.word")
    words = read(mentee.town, sent(mentee))
    assert mentors.PROBLEM in words and "слово дано в системе" in words


async def works_together(town: Town, mentee: Guest, mentor: Guest) -> None:
    """A meeting with a word of both that carries out the row; the report on the activity, given back once."""
    town.set_local(date(2026, 10, 1), 12)
    await meeting_log.opens(mentor)
    await mentor.taps("mentoring-card.meeting")
    await mentor.taps("mentoring-meeting.note")
    await mentor.taps("mentoring-met.plan", "Открытый урок")
    await mentor.says("Разобрали урок, договорились о следующем")
    await mentee.taps("mentoring-met-told.add")
    await mentee.says("Попробую парную работу")
    await meeting_log.opens(mentee)
    mentee.sees("mentoring-progress", "встречи 1 из 1, план 1 из 1")
    await living.reports(mentee, date(2026, 10, 14), "Поняли, как удержать восьмой класс.")
    await living.gives_back(mentor, mentee)
    await living.accepts(mentor, mentee)


async def sums_the_programme_up(mentee: Guest, mentor: Guest) -> None:
    """The mentor reports, the mentee says how it was: the programme is closed."""
    await living.evening(mentee.town, date(2027, 3, 10))
    await meeting_log.opens(mentor)
    await mentor.taps("mentoring-card.end")
    await mentor.taps("mentoring-end.outcome", "Цель достигнута")
    await mentor.says("Уроки стали спокойнее, дальше возьмём оценивание")
    await mentee.taps("mentoring-reported.own")
    await mentee.says("Теперь планирую урок за полчаса")
    mentor.sees("mentoring-closed", mentors.PROBLEM)


async def goes_on(town: Town, mentee: Guest, mentor: Guest, year: int) -> None:
    """A month before the next year: the map needs no changes, both go on; in the third year a lesson is shown."""
    await living.evening(town, date(2025 + year, 8, 16))
    mentee.sees("revision-asked", "слайд 2", among_last=3)
    await mentee.taps("revision-answer.unchanged")
    for guest in (mentee, mentor):
        guest.sees("long-route-year", f"год {year}", among_last=4)
        await guest.taps("long-route-go-on")
    mentee.sees("long-route-goes-on", f"год {year}", among_last=3)
    mentor.sees("long-route-card", "4 года", among_last=4)
    if year == 3:
        await living.reports(mentee, date(2028, 11, 20), "Дети спрашивали сами.", "урок.jpg")
        await living.accepts(mentor, mentee)


async def ends(town: Town, mentee: Guest) -> None:
    """The reflective analysis and the look back, summed up by the mentee: nobody signs, the route is closed."""
    heard = len(mentee.heard)
    await living.evening(town, date(2030, 8, 20))
    assert not any("год 5" in str(one.get("text")) for one in mentee.heard[heard:])
    await living.reflects(mentee)
    await mentee.says("/menu")
    await mentee.taps("menu-conclusions")
    await mentee.taps("conclusions.begin")
    mentee.sees("conclusions-begun", "Вопросы самоанализа придут")
    assert not mentee.has_button("conclusions.list")
    await living.looks_back(mentee)
    await mentee.says("/menu")
    await mentee.taps("menu-conclusions")
    await mentee.taps("conclusions.outcome")
    await mentee.taps("conclusions-outcome.choice", "Успешное")
    await mentee.taps("conclusions.send", "Записать итоги")
    mentee.sees("conclusions-sent", "Итоги записаны")
    closed = await route(town)
    assert (closed.state, closed.ended_on) == (RouteState.CLOSED, town.today)


async def is_over(town: Town, mentee: Guest, mentor: Guest) -> None:
    """The last screens: over for both, nothing numbered, the map is there."""
    await told(town)
    mentee.sees("conclusions-signed-own", "Выводы готовы")
    mentor.sees("conclusions-signed", "Исаева З. А.")
    await mentee.says("/menu")
    mentee.sees("menu-stage", "Маршрут завершён.")
    await mentee.taps("menu-papers")
    mentee.sees("papers-line", "Дорожная карта: действует, подписи по положению не нужны")
    assert await town.all(select(RegistryEntry)) == []


async def test_x30_without_a_mentor_the_own_word_is_enough(town: Town) -> None:
    mentee = await alone(town, MENTORING, Role.MENTEE)
    await chooses_months(mentee, "5 лет")
    await adds_row(mentee, "Мой урок по теме «Лирика»", "20 ноября")
    await mentee.taps("plan.agree")
    mentee.sees("plan-begun")
    assert (await route(town)).state is RouteState.ACTIVE
    assert await town.all(select(Notice).where(Notice.kind == "plan-waiting")) == []


async def test_x14_three_years_are_too_short_and_the_slide_is_named(town: Town) -> None:
    mentee, _ = await pair(town, MENTORING, Role.MENTOR, walker=Role.MENTEE)
    await mentee.says("/menu")
    await mentee.taps("menu-plan")
    mentee.sees("plan-bounds-years", "4–5 лет (слайд 1)")
    assert not any("3 года" in one for one in labels(mentee))
    await types_term(mentee, "14.09.2026", "13.09.2029")
    mentee.sees("plan-too-short", "не менее 4 лет (слайд 1)")
