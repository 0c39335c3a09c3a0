"""The texts of consents by purpose: each its own, never changed, on the paper where it was agreed to."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from documents import consent
from documents.consent import Added
from models.purpose import Purpose
from tests.rules.test_documents import SCHOOL, everything, squeezed

WORDS = {
    "1": (
        "cdbcb27e065695a93853669005627b880bce22d445b108dfa70dd8d776f18cd0",
        "17a311ac692e6cc812305c0a8bcc0682c20f9f036a655ce672f1a6fb3613bb17",
    ),
    "2": (
        "e45af865c1e54ecee0cb7c443159c4d39ca9f55cbb9a39a70b5f490e67ed4e45",
        "5f4438c11a2a1af9fcd5a74052e36a9ca75d5fba773218dd70518cc1f569ed41",
    ),
}
PURPOSES = {
    "centre": (
        "b9b8b1fc22a2163d53114f1a7e797e38f30e9a8d6487fb184965892be6324d24",
        "67e030c3e6950eb00278b64186e22534a711d5ea10fd4a08aa4af63e2eee2a07",
    ),
    "evidence": (
        "4823d6f446ee623ef024e17dbd981bec1bdd0ac23100c5821755fd5adabc6b4a",
        "46a9f3f3a3c592133ee43904b38b59abb8a24617253395f27edaf21293d0e453",
    ),
    "named": (
        "666be915a1f12cca8705ce9048e5d575acc693e4f6d0955bbdecef3e251afaad",
        "3dd8ee33f44254939b36cfbbe78463fe53733d1bfcfb33eeaab64ddfd1b1b340",
    ),
}


def test_the_words_of_an_edition_never_change() -> None:
    """People have agreed to them. New words are a new file and a new VERSION, not a new number here."""
    for version, known in WORDS.items():
        facts = replace(SCHOOL, version=version)
        assert tuple(consent.fingerprint(consent.text(facts, one)) for one in ("ru", "en")) == known, version


def test_the_words_of_a_purpose_never_change() -> None:
    """People have agreed to them. New words are a new file and a new edition, not a new number here."""
    for purpose, known in PURPOSES.items():
        texts = (consent.purpose_text(SCHOOL, purpose, one, "1") for one in ("ru", "en"))
        assert tuple(map(consent.fingerprint, texts)) == known, purpose
    assert set(consent.EDITIONS) == set(Purpose) == {"route", *PURPOSES}


def test_another_edition_is_asked_about_but_where_it_allowed_no_less() -> None:
    assert consent.stands("route", "1") and consent.stands("centre", "0") and consent.stands("named", "1")
    assert not consent.stands("route", "0") and not consent.stands("named", "0")


@pytest.mark.parametrize("purpose", PURPOSES)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_purpose_is_a_text_of_its_own_and_fits_one_message(purpose: str, language: str) -> None:
    text = consent.purpose_text(SCHOOL, purpose, language)
    assert SCHOOL.operator in text and SCHOOL.regulation_title in text
    assert not re.search(r"[{}]|\bNone\b|  |\n\n\n", text) and len(text) < 2000


def test_the_paper_names_the_purposes_that_were_agreed_to_and_no_other() -> None:
    added = (Added("named", "1", "14.09.2026"),)
    facts = replace(SCHOOL, added=added)
    paper = everything(consent.pdf(facts, "ru"))
    assert squeezed("12. Имя в списках, где меня находят коллеги") in squeezed(paper)
    found = consent.fingerprint(consent.purpose_text(SCHOOL, "named", "ru"))
    assert squeezed(f"Разрешено 14.09.2026, редакция 1. Отпечаток текста (SHA-256): {found}") in squeezed(
        paper
    )
    assert squeezed("Имя в реестре центра") not in squeezed(paper)
    assert consent.text(facts, "ru") == consent.text(SCHOOL, "ru")
