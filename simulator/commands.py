"""The bot's command menu: set by scope and language, seen by people through fallbacks."""

from __future__ import annotations

import re
from typing import Any

from simulator.chats import find_chat
from simulator.errors import Json, Wrong
from simulator.hub import Hub
from simulator.wire import Request, field_integer, field_text
from simulator.world import Person

COMMAND_LIMIT = 100
NAME_LIMIT = 32
DESCRIPTION_LIMIT = 256
WIDE_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
CHAT_SCOPES = ("chat", "chat_administrators", "chat_member")
_NAME = re.compile(r"[a-z0-9_]+")


def set_my_commands(hub: Hub, request: Request) -> bool:
    """setMyCommands: at most 100; an empty list deletes."""
    commands = _commands(request)
    key = _place(hub, request)
    if commands:
        hub.world.facts.put(key, commands)
    else:
        hub.world.facts.drop(key)
    return True


def get_my_commands(hub: Hub, request: Request) -> list[Json]:
    """getMyCommands: exactly this scope and language."""
    return hub.world.facts.get(_place(hub, request)) or []


def delete_my_commands(hub: Hub, request: Request) -> bool:
    """deleteMyCommands."""
    hub.world.facts.drop(_place(hub, request))
    return True


def menu(hub: Hub, person: Person) -> list[Json]:
    """What a person's private chat shows: the narrowest scope first, in each their language first."""
    for scope in (f"chat:{person.id}", "all_private_chats:", "default:"):
        for language in (person.language_code or "", ""):
            if found := hub.world.facts.get(f"commands:{scope}:{language[:2]}"):
                return list(found)
    return []


def language(request: Request) -> str:
    """`language_code`: two letters, or "" for everybody else."""
    code = request.text("language_code")
    if code and not re.fullmatch(r"[a-z]{2}", code):
        raise Wrong("Invalid language code specified")
    return code


def _commands(request: Request) -> list[Json]:
    value = request.json("commands", "Can't parse commands JSON object")
    if value is None:
        return []
    if not isinstance(value, list):
        raise Wrong("Expected an Array of BotCommand")
    commands = [_command(one) for one in value]
    if len(commands) > COMMAND_LIMIT:
        raise Wrong("BOT_COMMANDS_TOO_MUCH")
    return commands


def _command(one: Any) -> Json:
    try:
        if not isinstance(one, dict):
            raise Wrong("expected an Object")
        name, description = field_text(one, "command"), field_text(one, "description").strip()
    except Wrong as why:
        raise Wrong(f"Can't parse BotCommand: {why.reason}") from None
    name = name.strip().removeprefix("/")
    if not name:
        raise Wrong("Command must be non-empty")
    if len(name) > NAME_LIMIT:
        raise Wrong(f"Command length must not exceed {NAME_LIMIT}")
    if not description:
        raise Wrong("Command description must be non-empty")
    if len(description) > DESCRIPTION_LIMIT:
        raise Wrong(f"Command description length must not exceed {DESCRIPTION_LIMIT}")
    if not _NAME.fullmatch(name):
        raise Wrong("BOT_COMMAND_INVALID")
    return {"command": name, "description": description}


def _place(hub: Hub, request: Request) -> str:
    """Where commands of a scope and language are kept."""
    scope = request.json("scope", "Can't parse BotCommandScope JSON object") or {"type": "default"}
    try:
        kind, chat_id, user_id = _scope(scope)
    except Wrong as why:
        raise Wrong(f"Can't parse BotCommandScope: {why.reason}") from None
    if not chat_id:
        return f"commands:{kind}::{language(request)}"
    chat = find_chat(hub, chat_id)
    if chat.kind == "private" and kind != "chat":
        raise Wrong("Can't use specified scope in private chats")
    return f"commands:{kind}:{chat.id}{user_id}:{language(request)}"


def _scope(scope: Any) -> tuple[str, str, str]:
    if not isinstance(scope, dict):
        raise Wrong("BotCommandScope must be an Object")
    kind = field_text(scope, "type")
    if kind in WIDE_SCOPES:
        return kind, "", ""
    if kind not in CHAT_SCOPES:
        raise Wrong("Unsupported type specified")
    chat_id = field_text(scope, "chat_id")
    if not chat_id:
        raise Wrong("Empty chat_id specified")
    return kind, chat_id, f"/{field_integer(scope, 'user_id')}" if kind == "chat_member" else ""
