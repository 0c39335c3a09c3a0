"""The information sheet: a person agrees with what is known, and says the rest (S000 4.2, S-02)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from models.errors import NotYours
from models.people import Organisation, Person, methodists_of
from models.route import Route, routes_of_teacher
from models.sheet import Sheet, sheet_by_id, sheet_of
from models.sheet_typed import TypedAnswer
from regulations import sheet as regulation_sheet
from regulations.calendar import school_year, school_years
from regulations.sheet import SheetField
from services.once import already_told
from services.work import Work

KNOWN_OTHERWISE = frozenset({"organisation", "municipality", "region", "full_name", "position"})
"""Sources that the whole product goes by: when they are wrong, a methodist must hear."""


@dataclass(frozen=True)
class SheetLook:
    """A sheet with its rules, and what is proposed for it today, by question."""

    sheet: Sheet
    rule: regulation_sheet.Sheet
    route: Route
    proposed: Mapping[str, str]
    today: date

    @property
    def done(self) -> frozenset[str]:
        """The questions that are answered."""
        return frozenset(one.code for one in self.rule.fields if self._stands(one))

    def _stands(self, field: SheetField) -> bool:
        """Is it answered? A school year once agreed with follows the term by itself, as its question promises."""
        proposed = None if "term" in field.sources else self.proposed.get(field.code)
        return self.sheet.stands(field.code, proposed)

    @property
    def rows_done(self) -> int:
        """How many rows are answered."""
        return self.rule.count_done(self.done)

    @property
    def is_full(self) -> bool:
        """Every row is answered."""
        return self.rows_done == len(self.rule.rows)

    @property
    def known(self) -> list[SheetField]:
        """What the school says and the person has not agreed with; contacts are asked one by one."""
        return [one for one in self.rule.fields if self._is_known(one)]

    def _is_known(self, field: SheetField) -> bool:
        says_school = bool(self.proposed.get(field.code)) and "term" not in field.sources
        return says_school and not field.is_contact and field.code not in self.done | self.typed.keys()

    def hides(self, field: SheetField) -> bool:
        """Whether the chat does not show this answer: names and contacts, where the organisation is discreet."""
        return bool(self.route.teacher.alias) and (field.is_contact or "full_name" in field.sources)

    @property
    def typed(self) -> dict[str, TypedAnswer]:
        """What a helper has typed and the person has not answered, by question, in the order of the form."""
        found = ((one.code, self.sheet.typed_for(one.code)) for one in self.rule.fields)
        return {code: answer for code, answer in found if answer is not None and code not in self.done}

    def answer(self, code: str) -> str:
        """The answer as it stands; "" for «нет» and for none."""
        value = self.sheet.value(code)
        if value is None or code not in self.done:
            return ""
        return self.proposed[code] if "term" in self.rule.field(code).sources else value.value

    @property
    def attestation(self) -> date | None:
        """The day of the next attestation, as far as the answers tell."""
        rule = self.rule.attestation
        said = self.answer(rule.date_field) if rule else ""
        if rule is None or not said:
            return None
        category = self.rule.field(rule.category_field).code_of(self.answer(rule.category_field))
        return rule.due(date.fromisoformat(said), category, self.today)


async def own(work: Work) -> SheetLook:
    """The acting teacher's sheet; it begins here. Refuses NotYours to people without a route or a sheet."""
    found = await of_route(work, await work.get(routes_of_teacher(work.person.id)))
    if found is None:
        raise NotYours("refusal-not-yours")
    return found


async def of_route(work: Work, route: Route) -> SheetLook | None:
    """The sheet of a route's teacher, which begins here; None where the regulation wants none."""
    if work.rules.of(route).sheet is None:
        return None
    sheet = await work.find(sheet_of(route.teacher_id))
    if sheet is None:
        sheet = Sheet(person_id=route.teacher_id, values=[], courses=[], typed=[], touched_at=work.now)
        work.session.add(sheet)
        await work.session.flush()
    return looked_at(work, sheet, route)


async def read(work: Work, route: Route) -> SheetLook | None:
    """The sheet of a route's teacher for its papers, also where nobody has opened it yet; None without a rule."""
    rule, today = work.rules.of(route).sheet, route.organisation.today(work.now)
    if rule is None:
        return None
    sheet = await work.find(sheet_of(route.teacher_id))
    if sheet is None:
        sheet = Sheet(person_id=route.teacher_id, values=[], courses=[], typed=[], touched_at=work.now)
    return SheetLook(sheet, rule, route, proposed(sheet, rule, route.teacher, route, today), today)


