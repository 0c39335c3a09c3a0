"""How the bot presents itself: name, description, menu button."""

from __future__ import annotations

from typing import Any

from simulator.commands import language
from simulator.errors import Json, Wrong
from simulator.hub import Hub
from simulator.links import required_link
from simulator.wire import Request, field_object, field_text

LIMITS = {"name": 64, "description": 512, "short_description": 120}


def set_profile(hub: Hub, request: Request, field: str) -> bool:
    """setMyName, setMyDescription, setMyShortDescription; "" takes it back. The refusal's words are ours."""
    text, code = request.text(field).strip(), language(request)
    if len(text) > LIMITS[field]:
        raise Wrong(f"{field.replace('_', ' ')} is too long; at most {LIMITS[field]} characters are allowed")
    texts = dict(hub.world.facts.get(f"profile:{field}") or {})
    texts[code] = text
    hub.world.facts.put(f"profile:{field}", {code: text for code, text in texts.items() if text})
    return True


def get_profile(hub: Hub, request: Request, field: str) -> Json:
    """getMyName, getMyDescription, getMyShortDescription: of the language, else the general one."""
    texts = hub.world.facts.get(f"profile:{field}") or {}
    text = texts.get(language(request)) or texts.get("")
    return {field: text or (hub.world.me()["first_name"] if field == "name" else "")}


def set_chat_menu_button(hub: Hub, request: Request) -> bool:
    """setChatMenuButton: of a private chat, or of all."""
    value = request.json("menu_button", "Can't parse menu button JSON object")
    try:
        button = _button({"type": "default"} if value is None else value)
    except Wrong as why:
        raise Wrong(f"Can't parse menu button: {why.reason}") from None
    hub.world.facts.put(f"menu:{_person(hub, request)}", button)
    return True


def get_chat_menu_button(hub: Hub, request: Request) -> Json:
    """getChatMenuButton: the chat's own, else the general one, else commands."""
    own = hub.world.facts.get(f"menu:{_person(hub, request)}")
    return own or hub.world.facts.get("menu:0") or {"type": "commands"}


def _person(hub: Hub, request: Request) -> int:
    if not request.given("chat_id"):
        return 0
    number = request.integer("chat_id", high=2**53)
    if number <= 0:
        raise Wrong("Invalid chat_id specified")
    if number not in hub.world.people.items:
        raise Wrong("user not found")
    return number


def _button(value: Any) -> Json:
    if not isinstance(value, dict):
        raise Wrong("MenuButton must be an Object")
    kind = field_text(value, "type")
    if kind in ("default", "commands"):
        return {"type": kind}
    if kind != "web_app":
        raise Wrong("MenuButton has unsupported type")
    text, app = field_text(value, "text"), field_object(value, "web_app")
    if not text:
        raise Wrong("Menu button text must be non-empty")
    return {
        "type": kind,
        "text": text,
        "web_app": {"url": required_link(field_text(app, "url"), https_only=True)},
    }
