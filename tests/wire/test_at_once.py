"""Several decide at the same moment over two workers on PostgreSQL: it comes to what one after the other comes to."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select

from models.approval import Assent
from models.correction import Correction
from models.help_request import HelpRequest, HelpState
from models.long_route import RouteYear
from models.mentoring_member import MentorshipState
from models.paper import PaperState
from models.people import Appointment, Role, offices_of
from models.route import Route, RouteState, TeamMember
from models.staff_order import OrderKind
from models.transfer import Transfer
from services import (
    correction,
    help_request,
    long_route,
    mentoring_assent,
    plan_confirm,
    signing,
    staff_handover,
    staff_office,
    staff_order,
    suspension,
    transfer,
)
from services.work import Work
from tests.stories import mentors
from tests.stories.planning import plans
from tests.stories.signing import CODE, papers, signs, taps_code, to_be_signed
from tests.stories.staffing import staff
from tests.stories.test_long_route import walks_long
from tests.stories.test_signing_chain import joins
from tests.stories.town import Guest, Town
from tests.stories.walking import activity, walks
from tests.wire.at_once import Act, Case, Said, State, at_once, counted, done
from tests.wire.workers import Workers

pytestmark = pytest.mark.postgres
TITLE = "Вебинар «Смысловое чтение»"


def presses(guest: Guest, key: str, words: str = "") -> None:
    """A tap that no worker has taken yet."""
    message, data = guest.button(key, words)
    guest.town.telegram.tap(guest.telegram_id, message["message_id"], data)


async def all_but_the_last_digit(guest: Guest) -> None:
    """A first code, and the same again without its end."""
    await guest.taps("signing-card.sign")
    await taps_code(guest)
    await taps_code(guest, CODE[:-1])


async def test_two_of_one_stage_sign_at_once_and_the_paper_goes_on(together: Workers) -> None:
    town = together.town
    people = await to_be_signed(town)
    for guest in (people.methodist, people.teacher):
        await all_but_the_last_digit(guest)
    for guest in (people.methodist, people.teacher):
        presses(guest, "signing-pad.digit", CODE[-1])
    await together.collide("SELECT id FROM papers FOR UPDATE", together.waiting_updates())
    (paper,) = await papers(town)
    assert (paper.stage, [slot.held_by[0] for slot in paper.due]) == (1, ["centre_head"])
    for guest in (people.centre_head, people.head):
        await signs(guest)
    (paper,) = await papers(town)
    assert paper.state is PaperState.DONE


async def one_correction_of_a_row(town: Town) -> tuple[list[Said], State]:
    teacher, tutor = await town.pair()
    await walks(town, teacher, (TITLE, town.today + timedelta(days=9)))
    row = await activity(town, TITLE)

    async def begins(work: Work) -> object:
        return await correction.begin(work, row.id, drawn=row.version)

    return [(teacher, begins), (tutor, begins)], counted(Correction)


async def one_transfer_of_a_route(town: Town) -> tuple[list[Said], State]:
    people = await staff(town)

    async def begins(work: Work) -> object:
        return await transfer.begin(work, people.teacher.person_id)

    return [(people.methodist, begins), (people.deputy, begins)], counted(Transfer)


def handed_over(order: Any) -> Act:
    """The use case that carries an order out, as drawn."""

    async def carries_out(work: Work) -> object:
        does_it = staff_handover if order.kind is OrderKind.HAND_OVER else staff_office
        return await does_it.carry_out(work, order.id, drawn=order.version)

    return carries_out


async def says(made: Any, code: str, value: str | date, work: Work) -> object:
    """One answer to an order's questions."""
    if code == "successor":
        return await staff_handover.choose(work, made.id, int(str(value)), drawn=made.version)
    return await staff_order.answer(work, made.id, code, value)


