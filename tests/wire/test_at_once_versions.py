"""Decisions that change the version of what they hang on: of several at the same moment each finds the other's."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from models.amendment import Amendment, AmendmentState, Fact
from models.conclusions import SUCCESS, Conclusions, ConclusionsState, conclusions_by_id
from models.help_request import HelpRequest, HelpState
from models.mentoring_member import MentorshipState
from models.people import Role
from models.plan import Activity
from models.registry import RegistryEntry
from models.report import Report, ReportState
from models.route import Route, RouteState, TeamMember
from regulations.mentoring_note import load
from services import (
    amendment,
    conclusions,
    conclusions_paper,
    help_request,
    mentoring_end,
    report,
    report_draft,
    report_reopen,
    report_sent,
    review,
    signing,
    staff_tutor,
)
from services.report_draft import Saying
from services.work import Work
from tests.stories import mentors
from tests.stories.signing import papers, to_be_signed
from tests.stories.staffing import staff
from tests.stories.test_signing_chain import joins
from tests.stories.town import Guest, Town
from tests.stories.walking import activity, walks
from tests.wire.at_once import Case, Said, State, at_once, counted, done
from tests.wire.workers import Workers

pytestmark = pytest.mark.postgres
TITLE = "Вебинар «Смысловое чтение»"


async def the_last_words_close_a_programme(town: Town) -> tuple[list[Said], State]:
    mentor, mentees = await mentors.group(town)
    made = await mentors.runs(town, mentor, *mentees)
    outcome = load().outcomes[0].code
    await done(town, mentor, lambda work: mentoring_end.end(work, made.id, outcome, "Получилось"))

    async def state(town: Town) -> object:
        return (await mentors.programmes(town))[0].state

    return [(one, lambda work: mentoring_end.say(work, made.id, "Спасибо")) for one in mentees], state


async def one_answer_to_an_amendment(town: Town) -> tuple[list[Said], State]:
    people = await staff(town)
    await done(town, people.teacher, lambda work: amendment.ask(work, Fact.POSITION, "учитель физики"))
    (made,) = await town.all(select(Amendment))

    async def answered(town: Town) -> object:
        (found,) = await town.all(select(Amendment))
        return found.state is not AmendmentState.OPEN

    return [
        (people.methodist, lambda work: amendment.grant(work, made.id, drawn=made.version)),
        (people.deputy, lambda work: amendment.decline(work, made.id, "Нет приказа", drawn=made.version)),
    ], answered


async def one_end_of_a_route_is_opened(town: Town) -> tuple[list[Said], State]:
    people = await staff(town)
    second = await town.member("Рябова Елена Львовна", Role.METHODIST, organisation="ЦНППМ")
    route = await walks(town, people.teacher, (TITLE, town.today))

    async def begins(work: Work) -> object:
        return await conclusions.begin(work, route.id, drawn=0)

    return [(people.methodist, begins), (second, begins)], counted(Conclusions)


async def a_signature_goes_back_or_is_followed(town: Town) -> tuple[list[Said], State]:
    people = await to_be_signed(town)
    (card,) = await papers(town)
    slots = {slot.held_by[0]: slot for slot in card.slots}
    first, own, second = slots["methodist"], slots["teacher"], slots["centre_head"]
    await done(town, people.teacher, lambda work: signing.sign(work, own.id, own.version))
    await done(town, people.methodist, lambda work: signing.sign(work, first.id, first.version))

    async def goes_on(town: Town) -> object:
        (paper,) = await papers(town)
        return len({slot.stage for slot in paper.due}) == 1 and paper.due[0].stage == paper.stage

    return [
        (people.methodist, lambda work: signing.undo(work, first.id)),
        (people.centre_head, lambda work: signing.sign(work, second.id, second.version)),
    ], goes_on


async def a_begun_route_that_is_walked_stays_begun(town: Town) -> tuple[list[Said], State]:
    people = await to_be_signed(town)
    slots = sorted((await papers(town))[0].slots, key=lambda slot: (slot.stage, slot.held_by[0] == "teacher"))
    by = {"methodist": people.methodist, "teacher": people.teacher}
    by |= {"centre_head": people.centre_head, "head": people.head}
    for slot in slots:
        await done(
            town, by[slot.held_by[0]], lambda work, slot=slot: signing.sign(work, slot.id, slot.version)
        )
        town.wait(seconds=1)
    row = (await town.all(select(Activity).order_by(Activity.id)))[0]

    async def state(town: Town) -> object:
        (route,) = await town.all(select(Route))
        return route.state

    return [
        (people.teacher, lambda work: report.held(work, row.id, drawn=row.version)),
        (people.head, lambda work: signing.undo(work, slots[-1].id)),
    ], state


async def two_ends_have_two_numbers(town: Town) -> tuple[list[Said], State]:
    people = await staff(town)
    another = await town.member("Юдина Вера Ильинична", Role.TEACHER)
    ends = []
    for teacher in (people.teacher, another):
        route = await walks(town, teacher, (TITLE, town.today))
        async with town.app.sessions() as session, session.begin():
            one = Conclusions(route_id=route.id, number=1, author_id=people.methodist.person_id)
            one.begun_at, one.outcome, one.state = town.now, SUCCESS, ConclusionsState.SIGNING
            one.paragraphs = ["Цель достигнута."]
            session.add(one)
            await session.flush()
            ends.append(one.id)

    def closes(one_id: int) -> Said:
        async def settles(work: Work) -> None:
            await conclusions_paper.settle(work, await work.get(conclusions_by_id(one_id)), town.today)

        return people.methodist, settles

    async def numbers(town: Town) -> object:
        return sorted(one.number for one in await town.all(select(RegistryEntry)))

    return [closes(ends[0]), (people.deputy, closes(ends[1])[1])], numbers


async def one_tutor_of_a_teacher_without_any(town: Town) -> tuple[list[Said], State]:
    people = await staff(town)
    alone = await town.member("Юдина Вера Ильинична", Role.TEACHER)

    def assigns(officer: Guest, tutor: Guest) -> Said:
        return officer, lambda work: staff_tutor.assign(work, alone.person_id, tutor.person_id)

    said = [assigns(people.methodist, people.tutor), assigns(people.deputy, people.other)]
    theirs = select(Route.id).where(Route.teacher_id == alone.person_id).scalar_subquery()
    return said, counted(TeamMember, TeamMember.route_id == theirs)


async def a_question_is_closed_or_passed_on(town: Town) -> tuple[list[Said], State]:
    people = await staff(town)
    lead = await town.member("Юдина Вера Ильинична", Role.SUBJECT_LEAD)
    await joins(town, lead, Role.SUBJECT_LEAD)
    made = await done(
        town, people.teacher, lambda work: help_request.ask(work, lead.person_id, 0, "Как начать урок?")
    )

    async def over(town: Town) -> object:
        found = await town.all(select(HelpRequest).order_by(HelpRequest.id))
        return found[0].state is not HelpState.OPEN and len(found) == 1 + (
            found[0].state is HelpState.PASSED_ON
        )

    drawn, to = made.version, people.deputy.person_id
    return [
        (people.teacher, lambda work: help_request.close(work, made.id, drawn=drawn, helped=False)),
        (lead, lambda work: help_request.pass_on(work, made.id, to, drawn=drawn)),
    ], over


async def one_word_on_a_report_that_is_wanted_back(town: Town) -> tuple[list[Said], State]:
    people = await staff(town)
    await joins(town, people.other, Role.TUTOR)
    await walks(town, people.teacher, (TITLE, town.today))
    row: Activity = await activity(town, TITLE)
    made: Report = await done(town, people.teacher, lambda work: report.held(work, row.id, drawn=row.version))
    saying = Saying("Показали три приёма.", 1)
    made = await done(town, people.teacher, lambda work: report_draft.say(work, made.id, saying))
    made = await done(
        town, people.teacher, lambda work: report_sent.submit(work, made.id, drawn=made.version)
    )
    made = await done(town, people.tutor, lambda work: review.accept(work, made.id, drawn=made.version))
    made = await done(town, people.teacher, lambda work: report_reopen.ask(work, made.id, drawn=made.version))
    drawn = made.version

    async def decided(town: Town) -> object:
        (found,) = await town.all(select(Report))
        kept = found.state is ReportState.ACCEPTED and found.reopen_asked_at is None
        return kept or found.state is ReportState.RETURNED

    return [
        (people.tutor, lambda work: report_reopen.give_back(work, made.id, drawn=drawn)),
        (people.other, lambda work: report_reopen.keep(work, made.id, drawn=drawn)),
    ], decided


CASES: list[tuple[Case, set[tuple[str, ...]], object]] = [
    (the_last_words_close_a_programme, {("", "", "")}, MentorshipState.CLOSED),
    (one_answer_to_an_amendment, {("", "amendment-over")}, True),
    (one_end_of_a_route_is_opened, {("", "refusal-outdated")}, 1),
    (a_signature_goes_back_or_is_followed, {("", "signing-no-undo"), ("", "signing-waits-for")}, True),
    (a_begun_route_that_is_walked_stays_begun, {("", "signing-no-undo")}, RouteState.ACTIVE),
    (two_ends_have_two_numbers, {("", "")}, [1, 2]),
    (one_tutor_of_a_teacher_without_any, {("", "staff-tutor-already")}, 1),
    (a_question_is_closed_or_passed_on, {("", "help-request-outdated")}, True),
    (
        one_word_on_a_report_that_is_wanted_back,
        {("", "review-reopen-decided"), ("", "report-outdated")},
        True,
    ),
]
"""Who decides at once; what it may come to for them, in whichever order; what is so then."""


@pytest.mark.parametrize(("case", "come_to", "state"), CASES, ids=[one.__name__ for one, _, _ in CASES])
async def test_at_once_is_one_after_the_other(
    together: Workers, case: Case, come_to: set[tuple[str, ...]], state: object
) -> None:
    said, now = await case(together.town)
    assert tuple(sorted(await at_once(together, *said))) in come_to
    assert await now(together.town) == state
