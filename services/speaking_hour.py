"""When the clock may speak to people: from the hour of reminders on, never in the quiet hours (S-14)."""

from __future__ import annotations

from models.people import Organisation
from models.route import Route
from regulations.ladder import Ladder
from services.work import Work


def ladder_of(work: Work, route: Route) -> Ladder:
    """The hour of reminders and the quiet hours that a route keeps."""
    return work.rules.of(route).reminders.ladder()


def is_quiet(work: Work, route: Route) -> bool:
    """Whether people around a route are left alone now."""
    return ladder_of(work, route).is_quiet(route.organisation.local(work.now).time())


def has_come(work: Work, route: Route) -> bool:
    """Whether people around a route may be reminded now."""
    return _has_come(work, ladder_of(work, route), route.organisation)


def has_come_at(work: Work, place: Organisation) -> bool:
    """The same for whoever works in an organisation."""
    return _has_come(work, work.rules.of_organisation(place).reminders.ladder(), place)


def _has_come(work: Work, ladder: Ladder, place: Organisation) -> bool:
    local = place.local(work.now).time()
    return local >= ladder.at and not ladder.is_quiet(local)