async def order(town: Town, officer: Guest, begins: Act, **answers: str | date) -> Act:
    """Everything is said of an order; what is left is the one tap."""
    made = await done(town, officer, begins)
    for code, value in {**answers, "number": ""}.items():
        made = await done(town, officer, partial(says, made, code, value))
    return handed_over(made)


async def handover(town: Town, officer: Guest, before: Guest, after: Guest, role: Role = Role.TUTOR) -> Act:
    """The routes of one go to another."""

    async def begins(work: Work) -> object:
        return await staff_handover.begin(work, before.person_id, role.value)

    return await order(town, officer, begins, successor=str(after.person_id))


async def one_office_of_a_kind(town: Town) -> tuple[list[Said], State]:
    people = await staff(town)

    async def begins(work: Work) -> object:
        return await staff_office.begin(work, people.other.person_id, OrderKind.APPOINT)

    said = [
        (one, await order(town, one, begins, role=Role.SUBJECT_LEAD.value, starts=town.today))
        for one in (people.methodist, people.deputy)
    ]
    return said, counted(Appointment, Appointment.role == Role.SUBJECT_LEAD)


async def one_successor_of_a_place(town: Town) -> tuple[list[Said], State]:
    people = await staff(town)
    third = await town.member("Лаптева Нина Олеговна", Role.TUTOR)
    said = [
        (one, await handover(town, one, people.tutor, after))
        for one, after in ((people.methodist, people.other), (people.deputy, third))
    ]
    return said, counted(TeamMember, TeamMember.until.is_(None))


async def somebody_of_a_team_stays(town: Town) -> tuple[list[Said], State]:
    people = await staff(town)
    await joins(town, people.other, Role.TUTOR)

    async def end(officer: Guest, of: Guest) -> Act:
        (office,) = await town.all(offices_of(of.person_id))

        async def begins(work: Work) -> object:
            return await staff_office.begin_end(work, of.person_id, office.id)

        return await order(town, officer, begins, ends=town.today)

    said = [
        (people.methodist, await end(people.methodist, people.tutor)),
        (people.deputy, await end(people.deputy, people.other)),
    ]
    return said, counted(TeamMember, TeamMember.until.is_(None))


async def a_question_goes_along_with_a_handover(town: Town) -> tuple[list[Said], State]:
    people = await staff(town)
    lead, after = [
        await town.member(name, Role.SUBJECT_LEAD)
        for name in ("Юдина Вера Ильинична", "Лаптева Нина Олеговна")
    ]
    await joins(town, lead, Role.SUBJECT_LEAD)

    async def asks(work: Work) -> object:
        return await help_request.ask(work, lead.person_id, 0, "Как начать урок?")

    hands_over = await handover(town, people.methodist, lead, after, Role.SUBJECT_LEAD)
    left = HelpRequest.addressee_id == lead.person_id
    return (
        [(people.teacher, asks), (people.methodist, hands_over)],
        counted(HelpRequest, left, HelpRequest.state == HelpState.OPEN),
    )


async def nobody_of_the_old_school_goes_along(town: Town) -> tuple[list[Said], State]:
    people = await staff(town)
    school = await town.organisation("Школа № 5")

    async def begins(work: Work) -> object:
        made = await transfer.begin(work, people.teacher.person_id)
        await transfer.lead_to(work, made.id, school, drawn=made.version)
        return (await transfer.propose(work, made.id, drawn=made.version)).transfer

    moved = await done(town, people.deputy, begins)

    async def accepts(work: Work) -> object:
        return await transfer.accept(work, moved.id, drawn=moved.version)

    hands_over = await handover(town, people.deputy, people.tutor, people.other)
    return (
        [(people.methodist, accepts), (people.deputy, hands_over)],
        counted(TeamMember, TeamMember.until.is_(None)),
    )


