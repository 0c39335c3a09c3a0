"""Feature 23, S-16.1, R0-050, R3-039: the deputy head sees the load of a month and proposes, changing nothing."""

from datetime import date

from sqlalchemy import select

from models.history import HistoryLine
from models.people import Role
from models.plan import Activity, ActivityState
from models.route import Route, TeamMember
from tests.stories.town import Guest, Town, buttons

FALL = date(2026, 11, 9)


async def planned(town: Town, teacher: Guest, *rows: tuple[str, date, int | None, bool | None]) -> None:
    """Rows of the teacher's plan: title, day, hours, away."""
    async with town.app.sessions() as session, session.begin():
        route = (await session.scalars(select(Route).where(Route.teacher_id == teacher.person_id))).one()
        session.add_all(
            Activity(
                route_id=route.id,
                author_id=teacher.person_id,
                title=title,
                competencies=["method"],
                on_date=on,
                hours=hours,
                away=away,
                state=ActivityState.PLANNED,
                created_at=town.now,
            )
            for title, on, hours, away in rows
        )


async def school(town: Town) -> tuple[Guest, Guest, Guest]:
    """A deputy head, and a teacher with a tutor and a full November."""
    deputy = await town.member("Белова Анна Павловна", Role.DEPUTY_HEAD)
    teacher, tutor = await town.pair()
    await planned(
        town,
        teacher,
        ("Семинар", date(2026, 11, 3), 6, True),
        ("Форум", date(2026, 11, 12), 8, True),
        ("Стажировка", date(2026, 11, 20), 4, True),
        ("Вебинар", date(2026, 12, 2), 2, False),
    )
    return deputy, teacher, tutor


async def november(deputy: Guest) -> None:
    """From the menu to November."""
    await deputy.says("/menu")
    await deputy.taps("load-menu")
    while "ноябрь" not in deputy.last_text:
        await deputy.taps("load.later")


async def test_s_16_1_three_trips_and_eighteen_hours_are_seen_and_a_change_is_proposed(town: Town) -> None:
    deputy, teacher, tutor = await school(town)
    await november(deputy)
    deputy.sees("load-line", "Иванова Г. П.: 3 выезда, 18 часов", among_last=1)
    await deputy.taps("load.open")
    deputy.sees("load-row", "Форум", "8 часов", "выезд", among_last=1)
    before = await town.all(select(Activity).order_by(Activity.id))
    await deputy.taps("load-teacher.much")
    await deputy.taps("load-ask.later")
    deputy.sees("load-sent", among_last=1)
    deputy.sees("load-before", "ноябрь 2026 года", "на другой месяц", among_last=1)
    teacher.sees("load-proposed", "Белова А. П.", "3 выезда, 18 часов", "другой месяц", among_last=1)
    tutor.sees("load-proposed", "Иванова Г. П.", among_last=1)
    after = await town.all(select(Activity).order_by(Activity.id))
    assert [(one.on_date, one.version) for one in after] == [(one.on_date, one.version) for one in before]
    (line,) = await town.all(select(HistoryLine).where(HistoryLine.verb == "load.proposed"))
    assert (line.person_id, line.facts["away"], line.facts["hours"]) == (deputy.person_id, 3, 18)
    await teacher.taps("load-proposed.plan")
    teacher.sees("plan", among_last=1)
    await tutor.taps("load-proposed.plan")
    tutor.sees("plan-card", "Иванова Г. П.", among_last=1)


async def test_own_words_and_the_same_twice_is_once(town: Town) -> None:
    deputy, teacher, _ = await school(town)
    await november(deputy)
    await deputy.taps("load.open")
    await deputy.taps("load-teacher.much")
    await deputy.says("??")
    deputy.sees("answer-too-short", among_last=1)
    await deputy.says("Давайте перенесём форум на январь")
    teacher.sees("load-proposed", "форум на январь", among_last=1)
    await deputy.taps("load-teacher.much")
    heard = len(teacher.heard)
    await deputy.taps("load-ask.online", times=2)
    assert len(teacher.heard) == heard + 1


async def test_the_fullest_comes_first_and_who_has_nothing_is_counted(town: Town) -> None:
    deputy, _, _ = await school(town)
    second = await town.member("Павлова Нина Юрьевна", Role.TEACHER)
    await town.member("Серова Ольга Ивановна", Role.TEACHER)
    await planned(town, second, ("Курс", FALL, None, None))
    await november(deputy)
    deputy.sees("load", "2", "без мероприятий: 1", among_last=1)
    lines = [one for one in deputy.last_text.split("\n") if one[:1].isdigit()]
    assert lines[0].startswith("1. Иванова") and lines[1].startswith("2. Павлова")
    assert "часы не указаны" in lines[1]
    await deputy.taps("load.earlier")
    deputy.sees("load", "октябрь", "этом месяце нет", among_last=1)


async def test_somebody_of_another_school_or_a_teacher_sees_nothing(town: Town) -> None:
    _, teacher, _ = await school(town)
    other = await town.member("Котов Пётр Ильич", Role.DEPUTY_HEAD, organisation="Школа № 7")
    await november(other)
    other.sees("load", "этом месяце нет", among_last=1)
    route = (await town.all(select(Route).where(Route.teacher_id == teacher.person_id)))[0]
    month = 2026 * 12 + 11
    for guest in (other, teacher):
        for do in ("teacher", "propose"):
            await guest.taps_again(guest.last["message_id"], f"lo:{do}:{route.id}:{month}:0")
            guest.hears_toast("refusal-not-yours")
    await teacher.taps_again(teacher.last["message_id"], f"lo:month:0:{month}:0")
    teacher.hears_toast("refusal-not-yours")
    await other.taps_again(other.last["message_id"], "lo:month:0:7:0")
    other.hears_toast("refusal-not-yours")
    assert "Иванова" not in other.last_text
    assert not [one for one in buttons(teacher.last) if "Нагрузка" in one["text"]]


async def test_hours_and_away_are_said_on_the_card_of_a_row(town: Town) -> None:
    deputy, teacher, _ = await school(town)
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await teacher.taps("plan-open", "№ 1")
    await teacher.taps("plan-activity.hours")
    await teacher.says("долго")
    teacher.sees("answer-hours", among_last=1)
    await teacher.says("10 часов")
    teacher.sees("plan-activity-load", "10 часов", "да", among_last=1)
    await teacher.taps("plan-activity.away")
    await teacher.taps("questions-ask.option", "Нет, на месте")
    teacher.sees("plan-activity-load", "нет", among_last=1)
    await november(deputy)
    deputy.sees("load-line", "2 выезда, 22 часа", among_last=1)


async def test_a_subject_lead_sees_and_proposes_for_the_routes_they_accompany_only(town: Town) -> None:
    lead = await town.member("Зорина Вера Олеговна", Role.SUBJECT_LEAD)
    _, teacher, _ = await school(town)
    await november(lead)
    lead.sees("load", "этом месяце нет", among_last=1)
    async with town.app.sessions() as session, session.begin():
        route = (await session.scalars(select(Route).where(Route.teacher_id == teacher.person_id))).one()
        session.add(
            TeamMember(route_id=route.id, person_id=lead.person_id, role=Role.SUBJECT_LEAD, since=town.today)
        )
    await november(lead)
    await lead.taps("load.open")
    await lead.taps("load-teacher.much")
    await lead.says("Давайте сдвинем срок стажировки на январь")
    teacher.sees("load-proposed", "Зорина В. О.", "стажировки на январь", among_last=1)
