"""Regulations as data files: what is refused, and in which words; texts in several languages."""

import re
from datetime import date

import pytest
from pydantic import TypeAdapter

from regulations import library
from regulations.approval import Signers
from regulations.duration import Duration, Term
from regulations.library import DATA, RegulationError
from regulations.rule import Labelled
from regulations.words import Words

WHOLE = (DATA / "udmurtia.toml").read_text(encoding="utf-8")


def load_changed(folder, old, new, name="udmurtia.toml"):
    """The library of one file, which is the real one with `old` changed to `new`."""
    assert old in WHOLE
    (folder / name).write_text(WHOLE.replace(old, new, 1), encoding="utf-8")
    return library.load(folder)


@pytest.mark.parametrize(
    ("old", "new", "key", "reason"),
    [
        ("min_months = 6", "min_months = 6\nmonths = 3", "duration.months", "unknown key"),
        ("min_months = 6", "min_months = 0", "duration.min_months", "greater than or equal to 1"),
        ("min_months = 6", "min_months = 25", "duration", "min_months is above max_months"),
        ("max_months = 24", 'max_months = "two years"', "duration.max_months", "valid integer"),
        ("planned = 5\n", "", "min_activities.planned", "Field required"),
        ("[correction]\n", "[corrections]\n", "correction", "Field required"),
        ('clause = "п. 3.1.3"\nmin', 'clause = "section 3"\nmin', "duration", "is no clause"),
        ('clause = "п. 3.1.3"\nmin', "min", "duration", "needs its clause"),
        (
            'code = "method"',
            'code = "subject"',
            "competencies.1.code",
            "competencies: 'subject' stands twice",
        ),
        ('code = "method"', 'code = "Метод"', "competencies.1", "is no code"),
        ('role = "centre_head"', 'role = "minister"', "signing.chain.0", "no role 'minister'"),
        ('[{ any = ["methodist"', '[{ any = ["wizard"', "signing.correction", "no role 'wizard'"),
        (
            'levels = ["federal"',
            'levels = ["cosmic"',
            "final_event.levels",
            "'cosmic' is not defined",
        ),
        ("upto = 80", "upto = 50", "thresholds", "must rise"),
        ("upto = 60\n", "upto = 60.25\n", "thresholds.bands.0.upto", "at most one decimal"),
        ('deficit = "high"', 'deficit = "huge"', "thresholds.bands.0.deficit", "Input should be"),
        ('boundary = "upper_inclusive"', 'boundary = "guess"', "thresholds.boundary", "upper_inclusive"),
        ("days = [14, 7, 1, 0, -1, -7]", "days = [0, 1, 3, 7]", "reminders.days", "must fall"),
        ("at = 17:00:00", 'at = "soon"', "reminders.at", "time"),
        ('all = ["methodist", "head"]', "all = []", "signing.conclusions", "exactly one of"),
        ('ru = "Положение об ИОМ', 'rus = "Положение об ИОМ', "short_title", "'ru' wording"),
        ('en = "Route regulation', 'x1 = "Route regulation', "short_title", "no language code"),
        ('id = "udmurtia"', 'id = "other"', "id", "the file of 'other' has another name"),
        ("edition = 1", "edition = 0", "edition", "greater than or equal to 1"),
        ('role = "head"\nact', 'role = "centre_head"\nact', "signing.chain.1.role", "decides twice"),
        (
            'role = "head"\nact',
            'role = "head"\ninstead = ["head"]\nact',
            "signing.chain.1.instead",
            "a circle",
        ),
        ("edition = 1", "edition == 1", "", "is no TOML"),
    ],
)
def test_a_broken_file_is_refused_in_one_line_with_file_key_and_reason(tmp_path, old, new, key, reason):
    with pytest.raises(RegulationError) as refused:
        load_changed(tmp_path, old, new)
    assert (refused.value.file, refused.value.key) == ("udmurtia.toml", key)
    assert reason in refused.value.reason
    line = refused.value.line
    assert str(refused.value).startswith(f"udmurtia.toml, line {line}: " if line else "udmurtia.toml: ")
    assert "\n" not in str(refused.value)


def test_what_stands_on_a_button_fits_a_phone():
    long = Words(ru="Ежегодные отчёты педагогов о работе над методической темой")
    with pytest.raises(ValueError, match="longer than 32"):
        Labelled(code="reports", clause="п. 4.3", title=long)
    short = Words(ru="Ежегодные отчёты педагогов")
    assert Labelled(code="reports", clause="п. 4.3", title=long, short=short).label == short


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("min_months = 6", "min_months = 0"),
        ("min_months = 6", "months = 6"),
        ('code = "method"', 'code = "subject"'),
        ("upto = 80", "upto = 800"),
        ('levels = ["federal"', 'levels = ["cosmic"'),
        ('role = "head"\nact', 'role = "centre_head"\nact'),
        ('all = ["methodist", "head"]', "all = []"),
    ],
)
def test_the_line_that_is_named_is_the_one_to_mend(tmp_path, old, new):
    with pytest.raises(RegulationError) as refused:
        load_changed(tmp_path, old, new)
    lines = WHOLE.replace(old, new, 1).splitlines()
    wrong = new.splitlines()[0]
    near = lines[refused.value.line - 1 : refused.value.line + 2]
    assert any(wrong in line for line in near), (refused.value.line, near)


