"""The language may be switched in the middle of anything: what was typed stays, the same question is shown."""

from __future__ import annotations

import pytest

from tests.stories.manners import Shown
from tests.stories.stations import DOORS, STATIONS, TYPED, Station
from tests.stories.town import Guest, Town


def languages(town: Town) -> set[str]:
    """The language of the newest screen."""
    _, params = [one for one in town.wire.calls if one[0] in {"sendMessage", "editMessageText"}][-1]
    rows = params.get("reply_markup", {}).get("inline_keyboard", [])
    shown = Shown(params["text"], tuple(one["text"] for row in rows for one in row))
    return town.wire.manners.languages(shown)


async def switches(guest: Guest, language: str) -> None:
    """In the middle of whatever it is."""
    await guest.says("/lang")
    keys = {"ru": "entry-choose-language.ru", "en": "entry-choose-language.en"}
    await guest.taps(keys[language])
    guest.hears_toast("entry-language-set")
    assert languages(guest.town) == {language}, guest.tail()


@pytest.mark.parametrize("station", [*DOORS, *STATIONS], ids=str)
async def test_the_same_question_is_shown_in_the_other_language_and_back(
    town: Town, station: Station
) -> None:
    guest = await station.reach(town)
    guest.sees(station.key, among_last=1)
    for language in ("en", "ru", "en"):
        await switches(guest, language)
        guest.sees(station.key, *([TYPED] if station.kept else []), among_last=1)


@pytest.mark.parametrize("station", STATIONS, ids=str)
async def test_a_text_instead_of_a_language_is_still_the_answer(town: Town, station: Station) -> None:
    guest = await station.reach(town)
    await guest.says("/lang")
    before = len(guest.heard)
    await guest.says("31.02")
    assert len(guest.heard) > before
    assert "refusal-bug" not in town.text.said


async def test_the_command_menu_of_the_chat_follows_the_language(town: Town) -> None:
    teacher, _ = await town.pair()
    await switches(teacher, "en")
    told = [params for method, params in town.wire.calls if method == "setMyCommands"]
    assert told[-1]["scope"] == {"type": "chat", "chat_id": teacher.telegram_id}
    assert {"command": "menu", "description": "What matters now"} in told[-1]["commands"]
    await switches(teacher, "ru")
    told = [params for method, params in town.wire.calls if method == "setMyCommands"]
    assert {"command": "menu", "description": "Что сейчас важно"} in told[-1]["commands"]
