"""Forged buttons of every kind, by whoever may not: an answer each, nothing changed, nothing told (telegram.md 1-6).

Made from the classes of handlers/callbacks*.py and the verbs that stand in the code. MARSHRUT_DEEP=1: all by everybody.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import cycle, groupby
from typing import Any

from aiogram.filters.callback_data import CallbackData
from sqlalchemy import select

from models.base import Base
from tests.guards.taps import KINDS, taps
from tests.stories.filled import SECRET, Filled, filled
from tests.stories.town import Guest, Town

TABLES = {
    "activity": "activities",
    "amendment": "amendments",
    "application": "year_applications",
    "check": "final_event_checks",
    "consultation": "consultations",
    "correction": "corrections",
    "course": "sheet_courses",
    "diagnosis": "diagnoses",
    "entry": "catalogue",
    "event": "final_events",
    "evidence": "evidence",
    "file": "import_files",
    "guest": "guests",
    "id": "people",
    "meeting": "mentorship_meetings",
    "need": "needs",
    "one": "conclusions",
    "order": "staff_orders",
    "person": "people",
    "product": "products",
    "programme": "mentorships",
    "question": "review_questions",
    "record": "diagnosis_records",
    "report": "reports",
    "request": "help_requests",
    "route": "routes",
    "row": "mentorship_rows",
    "sheet": "sheets",
    "slot": "paper_slots",
    "suspension": "suspensions",
    "transfer": "transfers",
}
"""What the ids in buttons are the ids of; a new one belongs here."""
NO_IDS = frozenset(
    {"at", "day", "due", "month", "pad", "page", "seal", "statement", "value", "version", "year"}
)
"""Numbers in buttons that are no ids."""
OWN = {
    "ConsentAnswer": "about the asker's own consent",
    "FactorTap": "the asker's own second code",
    "FileTap": "a file about the asker, or what the asker's own office keeps",
    "Go": "a place of the asker's own",
    "HatTap": "the asker's own menu",
    "HouseTap": "the rules of the asker's own organisation",
    "InclusionTap": "who has not begun at the school that the asker leads",
    "MendTap": "what the asker's own data say",
    "PurposeTap": "about the asker's own consent",
    "Language": "the asker's own language",
    "WishTap": "begins a need of the asker's own",
}
"""Buttons without an id: they can be about nobody else."""
OWN_VERBS = frozenset({("EntryTap", "add"), ("OverviewTap", "picture"), ("SignTap", "act-off")})
"""Verbs about what is an officer's own, whatever the ids say: an event, a picture of their school, its act."""
NOBODYS = (0, -1, 10**18)
GARBAGE = ("", "x", "-1", "4.740123", "ё'; --")
LONGEST = 64
PASSING = frozenset({"taken_updates", "accounts", "burdens"})
"""Where a mere tap leaves a trace: that it came, where its person is."""


def of_others(made: Filled, data: CallbackData, **changed: Any) -> str:
    """The same button about what is really there, and somebody else's."""
    values = dict(data.model_dump())
    for name, field in type(data).model_fields.items():
        if field.annotation is int:
            values[name] = made.ids[TABLES[name]] if name in TABLES else 1
        elif name not in ("do", "place"):
            values[name] = "1"
    return ":".join([data.__prefix__, *(str(one) for one in (values | changed).values())])


def spoilt(made: Filled, data: CallbackData) -> Iterator[str]:
    """An old version, a thing that nobody has, values that no button carries, a verb that there is not."""
    fields = type(data).model_fields
    for name in fields:
        others = NOBODYS if name in TABLES else (0, 7, 10**12) if fields[name].annotation is int else GARBAGE
        for one in others:
            yield of_others(made, data, **{name: one})


def forgeries(made: Filled, alike: list[CallbackData]) -> list[str]:
    """Every verb of a kind about somebody else's thing; one verb spoilt in each way."""
    about = [one for one in alike if (type(one).__name__, getattr(one, "do", "")) not in OWN_VERBS]
    found = [*(of_others(made, one) for one in about), *spoilt(made, about[0])]
    return [one for one in dict.fromkeys(found) if len(one.encode()) <= LONGEST]


def kinds() -> Iterable[tuple[str, list[CallbackData]]]:
    """Every kind of button with its verbs."""
    drawn = sorted((one.data for one in taps()), key=lambda one: type(one).__name__)
    return [(name, list(alike)) for name, alike in groupby(drawn, key=lambda one: type(one).__name__)]


async def everything(town: Town) -> dict[str, list[Any]]:
    """Every row that must stay as it is."""
    async with town.app.sessions() as session, session.begin():
        tables = [one for one in Base.metadata.sorted_tables if one.name not in PASSING]
        return {one.name: list((await session.execute(select(one))).all()) for one in tables}


def told(town: Town, people: Iterable[Guest]) -> list[str]:
    """What any of these people has read that is not theirs."""
    read = [str(message) for guest in people for message in guest.heard]
    read += [str(params) for method, params in town.wire.calls if method == "answerCallbackQuery"]
    return [one for one in read if SECRET in one]


def test_of_every_number_in_a_button_it_is_known_what_it_is() -> None:
    names = {
        name
        for kind in KINDS.values()
        for name, field in kind.model_fields.items()
        if field.annotation is int
    }
    assert names == TABLES.keys() | NO_IDS
    assert {name for name, _ in kinds()} == KINDS.keys() >= OWN.keys()


async def test_a_forged_button_of_any_kind_is_answered_and_changes_and_tells_nothing(town: Town) -> None:
    made = await filled(town)
    people = list(made.without.values())
    turns = cycle(people)
    before = await everything(town)
    for name, alike in kinds():
        if name in OWN:
            continue
        for data in forgeries(made, alike):
            for guest in people if os.environ.get("MARSHRUT_DEEP") else [next(turns)]:
                town.telegram.tap(guest.telegram_id, guest.last["message_id"], data, forged=True)
        await town.settle()
        assert not town.telegram.unanswered(), name
        assert not town.text.said.get("refusal-bug"), name
        after = await everything(town)
        assert [one for one in after if after[one] != before[one]] == [], name
    assert told(town, people) == []
