"""The bot's queue of updates, getUpdates and the webhook's settings."""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from simulator.errors import ApiError, Json, Wrong
from simulator.faults import Faults
from simulator.store import Shelf
from simulator.wire import Request
from simulator.world import World

if TYPE_CHECKING:
    from simulator.hub import Hub

KEPT_SECONDS = 24 * 3600
UNASKED = ("chat_member", "message_reaction", "message_reaction_count")
KINDS = (
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "poll",
    "poll_answer",
    "channel_post",
    "edited_channel_post",
    "inline_query",
    "chosen_inline_result",
    "shipping_query",
    "pre_checkout_query",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
    *UNASKED,
)
CONFIRMED_KEPT = 20


class Queue:
    """Updates not yet confirmed, at most a day old; ids rise strictly, over restarts too."""

    def __init__(self, world: World, faults: Faults) -> None:
        self._world, self.faults = world, faults
        self._waiting: Shelf[Json] = Shelf(world.ledger, "update")
        self._confirmed: deque[Json] = deque(maxlen=CONFIRMED_KEPT)

    @property
    def webhook(self) -> Json | None:
        """url, secret_token, max_connections of the webhook, None while there is none."""
        fact: Json | None = self._world.facts.get("webhook")
        return fact

    def __len__(self) -> int:
        return len(self._waiting.items)

    def allow(self, kinds: list[str] | None) -> None:
        """`allowed_updates`: None leaves it, [] is all but three; concerns later updates only."""
        if not isinstance(kinds, list):
            return
        known = [kind for kind in kinds if kind in KINDS]
        if known != self._allowed():
            self._world.facts.put("allowed", known or [kind for kind in KINDS if kind not in UNASKED])

    def add(self, kind: str, body: Json) -> None:
        """An update for the bot, if it asked for such."""
        allowed = self._allowed()
        if kind not in allowed if allowed else kind in UNASKED:
            return
        number = self._world.next_number("update", pace=8)
        update = {"update_id": number, kind: body}
        self._waiting.put(number, {"at": self._world.at(), "update": update})
        self._world.bulletin.queued(update)

    def take(self, offset: int, limit: int) -> list[Json]:
        """What waits from `offset` on; lower ids are confirmed. A negative one keeps the last ones only."""
        self._expire()
        numbers = list(self._waiting.items)
        if offset < 0:
            self.confirm(numbers[:offset])
        elif offset:
            self.confirm([number for number in numbers if number < offset])
        fresh = [row["update"] for row in self._waiting.items.values()][: max(1, min(limit, 100))]
        again = list(self._confirmed) if self.faults.repeats(bool(fresh)) else []
        return self.faults.shuffled(again + fresh)

    def clear(self) -> None:
        """drop_pending_updates."""
        self.confirm(list(self._waiting.items))

    def _allowed(self) -> list[str]:
        return self._world.facts.get("allowed") or []

    def confirm(self, numbers: list[int]) -> None:
        """The bot has these; one that waits no longer is passed over."""
        for number in numbers:
            if number in self._waiting.items:
                self._confirmed.append(self._waiting.items[number]["update"])
                self._waiting.drop(number)

    def _expire(self) -> None:
        oldest = self._world.at() - KEPT_SECONDS
        while self._waiting.items:
            number, row = next(iter(self._waiting.items.items()))
            if row["at"] >= oldest:
                return
            self._waiting.drop(number)


def two_pollers() -> ApiError:
    """409 for the older of two getUpdates that wait at once."""
    return ApiError(
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    )


def cut_by_webhook() -> ApiError:
    """409 for a getUpdates that waits while a webhook is set."""
    return ApiError(409, "Conflict: terminated by setWebhook request")


def get_updates(hub: Hub, request: Request) -> list[Json]:
    """getUpdates, answered at once; waiting is the server's."""
    if hub.queue.webhook:
        raise ApiError(
            409,
            "Conflict: can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first",
        )
    hub.queue.allow(_asked(request))
    return hub.queue.take(request.integer("offset"), request.integer("limit", 100, 1, 100))


def set_webhook(hub: Hub, request: Request) -> bool:
    """setWebhook; http is taken for this machine only, as a local Bot API server does."""
    url = request.text("url")
    hub.queue.allow(_asked(request))
    if request.truth("drop_pending_updates"):
        hub.queue.clear()
    if not url:
        return _forget_webhook(hub)
    secret = request.text("secret_token")
    _check_webhook(url, secret)
    hub.world.facts.put(
        "webhook",
        {
            "url": url,
            "secret_token": secret,
            "max_connections": request.integer("max_connections", 40, 1, 100),
        },
    )
    return True


def delete_webhook(hub: Hub, request: Request) -> bool:
    """deleteWebhook."""
    if request.truth("drop_pending_updates"):
        hub.queue.clear()
    return _forget_webhook(hub)


def webhook_info(hub: Hub, request: Request) -> Json:
    """getWebhookInfo."""
    webhook = hub.queue.webhook or {}
    info: Json = {
        "url": webhook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(hub.queue),
    }
    if webhook:
        info["max_connections"] = webhook["max_connections"]
    if allowed := hub.world.facts.get("allowed"):
        info["allowed_updates"] = allowed
    return info


def _forget_webhook(hub: Hub) -> bool:
    hub.world.facts.drop("webhook")
    return True


def _asked(request: Request) -> list[str] | None:
    """`allowed_updates`; what is no array of texts is ignored, as by Telegram."""
    try:
        value = request.json("allowed_updates", "")
    except Wrong:
        return None
    return [kind for kind in value if isinstance(kind, str)] if isinstance(value, list) else None


def _check_webhook(url: str, secret: str) -> None:
    if len(secret) > 256:
        raise Wrong("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise Wrong("secret token contains unallowed characters")
    try:
        parts = urlsplit(url)
        here, port = parts.hostname in ("127.0.0.1", "localhost"), parts.port
    except ValueError:
        raise Wrong("invalid webhook URL specified") from None
    if not parts.hostname or parts.scheme not in ("http", "https"):
        raise Wrong("invalid webhook URL specified")
    if parts.scheme != "https" and not here:
        raise Wrong("bad webhook: An HTTPS URL must be provided for webhook")
    if port not in (None, 80, 88, 443, 8443) and not here:
        raise Wrong("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
