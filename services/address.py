"""Where the bot is to be found: in the messenger, as Telegram has said it, and on the web."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Address:
    """The bot's name, "" until Telegram has said it: a paper made before has its code in letters only."""

    username: str = ""
    web: str = ""
    """Where the bot's own server is reached (WEBHOOK_URL); "" where it has none."""
    secret: str = field(default="", repr=False)
    """What addresses of calendars are made from (BOT_TOKEN): it stands in no table."""

    def link(self, payload: str) -> str:
        """A link that opens the bot with `/start <payload>`; "" while the name is not known."""
        return f"https://t.me/{self.username}?start={payload}" if self.username else ""
