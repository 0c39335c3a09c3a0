"""Features 19, 24, R3-007, R1-016: events are entered, looked for, taken with one tap; moves are heard once."""

from datetime import date, timedelta

from sqlalchemy import select

from models.catalogue import CatalogueEntry, EntryState, Scope
from models.people import Role
from models.plan import Activity, ActivityState
from tests.stories.catalogue import READING, enters, entries, methodist, opens, takes
from tests.stories.diagnosing import diagnosed
from tests.stories.planning import takes_a_year
from tests.stories.town import Guest, Town, buttons


async def rows(town: Town) -> list[Activity]:
    """Every row of every plan."""
    return await town.all(select(Activity).order_by(Activity.id))


async def filled(town: Town, *titles: str, first: date = date(2026, 11, 1), **more: str) -> None:
    """Open events of the region, a week apart."""
    async with town.app.sessions() as session, session.begin():
        for number, title in enumerate(titles):
            one = CatalogueEntry.begun(None, Scope.REGION, "Удмуртская Республика", town.now)
            one.title, one.kind, one.level, one.organiser = title, "seminar", "regional", "centre"
            one.competencies = [more.get("competency", "method")]
            one.on_date, one.state = first + timedelta(days=7 * number), EntryState.OPEN
            session.add(one)


async def test_a_methodist_enters_an_event_and_a_teacher_takes_it_with_one_tap(town: Town) -> None:
    keeper = await methodist(town)
    await enters(keeper)
    keeper.sees("catalogue-added", among_last=1)
    keeper.sees("catalogue-entry", READING, "20 ноября 2026", "Региональный", "Методические", among_last=1)
    keeper.sees("catalogue-scope", "Удмуртская Республика", among_last=1)
    teacher, _ = await town.pair()
    await opens(teacher)
    teacher.sees("catalogue-line", READING, "20 ноября", among_last=1)
    await teacher.taps("catalogue.look")
    teacher.sees("catalogue-more", "Мест: 25", "6 часов", among_last=1)
    teacher.sees("catalogue-link", "example.org", among_last=1)
    await teacher.taps("catalogue-entry.take")
    teacher.sees("catalogue-taken", READING, among_last=1)
    teacher.sees("plan-ask-presenting", among_last=1)
    await teacher.taps("questions-ask.option", "Открытый урок")
    teacher.sees("plan-added", READING, among_last=1)
    row = (await rows(town))[0]
    assert (row.title, row.kind, row.level, row.organiser) == (READING, "seminar", "regional", "centre")
    assert (row.competencies, row.on_date, row.hours, row.away) == (["method"], date(2026, 11, 20), 6, True)
    await teacher.taps("plan-open")
    teacher.sees("plan-activity-load", "6 часов", "да", among_last=1)


async def test_taking_it_twice_is_once_and_the_list_says_so(town: Town) -> None:
    await filled(town, READING)
    teacher, _ = await town.pair()
    await opens(teacher)
    message, data = teacher.button("catalogue.take")
    await takes(teacher)
    await teacher.taps_again(message["message_id"], data)
    assert len(await rows(town)) == 1
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await teacher.taps("plan.catalogue")
    teacher.sees("catalogue-line", "уже в плане", among_last=1)


async def test_a_word_a_competency_and_a_month_narrow_it(town: Town) -> None:
    await filled(town, "Семинар о Чтении", "Всё о ребёнке", "Форум", "Вебинар 1", "Вебинар 2")
    await filled(town, "Тренинг общения", first=date(2026, 10, 2), competency="comm")
    teacher, _ = await town.pair()
    await opens(teacher)
    teacher.sees("catalogue", "6", among_last=1)
    assert len([one for one in buttons(teacher.last) if "Взять" in one["text"]]) == 4
    await teacher.taps("catalogue.on")
    teacher.sees("catalogue-line", "Вебинар 2", among_last=1)
    await teacher.says("РЕБЕНКЕ")
    teacher.sees("catalogue-line", "Всё о ребёнке", among_last=1)
    assert "Форум" not in teacher.last_text
    await teacher.says("нет такого слова")
    teacher.sees("catalogue", "пока нет", among_last=1)
    await teacher.taps("catalogue.by-competency")
    await teacher.taps("catalogue-choose.option", "Коммуникативные")
    teacher.sees("catalogue-competency", "коммуникативные компетенции", among_last=1)
    teacher.sees("catalogue-line", "Тренинг общения", among_last=1)
    await teacher.taps("catalogue.by-month")
    await teacher.taps("catalogue-choose.month", "Ноябрь")
    teacher.sees("catalogue", "пока нет", among_last=1)
    await teacher.taps("catalogue.all")
    await teacher.taps("catalogue.by-month")
    await teacher.taps("catalogue-choose.month", "Ноябрь")
    teacher.sees("catalogue", "5", among_last=1)
    assert "Тренинг" not in teacher.last_text


