"""Files at Telegram: identifiers that belong to one bot, sizes of photos, limits, downloads."""

from __future__ import annotations

import base64
import hashlib
import mimetypes
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from simulator.errors import ApiError, Json, Wrong
from simulator.pictures import dimensions
from simulator.store import Shelf
from simulator.wire import Request, Upload
from simulator.world import World

UPLOAD_LIMIT = 50 * 1024 * 1024
DOWNLOAD_LIMIT = 20 * 1024 * 1024
PHOTO_LIMIT = 10 * 1024 * 1024
PREFIXES = {
    "photo": "AgACAgI",
    "document": "BQACAgI",
    "voice": "AwACAgI",
    "video": "BAACAgI",
    "audio": "CQACAgI",
    "animation": "CgACAgI",
    "sticker": "CAACAgI",
}
FOLDERS = {"photo": "photos", "voice": "voice", "video": "videos", "audio": "music", "sticker": "stickers"}
SIDES = (90, 320, 800, 1280)


@dataclass
class File:
    """One file: what a bot may know (`facts`), where the bytes lie, and a photo's other sizes."""

    file_id: str
    kind: str
    unique: str
    size: int
    blob: str
    number: int
    facts: Json = field(default_factory=dict)
    sizes: list[str] = field(default_factory=list)
    path: str = ""

    def shown(self) -> Json:
        """The Bot API's object for a file of this kind (for a photo, one size)."""
        basis: Json = {"file_id": self.file_id, "file_unique_id": self.unique, "file_size": self.size}
        return {**basis, **self.facts}


