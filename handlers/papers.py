"""«Документы»: the papers of a route as files, for the teacher, the team, the heads of the school and the centre."""

from __future__ import annotations

from dataclasses import replace

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_papers import PaperTap
from handlers.paper_file import address_of, as_file
from handlers.places import place, redraws
from handlers.views import Button, Say, View, button, say, view
from models.route import Route
from services import paper_link, papers
from services.menu import Desk
from services.pages import Page
from services.papers import Folder, Shown
from services.work import Work


def menu_rows(desk: Desk) -> list[list[Button]]:
    """The own papers, and other people's for the team, the heads and the centre."""
    own = [button("menu-papers", Go(place="papers"))] if desk.own is not None else []
    opens = papers.opens(desk.roles) or bool(desk.team_routes)
    others = [button("menu-papers-others", Go(place="papers.routes"))] if opens else []
    return [own, others]


@place("papers")
async def own(work: Work) -> View:
    """The papers of the own route."""
    work.account.go("papers")
    return _folder(await papers.own(work), mine=True, by_link=paper_link.opens(work))


@place("papers.route")
async def folder(work: Work, route: int) -> View:
    """The papers of one route."""
    found = await papers.of_route(work, route)
    mine = found.route.teacher_id == work.person.id
    if mine:
        work.account.go("papers")
    else:
        work.account.go("papers.route", route=route)
    return _folder(found, mine=mine, by_link=paper_link.opens(work))


def _folder(found: Folder, *, mine: bool, by_link: bool) -> View:
    """Each paper with how far it is, and a button for each form; none where no file may leave."""
    name, route = found.route.teacher.short_name, found.route.id
    lines = [say("papers-line", name=_name(one), stage=one.stage.value) for one in found.papers]
    hidden = bool(found.route.teacher.alias)
    shown = [] if hidden and not by_link else found.papers
    rows = [
        [
            button("papers-pdf", PaperTap(do="pdf", route=route, value=one.kind), kind=one.kind),
            button("papers-word", PaperTap(do="docx", route=route, value=one.kind)),
        ]
        for one in shown
    ]
    back = [] if mine else [[button("papers-others", Go(place="papers.routes"))]]
    return view(
        say("papers", mine=mine, name=name, count=len(lines), hidden=hidden and not by_link),
        *([lines] if lines else []),
        rows=[*rows, *back, *_portfolio(mine=mine, files=not hidden), *way_home()],
    )


def _portfolio(*, mine: bool, files: bool) -> list[list[Button]]:
    """Everything of the own routes as one file, and its days for a calendar."""
    if not mine:
        return []
    whole = [[button("papers-portfolio", Go(place="portfolio"))]] if files else []
    return [
        *whole,
        [button("papers-calendar", Go(place="calendar"))],
    ]


def _name(one: Shown) -> Say:
    return say("papers-name", kind=one.kind)


@place("papers.routes")
async def routes(work: Work, at: int = 0) -> View:
    """The routes whose papers I may have, by the teacher's name."""
    found = await papers.page(work, at)
    work.account.go("papers.routes", at=found.at)
    names = [
        [button("papers-teacher", PaperTap(do="open", route=one.id), name=one.teacher.short_name)]
        for one in found.lines
    ]
    return view(
        say("papers-teachers", count=found.total),
        rows=[*names, _pages(found), *way_home()],
    )


def _pages(found: Page[Route]) -> list[Button]:
    turn = []
    if found.at:
        turn.append(button("papers-teachers.earlier", PaperTap(do="page", route=0, value=str(found.at - 1))))
    if found.more:
        turn.append(button("papers-teachers.later", PaperTap(do="page", route=0, value=str(found.at + 1))))
    return turn


@redraws(PaperTap)
async def fresh(work: Work, data: PaperTap) -> View:
    """What a refused tap shows: the papers of its route."""
    return await folder(work, data.route)


async def open_folder(tap: CallbackQuery, callback_data: PaperTap, work: Work) -> View:
    """One teacher of the list."""
    return await folder(work, callback_data.route)


async def turn_page(tap: CallbackQuery, callback_data: PaperTap, work: Work) -> View:
    """Another page of the list."""
    value = callback_data.value
    return await routes(work, int(value) if value.isdecimal() and len(value) < 6 else 0)


async def file(tap: CallbackQuery, callback_data: PaperTap, work: Work) -> View:
    """A paper as PDF or Word: made after the commit, from what stands now; where it is discreet, by our server."""
    route = await papers.readable(work, callback_data.route, callback_data.value)
    if paper_link.opens(work) and (route.teacher.alias or work.person.alias):
        return await _link(work, callback_data)
    found = await papers.paper(work, callback_data.route, callback_data.value)
    made = as_file(work, found, callback_data.do)
    shown = replace(await folder(work, callback_data.route), files=(made,))
    return shown.with_toast(say("papers-making"))


async def _link(work: Work, data: PaperTap) -> View:
    address = await paper_link.give(work, data.route, data.value, data.do)
    return address_of(address, button("papers-link.back", PaperTap(do="open", route=data.route)))


def router() -> Router:
    """The taps; the lists are opened from the menu."""
    routes = Router(name="papers")
    routes.callback_query.register(open_folder, PaperTap.filter(F.do == "open"))
    routes.callback_query.register(turn_page, PaperTap.filter(F.do == "page"))
    routes.callback_query.register(file, PaperTap.filter(F.do.in_({"pdf", "docx"})))
    return routes
