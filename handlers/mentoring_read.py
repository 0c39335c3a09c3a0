"""A programme as who leads the school reads it: whose, how long, what came of it, its papers; also when it is over."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import mentoring_paper
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_mentoring import MentorTap
from handlers.mentoring_card import label, people_lines, tap, term_lines
from handlers.places import place
from handlers.views import Button, View, button, say, view
from models.mentoring_member import MentorshipState
from services import mentoring_school
from services.mentoring import Programme, names
from services.work import Work


def line(one: Programme) -> Button:
    """A programme of a list of the school."""
    made = one.mentorship
    return button("mentoring-school-line", tap(made, "read"), mentors=names(made.mentors), problem=label(one))


@place("mentoring.school-over")
async def over(work: Work, before: int = 0) -> View:
    """What is over at the school, a page at a time."""
    found = await mentoring_school.over(work, before)
    work.account.go("mentoring.school-over", before=before)
    shown = found[: mentoring_school.PAGE]
    rows = [[line(one)] for one in shown]
    if len(found) > len(shown):
        rows.append([button("mentoring-school-over.earlier", tap(shown[-1].mentorship, "earlier"))])
    back = [button("mentoring-school.back", Go(place="mentoring.school"))]
    return view(say("mentoring-school-over", count=len(shown)), rows=[*rows, back, *way_home()])


async def earlier(tap: CallbackQuery, callback_data: MentorTap, work: Work) -> View:
    """The next page."""
    return await over(work, callback_data.programme)


@place("mentoring.read")
async def card(work: Work, programme: int) -> View:
    """One programme of the school: its people, its term, what came of it, both papers."""
    found = await mentoring_school.programme(work, programme)
    work.account.go("mentoring.read", programme=programme)
    made = found.mentorship
    head = [say("mentoring-card", problem=label(found), state=made.state.value), *people_lines(made)]
    if made.starts_on is not None and made.ends_on is not None:
        head.append(say("mentoring-term", starts=made.starts_on, ends=made.ends_on))
    if made.outcome:
        head.append(say("mentoring-read-outcome", outcome=found.note.outcome(made.outcome)))
    return view(head, *term_lines(found), rows=[*_ways(found), *way_home()])


def _ways(found: Programme) -> list[list[Button]]:
    """The papers once everybody has agreed; another mentor as long as it goes on; the list that it stands in."""
    made = found.mentorship
    if made.state is MentorshipState.CLOSED:
        back = button("mentoring-school.over", Go(place="mentoring.school-over"))
        return [*mentoring_paper.both(made), [back]]
    papers = mentoring_paper.both(made) if made.begun_at is not None else []
    replace = button("mentoring-card.replace", tap(made, "replace"))
    return [*papers, [replace], [button("mentoring-school.back", Go(place="mentoring.school"))]]


async def open_card(tap: CallbackQuery, callback_data: MentorTap, work: Work) -> View:
    """A programme of the list."""
    return await card(work, callback_data.programme)


def router() -> Router:
    """The lists and the card."""
    routes = Router(name="mentoring-read")
    routes.callback_query.register(open_card, MentorTap.filter(F.do == "read"))
    routes.callback_query.register(earlier, MentorTap.filter(F.do == "earlier"))
    return routes
