"""The long route of a mentee (S004): four to five years, own words instead of a questionnaire, the mentor beside."""

from sqlalchemy import select

from models.notice import Notice
from models.people import Role
from models.plan import Activity, ActivityState
from models.report import ReportState
from models.route import RouteState, TeamMember
from tests.stories.schools import alone, chooses_months, labels, pair, route, types_term
from tests.stories.town import Guest, Town
from tests.stories.walking import report, reported, two_minutes_later

MENTORING = "mentoring"


async def adds_row(mentee: Guest, title: str, day: str) -> None:
    """A row of the road map: no competencies are asked for."""
    await mentee.taps("plan.add")
    await mentee.says(title)
    await mentee.taps("questions-ask.option", "Наставник")
    await mentee.taps("questions-ask.option", "Уровень образовательной организации")
    await mentee.says(day)
    await mentee.taps("questions-echo.yes")
    await mentee.taps("questions-ask.option", "Разговор с наставником")


async def test_a_route_from_the_invitation_to_a_report_the_mentor_accepts(town: Town) -> None:
    mentee, mentor = await pair(town, MENTORING, Role.MENTOR, walker=Role.MENTEE)
    (member,) = await town.all(select(TeamMember))
    assert member.role is Role.MENTOR
    assert not mentee.has_button("menu-diagnosis")
    await chooses_months(mentee, "4 года")
    await adds_row(mentee, "Встреча с наставником о восьмом классе", "16 сентября")
    (row,) = await town.all(select(Activity))
    assert (row.state, row.kind, row.competencies) == (ActivityState.PLANNED, "mentor_meeting", [])
    await mentee.taps("plan.agree")
    mentor.sees("plan-card", "Исаева З. А.")
    mentor.sees("plan-row-full", "16 сентября 2026, ср; Уровень образовательной организации")
    await mentor.taps("plan-card.confirm", "Даю согласие на проект")
    assert (await route(town)).state is RouteState.ACTIVE
    mentee.sees("plan-confirmed", "Ахмадова М. С.")
    town.wait(days=3)
    await mentee.says("/menu")
    await mentee.taps("menu-report")
    await reported(town, mentee)
    await mentor.taps("review-card.accept")
    await two_minutes_later(town)
    assert (await report(town, row.title)).state is ReportState.ACCEPTED


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
    mentee.sees("plan-bounds", "от 4 лет до 5 лет (слайд 1)")
    assert not any("3 года" in one for one in labels(mentee))
    await types_term(mentee, "14.09.2026", "13.09.2029")
    mentee.sees("plan-too-short", "не менее 4 лет (слайд 1)")


async def test_achievements_merits_resources_and_difficulties_are_said_in_own_words(town: Town) -> None:
    mentee, _ = await pair(town, MENTORING, Role.MENTOR, walker=Role.MENTEE)
    await mentee.taps("menu-sheet")
    mentee.sees("sheet", "слайд 2")
    await mentee.taps("sheet.go-on")
    for words in (
        "Хочу, чтобы дети спрашивали",
        "Провели экскурсию",
        "Спокойно объясняю",
        "Кружок",
        "Дисциплина",
    ):
        await mentee.says(words)
    await mentee.says("/menu")
    mentee.sees("menu")
    assert any("Справка: заполнена" in one for one in labels(mentee))
