"""S000 4.5: the day after the event it is asked for; the mark or the reason is stored, shown, and told to the team."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from bot import ticks
from models.evidence import Evidence, Oversize
from models.final_event import FinalEvent, FinalEventState
from models.history import HistoryLine
from simulator import core
from tests.stories.test_final_event import opens, plans_an_event
from tests.stories.test_final_event_guests import counted, invites_all, who
from tests.stories.town import Guest as Person
from tests.stories.town import Town

PUPILS = "1. Иванов Петя 5\n2. Сидорова Аня 4\n3. Петров Коля 3\n4. Ильина Оля 5\n5. Котов Ян 4"
DAY_AFTER = date(2027, 5, 21)


async def asked(town: Town) -> Person:
    """A teacher who is asked in the evening after the event."""
    teacher = await opens(town)
    await plans_an_event(teacher, "Читаем <вместе>")
    town.set_local(DAY_AFTER, 17)
    await town.tick()
    return teacher


async def event(town: Town) -> FinalEvent:
    """The one event."""
    return (await town.all(select(FinalEvent)))[0]


def tutor(town: Town) -> Person:
    """The tutor of the pair."""
    return who(town, "Орлова")


async def test_the_evening_after_it_is_asked_once_and_not_before(town: Town) -> None:
    teacher = await opens(town)
    await plans_an_event(teacher, "Читаем <вместе>")
    for day, hour in ((date(2027, 5, 20), 23), (DAY_AFTER, 16)):
        town.set_local(day, hour)
        await town.tick()
        assert counted(teacher, "final-event-was") == 0
    for hour in (17, 18, 19):
        town.set_local(DAY_AFTER, hour)
        await town.tick()
    assert counted(teacher, "final-event-was", "Читаем <вместе>", "вчера") == 1


async def test_it_took_place_in_four_messages_and_the_team_hears_once_with_everything(town: Town) -> None:
    teacher = await asked(town)
    await teacher.taps("final-event-was.held", times=2)
    teacher.sees("final-event-came", "Читаем <вместе>")
    await teacher.says("Пришло 17 человек")
    await teacher.says(PUPILS)
    teacher.sees("final-event-pupils")
    await teacher.says("Попробовали <b>два</b> приёма 🙂")
    await teacher.sends("photo", "one.jpg", "two.jpg")
    await teacher.sends("document", "plan.pdf")
    teacher.sees("final-event-photo", "3 файла")
    await teacher.taps("final-event-photo.done")
    teacher.sees("final-event-outcome-came", "17")
    teacher.sees("final-event-outcome-said", "Попробовали <b>два</b> приёма 🙂")
    await town.tick()
    assert counted(tutor(town), "final-event-told-team") == 0
    for _ in range(2):
        town.wait(minutes=11)
        await town.tick()
    tutor(town).sees("final-event-told-team", "Иванова Г. П.", "Читаем <вместе>")
    tutor(town).sees("final-event-outcome-came", "17")
    assert counted(tutor(town), "final-event-told-team") == 1
    found = await event(town)
    assert (found.state, found.came) == (FinalEventState.HELD, 17)
    assert all(one.copy_due_at for one in await town.all(select(Evidence)))
    await tutor(town).taps("final-event-told-team.photos")
    assert sum("photo" in one for one in tutor(town).heard) == 2
    await teacher.says("/menu")
    teacher.sees("menu-final", "состоялось")


async def test_everything_besides_the_mark_may_be_skipped_and_added_later(town: Town) -> None:
    teacher = await asked(town)
    await teacher.taps("final-event-was.held")
    await teacher.taps("final-event-told.skip")
    await teacher.taps("final-event-told.skip")
    await teacher.taps("final-event-photo.none")
    teacher.sees("final-event-outcome-held")
    await teacher.taps("final-event-outcome-held.more")
    await teacher.taps("final-event-came.number", "20")
    teacher.sees("final-event-said")
    await teacher.taps("final-event-told.skip")
    await teacher.sends("video", "long.mp4")
    await teacher.taps("final-event-photo.off")
    await teacher.taps("final-event-photo.none")
    found = await event(town)
    assert (found.came, found.said) == (20, "")
    assert await town.all(select(Evidence)) == []


@pytest.mark.parametrize("typed", ["много", "12 или 13", "100000", "1001", "я" * 4000])
async def test_a_number_that_is_none_is_asked_again(town: Town, typed: str) -> None:
    teacher = await asked(town)
    await teacher.taps("final-event-was.held")
    await teacher.says(typed)
    teacher.sees("final-event-came-unclear")
    await teacher.says("0")
    assert (await event(town)).came == 0


async def test_a_mark_is_given_once_and_an_old_tap_says_what_was_marked(town: Town) -> None:
    teacher = await asked(town)
    message, held = teacher.button("final-event-was.held")
    _, missed = teacher.button("final-event-was.missed")
    await teacher.taps("final-event-was.held")
    town.wait(hours=1)
    for data in (held, missed):
        await teacher.taps_again(message["message_id"], data)
        teacher.hears_toast("final-event-held-already")
    verbs = [one.verb for one in await town.all(select(HistoryLine))]
    assert verbs.count("final_event.held") == 1 and "final_event.not_held" not in verbs


async def test_a_number_typed_after_a_restart_still_finds_its_question(town: Town) -> None:
    teacher = await asked(town)
    await teacher.taps("final-event-was.held")
    await teacher.says("/menu")
    await teacher.taps("menu-final-event")
    await teacher.taps("final-event-open")
    teacher.sees("final-event-outcome-held")
    await teacher.taps("final-event-outcome-held.more")
    await teacher.says("/cancel")
    assert (await event(town)).state is FinalEventState.HELD


async def test_it_did_not_take_place_with_a_ready_reason_and_a_new_date_for_the_guests(town: Town) -> None:
    teacher = await invites_all(town)
    head = who(town, "Петрова")
    await head.taps("final-event-answer.comes")
    town.set_local(DAY_AFTER, 17)
    await town.tick()
    await teacher.taps("final-event-was.missed")
    await teacher.taps("final-event-reason.ill")
    teacher.sees("final-event-missed-kept", "Болезнь")
    found = await event(town)
    assert (found.state, found.reason, found.missed_on) == (
        FinalEventState.NOT_HELD,
        "Болезнь",
        date(2027, 5, 20),
    )
    town.wait(minutes=11)
    await town.tick()
    tutor(town).sees("final-event-told-team-missed", "Болезнь")
    await teacher.taps("final-event-missed-kept.anew")
    await teacher.says("10.05.2027")
    teacher.sees("date-too-early")
    await teacher.says("03.06.2027")
    await teacher.taps("questions-echo.yes", times=2)
    teacher.sees("final-event-outcome-missed", "Болезнь")
    assert (await event(town)).state is FinalEventState.PLANNED
    town.wait(minutes=3)
    await town.tick()
    head.sees("final-event-changed", "20 мая 2027")
    head.sees("final-event-will-you")
    town.set_local(date(2027, 6, 4), 17)
    await town.tick()
    teacher.sees("final-event-was", "вчера", among_last=1)


async def test_the_reason_may_be_typed_and_the_menu_shows_it_did_not_take_place(town: Town) -> None:
    teacher = await asked(town)
    await teacher.taps("final-event-was.missed")
    await teacher.says("!")
    await teacher.says("Совпало с <контрольными> & мероприятием")
    await teacher.says("/menu")
    teacher.sees("menu-final", "не состоялось")
    await tutor(town).says("/menu")
    await tutor(town).taps("menu-team-events")
    await tutor(town).taps("final-event-team-line", "Иванова Г. П.")
    tutor(town).sees("final-event-outcome-missed", "Совпало с <контрольными> & мероприятием")


async def test_a_slip_is_taken_back_before_the_team_hears(town: Town) -> None:
    teacher = await asked(town)
    await teacher.taps("final-event-was.missed")
    await teacher.taps("final-event-reason.guests")
    await teacher.taps("final-event-mend.back")
    await teacher.taps("final-event-outcome-held.mend", times=2)
    teacher.sees("final-event-was")
    await teacher.taps("final-event-was.held")
    town.wait(minutes=11)
    await town.tick()
    assert counted(tutor(town), "final-event-told-team-missed") == 0
    assert counted(tutor(town), "final-event-told-team") == 1


async def test_before_its_day_nothing_can_be_marked(town: Town) -> None:
    teacher = await opens(town)
    await plans_an_event(teacher, "Читаем")
    version = (await event(town)).version
    assert not teacher.has_button("final-event-was.held")
    await teacher.taps_again(teacher.last["message_id"], f"fe:held:1:{version}:")
    teacher.hears_toast("final-event-not-yet")
    town.set_local(date(2027, 5, 20), 18)
    await teacher.says("/menu")
    await teacher.taps("menu-final-event")
    await teacher.taps("final-event-open")
    await teacher.taps("final-event-was.held")
    assert (await event(town)).state is FinalEventState.HELD


async def test_a_question_that_was_answered_meanwhile_does_not_go_out(town: Town) -> None:
    teacher = await opens(town)
    await plans_an_event(teacher, "Читаем")
    town.set_local(DAY_AFTER, 17)
    town.posting = False
    await town.app.postman.round()
    await ticks.sweep(town.app)
    version = (await event(town)).version
    await teacher.taps_again(teacher.last["message_id"], f"fe:held:1:{version}:")
    town.posting = True
    await town.settle()
    assert counted(teacher, "final-event-was") == 0


async def test_ten_files_are_enough_and_a_large_one_stays_in_the_chat(town: Town) -> None:
    teacher = await asked(town)
    await teacher.taps("final-event-was.held")
    for _ in range(2):
        await teacher.taps("final-event-told.skip")
    for number in range(11):
        await teacher.sends("photo", f"{number}.jpg")
    teacher.sees("final-event-enough-photos")
    assert len(await town.all(select(Evidence))) == 10
    await teacher.taps("final-event-photo.off")
    town.telegram.send(teacher.telegram_id, "document", core.Upload("big.pdf", bytes(21_000_000)))
    await town.settle()
    (kept,) = await town.all(select(Evidence))
    assert (kept.oversize, kept.copy_due_at) == (Oversize.CHAT, None)


@pytest.mark.parametrize("verb", ["held", "missed", "reopen", "came", "photos", "seen", "told", "more-told"])
async def test_a_stranger_marks_and_sees_nothing(town: Town, verb: str) -> None:
    await asked(town)
    stranger = await town.member("Чужой Пётр Ильич", organisation="Школа № 5")
    version = (await event(town)).version
    await stranger.taps_again(stranger.last["message_id"], f"fe:{verb}:1:{version}:5")
    stranger.hears_toast("refusal-not-yours")
    assert "Читаем" not in str(stranger.chat)
    assert (await event(town)).state is FinalEventState.PLANNED
