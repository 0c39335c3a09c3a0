"""Texts: Telegram's HTML, entities, limits counted after parsing in UTF-16 units."""

from __future__ import annotations

from html import escape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator import html
from simulator.characters import units
from simulator.errors import Wrong
from tests.wire.simulated import Desk, desk

__all__ = ["desk"]
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
PIECES = (
    *(
        "<b>",
        "</b>",
        "<a href='ya.ru'>",
        "</a>",
        "<",
        ">",
        "</",
        "&",
        "&lt;",
        "&#1",
        "&#x41;",
        "<pre>",
        "</pre>",
    ),
    *(
        "<code class=language-py>",
        "</code>",
        " ",
        "я",
        "😀",
        "'",
        '"',
        "=",
        "<tg-time unix=1>",
        "</>",
        "\0",
        "\n",
    ),
)
SOUP = st.lists(st.one_of(st.sampled_from(PIECES), ANY_TEXT), max_size=20).map("".join)


def entity(kind: str, offset: int, length: int, **facts: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **facts}


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("просто", "просто", []),
        ("<b>да</b>", "да", [entity("bold", 0, 2)]),
        ("<STRONG>да</strong>", "да", [entity("bold", 0, 2)]),
        ("<i>а</i><em>б</em>", "аб", [entity("italic", 0, 1), entity("italic", 1, 1)]),
        ("<u>а</u> <ins>б</ins>", "а б", [entity("underline", 0, 1), entity("underline", 2, 1)]),
        ("<s>а</s><strike>б</strike>", "аб", [entity("strikethrough", 0, 1), entity("strikethrough", 1, 1)]),
        ("<del>а</del>", "а", [entity("strikethrough", 0, 1)]),
        ('<span class="tg-spoiler">а</span>', "а", [entity("spoiler", 0, 1)]),
        ("<tg-spoiler>а</tg-spoiler>", "а", [entity("spoiler", 0, 1)]),
        ("😀<b>😀</b>", "😀😀", [entity("bold", 2, 2)]),
        ("<code>x</code>", "x", [entity("code", 0, 1)]),
        ("<pre>x</pre>", "x", [entity("pre", 0, 1)]),
        (
            '<pre><code class="language-python">x</code></pre>',
            "x",
            [entity("pre", 0, 1, language="python")],
        ),
        (
            '<a href="https://ya.ru/?a=1&amp;b">я</a>',
            "я",
            [entity("text_link", 0, 1, url="https://ya.ru/?a=1&b")],
        ),
        ("<a>ya.ru</a>", "ya.ru", [entity("text_link", 0, 5, url="http://ya.ru/")]),
        ('<a href="нетточки">я</a>', "я", []),
        ("<blockquote>а</blockquote>", "а", [entity("blockquote", 0, 1)]),
        ("<blockquote expandable>а</blockquote>", "а", [entity("expandable_blockquote", 0, 1)]),
        (
            '<tg-emoji emoji-id="5368">👍</tg-emoji>',
            "👍",
            [entity("custom_emoji", 0, 2, custom_emoji_id="5368")],
        ),
        (
            '<tg-time unix="1790000000" format="wDT">да</tg-time>',
            "да",
            [entity("date_time", 0, 2, unix_time=1790000000, date_time_format="wDT")],
        ),
        ("<b></b>пусто", "пусто", []),
        ("&lt;&gt;&amp;&quot;&#33;&#x41;&nbsp;&", '<>&"!A&nbsp;&', []),
        ("<b>а</>", "а", [entity("bold", 0, 1)]),
    ],
)
def test_html_becomes_text_and_entities(source: str, text: str, entities: list[dict[str, Any]]) -> None:
    assert html.parse(source) == (text, entities)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("я <b", "Unclosed start tag at byte offset 3"),
        ("<имя>", 'Unsupported start tag "имя" at byte offset 0'),
        ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
        ("а < б", 'Unsupported start tag "" at byte offset 3'),
        ("</b>", "Unexpected end tag at byte offset 0"),
        ("<b>а</i>", 'Unmatched end tag at byte offset 5, expected "</b>", found "</i>"'),
        ("<b>а</b", "Unclosed end tag at byte offset 5"),
        ("<b>а", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<span>а</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<a =x>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href=http://x>", "Unexpected end of name token at byte offset 8"),
        ('<tg-emoji emoji-id="x">а</tg-emoji>', "Invalid custom emoji identifier specified"),
        ('<tg-time unix="1" format="x">а</tg-time>', "Invalid date format used"),
        (
            "&#xd800;",
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units",
        ),
    ],
)
def test_broken_html_is_refused_in_telegrams_words(desk: Desk, source: str, reason: str) -> None:
    refused = desk.refusal("sendMessage", text=source, parse_mode="HTML")
    assert refused == f"can't parse entities: {reason}"


@given(SOUP)
def test_any_html_gives_a_text_or_a_refusal(source: str) -> None:
    try:
        text, entities = html.parse(source)
    except Wrong as refused:
        assert refused.reason
    else:
        assert all(0 <= one["offset"] < one["offset"] + one["length"] <= units(text) for one in entities)


