"""Reply markup as a bot sends it, checked button by button."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from simulator.errors import Json, Wrong
from simulator.links import mentioned_user, required_link
from simulator.wire import Request, field_object, field_text, field_truth
from simulator.world import World

BUTTON_LIMIT = 100
ROW_LIMIT = 8
DATA_LIMIT = 64
COPY_LIMIT = 256
SINCE = {"style": (9, 4), "icon_custom_emoji_id": (9, 4), "disabled": (10, 3)}
STYLES = ("", "default", "primary", "danger", "success")
ACTIONS = (
    "url",
    "callback_data",
    "callback_game",
    "pay",
    "switch_inline_query",
    "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat",
    "login_url",
    "web_app",
    "copy_text",
    "disabled",
)
REQUESTS = (
    "request_contact",
    "request_location",
    "request_poll",
    "request_users",
    "request_chat",
    "web_app",
    "request_managed_bot",
)
_SWITCHES = (
    "selective",
    "remove_keyboard",
    "force_reply",
    "resize_keyboard",
    "one_time_keyboard",
    "is_persistent",
)


def markup(world: World, request: Request, *, inline_only: bool = False) -> Json | None:
    """`reply_markup` of a call, normal and complete; None for none or an empty one."""
    value = request.json("reply_markup", "Can't parse reply keyboard markup JSON object")
    if value is None:
        return None
    if not isinstance(value, dict):
        raise Wrong("Object expected as reply markup")
    keyboard = _parsed(_as_of(world.version, value))
    if keyboard and inline_only and "inline_keyboard" not in keyboard:
        raise Wrong("Inline keyboard expected")
    return keyboard


def callback_buttons(keyboard: Json | None) -> Iterator[Json]:
    """The buttons of an inline keyboard, row by row."""
    for row in (keyboard or {}).get("inline_keyboard", ()):
        yield from row


def check_data(data: str) -> None:
    """`callback_data` is 1-64 bytes of UTF-8."""
    if len(data.encode()) > DATA_LIMIT:
        raise Wrong("BUTTON_DATA_INVALID")


def _as_of(version: tuple[int, int], value: Json) -> Json:
    """The markup as an older server reads it: fields of the future are unknown, so they are not there."""
    unknown = {name for name, since in SINCE.items() if version < since}
    if not unknown:
        return value

    def old(one: Any) -> Any:
        if isinstance(one, list):
            return [old(each) for each in one]
        return (
            {name: item for name, item in one.items() if name not in unknown}
            if isinstance(one, dict)
            else one
        )

    return {name: old(item) for name, item in value.items()}


def _parsed(value: Json) -> Json | None:
    rows = _rows(value, "keyboard", 'Field "keyboard" must be an Array of Arrays', _reply_button)
    inline = _rows(
        value,
        "inline_keyboard",
        'Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        _inline_button,
    )
    switches = {name: True for name in _SWITCHES if field_truth(value, name)}
    if placeholder := field_text(value, "input_field_placeholder", ""):
        switches["input_field_placeholder"] = placeholder
    if rows:
        return {"keyboard": rows, **switches}
    if inline:
        return {"inline_keyboard": inline}
    return switches if switches.keys() & {"remove_keyboard", "force_reply"} else None


def _rows(value: Json, name: str, shape: str, read: Callable[[Any], Json]) -> list[list[Json]]:
    rows = value.get(name)
    if rows is None:
        return []
    if not isinstance(rows, list):
        raise Wrong(f'Field "{name}" must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        raise Wrong(shape)
    result = [[read(button) for button in row] for row in rows if row]
    if sum(map(len, result)) > BUTTON_LIMIT or any(len(row) > ROW_LIMIT for row in result):
        raise Wrong("REPLY_MARKUP_TOO_LONG" if name == "keyboard" else "reply markup is too long")
    return result


def _reply_button(button: Any) -> Json:
    if isinstance(button, str):
        button = {"text": button}
    try:
        if not isinstance(button, dict):
            raise Wrong("KeyboardButton must be a String or an Object")
        shown = _label(button)
    except Wrong as why:
        raise Wrong(f"Can't parse keyboard button: {why.reason}") from None
    if not shown["text"]:
        raise Wrong("Keyboard button text must be non-empty")
    return {**shown, **{name: button[name] for name in REQUESTS if button.get(name)}}


def _inline_button(button: Any) -> Json:
    try:
        if not isinstance(button, dict):
            raise Wrong("InlineKeyboardButton must be an Object")
        shown, action = _label(button), _action(button)
    except Wrong as why:
        raise Wrong(f"Can't parse inline keyboard button: {why.reason}") from None
    if not shown["text"]:
        raise Wrong("Inline keyboard button text must be non-empty")
    return {**shown, action: _checked(button, action)}


def _label(button: Json) -> Json:
    """Text, style (Bot API 9.4) and emoji of a button."""
    shown: Json = {"text": field_text(button, "text")}
    style = field_text(button, "style", "").lower()
    if style not in STYLES:
        raise Wrong("invalid button style specified")
    if style and style != "default":
        shown["style"] = style
    if icon := field_text(button, "icon_custom_emoji_id", ""):
        shown["icon_custom_emoji_id"] = icon
    return shown


def _action(button: Json) -> str:
    """The one thing a button does. Telegram takes the first of several; here several are refused."""
    actions = [name for name in ACTIONS if _present(button, name)]
    if not actions:
        raise Wrong("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise Wrong(f"exactly one action is allowed, found {', '.join(actions)}")
    return actions[0]


def _present(button: Json, name: str) -> bool:
    value = button.get(name)
    return value is not None and (value != "" or name.startswith("switch_"))


def _checked(button: Json, action: str) -> Any:
    """The action's value, as Telegram keeps it."""
    if action == "url":
        return _url(field_text(button, "url"), "Inline keyboard button")
    if action == "callback_data":
        data = field_text(button, "callback_data")
        check_data(data)
        return data
    if action.startswith("switch_inline_query") and action != "switch_inline_query_chosen_chat":
        return field_text(button, action)
    if action == "pay":
        return field_truth(button, "pay")
    value = field_object(button, action)
    if action in ("login_url", "web_app"):
        kind = "login" if action == "login_url" else "Web App"
        return {
            **value,
            "url": _url(field_text(value, "url"), f"Inline keyboard button {kind}", https_only=True),
        }
    if action == "copy_text" and not 0 < len(field_text(value, "text")) <= COPY_LIMIT:
        raise Wrong("BUTTON_COPY_TEXT_INVALID")
    return value


def _url(address: str, what: str, *, https_only: bool = False) -> str:
    if mentioned_user(address) and not https_only:
        return address
    try:
        return required_link(address, https_only=https_only)
    except Wrong as why:
        raise Wrong(f"{what} {why.reason}") from None
