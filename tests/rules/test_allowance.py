"""How much one person may send: a day's work at once is nothing, a flood waits, everybody counts alone."""

from __future__ import annotations

import pytest

from bot import allowance
from bot.allowance import BURST, PER_SECOND, Allowance


def test_a_burst_goes_through_and_what_comes_after_it_waits_for_its_moment() -> None:
    one = Allowance(lambda: 0.0)
    assert [one.spend(7) for _ in range(BURST)] == [0.0] * BURST
    waits = [round(one.spend(7), 3) for _ in range(3)]
    assert waits == [round(number / PER_SECOND, 3) for number in (1, 2, 3)]
    assert one.spend(8) == 0.0


def test_whoever_has_been_quiet_may_send_as_before() -> None:
    moment = [0.0]
    one = Allowance(lambda: moment[0])
    for _ in range(BURST * 3):
        one.spend(7)
    moment[0] = BURST * 3 / PER_SECOND + 1
    assert [one.spend(7) for _ in range(BURST)] == [0.0] * BURST
    assert one.spend(7) > 0


def test_a_steady_pace_never_waits() -> None:
    moment = [0.0]
    one = Allowance(lambda: moment[0])
    for _ in range(BURST * 5):
        assert one.spend(7) == 0.0
        moment[0] += 1 / PER_SECOND


def test_only_those_are_remembered_who_have_sent_of_late(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(allowance, "REMEMBERED", 10)
    moment = [0.0]
    one = Allowance(lambda: moment[0])
    for person in range(100):
        one.spend(person)
    assert len(one._even_at) == 10
    moment[0] = 1.0
    one.spend(7)
    assert list(one._even_at) == [7]
