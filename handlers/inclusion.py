"""«Кто ещё не начал»: the teachers of the own school without a first step, and one kind invitation a week (R1-007)."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import places
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_topics import InclusionTap
from handlers.choices import listed
from handlers.notices import notice
from handlers.places import place, redraws
from handlers.plan_lines import cited
from handlers.views import Button, Say, View, button, say, view
from models.people import Person
from services import inclusion
from services.inclusion import Inclusion
from services.work import Work

NAMES_SHOWN = 12


def row() -> list[Button]:
    """The way from the overview of whoever leads a school."""
    return [button("inclusion.open", Go(place="inclusion"))]


@place("inclusion")
async def home(work: Work) -> View:
    """How many have begun, who has not, who has not come in."""
    work.account.go("inclusion")
    return _drawn(await inclusion.of_school(work))


def _drawn(found: Inclusion) -> View:
    rule = found.rule
    clause = cited(rule.clause) if rule is not None and rule.required else ""
    waiting, outside = _names(found.waiting), _names(found.outside)
    invite = button(
        "inclusion.invite", InclusionTap(do="invite"), style="primary", count=len(found.to_invite)
    )
    return view(
        say("inclusion", begun=found.begun, total=found.total, clause=clause),
        *([say("inclusion-waiting", told=len(found.told), **waiting)] if found.waiting else []),
        *([say("inclusion-outside", **outside)] if found.outside else []),
        rows=[
            [invite] if found.to_invite else [],
            [button("inclusion.staff", Go(place="staff"))] if found.outside else [],
            [button("inclusion.back", Go(place="overview"))],
            *way_home(),
        ],
    )


def _names(people: Sequence[Person]) -> dict[str, Say | str | int]:
    shown = [one.short_name for one in people[:NAMES_SHOWN]]
    return {"names": listed(shown), "more": len(people) - len(shown)}


@redraws(InclusionTap)
async def fresh(work: Work, data: InclusionTap) -> View:
    """Who has not begun, as it is now."""
    return await home(work)


async def invite(tap: CallbackQuery, callback_data: InclusionTap, work: Work) -> View:
    """«Пригласить»."""
    count = await inclusion.invite(work)
    return (await places.go(work, "inclusion")).led_by(say("inclusion-sent", count=count))


@notice("inclusion-invited")
def invited(*, school: str, clause: str) -> View:
    """For a teacher whose route has not begun."""
    return view(
        say("inclusion-invited", school=school, clause=cited(clause)),
        rows=[
            [button("inclusion-invited.begin", Go(place=places.HOME), style="primary")],
            [button("inclusion-invited.help", Go(place="help-request"))],
        ],
    )


def router() -> Router:
    """The invitation."""
    routes = Router(name="inclusion")
    routes.callback_query.register(invite, InclusionTap.filter(F.do == "invite"))
    return routes
