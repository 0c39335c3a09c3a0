"""Sending files: one, or an album."""

from __future__ import annotations

from typing import Any

from simulator.editing import editable, edited
from simulator.errors import Json, Wrong
from simulator.files import File, from_bot
from simulator.forwarding import CONTENT
from simulator.hub import Hub
from simulator.keyboards import markup
from simulator.messages import addressed, deliver
from simulator.text import caption, request_caption
from simulator.wire import Request, field_text, field_truth

KINDS = ("photo", "document", "video", "voice", "audio", "animation", "sticker")
ALBUM_KINDS = ("photo", "video", "document", "audio")
EDIT_KINDS = (*ALBUM_KINDS, "animation")
ALBUM_LIMIT = 10


def send_file(hub: Hub, request: Request, kind: str) -> Json:
    """sendPhoto, sendDocument, sendVoice, sendVideo, sendAudio, sendAnimation, sendSticker."""
    if not request.text(kind) and kind not in request.files:
        raise Wrong(f"There is no {kind} in the request")
    words = request_caption(hub.world, request) if kind != "sticker" else {}
    addressed(hub, request)  # nothing is uploaded for a chat that refuses
    file = from_bot(hub.files, request, kind, request.text(kind), kind)
    if file is None:
        raise Wrong(f"There is no {kind} in the request")
    return deliver(hub, request, {**hub.files.fields(file), **words, **_flags(request.params)})


def send_media_group(hub: Hub, request: Request) -> list[Json]:
    """sendMediaGroup: 2-10 messages with one media_group_id; documents and audio only among their like."""
    media = _album(request)
    words = [_item_caption(hub, one) for one in media]
    chat, common = addressed(hub, request)
    files = [_item_file(hub, request, one) for one in media]
    group = str(2**60 + hub.world.next_number("album"))
    sent = []
    for one, text, file in zip(media, words, files, strict=True):
        content = {
            **common,
            "media_group_id": group,
            **hub.files.fields(file),
            **text,
            **_flags(one),
        }
        sent.append(hub.world.add_post(chat, hub.world.me(), content).message)
    return sent


def edit_message_media(hub: Hub, request: Request) -> Json:
    """editMessageMedia: another file and caption, also in place of a text; in an album of the same kind."""
    request.required("media")
    one = request.json("media", "Can't parse input media JSON object")
    _check_item(one, EDIT_KINDS)
    words = _item_caption(hub, one)
    keyboard = markup(hub.world, request, inline_only=True)
    place = editable(hub, request)
    message = place[1].message
    if "media_group_id" in message and one["type"] not in message:
        raise Wrong("Can't change media type in the album")
    if not any(kind in message for kind in ("text", "rich_message", *EDIT_KINDS)):
        raise Wrong("Message media can't be edited")
    content = {**hub.files.fields(_item_file(hub, request, one)), **words, **_flags(one)}
    return edited(hub, place, CONTENT, content, keyboard)


def _album(request: Request) -> list[Json]:
    request.required("media")
    media = request.json("media", "Can't parse media JSON object")
    if not isinstance(media, list):
        raise Wrong("Expected an Array of InputMedia")
    for one in media:
        _check_item(one)
    if not media:
        raise Wrong("There are no messages to send")
    if len(media) == 1:
        raise Wrong("Too few messages to send as an album")
    if len(media) > ALBUM_LIMIT:
        raise Wrong("Too many messages to send as an album")
    kinds = {one["type"] for one in media}
    for kind in ("document", "audio"):
        if kind in kinds and len(kinds) > 1:
            raise Wrong(f"{kind.capitalize()} can't be mixed with other media types")
    return media


def _check_item(one: Any, kinds: tuple[str, ...] = ALBUM_KINDS) -> None:
    try:
        if not isinstance(one, dict):
            raise Wrong("expected an Object")
        kind = field_text(one, "type")
        if not field_text(one, "media", ""):
            raise Wrong("media not found")
        if kind == "animation" and kind not in kinds:
            raise Wrong('type "animation" can\'t be used in sendMediaGroup')
        if kind not in kinds:
            raise Wrong(f'type "{kind}" is unsupported')
    except Wrong as why:
        raise Wrong(f"Can't parse InputMedia: {why.reason}") from None


def _item_caption(hub: Hub, one: Json) -> Json:
    source, mode = field_text(one, "caption", ""), field_text(one, "parse_mode", "")
    return caption(hub.world, source, mode, one.get("caption_entities"))


def _item_file(hub: Hub, request: Request, one: Json) -> File:
    file = from_bot(hub.files, request, one["type"], one["media"])
    if file is None:
        raise Wrong("Can't parse InputMedia: media not found")
    return file


def _flags(owner: Any) -> Json:
    flags: Json = {}
    if owner.get("has_spoiler") is not None and field_truth(_plain(owner), "has_spoiler"):
        flags["has_media_spoiler"] = True
    return flags


def _plain(owner: Any) -> Json:
    """Flags as JSON has them, whether they came as JSON or as text."""
    return {"has_spoiler": owner["has_spoiler"] in (True, "true", "True", "1")}
