"""Who accompanies a route, in words: a tutor, a mentor, a deputy head, a methodist, as the regulation has it."""

from __future__ import annotations

from handlers.views import Say, say
from models.route import Route
from services import companion
from services.work import Work


def who(work: Work, route: Route) -> Say:
    """«тьютор», as the subject of a sentence."""
    return say("companion-who", role=companion.beside(work, route).value)


def to(work: Work, route: Route) -> Say:
    """«тьютору»."""
    return say("companion-to", role=companion.beside(work, route).value)
