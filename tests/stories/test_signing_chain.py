"""X22, X27, X30: who signs and in which order is data; nobody free: the next role; nobody decides on their own."""

import pytest
from sqlalchemy import select

from models.history import HistoryLine
from models.paper import PaperState
from models.people import Role
from models.route import RouteState, TeamMember
from regulations.approval import Act, Signers, Signing
from services.rules import Rules
from tests.stories.planning import plans, sends
from tests.stories.signing import offices, papers, route, signs, to_be_signed
from tests.stories.test_signing import kinds, states
from tests.stories.town import Guest, Town

DEPUTY_THEN_HEAD = Signing.model_validate(
    {
        "chain": [
            {"role": role, "act": act, "ours": True, "stamp": {"ru": "СОГЛАСОВАНО", "en": "AGREED"}}
            for role, act in (("deputy_head", Act.AGREE), ("head", Act.APPROVE))
        ]
    }
)


def with_signing(town: Town, monkeypatch: pytest.MonkeyPatch, signing: Signing) -> None:
    """The regulation asks for these signatures."""
    found = town.app.rules.regulations.get("udmurtia", 1)
    other = found.model_copy(update={"signing": signing})
    monkeypatch.setattr(Rules, "of", lambda self, route: other)


async def joins(town: Town, guest: Guest, role: Role) -> None:
    """Somebody comes onto the team of the only route."""
    async with town.app.sessions() as session, session.begin():
        session.add(TeamMember(route_id=1, person_id=guest.person_id, role=role, since=town.today))


