"""The gymnasium (S001), the methodical guide (S002), the mentee's route and mentoring (S004): what their texts say."""

from datetime import date

import pytest

from regulations import library, questionnaire
from regulations.approval import NEXT_ROLES, Act
from regulations.duration import Term
from regulations.rule import Rule, walk
from regulations.scales import DeficitLevel, read_score

LIBRARY = library.load()
GROZNY, GUIDE, MENTEE = (LIBRARY.get(id) for id in ("grozny_gymnasium_4", "methodical_guide", "mentoring"))


def codes(items):
    return [item.code for item in items]


@pytest.mark.parametrize(
    ("id", "months", "day_before", "exactly", "day_after"),
    [
        ("udmurtia", 6, Term.TOO_SHORT, Term.FITS, Term.FITS),
        ("udmurtia", 5, Term.TOO_SHORT, Term.TOO_SHORT, Term.TOO_SHORT),
        ("udmurtia", 24, Term.FITS, Term.FITS, Term.TOO_LONG),
        ("udmurtia", 25, Term.TOO_LONG, Term.TOO_LONG, Term.TOO_LONG),
        ("bashkortostan", 12, Term.FITS, Term.FITS, Term.TOO_LONG),
        ("bashkortostan", 13, Term.TOO_LONG, Term.TOO_LONG, Term.TOO_LONG),
        ("grozny_gymnasium_4", 36, Term.FITS, Term.FITS, Term.TOO_LONG),
        ("grozny_gymnasium_4", 37, Term.TOO_LONG, Term.TOO_LONG, Term.TOO_LONG),
        ("methodical_guide", 1, Term.FITS, Term.FITS, Term.FITS),
        ("methodical_guide", 100, Term.FITS, Term.FITS, Term.FITS),
        ("mentoring", 48, Term.TOO_SHORT, Term.FITS, Term.FITS),
        ("mentoring", 60, Term.FITS, Term.FITS, Term.TOO_LONG),
    ],
)
def test_x14_every_regulation_at_the_edges_of_its_term(id, months, day_before, exactly, day_after):
    """From the 1st of September: ends two days short of n months, on the same day of the month, and a day later."""
    starts = date(2026, 9, 1)
    year, month = divmod(starts.month - 1 + months, 12)
    same = date(starts.year + year, month + 1, 1)
    judge = LIBRARY.get(id).duration.judge
    day = same.toordinal()
    ends = (date.fromordinal(day - 2), same, date.fromordinal(day + 1))
    assert [judge(starts, end) for end in ends] == [day_before, exactly, day_after]


@pytest.mark.parametrize(
    ("end", "term"), [("2027-02-26", Term.TOO_SHORT), ("2027-02-28", Term.FITS), ("2027-03-01", Term.FITS)]
)
def test_x14_six_months_from_the_last_of_august_end_in_february(end, term):
    assert LIBRARY.get("udmurtia").duration.judge(date(2026, 8, 31), date.fromisoformat(end)) is term


@pytest.mark.parametrize(
    ("end", "term"),
    [
        ("2026-11-29", Term.TOO_SHORT),
        ("2026-11-30", Term.FITS),
        ("2026-12-01", Term.FITS),
        ("2027-09-01", Term.FITS),
        ("2027-09-02", Term.TOO_LONG),
    ],
)
def test_the_programme_of_mentoring_lasts_three_months_to_a_year(end, term):
    assert MENTEE.mentoring.duration.judge(date(2026, 9, 1), date.fromisoformat(end)) is term


@pytest.mark.parametrize("one", LIBRARY.regulations, ids=lambda one: one.id)
def test_x42_only_one_text_names_a_least_number_of_activities(one):
    assert (one.min_activities is not None) is (one.id == "udmurtia")


@pytest.mark.parametrize(
    ("id", "required", "optional"),
    [
        ("udmurtia", 5, []),
        ("bashkortostan", 4, ["ict"]),
        ("grozny_gymnasium_4", 7, []),
        ("methodical_guide", 4, ["ict"]),
        ("mentoring", 0, []),
    ],
)
def test_x12_each_text_has_its_own_competencies(id, required, optional):
    found = LIBRARY.get(id).competencies
    assert sum(one.required for one in found) == required
    assert [one.code for one in found if not one.required] == optional


