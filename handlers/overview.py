"""«Обзор маршрутов»: progress, deficits by group, and who may need a word; no ranking of people (features 82-85)."""

from __future__ import annotations

from dataclasses import replace

from aiogram import F, Router
from aiogram.types import CallbackQuery

from documents import shares
from documents.shares import Share
from handlers import inclusion, topics
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_overview import OverviewTap
from handlers.notices import notice
from handlers.picture import file_of
from handlers.places import place, redraws
from handlers.views import Button, Say, View, button, say, view
from models.overview import BY
from services import inclusion as beginning
from services import overview
from services.overview import ON_A_PAGE, Group, Progress, Risk
from services.work import Work


@place("overview")
async def home(work: Work, at: int = 0) -> View:
    """How far all routes are, then each municipality or school that has at least five."""
    return await _progress(work, await overview.progress(work), at)


async def _progress(work: Work, found: Progress, at: int) -> View:
    at = _page(found, at)
    work.account.go("overview", at=at)
    lines = [_group(one) for one in found.groups[at * ON_A_PAGE :][:ON_A_PAGE]]
    small = [say("overview-hidden", count=found.hidden)] if found.hidden else []
    return view(
        _whole(found.whole),
        *([[*lines]] if lines else []),
        *small,
        rows=[
            _pages("page", at, len(found.groups)),
            [button("overview.risks", Go(place="overview.risks"), style="primary")],
            [button("overview.deficits", Go(place="overview.deficits"))],
            *(await _of_own_school(work)),
            [button("picture.ask", OverviewTap(do="picture", route=0, at=at))] if found.whole.total else [],
            *way_home(),
        ],
    )


async def _of_own_school(work: Work) -> list[list[Button]]:
    """For whoever leads a school: who has not begun, and the topics."""
    return [inclusion.row(), topics.row(work)] if await beginning.leads(work) else []


