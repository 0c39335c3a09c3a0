"""The picture of a route in time: its term, today, what took place, what is ahead, what still waits for a report."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from babel.dates import format_date

from documents import typeset
from documents.picture import Picture, fitted, shortened

State = Literal[
    "done",
    "owed",
    "waiting",
    "planned",
    "replaced",
    "not_done",
    "event_planned",
    "event_waiting",
    "event_held",
    "event_not_held",
]
MOST = 20
"""Rows that a phone shows; the others are summed up."""
BEHIND = 7
"""Of these so many that are over, where there are more."""
LETTERS = 40
"""Of a title in the picture: about one line."""


@dataclass(frozen=True)
class Row:
    """An activity or a final event: its (last) local day, None while none is chosen, and how it stands."""

    title: str
    on: date | None
    state: State


@dataclass(frozen=True)
class Line:
    """A route in time: whose it is, its term, the local day, and the rows in any order."""

    name: str
    starts: date | None
    ends: date | None
    today: date
    rows: Sequence[Row]

    @property
    def before(self) -> list[Row]:
        """Rows of days that are over."""
        return [one for one in self._dated if one.on is not None and one.on < self.today]

    @property
    def after(self) -> list[Row]:
        """Rows of today and later, then those without a day."""
        later = [one for one in self._dated if one.on is not None and one.on >= self.today]
        return [*later, *(one for one in self.rows if one.on is None)]

    @property
    def _dated(self) -> list[Row]:
        return sorted((one for one in self.rows if one.on is not None), key=lambda one: one.on or self.today)


def picture(line: Line, *, language: str) -> Picture:
    """At most `MOST` rows around today; what does not fit stands there as counts, and every state has its count."""
    words = typeset.words("timeline", language)
    before, after = line.before, line.after
    ahead = min(len(after), MOST - min(len(before), BEHIND))
    behind = min(len(before), MOST - ahead)
    shown = before[len(before) - behind :], after[:ahead]
    earlier, later = before[: len(before) - behind], after[ahead:]
    counts = Counter(one.state for one in line.rows)
    facts = {
        "language": language,
        "title": words["title"].format(name=typeset.one_line(line.name)),
        "term": _term(line, language),
        "part": _part(line),
        "days": _days(line, language),
        "today": words["today"].format(day=_day(line.today, language)),
        "none": "" if line.rows else words["none"],
        "counts": [
            [state, f"{_state(state, language)}: {counts[state]}"] for state in _present(counts, language)
        ],
        "before": [_drawn(one, language) for one in shown[0]],
        "after": [_drawn(one, language) for one in shown[1]],
        "earlier": _summed("earlier", earlier, language),
        "later": _summed("later", later, language),
    }
    return Picture("timeline", facts, _in_words(facts, line, [*shown[0], *shown[1]], language))


def _in_words(facts: dict[str, Any], line: Line, shown: Sequence[Row], language: str) -> str:
    """The term, today, and each state with its count and the rows that the picture shows."""
    head = [facts["title"], facts["term"], facts["today"], facts["days"], facts["none"]]
    counts = Counter(one.state for one in line.rows)

    def lines(letters: int) -> list[str]:
        by_state = [
            _of_state(state, counts[state], shown, letters, language) for state in _present(counts, language)
        ]
        return [shortened(one, 120) for one in head if one] + by_state

    return fitted(lines)


def _of_state(state: str, count: int, shown: Sequence[Row], letters: int, language: str) -> str:
    """«впереди: 30 (12.09.26 Семинар; …; ещё 18)»."""
    words = typeset.words("timeline", language)
    mine = [one for one in shown if one.state == state]
    said = [f"{_short(one.on, language)} {shortened(one.title, letters)}" for one in mine]
    if count > len(mine):
        said.append(words["more"].format(count=count - len(mine)))
    return f"{_state(state, language)}: {count} ({'; '.join(said)})"


def _present(counts: Counter[State], language: str) -> list[State]:
    """The states that there are, in the order of the words."""
    return [state for state in typeset.words("timeline", language)["states"] if counts[state]]


def _state(state: str, language: str) -> str:
    word: str = typeset.words("timeline", language)["states"][state]
    return word


def _summed(side: str, rows: Sequence[Row], language: str) -> str:
    """«Раньше, ещё строк: 25 (состоялось, отчёт есть: 20; …)»; "" for none."""
    if not rows:
        return ""
    counts = Counter(one.state for one in rows)
    each = [f"{_state(state, language)}: {counts[state]}" for state in _present(counts, language)]
    said: str = typeset.words("timeline", language)[side].format(count=len(rows))
    return f"{said} ({'; '.join(each)})"


def _term(line: Line, language: str) -> str:
    words = typeset.words("timeline", language)
    if line.starts is None or line.ends is None:
        return str(words["no_term"])
    said: str = words["term"].format(starts=_day(line.starts, language), ends=_day(line.ends, language))
    return said


def _part(line: Line) -> float | None:
    """How much of the term is over, 0..1; None without a term."""
    if line.starts is None or line.ends is None:
        return None
    whole = max((line.ends - line.starts).days, 1)
    return min(max((line.today - line.starts).days / whole, 0), 1)


def _days(line: Line, language: str) -> str:
    """Days of the term that are over and that are left; "" without a term."""
    if line.starts is None or line.ends is None:
        return ""
    whole = max((line.ends - line.starts).days, 0)
    past = min(max((line.today - line.starts).days, 0), whole)
    said: str = typeset.words("timeline", language)["days"].format(past=past, left=whole - past)
    return said


def _drawn(one: Row, language: str) -> dict[str, str]:
    day = typeset.words("timeline", language)["undated"] if one.on is None else _day(one.on, language)
    said = f"{day}: {_state(one.state, language)}"
    return {"title": shortened(one.title, LETTERS), "state": one.state, "said": said}


def _day(day: date, language: str) -> str:
    return str(format_date(day, "d MMMM y", language))


def _short(day: date | None, language: str) -> str:
    return f"{day:%d.%m.%y}" if day is not None else str(typeset.words("timeline", language)["undated"])
