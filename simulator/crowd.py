"""The people's side of the local Telegram: everything a phone can do, as methods with plain arguments."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from simulator import attachments, people, phones
from simulator.errors import ApiError, Json
from simulator.hub import Hub
from simulator.wire import Upload

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


def settled(
    act: Callable[Concatenate[Crowd, Arguments], Result],
) -> Callable[Concatenate[Crowd, Arguments], Result]:
    """What a person did is written down and told before the method returns, also when it was refused."""

    @wraps(act)
    def acted(crowd: Crowd, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
        try:
            return act(crowd, *args, **kwargs)
        except ApiError as refused:
            raise ValueError(refused.description) from None
        finally:
            crowd._hub.world.settle()

    return acted


class Crowd:
    """The phones of all people. Raises ValueError with a sentence for what a phone cannot do."""

    def __init__(self, hub: Hub, seed: int) -> None:
        self._hub = hub
        self._chance = random.Random(seed)  # noqa: S311 - dice, not secrets

    @settled
    def person(
        self,
        *,
        first_name: str,
        last_name: str | None = None,
        username: str | None = None,
        language_code: str | None = "ru",
        user_id: int | None = None,
        start: str | None = None,
    ) -> Json:
        """Somebody gets a phone; the same `user_id` again is the same person, perhaps renamed.

        With `start` they open the bot by a deep link; "" is a plain /start, None leaves the bot alone.
        """
        command = None if start is None else people.start_text(start)
        somebody = people.settle_in(
            self._hub,
            first_name=first_name,
            last_name=last_name,
            username=username,
            language_code=language_code,
            user_id=user_id,
        )
        if command:
            self.say(somebody.id, command)
        return people.described(somebody)

    def people(self) -> list[Json]:
        """Everybody, in order of arrival."""
        return [people.described(person) for person in self._hub.world.people.items.values()]

    def history(self, user_id: int, *, chat_id: int | None = None) -> list[Json]:
        """A chat as this person sees it, oldest first: each `Message` with `by_bot` and `keyboard`."""
        return phones.history(self._hub, user_id, chat_id)

    @settled
    def say(
        self,
        user_id: int,
        text: str,
        *,
        chat_id: int | None = None,
        entities: list[Json] | None = None,
        forward_from: int | str | None = None,
        reply_to: int | None = None,
    ) -> Json:
        """A typed text; over 4096 it leaves as several messages, the first is returned.

        `forward_from` is a person's id, or the name of somebody who hides theirs.
        """
        return phones.say(
            self._hub,
            user_id,
            text,
            chat_id=chat_id,
            entities=entities,
            forward_from=forward_from,
            reply_to=reply_to,
        )

    @settled
    def send(
        self,
        user_id: int,
        kind: str,
        upload: Upload | list[Upload],
        *,
        caption: str | None = None,
        chat_id: int | None = None,
    ) -> list[Json]:
        """photo|document|voice|video|audio|sticker|animation; a list of 2-10 is an album."""
        return attachments.send(self._hub, user_id, kind, upload, caption=caption, chat_id=chat_id)

    @settled
    def send_other(self, user_id: int, kind: str, payload: Json) -> Json:
        """location, contact, poll, dice, sticker, venue; what `payload` leaves out is made up."""
        return attachments.send_other(self._hub, user_id, kind, payload, self._chance)

    @settled
    def tap(
        self,
        user_id: int,
        message_id: int,
        data: str,
        *,
        chat_id: int | None = None,
        message_missing: bool | str = False,
        forged: bool = False,
    ) -> str:
        """A button is pressed; the callback query's id.

        `message_missing` sends an inaccessible message (date 0), "absent" none; `forged` sends any data.
        """
        return phones.tap(
            self._hub,
            user_id,
            message_id,
            data,
            chat_id=chat_id,
            message_missing=message_missing,
            forged=forged,
        )

    def answer_to(self, callback_id: str) -> Json | None:
        """{"text", "show_alert", "url"} once answered; None while the person waits."""
        return self._hub.queries.answer_to(callback_id)

    def unanswered(self) -> list[str]:
        """The taps no answer has come to, oldest first."""
        return self._hub.queries.unanswered()

    @settled
    def edit(self, user_id: int, message_id: int, text: str, *, chat_id: int | None = None) -> Json:
        """The person edits their text or caption."""
        return phones.edit(self._hub, user_id, message_id, text, chat_id)

    @settled
    def delete(self, user_id: int, message_id: int, *, chat_id: int | None = None) -> None:
        """The person deletes a message for both; bots hear nothing."""
        phones.delete(self._hub, user_id, message_id, chat_id)

    @settled
    def block(self, user_id: int) -> None:
        """The person blocks the bot."""
        people.block(self._hub, user_id, True)

    @settled
    def unblock(self, user_id: int) -> None:
        """The person lets the bot write again."""
        people.block(self._hub, user_id, False)

    @settled
    def deactivate(self, user_id: int) -> None:
        """The person deletes their account."""
        people.deactivate(self._hub, user_id)

    @settled
    def group(self, title: str, member_ids: list[int]) -> int:
        """A group with these people and the bot; its chat id (negative)."""
        return people.gather(self._hub, title, member_ids)

    @settled
    def supergroup(self, chat_id: int) -> int:
        """The group moves to a supergroup; the new chat id."""
        return people.grow(self._hub, chat_id)

    def command_menu(self, user_id: int) -> list[Json]:
        """The commands this person's client shows."""
        return people.commands_seen(self._hub, user_id)
