"""Files that Telegram has, as calls: photos and documents as albums of one kind, the rest one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from handlers.views import File

ALBUM = 10
SENDERS = {
    "photo": "sendPhoto",
    "document": "sendDocument",
    "voice": "sendVoice",
    "video": "sendVideo",
    "audio": "sendAudio",
}
ACTIONS = {"photo": "upload_photo", "document": "upload_document"}
IN_ALBUMS = ("photo", "document")


def parcels(files: Iterable[File]) -> Iterator[Sequence[File]]:
    """What goes together: up to ten of a kind that makes albums, else one."""
    known = list(files)
    for kind in IN_ALBUMS:
        alike = [file for file in known if file.kind == kind]
        yield from (alike[start : start + ALBUM] for start in range(0, len(alike), ALBUM))
    yield from ((file,) for file in known if file.kind not in IN_ALBUMS)


def call(chat_id: int, parcel: Sequence[File]) -> tuple[str, dict[str, Any]]:
    """The method and the parameters that send one parcel."""
    first = parcel[0]
    if len(parcel) == 1:
        return SENDERS[first.kind], {"chat_id": chat_id, first.kind: first.file_id}
    media = [{"type": file.kind, "media": file.file_id} for file in parcel]
    return "sendMediaGroup", {"chat_id": chat_id, "media": media}