@pytest.mark.parametrize(
    ("id", "chain"),
    [
        ("udmurtia", [("centre_head", Act.AGREE), ("head", Act.APPROVE)]),
        ("bashkortostan", [("centre_head", Act.AGREE), ("head", Act.APPROVE)]),
        ("grozny_gymnasium_4", [("deputy_head", Act.AGREE), ("head", Act.APPROVE)]),
        ("methodical_guide", []),
        ("mentoring", []),
    ],
)
def test_x30_each_text_has_its_own_chain(id, chain):
    assert [(step.role, step.act) for step in LIBRARY.get(id).signing.chain] == chain


@pytest.mark.parametrize(
    ("id", "entry", "final", "event"),
    [
        ("udmurtia", "voluntary_unless_local_act", "required", True),
        ("bashkortostan", "voluntary_unless_local_act", "offered", True),
        ("grozny_gymnasium_4", "required", "none", True),
        ("methodical_guide", "required", "none", False),
        ("mentoring", "none", "none", False),
    ],
)
def test_x10_each_text_has_its_own_diagnosis_and_final_event(id, entry, final, event):
    one = LIBRARY.get(id)
    assert (one.diagnosis.entry.mode, one.diagnosis.final.mode, one.final_event.required) == (
        entry,
        final,
        event,
    )


def test_x30_the_chain_of_the_gymnasium_is_ours_and_refers_to_control():
    assert all(step.ours and step.confirm and step.clause == "п. 4.1" for step in GROZNY.signing.chain)
    assert "Контроль" in GROZNY.signing.chain[0].quote.get("ru")
    assert (GROZNY.signing.card, GROZNY.signing.conclusions, GROZNY.signing.acknowledge) == (None, None, None)


@pytest.mark.parametrize("one", [GUIDE, MENTEE], ids=lambda one: one.id)
def test_where_no_text_asks_nobody_signs(one):
    signing = one.signing
    assert (signing.card, signing.correction, signing.conclusions, signing.acknowledge) == (None,) * 4
    assert all(signing.stages(paper) == () for paper in ("card", "correction", "conclusions"))


def test_the_gymnasium_has_five_stages_and_four_directions():
    assert codes(GROZNY.stages)[0] == "self_determination"
    assert codes(GROZNY.stages)[-1] == "presentation"
    assert len(GROZNY.stages) == 5
    assert codes(GROZNY.directions.items) == ["formal", "community", "methodical", "self_education"]


def test_every_kind_of_the_gymnasium_belongs_to_one_direction():
    found = [kind for one in GROZNY.directions.items for kind in one.kinds]
    assert sorted(found) == sorted(codes(GROZNY.activities.kinds))
    assert GROZNY.directions.of_kind("conference").code == "community"
    assert GROZNY.directions.of_kind("nothing") is None


def test_x18_the_gymnasium_corrects_once_a_year_and_reports_every_year():
    assert (GROZNY.correction.period, GROZNY.correction.min_per_year) == ("yearly", 1)
    assert "ежегодные отчеты" in GROZNY.yearly.report.quote.get("ru")


def test_x19_the_deputy_head_plans_the_coming_year_on_applications():
    yearly = GROZNY.yearly
    assert (yearly.plan_by, yearly.applications_from, yearly.applications_to) == (
        "deputy_head",
        "15.04",
        "31.05",
    )
    assert codes(yearly.interim) == ["subject_group", "readings", "method_day"]


def test_x37_the_growth_card_has_columns_of_ours():
    part = next(one for one in GROZNY.documents[0].parts if one.code == "growth")
    assert GROZNY.documents[0].code == "growth"
    assert (part.ours, part.confirm, len(part.columns)) == (True, True, 8)


def test_x51_doubtful_references_are_said_and_to_be_confirmed():
    doubted = [one for one in GROZNY.legal_base if one.doubt]
    assert len(doubted) == 2
    assert all(one.confirm for one in doubted)
    assert any("Р-201" in one.doubt.get("ru") for one in doubted)


def test_the_questionnaire_of_the_gymnasium_begins_with_the_forty_and_asks_seven():
    known = {one.id: one for one in questionnaire.load()}
    seven, forty = known["teacher_seven"], known["teacher"]
    assert seven.statements[:40] == forty.statements
    assert list(seven.competencies()) == codes(GROZNY.competencies)
    assert len(seven.statements) == 56
    for one in seven.statements[40:]:
        assert one.text.get("ru").startswith("Я ")
        assert one.text.languages == one.short.languages == ("en", "ru")


def test_a_questionnaire_that_extends_nothing_is_refused(tmp_path):
    text = (questionnaire.FOLDER / "teacher_seven.toml").read_text(encoding="utf-8")
    (tmp_path / "teacher_seven.toml").write_text(text, encoding="utf-8")
    with pytest.raises(library.RegulationError, match="no questionnaire 'teacher 1'"):
        questionnaire.load(tmp_path)


