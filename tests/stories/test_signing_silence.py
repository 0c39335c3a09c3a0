"""X17: a signature that waits longer than the internal term: a gentle word, then to who may enter it; once each."""

from datetime import date, timedelta

from sqlalchemy import select

from bot import ticks
from models.notice import Notice
from models.route import Route
from tests.stories.signing import Signers, signs, to_be_signed
from tests.stories.town import Town

MONDAY = date(2026, 9, 14)
WORD, PASSED = date(2026, 9, 21), date(2026, 9, 23)


async def evenings(town: Town, first: date, last: date) -> dict[date, list[tuple[int, str]]]:
    """17:00 of each day: who hears of silence, and which word."""
    told: dict[date, list[tuple[int, str]]] = {}
    day = first
    while day <= last:
        before = len(await words(town))
        town.set_local(day, 17)
        await town.tick()
        await town.tick()
        if new := (await words(town))[before:]:
            told[day] = [(one.person_id, one.kind) for one in new]
        day += timedelta(days=1)
    return told


async def words(town: Town) -> list[Notice]:
    """Every word about a signature that waits."""
    kinds = Notice.kind.in_(["signing-word", "signing-silent"])
    found: list[Notice] = await town.all(select(Notice).where(kinds).order_by(Notice.id))
    return found


async def waits_for_the_centre(town: Town) -> Signers:
    """On a Monday the card has come to the head of the centre."""
    people = await to_be_signed(town)
    await signs(people.methodist)
    await signs(people.teacher)
    return people


async def test_x17_five_working_days_then_two_more_and_each_hears_once(town: Town) -> None:
    people = await waits_for_the_centre(town)
    head, methodist = people.centre_head.person_id, people.methodist.person_id
    assert await evenings(town, MONDAY, PASSED + timedelta(days=20)) == {
        WORD: [(head, "signing-word")],
        PASSED: [(methodist, "signing-silent")],
    }
    people.centre_head.sees("signing-word", "Иванова Г. П.", "14 сентября", among_last=1)
    people.methodist.sees("signing-silent", "Руководитель ЦНППМ", among_last=1)
    await people.methodist.taps("signing-word.open")
    people.methodist.button("signing-card.paper")
    await people.centre_head.taps("signing-word.open")
    await signs(people.centre_head, "Согласовать")


async def test_x17_a_signature_in_between_spares_the_methodist_and_the_next_has_a_term_of_their_own(
    town: Town,
) -> None:
    people = await waits_for_the_centre(town)
    await evenings(town, MONDAY, WORD)
    await people.centre_head.taps("signing-word.open")
    await signs(people.centre_head)
    assert await evenings(town, WORD + timedelta(days=1), date(2026, 9, 27)) == {}
    assert await evenings(town, date(2026, 9, 28), date(2026, 9, 28)) == {
        date(2026, 9, 28): [(people.head.person_id, "signing-word")]
    }


async def test_a_word_on_its_way_about_a_signature_that_is_there_meanwhile_never_goes(town: Town) -> None:
    people = await waits_for_the_centre(town)
    town.posting = False
    town.set_local(WORD, 17)
    await ticks.sweep(town.app)
    await signs(people.centre_head)
    town.posting = True
    await town.deliver()
    assert not [one for one in people.centre_head.heard if "дольше внутреннего срока" in str(one)]


async def test_while_the_route_stands_still_nobody_is_reminded_to_sign_and_afterwards_they_are(
    town: Town,
) -> None:
    people = await waits_for_the_centre(town)
    async with town.app.sessions() as session, session.begin():
        (found,) = await session.scalars(select(Route))
        found.suspend(MONDAY + timedelta(days=1), PASSED)
    told = await evenings(town, MONDAY, PASSED + timedelta(days=1))
    assert told == {PASSED + timedelta(days=1): [(people.centre_head.person_id, "signing-word")]}
