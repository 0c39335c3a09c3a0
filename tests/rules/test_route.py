"""The moves of a route, its rows and its final events: what each state lets happen, and who may."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from models.errors import NotYours, Outdated, Refusal
from models.final_event import FinalEvent, FinalEventState
from models.people import Person, Role
from models.plan import Activity, ActivityState
from models.route import Route, RouteState, TeamMember

DAY = date(2026, 9, 14)
NOON = datetime(2026, 9, 14, 8, tzinfo=UTC)
NOW = datetime(2026, 9, 14, 9, tzinfo=UTC)
TEACHER, TUTOR, STRANGER = (
    Person(id=number, full_name=name)
    for number, name in (
        (1, "Иванова Галина Петровна"),
        (2, "Орлова Мария Сергеевна"),
        (3, "Чужой Пётр Ильич"),
    )
)


def member(person: Person, role: Role = Role.TUTOR, until: date | None = None) -> TeamMember:
    """A place on the team since the first of September."""
    return TeamMember(person_id=person.id, person=person, role=role, since=date(2026, 9, 1), until=until)


def route(state: RouteState = RouteState.DRAFT, *team: TeamMember) -> Route:
    """A route with a term of a year; on its team the tutor, if nobody else is named."""
    made = Route(teacher_id=TEACHER.id, state=state, version=3, draft=1, team=list(team or [member(TUTOR)]))
    made.starts_on, made.ends_on = DAY, date(2027, 9, 14)
    made.confirmed_at = NOW if state is RouteState.ACTIVE else None
    return made


def row(state: ActivityState, of: RouteState = RouteState.DRAFT) -> Activity:
    """A row of a plan."""
    made = Activity(
        title="Семинар", competencies=["method"], presenting="talk", on_date=DAY, state=state, version=1
    )
    made.route, made.reason, made.period = route(of), "", False
    return made


def refused(kind: type[Refusal], move: Callable[[], object]) -> str:
    """The key of a refusal of exactly this kind."""
    with pytest.raises(kind) as caught:
        move()
    assert type(caught.value) is kind
    return caught.value.key


def test_a_plan_is_agreed_with_on_both_sides_and_starts() -> None:
    made = route()
    made.agree_as_teacher(TEACHER, 3)
    assert made.state is RouteState.ON_CONFIRMATION
    assert made.agree_as_team(TUTOR, DAY, 3, (Role.TUTOR,)).role is Role.TUTOR
    made.start(NOW, DAY)
    assert (made.state, made.confirmed_at, made.began_on) == (RouteState.ACTIVE, NOW, DAY)


@pytest.mark.parametrize("end", ["give_back", "take_back"])
def test_a_plan_that_comes_back_is_a_draft(end: str) -> None:
    made = route(RouteState.ON_CONFIRMATION)
    if end == "give_back":
        made.give_back(3)
    else:
        made.take_back(TEACHER, 3)
    assert (made.state, made.draft) == (RouteState.DRAFT, 2 if end == "give_back" else 1)


def test_only_the_teacher_sends_and_takes_back() -> None:
    assert refused(NotYours, lambda: route().agree_as_teacher(TUTOR, 3)) == "refusal-not-yours"
    assert (
        refused(NotYours, lambda: route(RouteState.ON_CONFIRMATION).take_back(TUTOR, 3))
        == "refusal-not-yours"
    )


@pytest.mark.parametrize("state", [RouteState.ON_CONFIRMATION, RouteState.ACTIVE])
def test_a_sent_plan_is_not_sent_again(state: RouteState) -> None:
    assert refused(Outdated, lambda: route(state).agree_as_teacher(TEACHER, 3)) == "plan-already-sent"


def test_a_plan_without_a_term_is_agreed_with_by_nobody() -> None:
    made = route()
    made.ends_on = None
    assert refused(Refusal, lambda: made.agree_as_teacher(TEACHER, 3)) == "plan-no-term"
    assert refused(Refusal, lambda: made.agree_as_team(TUTOR, DAY, 3, (Role.TUTOR,))) == "plan-no-term"


@pytest.mark.parametrize(
    ("state", "drawn", "key"),
    [
        (RouteState.DRAFT, 3, "plan-not-waiting"),
        (RouteState.ACTIVE, 3, "plan-confirmed-already"),
        (RouteState.ACTIVE, 2, "plan-confirmed-already"),
        (RouteState.ON_CONFIRMATION, 2, "refusal-outdated"),
    ],
)
def test_a_late_word_changes_nothing_and_says_what_happened(state: RouteState, drawn: int, key: str) -> None:
    made = route(state)
    assert refused(Outdated, lambda: made.waits_for_a_word(drawn)) == key
    assert refused(Outdated, lambda: made.give_back(drawn)) == key
    assert refused(Outdated, lambda: made.take_back(TEACHER, drawn)) == key
    assert made.state is state


@pytest.mark.parametrize(
    ("state", "drawn", "key"),
    [(RouteState.ACTIVE, 3, "plan-confirmed-already"), (RouteState.DRAFT, 2, "refusal-outdated")],
)
def test_a_late_assent_is_outdated(state: RouteState, drawn: int, key: str) -> None:
    made = route(state)
    assert refused(Outdated, lambda: made.agree_as_team(TUTOR, DAY, drawn, (Role.TUTOR,))) == key


def test_nobody_says_a_word_on_their_own_plan() -> None:
    made = route(RouteState.ON_CONFIRMATION, member(TEACHER), member(TUTOR))
    assert refused(NotYours, lambda: made.agree_as_team(TEACHER, DAY, 3, (Role.TUTOR,))) == "refusal-own-work"


@pytest.mark.parametrize(
    "team",
    [
        member(STRANGER, Role.CENTRE_HEAD),
        member(STRANGER, until=date(2026, 9, 13)),
        member(TUTOR),
        member(STRANGER, Role.DEPUTY_HEAD),
    ],
)
def test_only_a_co_author_in_office_agrees(team: TeamMember) -> None:
    made = route(RouteState.ON_CONFIRMATION, team)
    roles = (Role.TUTOR, Role.METHODIST)
    assert refused(NotYours, lambda: made.agree_as_team(STRANGER, DAY, 3, roles)) == "refusal-not-yours"


def test_the_holders_of_the_first_role_are_asked_never_the_teacher() -> None:
    tutor, methodist, own = member(TUTOR), member(STRANGER, Role.METHODIST), member(TEACHER)
    gone = member(TUTOR, until=date(2026, 9, 13))
    head = member(STRANGER, Role.HEAD)
    roles = (Role.TUTOR, Role.METHODIST)
    assert route(RouteState.DRAFT, own, methodist, tutor).holders(DAY, *roles) == [tutor]
    assert route(RouteState.DRAFT, own, methodist, gone).holders(DAY, *roles) == [methodist]
    assert route(RouteState.DRAFT, own, gone, head).holders(DAY, *roles) == []


@pytest.mark.parametrize(
    ("state", "after", "count"),
    [
        (RouteState.DRAFT, RouteState.DRAFT, 2),
        (RouteState.ON_CONFIRMATION, RouteState.DRAFT, 2),
        (RouteState.ACTIVE, RouteState.ACTIVE, 1),
    ],
)
def test_a_change_makes_another_draft_until_the_plan_is_approved(
    state: RouteState, after: RouteState, count: int
) -> None:
    made = route(state)
    made.change()
    assert (made.state, made.draft) == (after, count)


def test_a_topic_is_named_kept_and_left_open() -> None:
    made = route()
    assert not made.name_topic("")
    assert (made.topic, made.draft) == ("", 1)
    assert made.name_topic("Чтение")
    assert not made.name_topic("Чтение")
    assert (made.topic, made.draft) == ("Чтение", 2)
    assert refused(Refusal, lambda: route(RouteState.ACTIVE).name_topic("Письмо")) == "plan-term-confirmed"


def test_a_later_beginning_forgets_an_end_before_it() -> None:
    made = route()
    made.start_on(date(2026, 10, 1))
    assert made.ends_on == date(2027, 9, 14)
    made.start_on(date(2027, 9, 14))
    assert made.ends_on is None


@pytest.mark.parametrize("end", [DAY, date(2026, 9, 13)])
def test_an_end_comes_after_the_beginning(end: date) -> None:
    made = route()
    assert refused(Refusal, lambda: made.end_on(end)) == "plan-term-backwards"
    assert made.ends_on == date(2027, 9, 14)


@pytest.mark.parametrize(
    ("state", "key"),
    [(RouteState.ON_CONFIRMATION, "plan-on-confirmation"), (RouteState.ACTIVE, "plan-term-confirmed")],
)
def test_a_judged_term_stays(state: RouteState, key: str) -> None:
    assert refused(Refusal, lambda: route(state).start_on(DAY)) == key
    assert refused(Refusal, lambda: route(state).end_on(date(2028, 1, 1))) == key


def test_a_row_is_complete_with_its_answers_and_may_leave_cells_blank() -> None:
    made = Activity.begun(route(), TEACHER.id, NOW)
    for code, answer in (
        ("title", "Семинар"),
        ("kind", "seminar"),
        ("competencies", "method,ict"),
        ("organiser", ""),
        ("level", ""),
        ("date", DAY),
        ("presenting", "talk"),
    ):
        assert not made.complete
        made.write(code, answer)
    assert made.complete
    made.plan()
    assert made.state is ActivityState.PLANNED
    assert (made.title, made.competencies, made.on_date) == ("Семинар", ["method", "ict"], DAY)
    assert made.blank == ["level", "organiser"]
    made.write("level", "federal")
    assert (made.level, made.blank) == ("federal", ["organiser"])


def test_a_period_has_two_days_and_its_last_one_counts() -> None:
    made = Activity.begun(route(), TEACHER.id, NOW)
    made.write("date", DAY)
    made.span(True)
    assert (made.starts_on, made.on_date) == (None, None)
    made.write("starts", date(2026, 10, 5))
    backwards = refused(Refusal, lambda: made.write("date", date(2026, 10, 4)))
    assert backwards == "plan-period-backwards"
    made.write("date", date(2026, 10, 16))
    made.write("starts", date(2026, 10, 20))
    assert made.on_date == date(2026, 10, 20)
    made.span(False)
    assert (made.period, made.starts_on) == (False, None)


def test_a_planned_period_is_moved_whole_and_keeps_its_last_day_when_it_becomes_one_day() -> None:
    made = row(ActivityState.PLANNED)
    made.span(True)
    made.span(True)
    assert made.on_date == DAY
    made.write("starts", date(2026, 9, 10))
    made.move(date(2026, 9, 20))
    assert (made.starts_on, made.on_date) == (date(2026, 9, 20), date(2026, 9, 24))
    made.span(False)
    assert made.on_date == date(2026, 9, 24)


def test_a_new_date_forgets_the_question_after_the_old_one() -> None:
    made = row(ActivityState.PLANNED)
    made.asked_on = DAY
    made.write("date", date(2026, 12, 1))
    assert (made.on_date, made.asked_on) == (date(2026, 12, 1), None)


def test_a_period_is_moved_whole() -> None:
    made = row(ActivityState.PLANNED)
    made.starts_on, made.on_date, made.asked_on = date(2026, 12, 1), date(2026, 12, 5), DAY
    made.move(date(2027, 1, 30))
    assert (made.starts_on, made.on_date, made.asked_on) == (date(2027, 1, 30), date(2027, 2, 3), None)


@pytest.mark.parametrize("state", [ActivityState.HELD, ActivityState.NOT_DONE, ActivityState.REMOVED])
def test_what_is_over_is_not_rewritten(state: ActivityState) -> None:
    made = row(state)
    assert not made.is_open
    for move in (lambda: made.write("title", "x"), made.remove, made.plan, made.hold, lambda: made.move(DAY)):
        assert refused(Outdated, move) == "plan-activity-outdated"
    assert made.state is state


def test_a_confirmed_row_is_marked_not_removed() -> None:
    made = row(ActivityState.PLANNED, RouteState.ACTIVE)
    assert refused(Refusal, made.remove) == "plan-remove-confirmed"
    draft = row(ActivityState.DRAFT, RouteState.ACTIVE)
    draft.remove()
    assert draft.state is ActivityState.REMOVED


def test_not_done_keeps_the_reason_and_can_be_taken_back() -> None:
    made = row(ActivityState.PLANNED, RouteState.ACTIVE)
    made.not_done("Болезнь")
    assert (made.state, made.reason) == (ActivityState.NOT_DONE, "Болезнь")
    made.was_after_all()
    assert (made.state, made.reason) == (ActivityState.PLANNED, "")


def test_a_final_event_is_complete_with_its_five_answers() -> None:
    made = FinalEvent(title="", form="", level="", place="", news=1, state=FinalEventState.DRAFT)
    for code, answer in (
        ("title", "Читаем"),
        ("form", "talk"),
        ("level", "federal"),
        ("date", DAY),
        ("place", "Зал"),
    ):
        assert not made.complete
        made.write(code, answer, NOON)
    assert made.complete
    made.plan()
    assert refused(Outdated, made.plan) == "final-event-outdated"
    made.remove(NOON)
    assert refused(Outdated, lambda: made.write("place", "Дом", NOON)) == "final-event-outdated"


@pytest.mark.parametrize("thing", [row(ActivityState.PLANNED), FinalEvent(version=1), route()])
def test_a_card_drawn_before_a_change_is_outdated(thing: Activity | FinalEvent | Route) -> None:
    thing.drawn(thing.version)
    with pytest.raises(Outdated):
        thing.drawn(thing.version + 1)
