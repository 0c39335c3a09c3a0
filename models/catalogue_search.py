"""Looking for events of the catalogue: what a school may choose, by word, competency and month."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Select, or_, select

from models.base import normalised
from models.catalogue import CatalogueEntry, EntryState, Scope
from models.people import Organisation


def open_for(school: Organisation, today: date) -> Select[CatalogueEntry]:
    """Events to come that people of a school may choose, by date."""
    fits = or_(
        CatalogueEntry.scope == Scope.REGION,
        (CatalogueEntry.scope == Scope.MUNICIPALITY) & (CatalogueEntry.municipality == school.municipality),
        (CatalogueEntry.scope == Scope.SCHOOL) & (CatalogueEntry.school_id == school.id),
    )
    return (
        select(CatalogueEntry)
        .where(
            CatalogueEntry.region == school.region,
            CatalogueEntry.state == EntryState.OPEN,
            CatalogueEntry.on_date >= today,
            fits,
        )
        .order_by(CatalogueEntry.on_date, CatalogueEntry.id)
    )


def with_word(query: Select[CatalogueEntry], word: str) -> Select[CatalogueEntry]:
    """Those whose title has these letters somewhere, whatever their case."""
    return query.where(CatalogueEntry.search_title.contains(normalised(word), autoescape=True))


def for_competency(query: Select[CatalogueEntry], code: str) -> Select[CatalogueEntry]:
    """Those that develop one competency."""
    return query.where(CatalogueEntry.search_competencies.contains(f",{code},", autoescape=True))


def between(query: Select[CatalogueEntry], first: date, last: date) -> Select[CatalogueEntry]:
    """Those that last into the time between two days."""
    begins = or_(
        CatalogueEntry.starts_on <= last,
        CatalogueEntry.starts_on.is_(None) & (CatalogueEntry.on_date <= last),
    )
    return query.where(CatalogueEntry.on_date >= first, begins)


def kept_in(region: str, school_id: int | None, today: date) -> Select[CatalogueEntry]:
    """What may be kept by an office of a centre (`school_id` None) or of one school: what is to come, by date."""
    mine = (
        CatalogueEntry.scope != Scope.SCHOOL
        if school_id is None
        else (CatalogueEntry.scope == Scope.SCHOOL) & (CatalogueEntry.school_id == school_id)
    )
    return (
        select(CatalogueEntry)
        .where(
            CatalogueEntry.region == region,
            mine,
            CatalogueEntry.state == EntryState.OPEN,
            CatalogueEntry.on_date >= today,
        )
        .order_by(CatalogueEntry.on_date, CatalogueEntry.id)
    )
