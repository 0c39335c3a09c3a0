"""What a person sends that is not text: files, albums, places, contacts, dice."""

from __future__ import annotations

import random

from simulator.errors import Json, Wrong
from simulator.hub import Hub
from simulator.people import somebody
from simulator.phones import post, writing
from simulator.text import caption as caption_fields
from simulator.wire import Upload

FILE_KINDS = ("photo", "document", "voice", "video", "audio", "sticker", "animation")
ALBUM_KINDS = ("photo", "document", "video", "audio")
OTHER_KINDS = ("location", "contact", "poll", "dice", "sticker", "venue")
ALBUM_SIZES = range(2, 11)


def send(
    hub: Hub,
    user_id: int,
    kind: str,
    upload: Upload | list[Upload],
    *,
    caption: str | None,
    chat_id: int | None,
) -> list[Json]:
    """A file, or an album: separate messages with one media_group_id, the caption on the first only."""
    uploads = upload if isinstance(upload, list) else [upload]
    if kind not in FILE_KINDS:
        raise ValueError(f"A phone sends no {kind}.")
    if len(uploads) > 1 and kind not in ALBUM_KINDS:
        raise ValueError(f"A {kind} cannot be in an album.")
    if len(uploads) > 1 and len(uploads) not in ALBUM_SIZES:
        raise ValueError("An album has 2-10 parts.")
    if not uploads:
        raise ValueError("There is nothing to send.")
    person, chat = writing(hub, user_id, chat_id)
    words = _caption(hub, caption)
    group: Json = {}
    if len(uploads) > 1:
        group["media_group_id"] = str(2**60 + hub.world.next_number("album"))
    messages = []
    for one in uploads:
        file = hub.files.add(kind, one)
        messages.append(post(hub, person, chat, {**group, **hub.files.fields(file), **words}))
        words = {}
    return messages


def send_other(hub: Hub, user_id: int, kind: str, payload: Json, chance: random.Random) -> Json:
    """A location, contact, poll, die, sticker or venue; `payload` may be partial."""
    if kind not in OTHER_KINDS:
        raise ValueError(f"A phone sends no {kind}.")
    person, chat = writing(hub, user_id, None)
    content: Json = {kind: payload}
    if kind == "contact":
        own = somebody(hub, user_id)
        content = {kind: {"phone_number": "+79000000000", "first_name": own.first_name, **payload}}
    elif kind == "location":
        content = {kind: {"latitude": 55.75, "longitude": 37.62, **payload}}
    elif kind == "venue":
        venue: Json = {
            "location": {"latitude": 55.75, "longitude": 37.62},
            "title": "-",
            "address": "-",
            **payload,
        }
        content = {"venue": venue, "location": venue["location"]}
    elif kind == "dice":
        content = {kind: {"emoji": "\N{GAME DIE}", "value": chance.randint(1, 6), **payload}}
    elif kind == "sticker":
        content = {kind: {**hub.files.add(kind, Upload("", b"sticker")).shown(), **payload}}
    elif kind == "poll":
        content = {kind: _poll(hub, payload)}
    return post(hub, person, chat, content)


def _caption(hub: Hub, caption: str | None) -> Json:
    try:
        return caption_fields(hub.world, caption or "", "", None)
    except Wrong as why:
        raise ValueError(why.description) from None


def _poll(hub: Hub, payload: Json) -> Json:
    options = payload.get("options", ["1", "2"])
    shown = [
        {"persistent_id": str(place), "text": text, "voter_count": 0} for place, text in enumerate(options)
    ]
    return {
        "id": str(hub.world.next_number("poll")),
        "question": payload.get("question", "?"),
        "options": shown,
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": True,
        "members_only": False,
    }
