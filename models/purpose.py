"""For what somebody's data are used: each purpose is agreed to and withdrawn by itself (152-FZ art. 9 p. 1)."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from sqlalchemy import Select, func, select

from models.entry import Account, Consent, ConsentDecision


class Purpose(StrEnum):
    """The route itself, without which nothing works here; and what may be left out."""

    ROUTE = "route"
    CENTRE = "centre"
    EVIDENCE = "evidence"
    NAMED = "named"


BY_WISH = (Purpose.CENTRE, Purpose.EVIDENCE, Purpose.NAMED)
NO = frozenset({ConsentDecision.REFUSED, ConsentDecision.WITHDRAWN})


def answers_of(person_id: int) -> Select[Consent]:
    """Every answer of a person, about every purpose, the latest last."""
    return select(Consent).where(Consent.person_id == person_id).order_by(Consent.id)


def latest_answers() -> Select[int]:
    """The newest answer of everybody to each purpose."""
    return select(func.max(Consent.id)).group_by(Consent.person_id, Consent.purpose)


def said_no(purpose: Purpose, person_ids: Collection[int]) -> Select[int]:
    """Who of these people has refused this purpose, or withdrawn it."""
    newest = select(func.max(Consent.id)).where(Consent.purpose == purpose).group_by(Consent.person_id)
    return select(Consent.person_id).where(
        Consent.id.in_(newest), Consent.person_id.in_(person_ids), Consent.decision.in_(NO)
    )


def agreed_otherwise(purpose: Purpose, versions: Collection[str]) -> Select[Consent]:
    """Who is here and has agreed to another edition of a text than these."""
    here = select(Account.person_id).where(Account.person_id.is_not(None))
    return (
        select(Consent)
        .where(
            Consent.id.in_(latest_answers()),
            Consent.purpose == purpose,
            Consent.decision == ConsentDecision.AGREED,
            Consent.version.not_in(versions),
            Consent.person_id.in_(here),
        )
        .order_by(Consent.id)
    )
