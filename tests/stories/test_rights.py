"""Who may do what about a route, its things and its people: every use case that takes an id, tried by everybody.

docs/rights.md is what comes out, written anew with MARSHRUT_WRITE_RIGHTS=1; nobody outside may anything (issue 6).
"""

from __future__ import annotations

import importlib
import inspect
import os
import pkgutil
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

import services
from models.base import Base
from models.entry import account_of
from models.errors import NotYours, Refusal
from models.evidence import Evidence, EvidenceKind
from regulations.suggestions import Suggestion
from services.catalogue_search import Wish
from services.report_draft import Saying
from services.work import Work
from tests.stories.filled import Filled, filled
from tests.stories.town import Guest, Town

UseCase = Callable[..., Awaitable[Any]]
PAGE = Path(__file__).parents[2] / "docs" / "rights.md"
NO = "no"
HEAD = """# Who may do what

Written by `tests/stories/test_rights.py`, which tries every use case that takes an id: by everybody around a route
of Udmurtia (the columns), and by everybody else: a colleague, another tutor, the tutor, head and methodist of before,
people of another school and another region, somebody whose office has ended, somebody who withdrew the consent, a
stranger. They may nothing. `yes`: the rights are there; whether it can be done now depends on how things stand.
"""
TABLES = {
    "activity_id": "activities",
    "application_id": "year_applications",
    "check_id": "final_event_checks",
    "conclusions_id": "conclusions",
    "consultation_id": "consultations",
    "correction_id": "corrections",
    "course_id": "sheet_courses",
    "diagnosis_id": "diagnoses",
    "entry_id": "catalogue",
    "event_id": "final_events",
    "evidence_id": "evidence",
    "guest_id": "guests",
    "import_id": "import_files",
    "meeting_id": "mentorship_meetings",
    "member_id": "mentorship_members",
    "mentorship_id": "mentorships",
    "need_id": "needs",
    "office_id": "appointments",
    "order_id": "staff_orders",
    "organisation_id": "organisations",
    "person_id": "people",
    "phrase_id": "own_phrases",
    "product_id": "products",
    "question_id": "review_questions",
    "record_id": "diagnosis_records",
    "report_id": "reports",
    "request_id": "help_requests",
    "route_id": "routes",
    "row_id": "mentorship_rows",
    "sheet_id": "sheets",
    "slot_id": "paper_slots",
    "source": "diagnosis_records",
    "suspension_id": "suspensions",
    "transfer_id": "transfers",
    "tutor_id": "people",
}
"""What an id of a use case is the id of; a new one belongs here."""
Life = tuple[tuple[str, str, Any], ...]
"""How things stand otherwise than in the filled town: table, column, value (a relation: who)."""


@dataclass(frozen=True)
class At:
    """How things stand when a use case can be tried, what is said then, about whom, and which table an id is of."""

    life: Life = ()
    said: Mapping[str, Any] = field(default_factory=dict)
    whom: Mapping[str, str] = field(default_factory=dict)
    ids: Mapping[str, str] = field(default_factory=dict)


