"""S-06 in spirit: an ordered chain of roles takes the place of the stand-in, by data alone."""

import pytest
from sqlalchemy import select

from models.approval import Step, StepState
from models.notice import Notice
from models.people import Role
from models.route import Route, RouteState, TeamMember
from regulations.approval import Act
from services.rules import Rules
from tests.stories.planning import sends
from tests.stories.town import Guest, Town

CHAIN = (("tutor", Act.AGREE), ("deputy_head", Act.APPROVE))


Chain = tuple[tuple[str, Act], ...]


def with_chain(town: Town, monkeypatch: pytest.MonkeyPatch, chain: Chain = CHAIN) -> None:
    """The regulation asks for these decisions, one behind the other."""
    found = town.app.rules.regulations.get("udmurtia", 1)
    (stands_in,) = found.signing.stand_in
    steps = tuple(
        stands_in.model_copy(update={"role": role, "act": act, "instead": ()}) for role, act in chain
    )
    signing = found.signing.model_copy(update={"stand_in": steps, "chain": ()})
    other = found.model_copy(update={"signing": signing})
    monkeypatch.setattr(Rules, "of", lambda self, route: other)


async def three(town: Town, monkeypatch: pytest.MonkeyPatch) -> tuple[Guest, Guest, Guest]:
    """A teacher who agrees with a plan, the tutor, and the deputy head of the school."""
    with_chain(town, monkeypatch)
    teacher, tutor = await town.pair()
    deputy = await town.member("Зайцева Ольга Львовна", Role.DEPUTY_HEAD)
    async with town.app.sessions() as session, session.begin():
        member = TeamMember(route_id=1, person_id=deputy.person_id, role=Role.DEPUTY_HEAD, since=town.today)
        session.add(member)
    await sends(teacher)
    return teacher, tutor, deputy


async def state(town: Town) -> RouteState:
    """How far the only route is."""
    (route,) = await town.all(select(Route))
    return RouteState(route.state)


async def steps(town: Town) -> list[StepState]:
    """The chain over the newest version."""
    return [one.state for one in await town.all(select(Step).order_by(Step.id))]


async def test_the_second_hears_when_the_first_has_decided_and_approves(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    teacher, tutor, deputy = await three(town, monkeypatch)
    await tutor.taps("plan-card.confirm", "Даю согласие на проект")
    tutor.sees("plan-agreed-now")
    assert await steps(town) == [StepState.DONE, StepState.WAITING]
    assert await state(town) is RouteState.ON_CONFIRMATION
    deputy.sees("plan-card", "ждёт Вашего слова")
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    teacher.sees("plan", "ждём ответа (Зайцева О. Л.)")
    await deputy.taps("plan-card.confirm", "Утверждаю", times=2)
    assert await steps(town) == [StepState.DONE, StepState.DONE]
    assert await state(town) is RouteState.ACTIVE
    told = [one.kind for one in await town.all(select(Notice).where(Notice.person_id == teacher.person_id))]
    assert told.count("plan-confirmed") == 1


async def test_whoever_is_early_or_late_in_the_chain_sees_who_is_waited_for(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, tutor, deputy = await three(town, monkeypatch)
    (route,) = await town.all(select(Route))
    for verb in ("confirm", "return"):
        await deputy.taps_again(deputy.last["message_id"], f"pl:{verb}:1:{route.version}:")
        deputy.hears_toast("plan-waits-for")
    assert any("Ждёт: Тьютор" in said for said in town.text.said["plan-waits-for"])
    await tutor.taps("plan-card.confirm")
    (route,) = await town.all(select(Route))
    await tutor.taps_again(tutor.last["message_id"], f"pl:confirm:1:{route.version}:")
    tutor.hears_toast("plan-waits-for")
    assert any("Ждёт: Заместитель руководителя ОО" in said for said in town.text.said["plan-waits-for"])
    assert await steps(town) == [StepState.DONE, StepState.WAITING]


async def test_the_second_returns_and_the_teacher_and_the_tutor_hear(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    teacher, tutor, deputy = await three(town, monkeypatch)
    await tutor.taps("plan-card.confirm")
    await deputy.taps("plan-card.return")
    await deputy.taps("plan-return-reason", "Уточните сроки")
    assert await steps(town) == [StepState.DONE, StepState.RETURNED]
    teacher.sees("plan-returned", "Зайцева О. Л.", "Уточните сроки")
    tutor.sees("plan-returned", "Иванова Г. П.", "Уточните сроки")
    await tutor.taps("plan-returned.mend")
    tutor.sees("plan-card", "согласия педагога ещё нет")
    await teacher.taps("plan-returned.mend")
    await teacher.taps("plan.agree")
    await tutor.taps("plan-card.confirm")
    assert await steps(town) == [StepState.DONE, StepState.RETURNED, StepState.DONE, StepState.WAITING]


async def test_without_any_step_both_words_are_enough(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    with_chain(town, monkeypatch, ())
    teacher, tutor = await town.pair()
    await sends(teacher)
    await tutor.taps("plan-card.confirm", "Даю согласие на проект")
    assert await steps(town) == []
    assert await state(town) is RouteState.ACTIVE
    teacher.sees("plan-confirmed")
