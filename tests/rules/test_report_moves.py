"""The moves of a report and its evidence: what each state lets happen; no database."""

from datetime import UTC, date, datetime, timedelta

import pytest

from models.errors import BadAnswer, NotYours, Outdated, Refusal
from models.evidence import LONGEST_WAIT, Evidence, EvidenceKind, NotCopied, Oversize
from models.people import Person, Role
from models.practice import Applied, PracticeQuestion
from models.report import Report, ReportState
from models.route import Route, RouteState, TeamMember

DAY = date(2026, 9, 14)
NOW = datetime(2026, 9, 14, 9, tzinfo=UTC)
TEACHER, TUTOR, STRANGER = (Person(id=number, full_name=f"Педагог {number}") for number in (1, 2, 3))


def report(state: ReportState = ReportState.DRAFT, text: str = "Было полезно.") -> Report:
    """A report of the teacher; the tutor is on the team."""
    team = [TeamMember(person_id=TUTOR.id, person=TUTOR, role=Role.TUTOR, since=DAY)]
    route = Route(teacher_id=TEACHER.id, state=RouteState.ACTIVE, version=1, team=team)
    made = Report(
        route=route, state=state, version=1, said={"5": text} if text else {}, evidence=[], edits=[]
    )
    made.decided_at = NOW if state in (ReportState.ACCEPTED, ReportState.RETURNED) else None
    return made


def link(url: str, message_id: int) -> Evidence:
    """A link of a message."""
    return Evidence(kind=EvidenceKind.LINK, url=url, unique_id=url, file_id="", message_id=message_id, at=NOW)


def file(size: int | None = 1000, kind: EvidenceKind = EvidenceKind.PHOTO) -> Evidence:
    """A file of that many bytes."""
    return Evidence(kind=kind, file_id="F", unique_id="U", size=size, at=NOW, attempts=0)


def test_the_links_of_a_message_follow_its_words() -> None:
    made = report()
    made.say("https://a.ru и https://b.ru", 7, [link("https://a.ru", 7), link("https://b.ru", 7)])
    kept = made.evidence[0]
    made.say("https://a.ru", 7, [link("https://a.ru", 7)])
    assert made.evidence == [kept]
    made.say("Ещё раз https://a.ru", 8, [link("https://a.ru", 8)])
    assert made.evidence == [kept]
    made.say_anew("Без ссылок.", 9)
    assert (made.evidence, made.text) == ([], "Без ссылок.")


def test_links_do_not_take_the_place_of_files() -> None:
    made = report()
    urls = [f"https://a.ru/{number}" for number in range(15)]
    made.say("Много.", 7, [link(url, 7) for url in urls])
    assert len(made.evidence) == 10
    assert made.attach(file())
    made.detach_all()
    assert len(made.evidence) == 10


def test_an_edit_of_a_sent_report_waits_and_makes_a_new_version() -> None:
    made = report(ReportState.SUBMITTED)
    made.edit_later("Первая правка.", 5, [])
    made.edit_later("Стало лучше: https://a.ru", 5, ["https://a.ru"])
    assert (made.text, len(made.edits)) == ("Было полезно.", 1)
    made.revise(link)
    assert (made.text, made.evidence[0].url) == ("Стало лучше: https://a.ru", "https://a.ru")
    assert made.state is ReportState.SUBMITTED
    with pytest.raises(Outdated):
        made.revise(link)


def test_an_edit_may_be_dropped_and_a_too_long_one_is_refused() -> None:
    made = report(ReportState.SUBMITTED)
    with pytest.raises(BadAnswer):
        made.edit_later("а" * 3001, 5, [])
    made.edit_later("Иначе.", 5, [])
    made.forget_edits()
    assert (made.text, made.edits) == ("Было полезно.", [])


@pytest.mark.parametrize("state", [ReportState.DRAFT, ReportState.ACCEPTED, ReportState.RETURNED])
def test_only_a_sent_report_has_edits_that_wait(state: ReportState) -> None:
    with pytest.raises(Outdated):
        report(state).edit_later("Иначе.", 5, [])
    with pytest.raises(Outdated):
        report(state).revise(link)


