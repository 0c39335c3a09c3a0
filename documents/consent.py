"""The consent to the processing of personal data, a document of its own (152-FZ art. 9 as changed by 156-FZ).

The words of an edition live in `templates/consent-<version>.<language>.toml`. People have agreed to exactly
those letters, so an edition is never changed; new words are a new edition.
"""

from dataclasses import dataclass
from hashlib import sha256
from string import Formatter
from typing import Any

from documents import typeset

VERSION = "1"
"""The edition that is offered today."""


@dataclass(frozen=True)
class ConsentFacts:
    """What one consent names. A blank municipality or centre leaves its words out of the text.

    ValueError without an operator or a regulation: 152-FZ art. 9 p. 1 wants a consent "specific".
    """

    operator: str
    municipality: str
    centre: str
    regulation_title: str
    version: str = VERSION

    def __post_init__(self) -> None:
        if not typeset.one_line(self.operator) or not typeset.one_line(self.regulation_title):
            raise ValueError("a consent names its operator and its regulation")

    def named(self) -> dict[str, str]:
        """The placeholders of the template; names in one line each, otherwise as they were typed."""
        place = [self.operator, self.municipality]
        return {
            "operator": ", ".join(filter(None, map(typeset.one_line, place))),
            "centre": typeset.one_line(self.centre),
            "regulation": typeset.one_line(self.regulation_title),
            "version": self.version,
        }


def text(facts: ConsentFacts, language: str) -> str:
    """The whole consent as plain text: what a person reads, agrees to, and what is hashed."""
    consent = filled(facts, language)
    parts = [consent["title"], *consent["intro"]]
    for number, section in enumerate(consent["sections"], 1):
        items = [f"– {item}" for item in section["items"]]
        parts.append("\n".join([f"{number}. {section['heading']}", *section["paragraphs"], *items]))
    return "\n\n".join(parts) + "\n"


def fingerprint(text: str) -> str:
    """SHA-256 of the text in UTF-8, 64 hexadecimal digits: proves later which words were agreed to."""
    return sha256(text.encode()).hexdigest()


def pdf(facts: ConsentFacts, language: str) -> bytes:
    """The same words on A4, with a place to sign for those who agree on paper.

    The foot of each page carries the edition and the fingerprint of `text` in the same language.
    """
    consent = filled(facts, language)
    return typeset.pdf("consent", consent | {"fingerprint": fingerprint(text(facts, language))})


def filled(facts: ConsentFacts, language: str) -> dict[str, Any]:
    """The template with the facts in it: text, PDF and Word file read this and nothing else."""
    words, named = typeset.words(f"consent-{facts.version}", language), facts.named()
    sections = [
        {
            "heading": section["heading"],
            "paragraphs": _lines(section.get("paragraphs", []), named),
            "items": _lines(section.get("items", []), named),
        }
        for section in words["sections"]
    ]
    print_words = {key: value.format_map(named) for key, value in words["print"].items()}
    return {
        "language": language,
        "title": words["title"],
        "intro": _lines(words["intro"], named),
        "sections": sections,
        "print": print_words,
    }


def _lines(lines: list[str], named: dict[str, str]) -> list[str]:
    """The lines with their names; a line about somebody who is not there is left out."""
    return [line.format_map(named) for line in lines if all(named[name] for name in _asked(line))]


def _asked(line: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(line) if name}