async def test_what_is_typed_with_a_per_cent_is_a_word_and_no_wildcard(town: Town) -> None:
    await filled(town, READING)
    teacher, _ = await town.pair()
    await opens(teacher)
    await teacher.says("%%%")
    teacher.sees("catalogue", "пока нет", among_last=1)


async def test_the_lowest_competency_is_offered_from_the_catalogue_first(town: Town) -> None:
    await filled(town, "Тренинг для тех, кто силён", competency="psyped")
    await filled(town, "Практикум по предмету", first=date(2026, 12, 1), competency="subject")
    teacher, _ = await diagnosed(town)
    await takes_a_year(teacher)
    await teacher.taps("plan.suggest")
    teacher.sees("plan-suggest-event", "1. Практикум по предмету", "1 декабря", "каталоге", among_last=1)
    await teacher.taps("plan-suggest.take", "№ 1")
    teacher.sees("plan-ask-presenting", among_last=1)
    await teacher.taps("questions-ask.option", "Открытый урок")
    assert [one.title for one in await rows(town)] == ["Практикум по предмету"]


async def moved(keeper: Guest, day: str) -> None:
    """The keeper moves the first event of the list."""
    await keeper.says("/menu")
    await keeper.taps("catalogue-menu")
    await keeper.taps("catalogue-kept-line")
    await keeper.taps("catalogue-change.date")
    await keeper.says(day)
    await keeper.taps("questions-echo.yes")


async def test_a_moved_event_is_heard_once_and_followed_with_one_tap(town: Town) -> None:
    keeper = await methodist(town)
    await enters(keeper)
    teacher, _ = await town.pair()
    await opens(teacher)
    await takes(teacher)
    heard = len(teacher.heard)
    await moved(keeper, "25 ноября")
    keeper.sees("catalogue-kept-now", among_last=1)
    await moved(keeper, "27 ноября")
    assert len(teacher.heard) == heard
    town.wait(minutes=3)
    await town.deliver()
    teacher.sees("catalogue-moved", READING, "20 ноября", "27 ноября", among_last=1)
    assert len(teacher.heard) == heard + 1
    assert (await rows(town))[0].on_date == date(2026, 11, 20)
    await teacher.taps("catalogue-moved.follow", times=2)
    teacher.hears_toast("plan-activity-outdated")
    assert (await rows(town))[0].on_date == date(2026, 11, 27)


async def test_a_move_that_is_taken_back_is_no_news(town: Town) -> None:
    keeper = await methodist(town)
    await enters(keeper)
    teacher, _ = await town.pair()
    await opens(teacher)
    await takes(teacher)
    heard = len(teacher.heard)
    await moved(keeper, "25 ноября")
    await moved(keeper, "20 ноября")
    town.wait(minutes=3)
    await town.deliver()
    assert len(teacher.heard) == heard


async def test_an_event_called_off_is_heard_with_its_reason_and_another_is_offered(town: Town) -> None:
    keeper = await methodist(town)
    await enters(keeper)
    await filled(town, "Другой семинар")
    teacher, _ = await town.pair()
    await opens(teacher)
    await teacher.taps("catalogue.take", "№ 2")
    await teacher.taps("questions-ask.option", "Открытый урок")
    await keeper.taps("catalogue-change.off")
    await keeper.says("Лектор заболел")
    keeper.sees("catalogue-off-now", among_last=1)
    await keeper.says("Лектор заболел")
    town.wait(minutes=3)
    await town.deliver()
    teacher.sees("catalogue-off", READING, "Лектор заболел", among_last=1)
    await teacher.taps("catalogue-off.others")
    teacher.sees("catalogue-line", "Другой семинар", among_last=1)
    assert READING not in teacher.last_text
    assert [one.state for one in await entries(town)] == [EntryState.CALLED_OFF, EntryState.OPEN]
    assert (await rows(town))[0].state is ActivityState.PLANNED