def test_an_accepted_report_is_given_back_only_when_the_teacher_asked() -> None:
    made = report(ReportState.ACCEPTED)
    with pytest.raises(Outdated):
        made.reopen(TUTOR, NOW, DAY, 1)
    made.ask_to_reopen(NOW)
    with pytest.raises(Outdated) as told:
        made.ask_to_reopen(NOW)
    assert told.value.key == "report-reopen-asked-already"
    with pytest.raises(NotYours):
        made.reopen(STRANGER, NOW, DAY, 1)
    with pytest.raises(NotYours):
        made.reopen(TEACHER, NOW, DAY, 1)
    with pytest.raises(Outdated):
        made.reopen(TUTOR, NOW, DAY, 7)
    made.reopen(TUTOR, NOW, DAY, 1)
    assert (made.state, made.reopen_asked_at, made.decided_by_id) == (ReportState.RETURNED, None, TUTOR.id)
    with pytest.raises(Outdated):
        made.keep_accepted(TUTOR, DAY, 1)


def test_the_team_may_leave_it_accepted_and_the_teacher_may_ask_again() -> None:
    made = report(ReportState.ACCEPTED)
    made.ask_to_reopen(NOW)
    made.keep_accepted(TUTOR, DAY, 1)
    assert (made.state, made.reopen_asked_at) == (ReportState.ACCEPTED, None)
    made.ask_to_reopen(NOW)
    with pytest.raises(Outdated):
        report(ReportState.SUBMITTED).ask_to_reopen(NOW)


def test_only_a_draft_that_nobody_has_seen_is_discarded() -> None:
    made = report()
    made.discard()
    made.submit(NOW)
    made.take_back()
    for seen in (made, report(ReportState.RETURNED), report(ReportState.ACCEPTED)):
        with pytest.raises(Outdated):
            seen.discard()
    with pytest.raises(Refusal):
        report(ReportState.SUBMITTED).discard()


def test_the_questions_about_practice_come_one_by_one_and_none_is_needed() -> None:
    made = report()
    assert made.question is PracticeQuestion.APPLIED
    made.apply(Applied.YES)
    assert made.question is PracticeQuestion.HOW
    made.tell_how("Работа в парах", 9)
    assert made.question is PracticeQuestion.SHARED
    made.share(False)
    assert made.question is PracticeQuestion.NONE
    made.apply(Applied.NOT_FIT)
    assert (made.question, made.applied_how) == (PracticeQuestion.NONE, None)
    made.ask_anew()
    assert (made.question, made.shared) == (PracticeQuestion.APPLIED, None)
    made.submit(NOW)
    with pytest.raises(Refusal):
        made.apply(Applied.YES)


def test_a_file_that_fits_is_copied_and_a_large_one_is_asked_about() -> None:
    small, unknown, large = file(20), file(None), file(21, EvidenceKind.VIDEO)
    for one in (small, unknown, large):
        one.to_copy(20)
    assert small.copy_due_at == unknown.copy_due_at == NOW
    assert (large.copy_due_at, large.undecided, large.without_copy) == (None, True, True)
    large.decide(Oversize.CHAT)
    assert not large.undecided
    for wrong in (lambda: large.decide(Oversize.LINK), lambda: small.decide(Oversize.CHAT)):
        with pytest.raises(Outdated):
            wrong()
    one = link("https://a.ru", 1)
    one.to_copy(20)
    assert one.copy_due_at is None


def test_each_try_comes_later_than_the_one_before_up_to_six_hours() -> None:
    one = file()
    waits = []
    for _ in range(30):
        one.take(NOW)
        assert one.copy_due_at is not None
        waits.append(one.copy_due_at - NOW)
    assert waits[:3] == [timedelta(seconds=30), timedelta(seconds=60), timedelta(seconds=120)]
    assert waits == sorted(waits) and waits[-1] == LONGEST_WAIT


def test_a_copy_is_remembered_put_off_or_given_up() -> None:
    one = file()
    one.take(NOW)
    one.put_off(NOW + timedelta(minutes=5))
    assert (one.attempts, one.copy_due_at) == (0, NOW + timedelta(minutes=5))
    one.give_up(NotCopied.GONE)
    assert (one.copy_due_at, one.without_copy) == (None, True)
    other = file()
    other.copied(NOW, "evidence/ab/abc", "abc", 7)
    assert (other.copied_at, other.copy_due_at, other.size, other.key) == (NOW, None, 7, "evidence/ab/abc")
