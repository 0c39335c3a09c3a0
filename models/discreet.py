"""Queries over organisations whose people go without names in the chat."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Select, select

from models.paper import Paper
from models.paper_slot import PaperSlot
from models.people import Organisation, Person
from models.route import Route


def discreet_places() -> Select[int]:
    """Where people go without names."""
    return select(Organisation.id).where(Organisation.discreet)


def newest_routes(teachers: Collection[int]) -> Select[Route]:
    """The routes of these people, the newest of each last."""
    return select(Route).where(Route.teacher_id.in_(teachers)).order_by(Route.id)


def slots_signed_at(organisation_id: int) -> Select[PaperSlot]:
    """Signatures on the papers of a place, and those that its people gave elsewhere."""
    people = select(Person.id).where(Person.organisation_id == organisation_id)
    papers = (
        select(Paper.id)
        .join(Route, Route.id == Paper.route_id)
        .where(Route.organisation_id == organisation_id)
    )
    there = (PaperSlot.paper_id.in_(papers) & PaperSlot.person_id.is_(None)) | PaperSlot.person_id.in_(people)
    return select(PaperSlot).where(PaperSlot.name != "", there).order_by(PaperSlot.id)


def people_of(organisation_id: int) -> Select[Person]:
    """Everybody who works at a place."""
    return select(Person).where(Person.organisation_id == organisation_id).order_by(Person.id)
