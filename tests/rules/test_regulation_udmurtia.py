"""The first regulation: what its text says, clause by clause."""

from datetime import time

import pytest

from regulations import library, questionnaire
from regulations.approval import Act
from regulations.rule import Rule, walk
from regulations.scales import CompetenceLevel
from regulations.words import Words

UDMURTIA = library.load().get("udmurtia")


def codes(items):
    return [item.code for item in items]


def test_a_route_lasts_six_months_to_two_years_and_a_breach_only_warns():
    duration = UDMURTIA.duration
    assert (duration.clause, duration.min_months, duration.max_months) == ("п. 3.1.3", 6, 24)
    assert duration.strict is False


def test_at_least_five_activities_planned_and_accepted_without_the_final_event():
    least = UDMURTIA.min_activities
    assert (least.clause, least.planned, least.accepted, least.final_counts) == ("п. 3.1.2", 5, 5, False)
    assert "не менее пяти" in least.quote.get("ru")


def test_x28_the_curator_is_the_regional_methodist_who_looks_at_every_stage():
    assert UDMURTIA.role("methodist").alias.get("ru") == "Куратор ИОМ"
    assert "curator" not in codes(UDMURTIA.roles)
    team = UDMURTIA.team
    assert all("methodist" in group.roles for group in (team.drafting, team.reviewers, team.helpers))


def test_four_stages_in_order():
    assert codes(UDMURTIA.stages) == ["diagnosis", "design", "implementation", "reflection"]


def test_five_competencies_in_the_order_of_the_form():
    titles = [one.title.get("ru") for one in UDMURTIA.competencies]
    assert titles == [
        "Предметные",
        "Методические",
        "Психолого-педагогические",
        "Коммуникативные",
        "ИКТ-компетентность",
    ]
    assert all(one.required for one in UDMURTIA.competencies)


def test_the_thresholds_are_marked_as_taken_from_elsewhere():
    table = UDMURTIA.thresholds
    assert table.ours
    assert table.confirm
    assert table.boundary == "upper_inclusive"
    assert "Способы индивидуализации" in table.source.get("ru")
    assert [(band.upto, band.printed.get("ru")) for band in table.bands] == [
        (600, "менее 60%"),
        (800, "61 - 80%"),
        (1000, "81 - 100%"),
    ]


def test_entry_diagnosis_is_voluntary_and_the_final_one_is_held():
    diagnosis = UDMURTIA.diagnosis
    assert (diagnosis.entry.mode, diagnosis.entry.clause) == ("voluntary_unless_local_act", "п. 3.1.1")
    assert diagnosis.entry.confirm
    assert (diagnosis.final.mode, diagnosis.final.clause) == ("required", "п. 3.1.4, п. 4.10")
    assert codes(diagnosis.forms) == ["standardised", "self", "results", "expert"]


def test_twelve_named_kinds_of_activity_and_more():
    named = [kind for kind in UDMURTIA.activities.kinds if kind.clause == "п. 3.1.2"]
    assert len(named) == 12 + 1  # twelve and «др.»
    assert [kind.code for kind in UDMURTIA.activities.kinds if kind.held] == [
        "own_talk",
        "open_lesson",
        "publication",
    ]
    assert UDMURTIA.activities.for_levels == (CompetenceLevel.LOW,)
    assert codes(UDMURTIA.activities.levels) == ["federal", "regional", "municipal", "organisation"]


def test_the_chain_is_the_centre_and_then_the_head():
    steps = [(step.role, step.act, step.stamp.get("ru")) for step in UDMURTIA.signing.chain]
    assert steps == [("centre_head", Act.AGREE, "СОГЛАСОВАНО"), ("head", Act.APPROVE, "УТВЕРЖДАЮ")]


def test_x22_the_card_is_signed_by_both_and_then_the_chain_decides():
    stages = UDMURTIA.signing.stages("card")
    assert [[slot.roles for slot in stage] for stage in stages] == [
        [("methodist",), ("teacher",)],
        [("centre_head",)],
        [("head",)],
    ]
    assert [stage[0].act for stage in stages] == [Act.SIGN, Act.AGREE, Act.APPROVE]