def test_x04_the_least_deficit_has_the_name_of_its_text():
    names = {one.id: one.thresholds.deficit_name(DeficitLevel.MINIMAL).get("ru") for one in (GROZNY, GUIDE)}
    assert names["methodical_guide"] == "дефицит: минимальный или отсутствует"
    assert names["grozny_gymnasium_4"].startswith("дефицит: низкий")


@pytest.mark.parametrize(
    ("score", "deficit", "way"),
    [
        (600, DeficitLevel.HIGH, "Профессиональное развитие по технологии индивидуального плана"),
        (601, DeficitLevel.MEDIUM, "индивидуального плана или повышение квалификации"),
        (800, DeficitLevel.MEDIUM, "индивидуального плана или повышение квалификации"),
        (801, DeficitLevel.MINIMAL, "неформального и информального"),
    ],
)
def test_x02_x05_the_guide_names_a_way_for_each_level(score, deficit, way):
    found = read_score(score, GUIDE.thresholds)
    assert found.deficit is deficit
    assert way in found.way.get("ru")
    assert not GUIDE.thresholds.ours


def test_x44_the_guide_obliges_nobody_and_the_gymnasium_includes_everybody():
    assert not GUIDE.beginning.required
    assert "не является обязательным документом" in GUIDE.beginning.quote.get("ru")
    assert codes(GUIDE.beginning.reasons) == ["new_requirements", "pupils_need", "attestation"]
    assert GROZNY.beginning.required


def test_the_guide_has_another_framework_for_managers():
    assert codes(GUIDE.managers.items) == ["processes", "resources", "staff", "results", "information"]


def test_x40_the_road_map_has_the_five_points_and_place_and_time():
    (document,) = GUIDE.documents
    columns = [one.get("ru") for one in document.parts[0].columns]
    assert len(columns) == 6
    assert columns[2] == "Сроки (дедлайн)"
    assert columns[-1] == "Место и время предоставления отчета"
    assert codes(GUIDE.stages)[-2:] == ["practice", "evaluation"]


def test_x43_each_text_wants_its_own_product():
    products = {one.id: one.conclusion.product for one in LIBRARY.regulations}
    assert products == {
        "udmurtia": "none",
        "bashkortostan": "one",
        "grozny_gymnasium_4": "materials",
        "methodical_guide": "per_direction",
        "mentoring": "none",
    }
    assert codes(GUIDE.conclusion.product_kinds) == ["scenario", "methodical_plan", "article", "course_paper"]


def test_the_guide_advises_and_asks_three_questions():
    assert codes(GUIDE.advice.rules) == ["step_by_step", "strong_first", "objective"]
    assert len(GUIDE.advice.questions) == 3


def test_the_mentee_walks_seven_steps_without_levels():
    assert MENTEE.walker == "mentee"
    assert len(MENTEE.stages) == 7
    assert codes(MENTEE.diagnosis.records) == ["achievements", "merits", "resources", "difficulties"]
    assert MENTEE.questionnaire == ""
    with pytest.raises(LookupError, match="measures no competencies"):
        _ = MENTEE.thresholds


def test_the_note_of_a_programme_has_twelve_fields_and_its_plan_directions():
    papers = {one.code: one for one in MENTEE.documents}
    mentoring = MENTEE.mentoring
    assert len(papers[mentoring.note].parts[0].rows) == 12
    assert papers[mentoring.plan].parts[0].columns[0].get("ru") == "Направление взаимодействия"  # X49


@pytest.mark.parametrize("one", LIBRARY.regulations, ids=lambda one: one.id)
def test_x27_whoever_may_stand_in_has_a_title_by_every_regulation(one):
    standing_in = {role for roles in NEXT_ROLES.values() for role in roles} | set(NEXT_ROLES)
    assert all(one.role_title(role).languages == ("en", "ru") for role in standing_in)
    assert one.role_title(one.walker) == one.role(one.walker).title
    with pytest.raises(KeyError):
        one.role_title("minister")


@pytest.mark.parametrize("one", LIBRARY.regulations, ids=lambda one: one.id)
def test_what_is_ours_is_never_quoted_without_its_place(one):
    marked = [rule for rule in walk(one) if isinstance(rule, Rule) and rule.donor]
    assert all(rule.donor in LIBRARY.ids() for rule in marked)
