"""How each use case that takes an id can be tried by everybody: the words of tests/stories/test_rights.py."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

TABLES = {
    "activity_id": "activities",
    "amendment_id": "amendments",
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


AGREED: Life = (("mentorships", "begun_at", datetime(2026, 9, 1, tzinfo=UTC)),)
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
GYMNASIUM: Life = tuple((name, "regulation", "grozny_gymnasium_4") for name in ("organisations", "routes"))
"""The school of the route works by the text that has a yearly round (S001 4.3); the others stay as they are."""
YEARLY = At(GYMNASIUM)
OF_A_YEAR = At(GYMNASIUM, said={"year": 2026})
AT: dict[str, At] = {
    **{f"year_desk.{one}": YEARLY for one in ("collected", "nudge")},
    **{f"topics.{one}": YEARLY for one in ("look", "agree", "remark")},
    "year_application.begin": YEARLY,
    "year_application.answer": At(GYMNASIUM, said={"code": "topic"}),
    "year_report.waiting": YEARLY,
    "year_plan.add": At(GYMNASIUM, said={"code": "readings"}),
    **dict.fromkeys(("year_plan.of_year", "year_plan.whole", "year_paper.paper"), OF_A_YEAR),
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
    "mentoring_paper.paper": At(AGREED, said={"kind": "note"}),
    "mentoring_school.read": At(AGREED),
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
    "papers.readable": At(said={"kind": "card"}),
    "paper_link.give": At(said={"kind": "card", "form": "pdf"}),
    "reminder_settings.choose_hour": At(said={"hour": 17}),
    "staff_handover.begin": At(said={"role": "tutor"}, whom={"person_id": "tutor"}),
    "suspension.current": At((("suspensions", "state", "on"),)),
    "transfer.lead_to": At(ids={"organisation_id": "schools"}),
    **{f"transfer.{one}": At(PROPOSED) for one in ("look", "accept", "decline")},
}
"""Whatever cannot be tried as the filled town stands."""


INSIDE = {
    "import_scope.on_behalf": "the operator's command",
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
    "second_factor.key_for": "the operator's command; an officer's own",
    "second_factor.reset": "the operator's command",
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
    | {f"house.{one}" for one in ("own", "want")}
    | {"inclusion.of_school", "inclusion.invite", "house_news.offered"}
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
