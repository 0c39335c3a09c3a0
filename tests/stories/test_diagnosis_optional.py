"""X12: four competencies are required and ICT is not: it may be left out of the diagnosis, and taken in again."""

from __future__ import annotations

from sqlalchemy import select

from models.diagnosis import Diagnosis, DiagnosisState
from models.people import Role
from tests.stories.diagnosing import MIXED, answer_all, begins, conclude
from tests.stories.schools import alone, pair
from tests.stories.town import Guest, Town

GUIDE = "methodical_guide"
FOUR = MIXED[:32]


async def at_the_first_of_ict(town: Town) -> Guest:
    """Thirty-two answers are there; the next statement is about ICT."""
    teacher = await alone(town, GUIDE)
    await begins(teacher)
    await answer_all(teacher, FOUR)
    return teacher


async def diagnosis(town: Town) -> Diagnosis:
    """The only one."""
    (found,) = await town.all(select(Diagnosis))
    return found


async def leaves(teacher: Guest) -> None:
    """What it means, and yes."""
    await teacher.taps("diagnosis-optional.leave")
    teacher.sees("diagnosis-optional", "ИКТ", "Коммуникативные")
    await teacher.taps("diagnosis-optional.yes")


async def test_it_is_left_out_in_two_taps_and_the_overall_value_is_of_the_other_four(town: Town) -> None:
    teacher = await at_the_first_of_ict(town)
    teacher.sees("diagnosis-question", "33 из 40")
    await leaves(teacher)
    await conclude(teacher)
    teacher.sees("diagnosis-left-out", "ИКТ")
    teacher.sees("diagnosis-overall", "50\u00a0%")
    assert "ИКТ-компетентность: " not in teacher.last_text
    found = await diagnosis(town)
    assert (found.state, found.left_out) == (DiagnosisState.FINISHED, ["ict"])


async def test_it_is_taken_in_again_and_only_its_own_statements_are_asked(town: Town) -> None:
    teacher = await at_the_first_of_ict(town)
    await leaves(teacher)
    await conclude(teacher)
    await teacher.taps("diagnosis-result.edit")
    await teacher.taps("diagnosis-optional.take-in")
    teacher.sees("diagnosis-question", "33 из 40")
    await answer_all(teacher, MIXED[32:])
    await conclude(teacher)
    teacher.sees("diagnosis-score", "ИКТ-компетентность")
    assert (await diagnosis(town)).left_out == []


async def test_answers_given_before_it_was_left_out_count_again_when_it_is_back(town: Town) -> None:
    teacher = await at_the_first_of_ict(town)
    await answer_all(teacher, MIXED[32:])
    await conclude(teacher)
    teacher.sees("diagnosis-overall", "53,3")
    await teacher.taps("diagnosis-result.edit")
    await teacher.taps("diagnosis-optional.out")
    await teacher.taps("diagnosis-optional.yes")
    teacher.sees("diagnosis-overall", "50\u00a0%")
    await teacher.taps("diagnosis-result.edit")
    await teacher.taps("diagnosis-optional.take-in")
    teacher.sees("diagnosis-overall", "53,3")


async def test_back_and_the_numbers_go_round_what_is_left_out(town: Town) -> None:
    teacher = await at_the_first_of_ict(town)
    await answer_all(teacher, [2, 2])
    await leaves(teacher)
    await teacher.says("/menu")
    await teacher.taps("menu-diagnosis")
    await teacher.taps("diagnosis-question.back")
    teacher.sees("diagnosis-question", "32 из 32")


async def test_a_required_one_is_not_left_out_by_a_forged_tap_nor_twice(town: Town) -> None:
    teacher = await at_the_first_of_ict(town)
    found = await diagnosis(town)
    for verb, at in (("leave-yes", 0), ("leave-out", 0), ("leave-yes", 99), ("take-in", 39)):
        await teacher.taps_again(
            teacher.last["message_id"], f"dg:{verb}:{found.id}:{(await diagnosis(town)).version}:{at}"
        )
    assert (await diagnosis(town)).left_out == []
    await teacher.says("/menu")
    await teacher.taps("menu-diagnosis")
    await teacher.taps("diagnosis-optional.leave")
    await teacher.taps("diagnosis-optional.yes", times=2)
    assert (await diagnosis(town)).left_out == ["ict"]


async def test_a_stranger_leaves_nothing_out(town: Town) -> None:
    await at_the_first_of_ict(town)
    stranger = await town.member("Лапин Олег Олегович", Role.TEACHER)
    found = await diagnosis(town)
    await stranger.taps_again(stranger.last["message_id"], f"dg:leave-yes:{found.id}:{found.version}:39")
    stranger.hears_toast("refusal-not-yours")
    assert (await diagnosis(town)).left_out == []


async def test_where_all_five_are_required_nothing_can_be_left_out(town: Town) -> None:
    teacher, _ = await pair(town, "udmurtia", Role.TUTOR)
    await begins(teacher)
    await answer_all(teacher, FOUR)
    assert not teacher.has_button("diagnosis-optional.leave")
