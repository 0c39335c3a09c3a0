"""Other competencies than a regulation's own: the fields of management of S002, read like any competency (X12)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from regulations.directions import Framework
from regulations.rule import Named
from regulations.schema import Competency, Regulation
from regulations.words import Words

MANAGERS, TEACHERS = "managers", "teachers"
"""Codes of a framework where a record names one; a regulation without managers knows only its own."""
TITLES = {
    TEACHERS: Words(ru="Компетенции педагога", en="Competencies of a teacher"),
    MANAGERS: Words(ru="Направления управления", en="Fields of management"),
}


def for_position(regulation: Regulation, position: str) -> Framework | None:
    """The framework of managers, for somebody whose position is one of a manager; None for all others."""
    found, said = regulation.managers, position.casefold()
    if found is None or not any(stem in said for stem in found.positions):
        return None
    return found


def framed(regulation: Regulation, framework: str) -> Regulation:
    """The regulation as this framework reads it: the same rules, other competencies."""
    return _with_managers(regulation) if framework == MANAGERS and regulation.managers else regulation


def framework_of(regulation: Regulation, questionnaire: str) -> str:
    """The framework that a questionnaire asks about; "" for the regulation's own competencies."""
    managers = regulation.managers
    return MANAGERS if managers is not None and questionnaire == managers.questionnaire else ""


def is_managers(regulation: Regulation) -> bool:
    """Does this regulation stand with the fields of management in place of its competencies?"""
    fields = {one.code for one in regulation.managers.items} if regulation.managers is not None else set()
    return bool(fields) and fields == {one.code for one in regulation.competencies}


def with_own(regulation: Regulation, own: Mapping[str, str]) -> Regulation:
    """The regulation with competencies that a teacher has named, code to title, behind its own."""
    named = [Named(code=code, ours=True, title=Words(ru=title)) for code, title in own.items()]
    return regulation.model_copy(
        update={"competencies": (*regulation.competencies, *(_competency(one) for one in named))}
    )


@cache
def _with_managers(regulation: Regulation) -> Regulation:
    items = regulation.managers.items if regulation.managers is not None else ()
    return regulation.model_copy(update={"competencies": tuple(_competency(one) for one in items)})


def _competency(one: Named) -> Competency:
    """A field of management as a competency; in a sentence it stands with a small letter."""
    small = Words(**{language: _small(one.title.get(language)) for language in one.title.languages})
    return Competency(code=one.code, clause=one.clause, ours=one.ours, title=one.title, group=small)


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
