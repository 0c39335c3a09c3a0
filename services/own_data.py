"""Everything that is kept about one person, as data (152-ФЗ art. 14): each table is in, or left out with its reason."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime, time
from enum import Enum
from typing import Any

from sqlalchemy import Table, select

from models.base import Base
from services.work import Work

PERSON = "people"
OWN: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(
        (
            *(
                "accounts",
                "amendments",
                "appointments",
                "burdens",
                "consents",
                "file_orders",
                "guests",
                "own_phrases",
            ),
            *("private_notes", "queue_marks", "reminder_settings", "sheets", "snoozes", "staff_orders"),
            *("mentorship_members", "year_applications"),
        ),
        ("person_id", PERSON),
    ),
    "needs": ("author_id", PERSON),
    "routes": ("teacher_id", PERSON),
    **dict.fromkeys(
        (
            *("activities", "conclusions", "corrections", "delegations", "diagnoses", "diagnosis_records"),
            *("expectations", "programmes", "route_beginnings"),
            *("recommendations", "topic_words"),
            *("final_diagnoses", "final_events", "help_requests", "history", "level_choices"),
            *("monitoring_sheets", "own_competencies", "papers", "plan_versions", "registry_entries"),
            *(
                "products",
                "reports",
                "route_years",
                "self_analyses",
                "suspensions",
                "team_members",
                "transfers",
                "year_reports",
            ),
        ),
        ("route_id", "routes"),
    ),
    **dict.fromkeys(
        ("diagnosis_answers", "diagnosis_notes", "diagnosis_openings", "own_conclusions", "own_ratings"),
        ("diagnosis_id", "diagnoses"),
    ),
    **dict.fromkeys(
        ("diagnosis_record_answers", "diagnosis_record_scores"), ("record_id", "diagnosis_records")
    ),
    **dict.fromkeys(
        ("evidence", "report_edits", "review_questions", "reviews"),
        ("report_id", "reports"),
    ),
    **dict.fromkeys(("consultations", "help_lines"), ("request_id", "help_requests")),
    **dict.fromkeys(("sheet_courses", "sheet_typed", "sheet_values"), ("sheet_id", "sheets")),
    **dict.fromkeys(("paper_looks", "paper_slots"), ("paper_id", "papers")),
    "product_words": ("product_id", "products"),
    "assents": ("plan_version_id", "plan_versions"),
    "final_event_checks": ("event_id", "final_events"),
}
"""By table: the column that leads to the person, or to a row of a table that leads there."""
ALSO: Mapping[str, tuple[tuple[str, str], ...]] = {
    "evidence": (
        ("event_id", "final_events"),
        ("product_id", "products"),
        ("programme_id", "routes"),
        ("slot_id", "paper_slots"),
    ),
}
"""Other columns by which rows of a table belong to the person."""
LEFT_OUT: Mapping[str, str] = {
    "calendar_links": "secrets",
    "paper_links": "secrets",
    "catalogue": "events of a region, nobody's",
    "chosen": "says where a row of the plan came from; the row is in",
    "import_files": "tables about other people",
    "import_headings": "how columns of a table were read",
    "invitations": "secrets",
    **dict.fromkeys(
        (
            *("mentorships", "mentorship_answers", "mentorship_meetings", "mentorship_presences"),
            "mentorship_rows",
        ),
        "of several people at once; each of them reads it in the chat",
    ),
    "journal_seals": "seals over everybody's history; the lines of the own routes are in",
    "mornings": "when a digest was sent",
    "notices": "messages about other people, too; what was sent stands in the chat",
    "organisations": "not a person's",
    **dict.fromkeys(("pins", "second_factors", "spare_codes"), "secrets"),
    "pin_pads": "secrets",
    "sent_files": "digests of papers, and what Telegram calls them",
    "swept": "when reminders were looked for",
    **dict.fromkeys(("house_rules", "year_events", "year_plans", "yearly_looks"), "of an organisation"),
    "taken_updates": "numbers of updates, of three days",
}
SECRETS = frozenset({"telegram_id", "file_id", "unique_id"})
"""Columns that name accounts and files of the messenger; the account of the person is in."""


async def write(work: Work) -> bytes:
    """JSON: for each table the rows about the acting person."""
    ids: dict[str, list[int]] = {PERSON: [work.person.id]}
    found: dict[str, list[dict[str, Any]]] = {}
    for name in (PERSON, *_in_order()):
        column, parent = OWN.get(name, ("id", PERSON))
        found[name] = await _rows(work, Base.metadata.tables[name], column, ids[parent])
        for other, root in ALSO.get(name, ()):
            found[name] += await _rows(work, Base.metadata.tables[name], other, ids[root])
        ids[name] = [row["id"] for row in found[name] if "id" in row]
    return json.dumps(found, ensure_ascii=False, indent=1, default=_plain).encode()


def _in_order() -> list[str]:
    """The tables, each behind the one that it hangs on."""
    done: list[str] = []
    while len(done) < len(OWN):
        done += [name for name in OWN if name not in done and _roots(name) <= {PERSON, *done}]
    return done


def _roots(name: str) -> set[str]:
    """The tables on which a table hangs."""
    return {OWN[name][1], *(root for _, root in ALSO.get(name, ()))}


async def _rows(work: Work, table: Table, column: str, ids: list[int]) -> list[dict[str, Any]]:
    """The rows of a table; of conclusions those that are signed, for nobody else has read the others."""
    query = select(table).where(table.c[column].in_(ids))
    if table.name == "conclusions":
        query = query.where(table.c.signed_at.is_not(None))
    result: Any = await work.session.execute(query)
    hidden = SECRETS if table.name != "accounts" else frozenset[str]()
    return [{key: value for key, value in row._mapping.items() if key not in hidden} for row in result.all()]


def _plain(value: Any) -> Any:
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else str(value)
