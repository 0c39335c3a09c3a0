"""The consent and the picture of a diagnosis, read back from the bytes that people get."""

import re
import struct
import tomllib
import zlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from string import Formatter

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from documents import bars, consent, picture, typeset
from documents.bars import Bar
from documents.consent import ConsentFacts

SCHOOL = ConsentFacts(
    operator="МБОУ «Школа № 12»",
    municipality="Глазовский район",
    centre="ЦНППМ ПР АОУ ДПО УР ИРО",
    regulation_title="Положение об ИОМ педагогических работников",
)
HOSTILE = [
    "Школа \"Ёлочка\" & <b>Ко</b> 'x'",
    "#panic() #include <x> @ref $x^2$ *b* _i_ `c` \\n // ~ -- ...",
    "{{ operator }} {operator} {0} %s ${x}",
    "Ж" * 300,
    "http://example.org/" + "a/" * 140,
    "Ӵӝӧ Өөҫҡәү Ҥҥ",
]
BLUE = (31, 95, 168)


# --- reading a PDF and a PNG: just enough for what typst writes ------------------------------------------


def pages(data: bytes) -> list[tuple[str, str]]:
    """The words of each page without any spaces: the body, and the foot (what is marked as an artifact)."""
    parts = {int(number): body for number, body in re.findall(rb"(\d+) 0 obj\s(.*?)endobj", data, re.S)}
    kids = re.search(rb"/Kids\[(.*?)\]", data).group(1)
    return [page_words(parts, parts[number]) for number in references(kids)]


def references(value: bytes) -> list[int]:
    return [int(number) for number in re.findall(rb"(\d+) 0 R", value)]


def stream(part: bytes) -> bytes:
    return zlib.decompress(re.search(rb"stream\r?\n(.*)\r?\nendstream", part, re.S).group(1))


def page_words(parts: dict[int, bytes], page: bytes) -> tuple[str, str]:
    resources = parts[references(re.search(rb"/Resources (\d+ 0 R)", page).group(1))[0]]
    fonts = {name: letters(parts, int(at)) for name, at in re.findall(rb"/(f\d+) (\d+) 0 R", resources)}
    content = stream(parts[references(re.search(rb"/Contents (\d+ 0 R)", page).group(1))[0]])
    body, foot = [], []
    for is_foot, word in shown(content, fonts):
        (foot if is_foot else body).append(word)
    return tuple(squeezed("".join(side)) for side in (body, foot))


def letters(parts: dict[int, bytes], font: int) -> dict[int, str]:
    cmap = stream(parts[references(re.search(rb"/ToUnicode (\d+ 0 R)", parts[font]).group(1))[0]])
    pairs = re.findall(rb"<(\w{4})> <(\w+)>\n", cmap.partition(b"beginbfchar")[2])
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}


def shown(content: bytes, fonts: dict[bytes, dict[int, str]]) -> Iterator[tuple[bool, str]]:
    """(is it an artifact, text) in the order of the page."""
    literal = rb"(?P<text>\((?:\\.|[^\\()]|(?&text))*\))"
    tokens = rb"(?P<mark>/\w+\s*(?:<<.*?>>)?\s*B[DM]C)|(?P<end>EMC)|/(?P<font>f\d+) |" + literal
    open_marks, font = [], {}
    for token in regex.finditer(tokens, content, regex.S):
        kind, value = token.lastgroup, token.group(token.lastgroup)
        is_foot = any(mark.startswith(b"/Artifact") for mark in open_marks)
        if kind == "mark":
            open_marks.append(value)
        elif kind == "end":
            open_marks.pop()
        elif kind == "font":
            font = fonts[value]
        else:
            yield (
                is_foot,
                "".join(font.get(code, "?") for (code,) in struct.iter_unpack(">H", unescaped(value[1:-1]))),
            )


