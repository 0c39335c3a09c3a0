"""One builder for each kind of paper: the regulation's form and the facts become the model (X33-X41)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from documents.paper_model import Line, Paper, Part
from models.year_report import YearReportState
from regulations import papers
from services import paper_orders, paper_outcome, paper_proof
from services import paper_parts as parts
from services.paper_facts import Facts
from services.paper_signed import mark_of, signatures, stamps
from services.paper_words import (
    LANGUAGE,
    long_day,
    name_of,
    per_cent,
    phrase,
    read,
)

Builder = Callable[[papers.Document, Facts], Paper]


def _paper(document: papers.Document, facts: Facts, made: Iterable[Part], **more: object) -> Paper:
    return Paper(
        kind=document.code,
        language=LANGUAGE,
        name=f"{name_of(document.code)} {facts.route.teacher.surname_initials}".rstrip("."),
        title=read(document.title),
        made=facts.today.isoformat(),
        regulation=facts.regulation.id,
        caption=read(document.caption) if document.caption is not None else "",
        parts=tuple(made),
        **more,  # type: ignore[arg-type]
    )


def card(document: papers.Document, facts: Facts) -> Paper:
    """«Карта ИОМ»: the form of the appendix, column by column (S000 3.1.4, 4.1-4.8)."""
    signing = facts.regulation.signing.card
    made = [
        *parts.info(document, facts),
        *parts.diagnosis(document, "entry_diagnosis", facts, facts.diagnosis.entry),
        *parts.programme(document, facts),
        *parts.activities(document, "activities", facts),
        *parts.final_events(document, "final_event", facts),
        *parts.dates(document, facts),
        *parts.amended(facts),
        *parts.note(document),
    ]
    signed = signatures(facts, signing.roles() if signing is not None else (), facts.slots)
    proof = paper_proof.of_signed(facts.address, facts.card)
    return _paper(
        document, facts, made, mark=mark_of(facts), stamps=stamps(facts), signatures=signed, proof=proof
    )


def growth(document: papers.Document, facts: Facts) -> Paper:
    """«Карта роста»: default columns for a form that the text only names, behind what 3.6 asks for (S001, X37)."""
    made = [
        *parts.info(document, facts),
        *parts.topic(facts),
        *parts.diagnosis(document, "entry_diagnosis", facts, facts.diagnosis.entry),
        *parts.activities(document, "growth", facts),
        *parts.products(document, facts),
        *parts.final_events(document, "final_event", facts),
        *parts.dates(document, facts),
        *parts.base(facts),
    ]
    signed = signatures(facts, ["teacher", *(one.role for one in facts.regulation.signing.chain)])
    return _paper(document, facts, made, mark=mark_of(facts), head=_who(facts), signatures=signed, wide=True)


def roadmap(document: papers.Document, facts: Facts) -> Paper:
    """«Дорожная карта»: the contents 1-5 are columns, the stages 6-7 are not (S002, X40)."""
    made = [
        *parts.activities(document, "roadmap", facts),
        *parts.products(document, facts),
        *parts.base(facts),
    ]
    return _paper(document, facts, made, mark=mark_of(facts), head=_who(facts), wide=True)


def marks(document: papers.Document, facts: Facts) -> Paper:
    """«Лист отметок»: marks, reasons and results, for which the form of the card has no columns (X35)."""
    made = [
        *parts.activities(document, "marks", facts),
        *parts.final_events(document, "final_marks", facts),
    ]
    return _paper(document, facts, made, head=_who(facts), wide=True)


def correction(document: papers.Document, facts: Facts) -> Paper:
    """«Сведения о корректировке»: a row for each change, with the reason and what took the place (S000 4.6, X34)."""
    return _paper(document, facts, parts.corrections(document, facts), head=_who(facts), wide=True)


def outcome(document: papers.Document, facts: Facts) -> Paper:
    """«Итоги»: the final diagnosis and the conclusions (S000 4.10, 4.11)."""
    return _paper(
        document,
        facts,
        paper_outcome.sections(document, facts),
        mark=paper_outcome.mark_of(facts),
        head=_who(facts, captions=True),
        signatures=paper_outcome.signatures(facts),
        proof=paper_proof.of_signed(facts.address, facts.outcome),
    )


def order(document: papers.Document, facts: Facts) -> Paper:
    """The draft order that sends the teacher to the events that are still to come (S000 3.1.3)."""
    made = [*paper_orders.sending(facts), *parts.base(facts)]
    return _paper(document, facts, made, mark=phrase("draft"), signatures=signatures(facts, ["head"]))


def tutor_order(document: papers.Document, facts: Facts) -> Paper:
    """The draft act of the head of the centre that fixes the tutors of the route (S003 2, R3-015)."""
    made = [*paper_orders.fixing_tutors(facts), *parts.base(facts)]
    signed = signatures(facts, [document.by] if document.by else ())
    return _paper(document, facts, made, mark=phrase("draft"), signatures=signed)


def monitoring(document: papers.Document, facts: Facts) -> Paper:
    """What the deputy head has seen: observations, and of the pupils averages only (S000 3.1.4, X47)."""
    found = facts.monitoring
    said = tuple(found.text.split("\n")) if found is not None and found.text else ()
    numbers = (
        (found.pupils, found.mean_before, found.mean_now, found.share) if found is not None else (None,) * 4
    )
    pupils, before, now, share = numbers
    rows = (
        (phrase("monitoring_pupils"), "" if pupils is None else str(pupils)),
        (phrase("monitoring_before"), _mean(before)),
        (phrase("monitoring_now"), _mean(now)),
        (phrase("monitoring_share"), "" if share is None else per_cent(share)),
    )
    made = [
        Part("observed", phrase("monitoring_observed"), said, blanks=0 if said else paper_outcome.RULED),
        Part("numbers", phrase("monitoring_note"), rows=rows),
        Part("date", paragraphs=(long_day(None),)),
    ]
    signed = signatures(facts, [document.by] if document.by else ())
    return _paper(document, facts, made, mark=phrase("draft"), head=_who(facts), signatures=signed)


def year_report(document: papers.Document, facts: Facts) -> Paper:
    """What the teacher reports on a school year; blank lines where there is nothing yet (S001 4.3)."""
    found = facts.year_report
    said = tuple(found.paragraphs) if found is not None else ()
    title = phrase("year_report_year", first=found.year, second=found.year + 1) if found is not None else ""
    made = [Part("report", title, said, blanks=0 if said else paper_outcome.RULED)]
    accepted = found is not None and found.state is YearReportState.ACCEPTED
    by = facts.regulation.yearly.plan_by if facts.regulation.yearly is not None else "deputy_head"
    signed = signatures(facts, ["teacher", by])
    mark = "" if accepted else phrase("draft")
    return _paper(document, facts, made, mark=mark, head=_who(facts), signatures=signed)


def _mean(tenths: int | None) -> str:
    return "" if tenths is None else f"{tenths // 10}{phrase('comma')}{tenths % 10}"


def _who(facts: Facts, *, captions: bool = False) -> tuple[Line, ...]:
    """Whose paper it is: name, position, school; each with the small words of the form where it has them."""
    teacher = facts.route.teacher
    lines = (
        (teacher.full_name, "teacher_under"),
        (teacher.position or (phrase("blank_name") if captions else ""), "teacher_position_under"),
        (facts.route.organisation.name, "teacher_school_under"),
    )
    return tuple(Line(text, phrase(under) if captions else "") for text, under in lines if text)


BUILDERS: Mapping[str, Builder] = {
    "card": card,
    "growth": growth,
    "roadmap": roadmap,
    "marks": marks,
    "correction": correction,
    "outcome": outcome,
    "order": order,
    "tutor_order": tutor_order,
    "monitoring": monitoring,
    "year_report": year_report,
}
"""The kinds that can be made; a regulation has some of them."""
