"""The methods of the Bot API this Telegram knows, by their names in small letters."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from simulator import chats, commands, editing, forwarding, media, messages, profile, rich, updates
from simulator.callbacks import answer_callback_query
from simulator.hub import Hub
from simulator.wire import Request

Method = Callable[[Hub, Request], Any]


def _files() -> dict[str, Method]:
    return {f"send{kind}": partial(media.send_file, kind=kind) for kind in media.KINDS}


def _profiles() -> dict[str, Method]:
    names = {"name": "name", "description": "description", "shortdescription": "short_description"}
    known: dict[str, Method] = {}
    for name, field in names.items():
        known[f"setmy{name}"] = partial(profile.set_profile, field=field)
        known[f"getmy{name}"] = partial(profile.get_profile, field=field)
    return known


METHODS: dict[str, Method] = {
    "getme": chats.get_me,
    "getupdates": updates.get_updates,
    "setwebhook": updates.set_webhook,
    "deletewebhook": updates.delete_webhook,
    "getwebhookinfo": updates.webhook_info,
    "sendmessage": messages.send_message,
    "sendrichmessage": rich.send_rich_message,
    "sendmediagroup": media.send_media_group,
    **_files(),
    "editmessagetext": editing.edit_message_text,
    "editmessagecaption": editing.edit_message_caption,
    "editmessagemedia": media.edit_message_media,
    "editmessagereplymarkup": editing.edit_message_reply_markup,
    "deletemessage": editing.delete_message,
    "deletemessages": editing.delete_messages,
    "forwardmessage": forwarding.forward_message,
    "forwardmessages": forwarding.forward_messages,
    "copymessage": forwarding.copy_message,
    "copymessages": forwarding.copy_messages,
    "sendchataction": chats.send_chat_action,
    "answercallbackquery": answer_callback_query,
    "getfile": lambda hub, request: hub.files.opened(request.text("file_id")),
    "getchat": chats.get_chat,
    "getchatmember": chats.get_chat_member,
    "leavechat": chats.leave_chat,
    "setmycommands": commands.set_my_commands,
    "getmycommands": commands.get_my_commands,
    "deletemycommands": commands.delete_my_commands,
    "setchatmenubutton": profile.set_chat_menu_button,
    "getchatmenubutton": profile.get_chat_menu_button,
    **_profiles(),
}
