"""The code of signing: tapped and never typed, set twice, three tries, forgotten (63-FZ art. 9 p. 2)."""

from sqlalchemy import select

from models.history import HistoryLine
from models.people import Role
from models.pin import Pin, PinPad
from tests.stories.signing import CODE, signs, taps_code, to_be_signed
from tests.stories.town import Guest, Town


async def pin(town: Town, guest: Guest) -> Pin:
    """Somebody's code."""
    (found,) = await town.all(select(Pin).where(Pin.person_id == guest.person_id))
    return found


async def signatures(town: Town) -> int:
    """How many signatures the history knows."""
    return [one.verb for one in await town.all(select(HistoryLine))].count("paper.signed")


async def test_the_first_code_is_thought_of_and_repeated_and_dots_stand_for_digits(town: Town) -> None:
    people = await to_be_signed(town)
    guest = people.methodist
    await guest.taps("signing-card.sign")
    guest.sees("signing-pad", "Придумайте код подписи")
    messages = len(guest.heard)
    await taps_code(guest, "25")
    guest.sees("signing-pad-dots", "● ● ○ ○")
    await guest.taps("signing-pad.rub-out")
    guest.sees("signing-pad-dots", "● ○ ○ ○")
    await taps_code(guest, "580")
    guest.sees("signing-pad", "Тот же код ещё раз")
    assert await signatures(town) == 0
    await taps_code(guest, CODE)
    guest.sees("signing-done", "карта подписана")
    assert len(guest.heard) == messages
    kept = await pin(town, guest)
    assert kept.hashed.startswith("$argon2id$") and CODE not in kept.hashed
    (pad,) = await town.all(select(PinPad).where(PinPad.person_id == guest.person_id))
    assert (pad.typed, pad.first, pad.slots) == ([], "", [])


async def test_while_it_is_tapped_no_digit_stands_anywhere_in_clear(town: Town) -> None:
    people = await to_be_signed(town)
    await people.methodist.taps("signing-card.sign")
    await taps_code(people.methodist, "258")
    (pad,) = await town.all(select(PinPad))
    assert [len(one) for one in pad.typed] == [64, 64, 64]
    assert len(set(pad.typed)) == 3


async def test_two_codes_that_differ_and_an_easy_one_begin_anew(town: Town) -> None:
    people = await to_be_signed(town)
    guest = people.methodist
    await guest.taps("signing-card.sign")
    await taps_code(guest, "1111")
    guest.hears_toast("signing-pin-easy")
    await taps_code(guest, CODE)
    await taps_code(guest, "2581")
    guest.hears_toast("signing-pin-differs")
    guest.sees("signing-pad", "Придумайте код подписи")
    guest.sees("signing-pad-dots", "○ ○ ○ ○")
    assert await signatures(town) == 0


async def test_three_wrong_codes_pause_for_15_minutes_and_the_paper_waits(town: Town) -> None:
    people = await to_be_signed(town)
    await signs(people.methodist)
    await people.methodist.taps("signing-done.undo")
    guest = people.methodist
    await guest.taps("signing-card.sign")
    for left in ("2", "1"):
        await taps_code(guest, "9999")
        guest.hears_toast("signing-pin-wrong")
        assert any(f"Осталось попыток: {left}" in said for said in town.text.said["signing-pin-wrong"])
    await taps_code(guest, "9999")
    guest.hears_toast("signing-pin-paused-now")
    await guest.says("/menu")
    await guest.taps("menu-sign")
    await guest.taps("signing.open")
    town.wait(minutes=10)
    await guest.taps("signing-card.sign")
    guest.hears_toast("signing-pin-paused")
    assert any("через 5 минут" in said for said in town.text.said["signing-pin-paused"])
    town.wait(minutes=5)
    await guest.taps("signing-card.sign")
    await taps_code(guest)
    guest.sees("signing-done")
    assert (await pin(town, guest)).wrong == 0


