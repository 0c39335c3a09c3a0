"""Feature 65, R3-036: the addressee offers times, the teacher takes one, both are reminded, either calls it off."""

from datetime import date

from models.consultation import ConsultationState
from models.help_request import HelpState
from tests.stories.helping import asks, requests, school, times
from tests.stories.town import Guest, Town, buttons

TUESDAY, WEDNESDAY = date(2026, 9, 15), date(2026, 9, 16)


async def offered(town: Town) -> tuple[Guest, Guest]:
    """The deputy head has offered Wednesday 15:00 and Thursday 16:30."""
    teacher, deputy, _ = await school(town)
    await asks(teacher, "Белова")
    await deputy.taps("help-request-asked.time")
    await deputy.says("16 сентября в 15:00")
    await deputy.taps("consultation-times.more")
    await deputy.says("в четверг в 16:30")
    await deputy.taps("consultation-times.send")
    return teacher, deputy


async def test_a_time_by_buttons_is_chosen_and_both_are_reminded_on_the_eve_and_in_the_morning(
    town: Town,
) -> None:
    teacher, deputy, _ = await school(town)
    await asks(teacher, "Белова")
    await deputy.taps("help-request-asked.time")
    deputy.sees("consultation-ask-day", "Иванова Г. П.", among_last=1)
    await deputy.taps("month.open")
    await deputy.taps("month.day", "16")
    await deputy.taps("questions-echo.yes")
    await deputy.taps("consultation-ask-hour.at", "15:00")
    deputy.sees("consultation-line", "16 сентября", "15:00", among_last=1)
    await deputy.taps("consultation-times.send")
    deputy.sees("consultation-sent", among_last=1)
    teacher.sees("consultation-offered", "Белова А. П.", among_last=1)
    assert [one.state for one in await requests(town)] == [HelpState.ANSWERED]
    await teacher.taps("consultation-time", "15:00")
    teacher.sees("consultation-chosen-now", among_last=1)
    deputy.sees("consultation-chosen", "16 сентября", "15:00", among_last=1)
    reminded = [await heard_at(town, day, hour, teacher, deputy) for day, hour in MOMENTS]
    assert reminded == [0, 0, 2, 0, 0, 2, 0, 0]


MOMENTS = (
    (date(2026, 9, 14), 20),
    (TUESDAY, 16),
    (TUESDAY, 17),
    (TUESDAY, 18),
    (WEDNESDAY, 7),
    (WEDNESDAY, 8),
    (WEDNESDAY, 9),
    (WEDNESDAY, 15),
)


async def heard_at(town: Town, day: date, hour: int, *guests: Guest) -> int:
    """How many reminders of the talk were heard at that hour, on two ticks."""
    before = [len([one for one in guest.heard if "консультация:" in str(one)]) for guest in guests]
    town.set_local(day, hour)
    await town.tick()
    await town.tick()
    after = [len([one for one in guest.heard if "консультация:" in str(one)]) for guest in guests]
    return sum(after) - sum(before)


async def test_the_day_after_the_teacher_is_asked_whether_it_helped(town: Town) -> None:
    teacher, _ = await offered(town)
    await teacher.taps("consultation-time", "15:00")
    town.set_local(date(2026, 9, 17), 17)
    await town.tick()
    await town.tick()
    asked = [one for one in teacher.heard if "получилось то" in str(one)]
    assert len(asked) == 1
    await teacher.taps("help-request-answered.helped")
    assert [one.state for one in await requests(town)] == [HelpState.CLOSED]


async def test_two_typed_times_one_is_taken_and_the_other_is_off(town: Town) -> None:
    teacher, deputy = await offered(town)
    texts = [one["text"] for one in buttons(teacher.last)]
    assert sum("15:00" in one or "16:30" in one for one in texts) == 2
    message, data = teacher.button("consultation-time", "16:30")
    await teacher.taps("consultation-time", "15:00", times=2)
    teacher.hears_toast("help-request-outdated")
    await teacher.taps_again(message["message_id"], data)
    teacher.hears_toast("help-request-outdated")
    states = [one.state for one in await times(town)]
    assert states == [ConsultationState.CHOSEN, ConsultationState.DROPPED]
    assert len([one for one in deputy.heard if "Время выбрано" in str(one)]) == 1