@given(ANY_TEXT)
def test_an_escaped_text_comes_back_as_it_was(text: str) -> None:
    assert html.parse(f"<b>{escape(text)}</b>")[0] == text.replace("\0", " ")


@given(st.lists(st.sampled_from(["b", "i", "u", "code", "blockquote"]), max_size=4), ANY_TEXT)
def test_nested_tags_cover_the_whole_text(tags: list[str], text: str) -> None:
    source = (
        "".join(f"<{tag}>" for tag in tags) + escape(text) + "".join(f"</{tag}>" for tag in reversed(tags))
    )
    _, entities = html.parse(source)
    assert len(entities) == (len(tags) if text else 0)


@given(ANY_TEXT)
def test_a_name_in_a_message_never_breaks_it(text: str) -> None:
    desk = Desk()
    sent = desk.call("sendMessage", text=f"Имя: <b>{escape(text)}</b>.", parse_mode="HTML")
    assert sent["text"].startswith("Имя:") and sent["text"].endswith(".")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "message text is empty"),
        (None, "message text is empty"),
        (" \n ", "text must be non-empty"),
        ("ы" * 4097, "message is too long"),
        ("😀" * 2049, "message is too long"),
        ("ы" * 20000, "text is too long"),
    ],
)
def test_texts_out_of_bounds_are_refused(desk: Desk, text: str | None, reason: str) -> None:
    assert desk.refusal("sendMessage", text=text) == reason


def test_length_is_counted_after_parsing(desk: Desk) -> None:
    sent = desk.call("sendMessage", text=f"<b>{'ы' * 4090}</b>&lt;&lt;", parse_mode="HTML")
    assert len(sent["text"]) == 4092
    assert desk.refusal("sendMessage", text="<b></b>", parse_mode="HTML") == "text must be non-empty"
    assert desk.refusal("sendMessage", text="а", parse_mode="MarkdownV3") == "unsupported parse_mode"


def test_outer_spaces_and_carriage_returns_go(desk: Desk) -> None:
    sent = desk.call("sendMessage", text="\n  <b>а\r\nб</b>\x07в  \n", parse_mode="HTML")
    assert (sent["text"], sent["entities"]) == ("а\nб в", [entity("bold", 0, 3)])


def test_telegram_finds_entities_by_itself(desk: Desk) -> None:
    text = "/help @marshrut https://ya.ru/x, mail a@b.ru #тег 12.05.2026 сайт.рф"
    found = [(one["type"], one["offset"]) for one in desk.call("sendMessage", text=text)["entities"]]
    assert found == [
        ("bot_command", 0),
        ("mention", 6),
        ("url", 16),
        ("email", 38),
        ("hashtag", 45),
        ("url", 61),
    ]


def test_nothing_is_found_inside_code(desk: Desk) -> None:
    sent = desk.call("sendMessage", text="<code>/help</code>", parse_mode="HTML")
    assert [one["type"] for one in sent["entities"]] == ["code"]


def test_formatting_inside_code_is_lost_and_doubles_merge(desk: Desk) -> None:
    sent = desk.call("sendMessage", text="<b><b>а</b>б<code>в</code></b>", parse_mode="HTML")
    assert sent["entities"] == [entity("bold", 0, 2), entity("code", 2, 1)]


def test_given_entities_are_cut_where_they_cross(desk: Desk) -> None:
    given_entities = [entity("text_link", 2, 4, url="https://ya.ru"), entity("bold", 0, 4)]
    sent = desk.call("sendMessage", text="абвгде", entities=given_entities)
    assert sent["entities"] == [
        entity("bold", 0, 2),
        entity("text_link", 2, 4, url="https://ya.ru/"),
        entity("bold", 2, 2),
    ]


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ("x", "can't parse MessageEntity: expected an Object"),
        ({"type": "bold", "offset": 0}, "can't parse MessageEntity: Can't find field \"length\""),
        ({"type": "loud", "offset": 0, "length": 1}, "can't parse MessageEntity: Unsupported type specified"),
        (
            {"type": "bold", "offset": 5, "length": 1},
            "entity begins after the end of the text at UTF-16 offset 5",
        ),
        ({"type": "bold", "offset": -1, "length": 1}, "receive an entity with incorrect offset -1"),
    ],
)
def test_wrong_entities_are_refused(desk: Desk, wrong: Any, reason: str) -> None:
    assert desk.refusal("sendMessage", text="да", entities=[wrong]) == reason


def test_a_person_is_mentioned_by_number_only_if_known(desk: Desk) -> None:
    text = f'<a href="tg://user?id={desk.anna}">Анна</a> <a href="tg://user?id=77">кто</a>'
    sent = desk.call("sendMessage", text=text, parse_mode="HTML")
    assert [(one["type"], one["user"]["first_name"]) for one in sent["entities"]] == [
        ("text_mention", "Анна")
    ]
