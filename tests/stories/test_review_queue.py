"""S-15: the queue card by card in one message, in order, «Позже», everything at once."""

from datetime import timedelta

from sqlalchemy import select

from models.notice import Notice
from models.report import Report, ReportState
from models.review_queue import QueueMark
from tests.stories.town import Guest, Town
from tests.stories.walking import report, reported, two_minutes_later, walks


async def waits(town: Town, *titles: str, minutes: float = 5) -> tuple[Guest, Guest]:
    """Reports of one teacher, sent one after another; the tutor has not looked yet."""
    teacher, tutor = await town.pair()
    await walks(town, teacher, *((title, town.today) for title in titles))
    town.posting = False
    for title in titles:
        await teacher.says("/menu")
        await teacher.taps("menu-report")
        if title != titles[-1]:
            await teacher.taps("report-line", title)
        await reported(town, teacher)
        town.wait(minutes=minutes)
    town.posting = True
    await town.deliver()
    await tutor.says("/menu")
    await tutor.taps("menu-queue", str(len(titles)))
    return teacher, tutor


async def test_each_decision_puts_the_next_in_its_place_in_one_message(town: Town) -> None:
    _, tutor = await waits(town, "Семинар 1", "Семинар 2", "Семинар 3")
    message = tutor.last["message_id"]
    tutor.sees("review-card", "Семинар 1", among_last=1)
    await tutor.taps("review-card.accept")
    tutor.sees("review-card", "Семинар 2", among_last=1)
    tutor.sees("review-left", "Осталось 2 отчёта", among_last=1)
    await tutor.taps("review-card.return")
    await tutor.taps("review-phrase.date")
    tutor.sees("review-card", "Семинар 3", among_last=1)
    tutor.sees("review-done", "Возвращено", "Семинар 2", among_last=1)
    await tutor.taps("review-card.accept")
    tutor.sees("review-left", "Больше никто не ждёт", among_last=1)
    assert tutor.last["message_id"] == message


async def test_leaving_and_coming_back_continues_after_a_restart_too(town: Town) -> None:
    _, tutor = await waits(town, "Семинар 1", "Семинар 2", "Семинар 3")
    await tutor.taps("review-card.accept")
    await tutor.taps("menu-button")
    town.wait(days=2)
    await tutor.says("/menu")
    await tutor.taps("menu-queue", "2")
    tutor.sees("review-card", "Семинар 2", among_last=1)
    tutor.sees("review-card-waits", "Ждёт 2 дня", among_last=1)


async def test_later_goes_to_the_end_of_this_persons_queue_only(town: Town) -> None:
    _, tutor = await waits(town, "Семинар 1", "Семинар 2")
    await tutor.taps("review-card.later")
    tutor.sees("review-later", "Семинар 1", among_last=1)
    tutor.sees("review-card", "Семинар 2", among_last=1)
    await tutor.says("/menu")
    await tutor.taps("menu-queue", "2")
    tutor.sees("review-card", "Семинар 2", among_last=1)
    town.wait(minutes=1)
    await tutor.taps("review-card.later")
    tutor.sees("review-card", "Семинар 1", among_last=1)
    assert {one.person_id for one in await town.all(select(QueueMark))} == {tutor.person_id}


async def test_a_mended_report_begins_without_marks(town: Town) -> None:
    teacher, tutor = await waits(town, "Семинар 1", "Семинар 2")
    for _ in range(2):
        await tutor.taps("review-card.later")
        town.wait(minutes=1)
    tutor.sees("review-card", "Семинар 1", among_last=1)
    await teacher.taps("report-sent.back")
    await teacher.says("Дополнение.")
    await teacher.taps("report-draft.send")
    await tutor.says("/menu")
    await tutor.taps("menu-queue")
    tutor.sees("review-card", "Семинар 2", among_last=1)


async def test_a_second_tap_on_later_and_one_on_a_decided_report_change_nothing(town: Town) -> None:
    _, tutor = await waits(town, "Семинар 1", "Семинар 2")
    message, data = tutor.button("review-card.later")
    await tutor.taps("review-card.later", times=2)
    assert len([one for one in await town.all(select(QueueMark)) if one.later_at]) == 1
    await tutor.taps("review-card.accept")
    await tutor.taps("review-card.accept")
    await tutor.taps_again(message["message_id"], data)
    tutor.hears_toast("report-accepted-already")


async def age(town: Town, title: str, days: int) -> None:
    """That report has waited so many days."""
    found = await report(town, title)
    async with town.app.sessions() as session, session.begin():
        row = await session.get_one(Report, found.id)
        row.submitted_at = town.now - timedelta(days=days)


