"""Collective and individual forms of self-education, set with each correction: what the plan has of them (S001 4.4)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from models.route import Route
from regulations.words import Words
from services import plan
from services.work import Work


@dataclass(frozen=True)
class Forms:
    """Titles of the kinds that stand in the plan, each once, in the order of the regulation; `clause`: of the rule."""

    collective: list[Words]
    individual: list[Words]
    clause: str

    @property
    def content(self) -> dict[str, Any]:
        """As it is signed, in Russian."""
        return {
            "collective": [one.get("ru") for one in self.collective],
            "individual": [one.get("ru") for one in self.individual],
        }


async def of(work: Work, route: Route) -> Forms | None:
    """What the plan of a route has of both; None where the regulation asks for none."""
    rule = work.rules.of(route).correction.self_education
    if rule is None:
        return None
    found = await plan.of_route(work, route)
    kinds = {one.kind for one in found.activities}

    def titles(codes: Collection[str]) -> list[Words]:
        known = found.regulation.activities.kinds
        return [one.title for one in known if one.code in codes and one.code in kinds]

    return Forms(titles(rule.collective), titles(rule.individual), rule.clause)
