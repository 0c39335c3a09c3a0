"""What each kind of paper brings along: what its signers read, and what follows when all have signed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from models.paper import Paper, PaperKind
from models.paper_slot import PaperSlot
from models.people import ROUTE_ROLES
from regulations.words import Words
from services.work import Work


@dataclass(frozen=True)
class Kind:
    """What a kind of paper brings: when all have signed, and when the last signature is taken back at once.

    `summary`: what a signer reads before signing, as facts.
    """

    done: Callable[[Work, Paper, PaperSlot], Awaitable[None]]
    undone: Callable[[Work, Paper], Awaitable[None]]
    summary: Callable[[Work, Paper], Awaitable[dict[str, Any]]]


KINDS: dict[PaperKind, Kind] = {}


def paper_kind(kind: PaperKind, behind: Kind) -> None:
    """A stage says what follows from its paper."""
    KINDS[kind] = behind


async def summary(work: Work, paper: Paper, slot: PaperSlot) -> dict[str, Any]:
    """The one screen that a signer reads: whose paper, which version, what is asked; the rest by the kind."""
    instead = slot.instead_of.strip(",").split(",")[0]
    return {
        "slot": slot.id,
        "version": slot.version,
        "paper": paper.kind.value,
        "number": paper.number,
        "act": slot.act,
        "name": paper.route.teacher.short_name,
        "school": paper.route.organisation.name,
        "route": paper.route_id,
        "drawn": paper.route.version,
        "own": slot.held_by[0] in ROUTE_ROLES,
        "instead": title(work, paper, instead) if instead else "",
        **await KINDS[paper.kind].summary(work, paper),
    }


def title(work: Work, paper: Paper, role: str) -> Words:
    """A role as the route's regulation names it: «директор ЦНППМ»."""
    return work.rules.of(paper.route).role_title(role)
