"""What an administrator hears of the bot itself."""

from __future__ import annotations

from handlers.anything import way_home
from handlers.notices import notice
from handlers.views import View, say, view


@notice("alert-bug")
def told_bug(*, number: str) -> View:
    """An error that nobody foresaw, by its number."""
    return view(say("alert-bug", number=number), rows=way_home())


@notice("alert-queue")
def told_queue(*, waiting: int, minutes: int) -> View:
    """Notices do not go out."""
    return view(say("alert-queue", waiting=waiting, minutes=minutes), rows=way_home())


@notice("alert-disk")
def told_disk(*, megabytes: int) -> View:
    """The disk is nearly full."""
    return view(say("alert-disk", megabytes=megabytes), rows=way_home())


@notice("alert-template")
def told_template(*, file: str, tag: str, fault: str) -> View:
    """An organisation's Word template is wrong."""
    return view(say("alert-template", file=file, tag=tag, fault=fault), rows=way_home())
