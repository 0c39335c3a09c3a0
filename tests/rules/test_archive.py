"""Archives and the names in them: no path tricks, nothing twice, parts of a size that a messenger takes."""

from __future__ import annotations

import zipfile
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.archive import Archive
from documents.file_names import LONGEST, LONGEST_BYTES, Names, safe, whole
from documents.index_html import Linked, Section, page


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Карта ИОМ Иванова Г. П.", "Карта ИОМ Иванова Г. П.pdf"),
        ("../../etc/passwd", "etc passwd.pdf"),
        ("CON", "_CON.pdf"),
        ("nul.txt", "_nul.txt.pdf"),
        ("a\u202egpj", "a gpj.pdf"),
        ("  . ", "_.pdf"),
        ('5 <а> "б" | в?', "5 а б в.pdf"),
        ("а" * 300, "а" * 100 + ".pdf"),
        ("🌲" * 300, "🌲" * 50 + ".pdf"),
        ("я\0\r\n\tX: y", "я X y.pdf"),
    ],
)
def test_a_name_is_readable_and_safe(words: str, name: str) -> None:
    assert safe(words, "pdf") == name


@given(st.text())
def test_no_text_becomes_a_path(words: str) -> None:
    name = safe(words, "pdf")
    assert PurePosixPath(name).name == name and "\\" not in name and ".." not in name[:2]
    assert 5 <= len(name) <= LONGEST + 5 and len(name.encode()) <= LONGEST_BYTES + 5
    assert whole(name) == name


def test_the_same_name_is_numbered_whatever_its_case() -> None:
    names = Names()
    assert [names.once(one) for one in ("а/Карта.pdf", "а/карта.PDF", "а/Карта.pdf", "б/Карта.pdf")] == [
        "а/Карта.pdf",
        "а/карта (2).PDF",
        "а/Карта (3).pdf",
        "б/Карта.pdf",
    ]


def test_an_archive_is_split_before_it_grows_too_large(tmp_path: Path) -> None:
    (tmp_path / "big").write_bytes(b"x" * 70)
    with Archive(tmp_path, "Портфолио", "часть", largest=100) as archive:
        assert archive.add("a.txt", b"y" * 60) == "a.txt"
        assert archive.copy("b.jpg", tmp_path / "big") == "b.jpg"
        archive.add("A.txt", b"z" * 30)
    assert [path.name for path in archive.paths] == ["Портфолио.zip", "Портфолио, часть 2.zip"]
    with zipfile.ZipFile(archive.paths[1]) as second:
        assert second.namelist() == ["b.jpg", "A (2).txt"] and second.testzip() is None


def test_a_lost_copy_leaves_no_hole(tmp_path: Path) -> None:
    with Archive(tmp_path, "a", "часть") as archive:
        archive.add("a.txt", b"y")
        with pytest.raises(FileNotFoundError):
            archive.copy("b.jpg", tmp_path / "gone")
        assert archive.add("b.jpg", b"z") == "b.jpg"
    with zipfile.ZipFile(archive.paths[0]) as whole:
        assert whole.namelist() == ["a.txt", "b.jpg"]


def test_the_index_takes_no_word_for_markup_and_no_script_for_a_link() -> None:
    rows = [("<b>Урок</b>", Linked('"х"', path="а/б в.pdf")), ("", Linked("зло", url="javascript:alert(1)"))]
    said = page("ru", "<script>", [Section("Раздел", ("Что", "Файл"), rows)]).decode()
    assert "<script>" not in said and "<b>" not in said and "javascript" not in said
    assert 'href="%D0%B0/%D0%B1%20%D0%B2.pdf"' in said
