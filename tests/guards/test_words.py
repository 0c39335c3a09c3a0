"""How the product speaks: Вы, no exclamation marks, no guessed gender, no bare «высокий» (DESIGN 14, 21)."""

from __future__ import annotations

import re

import pytest

from tests.guards.fluent_files import LANGUAGES, entries

SMALL_YOU = re.compile(
    r"\b(вы|вас|вам|вами|ваш|ваша|ваше|ваши|вашего|вашей|вашему|вашим|вашу|ваших|вашими|вашем)\b"
)
FAMILIAR = re.compile(r"\b(ты|тебя|тебе|тобой|твой|твоя|твоё|твои)\b", re.IGNORECASE)
GENDERED = re.compile(
    r"\b\w+(ла|л|лся|лась)\(\w+\)|\b(Вы|вы) (?:\w+ )?\w+(ил|ал|ел|ла|лась|лся)\b"
    r"|\bВы (?:\w+ )?(должен|должна|готов|готова|рад|рада|сама?)\b"
)
BARE_LEVEL = re.compile(
    r"\b(высок|низк|средн)(ий|ая|ое|ую|ого|ой|ому|им|ом)\b(?! уровень (дефицита|компетенции))", re.IGNORECASE
)
BLAME = re.compile(
    r"\b(просрочен\w*|нарушен\w*|нарушил\w*|забыл\w*|опозда\w*|ошиблись|неправильно|неверно)\b", re.IGNORECASE
)


def faults(language: str, text: str) -> list[str]:
    """What a careful editor would strike out."""
    found = ["exclamation mark"] if "!" in text else []
    if language == "ru":
        rules = {
            "small you": SMALL_YOU,
            "familiar": FAMILIAR,
            "gender": GENDERED,
            "level": BARE_LEVEL,
            "blame": BLAME,
        }
        found += [name for name, rule in rules.items() if rule.search(text)]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_polite_and_plain(language: str) -> None:
    broken = {
        f"{entry.key}: {text}": wrong
        for entry in entries(language)
        for text in entry.readings
        if (wrong := faults(language, text))
    }
    assert not broken


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Спасибо!", "exclamation mark"),
        ("Это ваш план", "small you"),
        ("Твой план", "familiar"),
        ("Вы заполнил(а) анкету", "gender"),
        ("Вы уже отправила отчёт", "gender"),
        ("Если Вы готова, нажмите", "gender"),
        ("Результат: высокий", "level"),
        ("Отчёт просрочен", "blame"),
    ],
)
def test_a_rude_sentence_is_noticed(text: str, fault: str) -> None:
    assert faults("ru", text) == [fault]


def test_a_good_sentence_passes() -> None:
    assert (
        faults("ru", "Срок был 12 мая, отчёт можно отправить сейчас. Вы участвовали? Низкий уровень дефицита")
        == []
    )
