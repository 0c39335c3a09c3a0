"""What a person can see, as data: comparable in tests, free of the messenger's types (DESIGN 6)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol

from services.paper_files import Made


class Data(Protocol):
    """What a button carries; see handlers/callbacks.py."""

    def pack(self) -> str:
        """At most 64 bytes."""


@dataclass(frozen=True)
class Say:
    """A locale key and the facts of its placeholders. A fact may be a Say itself."""

    key: str
    facts: Mapping[str, Any] = field(default_factory=dict)


def say(key: str, **facts: Any) -> Say:
    """One thing said."""
    return Say(key, facts)


@dataclass(frozen=True)
class Button:
    """A label and what a tap on it means: data, or the address of a page. `style`: primary, success or danger."""

    label: Say
    data: Data | None = None
    url: str | None = None
    style: str | None = None


def button(key: str, data: Data, *, style: str | None = None, **facts: Any) -> Button:
    """A button that tells us something when tapped."""
    return Button(say(key, **facts), data, style=style)


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True)
class File:
    """A file to show: known to Telegram (`file_id`), made after the commit, in a thread, by `make`; or of the disk.

    `make` gives the bytes, or them with a trouble on the way, or refuses (Refusal): the person reads why.
    `same`: stands for its bytes, so that what Telegram has got once need not be made and sent again.
    `said`: what `make` is given, in the words of the reader.
    """

    kind: str
    file_id: str | None = None
    name: str = ""
    make: Callable[..., bytes | Made] | None = None
    said: tuple[Say, ...] = ()
    path: Path | None = None
    caption: Say | None = None
    same: str = ""


@dataclass(frozen=True)
class Table:
    """An extra for clients that show tables; the same facts always stand in the text, too."""

    head: tuple[Say, ...]
    rows: tuple[tuple[Say, ...], ...]
    caption: Say | None = None


@dataclass(frozen=True)
class Wanted:
    """What somebody tapped (its data), or typed, before a question came first."""

    tap: str | None = None
    text: str | None = None


@dataclass(frozen=True)
class View:
    """One message: paragraphs, rows of buttons, files before it, a table after it.

    `toast` is said on the tapped button; `fresh` sends a new message instead of editing the tapped one;
    `merge` names a card that is edited as long as it is the last message (an album becomes one line);
    `then` follows as a message of its own. Files and the table come before the message. `renames_commands`: the
    command menu of the chat speaks another language from here on. `goes_on`: the screen of what was wanted before a
    question came first takes this one's place.
    """

    parts: tuple[Say | tuple[Say, ...], ...]
    rows: Rows = ()
    files: tuple[File, ...] = ()
    table: Table | None = None
    toast: Say | None = None
    alert: bool = False
    fresh: bool = False
    merge: str | None = None
    then: View | None = None
    renames_commands: bool = False
    goes_on: Wanted | None = None

    def with_toast(self, toast: Say, *, alert: bool = False) -> View:
        """The same screen with a word on the tapped button."""
        return replace(self, toast=toast, alert=alert)

    def led_by(self, *parts: Say) -> View:
        """The same screen with something said before it."""
        return replace(self, parts=(*parts, *self.parts))

    def followed_by(self, *parts: Say) -> View:
        """The same screen with something said after it."""
        return replace(self, parts=(*self.parts, *parts))

    def makes_needless(self, earlier: View) -> bool:
        """Whether an earlier screen need not be shown: the same card, or the same words with newer facts."""
        if self.merge is not None and self.merge == earlier.merge:
            return True
        plain = not (earlier.files or earlier.table or earlier.then)
        return plain and self._keys() == earlier._keys()

    def _keys(self) -> list[str]:
        return [one.key for part in self.parts for one in (part if isinstance(part, tuple) else (part,))]

    def in_new_message(self) -> View:
        """The same screen, never in place of the tapped one."""
        return replace(self, fresh=True)


def view(
    *parts: Say | tuple[Say, ...] | list[Say], rows: Sequence[Sequence[Button]] = (), **more: Any
) -> View:
    """A screen; a list of parts makes one paragraph of several lines."""
    paragraphs = tuple(tuple(part) if isinstance(part, list) else part for part in parts)
    return View(paragraphs, tuple(tuple(row) for row in rows if row), **more)
