"""Looking back over the rows of plans: what was begun, what a person has written."""

from __future__ import annotations

from sqlalchemy import Select, select

from models.plan import STANDING, Activity, ActivityState


def begun_from(route_id: int, author_id: int) -> Select[Activity]:
    """The rows of a plan, and those that a person is writing for it."""
    own = (Activity.state == ActivityState.DRAFT) & (Activity.author_id == author_id) & ~Activity.correcting
    return (
        select(Activity)
        .where(Activity.route_id == route_id, Activity.state.in_(STANDING) | own)
        .order_by(Activity.id)
    )


def written_by(author_id: int, route_id: int) -> Select[Activity]:
    """Every row that a person wrote, and every row of a route, removed ones too: the list only grows."""
    mine = (Activity.author_id == author_id) | (Activity.route_id == route_id)
    return select(Activity).where(mine).order_by(Activity.id)
