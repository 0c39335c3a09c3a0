"""The second code by the letter of RFC 6238, and what of it is kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from models.entry import Account
from models.errors import Refusal
from models.pin import whole
from models.second_factor import KEY_LASTS, LASTS, STEP, SecondFactor, code_at, letters_of, mark_of

SECRET = b"12345678901234567890"
AT = datetime(2026, 9, 14, 9, 0, tzinfo=UTC)
KEY = b"of the server"


@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (59, "94287082"),
        (1111111109, "07081804"),
        (1111111111, "14050471"),
        (1234567890, "89005924"),
        (2000000000, "69279037"),
        (20000000000, "65353130"),
    ],
)
def test_codes_are_those_of_appendix_b(seconds: int, code: str) -> None:
    assert code_at(SECRET, seconds // STEP, digits=8) == code


def test_the_letters_are_those_that_apps_read() -> None:
    assert letters_of(SECRET) == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"


def test_who_has_the_database_but_not_the_key_of_the_server_has_neither_code() -> None:
    factor = SecondFactor.of(7)
    assert factor.secret(KEY) != factor.secret(b"another") != SecondFactor.of(7).secret(b"another")
    assert mark_of("digest", KEY) != mark_of("digest", b"another")


def test_a_code_fits_a_step_around_now_and_only_once() -> None:
    factor = SecondFactor.of(7)
    factor.show(AT)
    step = int(AT.timestamp()) // STEP

    def tapped(off: int) -> str:
        return whole(code_at(factor.secret(KEY), step + off), factor.nonce)

    assert not factor.fits(tapped(-2), KEY, AT) and not factor.fits(tapped(2), KEY, AT)
    assert factor.fits(tapped(-1), KEY, AT)
    assert factor.fits(tapped(0), KEY, AT)
    assert not factor.fits(tapped(0), KEY, AT) and not factor.fits(tapped(-1), KEY, AT)


def test_it_holds_for_the_account_that_showed_it_and_not_longer() -> None:
    factor = SecondFactor.of(7)
    factor.show(AT)
    factor.let_through(1, AT)
    assert factor.holds(1, AT + LASTS - timedelta(seconds=1)) and not factor.holds(1, AT + LASTS)
    assert not factor.holds(2, AT)


def test_a_key_that_was_shown_long_ago_is_tried_no_more() -> None:
    factor = SecondFactor.of(7)
    factor.show(AT)
    factor.may_try(AT + KEY_LASTS - timedelta(seconds=1))
    with pytest.raises(Refusal, match="factor-key-over"):
        factor.may_try(AT + KEY_LASTS)
    assert [factor.was_wrong(AT) for _ in range(3)] == [2, 1, 0]
    with pytest.raises(Refusal, match="factor-paused"):
        factor.may_try(AT)


def test_what_a_clock_that_ran_ahead_has_begun_is_over_once_it_is_right() -> None:
    ahead = AT + timedelta(days=3650)
    factor = SecondFactor.of(7)
    factor.show(ahead)
    with pytest.raises(Refusal, match="factor-key-over"):
        factor.may_try(AT)
    factor.let_through(1, ahead)
    assert factor.holds(1, ahead) and not factor.holds(1, AT)
    assert [factor.was_wrong(ahead) for _ in range(3)] == [2, 1, 0]
    assert factor.pause(ahead) and not factor.pause(AT)
    account = Account(wrong_codes=0)
    while account.wrong_code(ahead):
        account.may_try_a_code(ahead)
    with pytest.raises(Refusal, match="entry-paused"):
        account.may_try_a_code(ahead)
    account.may_try_a_code(AT)
