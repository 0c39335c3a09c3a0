"""One builder for each kind of paper: the regulation's form and the facts become the model (X33-X41)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from pytrovich.enums import Case

from documents.paper_model import Column, Line, Paper, Part, Signature
from models.people import Role
from models.plan import ActivityState
from regulations import papers
from services import paper_parts as parts
from services.paper_facts import Facts
from services.paper_words import (
    LANGUAGE,
    in_case,
    long_day,
    name_of,
    name_to_sign,
    per_cent,
    phrase,
    read,
    short_days,
    titled,
)

Builder = Callable[[papers.Document, Facts], Paper]
RULED = 4
"""How many lines the form has for the conclusions."""


def _paper(document: papers.Document, facts: Facts, made: Iterable[Part], **more: object) -> Paper:
    return Paper(
        kind=document.code,
        language=LANGUAGE,
        name=f"{name_of(document.code)} {facts.route.teacher.short_name}".rstrip("."),
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
        *parts.activities(document, "activities", facts),
        *parts.final_events(document, "final_event", facts),
        *parts.dates(document, facts),
        *parts.note(document),
    ]
    signed = parts.card_signatures(facts, signing.roles() if signing is not None else ())
    return _paper(
        document, facts, made, mark=parts.mark_of(facts), stamps=parts.stamps(facts), signatures=signed
    )


def growth(document: papers.Document, facts: Facts) -> Paper:
    """«Карта роста»: default columns for a form that the text only names (S001 4.2, X37)."""
    made = [*parts.activities(document, "growth", facts), *parts.products(document, facts)]
    signed = parts.signatures(facts, ["teacher", *(one.role for one in facts.regulation.signing.chain)])
    return _paper(
        document, facts, made, mark=parts.mark_of(facts), head=_who(facts), signatures=signed, wide=True
    )


def roadmap(document: papers.Document, facts: Facts) -> Paper:
    """«Дорожная карта»: the contents 1-5 are columns, the stages 6-7 are not (S002, X40)."""
    made = [*parts.activities(document, "roadmap", facts), *parts.products(document, facts)]
    return _paper(document, facts, made, mark=parts.mark_of(facts), head=_who(facts), wide=True)


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
    """«Итоги»: the final diagnosis and the conclusions; blank lines where nobody has written yet (S000 4.10, 4.11)."""
    rule, signing = parts.part_of(document, "conclusions"), facts.regulation.signing
    words = [Part("conclusions", read(rule.title), blanks=RULED)] if rule is not None else []
    made = [
        *parts.diagnosis(document, "final_diagnosis", facts, facts.diagnosis.final),
        *words,
        Part("date", paragraphs=(long_day(None),)),
    ]
    signed = parts.signatures(facts, signing.conclusions.roles() if signing.conclusions is not None else ())
    if signing.acknowledge is not None:
        teacher = Signature(
            "", facts.route.teacher.short_name, said=phrase("acknowledged"), under=phrase("signature_under")
        )
        signed = (*signed, teacher)
    return _paper(
        document, facts, made, mark=phrase("draft"), head=_who(facts, captions=True), signatures=signed
    )


def order(document: papers.Document, facts: Facts) -> Paper:
    """The draft order that sends the teacher to the events that are still to come (S000 3.1.3)."""
    teacher, rules = facts.route.teacher, facts.regulation.activities
    sent = in_case(teacher.full_name, Case.ACCUSATIVE)
    name = sent or teacher.full_name
    who = phrase("who", name=name, position=teacher.position) if teacher.position else name
    send = phrase("order_send" if sent else "order_send_plain", who=who)
    rows = tuple(
        (
            str(number),
            one.title,
            short_days(one.starts_on, one.on_date),
            titled(rules.organisers, one.organiser),
        )
        for number, one in enumerate((one for one in facts.rows if one.state is ActivityState.PLANNED), 1)
    )
    columns = (
        Column(phrase("order_row"), weight=2),
        Column(phrase("order_event"), weight=6),
        Column(phrase("order_days"), weight=3),
        Column(phrase("order_place"), weight=4),
    )
    control = phrase("order_control", name=name_to_sign(facts.officers.get(Role.DEPUTY_HEAD)))
    opening = (
        phrase("order_number"),
        phrase("order_about"),
        phrase("order_to", regulation=read(facts.regulation.title)),
    )
    made = [
        Part("opening", paragraphs=(*opening, send)),
        Part("events", columns=columns, cells=rows or (("",) * len(columns),)),
        Part("closing", paragraphs=(control,)),
    ]
    return _paper(document, facts, made, mark=phrase("draft"), signatures=parts.signatures(facts, ["head"]))


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
        Part("observed", phrase("monitoring_observed"), said, blanks=0 if said else RULED),
        Part("numbers", phrase("monitoring_note"), rows=rows),
        Part("date", paragraphs=(long_day(None),)),
    ]
    signed = parts.signatures(facts, [document.by] if document.by else ())
    return _paper(document, facts, made, mark=phrase("draft"), head=_who(facts), signatures=signed)


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
    "monitoring": monitoring,
}
"""The kinds that can be made; a regulation has some of them."""