async def test_the_passed_deadline_comes_first_then_the_longer_wait_then_the_final_stage(town: Town) -> None:
    tutor = (await waits(town, "Семинар 1"))[1]
    from models.people import Role

    other = await town.member("Зуева Анна Ивановна", Role.TEACHER, tutor=tutor)
    ends_soon = await town.member("Ким Вера Львовна", Role.TEACHER, tutor=tutor)
    for teacher, title, months in ((other, "Курс", 12), (ends_soon, "Проект", 1)):
        await walks(town, teacher, (title, town.today), months=months)
        await teacher.says("/menu")
        await teacher.taps("menu-report")
        await reported(town, teacher)
    await age(town, "Курс", 9)
    await tutor.says("/menu")
    await tutor.taps("menu-queue", "3")
    tutor.sees("review-card", "Курс", among_last=1)
    tutor.sees("review-card-waits", "Ждёт 9 дней, внутренний срок прошёл", among_last=1)
    await tutor.taps("review-card.accept")
    tutor.sees("review-card", "Проект", among_last=1)
    await age(town, "Семинар 1", 2)
    await tutor.says("/menu")
    await tutor.taps("menu-queue", "2")
    tutor.sees("review-card", "Семинар 1", among_last=1)


async def test_all_that_were_opened_are_listed_confirmed_accepted_and_taken_back(town: Town) -> None:
    teacher, tutor = await waits(town, "Семинар 1", "Семинар 2", "Семинар 3")
    assert not tutor.has_button("review-all.open")
    await tutor.taps("review-card.later")
    await tutor.taps("review-all.open", "(2)")
    tutor.sees("review-all-line", "Семинар 1", "Семинар 2", among_last=1)
    assert "Семинар 3" not in tutor.last_text
    states = {one.state for one in await town.all(select(Report))}
    assert states == {ReportState.SUBMITTED}
    await tutor.taps("review-all.yes")
    tutor.sees("review-all-done", "2 отчёта", among_last=1)
    tutor.sees("review-card", "Семинар 3", among_last=1)
    assert (await report(town, "Семинар 2")).state is ReportState.ACCEPTED
    before = len(teacher.heard)
    message, data = tutor.button("review-all.undo")
    await tutor.taps("review-all.undo", "2")
    tutor.sees("review-all-undone", "2 отчёта снова ждут", among_last=1)
    await tutor.taps_again(message["message_id"], data)
    tutor.hears_toast("report-outdated")
    await two_minutes_later(town)
    assert len(teacher.heard) == before
    assert {one.state for one in await town.all(select(Report))} == {ReportState.SUBMITTED}


async def test_all_at_once_by_a_second_tap_or_on_an_old_list_changes_nothing(town: Town) -> None:
    teacher, tutor = await waits(town, "Семинар 1", "Семинар 2", "Семинар 3")
    await tutor.taps("review-card.later")
    await tutor.taps("review-card.later")
    await tutor.taps("review-all.open", "(3)")
    message, data = tutor.button("review-all.yes")
    await teacher.taps("report-sent.back")
    await tutor.taps("review-all.yes")
    tutor.hears_toast("review-all-outdated")
    assert ReportState.ACCEPTED not in {one.state for one in await town.all(select(Report))}
    await tutor.taps("review-all.yes", times=2)
    tutor.hears_toast("review-all-outdated")
    await two_minutes_later(town)
    told = await town.all(select(Notice).where(Notice.kind == "review-accepted"))
    assert len(told) == len({one.once for one in told}) == 2
    await tutor.taps_again(message["message_id"], data)
    tutor.hears_toast("review-all-outdated")


async def test_a_long_report_is_cut_on_the_card_and_whole_one_tap_away(town: Town) -> None:
    teacher, tutor = await town.pair()
    await walks(town, teacher, ("Семинар", town.today))
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await reported(town, teacher, "Приём с картой & <b>текстом</b> 🙂. " * 60 + "Конец отчёта.")
    assert len(tutor.last_text) < 1000
    assert "Конец отчёта" not in tutor.last_text
    await tutor.taps("review-card.text")
    tutor.sees("review-text", "Конец отчёта", "<b>текстом</b>", among_last=1)
    await tutor.taps("review-text.back")
    tutor.sees("review-card", "Семинар", among_last=1)


async def test_a_planned_final_event_brings_its_route_forward_too(town: Town) -> None:
    from models.final_event import FinalEvent, FinalEventState
    from models.people import Role

    _, tutor = await waits(town, "Семинар 1")
    other = await town.member("Зуева Анна Ивановна", Role.TEACHER, tutor=tutor)
    route = await walks(town, other, ("Курс", town.today))
    await other.says("/menu")
    await other.taps("menu-report")
    await reported(town, other)
    async with town.app.sessions() as session, session.begin():
        session.add(
            FinalEvent(
                route_id=route.id,
                title="Итоги",
                on_date=town.today + timedelta(days=20),
                state=FinalEventState.PLANNED,
                created_at=town.now,
            )
        )
    await tutor.says("/menu")
    await tutor.taps("menu-queue", "2")
    tutor.sees("review-card", "Курс", among_last=1)


async def test_the_queue_speaks_english_too(town: Town) -> None:
    _, tutor = await waits(town, "Семинар 1", "Семинар 2")
    await tutor.says("/lang")
    await tutor.taps_again(tutor.last["message_id"], "la:en")
    await tutor.says("/menu")
    await tutor.taps("menu-queue", "2")
    tutor.sees("review-waiting", "2 reports wait", among_last=1)
    await tutor.taps("review-card.accept")
    tutor.sees("review-done", "will hear in two minutes", among_last=1)
    await tutor.taps("review-done.undo")
    tutor.sees("review-undone", "does not know", among_last=1)
