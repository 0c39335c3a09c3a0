"""Callback queries and the queue of updates: once, in order, again on purpose."""

from __future__ import annotations

import pytest

from simulator.core import TOKEN
from simulator.errors import ApiError
from simulator.faults import Faults
from tests.wire.simulated import Desk, button, buttons, desk

__all__ = ["desk"]
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def tapped(desk: Desk) -> str:
    number = desk.send(reply_markup=buttons([button("a"), {"text": "Нет", "disabled": {}}]))
    return desk.telegram.tap(desk.anna, number, "a")


def test_a_tap_is_answered_once(desk: Desk) -> None:
    query = tapped(desk)
    assert desk.telegram.answer_to(query) is None
    assert desk.call("answerCallbackQuery", callback_query_id=query, text="Да", show_alert=True) is True
    assert desk.telegram.answer_to(query) == {"text": "Да", "show_alert": True, "url": ""}
    assert desk.telegram.unanswered() == []
    assert desk.refusal("answerCallbackQuery", callback_query_id=query) == TOO_OLD


def test_a_late_an_unknown_and_a_long_answer_are_refused(desk: Desk) -> None:
    query = tapped(desk)
    long = desk.refusal("answerCallbackQuery", callback_query_id=query, text="ы" * 201)
    assert long == "MESSAGE_TOO_LONG"
    assert desk.refusal("answerCallbackQuery", callback_query_id=query, url="https://ya.ru") == "URL_INVALID"
    assert desk.telegram.unanswered() == [query]
    desk.time += desk.telegram.callback_seconds + 1
    for number in (query, "5", ""):
        assert desk.refusal("answerCallbackQuery", callback_query_id=number) == TOO_OLD


def test_only_buttons_that_are_there_can_be_tapped(desk: Desk) -> None:
    number = desk.send(reply_markup=buttons([button("a"), {"text": "Нет", "disabled": {}}]))
    for data, sentence in (("b", "no button"), ("Нет", "disabled")):
        with pytest.raises(ValueError, match=sentence):
            desk.telegram.tap(desk.anna, number, data)
    desk.call("editMessageReplyMarkup", message_id=number)
    with pytest.raises(ValueError, match="no button"):
        desk.telegram.tap(desk.anna, number, "a")
    desk.new()
    desk.telegram.tap(desk.anna, number, "forged", forged=True)
    assert desk.new()[0]["callback_query"]["data"] == "forged"


def test_the_message_of_a_tap_may_be_missing(desk: Desk) -> None:
    number = desk.send(reply_markup=buttons([button("a")]))
    desk.new()
    desk.telegram.tap(desk.anna, number, "a", message_missing=True)
    desk.telegram.tap(desk.anna, number, "a", message_missing="absent")
    inaccessible, absent = (update["callback_query"] for update in desk.new())
    assert (inaccessible["message"]["date"], inaccessible["message"]["message_id"]) == (0, number)
    assert "message" not in absent


def test_updates_wait_until_confirmed(desk: Desk) -> None:
    desk.telegram.say(desk.anna, "раз")
    desk.telegram.say(desk.anna, "два")
    first, second = desk.call("getUpdates")
    assert second["update_id"] == first["update_id"] + 1
    assert desk.call("getUpdates", limit=1) == [first]
    assert desk.call("getUpdates", offset=second["update_id"]) == [second]
    assert desk.call("getUpdates") == [second]
    assert desk.call("getUpdates", offset=second["update_id"] + 1) == []


def test_a_negative_offset_keeps_the_last(desk: Desk) -> None:
    for text in ("раз", "два", "три"):
        desk.telegram.say(desk.anna, text)
    assert [one["message"]["text"] for one in desk.call("getUpdates", offset=-1)] == ["три"]
    assert len(desk.call("getUpdates")) == 1


def test_a_day_old_update_is_lost(desk: Desk) -> None:
    desk.telegram.say(desk.anna, "раз")
    desk.time += 24 * 3600 + 1
    assert desk.call("getUpdates") == []


def test_only_kinds_asked_for_are_queued(desk: Desk) -> None:
    desk.telegram.block(desk.anna)
    assert [*desk.new()[0]][1] == "my_chat_member"
    desk.call("getUpdates", allowed_updates='["message", "callback_query"]')
    desk.telegram.unblock(desk.anna)
    said = desk.telegram.say(desk.anna, "а")
    desk.telegram.edit(desk.anna, said["message_id"], "б")
    assert [[*update][1] for update in desk.call("getUpdates")] == ["message"]
    desk.call("getUpdates", allowed_updates=[])
    desk.telegram.edit(desk.anna, said["message_id"], "в")
    assert "edited_message" in desk.call("getUpdates")[-1]


