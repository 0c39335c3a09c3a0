"""S-21, X46: the head signs by hand, the methodist enters it with the scan, the chain goes on."""

from datetime import timedelta

from sqlalchemy import select

from models.evidence import Evidence
from models.history import HistoryLine
from models.paper_slot import SlotState, Way
from models.people import Role
from models.route import RouteState
from tests.stories.signing import Signers, papers, route, signs, to_be_signed
from tests.stories.test_signing import kinds, states
from tests.stories.town import Guest, Town


async def only_the_head_is_missing(town: Town) -> Signers:
    """Everybody has signed in the bot but the head, who uses no phone."""
    people = await to_be_signed(town)
    for guest in (people.methodist, people.teacher, people.centre_head):
        await signs(guest)
    return people


async def opens_what_goes_round(guest: Guest) -> None:
    """From the menu to the only card that waits for somebody."""
    await guest.says("/menu")
    await guest.taps("menu-sign")
    await guest.taps("signing.round")
    await guest.taps("signing-round.open", "Иванова Г. П.: ждёт")


async def test_s_21_x46_the_methodist_enters_an_approval_on_paper_and_the_chain_goes_on(town: Town) -> None:
    people = await only_the_head_is_missing(town)
    town.wait(days=2)
    signed_on = town.today - timedelta(days=1)
    await opens_what_goes_round(people.methodist)
    await people.methodist.taps("signing-card.paper")
    people.methodist.sees("signing-paper", "Это утверждение")
    await people.methodist.taps("signing-paper.who", "Корепанов Андрей Леонидович")
    await people.methodist.says("31 декабря")
    people.methodist.sees("signing-paper-day", "Корепанов")
    await people.methodist.taps("signing-paper-day.on", "15 сентября 2026")
    await people.methodist.says("а зачем скан?")
    people.methodist.sees("signing-paper-scan-ask")
    await people.methodist.sends("voice", "hm.ogg")
    people.methodist.sees("signing-paper-scan")
    await people.methodist.sends("photo", "scan.jpg")
    people.methodist.sees("signing-paper-done", "Утверждено на бумаге: Корепанов Андрей Леонидович")
    found = await route(town)
    assert (found.state, found.began_on) == (RouteState.ACTIVE, signed_on)
    (paper,) = await papers(town)
    *_, last = paper.slots
    assert (last.way, last.paper_on, last.name) == (Way.PAPER, signed_on, "Корепанов Андрей Леонидович")
    assert (last.entered_by_id, last.person_id, last.simple) == (
        people.methodist.person_id,
        people.head.person_id,
        "",
    )
    (scan,) = await town.all(select(Evidence))
    assert (scan.slot_id, scan.kind.value, scan.copy_due_at) == (last.id, "photo", town.now)
    people.head.sees("signing-entered", "Это утверждение", "Дубов И. И.")
    await people.methodist.taps("signing-card.protocol")
    people.methodist.sees(
        "signing-slot-paper",
        "Утверждено на бумаге 15 сентября 2026",
        "на бумаге, внёс: Дубов И. И.",
    )
    assert any("photo" in one for one in people.methodist.heard[-2:])
    (line,) = [one for one in await town.all(select(HistoryLine)) if one.verb == "paper.on_paper"]
    assert (line.facts["by"], line.facts["name"]) == ("Дубов И. И.", "Корепанов Андрей Леонидович")
    assert line.person_id == people.methodist.person_id


async def test_s_21_the_deputy_head_may_enter_it_under_a_typed_name_and_take_it_back(town: Town) -> None:
    people = await only_the_head_is_missing(town)
    deputy = await town.member("Зайцева Ольга Львовна", Role.DEPUTY_HEAD)
    await opens_what_goes_round(deputy)
    await deputy.taps("signing-card.paper")
    await deputy.says("Ив")
    deputy.sees("answer-too-short")
    await deputy.says("Тронина Людмила Васильевна")
    await deputy.says("сегодня")
    await deputy.sends("document", "карта.pdf")
    deputy.sees("signing-paper-done", "Тронина Людмила Васильевна")
    (paper,) = await papers(town)
    *_, last = paper.slots
    assert (last.person_id, last.role, last.name) == (None, Role.HEAD, "Тронина Людмила Васильевна")
    assert "signing-entered" not in await kinds(town, people.head)
    await deputy.taps("signing-done.undo")
    deputy.sees("signing-undone")
    assert await town.all(select(Evidence)) == []
    assert (await states(town))[-1] == "head waiting"
    assert (await route(town)).state is RouteState.ON_CONFIRMATION


async def test_nobody_else_enters_a_signature_and_nobody_out_of_turn(town: Town) -> None:
    people = await to_be_signed(town)
    (paper,) = await papers(town)
    first, *_, last = paper.slots
    for guest in (people.teacher, people.tutor, people.head, people.centre_head):
        await guest.taps_again(guest.last["message_id"], f"sg:paper:{first.id}:{first.version}:")
        guest.hears_toast("refusal-not-yours")
    await people.methodist.taps_again(
        people.methodist.last["message_id"], f"sg:paper:{last.id}:{last.version}:"
    )
    people.methodist.hears_toast("signing-waits-for")
    assert all(one.state is SlotState.WAITING for one in (await papers(town))[0].slots)


async def test_a_signature_in_the_bot_is_faster_than_the_paper(town: Town) -> None:
    people = await only_the_head_is_missing(town)
    await opens_what_goes_round(people.methodist)
    await people.methodist.taps("signing-card.paper")
    await people.methodist.taps("signing-paper.who", "Корепанов")
    await people.methodist.taps("signing-paper-day.on", "14 сентября")
    await signs(people.head)
    await people.methodist.sends("photo", "scan.jpg")
    people.methodist.sees("signing-signed-already")
    (paper,) = await papers(town)
    assert paper.slots[-1].way is Way.PIN
    assert await town.all(select(Evidence)) == []
