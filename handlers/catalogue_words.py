"""An event of the catalogue in words: one line of a list, or everything about it."""

from __future__ import annotations

from handlers.choices import listed
from handlers.plan_lines import when
from handlers.views import Say, say
from models.catalogue import CatalogueEntry, Scope
from regulations.schema import Regulation
from services.plan import title_of, titles_of


def line(number: int, entry: CatalogueEntry, *, taken: bool = False) -> Say:
    """One line of a list: title, days, whether it is in the plan."""
    days = when([entry.starts_on, entry.on_date])
    return say("catalogue-line", number=number, title=entry.title, when=days, taken=taken)


def entry_lines(regulation: Regulation, entry: CatalogueEntry) -> list[Say | list[Say]]:
    """Everything about an event; what is not known is left out."""
    rules, blank = regulation.activities, say("plan-blank")
    head = say(
        "catalogue-entry",
        title=entry.title,
        when=when([entry.starts_on, entry.on_date]),
        kind=title_of(rules.kinds, entry.kind) or blank,
        level=title_of(rules.levels, entry.level) or blank,
        organiser=title_of(rules.organisers, entry.organiser) or blank,
        competencies=listed(titles_of(regulation.competencies, entry.competencies)) or blank,
    )
    more = []
    if entry.places or entry.hours or entry.away is not None:
        away = say("plan-away", away=entry.away) if entry.away is not None else blank
        more.append(say("catalogue-more", places=entry.places or 0, hours=entry.hours or 0, away=away))
    if entry.link:
        more.append(say("catalogue-link", link=entry.link))
    return [head, more] if more else [head]


def scope_words(entry: CatalogueEntry) -> Say:
    """For whom it is."""
    place = entry.municipality if entry.scope is Scope.MUNICIPALITY else entry.region
    return say("catalogue-scope", scope=entry.scope.value, place=place)