async def test_digits_in_the_chat_are_refused_with_a_warning_and_count_for_nothing(town: Town) -> None:
    people = await to_be_signed(town)
    guest = people.methodist
    await guest.taps("signing-card.sign")
    await taps_code(guest, "25")
    await guest.says(CODE)
    guest.sees("signing-pad-typed", "Удалите его")
    guest.sees("signing-pad-dots", "● ● ○ ○")
    await guest.says("как это?")
    guest.sees("signing-pad-tap")
    await taps_code(guest, "80")
    await taps_code(guest)
    guest.sees("signing-done")


async def test_a_code_left_half_way_goes_on_after_anything_and_can_be_left(town: Town) -> None:
    people = await to_be_signed(town)
    guest = people.methodist
    await guest.taps("signing-card.sign")
    await taps_code(guest, "25")
    await guest.sends("voice", "hm.ogg")
    guest.sees("signing-pad-dots", "● ● ○ ○")
    _, old = guest.button("signing-pad.digit", "2")
    await guest.taps("signing-pad.leave")
    guest.sees("signing-left")
    await guest.taps_again(guest.last["message_id"], old)
    guest.hears_toast("signing-pad-over")
    assert await signatures(town) == 0


async def test_nobody_taps_on_the_keypad_of_another(town: Town) -> None:
    people = await to_be_signed(town)
    await people.methodist.taps("signing-card.sign")
    _, key = people.methodist.button("signing-pad.digit", "2")
    await people.head.taps_again(people.head.last["message_id"], key)
    people.head.hears_toast("signing-pad-over")
    (pad,) = await town.all(select(PinPad).where(PinPad.person_id == people.methodist.person_id))
    assert pad.typed == []


async def test_a_forgotten_code_is_cleared_by_who_knows_the_person_and_a_new_one_signs(town: Town) -> None:
    people = await to_be_signed(town)
    await signs(people.methodist)
    await signs(people.teacher)
    await people.teacher.taps("signing-done.undo")
    await people.teacher.taps("signing-card.sign")
    await people.teacher.taps("signing-pad.forgot")
    people.teacher.sees("signing-pin-asked", "Дубов И. И.")
    people.methodist.sees("signing-pin-forgotten", "Иванова Г. П.", "Школа № 3")
    message, data = people.methodist.button("signing-pin-forgotten.clear")
    await people.tutor.taps_again(people.tutor.last["message_id"], data)
    people.tutor.hears_toast("refusal-not-yours")
    await people.teacher.taps_again(people.teacher.last["message_id"], data)
    people.teacher.hears_toast("refusal-not-yours")
    await people.methodist.taps("signing-pin-forgotten.clear", times=2)
    people.methodist.hears_toast("signing-pin-not-asked")
    people.teacher.sees("signing-pin-cleared", "Дубов И. И.")
    await people.centre_head.taps("signing-pin-forgotten.clear")
    people.centre_head.hears_toast("signing-pin-not-asked")
    await people.teacher.taps("signing-done.list")
    await people.teacher.taps("signing.open")
    await people.teacher.taps("signing-card.sign")
    people.teacher.sees("signing-pad", "Придумайте")
    await taps_code(people.teacher, "7391")
    await taps_code(people.teacher, "7391")
    people.teacher.sees("signing-done")
    assert message


async def test_where_nobody_could_clear_it_the_person_hears_whom_to_ask(town: Town) -> None:
    people = await to_be_signed(town)
    await signs(people.teacher)
    await people.teacher.taps("signing-done.undo")
    await people.teacher.taps("signing-card.sign")
    _, key = people.teacher.button("signing-pad.forgot")
    async with town.app.sessions() as session, session.begin():
        from models.people import Appointment

        for office in (await session.scalars(select(Appointment))).all():
            if office.role in (Role.METHODIST, Role.CENTRE_HEAD):
                office.until = town.today.replace(day=1)
    await people.teacher.taps_again(people.teacher.last["message_id"], key)
    people.teacher.hears_toast("signing-pin-nobody")
