"""S-17.1: the final public event is planned; several are allowed (S000 4.5)."""

import pytest
from sqlalchemy import select

from models.final_event import FinalEvent, FinalEventState
from models.history import HistoryLine
from services.rules import Rules
from tests.stories.planning import takes_a_year
from tests.stories.town import Guest, Town


async def plans_an_event(teacher: Guest, title: str) -> None:
    """Five answers."""
    await teacher.taps("final-event.add")
    await teacher.says(title)
    await teacher.taps("questions-ask.option", "Мастер-класс")
    await teacher.taps("questions-ask.option", "Муниципальный")
    await teacher.says("20 мая 2027")
    await teacher.taps("questions-echo.yes")
    await teacher.says("Актовый зал")
    await teacher.taps("final-event-hour.at", "15:00")


async def opens(town: Town) -> Guest:
    """A teacher with a term, at the list of final events."""
    teacher, _ = await town.pair()
    await takes_a_year(teacher)
    await teacher.taps_again(teacher.last["message_id"], "go:final-event")
    return teacher


async def test_an_event_takes_five_questions_and_stands_in_the_menu(town: Town) -> None:
    teacher = await opens(town)
    teacher.sees("final-event", "(п. 3.1.4, п. 4.5)", "можно несколько")
    await plans_an_event(teacher, "Читаем <вместе>")
    teacher.sees(
        "final-event-card",
        "Читаем <вместе>",
        "Мастер-класс",
        "Муниципальный",
        "20 мая 2027, чт, в 15:00",
        "Актовый зал",
    )
    (event,) = await town.all(select(FinalEvent))
    assert (event.state, event.form, event.level) == (FinalEventState.PLANNED, "masterclass", "municipal")
    assert "final_event.planned" in {one.verb for one in await town.all(select(HistoryLine))}
    await teacher.says("/menu")
    teacher.sees("menu-final", "Читаем <вместе>")


async def test_the_date_is_moved_and_the_rest_changed(town: Town) -> None:
    teacher = await opens(town)
    await plans_an_event(teacher, "Читаем")
    await teacher.taps("final-event-card.date")
    await teacher.says("27.05.2027")
    await teacher.taps("questions-echo.yes")
    await teacher.taps("final-event-card.change")
    await teacher.taps("final-event-mend.form")
    await teacher.says("Круглый стол")
    await teacher.taps("final-event-card.change")
    await teacher.taps("final-event-mend.level")
    await teacher.taps("questions-ask.option", "Региональный")
    await teacher.taps("final-event-card.change")
    await teacher.taps("final-event-mend.place")
    await teacher.says("Дом учителя")
    await teacher.taps("final-event-card.change")
    await teacher.taps("final-event-mend.title")
    await teacher.taps("questions-ask.leave")
    teacher.sees(
        "final-event-card",
        "Читаем",
        "Круглый стол",
        "Региональный",
        "27 мая 2027, чт, в 15:00",
        "Дом учителя",
    )
    assert "final_event.moved" in {one.verb for one in await town.all(select(HistoryLine))}


async def test_a_second_event_may_be_planned_and_one_taken_out(town: Town) -> None:
    teacher = await opens(town)
    for title in ("Первое", "Второе"):
        await plans_an_event(teacher, title)
        await teacher.taps("final-event-back")
    await teacher.taps("final-event-open", "Первое")
    await teacher.taps("final-event-card.remove")
    await teacher.taps("final-event-remove.no")
    await teacher.taps("final-event-card.remove")
    await teacher.taps("final-event-remove.yes", times=2)
    teacher.sees("final-event-row", "1. Второе")
    states = [one.state for one in await town.all(select(FinalEvent).order_by(FinalEvent.id))]
    assert states == [FinalEventState.REMOVED, FinalEventState.PLANNED]


async def test_a_draft_is_put_off_gone_on_with_and_dropped(town: Town) -> None:
    teacher = await opens(town)
    await teacher.taps("final-event.add", times=2)
    await teacher.says("Читаем")
    await teacher.taps("questions-ask.later")
    await teacher.taps("final-event-back")
    await teacher.taps("final-event.go-on", "Читаем")
    teacher.sees("final-event-ask-form")
    await teacher.taps("questions-ask.later")
    await teacher.taps("final-event-later.go-on")
    await teacher.taps("questions-ask.later")
    await teacher.taps("final-event-later.drop")
    await teacher.taps("final-event-remove.yes")
    assert teacher.has_button("final-event.add")
    assert len(await town.all(select(FinalEvent))) == 1


async def test_a_day_outside_the_term_warns(town: Town) -> None:
    teacher = await opens(town)
    await teacher.taps("final-event.add")
    await teacher.says("Читаем")
    await teacher.taps("questions-ask.option", "Мастер-класс")
    await teacher.taps("questions-ask.option", "Муниципальный")
    await teacher.says("1 июня 2028")
    teacher.sees("plan-outside", "(п. 3.1.3)")


async def test_a_regulation_with_one_event_refuses_the_second(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    teacher = await opens(town)
    await plans_an_event(teacher, "Первое")
    await teacher.taps("final-event-back")
    _, second = teacher.button("final-event.add")
    rules = town.app.rules
    found = rules.regulations.get("udmurtia", 1)
    single = found.model_copy(update={"final_event": found.final_event.model_copy(update={"many": False})})
    monkeypatch.setattr(Rules, "of", lambda self, route: single)
    await teacher.taps_again(teacher.last["message_id"], second)
    teacher.hears_toast("final-event-enough")
    assert not teacher.has_button("final-event.add")


async def test_somebody_elses_event_cannot_be_touched(town: Town) -> None:
    teacher = await opens(town)
    await plans_an_event(teacher, "Читаем")
    stranger = await town.member("Чужой Пётр Ильич", organisation="Школа № 5")
    for forged in (
        "fe:open:1:6:",
        "fe:pick:1:6:1.0",
        "fe:remove-yes:1:6:",
        "fe:later:1:6:",
        "rt:final-event:1:2",
    ):
        await stranger.taps_again(stranger.last["message_id"], forged)
        stranger.hears_toast("refusal-not-yours")
    assert "Читаем" not in str(stranger.chat)
