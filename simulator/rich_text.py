"""The texts inside rich messages: a string, a list, or an object with a type."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simulator.errors import Json, Wrong
from simulator.keyboards import check_data
from simulator.links import mentioned_user, required_link
from simulator.wire import field_integer, field_object, field_text

RichText = Any
BUTTON_STYLES = ("", "danger", "success", "primary", "link")
ACTIONS = (
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "disabled",
)  # fmt: skip
# What a type has besides `text`, which all of the first kind have and none of the second.
WITH_TEXT: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        (
            "bold",
            "italic",
            "underline",
            "strikethrough",
            "spoiler",
            "subscript",
            "superscript",
            "marked",
            "code",
        ),
        (),
    ),
    "url": ("url",),
    "email_address": ("email_address",),
    "phone_number": ("phone_number",),
    "bank_card_number": ("bank_card_number",),
    "mention": ("username",),
    "hashtag": ("hashtag",),
    "cashtag": ("cashtag",),
    "bot_command": ("bot_command",),
    "anchor_link": ("anchor_name",),
    "reference": ("name",),
    "reference_link": ("reference_name",),
}
WITHOUT_TEXT = {
    "custom_emoji": ("custom_emoji_id", "alternative_text"),
    "mathematical_expression": ("expression",),
    "anchor": ("name",),
}


class Texts:
    """Reads rich texts and reports every piece of plain text to `count`."""

    def __init__(self, count: Callable[[str], None]) -> None:
        self._count = count

    def required(self, owner: Json, name: str) -> RichText:
        """A rich text that must be there."""
        if owner.get(name) is None:
            raise Wrong(f'Can\'t find field "{name}"')
        return self.read(owner[name])

    def optional(self, owner: Json, name: str) -> Json:
        """{name: text}, or {} without one."""
        return {} if owner.get(name) is None else {name: self.read(owner[name])}

    def read(self, text: Any) -> RichText:
        """One rich text, checked."""
        if isinstance(text, str):
            self._count(text)
            return text
        if isinstance(text, list):
            return [self.read(one) for one in text]
        if not isinstance(text, dict):
            raise Wrong("RichText must be a String, an Array or an Object")
        return self._typed(text, field_text(text, "type"))

    def _typed(self, text: Json, kind: str) -> Json:
        if kind in WITH_TEXT:
            facts = {name: field_text(text, name) for name in WITH_TEXT[kind]}
            if kind == "url" and not mentioned_user(facts["url"]):
                facts["url"] = required_link(facts["url"])
            return {"type": kind, "text": self.required(text, "text"), **facts}
        if kind in WITHOUT_TEXT:
            shown = {name: field_text(text, name) for name in WITHOUT_TEXT[kind]}
            self._count(shown.get("alternative_text", shown.get("expression", "")))
            return {"type": kind, **shown}
        if kind == "date_time":
            moment, form = field_integer(text, "unix_time"), field_text(text, "date_time_format", "")
            inner = self.required(text, "text")
            return {"type": kind, "text": inner, "unix_time": moment, "date_time_format": form}
        if kind == "text_mention":
            return {"type": kind, "text": self.required(text, "text"), "user": field_object(text, "user")}
        if kind == "button":
            return {"type": kind, "button": self.button(text.get("button"))}
        raise Wrong("Unsupported rich text type")

    def button(self, button: Any) -> Json:
        """A button inside a rich message; the style "link" is for callback buttons only."""
        if not isinstance(button, dict):
            raise Wrong("RichMessageButton must be an Object")
        shown: Json = {"text": self.required(button, "text")}
        if (style := field_text(button, "style", "")) not in BUTTON_STYLES:
            raise Wrong("invalid button style specified")
        actions = [name for name in ACTIONS if button.get(name) is not None]
        if len(actions) != 1:
            raise Wrong("exactly one button action must be specified")
        value = button[actions[0]]
        if actions == ["callback_data"]:
            value = field_text(button, "callback_data")
            check_data(value)
        elif style == "link":
            raise Wrong("invalid button style specified")
        if actions == ["url"] and not mentioned_user(value):
            value = required_link(field_text(button, "url"))
        return {**shown, **({"style": style} if style else {}), actions[0]: value}
