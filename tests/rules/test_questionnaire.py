"""The self-diagnosis: its statements, and what the answers add up to."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regulations import library, questionnaire
from regulations.files import RegulationError
from regulations.questionnaire import FOLDER

WHOLE = (FOLDER / "teacher.toml").read_text(encoding="utf-8")
TEACHER = next(one for one in questionnaire.load() if one.id == "teacher")
ANSWERS = st.dictionaries(st.integers(0, len(TEACHER.statements) - 1), st.integers(0, 3))


def numbers_of(competency):
    return [number for number, one in enumerate(TEACHER.statements) if one.competency == competency]


def test_eight_statements_for_each_competency_in_the_order_of_the_regulation():
    regulation = library.load().get("udmurtia")
    assert list(TEACHER.competencies()) == [one.code for one in regulation.competencies]
    assert [len(numbers_of(code)) for code in TEACHER.competencies()] == [8] * 5
    assert TEACHER.uncovered(["subject", "health"]) == ("health",)


def test_four_steps_and_what_they_say():
    assert [label.get("ru") for label in TEACHER.scale] == [
        "Пока трудно",
        "Получается с помощью",
        "Получается самостоятельно",
        "Могу показать другим",
    ]
    assert (TEACHER.hard_upto, TEACHER.strong_from) == (1, 3)


def test_statements_are_in_the_first_person_without_gender():
    for statement in TEACHER.statements:
        words = statement.text.get("ru").split()
        assert words[0] == "Я"
        assert not any(word.rstrip(",.").endswith(("лся", "лась", "ала", "ила")) for word in words)
        assert statement.text.get("en").startswith(("I ", "During "))


def test_every_text_is_there_in_both_languages_and_short_phrases_differ():
    texts = [words for one in TEACHER.statements for words in (one.text, one.short)]
    assert {words.languages for words in texts} == {("en", "ru")}
    assert len({one.short for one in TEACHER.statements}) == len(TEACHER.statements)


def test_every_labour_function_named_is_used():
    assert {one.function for one in TEACHER.statements} == {one.code for one in TEACHER.functions}


@pytest.mark.parametrize(("value", "score"), [(0, 0), (1, 333), (2, 667), (3, 1000)])
def test_the_same_answer_everywhere_gives_its_share(value, score):
    answers = dict.fromkeys(range(40), value)
    assert set(questionnaire.scores(TEACHER, answers).values()) == {score}
    assert questionnaire.overall(TEACHER, answers) == score


def test_nothing_answered_is_no_score():
    assert set(questionnaire.scores(TEACHER, {}).values()) == {None}
    assert questionnaire.overall(TEACHER, {}) is None
    assert questionnaire.difficulties(TEACHER, {}) == questionnaire.strengths(TEACHER, {}) == ()


def test_missing_answers_do_not_count():
    first, second = numbers_of("method")[:2]
    answers = {first: 3, second: 1}
    found = {one.competency: one for one in questionnaire.results(TEACHER, answers)}["method"]
    assert (found.points, found.maximum, found.answered, found.asked, found.score) == (4, 6, 2, 8, 667)
    assert questionnaire.overall(TEACHER, answers) == 667


def test_the_overall_score_is_the_mean_of_competencies_not_of_statements():
    subject, ict = numbers_of("subject"), numbers_of("ict")
    answers = {**dict.fromkeys(subject, 3), ict[0]: 0}
    assert questionnaire.overall(TEACHER, answers) == 500


def test_the_example_of_the_threshold_sixty_per_cent():
    numbers = numbers_of("comm")[:5]
    answers = dict(zip(numbers, [3, 3, 3, 0, 0], strict=True))
    assert questionnaire.scores(TEACHER, answers)["comm"] == 600


@given(ANSWERS)
def test_scores_follow_the_formula(answers):
    scores = questionnaire.scores(TEACHER, answers)
    for competency in TEACHER.competencies():
        given_ = [answers[number] for number in numbers_of(competency) if number in answers]
        exact = Decimal(sum(given_) * 1000) / (3 * len(given_)) if given_ else None
        assert scores[competency] == (None if exact is None else exact.quantize(Decimal(1), ROUND_HALF_UP))
    present = [score for score in scores.values() if score is not None]
    mean = Decimal(sum(present)) / len(present) if present else None
    overall = questionnaire.overall(TEACHER, answers)
    assert overall == (None if mean is None else mean.quantize(Decimal(1), ROUND_HALF_UP))


@given(ANSWERS)
def test_difficulties_and_strengths_stand_in_the_order_of_the_statements(answers):
    hard, strong = questionnaire.difficulties(TEACHER, answers), questionnaire.strengths(TEACHER, answers)
    assert list(hard) == [number for number in range(40) if answers.get(number, 9) <= 1]
    assert list(strong) == [number for number in range(40) if answers.get(number) == 3]


@given(ANSWERS, st.integers(0, 39), st.integers(0, 3))
def test_a_changed_answer_moves_only_its_competency(answers, number, value):
    before = questionnaire.scores(TEACHER, answers)
    after = questionnaire.scores(TEACHER, {**answers, number: value})
    changed = TEACHER.statements[number].competency
    assert {code: score for code, score in before.items() if code != changed} == {
        code: score for code, score in after.items() if code != changed
    }


@pytest.mark.parametrize("answers", [{40: 0}, {-1: 0}, {0: 4}, {0: -1}])
def test_an_answer_that_was_never_offered_is_an_error(answers):
    for read in (questionnaire.scores, questionnaire.difficulties, questionnaire.strengths):
        with pytest.raises(ValueError, match="no answer"):
            read(TEACHER, answers)


@pytest.mark.parametrize(
    ("old", "new", "key", "reason"),
    [
        ("edition = 1", "edition = 1\nauthor = 2", "author", "unknown key"),
        ('function = "B/03.6"\n', 'function = "B/03.6"\nweight = 2\n', "statements.0.weight", "unknown key"),
        ('function = "B/03.6"', 'function = "C/01.6"', "", "statements.0: no function 'C/01.6' here"),
        (
            "Задания повышенной сложности",
            "З" * 61,
            "",
            "statements.0.short: the 'ru' wording is longer than 60",
        ),
        ("Я объясняю сложную тему", "Я" * 121, "", "statements.1.text: the 'ru' wording is longer than 120"),
        ('"Still hard"', f'"{"x" * 31}"', "", "scale: the 'en' wording is longer than 30"),
        ('competency = "subject"', 'competency = "ict"', "", "must stand together"),
        ("hard_upto = 1", "hard_upto = 3", "", "hard_upto < strong_from"),
    ],
)
def test_a_broken_questionnaire_is_refused_in_one_line(tmp_path, old, new, key, reason):
    assert old in WHOLE
    (tmp_path / "teacher.toml").write_text(WHOLE.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RegulationError) as refused:
        questionnaire.load(tmp_path)
    assert (refused.value.file, refused.value.key) == ("teacher.toml", key)
    assert reason in refused.value.reason


def test_two_statements_may_not_say_the_same(tmp_path):
    statement = WHOLE[WHOLE.rindex("[[statements]]") :]
    (tmp_path / "teacher.toml").write_text(f"{WHOLE}\n{statement}", encoding="utf-8")
    with pytest.raises(RegulationError, match="two of them are the same"):
        questionnaire.load(tmp_path)


def test_two_files_of_one_edition_are_refused(tmp_path):
    for name in ("teacher.toml", "teacher.2.toml"):
        (tmp_path / name).write_text(WHOLE, encoding="utf-8")
    with pytest.raises(RegulationError, match="the same edition"):
        questionnaire.load(tmp_path)
