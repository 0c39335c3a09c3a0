"""The ways from the menu to the end of a route."""

from __future__ import annotations

from handlers import beginning, diagnosis_final
from handlers.callbacks import Go
from handlers.callbacks_conclusions import EndTap
from handlers.sheet import attestation_row
from handlers.views import Button, button
from models.people import ROUTE_ROLES
from models.route import RouteState
from services import conclusions_desk
from services.menu import Desk, OwnRoute
from services.work import Work


def own_rows(work: Work, own: OwnRoute) -> list[list[Button]]:
    """For the teacher: the product, the final diagnosis and the look back in the final stage, signed conclusions,
    the portfolio before an attestation.

    Where the text leaves the summary to whoever walks the route, the way to it, too.
    """
    look_back = own.final is not None and own.final.due
    sums_up = look_back and work.rules.of(own.route).conclusion.summary_by in ROUTE_ROLES
    end = EndTap(do="open", route=own.route.id, version=0)
    return [
        beginning.row(work, own),
        _product(work, own),
        diagnosis_final.row(own),
        [button("menu-self-analysis", Go(place="self-analysis"))] if look_back else [],
        [button("menu-conclusions", end)] if sums_up else [],
        [button("menu-conclusions-own", Go(place="conclusions.own"))] if own.concluded else [],
        attestation_row(own.sheet),
    ]


def _product(work: Work, own: OwnRoute) -> list[Button]:
    """Where the text asks for a product, while the route is walked."""
    asked = work.rules.of(own.route).conclusion.product != "none"
    going = own.route.state is RouteState.ACTIVE
    return [button("menu-product", Go(place="product"))] if asked and going else []


def office_rows(work: Work, desk: Desk) -> list[list[Button]]:
    """For whoever sums routes up by office or on a team."""
    if not conclusions_desk.opens(work, desk.roles, desk.team_routes):
        return []
    return [[button("menu-conclusions", Go(place="conclusions.routes"))]]
