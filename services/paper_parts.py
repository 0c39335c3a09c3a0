"""Sections of papers that several kinds share: the sheet, the tables, the dates, stamps and signatures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from documents.paper_model import Line, Part, Signature, Stamp
from models.paper_slot import PaperSlot, SlotState, Way
from models.people import CENTRE_ROLES, Person, Role
from models.product import Product
from models.route import RouteState
from regulations import papers
from regulations.approval import ApprovalStep
from regulations.sheet import SheetField, SheetRow
from services import product
from services.paper_facts import Facts, Measured
from services.paper_tables import activity_rows, columns_of, correction_rows, diagnosis_rows, event_rows
from services.paper_words import listed, long_day, name_to_sign, phrase, read, years
from services.sheet import SheetLook

INFO = "info"
TWO_STAMPS = 2


def part_of(document: papers.Document, code: str) -> papers.Part | None:
    """The section with this code, if the regulation's form has one."""
    return next((one for one in document.parts if one.code == code), None)


def info(document: papers.Document, facts: Facts) -> Iterable[Part]:
    """The information sheet: what the teacher said, else what the school says; «нет» as it was said."""
    found, rule = facts.sheet, part_of(document, INFO)
    if rule is None:
        return
    rows = zip(rule.rows, found.rule.rows, strict=False) if found is not None else ()
    told = [(read(title), _row(facts, row)) for title, row in rows]
    yield Part(INFO, read(rule.title), rows=tuple(told) or tuple((read(one), "") for one in rule.rows))


def _row(facts: Facts, row: SheetRow) -> str:
    found = facts.sheet
    assert found is not None
    said = [(_value(found, field), field.code in found.done) for field in row.fields]
    values = [value for value, _ in said if value]
    if values:
        joint = "\n" if any("\n" in value for value in values) else ", "
        return joint.join(values)
    return phrase("none") if all(done for _, done in said) else ""


def _value(found: SheetLook, field: SheetField) -> str:
    if field.kind == "courses":
        whole = [one for one in found.sheet.courses if one.complete]
        return listed([phrase("course", title=one.title, hours=one.hours, year=one.year) for one in whole])
    value = found.answer(field.code) if field.code in found.done else found.proposed.get(field.code, "")
    if not value:
        return ""
    if field.kind == "date":
        return _day(value)
    return years(int(value)) if field.kind == "years" and value.isdecimal() else read(field.read(value))


def _day(value: str) -> str:
    """A stored day as people write it; as it was imported, where that is no day."""
    try:
        return f"{date.fromisoformat(value):%d.%m.%Y}"
    except ValueError:
        return value


def diagnosis(document: papers.Document, code: str, facts: Facts, found: Measured | None) -> Iterable[Part]:
    """A table of levels; above it, why it is empty (X09), or the difficulties of no competency."""
    rule = part_of(document, code)
    if rule is None or not facts.regulation.competencies:
        return
    said = []
    if code == "entry_diagnosis" and facts.diagnosis.declined:
        said.append(phrase("declined", clause=facts.regulation.diagnosis.clause))
    elif code == "entry_diagnosis" and facts.diagnosis.hidden:
        said.append(phrase("hidden"))
    if found is not None:
        said += found.other
    rows = diagnosis_rows(rule, facts, found)
    yield Part(code, read(rule.title), tuple(said), columns=columns_of(rule), cells=rows)


def activities(document: papers.Document, code: str, facts: Facts) -> Iterable[Part]:
    """A table of the plan's rows."""
    rule = part_of(document, code)
    if rule is not None:
        rows = activity_rows(rule, facts)
        yield Part(code, read(rule.title), columns=columns_of(rule), cells=rows)


def products(document: papers.Document, facts: Facts) -> Iterable[Part]:
    """What the teacher has made, by name, kind and direction; nothing where nothing was handed in."""
    rule = part_of(document, "products")
    if rule is not None and facts.products:
        lines = tuple(_product(facts, one) for one in facts.products)
        yield Part("products", read(rule.title), lines)


def _product(facts: Facts, one: Product) -> str:
    about = (product.kind_title(facts.regulation, one), product.direction_title(facts.regulation, one))
    said = ", ".join(read(each) for each in about if each)
    return phrase("product", title=one.title, about=said) if said else phrase("product_bare", title=one.title)


def final_events(document: papers.Document, code: str, facts: Facts) -> Iterable[Part]:
    """A table of the final public events."""
    rule = part_of(document, code)
    if rule is not None:
        yield Part(code, read(rule.title), columns=columns_of(rule), cells=event_rows(rule, facts))


