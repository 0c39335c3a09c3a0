"""Rich messages: blocks and their HTML, limits, an older server without them."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.core import TOKEN
from simulator.editing import NOT_MODIFIED
from simulator.errors import ApiError
from tests.wire.simulated import Desk, button, buttons, desk

__all__ = ["desk"]
HEADING = {"type": "heading", "size": 2, "text": "Отчёты"}


def cell(text: Any, **facts: Any) -> dict[str, Any]:
    return {"align": "left", "valign": "middle", "text": text, **facts}


def paragraph(text: Any) -> dict[str, Any]:
    return {"type": "paragraph", "text": text}


def rich(*blocks: Any, **facts: Any) -> dict[str, Any]:
    return {"blocks": list(blocks), **facts}


@pytest.mark.parametrize(
    "block",
    [
        HEADING,
        paragraph("Да"),
        paragraph(["Да, ", {"type": "bold", "text": "Анна"}]),
        paragraph({"type": "url", "text": "сайт", "url": "https://ya.ru/"}),
        paragraph({"type": "date_time", "text": "завтра", "unix_time": 1, "date_time_format": "D"}),
        {"type": "pre", "text": "x = 1", "language": "python"},
        {"type": "table", "cells": [[cell("а", is_header=True, colspan=2)], [cell("б"), cell("в")]]},
        {"type": "table", "cells": [[cell("а")]], "is_bordered": True, "caption": "Сводка"},
        {"type": "blockquote", "blocks": [paragraph("а")], "credit": "Автор"},
        {"type": "details", "summary": "Ещё", "blocks": [paragraph("а")], "is_open": True},
        {"type": "expandable_blockquote", "text": "а"},
    ],
)
def test_a_block_is_received_as_it_was_sent(desk: Desk, block: dict[str, Any]) -> None:
    sent = desk.call("sendRichMessage", rich_message=rich(block, is_rtl=True))
    assert sent["rich_message"] == {"blocks": [block], "is_rtl": True}


def test_lists_get_labels(desk: Desk) -> None:
    items = [{"blocks": [paragraph("а")]}, {"blocks": [paragraph("б")], "value": 2}]
    sent = desk.call("sendRichMessage", rich_message=rich({"type": "list", "items": items}))
    assert [item["label"] for item in sent["rich_message"]["blocks"][0]["items"]] == ["•", "2."]


def test_html_stands_for_blocks(desk: Desk) -> None:
    source = """<h2>Отчёты</h2>Всего <b>2</b>
      <table bordered><tr><th>Имя</th><td align="right">1 &lt; 2</td></tr></table>
      <ul><li>раз</li></ul><hr/><p>конец<br>да</p>"""
    blocks = desk.call("sendRichMessage", rich_message={"html": source})["rich_message"]["blocks"]
    assert [block["type"] for block in blocks] == [
        "heading", "paragraph", "table", "list", "divider", "paragraph",
    ]  # fmt: skip
    assert blocks[1]["text"] == ["Всего ", {"type": "bold", "text": "2"}]
    assert blocks[2]["cells"] == [[cell("Имя", is_header=True), cell("1 < 2", align="right")]]
    assert blocks[5]["text"] == "конец\nда"


PREFIX = "can't parse InputRichBlock: "


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        (None, "rich message must be non-empty"),
        ([], "object expected as rich message"),
        ({}, "RICH_MESSAGE_CONTENT_REQUIRED"),
        (rich(paragraph("")), "RICH_MESSAGE_CONTENT_REQUIRED"),
        (
            rich(paragraph("а"), html="<p>а</p>"),
            "exactly one of the fields html, markdown and blocks must be used",
        ),
        (rich({"type": "table"}), PREFIX + 'Can\'t find field "cells"'),
        (rich({"type": "heading", "text": "а"}), PREFIX + 'Can\'t find field "size"'),
        (rich({**HEADING, "size": 7}), PREFIX + "Invalid heading size specified"),
        (rich("а"), PREFIX + "expected an Object"),
        (rich({"text": "а"}), PREFIX + 'Can\'t find field "type"'),
        (rich(paragraph({"type": "plain", "text": "а"})), PREFIX + "Unsupported rich text type"),
        (
            rich({"type": "table", "cells": [[cell({"type": "plain"})]]}),
            PREFIX + "Can't parse PageBlockTableCell: Unsupported rich text type",
        ),
        (
            rich({"type": "table", "cells": [[cell("а", align="up")]]}),
            PREFIX + "Can't parse PageBlockTableCell: Invalid alignment specified",
        ),
        (rich(paragraph("ы" * 32769)), "RICH_MESSAGE_TEXT_TOO_LONG"),
        (rich(*[paragraph("а")] * 501), "RICH_MESSAGE_BLOCKS_TOO_MUCH"),
        (
            rich({"type": "table", "cells": [[cell("а")] * 21]}),
            PREFIX + "RICH_MESSAGE_TABLE_COLUMNS_TOO_MUCH",
        ),
        (rich({"type": "buttons", "buttons": []}), PREFIX + "Invalid number of buttons specified"),
        (rich({"type": "buttons", "buttons": [button("ы" * 33)]}), PREFIX + "BUTTON_DATA_INVALID"),
        ({"html": "<marquee>а</marquee>"}, 'can\'t parse entities: Unsupported start tag "marquee"'),
        ({"html": "<p>а"}, "can't parse entities: Can't find end tag corresponding to start tag \"p\""),
        ({"html": "<b>а</i></b>"}, 'can\'t parse entities: Unmatched end tag "i"'),
    ],
)
def test_a_wrong_rich_message_is_refused(desk: Desk, message: Any, reason: str) -> None:
    found = desk.refusal("sendRichMessage", rich_message=message)
    assert found in (reason, reason.removeprefix(PREFIX))


def test_nesting_has_a_limit(desk: Desk) -> None:
    block: dict[str, Any] = paragraph("а")
    for _ in range(17):
        block = {"type": "blockquote", "blocks": [block]}
    assert desk.refusal("sendRichMessage", rich_message=rich(block)) == "RICH_MESSAGE_DEPTH_TOO_BIG"


def test_a_text_and_a_rich_message_turn_into_each_other(desk: Desk) -> None:
    number = desk.send("текст")
    turned = desk.call("editMessageText", message_id=number, rich_message=rich(HEADING))
    assert "text" not in turned and turned["rich_message"]["blocks"] == [HEADING]
    assert desk.refusal("editMessageText", message_id=number, rich_message=rich(HEADING)) == NOT_MODIFIED
    assert "rich_message" not in desk.call("editMessageText", message_id=number, text="снова текст")


def test_buttons_inside_can_be_tapped(desk: Desk) -> None:
    row = {"type": "buttons", "buttons": [{**button("a"), "style": "link"}]}
    inline = paragraph(["Да: ", {"type": "button", "button": button("b")}])
    number = desk.call("sendRichMessage", rich_message=rich(row, inline))["message_id"]
    for data in ("a", "b"):
        desk.telegram.tap(desk.anna, number, data)
    assert [update["callback_query"]["data"] for update in desk.new()] == ["a", "b"]


def test_an_older_server_ignores_or_refuses_what_came_later(desk: Desk) -> None:
    desk.telegram.version = (9, 3)
    sent = desk.call("sendMessage", text="а", reply_markup=buttons([{**button("a"), "style": "danger"}]))
    assert sent["reply_markup"] == buttons([button("a")])
    off = buttons([{"text": "Да", "disabled": {}}])
    assert "Text buttons are unallowed" in desk.refusal("sendMessage", text="а", reply_markup=off)
    moment = "<tg-time unix='1'>а</tg-time>"
    assert "Unsupported start tag" in desk.refusal("sendMessage", text=moment, parse_mode="HTML")
    assert desk.refusal("sendRichMessage", rich_message=rich(HEADING)) == "Not Found: method not found"


def test_an_older_server_knows_nothing_of_it(desk: Desk) -> None:
    number = desk.send("текст")
    desk.telegram.rich = False
    with pytest.raises(ApiError) as refused:
        desk.telegram.call(TOKEN, "sendRichMessage", {"chat_id": desk.anna, "rich_message": rich(HEADING)})
    assert refused.value.code == 404
    assert (
        desk.refusal("editMessageText", message_id=number, rich_message=rich(HEADING))
        == "message text is empty"
    )