KEPT = At((("catalogue", "scope", "region"),))
SIGNED = At((("conclusions", "state", "signed"),))
ASKED = At(
    (("import_files", "state", "asking"), ("import_files", "kind", "people")),
    said={"kind": "people", "at": 0},
)
TYPED = At((("delegations", "covers", "sheet"),))
KNOWN = At((("needs", "state", "new"),))
PROPOSED: Life = (
    ("transfers", "state", "proposed"),
    ("transfers", "to_id", "Школа № 5"),
    ("transfers", "keeps", True),
)
SHEET: Life = (("final_event_checks", "code", "monitoring"), ("guests", "role", "deputy_head"))
CHECK: Life = (("final_event_checks", "code", "presentation"),)
AT: dict[str, At] = {
    **{f"catalogue.{one}": KEPT for one in ("look", "answer", "period", "span", "call_off", "remove")},
    **{f"need.{one}": KNOWN for one in ("read", "take", "close")},
    "conclusions_known.read": SIGNED,
    "conclusions_known.tell": SIGNED,
    "correction.of_row": At((("corrections", "instead_id", "activities"),), ids={"row_id": "activities"}),
    "delegation.give": At(whom={"person_id": "tutor"}),
    "diagnosis_record.begin": At(said={"form": "expert"}),
    "diagnosis_record.comment": At((("diagnosis_records", "state", "recorded"),)),
    "final_event_guests.invite": At(whom={"person_id": "subject lead"}),
    "final_event_sheet.look": At(SHEET),
    "final_event_sheet.write": At(SHEET),
    "final_event_sheet.without_numbers": At(SHEET),
    "help_request.ask": At(whom={"person_id": "methodist"}),
    "conclusions.choose": At(said={"outcome": "success"}),
    "conclusions.explain": At(said={"code": "reason"}),
    "final_event_checklist.owned": At(CHECK),
    "final_event_checklist.tick": At(CHECK),
    "final_event_checklist.untick": At(CHECK),
    "mentoring.choose_way": At(said={"way": "joint"}),
    "mentoring_paper.paper": At(said={"kind": "note"}),
    "mentoring_end.end": At(said={"outcome": "reached"}),
    "self_analysis.answer": At(said={"code": "changed"}),
    "product.answer": At(said={"code": "title"}),
    **{f"product_team.{one}": At((("products", "state", "handed"),)) for one in ("seen", "tell")},
    "import_file.name_kind": ASKED,
    "import_file.all_teachers": ASKED,
    "overview.deficits": At(said={"by": "municipality"}),
    **{f"sheet_typed.{one}": TYPED for one in ("of_route", "typing", "hand_over", "agree", "drop")},
    "sheet_typed.answer": At(TYPED.life, said={"code": "degree"}),
    **{
        f"year_report.{one}": At(said={"at": 0}, ids={"report_id": "year_reports"})
        for one in ("write", "compose_anew", "send", "take_back", "look", "accept", "give_back")
    },
    "papers.paper": At(said={"kind": "card"}),
    "reminder_settings.choose_hour": At(said={"hour": 17}),
    "staff_handover.begin": At(said={"role": "tutor"}, whom={"person_id": "tutor"}),
    "suspension.current": At((("suspensions", "state", "on"),)),
    "transfer.lead_to": At(ids={"organisation_id": "schools"}),
    **{f"transfer.{one}": At(PROPOSED) for one in ("look", "accept", "decline")},
}
"""Whatever cannot be tried as the filled town stands."""


async def live(made: Filled, session: AsyncSession, life: Life) -> None:
    """Things stand otherwise."""
    for name, column, value in life:
        table = Base.metadata.tables[name]
        one = made.ids.get(value, value) if isinstance(value, str) and column.endswith("_id") else value
        await session.execute(update(table).where(table.c.id == made.ids[name]).values({column: one}))