def _page(found: Progress, at: int) -> int:
    return min(max(at, 0), max((len(found.groups) - 1) // ON_A_PAGE, 0))


async def draw(tap: CallbackQuery, callback_data: OverviewTap, work: Work) -> View:
    """«Картинкой»: the whole and the groups of the page as shares."""
    found = await overview.progress(work)
    at = _page(found, callback_data.at)
    drawn = shares.picture(
        _share(found.whole),
        [_share(one) for one in found.groups[at * ON_A_PAGE :][:ON_A_PAGE]],
        hidden=found.hidden,
        on=work.today,
        language=work.account.language,
    )
    return replace(await _progress(work, found, at), files=(file_of(drawn),))


def _share(group: Group) -> Share:
    return Share(group.name, _drawn(group), group.states["active"], group.states["closed"], group.passed)


def _drawn(group: Group) -> int:
    return group.states["draft"] + group.states["on_confirmation"]


def _whole(group: Group) -> Say:
    return say(
        "overview",
        total=group.total,
        drawn=_drawn(group),
        going=group.states["active"],
        closed=group.states["closed"],
        passed=group.passed,
    )


def _group(group: Group) -> Say:
    return say(
        "overview-group",
        name=group.name,
        total=group.total,
        drawn=_drawn(group),
        going=group.states["active"],
        closed=group.states["closed"],
        passed=group.passed,
    )


def _pages(do: str, at: int, count: int, value: str = "") -> list[Button]:
    turn = []
    if at:
        earlier = OverviewTap(do=do, route=0, at=at - 1, value=value)
        turn.append(button("overview-pages.earlier", earlier))
    if (at + 1) * ON_A_PAGE < count:
        later = OverviewTap(do=do, route=0, at=at + 1, value=value)
        turn.append(button("overview-pages.later", later))
    return turn


@place("overview.deficits")
async def deficits(work: Work, by: str = "competency", at: int = 0) -> View:
    """Groups of people with a result by others, and how many of them have a high deficit."""
    found = await overview.deficits(work, by)
    at = min(max(at, 0), max((len(found.groups) - 1) // ON_A_PAGE, 0))
    work.account.go("overview.deficits", by=by, at=at)
    shown = found.groups[at * ON_A_PAGE :][:ON_A_PAGE]
    lines = [
        say("overview-deficit", name=_named(work, by, one.name), people=one.people, weak=one.weak)
        for one in shown
    ]
    others = [
        [button("overview-deficits.by", OverviewTap(do="by", route=0, at=0, value=one), by=one)]
        for one in BY
        if one != by
    ]
    return view(
        say("overview-deficits", by=by, count=len(found.groups)),
        *([lines] if lines else []),
        *([say("overview-small", count=found.hidden)] if found.hidden else []),
        rows=[
            _pages("by", at, len(found.groups), by),
            *others,
            [button("overview-back", Go(place="overview"))],
            *way_home(),
        ],
    )


def _named(work: Work, by: str, name: str) -> object:
    """A competency by its title in the regulation at home; everything else as it is called."""
    law = work.rules.of_organisation(work.person.organisation)
    known = {one.code: one.group for one in law.competencies} if by == "competency" else {}
    overall = say("overview-overall") if by == "competency" else name
    return known.get(name, overall)


@place("overview.risks")
async def risks(work: Work, at: int = 0) -> View:
    """Routes that are late, silent or have few rows, each with a word by one tap."""
    found = await overview.risks(work, at)
    work.account.go("overview.risks", at=found.at)
    lines = [_line(one) for one in found.lines]
    words = [
        [
            button(
                "overview-risks.word",
                OverviewTap(do="word", route=one.route.id, at=found.at),
                name=one.route.teacher.short_name,
            )
        ]
        for one in found.lines
        if not one.told
    ]
    return view(
        say("overview-risks", count=found.total),
        *([lines] if lines else []),
        rows=[*words, _pages("risks", found.at, found.total), *way_home()],
    )


def _line(one: Risk) -> Say:
    return say(
        "overview-risk",
        name=one.route.teacher.short_name,
        late=one.late,
        silent=one.silent,
        few=one.few,
        told=one.told,
    )


async def page(tap: CallbackQuery, callback_data: OverviewTap, work: Work) -> View:
    """Another page of groups."""
    return await home(work, max(callback_data.at, 0))


async def by(tap: CallbackQuery, callback_data: OverviewTap, work: Work) -> View:
    """Results grouped otherwise, or another page of them."""
    return await deficits(work, callback_data.value, callback_data.at)


async def more_risks(tap: CallbackQuery, callback_data: OverviewTap, work: Work) -> View:
    """Another page of routes."""
    return await risks(work, callback_data.at)


async def word(tap: CallbackQuery, callback_data: OverviewTap, work: Work) -> View:
    """«Напомнить»."""
    route = await overview.nudge(work, callback_data.route)
    told = say("overview-told-now", name=route.teacher.short_name)
    return (await risks(work, callback_data.at)).with_toast(told)


@redraws(OverviewTap)
async def fresh(work: Work, data: OverviewTap) -> View:
    """The list as it is now."""
    return await (risks(work, data.at) if data.do in ("word", "risks") else home(work))


@notice("overview-word")
def told_word(*, name: str) -> View:
    """For the teacher: somebody thinks of the route, and asks whether help is needed."""
    return view(
        say("overview-word", name=name),
        rows=[
            [button("overview-word.report", Go(place="report"))],
            [button("overview-word.help", Go(place="help-request"))],
            *way_home(),
        ],
    )


def router() -> Router:
    """Every button of the overview; what a school alone sees hangs below."""
    routes = Router(name="overview")
    verbs = {"page": page, "picture": draw, "by": by, "risks": more_risks, "word": word}
    for verb, handler in verbs.items():
        routes.callback_query.register(handler, OverviewTap.filter(F.do == verb))
    routes.include_routers(inclusion.router(), topics.router())
    return routes
