"""A reviewer silent for five working days: a gentle word to them, two days later to the methodists (X17, S-14).

Internal terms of the regulation, never law; each hears once. While a question waits for the teacher, the teacher
is silent, not the reviewer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from models.people import methodists_of
from models.reminder import facts_told
from models.report import Report
from models.review_question import questions_about
from models.route import REVIEWERS, Route
from models.silence import reports_waiting, still_waiting, who_is_in
from regulations.calendar import add_working_days
from services import once
from services.facts import unpacked
from services.reminder_evening import Evening
from services.reminder_quiet import in_the_day, who_is_away
from services.standing import Standing, Waiting
from services.work import Work

Letters = dict[int, list[dict[str, Any]]]
"""What is told, by person: one line a report."""


@dataclass(frozen=True)
class Silent:
    """A report that waits for a verdict, and since which moment nothing is expected from its teacher."""

    report: Report
    since: datetime

    @property
    def route(self) -> Route:
        """The route it belongs to."""
        return self.report.route

    def word_on(self, work: Work) -> date:
        """The local working day on which the reviewers are reminded."""
        return add_working_days(
            self.route.organisation.today(self.since), work.rules.of(self.route).internal_terms.review
        )

    def passed_on(self, work: Work) -> date:
        """The local working day on which the methodists hear."""
        return add_working_days(self.word_on(work), work.rules.of(self.route).internal_terms.review_passed_on)

    def reviewers(self, day: date) -> dict[int, str]:
        """Who may decide on that day, with their short names; never the teacher (X27)."""
        return {
            one.person_id: one.person.short_name
            for one in self.route.team
            if one.role in REVIEWERS and one.holds(day) and one.person_id != self.route.teacher_id
        }

    def line(self, by: str = "") -> dict[str, Any]:
        """A line of the message, as facts; `by`: who is asked to decide."""
        return {
            "report": self.report.id,
            "teacher": self.route.teacher.short_name,
            "title": self.report.activity.title,
            "since": self.route.organisation.today(self.since),
            "by": by,
        }


async def tell(work: Work, evening: Evening) -> int:
    """The clock writes the words that are due on an evening: one message a person. Returns how many."""
    words, passed = await _letters(work, evening)
    if not words and not passed:
        return 0
    there = set(await work.session.scalars(who_is_in({*words, *passed})))
    first = await _new(work, "silence-word", evening, words, there)
    for person_id, key, lines in first:
        work.notify(person_id, "silence-word", once=key, urgent=False, lines=lines)
    second = await _new(work, "silence-passed", evening, passed, there)
    for person_id, key, lines in second:
        work.notify(person_id, "silence-passed", once=key, urgent=False, lines=lines)
    return len(first) + len(second)


async def _letters(work: Work, evening: Evening) -> tuple[Letters, Letters]:
    """What reviewers and what methodists are told."""
    words: Letters = defaultdict(list)
    passed: Letters = defaultdict(list)
    for one in await _silent(work, evening):
        reviewers = one.reviewers(evening.on)
        if evening.after < one.word_on(work) <= evening.on:
            for person_id in reviewers:
                words[person_id].append(one.line())
        if evening.after < one.passed_on(work) <= evening.on:
            for person_id in await _methodists(work, one.route, evening.on) - reviewers.keys():
                passed[person_id].append(one.line(by=", ".join(reviewers.values())))
    return words, passed


async def _new(
    work: Work, kind: str, evening: Evening, letters: Letters, there: set[int | None]
) -> list[tuple[int, str, list[dict[str, Any]]]]:
    """Who is there and has lines not told before, with the `once` key of the evening."""
    told: set[tuple[int, int, date]] = set()
    for person_id, facts in await work.session.execute(facts_told(letters.keys(), kind)):
        told |= {(person_id, line["report"], line["since"]) for line in unpacked(facts).get("lines", ())}
    found = []
    for person_id, lines in letters.items():
        fresh = [line for line in lines if (person_id, line["report"], line["since"]) not in told]
        if fresh and person_id in there:
            key = f"{kind}:{evening.moment.isoformat()}:{person_id}"
            found.append((person_id, key, fresh))
    heard = await once.already_told(work, [key for _, key, _ in found])
    return [one for one in found if one[1] not in heard]


async def _silent(work: Work, evening: Evening) -> list[Silent]:
    """What waits in the evening's schools, long enough to look at the calendar."""
    least = min(one.internal_terms.review for one in work.rules.regulations.regulations)
    before = work.now - timedelta(days=least - 1)
    reports = await work.all(reports_waiting(evening.zone.key, before))
    reports = [one for one in reports if evening.is_of(one.route)]
    return await _without_questions(work, [one for one in reports if not one.route.is_suspended(evening.on)])


async def _without_questions(work: Work, reports: Sequence[Report]) -> list[Silent]:
    """Those that wait for the reviewer, counted from the sending or from the teacher's last answer."""
    answered: dict[int, datetime] = {}
    asked = set()
    for one in await work.all(questions_about([report.id for report in reports])):
        if one.answered_at is None:
            asked.add(one.report_id)
        else:
            answered[one.report_id] = one.answered_at
    return [
        Silent(one, max(one.submitted_at, answered.get(one.id, one.submitted_at)))
        for one in reports
        if one.submitted_at is not None and one.id not in asked
    ]


async def _methodists(work: Work, route: Route, day: date) -> set[int]:
    offices = await work.all(methodists_of(route.organisation.region, day))
    return {office.person_id for office in offices}


async def lines_that_stand(work: Work, waiting: Sequence[Waiting]) -> dict[int, Standing]:
    """Lines about what is decided or asked meanwhile are left out; without a line the word is needless."""
    ids = {line["report"] for one in waiting for line in one.facts["lines"]}
    silent = await _without_questions(work, await work.all(still_waiting(ids)))
    since = {one.report.id: one.line()["since"] for one in silent}
    away = await who_is_away(work, waiting)
    found = {}
    for one in waiting:
        lines = [line for line in one.facts["lines"] if since.get(line["report"]) == line["since"]]
        if lines and one.person.id not in away:
            found[one.id] = in_the_day(work, one, {**one.facts, "lines": lines})
    return found
