"""S-17.2: three days before, who brings what; each ticks off their own; of pupils nothing but averages (X47)."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from bot import ticks
from models.final_event_check import Check, MonitoringSheet
from models.history import HistoryLine
from models.people import OrganisationKind, Role
from tests.stories.test_final_event import opens, plans_an_event
from tests.stories.test_final_event_guests import counted, who
from tests.stories.test_final_event_outcome import PUPILS
from tests.stories.town import Guest as Person
from tests.stories.town import Town

THREE_DAYS_BEFORE = date(2027, 5, 17)


async def ahead(town: Town, *, deputy: bool = True, methodist: bool = True) -> Person:
    """A teacher with a planned event; the school has a deputy head, the centre a methodist."""
    await town.organisation("Центр", OrganisationKind.CENTRE)
    if deputy:
        await town.member("Лебедева Нина Олеговна", Role.DEPUTY_HEAD)
    if methodist:
        await town.member("Сомова Ольга Юрьевна", Role.METHODIST, organisation="Центр")
    teacher = await opens(town)
    await plans_an_event(teacher, "Читаем <вместе>")
    return teacher


async def sent(town: Town) -> Person:
    """The evening three days before."""
    teacher = await ahead(town)
    town.set_local(THREE_DAYS_BEFORE, 17)
    await town.tick()
    return teacher


async def checks(town: Town) -> dict[str, Check]:
    """The points by code."""
    return {one.code: one for one in await town.all(select(Check))}


async def test_three_days_before_everybody_hears_once_what_they_bring(town: Town) -> None:
    teacher = await ahead(town)
    deputy, methodist = who(town, "Лебедева"), who(town, "Сомова")
    town.set_local(THREE_DAYS_BEFORE, 16)
    await town.tick()
    assert counted(deputy, "final-event-check") == 0
    for day, hour in ((17, 17), (17, 20), (18, 12), (20, 9)):
        town.set_local(date(2027, 5, day), hour)
        await town.tick()
    deputy.sees("final-event-check-hint", "Лист мониторинга", "без фамилий учеников")
    methodist.sees("final-event-check-hint", "Сводка рецензий")
    teacher.sees("final-event-checklist", "Читаем <вместе>")
    teacher.sees("final-event-thing", "Сводка рецензий", "Сомова О. Ю.")
    for person, key in (
        (deputy, "final-event-check"),
        (methodist, "final-event-check"),
        (teacher, "final-event-checklist"),
    ):
        assert counted(person, key, "Читаем <вместе>") == 1
    assert counted(who(town, "Орлова"), "final-event-check") == 0


async def test_each_ticks_off_their_own_and_may_take_it_back(town: Town) -> None:
    teacher = await sent(town)
    deputy = who(town, "Лебедева")
    message, old = deputy.button("final-event-check.done")
    await deputy.taps("final-event-check.done", times=2)
    deputy.sees("final-event-check-hint", "Готово")
    town.wait(hours=1)
    await deputy.taps_again(message["message_id"], old)
    deputy.hears_toast("final-event-check-outdated")
    await teacher.taps("final-event-check.done", "Презентация")
    await teacher.taps("final-event-check.done", "Место и техника")
    await teacher.taps("final-event-check.undo", "Место и техника")
    teacher.sees("final-event-thing", "Готово: Лист мониторинга", "Лебедева Н. О.")
    done = {code: one.done_at is not None for code, one in (await checks(town)).items()}
    assert done == {"monitoring": True, "summary": False, "presentation": True, "place": False}
    await teacher.taps("final-event-mend.back")
    assert teacher.button("final-event-card.checklist", "2 из 4")
    verbs = [one.verb for one in await town.all(select(HistoryLine))]
    assert verbs.count("final_event.ready") == 3 and verbs.count("final_event.unready") == 1


async def test_what_is_ready_before_is_not_asked_for(town: Town) -> None:
    teacher = await ahead(town)
    await teacher.taps("final-event-card.checklist")
    point = (await checks(town))["monitoring"]
    deputy = who(town, "Лебедева")
    await deputy.taps_again(deputy.last["message_id"], f"ck:done:{point.id}:{point.version}:")
    town.set_local(THREE_DAYS_BEFORE, 17)
    await town.tick()
    assert counted(deputy, "final-event-check") == 1, "their own card, no notice besides"


async def test_an_event_planned_for_the_day_after_tomorrow_is_told_soon_and_a_new_day_anew(
    town: Town,
) -> None:
    teacher = await ahead(town)
    deputy = who(town, "Лебедева")
    town.set_local(date(2027, 5, 18), 9)
    await town.tick()
    assert counted(deputy, "final-event-check") == 1
    await deputy.taps("final-event-check.done")
    await teacher.taps("final-event-mend.back")
    await teacher.taps("final-event-card.date")
    await teacher.says("27.05.2027")
    await teacher.taps("questions-echo.yes")
    town.set_local(date(2027, 5, 24), 18)
    await town.tick()
    assert counted(who(town, "Сомова"), "final-event-check") == 2
    assert counted(deputy, "final-event-check") == 1


async def test_without_a_deputy_or_a_methodist_the_tutor_and_the_teacher_see_to_it(town: Town) -> None:
    teacher = await ahead(town, deputy=False, methodist=False)
    town.set_local(THREE_DAYS_BEFORE, 17)
    await town.tick()
    who(town, "Орлова").sees("final-event-check-hint", "Сводка рецензий")
    await teacher.taps("final-event-check.done", "Лист мониторинга")
    assert (await checks(town))["monitoring"].done_at is not None


async def test_the_deputy_writes_observations_and_averages_that_the_teacher_reads(town: Town) -> None:
    teacher = await sent(town)
    deputy = who(town, "Лебедева")
    await deputy.taps("final-event-check.sheet")
    deputy.sees("final-event-sheet-empty")
    await deputy.taps("final-event-sheet.text")
    await deputy.says("Больше работы в <парах> & вопросов 🙂")
    await deputy.taps("final-event-sheet.numbers")
    for answer in ("24", "3,6", "4.1", "78,5 %"):
        await deputy.says(answer)
    deputy.sees("final-event-sheet-coped", "78,5")
    (sheet,) = await town.all(select(MonitoringSheet))
    assert (sheet.pupils, sheet.mean_before, sheet.mean_now, sheet.share) == (24, 36, 41, 785)
    await deputy.taps("final-event-sheet.back")
    await deputy.taps("final-event-check.done")
    await teacher.taps("final-event-check.sheet")
    teacher.sees("final-event-sheet-observed", "Больше работы в <парах> & вопросов 🙂")
    teacher.sees("final-event-sheet-counted", "24")
    assert not teacher.has_button("final-event-sheet.text")
    await teacher.taps("final-event-sheet.back")
    teacher.sees("final-event-checklist")


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("4", "final-event-sheet-few"),
        ("12,5", "number-unclear"),
        ("много", "number-unclear"),
        ("-7", "number-out-of-bounds"),
        (PUPILS, "number-unclear"),
    ],
)
async def test_fewer_than_five_pupils_or_no_number_is_refused_with_the_reason(
    town: Town, typed: str, key: str
) -> None:
    await sent(town)
    deputy = who(town, "Лебедева")
    await deputy.taps("final-event-check.sheet")
    await deputy.taps("final-event-sheet.numbers")
    await deputy.says(typed)
    deputy.sees(key)
    assert [one.pupils for one in await town.all(select(MonitoringSheet))] in ([], [None])
    await deputy.says("24")
    await deputy.taps("final-event-told.skip")
    await deputy.says("4")
    await deputy.taps("final-event-told.skip")
    deputy.sees("final-event-sheet-is", "4")
    await deputy.taps("final-event-sheet.drop")
    deputy.sees("final-event-sheet-empty")


async def test_the_team_reads_the_sheet_and_a_guest_finds_what_they_bring(town: Town) -> None:
    teacher = await ahead(town)
    await teacher.taps("final-event-card.invite")
    await teacher.taps("final-event-guests.all")
    await town.tick()
    deputy, tutor = who(town, "Лебедева"), who(town, "Орлова")
    await deputy.taps("final-event-answer.comes")
    await deputy.taps("final-event-check.mine", "0 из 1")
    await deputy.taps("final-event-check.sheet")
    await deputy.taps("final-event-sheet.text")
    await deputy.says("Уроки стали живее, вопросов больше.")
    await tutor.says("/menu")
    await tutor.taps("menu-team-events")
    await tutor.taps("final-event-team-line")
    await tutor.taps("final-event-check.sheet")
    tutor.sees("final-event-sheet-observed", "Уроки стали живее")
    assert not tutor.has_button("final-event-sheet.text")
    await tutor.taps("final-event-mend.back")
    tutor.sees("final-event-brief", "Читаем <вместе>")


async def test_a_list_of_pupils_is_refused_and_the_question_stays(town: Town) -> None:
    await sent(town)
    deputy = who(town, "Лебедева")
    await deputy.taps("final-event-check.sheet")
    await deputy.taps("final-event-sheet.text")
    for typed in (PUPILS, "я" * 4000, "1"):
        await deputy.says(typed)
    await deputy.sends("voice", "note.ogg")
    assert await town.all(select(MonitoringSheet)) == []
    await deputy.says("Уроки стали живее, вопросов больше.")
    deputy.sees("final-event-sheet-observed", "Уроки стали живее")
    await deputy.taps("final-event-sheet.text")
    deputy.sees("questions-given", "Уроки стали живее")
    await deputy.says("/cancel")


async def test_nobody_else_ticks_or_reads_anything(town: Town) -> None:
    teacher = await sent(town)
    stranger = await town.member("Чужой Пётр Ильич", Role.DEPUTY_HEAD, organisation="Школа № 5")
    ids = {code: one.id for code, one in (await checks(town)).items()}
    for verb in ("done", "undone", "sheet", "sheet-text", "numbers", "no-numbers", "list"):
        await stranger.taps_again(stranger.last["message_id"], f"ck:{verb}:{ids['monitoring']}:1:0")
        stranger.hears_toast("refusal-not-yours")
    assert "Читаем" not in str(stranger.chat)
    for forged in (
        f"ck:done:{ids['monitoring']}:1:",
        f"ck:numbers:{ids['monitoring']}:1:",
        f"ck:sheet:{ids['summary']}:1:",
    ):
        await teacher.taps_again(teacher.last["message_id"], forged)
        teacher.hears_toast("refusal-not-yours")
    deputy = who(town, "Лебедева")
    await deputy.taps_again(deputy.last["message_id"], "fe:checklist:1:7:")
    deputy.hears_toast("refusal-not-yours")
    assert all(one.done_at is None for one in (await checks(town)).values())


async def test_a_list_that_waited_too_long_is_needless(town: Town) -> None:
    teacher = await ahead(town)
    town.posting = False
    town.set_local(THREE_DAYS_BEFORE, 17)
    await ticks.sweep(town.app)
    await teacher.taps("final-event-card.remove")
    await teacher.taps("final-event-remove.yes")
    town.posting = True
    await town.settle()
    assert counted(who(town, "Лебедева"), "final-event-check") == 0