def test_x24_a_correction_is_signed_by_either_methodist_and_the_teacher():
    (under,) = UDMURTIA.signing.stages("correction")
    assert [slot.roles for slot in under] == [("methodist", "centre_methodist"), ("teacher",)]
    (conclusions,) = UDMURTIA.signing.stages("conclusions")
    assert [slot.roles for slot in conclusions] == [("methodist",), ("head",)]


def test_signatures_stand_where_the_text_puts_them():
    signing = UDMURTIA.signing
    assert signing.card.roles() == ("methodist", "teacher")
    assert signing.conclusions.roles() == ("methodist", "head")
    assert signing.acknowledge.roles == ("teacher",)
    assert signing.correction.satisfied({"centre_methodist", "teacher"})
    assert not signing.correction.satisfied({"methodist", "centre_methodist"})


def test_the_team_and_whom_to_ask():
    team = UDMURTIA.team
    assert team.reviewers.clause == "п. 4.9"
    assert "teacher" not in team.reviewers.roles
    assert team.helpers.roles == ("methodist", "deputy_head", "subject_lead", "centre_methodist")


def test_several_final_events_are_allowed_and_guests_are_invited():
    event = UDMURTIA.final_event
    assert event.required
    assert event.many
    assert event.by == "teacher"
    guests = {guest.role: guest.optional for guest in event.invited}
    assert guests == {
        "methodist": False,
        "deputy_head": False,
        "head": True,
        "subject_lead": True,
        "peer": True,
    }


def test_the_card_has_twelve_rows_and_seven_columns():
    card = {part.code: part for part in UDMURTIA.documents[0].parts}
    assert len(card["info"].rows) == 12
    assert len(card["activities"].columns) == 7
    assert len(card["final_event"].columns) == 3
    assert len(card["entry_diagnosis"].columns) == 6


def test_reminders_and_internal_deadlines_are_marked_as_ours():
    reminders, terms = UDMURTIA.reminders, UDMURTIA.internal_terms
    assert reminders.ours
    assert terms.ours
    assert not reminders.clause
    assert reminders.days == (14, 7, 1, 0, -1, -7)
    assert reminders.at == time(17)
    assert (terms.review, terms.approval, terms.help_answer) == (5, 5, 2)
    assert reminders.ladder().days == reminders.days


@pytest.mark.parametrize("regulation", library.load().regulations, ids=lambda one: one.id)
def test_every_text_of_every_regulation_speaks_russian_and_english(regulation):
    words = [piece for piece in walk(regulation) if isinstance(piece, Words)]
    assert words
    assert [one for one in words if one.languages != ("en", "ru")] == []


@pytest.mark.parametrize("regulation", library.load().regulations, ids=lambda one: one.id)
def test_every_rule_says_where_it_comes_from(regulation):
    rules = [piece for piece in walk(regulation) if isinstance(piece, Rule)]
    assert [rule for rule in rules if not rule.clause and not rule.ours] == []
    assert [rule for rule in rules if rule.ours and rule.quote and not rule.clause] == []


@pytest.mark.parametrize("regulation", library.load().regulations, ids=lambda one: one.id)
def test_its_questionnaires_ask_about_every_required_competency(regulation):
    known = {asked.id: asked for asked in questionnaire.load()}
    required = [one.code for one in regulation.competencies if one.required]
    for form in regulation.diagnosis.forms:
        if form.questionnaire:
            assert known[form.questionnaire].uncovered(required) == ()


def test_a_regulation_is_a_hashable_value():
    assert len({UDMURTIA, library.load().get("udmurtia")}) == 1


def test_what_a_regulation_does_not_define_is_a_key_error():
    for find in (UDMURTIA.competency, UDMURTIA.kind, UDMURTIA.level, UDMURTIA.form, UDMURTIA.role):
        with pytest.raises(KeyError):
            find("nothing")
    found = (
        UDMURTIA.kind("webinar"),
        UDMURTIA.level("regional"),
        UDMURTIA.form("other"),
        UDMURTIA.role("tutor"),
    )
    assert codes(found) == ["webinar", "regional", "other", "tutor"]