INSIDE = {
    "catalogue_search.taken": "the plan has been seen",
    "companion.role_of": "reads an office for whom the caller has found already",
    "conclusions_paper.number_of": "the conclusions have been read",
    "diagnosis.of_route": "the route has been seen",
    "diagnosis_conclusion.said": "the diagnosis has been seen",
    "diagnosis_notes.notes": "the diagnosis has been seen",
    "diagnosis_result.before_the_latest": "the diagnosis has been seen",
    "final_event_checklist.event_of": "who may see what of the event is asked next",
    "levels.choices": "the result has been seen",
    "load.proposed": "the month of the teacher has been seen",
    "mentoring_paper.inside": "the operator's command",
    "mentoring_school.leads": "says of the asker alone",
    "own_competency.one": "is given a route",
    "own_competency.rate": "is given the competency of a route",
    "own_competency.scores": "is given a route",
    "paper_protocol.of_route": "the operator's command",
    "papers.every_paper": "the operator's command",
    "plan.is_own": "says of the asker alone",
    "plan_card.open_card": "is given a route",
    "plan_interim.draft": "looks among the asker's own rows",
    "product.is_own": "says of the asker alone",
    "report_sent.told_by": "looks among the asker's own messages",
    "signing.open_for": "is given a route",
    "signing.state_of": "is given what a paper is about",
    "staff_order.begin": "is given a person",
    "staff_tutor.alone": "answers nothing about anybody out of reach",
    "unreachable.mark": "what Telegram says of an account",
}
"""Behind use cases that have found the thing already, with its rights; or nothing of a route is said."""
NOBODY = {
    **{
        f"beginning.{one}": "no reasons are named in this region"
        for one in ("look", "toggle", "explain", "check")
    },
    **{f"diagnosis_optional.{one}": "every competency is required" for one in ("about", "leave_out")},
    **{f"expectation.{one}": "no paper of this region has a column for it" for one in ("look", "write")},
    **{
        f"programme.{one}": "no programme is part of a route here"
        for one in ("look", "to_fill", "write", "attach")
    },
    **{
        f"{one}": "the text of this region has no yearly round"
        for one in (
            *("year_application.begin", "year_application.answer", "year_desk.collected", "year_desk.nudge"),
            *(
                "year_paper.paper",
                "year_plan.add",
                "year_plan.of_year",
                "year_plan.whole",
                "year_report.waiting",
            ),
        )
    },
    "mentoring.begin": "no mentor works around this route",
    "product.add": "no product is asked for in this region",
    "diagnosis_level.choose": "the table of this region has no hole",
    "diagnosis_level.look": "the table of this region has no hole",
    "long_route.go_on": "the route of a teacher is not long",
    "long_route.look": "the route of a teacher is not long",
    "mentoring_school.replace": "no other mentor works at this school",
    "own_competency.add": "the list of this region is closed",
    "self_analysis.rate": "nothing is rated in this region",
    "transfer.choose": "the other school works by the same regulation",
}
"""What nobody may in this town."""
OFFICES = frozenset(
    {f"overview.{one}" for one in ("progress", "deficits")}
    | {f"year_desk.{one}" for one in ("collected", "nudge")}
    | {f"year_plan.{one}" for one in ("of_year", "add", "whole")}
    | {"year_report.waiting"}
    | {f"catalogue.{one}" for one in ("keeping", "add")}
    | {f"need.{one}" for one in ("home", "groups")}
    | {f"staff.{one}" for one in ("reach", "page")}
    | {
        "year_paper.paper",
        "year_application.begin",
        "import_file.may",
        "import_file.receive",
        "file_order.ask",
    }
    | {"registry.own_scope", "load.month", "mentoring.begin"}
)
"""Without an id: what an office opens of its own. Others may with an office of theirs, and not without one."""
GONE = frozenset(
    {"the head of before", "the methodist of before", "somebody without an office"}
    | {"somebody who withdrew", "a stranger"}
)
"""Who has no office at all."""
RECEIVING = frozenset({"the head of another school", "the deputy of another school"})
ALSO = {
    "delegation.take_back": frozenset(
        {"a colleague", "a teacher of another school", "somebody without an office"}
    ),  # from their own route, where nobody types: nothing happens
    "transfer.accept": RECEIVING,
    "transfer.decline": RECEIVING,
    "transfer.look": RECEIVING,
}
"""Who of those outside may something nevertheless, and why."""


@cache
def use_cases() -> dict[str, UseCase]:
    """Every use case that takes an id of something, by module and name."""
    found = {}
    for module in pkgutil.iter_modules(services.__path__):
        named = importlib.import_module(f"services.{module.name}")
        for name, function in vars(named).items():
            if (
                inspect.iscoroutinefunction(function)
                and function.__module__ == named.__name__
                and name[0] != "_"
            ):
                taken = set(inspect.signature(function).parameters)
                of_a_thing = any(one.endswith("_id") or one in TABLES for one in taken)
                if "work" in taken and (of_a_thing or f"{module.name}.{name}" in OFFICES):
                    found[f"{module.name}.{name}"] = function
    assert OFFICES | INSIDE.keys() | NOBODY.keys() | AT.keys() <= found.keys(), "a use case is gone"
    return {name: function for name, function in sorted(found.items()) if name not in INSIDE}


@cache
def parameters(function: UseCase) -> dict[str, Any]:
    """What a use case must be given, with the types."""
    hints = get_type_hints(function)
    taken = list(inspect.signature(function).parameters.values())[1:]
    return {one.name: hints[one.name] for one in taken if one.default is one.empty or one.name == "drawn"}


def example(kind: Any, today: date) -> Any:
    """Something of this type that a person could have said."""
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    plain: Mapping[Any, Any] = {
        str: "слово",
        int: 1,
        bool: True,
        date: today + timedelta(days=10),
        time: time(10),
        Saying: Saying("слово", 1),
        Wish: Wish(),
        Suggestion: None,
        Evidence: Evidence(kind=EvidenceKind.PHOTO, file_id="f", unique_id="u"),
    }
    if kind in plain:
        return plain[kind]
    choices = [one for one in getattr(kind, "__args__", ()) if one is not type(None)]
    if "Collection" in str(kind) or "Sequence" in str(kind):
        return [example(choices[0], today)]
    return example(choices[0], today)