def corrections(document: papers.Document, facts: Facts) -> Iterable[Part]:
    """A table of the corrections that have gone round, each with the names under it."""
    rule = part_of(document, "corrections")
    if rule is not None:
        rows = correction_rows(rule, facts)
        yield Part("corrections", columns=columns_of(rule), cells=rows)


def dates(document: papers.Document, facts: Facts) -> Iterable[Part]:
    """«Начало работы – …»: planned days, and the real first day once the plan is approved (X20)."""
    rule, route = part_of(document, "dates"), facts.route
    if rule is None:
        return
    begun = route.organisation.today(route.confirmed_at) if route.confirmed_at is not None else None
    days = (route.began_on or begun or route.starts_on, route.ends_on)
    lines = [f"{read(title)} – {long_day(day)}" for title, day in zip(rule.rows, days, strict=False)]
    yield Part("dates", paragraphs=tuple(lines))


def note(document: papers.Document) -> Iterable[Part]:
    """For the methodist: which sections came from another regulation's form, and are to be confirmed (X36)."""
    lent = [f"«{read(one.title)}»" for one in document.parts if one.donor and one.columns]
    if lent:
        yield Part("note", paragraphs=(phrase("donor", parts=", ".join(lent)),))


def mark_of(facts: Facts) -> str:
    """«ПРОЕКТ» until the last word on the plan is given."""
    return phrase("draft") if facts.route.state in (RouteState.DRAFT, RouteState.ON_CONFIRMATION) else ""


def stamps(facts: Facts) -> tuple[Stamp, ...]:
    """«СОГЛАСОВАНО» on the left and «УТВЕРЖДАЮ» on the right; a chain of one step stands on the right."""
    made = [_stamp(facts, one) for one in facts.regulation.signing.chain[-TWO_STAMPS:]]
    if not made:
        return ()
    return (Stamp("", ()), made[0]) if len(made) < TWO_STAMPS else (made[0], made[1])


def _stamp(facts: Facts, rule: ApprovalStep) -> Stamp:
    """Position, organisation, name and day: of whoever signed, as they were then (X39); else of today's officer."""
    role, slot = Role(rule.role), signed_by(facts, rule.role)
    officer = facts.officers.get(role)
    if slot is None:
        lines = [Line(_to_sign(name_to_sign(officer))), Line(long_day(None))]
    else:
        lines = [Line(slot.short_name), Line(_how(facts, slot))]
    return Stamp(read(rule.stamp), (*_office(facts, officer, role), *lines))


def _to_sign(name: str) -> str:
    return f"{phrase('blank_sign')} / {name}"


def _office(facts: Facts, officer: Person | None, role: Role) -> tuple[Line, Line]:
    """Position and organisation; the blanks of the form where nobody is known."""
    blank, title = phrase("blank_name"), read(facts.regulation.role_title(role.value))
    if officer is None:
        position = Line(title) if role in CENTRE_ROLES else Line(blank, phrase("position_under"))
        return position, Line(blank, phrase("organisation_under"))
    return Line(officer.position or title), Line(facts.names[officer.organisation_id])


def signed_by(facts: Facts, role: str) -> PaperSlot | None:
    """The signature under the card that a role has given, or another in its place; None while there is none."""
    given = [one for one in facts.slots if one.state is SlotState.SIGNED]
    return next((one for one in given if role in (*one.held_by, *one.instead_of.strip(",").split(","))), None)


def _how(facts: Facts, slot: PaperSlot) -> str:
    """When it was signed, and how: with a simple electronic signature, with the code alone, on paper."""
    school = facts.route.organisation
    if slot.way is Way.PAPER:
        return phrase("signed_on_paper", on=f"{slot.paper_on:%d.%m.%Y}" if slot.paper_on else "")
    at = f"{school.local(slot.at):%d.%m.%Y %H:%M}" if slot.at is not None else ""
    return (
        phrase("signed_simple", at=at, act=slot.simple) if slot.simple else phrase("signed_with_code", at=at)
    )


def signatures(facts: Facts, roles: Sequence[str]) -> tuple[Signature, ...]:
    """A line for each role that signs, with the name of who holds it."""
    titles = {one: read(facts.regulation.role_title(one)) for one in roles}
    return tuple(
        Signature(title, name_to_sign(facts.officers.get(Role(one)))) for one, title in titles.items()
    )


def card_signatures(facts: Facts, roles: Sequence[str]) -> tuple[Signature, ...]:
    """The same under the card: where somebody has signed, their name as it was then, when and how (X39)."""
    empty = zip(roles, signatures(facts, roles), strict=True)
    slots = [(one, signed_by(facts, role)) for role, one in empty]
    return tuple(
        one if slot is None else replace(one, name=slot.short_name, under=_how(facts, slot))
        for one, slot in slots
    )