def test_a_file_of_another_encoding_is_refused(tmp_path):
    (tmp_path / "udmurtia.toml").write_bytes(WHOLE.encode("cp1251", "replace"))
    with pytest.raises(RegulationError, match="is no TOML"):
        library.load(tmp_path)


def test_an_empty_folder_is_refused(tmp_path):
    with pytest.raises(RegulationError, match="holds no regulation"):
        library.load(tmp_path)


def test_the_newest_edition_is_the_default_and_the_old_one_stays(tmp_path):
    load_changed(tmp_path, "max_months = 24", "max_months = 24")
    both = load_changed(tmp_path, "edition = 1", "edition = 12", name="udmurtia.12.toml")
    assert both.get("udmurtia").edition == 12
    assert both.get("udmurtia", 1).edition == 1
    assert both.ids() == ("udmurtia",)


def test_two_files_of_one_edition_are_refused(tmp_path):
    load_changed(tmp_path, "edition = 1", "edition = 1")
    with pytest.raises(
        RegulationError, match=re.escape("udmurtia.toml: edition: the same edition stands in")
    ):
        load_changed(tmp_path, "edition = 1", "edition = 1", name="udmurtia.1.toml")


@pytest.mark.parametrize("wanted", [("moon",), ("udmurtia", 99)])
def test_what_the_library_does_not_hold_is_a_key_error(wanted):
    with pytest.raises(KeyError):
        library.load().get(*wanted)


@pytest.mark.parametrize(
    ("start", "end", "term"),
    [
        ("2026-09-01", "2027-01-31", Term.TOO_SHORT),
        ("2026-09-01", "2027-02-27", Term.TOO_SHORT),
        ("2026-09-01", "2027-02-28", Term.FITS),
        ("2026-09-01", "2027-03-01", Term.FITS),
        ("2026-08-31", "2027-02-28", Term.FITS),
        ("2026-09-01", "2028-09-01", Term.FITS),
        ("2026-09-01", "2028-09-02", Term.TOO_LONG),
        ("2026-09-01", "2026-08-31", Term.TOO_SHORT),
    ],
)
def test_the_term_of_a_route_is_judged_in_calendar_months(start, end, term):
    duration = Duration(clause="п. 3.1.3", min_months=6, max_months=24)
    assert duration.judge(date.fromisoformat(start), date.fromisoformat(end)) is term


def test_a_duration_without_bounds_fits_everything_that_runs_forward():
    duration = Duration(ours=True)
    assert duration.judge(date(2026, 9, 1), date(2096, 9, 1)) is Term.FITS
    assert duration.judge(date(2026, 9, 1), date(2026, 8, 1)) is Term.TOO_SHORT


EITHER = Signers.model_validate(
    {"clause": "п. 4.6", "all": [{"any": ["methodist", "centre_methodist"]}, "teacher"]}
)


@pytest.mark.parametrize(
    ("signed", "enough", "waiting"),
    [
        ((), False, ("methodist", "centre_methodist", "teacher")),
        (("teacher",), False, ("methodist", "centre_methodist")),
        (("centre_methodist",), False, ("teacher",)),
        (("methodist", "centre_methodist"), False, ("teacher",)),
        (("teacher", "methodist"), True, ()),
        (("head", "teacher", "centre_methodist"), True, ()),
    ],
)
def test_signers_are_an_expression_of_and_and_or(signed, enough, waiting):
    assert EITHER.satisfied(signed) is enough
    assert EITHER.waiting(signed) == waiting


def test_signers_know_their_roles_and_inner_parts_share_the_clause():
    assert EITHER.roles() == ("methodist", "centre_methodist", "teacher")
    assert EITHER.all[0].clause == "п. 4.6"


def test_words_fall_back_to_russian():
    words = Words(ru="мероприятие", en="activity")
    assert [words.get(lang) for lang in ("ru", "en", "en-GB", "EN", "udm", "")] == [
        "мероприятие",
        "activity",
        "activity",
        "activity",
        "мероприятие",
        "мероприятие",
    ]


def test_words_are_values():
    words = Words(en="activity", ru="мероприятие")
    assert words == Words(ru="мероприятие", en="activity") != Words(ru="мероприятие")
    assert len({words, Words(ru="мероприятие", en="activity")}) == 1
    assert Words.from_json(words.as_json()) == words
    assert words.languages == ("en", "ru")
    with pytest.raises(AttributeError):
        words.anything = 1


@pytest.mark.parametrize("texts", [{"en": "x"}, {"ru": ""}, {"ru": " x"}, {"ru": "x", "RU": "y"}, {"ru": 1}])
def test_words_refuse_what_nobody_could_read(texts):
    with pytest.raises(ValueError, match=r"wording|language code"):
        Words(**texts)


def test_words_stand_in_a_schema_as_a_table():
    adapter = TypeAdapter(Words)
    words = adapter.validate_python({"ru": "да", "en": "yes"})
    assert adapter.dump_python(words) == {"ru": "да", "en": "yes"}
    with pytest.raises(ValueError, match="expected a table"):
        adapter.validate_python("да")
