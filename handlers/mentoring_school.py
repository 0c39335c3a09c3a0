"""A school's programmes for who leads it; a mentor leaves, another comes; what the clock says (S-18.6)."""

from __future__ import annotations

from datetime import date
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_mentoring import MentorTap
from handlers.mentoring_card import label, people_lines, tap
from handlers.mentoring_read import line
from handlers.notices import notice
from handlers.places import place
from handlers.views import Button, View, button, say, view
from models.errors import NotYours
from models.mentoring_member import MentorshipMember
from models.people import Person
from services import mentoring_school
from services.mentoring import Programme, names
from services.work import Work

SHOWN = 20


@place("mentoring.school")
async def school(work: Work) -> View:
    """What goes on at the school, and the way to what is over."""
    work.account.leave()
    found = await mentoring_school.programmes(work)
    rows = [[line(one)] for one in found[:SHOWN]]
    over = [button("mentoring-school.over", Go(place="mentoring.school-over"))]
    back = [button("mentoring-back", Go(place="mentoring"))]
    return view(say("mentoring-school", count=len(found)), rows=[*rows, over, back, *way_home()])


@place("mentoring.replace")
async def ask(work: Work, programme: int, member: int = 0) -> View:
    """Which mentor leaves, and who comes."""
    found = await mentoring_school.programme(work, programme)
    made = found.mentorship
    work.account.go("mentoring.replace", programme=programme, member=member)
    leaving = _leaving(work, found, member)
    head = [say("mentoring-replace", problem=label(found)), *people_lines(made)]
    if leaving is None:
        rows = [[_leaves(found, one)] for one in made.mentors]
        return view(head, say("mentoring-replace-who"), rows=[*rows, [_back(work, found)]])
    others = await mentoring_school.others(work, found)
    coming = [[_comes(found, leaving, one)] for one in others[:SHOWN]]
    asked = say("mentoring-replace-by", name=leaving.person.short_name, count=len(coming))
    return view(head, asked, rows=[*coming, [_back(work, found)]])


def _leaving(work: Work, found: Programme, member: int) -> MentorshipMember | None:
    """The one that was named; else oneself; else the only one."""
    mentors = found.mentorship.mentors
    named = [one for one in mentors if one.id == member]
    own = [one for one in mentors if one.person_id == work.person.id]
    only = mentors if len(mentors) == 1 else []
    return next(iter([*named, *own, *only]), None)


def _leaves(found: Programme, one: MentorshipMember) -> Button:
    data = tap(found.mentorship, "leaves", str(one.id))
    return button("mentoring-people.add", data, name=one.person.short_name)


def _comes(found: Programme, leaving: MentorshipMember, one: Person) -> Button:
    data = tap(found.mentorship, "comes", f"{leaving.id}.{one.id}")
    return button("mentoring-people.add", data, name=one.short_name)


def _back(work: Work, found: Programme) -> Button:
    if found.mentorship.place_of(work.person) is not None:
        return button("mentoring-to-card", tap(found.mentorship, "card"))
    return button("mentoring-to-card", tap(found.mentorship, "read"))


async def open_replace(tap: CallbackQuery, callback_data: MentorTap, work: Work) -> View:
    """«Заменить наставника», or a programme of the school."""
    return await ask(work, callback_data.programme)


async def leaves(tap: CallbackQuery, callback_data: MentorTap, work: Work) -> View:
    """Who leaves, where there are several."""
    if not callback_data.value.isdecimal():
        raise NotYours("refusal-not-yours")
    return await ask(work, callback_data.programme, int(callback_data.value))


async def comes(tap: CallbackQuery, callback_data: MentorTap, work: Work) -> View:
    """Who comes: done at once, everybody hears."""
    member, _, person = callback_data.value.partition(".")
    if not (member.isdecimal() and person.isdecimal()):
        raise NotYours("refusal-not-yours")
    found = await mentoring_school.replace(
        work, callback_data.programme, int(member), int(person), drawn=callback_data.version
    )
    work.account.leave()
    done = say("mentoring-replaced-now", problem=label(found), mentors=names(found.mentorship.mentors))
    return view(done, rows=way_home())


@notice("mentoring-replaced")
def told_replaced(*, before: str, comes: str, place: str, problem: Any, programme: int, version: int) -> View:
    """For everybody: who mentors now; whoever left cannot open it any more."""
    opened = [button("mentoring-open", MentorTap(do="card", programme=programme, version=version))]
    said = say("mentoring-replaced", before=before, comes=comes, place=place, problem=problem)
    return view(said, rows=[opened if place != "leaves" else [], *way_home()])


@notice("mentoring-gone")
def told_gone(*, name: str, problem: Any, programme: int, version: int) -> View:
    """For who leads the school: a mentor has no office any more."""
    data = MentorTap(do="replace", programme=programme, version=version)
    opened = [button("mentoring-gone.replace", data, style="primary")]
    return view(say("mentoring-gone", name=name, problem=problem), rows=[opened, *way_home()])


@notice("mentoring-quiet")
def told_quiet(*, last: date, problem: Any, programme: int, version: int) -> View:
    """For a mentor: a month without a meeting, gently."""
    key = {"programme": programme, "version": version}
    noted = [button("mentoring-card.meeting", MentorTap(do="meeting", **key), style="primary")]
    opened = [button("mentoring-open", MentorTap(do="card", **key))]
    return view(say("mentoring-quiet", last=last, problem=problem), rows=[noted, opened, *way_home()])


@notice("mentoring-ends")
def told_ends(*, on: date, over: bool, problem: Any, programme: int, version: int) -> View:
    """For a mentor: the term ends soon, or has ended."""
    data = MentorTap(do="end", programme=programme, version=version)
    opened = [button("mentoring-card.end", data, style="primary")]
    return view(say("mentoring-ends", on=on, over=over, problem=problem), rows=[opened, *way_home()])


def router() -> Router:
    """Another mentor."""
    routes = Router(name="mentoring-school")
    routes.callback_query.register(open_replace, MentorTap.filter(F.do == "replace"))
    routes.callback_query.register(leaves, MentorTap.filter(F.do == "leaves"))
    routes.callback_query.register(comes, MentorTap.filter(F.do == "comes"))
    return routes