async def test_a_school_event_is_seen_by_its_school_only_and_its_term_shifts(town: Town) -> None:
    lead = await town.member("Зорина Вера Олеговна", Role.SUBJECT_LEAD)
    await lead.says("/menu")
    await lead.taps("catalogue-menu")
    await lead.taps("catalogue-kept.add")
    await lead.says("Мастер-класс в кабинете географии")
    await lead.taps("questions-ask.option", "Предметные")
    await lead.taps("questions-ask.done")
    await lead.says("с 3 по 5 ноября")
    await lead.taps("questions-echo.yes")
    for _ in range(4):
        await lead.taps("questions-ask.skip")
    lead.sees("catalogue-added", among_last=1)
    lead.sees("catalogue-scope", "своя школа", among_last=1)
    teacher, _ = await town.pair()
    await opens(teacher)
    await takes(teacher)
    row = (await rows(town))[0]
    assert (row.level, row.starts_on, row.on_date) == ("organisation", date(2026, 11, 3), date(2026, 11, 5))
    stranger = await town.member("Павлова Нина Юрьевна", Role.TEACHER, organisation="Школа № 7")
    await opens(stranger)
    stranger.sees("catalogue", "пока нет", among_last=1)
    one = (await entries(town))[0]
    route = (await town.all(select(Activity.route_id)))[0] + 1
    await stranger.taps_again(stranger.last["message_id"], f"cp:take:{route}:{one.id}")
    stranger.hears_toast("refusal-not-yours")
    await stranger.taps_again(stranger.last["message_id"], f"cb:show:{route}:7:0:nothing")
    stranger.sees("catalogue", "пока нет", among_last=1)
    await stranger.taps_again(stranger.last["message_id"], f"cb:show:{route}:0:12:")
    stranger.hears_toast("refusal-not-yours")
    await lead.taps("catalogue-change.date")
    await lead.says("с 10 по 12 ноября")
    await lead.taps("questions-echo.yes")
    town.wait(minutes=3)
    await town.deliver()
    await teacher.taps("catalogue-moved.follow")
    row = (await rows(town))[0]
    assert (row.starts_on, row.on_date) == (date(2026, 11, 10), date(2026, 11, 12))


async def test_a_draft_survives_and_a_forged_tap_of_a_teacher_is_refused(town: Town) -> None:
    keeper = await methodist(town)
    teacher, _ = await town.pair()
    await keeper.says("/menu")
    await keeper.taps("catalogue-menu")
    await keeper.taps("catalogue-kept.add")
    await keeper.says(READING)
    await keeper.says("/cancel")
    town.wait(days=8)
    await keeper.taps("catalogue-menu")
    await keeper.taps("catalogue-kept.go-on", READING[:10])
    keeper.sees("catalogue-ask-competencies", among_last=1)
    one = (await entries(town))[0]
    for do in ("open", "change", "off", "drop"):
        await teacher.taps_again(teacher.last["message_id"], f"ce:{do}:{one.id}:{one.version}:0.")
        teacher.hears_toast("refusal-not-yours")
    await teacher.taps_again(teacher.last["message_id"], "ce:add:0:0:")
    teacher.hears_toast("refusal-not-yours")
    await keeper.taps("questions-ask.later")
    await keeper.taps("catalogue-later.drop", times=2)
    assert [one.state for one in await entries(town)] == [EntryState.REMOVED]


async def test_answers_that_do_not_fit_are_asked_anew(town: Town) -> None:
    keeper = await methodist(town)
    await enters(keeper)
    await keeper.taps("catalogue-change.places")
    await keeper.says("много")
    keeper.sees("catalogue-no-number", among_last=1)
    await keeper.says("сорок 40")
    keeper.sees("catalogue-more", "Мест: 40", among_last=1)
    await keeper.taps("catalogue-change.link")
    await keeper.says("какая-то страница")
    keeper.sees("catalogue-no-link", among_last=1)
    await keeper.taps("questions-ask.leave")
    await keeper.taps("catalogue-change.hours")
    await keeper.says("долго")
    keeper.sees("answer-hours", among_last=1)
    await keeper.says("8 часов")
    keeper.sees("catalogue-more", "8 часов", among_last=1)