async def look(work: Work, sheet_id: int) -> SheetLook:
    """A sheet by its id. Refuses NotYours to everybody but its person."""
    sheet = await work.get(sheet_by_id(sheet_id))
    sheet.only_person(work.person)
    return looked_at(work, sheet, await work.get(routes_of_teacher(sheet.person_id)))


def looked_at(work: Work, sheet: Sheet, route: Route) -> SheetLook:
    """The sheet of a route's teacher as it is today. Refuses NotYours where the regulation wants none."""
    rule = work.rules.of(route).sheet
    if rule is None:
        raise NotYours("refusal-not-yours")
    return SheetLook(sheet, rule, route, proposed(sheet, rule, route.teacher, route, work.today), work.today)


async def answer(work: Work, sheet_id: int, code: str, value: str, *, drawn: int | None = None) -> SheetLook:
    """The person answers one question in their own words; "" is «нет». Kept at once.

    When they correct what the whole product goes by (school, name), the methodists hear once a day.
    Refuses: NotYours, refusal-outdated.
    """
    found = await _open(work, sheet_id, drawn)
    was_full = found.is_full
    if value and value == found.proposed.get(code):
        found.sheet.agree({code: value}, work.now)
    else:
        found.sheet.write(code, value, work.now)
        await _tell_of_a_difference(work, found, code)
    return await kept(work, found, was_full)


async def agree(work: Work, sheet_id: int, codes: Collection[str], *, drawn: int) -> SheetLook:
    """«Верно»: the person agrees with what is proposed. Refuses: NotYours, refusal-outdated."""
    found = await _open(work, sheet_id, drawn)
    was_full = found.is_full
    found.sheet.agree({code: found.proposed[code] for code in codes if code in found.proposed}, work.now)
    return await kept(work, found, was_full)


async def clear(work: Work, sheet_id: int, *, drawn: int) -> SheetLook:
    """The person deletes everything they have said. Refuses: NotYours, refusal-outdated."""
    found = await _open(work, sheet_id, drawn)
    found.sheet.clear(work.now)
    work.remember(found.route.id, "sheet.cleared")
    await work.session.flush()
    return found


async def forget_contacts(work: Work) -> None:
    """The acting person withdraws the consent: e-mail and phone go at once, whoever said them (S-19.1)."""
    sheet = await work.find(sheet_of(work.person.id))
    regulations = [work.rules.of_organisation(work.person.organisation)]
    regulations += [work.rules.of(route) for route in await work.all(routes_of_teacher(work.person.id))]
    fields = [field for one in regulations if one.sheet for field in one.sheet.fields]
    if sheet is not None:
        sheet.forget({field.code for field in fields if field.is_contact}, work.now)


async def _open(work: Work, sheet_id: int, drawn: int | None) -> SheetLook:
    found = await look(work, sheet_id)
    if drawn is not None:
        found.sheet.drawn(drawn)
    return found


async def kept(work: Work, found: SheetLook, was_full: bool) -> SheetLook:
    """An answer is kept; the row that makes the sheet whole stands in the history."""
    if found.is_full and not was_full:
        work.remember(found.route.id, "sheet.filled")
    await work.session.flush()
    return found


def proposed(
    sheet: Sheet, rule: regulation_sheet.Sheet, person: Person, route: Route, today: date
) -> dict[str, str]:
    """What is known, by question: of the organisation and the person, of the term, of the import."""
    school: Organisation = person.organisation
    known = {
        "organisation": school.name,
        "municipality": school.municipality,
        "region": school.region,
        "full_name": person.full_name,
        "position": person.position,
        "term": years_of(route, today),
    }
    found = {}
    for field in rule.fields:
        value = sheet.value(field.code)
        said = [known[one] for one in field.sources if known.get(one)]
        text = ", ".join(said) or (value.imported if value else "")
        if text:
            found[field.code] = text
    return found


def years_of(route: Route, today: date) -> str:
    """The school years that the term touches; this one while there is no term (X16)."""
    if route.starts_on is None or route.ends_on is None:
        return school_year(today)
    return ", ".join(school_years(route.starts_on, route.ends_on))


async def _tell_of_a_difference(work: Work, found: SheetLook, code: str) -> None:
    field = found.rule.field(code)
    if not KNOWN_OTHERWISE & set(field.sources):
        return
    person = work.person
    hearers = {one.person_id for one in await work.all(methodists_of(person.organisation.region, work.today))}
    keys = {hearer: f"sheet:{person.id}:{code}:{hearer}:{work.today}" for hearer in hearers}
    told = await already_told(work, list(keys.values()))
    for hearer, once in keys.items():
        if once not in told:
            work.notify(
                hearer,
                "sheet-differs",
                once=once,
                name=person.short_name,
                school=person.organisation.name,
                what=field.short,
            )
