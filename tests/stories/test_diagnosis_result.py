"""What the numbers of a self-diagnosis are good for: the competencies, the lowest first (X08)."""

from sqlalchemy import select

from models.diagnosis import Diagnosis, DiagnosisAnswer, DiagnosisState
from models.route import route_by_id
from services import diagnosis_result, rules
from services.levels import Finding
from services.work import Work
from tests.stories.town import Town
from tests.stories.walking import walks


async def found(town: Town, route_id: int) -> list[Finding]:
    async with town.app.sessions() as session, session.begin():
        work = Work(session, None, town.now, rules.load())
        return await diagnosis_result.lowest_first(work, await work.get(route_by_id(route_id)))


async def diagnosed(
    town: Town, route_id: int, teacher_id: int, values: list[int], state: DiagnosisState
) -> None:
    async with town.app.sessions() as session, session.begin():
        made = Diagnosis(
            route_id=route_id,
            teacher_id=teacher_id,
            questionnaire="teacher",
            edition=1,
            state=state,
            began_at=town.now,
            answered_at=town.now,
        )
        session.add(made)
        await session.flush()
        session.add_all(
            DiagnosisAnswer(diagnosis_id=made.id, statement=number, value=value)
            for number, value in enumerate(values)
        )


async def test_the_lowest_competency_comes_first_with_both_levels(town: Town) -> None:
    teacher, _ = await town.pair()
    route = await walks(town, teacher)
    assert await found(town, route.id) == []
    values = [2] * 8 + [1] * 8 + [3] * 8 + [1] * 8 + [2] * 8
    await diagnosed(town, route.id, teacher.person_id, values, DiagnosisState.FINISHED)
    read = await found(town, route.id)
    assert [one.competency for one in read] == ["method", "comm", "subject", "ict", "psyped"]
    lowest = read[0].reading
    assert (lowest.score, lowest.competence, lowest.deficit) == (333, "low", "high")


async def test_a_diagnosis_that_is_going_on_leaves_the_finished_one_standing(town: Town) -> None:
    teacher, _ = await town.pair()
    route = await walks(town, teacher)
    await diagnosed(town, route.id, teacher.person_id, [1] * 40, DiagnosisState.FINISHED)
    await diagnosed(town, route.id, teacher.person_id, [3] * 5, DiagnosisState.IN_PROGRESS)
    assert {one.reading.score for one in await found(town, route.id)} == {333}
    assert len(await town.all(select(Diagnosis))) == 2