def test_confirmed_updates_come_again_on_purpose(desk: Desk) -> None:
    said = desk.telegram.say(desk.anna, "а")
    (update,) = desk.new()
    desk.telegram.faults.repeat_updates()
    assert update in desk.call("getUpdates")
    assert desk.call("getUpdates") == []
    assert update["message"] == said


def test_faults_follow_the_seed(desk: Desk) -> None:
    faults = desk.telegram.faults
    faults.once("error", method="sendMessage", status=502)
    assert faults.next("getMe") is None
    fault = faults.next("SENDMESSAGE")
    assert fault is not None and (fault.kind, fault.status) == ("error", 502)
    faults.drop = faults.delay = 0.3
    found = [faults.next("getMe") for _ in range(200)]
    assert {one and one.kind for one in found} == {None, "drop", "delay"}
    twin = Faults(seed=0, drop=0.3, delay=0.3)
    assert [twin.next("getMe") for _ in range(200)] == found


def test_a_webhook_ends_polling(desk: Desk) -> None:
    desk.telegram.say(desk.anna, "а")
    assert desk.call("setWebhook", url="http://127.0.0.1:8080/hook", secret_token="s_1")
    assert desk.telegram.webhook is not None and desk.telegram.webhook["secret_token"] == "s_1"
    with pytest.raises(ApiError) as refused:
        desk.call("getUpdates")
    assert refused.value.code == 409
    assert refused.value.description.startswith(
        "Conflict: can't use getUpdates method while webhook is active"
    )
    assert desk.call("getWebhookInfo")["pending_update_count"] == 1
    assert desk.call("deleteWebhook", drop_pending_updates=True) is True
    assert desk.telegram.webhook is None and desk.call("getUpdates") == []


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"url": "http://ya.ru/"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            {"url": "https://ya.ru:99/"},
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        ({"url": "https://"}, "invalid webhook URL specified"),
        ({"url": "https://ya.ru/", "secret_token": "a b"}, "secret token contains unallowed characters"),
        ({"url": "https://ya.ru/", "secret_token": "a" * 257}, "secret token is too long"),
    ],
)
def test_a_wrong_webhook_is_refused(desk: Desk, params: dict[str, str], reason: str) -> None:
    assert desk.refusal("setWebhook", **params) == reason


def test_listeners_and_the_ring_tell_everything_in_order(desk: Desk) -> None:
    heard: list[tuple[str, int]] = []
    desk.telegram.listeners.append(lambda kind, event: heard.append((kind, event.get("n", 0))))
    start = desk.telegram.events(0)[-1]["n"]
    number = desk.send(reply_markup=buttons([button("a")]))
    query = desk.telegram.tap(desk.anna, number, "a")
    desk.call("answerCallbackQuery", callback_query_id=query)
    desk.call("sendChatAction", action="typing")
    desk.call("editMessageText", message_id=number, text="б")
    desk.call("deleteMessage", message_id=number)
    desk.telegram.block(desk.anna)
    kinds = ["message", "callback_answer", "chat_action", "edited", "deleted", "blocked"]
    events = desk.telegram.events(start)
    assert [event["kind"] for event in events] == kinds
    assert {event["chat_id"] for event in events} == {desk.anna}
    assert [kind for kind, _ in heard] == ["message", "update", *kinds[1:], "update"]
    assert [event["n"] for event in events] == [start + place for place in range(1, 7)]
    assert desk.telegram.events(0)[0]["kind"] == "lost"


def test_too_fast_is_429(desk: Desk) -> None:
    fast = Desk(flood=True)
    for _ in range(5):
        fast.send()
    with pytest.raises(ApiError) as refused:
        fast.send()
    assert (refused.value.code, refused.value.parameters) == (429, {"retry_after": 1})
    assert refused.value.description == "Too Many Requests: retry after 1"
    fast.time += 1
    assert fast.send()


def test_thirty_a_second_in_all() -> None:
    desk = Desk(flood=True)
    people = [desk.telegram.person(first_name=str(one), start="")["id"] for one in range(31)]
    for one in people[:30]:
        desk.call("sendMessage", chat_id=one, text="да")
    with pytest.raises(ApiError) as refused:
        desk.call("sendMessage", chat_id=people[30], text="да")
    assert refused.value.code == 429


def test_one_chat_can_be_slowed_down(desk: Desk) -> None:
    boris = desk.telegram.person(first_name="Борис", start="")["id"]
    desk.telegram.flood.slow_down(desk.anna, 7)
    with pytest.raises(ApiError) as refused:
        desk.telegram.call(TOKEN, "sendMessage", {"chat_id": desk.anna, "text": "да"})
    assert refused.value.parameters == {"retry_after": 7}
    assert desk.call("sendMessage", chat_id=boris, text="да")
    desk.time += 7
    assert desk.send()
