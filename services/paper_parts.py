"""Sections of papers that several kinds share: the sheet, the tables, the dates, the acts behind it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from documents.paper_model import Part
from models.paper import PaperState
from models.plan_version import content_of
from models.product import Product
from regulations import papers
from regulations.sheet import SheetField, SheetRow
from services import product
from services.paper_facts import Facts
from services.paper_measured import Measured
from services.paper_tables import activity_rows, columns_of, correction_rows, diagnosis_rows, event_rows
from services.paper_words import listed, long_day, phrase, read, years
from services.sheet import SheetLook

INFO = "info"


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


def topic(facts: Facts) -> Iterable[Part]:
    """The topic, called as the text calls it; nothing where the text knows none (X50)."""
    title = facts.regulation.topic_title
    if title is not None:
        yield Part("topic", rows=((read(title), facts.route.topic or ""),))


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
    said = [*_why_empty(code, facts), *(found.other if found is not None else ())]
    if found is not None and found.by_hand:
        said.append(_by_hand(facts, found))
    rows = diagnosis_rows(rule, facts, found)
    yield Part(code, read(rule.title), tuple(said), columns=columns_of(rule), cells=rows)


def _why_empty(code: str, facts: Facts) -> list[str]:
    found, rule = facts.diagnosis, facts.regulation.diagnosis
    if code != "entry_diagnosis":
        return [phrase("final_declined", clause=rule.final.clause)] if found.final_declined else []
    if found.declined:
        return [phrase("declined", clause=rule.clause)]
    return [phrase("hidden")] if found.hidden else []


def _by_hand(facts: Facts, found: Measured) -> str:
    """Whose level was set across a hole of the table, and by whom: the per cent is not changed (X02)."""
    named = [
        f"{read(one.title)} ({found.by_hand[one.code]})"
        for one in facts.regulation.competencies
        if one.code in found.by_hand
    ]
    return phrase("level_by_hand", named=", ".join(named))


def activities(document: papers.Document, code: str, facts: Facts) -> Iterable[Part]:
    """A table of the plan's rows."""
    rule = part_of(document, code)
    if rule is not None:
        rows = activity_rows(rule, facts)
        yield Part(code, read(rule.title), columns=columns_of(rule), cells=rows)


def programme(document: papers.Document, facts: Facts) -> Iterable[Part]:
    """The programme of the centre, field by field; what is not known is a place to write (S003 1.2, X38)."""
    rule, included = part_of(document, "programme"), facts.regulation.programme
    if rule is None or included is None:
        return
    said = facts.programme
    rows = tuple(
        (read(one.title), said.value(one.code) if said is not None else "") for one in included.fields
    )
    yield Part("programme", read(rule.title), rows=rows)


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
    """«Начало работы – …»: planned days; the real first day once approved, the real last one once closed (X20)."""
    rule, route = part_of(document, "dates"), facts.route
    if rule is None:
        return
    begun = route.organisation.today(route.confirmed_at) if route.confirmed_at is not None else None
    days = (route.began_on or begun or route.starts_on, route.ended_on or route.ends_on)
    lines = [f"{read(title)} – {long_day(day)}" for title, day in zip(rule.rows, days, strict=False)]
    yield Part("dates", paragraphs=tuple(lines))


def amended(facts: Facts) -> Iterable[Part]:
    """The rows are those of today; where other ones were signed, the card says so (S000 4.6)."""
    card = facts.card
    if card is None or card.state is not PaperState.DONE:
        return
    then = {row["id"]: row for row in card.content["rows"]}
    if then != {row["id"]: row for row in content_of(facts.route, facts.rows)["rows"]}:
        yield Part("amended", paragraphs=(phrase("amended", number=card.number),))


def note(document: papers.Document) -> Iterable[Part]:
    """For the methodist: which sections came from another regulation's form, and are to be confirmed (X36)."""
    lent = [f"«{read(one.title)}»" for one in document.parts if one.donor and one.columns]
    if lent:
        yield Part("note", paragraphs=(phrase("donor", parts=", ".join(lent)),))


def base(facts: Facts) -> Iterable[Part]:
    """The acts that the regulation rests on, as it quotes them; what is doubtful in them, for whoever prints (X51)."""
    acts = facts.regulation.legal_base
    if not acts:
        return
    doubts = [read(one.doubt) for one in acts if one.doubt is not None]
    listed_acts = "; ".join(read(one.act) for one in acts)
    yield Part("base", phrase("base"), paragraphs=(f"{listed_acts}.", *doubts), small=True)
