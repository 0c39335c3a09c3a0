"""The consent to the processing of personal data, a document of its own (152-FZ art. 9 as changed by 156-FZ).

The words of an edition live in `templates/consent-<version>.<language>.toml`. People have agreed to exactly
those letters, so an edition is never changed; new words are a new edition.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from string import Formatter
from typing import Any

from documents import typeset

VERSION = "2"
"""The edition that is offered today."""
ROUTE = "route"
EDITIONS: Mapping[str, str] = {ROUTE: VERSION, "centre": "1", "evidence": "1", "named": "1"}
"""By purpose: the edition of its text that is offered today."""
STAND: Mapping[str, frozenset[str]] = {
    ROUTE: frozenset({"1"}),
    **dict.fromkeys(("centre", "evidence"), frozenset({"0"})),
}
"""Earlier editions that allow all that today's does: whoever has agreed to them is not asked again."""


@dataclass(frozen=True)
class Added:
    """Another purpose that somebody has agreed to: the edition of its text, and the day."""

    purpose: str
    version: str
    on: str


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
    added: tuple[Added, ...] = ()

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
        "added": [_added(facts, one, language) for one in facts.added],
    }


def stands(purpose: str, version: str) -> bool:
    """Whether an answer to this edition is one to today's, too; else the new text is asked about again."""
    return version == EDITIONS[purpose] or version in STAND.get(purpose, frozenset())


def purpose_title(purpose: str, language: str, version: str = "") -> str:
    """What a purpose is called."""
    return str(_purpose(purpose, version, language)["title"])


def purpose_text(facts: ConsentFacts, purpose: str, language: str, version: str = "") -> str:
    """The text of one purpose in an edition (today's): what a person reads, agrees to, and what is hashed."""
    words, named = _purpose(purpose, version, language), facts.named()
    return "\n\n".join([words["title"], *_lines(words["lines"], named)]) + "\n"


def _purpose(purpose: str, version: str, language: str) -> Mapping[str, Any]:
    return typeset.words(f"purpose-{purpose}-{version or EDITIONS[purpose]}", language)


def _added(facts: ConsentFacts, one: Added, language: str) -> dict[str, Any]:
    """A section of the paper about another purpose, with when it was agreed to."""
    title, *lines = purpose_text(facts, one.purpose, language, one.version).strip().split("\n\n")
    found = {"on": one.on, "version": one.version}
    found["fingerprint"] = fingerprint(purpose_text(facts, one.purpose, language, one.version))
    given: str = _purpose(one.purpose, one.version, language)["given"]
    return {"heading": title, "paragraphs": [*lines, given.format_map(found)], "items": []}


def _lines(lines: list[str], named: dict[str, str]) -> list[str]:
    """The lines with their names; a line about somebody who is not there is left out."""
    return [line.format_map(named) for line in lines if all(named[name] for name in _asked(line))]


def _asked(line: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(line) if name}
