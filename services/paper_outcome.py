"""«Итоги»: the final diagnosis, the conclusions as signed, and the teacher's word on them (S000 4.10, 4.11)."""

from __future__ import annotations

from collections.abc import Iterable

from documents.paper_model import Part, Signature
from models.conclusions import PROLONGED, Conclusions, ConclusionsState, Known
from regulations import papers
from services import paper_parts as parts
from services import paper_signed
from services.paper_facts import Facts
from services.paper_words import long_day, phrase, read

RULED = 4
"""How many lines the form has for the conclusions."""


def mark_of(facts: Facts) -> str:
    """«ПРОЕКТ» until all have signed."""
    one = facts.conclusions
    return "" if one is not None and one.state is ConclusionsState.SIGNED else phrase("draft")


def sections(document: papers.Document, facts: Facts) -> Iterable[Part]:
    """The table, the text, the day of the last signature; blank lines where nobody has written yet."""
    yield from parts.diagnosis(document, "final_diagnosis", facts, facts.diagnosis.final)
    rule, one = parts.part_of(document, "conclusions"), facts.conclusions
    if rule is not None and one is None:
        yield Part("conclusions", read(rule.title), blanks=RULED)
    elif rule is not None and one is not None:
        yield Part("conclusions", read(rule.title), paragraphs=(*one.paragraphs, _outcome(facts, one)))
    signed = one.signed_at if one is not None else None
    day = facts.route.organisation.today(signed) if signed is not None else None
    yield Part("date", paragraphs=(long_day(day),))


def _outcome(facts: Facts, one: Conclusions) -> str:
    """«Итог: успешное завершение», and until when it goes on, where it does."""
    known = {choice.code: choice.title for choice in facts.regulation.conclusion.outcomes}
    title = read(known[one.outcome]) if one.outcome in known else phrase("stopped")
    if one.outcome == PROLONGED and one.new_end is not None:
        return phrase("outcome_until", outcome=title, until=f"{one.new_end:%d.%m.%Y}")
    return phrase("outcome", outcome=title)


def signatures(facts: Facts) -> tuple[Signature, ...]:
    """Those of the regulation, then «С выводами ознакомлен(а)» with what the teacher has said (X32)."""
    signing = facts.regulation.signing
    roles = signing.conclusions.roles() if signing.conclusions is not None else ()
    slots = facts.outcome.slots if facts.outcome is not None else ()
    signed = paper_signed.signatures(facts, roles, slots)
    if signing.acknowledge is None:
        return signed
    name, under = facts.route.teacher.surname_initials, _known(facts) or phrase("signature_under")
    return (*signed, Signature("", name, said=phrase("acknowledged"), under=under))


def _known(facts: Facts) -> str:
    one = facts.conclusions
    if one is None or one.known is None or one.known_at is None:
        return ""
    at = f"{facts.route.organisation.local(one.known_at):%d.%m.%Y %H:%M}"
    if one.known is Known.DISAGREES:
        return phrase("known_disagrees", at=at, words=one.objection)
    return phrase("known_silent" if one.known is Known.SILENT else "known_read", at=at)