async def the_last_words_begin_a_programme(town: Town) -> tuple[list[Said], State]:
    mentor, mentees = await mentors.group(town)
    await mentors.begins(mentor, *mentees)
    await mentors.fills_in(mentor)
    await mentor.taps("mentoring-card.send")
    (made,) = await mentors.programmes(town)

    async def agrees(work: Work) -> object:
        return await mentoring_assent.assent(work, made.id, drawn=made.draft)

    async def runs(town: Town) -> object:
        return (await mentors.programmes(town))[0].state

    return [(one, agrees) for one in mentees], runs


async def both_words_about_a_year_count(town: Town) -> tuple[list[Said], State]:
    mentor, mentee, long = await walks_long(town)
    town.set_local(date(2027, 8, 20), 12)

    async def goes_on(work: Work) -> object:
        return await long_route.go_on(work, long.id, 2)

    async def word(town: Town) -> object:
        (found,) = await town.all(select(RouteYear))
        return found.is_confirmed

    return [(mentor, goes_on), (mentee, goes_on)], word


async def one_break_of_a_route(town: Town) -> tuple[list[Said], State]:
    people = await staff(town)

    async def breaks(officer: Guest) -> Said:
        made = await done(town, officer, lambda work: suspension.begin(work, people.teacher.person_id))
        await done(town, officer, lambda work: suspension.explain(work, made.id, "Отпуск"))
        for code, day in (("starts", town.today), ("ends", town.today + timedelta(days=9))):
            last = await done(
                town, officer, lambda work, code=code, day=day: suspension.answer(work, made.id, code, day)
            )
        drawn = last.suspension.version
        return officer, lambda work: suspension.confirm(work, made.id, drawn=drawn)

    said = [await breaks(people.methodist), await breaks(people.deputy)]

    async def stands(town: Town) -> object:
        (route,) = await town.all(select(Route))
        return route.suspended_on == town.today

    return said, stands


async def one_word_on_a_draft(town: Town) -> tuple[list[Said], State]:
    teacher, tutor = await town.pair()
    await plans(teacher, 5)
    (route,) = await town.all(select(Route))
    return [
        (teacher, lambda work: plan_confirm.agree(work, route.id, drawn=route.version, reason="Так")),
        (tutor, lambda work: plan_confirm.assent(work, route.id, drawn=route.version)),
    ], counted(Assent)


async def a_returned_card_is_returned(town: Town) -> tuple[list[Said], State]:
    people = await to_be_signed(town)
    (card,) = await papers(town)
    (route,) = await town.all(select(Route))
    own = next(one for one in card.slots if one.held_by == ("teacher",))

    async def state(town: Town) -> object:
        (paper,), (now,) = await papers(town), await town.all(select(Route))
        return paper.state, now.state

    return [
        (people.teacher, lambda work: signing.sign(work, own.id, own.version)),
        (
            people.methodist,
            lambda work: plan_confirm.give_back(work, route.id, drawn=route.version, reason="Мало"),
        ),
    ], state


CASES: list[tuple[Case, set[tuple[str, ...]], object]] = [
    (one_correction_of_a_row, {("", "")}, 1),
    (one_transfer_of_a_route, {("", "transfer-already")}, 1),
    (one_office_of_a_kind, {("", "staff-holds-already")}, 1),
    (one_successor_of_a_place, {("", "staff-nothing-left")}, 1),
    (somebody_of_a_team_stays, {("", "staff-last-of-team")}, 1),
    (a_question_goes_along_with_a_handover, {("", ""), ("", "refusal-not-yours")}, 0),
    (nobody_of_the_old_school_goes_along, {("", ""), ("", "staff-nothing-left")}, 0),
    (the_last_words_begin_a_programme, {("", "", "")}, MentorshipState.ACTIVE),
    (both_words_about_a_year_count, {("", "")}, True),
    (one_break_of_a_route, {("", "suspension-already")}, True),
    (one_word_on_a_draft, {("", "refusal-outdated")}, 1),
    (
        a_returned_card_is_returned,
        {("", ""), ("", "signing-not-waiting")},
        (PaperState.RETURNED, RouteState.DRAFT),
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
