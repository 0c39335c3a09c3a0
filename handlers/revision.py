"""The yearly correction of a route: propose one, or say that none is needed (S001 4.4, X18)."""

from __future__ import annotations

from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import places
from handlers.anything import way_home
from handlers.callbacks import ActivityTap, Go
from handlers.callbacks_correction import CorrectionTap, RevisionTap
from handlers.choices import listed
from handlers.notices import notice
from handlers.places import place, redraws
from handlers.plan_form import way_back
from handlers.plan_lines import cited
from handlers.reminder_lines import brief
from handlers.views import Button, Say, View, button, say, view
from models.errors import NotYours
from models.route import Route
from services import plan, revision, revision_sweep, self_education
from services.revision import Revision
from services.self_education import Forms
from services.work import Work

ROWS_SHOWN = 8


def menu_row(found: Revision | None) -> list[Button]:
    """In the teacher's menu while a word is awaited."""
    if found is None or not found.waits:
        return []
    return [button("revision-menu", Go(place="revision.own"), late=found.overdue)]


def list_button(route: Route) -> Button:
    """From the list of corrections, where the regulation wants one every year; whoever opens it may be refused."""
    return button("revision-of", RevisionTap(do="open", route=route.id, due=0))


@place("revision.own")
async def own(work: Work) -> View:
    """The yearly correction of the own route, from the menu."""
    route = (await plan.own(work)).route
    return await places.go(work, "revision", route=route.id)


@place("revision")
async def card(work: Work, route: int) -> View:
    """By when a correction is due, what was said about it, and the two answers."""
    found = await revision.look(work, route)
    work.account.go("revision", route=route)
    back = [way_back(work, found.route), *way_home()]
    forms = await self_education.of(work, found.route)
    return view(*_said(work, found), *_forms(forms), rows=[*_answers(found), *_under_way(found), *back])


def _said(work: Work, found: Revision) -> list[Say]:
    own, name = found.route.teacher_id == work.person.id, found.route.teacher.short_name
    clause = cited(found.rule.clause)
    head = say("revision", own=own, name=name, times=found.rule.min_per_year, clause=clause)
    if found.under_way is not None:
        return [head, say("revision-going-round", number=found.under_way.number)]
    done = found.done
    on = found.route.organisation.today(done.closed_at) if done is not None and done.closed_at else None
    last = [say("revision-last", on=on, unchanged=done.unchanged)] if done is not None and on else []
    if found.ends_before:
        return [head, *last, say("revision-ends", on=found.route.ends_on)]
    return [head, *last, say("revision-due", on=found.due, late=found.overdue)]


def _forms(found: Forms | None) -> list[Say]:
    """Which collective and individual forms of self-education the plan has (S001 4.4)."""
    if found is None:
        return []
    together, alone = (listed(one) if one else "none" for one in (found.collective, found.individual))
    return [say("revision-forms", together=together, alone=alone, clause=cited(found.clause))]


def _answers(found: Revision) -> list[list[Button]]:
    return _asked(found.route.id, found.due) if found.waits else []


def _asked(route: int, due: date) -> list[list[Button]]:
    key = {"route": route, "due": due.toordinal()}
    return [
        [button("revision-answer.propose", RevisionTap(do="propose", **key), style="primary")],
        [button("revision-answer.unchanged", RevisionTap(do="unchanged", **key))],
    ]


def _under_way(found: Revision) -> list[list[Button]]:
    one = found.under_way
    if one is None:
        return []
    data = CorrectionTap(do="card", correction=one.id, version=one.version)
    return [[button("revision-answer.open", data)]]


@redraws(RevisionTap)
async def fresh(work: Work, data: RevisionTap) -> View:
    """An outdated tap: the yearly correction as it stands now."""
    return await places.go(work, "revision", route=data.route)


async def propose(tap: CallbackQuery, callback_data: RevisionTap, work: Work) -> View:
    """«Предложить корректировку»: which row gives way?"""
    return await places.go(work, "revision.rows", route=callback_data.route)


@place("revision.rows")
async def rows(work: Work, route: int) -> View:
    """The rows that may give way; a tap leads into the correction."""
    found = await revision.look(work, route)
    work.account.go("revision.rows", route=route)
    whole = await plan.of_route(work, found.route)
    open_ones = [one for one in whole.activities if one.may_give_way][:ROWS_SHOWN]
    taps = [
        [
            button(
                "revision-row",
                ActivityTap(do="replace", activity=one.id, version=one.version),
                title=brief(one.title),
                on=one.on_date or "",
            )
        ]
        for one in open_ones
    ]
    back = button("revision-rows.back", RevisionTap(do="open", route=route, due=found.due.toordinal()))
    return view(say("revision-rows", count=len(open_ones)), rows=[*taps, way_back(work, found.route), [back]])


async def unchanged(tap: CallbackQuery, callback_data: RevisionTap, work: Work) -> View:
    """«Изменений не требуется»: it goes to the signers of the regulation."""
    if not 1 <= callback_data.due <= date.max.toordinal():
        raise NotYours("refusal-not-yours")
    due = date.fromordinal(callback_data.due)
    found = await revision.unchanged(work, callback_data.route, due)
    shown = await places.go(work, "correction.card", correction=found.id)
    return shown.led_by(say("revision-unchanged-sent", state=found.state.value))


async def open_card(tap: CallbackQuery, callback_data: RevisionTap, work: Work) -> View:
    """«Открыть», or back from the rows."""
    return await places.go(work, "revision", route=callback_data.route)


@notice("revision-asked", check=revision_sweep.that_stand)
def told_asked(*, route: int, due: date, clause: str, name: str, own: bool) -> View:
    """For the teacher and the companion: 30 and 7 days before the anniversary."""
    said = say("revision-asked", own=own, name=name, on=due, clause=cited(clause))
    return view(said, rows=[*_asked(route, due), *way_home()])


@notice("revision-overdue", check=revision_sweep.that_stand)
def told_overdue(*, route: int, due: date, clause: str, name: str) -> View:
    """For the deputy head, once: the anniversary has gone by."""
    return view(say("revision-overdue", name=name, on=due, clause=cited(clause)), rows=way_home())


def router() -> Router:
    """The two answers."""
    routes = Router(name="revision")
    routes.callback_query.register(propose, RevisionTap.filter(F.do == "propose"))
    routes.callback_query.register(unchanged, RevisionTap.filter(F.do == "unchanged"))
    routes.callback_query.register(open_card, RevisionTap.filter(F.do == "open"))
    return routes
