"""The regulation of Bashkortostan (S003): what its text says, and what is marked because the copy is damaged."""

from datetime import date

import pytest

from regulations import library
from regulations.approval import Act
from regulations.duration import Term
from regulations.rule import Rule, walk

RULES = library.load().get("bashkortostan")


def codes(items):
    return [item.code for item in items]


@pytest.mark.parametrize(
    ("end", "term"),
    [
        ("2026-10-01", Term.FITS),
        ("2027-09-01", Term.FITS),
        ("2027-09-02", Term.TOO_LONG),
        ("2027-10-01", Term.TOO_LONG),
        ("2026-08-31", Term.TOO_SHORT),
    ],
)
def test_x14_a_route_lasts_up_to_a_year_and_has_no_shortest_term(end, term):
    assert RULES.duration.judge(date(2026, 9, 1), date.fromisoformat(end)) is term
    assert (RULES.duration.min_months, RULES.duration.max_months) == (None, 12)
    assert "до 1 года" in RULES.duration.quote.get("ru")


def test_no_least_number_of_activities():
    assert RULES.min_activities is None


def test_x12_four_competencies_are_required_and_ict_is_not():
    assert [one.code for one in RULES.competencies if one.required] == ["subject", "method", "psyped", "comm"]
    assert not RULES.competency("ict").required


def test_x29_the_centre_agrees_and_the_head_approves():
    steps = [(step.role, step.act) for step in RULES.signing.chain]
    assert steps == [("centre_head", Act.AGREE), ("head", Act.APPROVE)]


def test_x24_a_correction_takes_all_three():
    signers = RULES.signing.correction
    assert signers.roles() == ("methodist", "tutor", "teacher")
    assert not signers.satisfied({"methodist", "teacher"})
    assert signers.satisfied({"methodist", "tutor", "teacher"})
    assert RULES.correction.by == ("tutor",)


def test_x10_the_final_diagnosis_is_offered():
    assert RULES.diagnosis.final.mode == "offered"
    assert "по желанию педагога" in RULES.diagnosis.final.quote.get("ru")


def test_x26_the_tutor_generalises_and_speaks_at_the_final_event():
    assert RULES.conclusion.summary_by == "tutor"
    assert RULES.conclusion.monitoring_by == "deputy_head"
    assert RULES.final_event.invited[0].role == "tutor"


def test_x43_a_product_is_due_and_satisfaction_is_asked():
    assert RULES.conclusion.product == "one"
    assert codes(RULES.conclusion.results) == ["product", "deficits_removed", "satisfaction"]
    assert RULES.satisfaction.questions
    assert all(one.ours for one in RULES.satisfaction.questions)


def test_x38_the_programme_of_the_centre_is_part_of_the_route():
    assert RULES.programme.approved_by == "centre_head"
    assert codes(RULES.programme.fields) == ["name", "approval", "file"]


def test_the_tutor_is_fixed_by_an_act_of_the_centre():
    assert RULES.tutor_act.by == "centre_head"
    assert "Установочное совещание" in RULES.tutor_act.discussed.title.get("ru")


def test_no_registry_the_card_is_kept_in_the_portfolio():
    assert RULES.registry is None
    assert [place.title.get("ru") for place in RULES.keeping.places] == [
        "портфолио педагогического работника"
    ]


def test_the_card_says_region_and_asks_for_no_contacts():
    info = {part.code: part for part in RULES.documents[0].parts}["info"]
    rows = [row.get("ru") for row in info.rows]
    assert rows[0] == "Название учебного заведения, регион"
    assert "Дополнительные сведения" in rows
    assert len(rows) == 12
    assert not any(field.is_contact for field in RULES.sheet.fields)


def test_x36_sections_that_the_copy_lost_name_their_donor():
    parts = {part.code: part for one in RULES.documents for part in one.parts}
    for code in ("activities", "final_event"):
        assert (parts[code].donor, parts[code].confirm, parts[code].ours) == ("udmurtia", True, True)
    assert [column.get("ru") for column in parts["entry_diagnosis"].columns] == [
        "Компетенции",
        "Уровень (%): низкий",
        "Уровень (%): средний",
        "Уровень (%): высокий",
    ]


def test_x41_every_quote_was_typed_anew_and_is_marked_with_its_lines():
    quoted = [one for one in walk(RULES) if isinstance(one, Rule) and one.quote is not None]
    strange = [one.clause for one in quoted if not (one.ocr and one.confirm and one.lines)]
    assert len(quoted) > 15
    assert strange == []


def test_x05_numbers_of_levels_come_from_the_methodical_text():
    assert RULES.thresholds.ours
    assert "Способы индивидуализации" in RULES.thresholds.source.get("ru")