async def test_none_fits_and_other_times_are_offered(town: Town) -> None:
    teacher, deputy = await offered(town)
    await teacher.taps("consultation-offered.none")
    deputy.sees("consultation-none-fits", "Иванова Г. П.", among_last=1)
    assert [one.state for one in await requests(town)] == [HelpState.OPEN]
    await deputy.taps("help-request-asked.time")
    await deputy.says("завтра в 14")
    await deputy.taps("consultation-times.send")
    await teacher.taps("consultation-time", "14:00")
    assert [one.state for one in await times(town)][-1] is ConsultationState.CHOSEN


async def test_either_may_call_it_off_and_the_other_hears_once(town: Town) -> None:
    teacher, deputy = await offered(town)
    await teacher.taps("consultation-time", "15:00")
    await deputy.taps("consultation-call-off", times=2)
    deputy.hears_toast("help-request-outdated")
    teacher.sees("consultation-off", "Белова А. П.", "Вопрос снова ждёт", among_last=1)
    assert len([one for one in teacher.heard if "отменена: Белова" in str(one)]) == 1
    assert [one.state for one in await requests(town)] == [HelpState.OPEN]
    await deputy.taps("help-request-asked.time")
    await deputy.says("завтра в 14")
    await deputy.taps("consultation-times.send")
    await teacher.taps("consultation-time", "14:00")
    await teacher.taps("consultation-call-off")
    deputy.sees("consultation-off", "Иванова Г. П.", among_last=1)
    town.set_local(date(2026, 9, 14), 17)
    await town.tick()
    assert not [one for one in teacher.heard if "Завтра в 14:00 консультация:" in str(one)]


async def test_three_times_at_most_none_gone_by_and_one_may_be_taken_off(town: Town) -> None:
    teacher, deputy, _ = await school(town)
    await asks(teacher, "Белова")
    await deputy.taps("help-request-asked.time")
    await deputy.says("сегодня в 9")
    deputy.sees("consultation-gone-by")
    for hour in (14, 15, 16):
        await deputy.says(f"завтра в {hour}")
        if hour < 16:
            await deputy.taps("consultation-times.more")
    assert not deputy.has_button("consultation-times.more")
    request = (await requests(town))[0]
    await deputy.taps_again(deputy.last["message_id"], f"hp:hour:{request.id}:1:{TUESDAY.toordinal()}.1800")
    deputy.hears_toast("consultation-enough")
    await deputy.taps("help-request-asked.time")
    await deputy.taps("consultation-times.drop", "16:00")
    assert deputy.has_button("consultation-times.more")
    await deputy.taps("consultation-times.more")
    await deputy.says("завтра")
    await deputy.taps("questions-echo.yes")
    await deputy.says("в полночь")
    deputy.sees("final-event-hour-unclear")
    await deputy.says("15")
    deputy.sees("consultation-named-already")
    assert len(await times(town)) == 3


async def test_a_stranger_cannot_touch_the_times(town: Town) -> None:
    teacher, deputy = await offered(town)
    other = await town.member("Серова Ольга Ивановна")
    one = (await times(town))[0]
    for do in ("choose", "off", "unname"):
        await other.taps_again(other.last["message_id"], f"co:{do}:{one.id}:{one.version}")
        other.hears_toast("refusal-not-yours")
    await deputy.taps_again(deputy.last["message_id"], f"co:choose:{one.id}:{one.version}")
    deputy.hears_toast("refusal-not-yours")
    await teacher.taps_again(teacher.last["message_id"], f"co:unname:{one.id}:{one.version}")
    teacher.hears_toast("refusal-not-yours")
    assert {one.state for one in await times(town)} == {ConsultationState.OFFERED}
