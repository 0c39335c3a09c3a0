"""Ready activities: ours, in the regulation's own codes; what a title tells about its kind."""

from pathlib import Path

import pytest

from regulations import library, suggestions
from regulations.files import RegulationError

UDMURTIA = library.load().get("udmurtia")
FOUND = suggestions.load()


def test_every_suggestion_is_ours_and_fits_the_regulation() -> None:
    assert FOUND.ours
    assert [one.code for one in FOUND.activities if not one.fits(UDMURTIA)] == []


def test_every_competency_has_a_few_of_different_kinds() -> None:
    for competency in UDMURTIA.competencies:
        kinds = [one.kind for one in FOUND.activities if one.competency == competency.code]
        assert len(kinds) >= 3
        assert len(set(kinds)) == len(kinds)


def test_titles_and_reasons_speak_both_languages_and_fit_a_line() -> None:
    for one in (*FOUND.activities, *FOUND.reasons):
        assert set(one.title.languages) == {"ru", "en"}
        assert len(one.title.get("ru")) <= 60


def test_the_needed_competencies_take_turns() -> None:
    order = [one.competency for one in FOUND.for_order(UDMURTIA, ("ict", "comm"))]
    assert order == ["ict", "comm", "ict", "comm", "ict", "comm"]
    assert FOUND.for_order(UDMURTIA, ()) == []


def test_a_regulation_that_lacks_a_code_is_not_offered_what_needs_it() -> None:
    rules = UDMURTIA.activities
    poor = rules.model_copy(update={"kinds": tuple(one for one in rules.kinds if one.code != "webinar")})
    other = UDMURTIA.model_copy(update={"activities": poor})
    kinds = {one.kind for one in FOUND.for_order(other, ("subject", "method", "psyped", "comm", "ict"))}
    assert "webinar" not in kinds and "seminar" in kinds


def test_a_suggestion_is_found_by_its_code_or_not_at_all() -> None:
    first = FOUND.activities[0]
    assert FOUND.get(first.code) is first
    assert FOUND.get("nothing") is None


def test_a_file_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "teacher.toml"
    path.write_text("ours = false\nreasons = []\nactivities = []\n")
    with pytest.raises(RegulationError, match="ours"):
        suggestions.load(path)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Вебинар «Читаем карту»", "webinar"),
        ("«Семинар» и вебинар", "seminar"),
        ("КУРСЫ по химии", "dpp_pk"),
        ("Мастер-класс", "masterclass"),
        ("Посещение уроков в школе № 7", "lesson_visit"),
        ("Конкурс «Учитель года»", "contest"),
        ("Экскурсия", ""),
        ("", ""),
    ],
)
def test_the_first_word_that_tells_a_kind_tells_it(title: str, kind: str) -> None:
    assert UDMURTIA.activities.kind_told_by(title) == kind