class Files:
    """All files of the simulator."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._files: Shelf[File] = Shelf(world.ledger, "file", vars, lambda body: File(**body))
        self._blobs: Shelf[bytes] = Shelf(world.ledger, "blob", load=_bytes)
        self._paths = {file.path: file.file_id for _, file in self._files.all() if file.path}

    def add(self, kind: str, upload: Upload) -> File:
        """A new file; of a photo, its largest size."""
        if kind == "photo":
            return self._photo(upload)
        return self._one(kind, upload.content, _facts(kind, upload))

    def known(self, file_id: str, kind: str) -> File:
        """A file by its identifier, to be sent as this kind."""
        file = self._files.get(file_id)
        if file is None:
            raise Wrong(_stranger(file_id))
        if file.kind != kind:
            raise Wrong(f"Can't use file of type {file.kind.capitalize()} as {kind.capitalize()}")
        return file

    def fields(self, file: File) -> Json:
        """The fields of a message that shows it: one object, or all sizes of a photo, the largest last.

        An animation is shown as a document too, for old bots.
        """
        if file.kind == "photo":
            return {"photo": [self._files.items[file_id].shown() for file_id in file.sizes]}
        shown = file.shown()
        if file.kind != "animation":
            return {file.kind: shown}
        plain = {name: value for name, value in shown.items() if name not in ("width", "height", "duration")}
        return {"animation": shown, "document": plain}

    def opened(self, file_id: str) -> Json:
        """getFile: the path to download from; refused over 20 MB."""
        if not file_id:
            raise Wrong("file_id not specified")
        file = self._files.get(file_id)
        if file is None:
            raise Wrong("invalid file_id")
        if file.size > DOWNLOAD_LIMIT:
            raise Wrong("file is too big")
        if not file.path:
            file.path = self._path(file)
            self._paths[file.path] = file_id
            self._files.put(file_id, file)
        return {
            "file_id": file_id,
            "file_unique_id": file.unique,
            "file_size": file.size,
            "file_path": file.path,
        }

    def download(self, path: str) -> bytes:
        """The bytes behind a path that getFile gave."""
        file_id = self._paths.get(path)
        if file_id is None:
            raise ApiError(404, "Not Found")
        return self._blobs.items[self._files.items[file_id].blob]

    def raw(self, file_id: str) -> bytes:
        """The bytes of a file as a phone sees them, without limits; KeyError for a stranger."""
        return self._blobs.items[self._files.items[file_id].blob]

    def _photo(self, upload: Upload) -> File:
        width, height = dimensions(upload.content) or (1280, 960)
        longest = max(width, height)
        sides = [side for side in SIDES if side < longest] + [min(longest, SIDES[-1])]
        files = []
        for place, side in enumerate(sorted(set(sides))):
            scale = side / longest
            facts = {"width": max(1, round(width * scale)), "height": max(1, round(height * scale))}
            last = place == len(set(sides)) - 1
            content = (
                upload.content if last else upload.content[: max(1, int(len(upload.content) * scale**2))]
            )
            files.append(self._one("photo", content, facts))
        for file in files:
            file.sizes = [one.file_id for one in files]
        return files[-1]

    def _one(self, kind: str, content: bytes, facts: Json) -> File:
        digest = hashlib.sha256(content).hexdigest()
        if self._blobs.get(digest) is None:
            self._blobs.put(digest, content)
        number = self._world.next_number("file")
        unique = base64.urlsafe_b64encode(bytes.fromhex(digest)[:11]).decode().rstrip("=")
        file = File(self._identifier(kind, number), kind, unique, len(content), digest, number, facts)
        return self._files.put(file.file_id, file)

    def _identifier(self, kind: str, number: int) -> str:
        digest = hashlib.sha512(f"{self._world.bot_id}:{kind}:{number}".encode()).digest()
        return PREFIXES[kind] + base64.urlsafe_b64encode(digest[:48]).decode()

    def _path(self, file: File) -> str:
        name = file.facts.get("file_name", "")
        ending = PurePosixPath(name).suffix if name.isascii() else ""
        if not ending:
            ending = {"photo": ".jpg", "voice": ".oga", "video": ".mp4", "audio": ".mp3"}.get(file.kind, "")
        return f"{FOLDERS.get(file.kind, 'documents')}/file_{file.number}{ending}"


def check_sizes(request: Request) -> None:
    """413 for more than 50 MB in one call."""
    if request.files and sum(len(upload.content) for upload in request.files.values()) > UPLOAD_LIMIT:
        raise ApiError(413, "Request Entity Too Large")


def from_bot(files: Files, request: Request, kind: str, reference: str, field_name: str = "") -> File | None:
    """The file a bot sends: an upload, or an identifier of its own; None when neither is there."""
    upload = request.files.get(field_name) if not reference else None
    if reference.startswith("attach://"):
        upload = request.upload(reference)
    elif reference.startswith(("http://", "https://")):
        raise Wrong("failed to get HTTP URL content")
    elif reference:
        return files.known(reference, kind)
    if upload is None:
        return None
    _check_upload(kind, upload)
    return files.add(kind, upload)


def _check_upload(kind: str, upload: Upload) -> None:
    size = len(upload.content)
    if not size:
        raise Wrong("file must be non-empty")
    if kind == "photo" and size > PHOTO_LIMIT:
        raise Wrong(
            f"file of size {size} bytes is too big for a photo; the maximum size is {PHOTO_LIMIT} bytes"
        )
    if kind == "photo":
        sides = dimensions(upload.content)
        if sides is None:
            raise Wrong("IMAGE_PROCESS_FAILED")
        if sum(sides) > 10_000 or max(sides) > 20 * min(sides):
            raise Wrong("PHOTO_INVALID_DIMENSIONS")


def _facts(kind: str, upload: Upload) -> Json:
    name = PurePosixPath(upload.name.replace("\\", "/")).name if upload.name else ""
    mime = mimetypes.guess_type(name)[0] if upload.mime is None else upload.mime
    facts: Json = {"mime_type": mime} if mime else {}
    if name and kind in ("document", "video", "audio", "animation"):
        facts["file_name"] = name
    if kind in ("video", "animation"):
        facts |= {"width": 1280, "height": 720, "duration": 3}
    if kind in ("voice", "audio"):
        facts["duration"] = max(1, len(upload.content) // 4000)
    if kind == "voice":
        facts.setdefault("mime_type", "audio/ogg")
    if kind == "sticker":
        facts = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
    return facts


def _stranger(file_id: str) -> str:
    """Telegram's words for an identifier it cannot use: of another bot, or no identifier at all."""
    if file_id.startswith(tuple(PREFIXES.values())) and len(file_id) > 60:
        return "wrong file identifier/HTTP URL specified"
    return "wrong remote file identifier specified: Wrong string length"


def _bytes(body: Any) -> bytes:
    return bytes(body)
