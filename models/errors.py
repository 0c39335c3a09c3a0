"""The ways in which a person can be told no; anything else is a bug."""

from collections.abc import Mapping
from typing import Any


class Refusal(Exception):
    """The rules say no. Carries a locale key and facts, never a sentence.

    `key` names a message of `locales/`; `facts` are its placeholders.
    """

    def __init__(self, key: str, **facts: Any) -> None:
        super().__init__(key)
        self.key = key
        self.facts: Mapping[str, Any] = facts


class BadAnswer(Refusal):
    """This answer does not fit this question: ask again with one example, keep the draft."""


class Outdated(Refusal):
    """The thing changed after the tapped card was drawn: change nothing, say what happened, redraw."""


class NotYours(Refusal):
    """The thing is not the asker's (a forged or forwarded button): a refusal and a log line, never data."""


class Traced(Refusal):
    """A refusal that leaves a trace: what was written before it (a count, a notice) stays; nothing else has changed."""


class Discreet(Refusal):
    """Where names do not go by the chat, a file with names does not leave through it (149-FZ)."""


class Unconfirmed(Refusal):
    """It is theirs to do, but they must show their second code first; then they do it again."""