def arguments(made: Filled, name: str, versions: Mapping[str, int]) -> dict[str, Any]:
    """Ids of what is really there, in the version that is drawn, and an example of everything else."""
    taken = parameters(use_cases()[name])
    otherwise = {**AT.get(name, At()).ids}
    tables = {one: otherwise.get(one, TABLES[one]) for one in taken if one in TABLES}
    given: dict[str, Any] = {one: made.ids[table] for one, table in tables.items()}
    plain = [one for one in taken if one not in tables and one != "drawn"]
    said = AT.get(name, At()).said
    given |= {one: said[one] if one in said else example(taken[one], made.town.today) for one in plain}
    given |= {one: made.within[relation].person_id for one, relation in AT.get(name, At()).whom.items()}
    if "drawn" in taken:
        given["drawn"] = versions.get(next(iter(tables.values())), 1)
    return given


async def outcomes(
    made: Filled, guest: Guest, cases: Mapping[str, dict[str, Any]], life: Life
) -> dict[str, str]:
    """What becomes of each try of one person; whatever it changed is rolled back."""
    left, said = list(cases.items()), {}
    while left:
        with suppress(BackAgain):
            async with made.town.app.sessions() as session, session.begin():
                await live(made, session, life)
                account = (await session.scalars(account_of(guest.telegram_id))).one()
                work = Work(session, account, made.town.now, made.town.app.turn.rules)
                while left:
                    name, given = left.pop(0)
                    said[name] = await outcome(work, name, given)
                    if said[name] != NO or session.new or session.dirty:
                        break
                raise BackAgain
    return said


async def outcome(work: Work, name: str, given: dict[str, Any]) -> str:
    """One try: `no`, or how far it came. A fault shows that the rights were there: the rows here are bare."""
    try:
        await use_cases()[name](work, **given)
    except NotYours:
        return NO
    except Refusal as refusal:
        return f"refused: {refusal.key}"
    except Exception as fault:
        return f"broke: {fault!r}"
    return "may"


class BackAgain(Exception):
    """Nothing of a try stays."""


async def versions(made: Filled) -> dict[str, int]:
    """The versions of the rows."""
    found = {}
    async with made.town.app.sessions() as session, session.begin():
        for table in Base.metadata.sorted_tables:
            if "version" in table.c and "id" in table.c and made.ids.get(table.name):
                row = select(table.c.version).where(table.c.id == made.ids[table.name])
                found[table.name] = await session.scalar(row) or 1
    return found


async def tried(made: Filled) -> dict[str, dict[str, str]]:
    """By use case and relation: what became of it."""
    drawn = await versions(made)
    cases = {name: arguments(made, name, drawn) for name in use_cases()}
    lives = {AT.get(name, At()).life: None for name in cases}
    found: dict[str, dict[str, str]] = {name: {} for name in cases}
    for life in lives:
        alike = {name: given for name, given in cases.items() if AT.get(name, At()).life == life}
        for relation, guest in made.everybody.items():
            for name, said in (await outcomes(made, guest, alike, life)).items():
                found[name][relation] = said
    return found


def page(made: Filled, found: Mapping[str, Mapping[str, str]]) -> str:
    """docs/rights.md."""
    lines = [HEAD, "| | " + " | ".join(made.within) + " |", "|---" * (len(made.within) + 1) + "|"]
    for name, said in found.items():
        cells = ["" if said[relation] == NO else "yes" for relation in made.within]
        lines.append(f"| `{name}` | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def also(made: Filled, name: str) -> frozenset[str]:
    """Who of those outside may, of their own."""
    return frozenset(made.without) - GONE if name in OFFICES else ALSO.get(name, frozenset())


async def test_whoever_has_nothing_to_do_with_a_route_may_nothing_about_it(town: Town) -> None:
    made = await filled(town)
    before = await everything(town)
    found = await tried(made)
    may = {
        name: {one: said[one] for one in made.without if said[one] != NO and one not in also(made, name)}
        for name, said in found.items()
    }
    assert {name: said for name, said in may.items() if said} == {}
    nobody = {name for name, said in found.items() if set(said.values()) == {NO}}
    assert " ".join(sorted(nobody ^ NOBODY.keys())) == "", (
        "a use case that nobody may tells nothing of rights: see AT"
    )
    assert await everything(town) == before
    if os.environ.get("MARSHRUT_WRITE_RIGHTS"):
        PAGE.write_text(page(made, found), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page(made, found)


async def everything(town: Town) -> dict[str, list[Any]]:
    """Every row of every table."""
    async with town.app.sessions() as session, session.begin():
        tables = Base.metadata.sorted_tables
        return {table.name: list((await session.execute(select(table))).all()) for table in tables}
