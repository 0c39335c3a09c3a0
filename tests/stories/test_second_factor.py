"""Officers show a second code before they change rights or let lists out; who has taken over the chat has none."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select, update

from models.entry import Account
from models.file_order import FileOrder
from models.people import Appointment
from models.second_factor import SpareCode, letters_of
from services import second_factor
from services.work import Work
from tests import log_lines
from tests.stories.factors import KEY, app_code, asks_for_it, enrols, factor, takes_a_key, taps_digits
from tests.stories.filing import opens
from tests.stories.staffing import staff, to_confirm, told
from tests.stories.test_registry import two_schools
from tests.stories.town import Guest, Town


async def wants_a_list(town: Town) -> Guest:
    """The head of a school taps «таблицей» where a second code is asked for."""
    _, head, _ = await two_schools(town)
    asks_for_it(town)
    await opens(head, "menu-registry")
    await head.taps("registry.xlsx")
    return head


async def orders(town: Town) -> int:
    return len(await town.all(select(FileOrder)))


async def test_the_first_time_an_app_is_set_up_and_what_was_wanted_goes_on(town: Town) -> None:
    head = await wants_a_list(town)
    head.sees("factor-first")
    assert await orders(town) == 0
    letters, codes = await enrols(town, head)
    assert len(set(codes)) == 6
    assert not any(letters in str(message) or "factor-key" in str(message) for message in head.chat)
    message, again = head.button("factor-codes.kept")
    await head.taps("factor-codes.kept")
    head.sees("factor-done", "15")
    assert not any(code[:4] in str(message.get("text")) for code in codes for message in head.heard)
    head.sees("file-ordered")
    await head.taps_again(message["message_id"], again)
    assert await orders(town) == 1


async def test_the_code_holds_for_a_while_then_it_is_asked_for_again(town: Town) -> None:
    head = await wants_a_list(town)
    letters, _ = await enrols(town, head)
    await head.taps("factor-codes.kept")
    town.wait(minutes=14)
    await head.taps("registry.csv")
    assert await orders(town) == 2
    await town.files()
    town.wait(minutes=1)
    await opens(head, "menu-registry")
    await head.taps("registry.xlsx")
    head.sees("factor-pad", "Второй код")
    await taps_digits(head, app_code(town, letters))
    head.sees("file-ordered")
    assert await orders(town) == 3


async def test_a_code_works_once_and_no_longer_than_the_clock_of_a_phone_may_be_off(town: Town) -> None:
    head = await wants_a_list(town)
    letters, _ = await enrols(town, head)
    used = app_code(town, letters)
    await head.taps("factor-codes.kept")
    town.wait(minutes=15)
    await head.taps("registry.csv")
    for wrong in (used, app_code(town, letters, -2)):
        await taps_digits(head, wrong)
        head.hears_toast("factor-wrong")
    await taps_digits(head, app_code(town, letters, +1))
    head.sees("factor-done")
    assert (await factor(town, head)).wrong == 0


async def test_three_wrong_codes_begin_a_pause_which_no_new_keypad_ends(town: Town) -> None:
    head = await wants_a_list(town)
    letters, codes = await enrols(town, head)
    await head.taps("factor-codes.kept")
    town.wait(minutes=16)
    await head.taps("registry.csv")
    wrong = app_code(town, letters, 50)
    for _ in range(3):
        _, old = head.button("signing-pad.digit", wrong[0])
        await taps_digits(head, wrong)
    head.hears_toast("factor-paused-now")
    await head.taps_again(head.last["message_id"], old)
    head.hears_toast("signing-pad-over")
    head.sees("factor-paused", "15")
    ordered = await orders(town)
    for forged in ("fa:spare:0:0", "fa:enrol:0:0", "fa:key:0:0"):
        await head.taps_again(head.last["message_id"], forged)
    assert await orders(town) == ordered and not (await factor(town, head)).holds(1, town.now)
    town.wait(minutes=15)
    await head.taps("factor-first.leave")
    await head.taps("registry.csv")
    await head.taps("factor-pad.spare")
    await taps_digits(head, codes[0])
    head.sees("factor-done")


async def test_a_spare_code_works_once_and_new_ones_end_the_old(town: Town) -> None:
    head = await wants_a_list(town)
    _, codes = await enrols(town, head)
    for code, fits in ((codes[0], True), (codes[0], False), (codes[1], True)):
        town.wait(minutes=16)
        await head.says("/menu")
        await opens(head, "menu-registry")
        await head.taps("registry.csv")
        await head.taps("factor-pad.spare")
        await taps_digits(head, code)
        assert (await factor(town, head)).holds(await account(town, head), town.now) is fits
    await head.taps_again(head.last["message_id"], "fa:spare-new:0:0")
    head.sees("factor-codes")
    left = await town.all(select(SpareCode).where(SpareCode.used_at.is_(None)))
    assert len(left) == 6 and not {one.mark for one in left} & set(codes)


async def account(town: Town, guest: Guest) -> int:
    (found,) = await town.all(select(Account.id).where(Account.person_id == guest.person_id))
    return int(found)


async def test_a_key_that_nobody_confirmed_is_worth_nothing_after_a_while_or_behind_another(
    town: Town,
) -> None:
    head = await wants_a_list(town)
    first = await takes_a_key(head)
    await head.taps("factor-key.on")
    town.wait(minutes=10)
    await head.taps("signing-pad.digit", "1")
    head.hears_toast("factor-key-over")
    await head.taps("factor-first.leave")
    await head.taps("registry.csv")
    second = await takes_a_key(head)
    assert first != second
    await head.taps("factor-key.on")
    await taps_digits(head, app_code(town, first))
    head.hears_toast("factor-wrong")
    assert not (await factor(town, head)).is_set


async def test_a_stranger_in_the_account_sets_up_no_other_app_and_those_who_know_the_person_hear(
    town: Town,
) -> None:
    head = await wants_a_list(town)
    centre = town.guests["Лебедева Людмила Глебовна"]
    letters, _ = await enrols(town, head)
    await head.taps("factor-codes.kept")
    await town.tick()
    centre.sees("factor-set", "Корепанов А. Л.", "Школа № 3")
    town.wait(minutes=16)
    for forged in ("fa:key:0:0", "fa:spare-new:0:0"):
        await head.taps_again(head.last["message_id"], forged)
        head.sees("factor-pad")
    await taps_digits(head, app_code(town, letters))
    head.sees("factor-done")


async def test_another_account_of_the_same_person_shows_a_code_of_its_own(town: Town) -> None:
    head = await wants_a_list(town)
    await enrols(town, head)
    found = await factor(town, head)
    assert found.holds(await account(town, head), town.now)
    assert not found.holds(await account(town, head) + 1, town.now)


async def test_every_step_of_an_officer_waits_for_the_code(town: Town) -> None:
    found = await staff(town)
    asks_for_it(town)
    await to_confirm(found.methodist, "Орлова", "Серова")
    await found.methodist.taps("staff-order.carry-out", times=2)
    found.methodist.sees("factor-first")
    assert not await told(town, "staff-handed-over")
    await enrols(town, found.methodist)
    await found.methodist.taps("factor-codes.kept")
    found.methodist.sees("staff-done")


async def test_what_was_wanted_long_ago_waits_for_its_button(town: Town) -> None:
    head = await wants_a_list(town)
    await enrols(town, head)
    town.wait(minutes=14)
    await head.taps("factor-codes.kept")
    assert await orders(town) == 1
    town.wait(minutes=2)
    await head.taps("registry.csv")
    head.sees("factor-pad")
    town.wait(minutes=16)
    letters = letters_of((await factor(town, head)).secret(KEY))
    await taps_digits(head, app_code(town, letters))
    head.sees("wanted-late", "15 минут")
    assert await orders(town) == 1
    await head.taps("registry.csv")
    assert await orders(town) == 2


async def test_what_the_rules_refuse_meanwhile_is_said_and_the_code_holds_all_the_same(town: Town) -> None:
    found = await staff(town)
    asks_for_it(town)
    await to_confirm(found.methodist, "Орлова", "Серова")
    await found.methodist.taps("staff-order.carry-out")
    async with town.app.sessions() as session, session.begin():
        leaving = Appointment.person_id == found.other.person_id
        await session.execute(update(Appointment).where(leaving).values(until=date(2026, 9, 1)))
    await enrols(town, found.methodist)
    await found.methodist.taps("factor-codes.kept")
    found.methodist.hears_toast("staff-not-in-office")
    found.methodist.sees("factor-done")
    assert not await told(town, "staff-handed-over")
    assert (await factor(town, found.methodist)).holds(await account(town, found.methodist), town.now)


async def test_an_office_that_ends_behind_the_keypad_leads_to_nothing(town: Town) -> None:
    head = await wants_a_list(town)
    await enrols(town, head)
    async with town.app.sessions() as session, session.begin():
        mine = Appointment.person_id == head.person_id
        await session.execute(update(Appointment).where(mine).values(until=date(2026, 9, 1)))
    await head.taps("factor-codes.kept")
    head.hears_toast("refusal-not-yours")
    head.sees("menu")
    assert await orders(town) == 0


async def test_whose_reach_is_one_school_is_asked_only_where_the_server_wants_it(town: Town) -> None:
    _, head, _ = await two_schools(town)
    asks_for_it(town, schools=False)
    await opens(head, "menu-registry")
    await head.taps("registry.xlsx")
    head.sees("file-ordered")
    centre = town.guests["Лебедева Людмила Глебовна"]
    await opens(centre, "menu-registry")
    await centre.taps("registry.xlsx")
    centre.sees("factor-first")
    assert await orders(town) == 1


async def test_what_is_typed_at_the_keypad_is_no_code_and_the_way_back_leads_back(town: Town) -> None:
    head = await wants_a_list(town)
    letters = await takes_a_key(head)
    await head.taps("factor-key.on")
    await head.says(app_code(town, letters))
    head.sees("factor-typed")
    await head.says("что это?")
    head.sees("signing-pad-tap")
    await head.taps("factor-first.leave")
    head.sees("registry")
    assert not (await factor(town, head)).is_set


async def test_whoever_keeps_the_server_takes_a_lost_phone_out(town: Town) -> None:
    head = await wants_a_list(town)
    letters, _ = await enrols(town, head)
    async with town.app.sessions() as session, session.begin():
        work = Work(session, None, town.now, town.app.turn.rules)
        assert await second_factor.reset(work, head.person_id)
        assert not await second_factor.reset(work, head.person_id)
    await town.deliver()
    head.sees("factor-reset")
    await opens(head, "menu-registry")
    await head.taps("registry.csv")
    head.sees("factor-first")
    assert await orders(town) == 0
    assert not [one for one in await town.all(select(SpareCode)) if one.used_at is None]
    assert letters != await takes_a_key(head)


async def test_the_log_says_who_and_what_and_no_code(town: Town) -> None:
    before = len(log_lines.LINES)
    head = await wants_a_list(town)
    letters, codes = await enrols(town, head)
    lines = log_lines.LINES[before:]
    assert any("factor.key_shown" in one for one in lines) and any("factor.shown" in one for one in lines)
    said = [letters, *codes, app_code(town, letters)]
    assert not [line for line in lines if any(one in line for one in said)]
    kept = [str(vars(await factor(town, head))), *(one.mark for one in await town.all(select(SpareCode)))]
    assert not [one for one in kept if any(code in one for code in said)]
