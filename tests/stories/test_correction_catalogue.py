"""S-11, features 54 and 56: the catalogue offers what fits in the place; three sign where the text says so."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from models.catalogue import CatalogueEntry, EntryState, Scope
from models.catalogue_chosen import Chosen
from models.correction import Correction, CorrectionState
from models.people import OrganisationKind, Role
from models.plan import Activity, ActivityState
from tests.stories.planning import names
from tests.stories.signing import signs
from tests.stories.test_correction import NEW, OLD, correction, opens, row, two_minutes_later, walking
from tests.stories.town import Guest, Town
from tests.stories.walking import walks

FITS = "Вебинар «Оцениваем иначе»"


async def entry(town: Town, title: str, day: date, *competencies: str) -> int:
    """An event of the region that may be chosen."""
    async with town.app.sessions() as session, session.begin():
        made = CatalogueEntry.begun(None, Scope.REGION, "Удмуртская Республика", town.now)
        made.title, made.kind, made.level, made.organiser = title, "webinar", "regional", "centre"
        made.competencies, made.on_date, made.state = list(competencies), day, EntryState.OPEN
        session.add(made)
        await session.flush()
        return made.id


async def fills(town: Town) -> int:
    """One event that fits, and others that do not: another competency, over, past the term, today."""
    await entry(town, "Психология урока", date(2026, 10, 20), "psyped")
    await entry(town, "Уже сегодня", town.today, "method")
    await entry(town, "После срока", date(2028, 10, 20), "method")
    return await entry(town, FITS, date(2026, 10, 22), "method", "ict")


async def replaces(guest: Guest) -> None:
    """From the menu to the card of the correction, the reason said."""
    await opens(guest)
    await guest.taps("plan-activity.replace")
    await guest.taps("correction-reason.called-off")


async def test_what_fits_is_offered_beside_writing_and_one_tap_takes_it(town: Town) -> None:
    people = await walking(town)
    await fills(town)
    await replaces(people.teacher)
    people.teacher.sees("correction-choose")
    assert people.teacher.has_button("correction-card.write")
    shown = str(people.teacher.last["reply_markup"])
    assert FITS in shown
    assert not any(one in shown for one in ("Психология урока", "Уже сегодня", "После срока"))
    await people.teacher.taps("correction-choice", FITS)
    people.teacher.sees("plan-ask-presenting")
    await people.teacher.taps("questions-ask.option", "Открытый урок")
    people.teacher.sees("correction-card", FITS, "22 октября 2026")
    await people.teacher.taps("correction-card.send")
    await signs(people.methodist)
    await signs(people.teacher)
    found = await row(town, FITS)
    assert (found.state, found.kind, found.organiser) == (ActivityState.PLANNED, "webinar", "centre")
    (chosen,) = await town.all(select(Chosen))
    assert chosen.activity_id == found.id


async def test_what_was_chosen_before_is_not_offered_again(town: Town) -> None:
    people = await walking(town)
    await fills(town)
    await replaces(people.teacher)
    await people.teacher.taps("correction-choice", FITS)
    await people.teacher.taps("questions-ask.option", "Открытый урок")
    await people.teacher.says("/menu")
    await people.teacher.taps("menu-plan")
    await people.teacher.taps("plan-open", "2")
    await people.teacher.taps("plan-activity.replace")
    await people.teacher.taps("correction-reason.ill")
    assert not people.teacher.has_button("correction-choice")


async def test_an_event_that_is_over_called_off_or_forged_is_not_taken(town: Town) -> None:
    people = await walking(town)
    fits = await fills(town)
    await replaces(people.teacher)
    found = await correction(town)
    message, data = people.teacher.button("correction-choice", FITS)
    async with town.app.sessions() as session, session.begin():
        (await session.get_one(CatalogueEntry, fits)).state = EntryState.CALLED_OFF
    await people.teacher.taps_again(message["message_id"], data)
    people.teacher.hears_toast("correction-gone")
    for value in ("1", "999", "x"):
        await people.teacher.taps_again(
            people.teacher.last["message_id"], f"cr:choose:{found.id}:{found.version}:{value}"
        )
    await people.tutor.taps_again(people.tutor.last["message_id"], data)
    assert await town.all(select(Chosen)) == []
    assert (await correction(town)).instead_id is None


async def test_a_second_choice_takes_the_place_of_the_first(town: Town) -> None:
    people = await walking(town)
    await fills(town)
    await entry(town, "Практикум", date(2026, 10, 25), "method")
    await replaces(people.teacher)
    message, data = people.teacher.button("correction-choice", FITS)
    await people.teacher.taps("correction-choice", FITS)
    await people.teacher.taps_again(message["message_id"], data)
    people.teacher.hears_toast("correction-outdated")
    await people.teacher.taps("correction-choice", "Практикум")
    await people.teacher.taps("questions-ask.option", "Открытый урок")
    people.teacher.sees("correction-card", "Практикум")
    states = {one.title: one.state for one in await town.all(select(Activity).where(Activity.correcting))}
    assert states == {FITS: ActivityState.REMOVED, "Практикум": ActivityState.PROPOSED}


async def test_x24_s003_three_sign_in_any_order_and_two_are_not_enough(town: Town) -> None:
    await town.organisation("Школа № 3", regulation="bashkortostan")
    await town.organisation("Центр", OrganisationKind.CENTRE, regulation="bashkortostan")
    teacher, tutor = await town.pair()
    methodist = await town.member("Дубов Игорь Ильич", Role.METHODIST, organisation="Центр")
    await walks(town, teacher, (OLD, date(2026, 10, 9)))
    await replaces(teacher)
    await teacher.taps("correction-card.write")
    await names(teacher, NEW)
    await teacher.says("20 октября")
    await teacher.taps("questions-echo.yes")
    await teacher.taps("questions-ask.option", "Открытый урок")
    await teacher.taps("correction-card.send")
    for guest in (tutor, methodist):
        guest.sees("correction-paper", "Иванова Г. П.")
    await signs(tutor)
    await signs(teacher)
    assert (await correction(town)).state is CorrectionState.SIGNING
    assert (await row(town, OLD)).state is ActivityState.ON_REPLACEMENT
    await signs(methodist)
    assert (await correction(town)).state is CorrectionState.DONE
    assert [(await row(town, title)).state for title in (OLD, NEW)] == [
        ActivityState.REPLACED,
        ActivityState.PLANNED,
    ]
    await two_minutes_later(town)
    teacher.sees("correction-done", "№ 1", OLD, NEW)


async def test_x24_s003_one_of_the_three_returns_it_and_the_author_mends(town: Town) -> None:
    await town.organisation("Школа № 3", regulation="bashkortostan")
    await town.organisation("Центр", OrganisationKind.CENTRE, regulation="bashkortostan")
    teacher, tutor = await town.pair()
    await town.member("Дубов Игорь Ильич", Role.METHODIST, organisation="Центр")
    await walks(town, teacher, (OLD, date(2026, 10, 9)))
    await replaces(teacher)
    await teacher.taps("correction-card.alone")
    await teacher.taps("correction-card.send")
    await signs(teacher)
    await tutor.taps("correction-return.ask")
    await tutor.says("Нужна замена")
    teacher.sees("correction-returned", "Нужна замена")
    (found,) = await town.all(select(Correction))
    assert (found.state, found.returned) == (CorrectionState.DRAFT, "Нужна замена")
    assert (await row(town, OLD)).state is ActivityState.PLANNED
