"""Whole ways to every signature and every accepted report while a region goes wrong; what is asked of it afterwards."""

from __future__ import annotations

import re

from tests.wire.country import Country
from tests.wire.country_faults import doubts, in_trouble, nobody_is_stuck
from tests.wire.phones import Phone
from tests.wire.records import code_of
from tests.wire.test_kill import SIGNATURES
from tests.wire.unruly import Road
from tests.wire.working_days import TITLES, accompanies, approves, teaches

APPROVED = "Ваш план утверждён"


async def signing_day(here: Country, database: str, road: Road, seed: int, pause: float) -> dict[str, int]:
    """Teachers, their tutor and who signs work at once over several workers. Returns what went wrong."""
    phones = [await here.phone(number) for number in range(len(here.names))]
    *teachers, last = range(1, len(phones))
    days = [
        accompanies(phones[0], code_of(0), len(teachers)),
        approves(phones[last], code_of(last), len(teachers) * SIGNATURES),
        *(teaches(phones[number], code_of(number), number) for number in teachers),
    ]
    figures = await in_trouble(here, database, road, seed, pause, days)
    every_signature_is_there_once(here, phones)
    told_twice = await told_of_the_approval(here, [phones[number] for number in teachers])
    await nobody_is_stuck(phones)
    return {
        **figures,
        "updates": sum(phone.updates for phone in phones),
        "signatures": len(teachers) * (1 + SIGNATURES),
        "told twice": told_twice,
        "doubts": doubts(here),
    }


def every_signature_is_there_once(here: Country, phones: list[Phone]) -> None:
    """Each teacher's route is signed by four, each once; both reports are accepted; each update was taken once."""
    for person in range(2, len(phones)):
        done = here.records.of_teacher(person)
        name = phones[person - 1].name
        assert done["history"]["paper.signed"] == 1 + SIGNATURES, (name, done["history"])
        assert done["history"]["plan.sent"] == 1, (name, done["history"])
        assert [state for state, *_ in done["reports"]] == ["accepted"] * len(TITLES), name
        assert done["evidence"] == [4] * len(TITLES), name
    taken = here.records.one("SELECT count(*) FROM taken_updates")
    assert taken == sum(phone.updates for phone in phones)


async def told_of_the_approval(here: Country, teachers: list[Phone]) -> int:
    """Each heard that the plan is approved; twice only where the postman was killed. How often twice."""
    heard = [(await phone.chat()).count(re.escape(APPROVED)) for phone in teachers]
    assert all(heard)
    lost_receipts = len(here.bot.events("postman.not_delivered"))
    twice = sum(heard) - len(teachers)
    assert twice <= doubts(here) + lost_receipts
    return twice
