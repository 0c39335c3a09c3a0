"""How far each paper of a route is: signed where somebody signs, agreed, filled in, or still empty; what is true."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from enum import StrEnum

from models.final_event_check import sheet_of
from models.paper import PaperKind, PaperState, papers_about
from models.route import APPROVED, Route, RouteState
from models.year_report import YearReportState, year_reports_of
from services import plan_assent
from services.work import Work


class PaperStage(StrEnum):
    """How far a paper is.

    Words on it: a draft, waiting for an agreement, in force without a signature, going round, signed. Facts in it:
    none yet, coming with the route, all there. Of a year: with its reader, accepted. A draft that is signed by hand.
    """

    DRAFT = "draft"
    AGREEING = "agreeing"
    IN_FORCE = "in_force"
    SIGNING = "signing"
    SIGNED = "signed"
    EMPTY = "empty"
    FILLING = "filling"
    FILLED = "filled"
    CHECKING = "checking"
    ACCEPTED = "accepted"
    BY_HAND = "by_hand"


STAGES = {PaperState.OPEN: PaperStage.SIGNING, PaperState.DONE: PaperStage.SIGNED}
"""What goes round or is signed; a paper that came back is a draft again."""
YEARS = {
    YearReportState.DRAFT: PaperStage.DRAFT,
    YearReportState.SENT: PaperStage.CHECKING,
    YearReportState.ACCEPTED: PaperStage.ACCEPTED,
}
FOLLOW_THE_PLAN = frozenset({"card", "growth", "roadmap"})
"""Kinds that the words on the plan are given to."""


async def of(work: Work, route: Route, kind: str) -> PaperStage:
    """How far a kind of paper of a route is; what nobody signs fills itself as the route goes."""
    if kind in FOLLOW_THE_PLAN:
        return await _plan(work, route)
    return await _OWN[kind](work, route) if kind in _OWN else _as_it_goes(route)


async def _plan(work: Work, route: Route) -> PaperStage:
    """The card's own signatures; where nobody signs by this text, the words on the plan (X30)."""
    card = (await plan_assent.said(work, route)).card
    if card is not None and card.state in STAGES:
        return STAGES[card.state]
    signed = bool(work.rules.of(route).signing.stages(PaperKind.CARD.value))
    if route.state in APPROVED:
        return PaperStage.SIGNED if signed else PaperStage.IN_FORCE
    return PaperStage.AGREEING if route.state is RouteState.ON_CONFIRMATION else PaperStage.DRAFT


async def _correction(work: Work, route: Route) -> PaperStage:
    """The newest change that was not returned or taken back; the table itself grows with the route."""
    return await _newest(work, route, PaperKind.CORRECTION) or _as_it_goes(route)


async def _outcome(work: Work, route: Route) -> PaperStage:
    """The conclusions: a draft until they go round."""
    signed = work.rules.of(route).signing.stages(PaperKind.CONCLUSIONS.value)
    silent = PaperStage.DRAFT if signed else _as_it_goes(route)
    return await _newest(work, route, PaperKind.CONCLUSIONS) or silent


async def _newest(work: Work, route: Route, kind: PaperKind) -> PaperStage | None:
    found = await work.all(papers_about(route.id, kind))
    return next((STAGES[one.state] for one in found if one.state in STAGES), None)


async def _monitoring(work: Work, route: Route) -> PaperStage:
    """Has the deputy head written anything?"""
    found = await work.find(sheet_of(route.id))
    written = found is not None and (found.text or found.pupils is not None)
    return PaperStage.FILLED if written else PaperStage.EMPTY


async def _year(work: Work, route: Route) -> PaperStage:
    """The report on the newest year."""
    found = await work.find(year_reports_of(route.id).limit(1))
    return YEARS[found.state] if found is not None else PaperStage.EMPTY


async def _by_hand(work: Work, route: Route) -> PaperStage:
    """A draft order: the bot knows nothing of its signature."""
    return PaperStage.BY_HAND


def _as_it_goes(route: Route) -> PaperStage:
    return PaperStage.FILLED if route.state is RouteState.CLOSED else PaperStage.FILLING


_OWN: Mapping[str, Callable[[Work, Route], Awaitable[PaperStage]]] = {
    "correction": _correction,
    "outcome": _outcome,
    "monitoring": _monitoring,
    "year_report": _year,
    "order": _by_hand,
    "tutor_order": _by_hand,
}
