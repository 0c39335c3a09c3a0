"""Features 4, S-15.5: one person with several roles switches in the menu; rights do not depend on it."""

from sqlalchemy import select

from models.entry import Account
from models.people import Role
from models.route import TeamMember
from tests.stories.planning import sends
from tests.stories.town import Guest, Town


async def two_hats(town: Town) -> tuple[Guest, Guest]:
    """A tutor who walks a route of their own, and the teacher whom they accompany."""
    both = await town.member("Орлова Мария Сергеевна", Role.TUTOR, Role.TEACHER)
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER, tutor=both)
    return both, teacher


async def test_somebody_with_two_roles_switches_and_each_menu_is_short(town: Town) -> None:
    both, _ = await two_hats(town)
    await both.says("/menu")
    both.sees("menu-hat", "Педагогический работник")
    assert both.has_button("menu-diagnosis")
    assert not both.has_button("menu-teachers")
    await both.taps("menu-other-hat", "Тьютор")
    both.sees("menu-hat", "Сейчас меню для роли: Тьютор")
    assert both.has_button("menu-teachers")
    assert not both.has_button("menu-diagnosis")
    await both.says("/menu")
    both.sees("menu-hat", "Тьютор")
    await both.taps("menu-other-hat", "Педагогический работник")
    assert both.has_button("menu-diagnosis")


async def test_what_waits_under_the_other_hat_is_said_on_its_button(town: Town) -> None:
    both, teacher = await two_hats(town)
    await sends(teacher)
    await both.says("/menu")
    assert "(ждут: 1)" in both.button("menu-other-hat")[0]["reply_markup"]["inline_keyboard"][-3][0]["text"]


async def test_a_hat_of_nobodys_or_of_somebody_else_is_refused(town: Town) -> None:
    both, teacher = await two_hats(town)
    await both.says("/menu")
    message, data = both.button("menu-other-hat")
    await teacher.taps_again(teacher.last["message_id"], data)
    teacher.hears_toast("refusal-not-yours")
    await both.taps_again(message["message_id"], "ht:head")
    both.hears_toast("refusal-not-yours")
    await both.taps_again(message["message_id"], "ht:")
    both.hears_toast("refusal-not-yours")
    hats = {one.person_id: one.hat for one in await town.all(select(Account))}
    assert hats[teacher.person_id] == hats[both.person_id] == ""


async def test_an_office_that_ended_takes_its_hat_along(town: Town) -> None:
    both, _ = await two_hats(town)
    await both.says("/menu")
    await both.taps("menu-other-hat", "Тьютор")
    async with town.app.sessions() as session, session.begin():
        (member,) = (
            await session.scalars(select(TeamMember).where(TeamMember.person_id == both.person_id))
        ).all()
        member.until = town.today
    town.wait(days=1)
    await both.says("/menu")
    assert both.has_button("menu-diagnosis")
    assert not both.has_button("menu-other-hat")


async def test_somebody_with_one_role_reads_nothing_about_roles(town: Town) -> None:
    teacher, tutor = await town.pair()
    for one in (teacher, tutor):
        await one.says("/menu")
        assert not one.has_button("menu-other-hat")
        assert "Сейчас меню" not in one.last_text