def unescaped(literal: bytes) -> bytes:
    named = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}

    def plain(match: re.Match[bytes]) -> bytes:
        sign = match.group(1)
        return bytes([int(sign, 8)]) if sign.isdigit() else named.get(sign, sign)

    return re.sub(rb"\\([0-7]{1,3}|.)", plain, literal, flags=re.S)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def pixels(png: bytes) -> list[bytes]:
    """The lines of an RGBA picture, four bytes a pixel."""
    assert png[24:26] == b"\x08\x06", "8 bits, RGBA"
    width, height = struct.unpack(">II", png[16:24])
    raw = zlib.decompress(b"".join(body for kind, body in chunks(png) if kind == b"IDAT"))
    lines, above = [], bytearray(width * 4)
    for top in range(0, height * (width * 4 + 1), width * 4 + 1):
        above = unfiltered(raw[top], raw[top + 1 : top + 1 + width * 4], above)
        lines.append(bytes(above))
    return lines


def chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at < len(png):
        size, kind = struct.unpack(">I4s", png[at : at + 8])
        yield kind, png[at + 8 : at + 8 + size]
        at += size + 12


def unfiltered(kind: int, line: bytes, above: bytes) -> bytearray:
    """One line by the five filters of the PNG standard (section 9)."""
    out = bytearray(line)
    for i, value in enumerate(line if kind else b""):
        left, up, corner = (out[i - 4], above[i], above[i - 4]) if i >= 4 else (0, above[i], 0)
        guess = paeth(left, up, corner) if kind == 4 else (0, left, up, (left + up) // 2)[kind]
        out[i] = (value + guess) & 255
    return out


def paeth(left: int, up: int, corner: int) -> int:
    by_left, by_up, by_corner = abs(up - corner), abs(left - corner), abs(left + up - 2 * corner)
    if by_left <= by_up and by_left <= by_corner:
        return left
    return up if by_up <= by_corner else corner


# --- the consent -----------------------------------------------------------------------------------------


def everything(data: bytes) -> str:
    return "".join(body for body, _ in pages(data))


@pytest.mark.parametrize(
    "words",
    [
        "Оператор: МБОУ «Школа № 12», Глазовский район.",
        "Положение об ИОМ педагогических работников",
        "ЦНППМ ПР АОУ ДПО УР ИРО",
        "Зачем нужны данные",
        "Какие данные",
        "Собирают, записывают",
        "Кому передают",
        "Telegram",
        "не дольше 5\u00a0лет",
        "/mydata",
        "на бумаге",
        "добровольное",
        "отдельный документ",
        "Редакция 2",
        "по желанию",
    ],
)
def test_the_consent_says_what_the_law_asks(words: str) -> None:
    assert words in consent.text(SCHOOL, "ru")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_nothing_is_left_unfilled_or_blank(language: str) -> None:
    text = consent.text(SCHOOL, language)
    assert not re.search(r"[{}]|\bNone\b|  |\n\n\n", text)


def test_the_translation_has_the_sections_and_the_names_of_the_russian_text() -> None:
    shapes = [shape(f"consent-{consent.VERSION}.{language}.toml") for language in ("ru", "en")]
    assert shapes[0] == shapes[1]


def shape(name: str) -> list[tuple[int, int, list[str]]]:
    sections = tomllib.loads((typeset.TEMPLATES / name).read_text("utf-8"))["sections"]
    return [(len(s.get("paragraphs", [])), len(s.get("items", [])), placeholders(s)) for s in sections]


def placeholders(section: dict[str, list[str]]) -> list[str]:
    lines = [*section.get("paragraphs", []), *section.get("items", [])]
    return [name for line in lines for _, name, _, _ in Formatter().parse(line) if name]


def test_an_ordinary_consent_fits_one_message() -> None:
    assert len(consent.text(SCHOOL, "ru").encode("utf-16-le")) // 2 <= 4096


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_comes_out_as_it_was_written(name: str) -> None:
    facts = ConsentFacts(name, name, name, name)
    assert f"Оператор: {name}, {name}." in consent.text(facts, "ru")
    assert everything(consent.pdf(facts, "ru")).count(squeezed(name)) == 4


def test_an_emoji_is_agreed_to_as_written_and_spoils_nothing_on_paper() -> None:
    """Its picture needs a font of the machine; the letters around it do not."""
    facts = ConsentFacts("Школа 🎓👩‍🏫 № 5", "", "", "Положение")
    assert "Школа 🎓👩‍🏫 № 5" in consent.text(facts, "ru")
    assert re.search(r"Оператор:Школа.*№5\.", everything(consent.pdf(facts, "ru")))


def test_a_name_of_several_lines_cannot_add_a_section() -> None:
    text = consent.text(ConsentFacts("Школа\n\n2. Зачем\tвсё", "", "", "Положение"), "ru")
    assert "Оператор: Школа 2. Зачем всё." in text


def test_marks_that_turn_the_text_round_are_dropped_from_names() -> None:
    assert typeset.one_line(" А\u202eБ\u2066\x00\ud800 В ") == "АБ В"


def test_a_regulation_without_a_centre_leaves_the_centre_out() -> None:
    text = consent.text(ConsentFacts("Гимназия № 4", " ", "", "Положение"), "ru")
    assert "Оператор: Гимназия № 4." in text
    assert "согласует маршрут;" not in text


@pytest.mark.parametrize(
    ("operator", "regulation"), [("", "Положение"), ("\u202e ", "Положение"), ("Школа", "")]
)
def test_a_consent_to_nobody_is_refused(operator: str, regulation: str) -> None:
    with pytest.raises(ValueError, match="operator"):
        ConsentFacts(operator, "", "", regulation)


@pytest.mark.parametrize(("version", "language"), [("1", "fr"), ("0", "ru")])
def test_an_unknown_edition_or_language_is_not_replaced_by_another(version: str, language: str) -> None:
    with pytest.raises(FileNotFoundError):
        consent.text(ConsentFacts("Школа", "", "", "Положение", version), language)


def test_the_fingerprint_is_sha256_of_the_letters() -> None:
    assert consent.fingerprint("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@given(name=st.text(min_size=1).filter(typeset.one_line))
def test_any_name_stands_in_the_text_in_one_line(name: str) -> None:
    lines = consent.text(ConsentFacts(name, "", "", "Положение"), "ru").split("\n")
    assert f"Оператор: {typeset.one_line(name)}." in lines


@settings(max_examples=25, deadline=None)
@given(name=st.text(min_size=1).filter(typeset.one_line))
def test_any_name_can_be_printed(name: str) -> None:
    assert consent.pdf(ConsentFacts(name, name, name, name), "ru").startswith(b"%PDF-")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_pdf_holds_every_word_that_is_hashed(language: str) -> None:
    printed = everything(consent.pdf(SCHOOL, language))
    for line in consent.text(SCHOOL, language).splitlines():
        assert squeezed(line) in printed


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_page_is_a4_with_number_edition_and_fingerprint(language: str) -> None:
    data = consent.pdf(SCHOOL, language)
    feet = [foot for _, foot in pages(data)]
    page, of = ("страница", "из") if language == "ru" else ("page", "of")
    for number, foot in enumerate(feet, 1):
        assert f"{page}{number}{of}{len(feet)}" in foot
        assert consent.fingerprint(consent.text(SCHOOL, language)) in foot
        assert ("Редакция2" if language == "ru" else "Edition2") in foot
    assert data.count(b"/MediaBox[0 0 595.2756 841.8898]") == len(feet) == 2


def test_the_same_facts_give_the_same_bytes_without_a_date() -> None:
    data = consent.pdf(SCHOOL, "ru")
    assert data == consent.pdf(SCHOOL, "ru")
    assert b"CreationDate" not in data


def test_several_threads_may_print_at_once() -> None:
    names = [ConsentFacts(f"Школа № {number}", "", "", "Положение") for number in range(8)]
    alone = [consent.pdf(facts, "ru") for facts in names]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(lambda facts: consent.pdf(facts, "ru"), names)) == alone


# --- the picture -----------------------------------------------------------------------------------------

ROWS = [
    Bar("Предметная", Decimal(60), "уровень компетенции: низкий; дефицит: высокий"),
    Bar("Методическая", 60.5, "уровень компетенции: средний; дефицит: средний"),
    Bar("Коммуникативная", None, "нет ответа"),
]


@pytest.fixture
def drawn_as_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same template and facts, as a PDF that can be read."""

    def read(template: str, facts: dict[str, object], *, ppi: float) -> bytes:
        return typeset.pdf(template, facts)

    monkeypatch.setattr(typeset, "png", read)


def words(rows: Sequence[Bar], language: str = "ru") -> str:
    return everything(bars.picture(rows, caption="Самодиагностика", language=language).png())


@pytest.mark.usefixtures("drawn_as_pdf")
def test_every_number_and_level_is_written_in_words() -> None:
    said = words(ROWS)
    for row in ROWS:
        assert squeezed(row.label) in said
        assert squeezed(row.note) in said
    assert {"60%", "60,5%", "80%"} <= set(re.findall(r"\d+(?:,\d)?%", said))
    assert "Уровенькомпетенции:низкийсреднийвысокий" in said


@pytest.mark.usefixtures("drawn_as_pdf")
@pytest.mark.parametrize(
    ("per_cent", "ru", "en"),
    [
        (0, "0%", "0%"),
        (100, "100%", "100%"),
        (Decimal("66.65"), "66,7%", "66.7%"),
        (33.333, "33,3%", "33.3%"),
        (Decimal("1E+1"), "10%", "10%"),
    ],
)
def test_per_cent_are_written_as_the_language_writes_them(per_cent: Decimal, ru: str, en: str) -> None:
    row = [Bar("Строка:", per_cent, "!")]
    assert f"Строка:{ru}!" in words(row)
    assert f"Строка:{en}!" in words(row, "en")


@pytest.mark.usefixtures("drawn_as_pdf")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_label_is_drawn_as_it_was_written(name: str) -> None:
    assert words([Bar(name, 50, name)]).count(squeezed(name)) == 2


@pytest.mark.parametrize("per_cent", [-0.1, 100.1, Decimal(101), float("nan")])
def test_per_cent_that_cannot_be_are_refused(per_cent: Decimal) -> None:
    with pytest.raises(ValueError, match="per cent"):
        Bar("x", per_cent, "")


def test_the_picture_is_opaque_light_and_900_wide_and_its_bars_are_as_long_as_their_numbers() -> None:
    rows = [Bar("четверть", 25, ""), Bar("половина", 50, ""), Bar("всё", 100, ""), Bar("ноль", 0, "")]
    lines = pixels(bars.picture(rows, caption="Итог", language="ru").png())
    assert {len(line) for line in lines} == {picture.WIDTH * 4}
    assert {alpha for line in lines for alpha in line[3::4]} == {255}
    assert min(lines[0]) > 240
    assert bar_lengths(lines) == pytest.approx([210, 420, 840], abs=12)


def bar_lengths(lines: list[bytes]) -> list[int]:
    """Blue pixels across the middle of each bar."""
    lengths, thick = [], 0
    for line in lines:
        blue = sum(tuple(line[at : at + 3]) == BLUE for at in range(0, len(line), 4))
        thick = thick + 1 if blue else 0
        if thick == 20:
            lengths.append(blue)
    return lengths


def test_no_answer_does_not_look_like_nought() -> None:
    """The track of an unanswered competency is hatched: more than one colour across it."""
    nought, silence = (
        pixels(bars.picture([Bar("Предметная", value, "…")], caption="Итог", language="ru").png())
        for value in (0, None)
    )
    assert colours_of_track(nought) == 1
    assert colours_of_track(silence) > 1


def colours_of_track(lines: list[bytes]) -> int:
    """Different pixels in the first half of the track, at the middle of the only bar."""
    line = lines[-116]
    return len({line[at : at + 4] for at in range(40 * 4, 400 * 4, 4)})