async def test_x30_a_deputy_and_then_the_head_where_the_regulation_says_so(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_signing(town, monkeypatch, DEPUTY_THEN_HEAD)
    teacher, tutor = await town.pair()
    deputy = await town.member("Зайцева Ольга Львовна", Role.DEPUTY_HEAD)
    head = await town.member("Корепанов Андрей Леонидович", Role.HEAD)
    await sends(teacher)
    await tutor.taps("plan-card.confirm")
    assert await states(town) == ["deputy_head waiting", "head waiting"]
    await signs(deputy, "Согласовать")
    await signs(head, "Утвердить")
    assert (await route(town)).state is RouteState.ACTIVE


async def test_x30_where_nobody_signs_both_words_are_enough(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_signing(town, monkeypatch, Signing())
    teacher, tutor = await town.pair()
    await sends(teacher)
    await tutor.taps("plan-card.confirm")
    assert await papers(town) == []
    found = await route(town)
    assert (found.state, found.began_on) == (RouteState.ACTIVE, town.today)
    teacher.sees("plan-confirmed", "Орлова М. С.")


async def test_x30_a_self_managed_route_begins_with_the_teachers_own_word(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = town.app.rules.regulations.get("udmurtia", 1)
    alone = found.team.co_authors.model_copy(update={"roles": ("teacher",)})
    team = found.team.model_copy(update={"co_authors": alone})
    other = found.model_copy(update={"signing": Signing(), "team": team})
    monkeypatch.setattr(Rules, "of", lambda self, route: other)
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER)
    await sends(teacher)
    assert (await route(town)).state is RouteState.ACTIVE
    teacher.sees("plan-begun")


async def test_three_sign_in_any_order_and_either_of_two_roles_fills_one_place(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    either = {"any": ["methodist", "centre_methodist"]}
    signers = Signers.model_validate({"all": [either, "tutor", "teacher"], "clause": "п. 4.6"})
    with_signing(town, monkeypatch, Signing(card=signers))
    teacher, tutor = await town.pair()
    await town.member("Дубов Игорь Ильич", Role.METHODIST, organisation="Центр")
    second = await town.member("Ардашев Павел Николаевич", Role.CENTRE_METHODIST, organisation="Центр")
    await sends(teacher)
    await tutor.taps("plan-card.confirm")
    await signs(teacher)
    await signs(second)
    assert (await route(town)).state is RouteState.ON_CONFIRMATION
    await signs(tutor)
    assert await states(town) == ["methodist,centre_methodist signed", "tutor signed", "teacher signed"]
    assert (await route(town)).state is RouteState.ACTIVE


async def test_x27_a_head_who_walks_the_route_never_decides_on_it(town: Town) -> None:
    tutor = await town.member("Орлова Мария Сергеевна", Role.TUTOR)
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER, Role.HEAD, tutor=tutor)
    methodist = await town.member("Дубов Игорь Ильич", Role.METHODIST, organisation="Центр")
    centre_head = await town.member("Вахрушева Ольга Геннадьевна", Role.CENTRE_HEAD, organisation="Центр")
    await sends(teacher)
    await tutor.taps("plan-card.confirm")
    for guest in (methodist, teacher, centre_head):
        await signs(guest)
    (paper,) = await papers(town)
    *_, last = paper.slots
    assert (last.held_by, last.instead_of) == (("centre_head",), ",head,")
    await teacher.taps_again(teacher.last["message_id"], f"sg:sign:{last.id}:{last.version}:")
    teacher.hears_toast("refusal-not-yours")
    centre_head.sees("signing-instead", "Руководитель образовательной организации")
    (line,) = [one for one in await town.all(select(HistoryLine)) if one.verb == "paper.escalated"]
    assert line.facts == {"kind": "card", "role": "centre_head", "instead_of": "head"}
    await signs(centre_head, "Утвердить")
    assert (await route(town)).state is RouteState.ACTIVE


async def test_x27_one_person_in_two_places_decides_twice(town: Town) -> None:
    teacher, tutor = await town.pair()
    methodist = await town.member("Дубов Игорь Ильич", Role.METHODIST, Role.CENTRE_HEAD, organisation="Центр")
    head = await town.member("Корепанов Андрей Леонидович", Role.HEAD)
    await sends(teacher)
    await tutor.taps("plan-card.confirm")
    await signs(methodist, "Подписать")
    await signs(teacher)
    assert (await states(town))[2] == "centre_head waiting"
    await signs(methodist, "Согласовать")
    assert (await states(town))[2] == "centre_head signed"
    head.button("signing-card.sign", "Утвердить")


async def test_x27_a_co_author_does_not_approve_what_they_agreed_with(town: Town) -> None:
    head = await town.member("Корепанов Андрей Леонидович", Role.HEAD, Role.TUTOR)
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER, tutor=head)
    methodist = await town.member("Дубов Игорь Ильич", Role.METHODIST, organisation="Центр")
    centre_head = await town.member("Вахрушева Ольга Геннадьевна", Role.CENTRE_HEAD, organisation="Центр")
    await sends(teacher)
    await head.taps("plan-card.confirm")
    for guest in (methodist, teacher, centre_head):
        await signs(guest)
    assert "signing-waiting" not in await kinds(town, head)
    await signs(centre_head, "Утвердить")
    assert (await route(town)).state is RouteState.ACTIVE


async def test_x22_the_tutor_may_agree_first_and_the_card_goes_round_behind_the_teachers_word(
    town: Town,
) -> None:
    teacher, tutor = await town.pair()
    methodist, *_ = await offices(town)
    await plans(teacher, 5)
    await tutor.says("/menu")
    await tutor.taps("menu-plans")
    await tutor.taps("plan-waiting.open", "Иванова Г. П.")
    await tutor.taps("plan-card.assent")
    assert await papers(town) == []
    await teacher.taps("plan.agree")
    (paper,) = await papers(town)
    assert (paper.state, paper.author_id) == (PaperState.OPEN, tutor.person_id)
    methodist.sees("signing-card", "Иванова Г. П.")


async def test_who_takes_a_signature_back_and_gives_it_again_tells_the_next_signer_once(town: Town) -> None:
    people = await to_be_signed(town)
    await signs(people.teacher)
    for wait in ({"seconds": 20}, {"seconds": 30}):
        await signs(people.methodist)
        town.wait(**wait)
        await people.methodist.taps("signing-done.undo")
    await signs(people.methodist)
    assert (await kinds(town, people.centre_head)).count("signing-waiting") == 1
    await signs(people.centre_head)
    assert (await states(town))[2:] == ["centre_head signed", "head waiting"]


async def test_a_signature_given_again_much_later_is_told_again(town: Town) -> None:
    people = await to_be_signed(town)
    await signs(people.teacher)
    await signs(people.methodist)
    await people.methodist.taps("signing-done.undo")
    town.wait(hours=2)
    await signs(people.methodist)
    assert (await kinds(town, people.centre_head)).count("signing-waiting") == 2


async def test_a_word_that_was_needless_before_it_went_does_not_count_as_told(town: Town) -> None:
    people = await to_be_signed(town)
    await signs(people.teacher)
    town.posting = False
    await signs(people.methodist)
    await people.methodist.taps("signing-done.undo")
    await town.deliver()
    town.posting = True
    await signs(people.methodist)
    people.centre_head.sees("signing-card")
