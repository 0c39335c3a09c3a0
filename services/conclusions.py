"""The end of a route in the hands of whom the regulation names: checklist, text, outcome (S000 3.1.4; S003 2.4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.conclusions import PROLONGED, STOPPED, Conclusions, ConclusionsState, conclusions_of
from models.errors import NotYours, Outdated, Refusal
from models.paper import Paper, PaperKind
from models.people import ROUTE_ROLES, Role
from models.route import Route, RouteState, route_by_id
from regulations.duration import Term
from services import (
    conclusions_check,
    conclusions_draft,
    conclusions_paper,
    signing,
    signing_offices,
)
from services.conclusions_check import Checks
from services.work import Work


@dataclass(frozen=True)
class Ending:
    """A route at its end. `one`: the conclusions being written or the newest ones; None: nobody has begun.

    `earlier`: signed ones before them, the newest first; `paper`: what goes round.
    """

    checks: Checks
    one: Conclusions | None
    earlier: list[Conclusions]
    paper: Paper | None

    @property
    def route(self) -> Route:
        """Whose end it is."""
        return self.checks.route

    @property
    def goes_round(self) -> bool:
        """Does anybody sign by the regulation of the route?"""
        return bool(self.checks.regulation.signing.stages(PaperKind.CONCLUSIONS.value))

    @property
    def asks_word(self) -> bool:
        """Does the teacher mark that the conclusions are read?"""
        return self.checks.regulation.signing.acknowledge is not None

    @property
    def version(self) -> int:
        """What a card about it is drawn with; 0 before anybody has begun."""
        return self.one.version if self.one is not None else 0

    @property
    def outcomes(self) -> list[str]:
        """What a route may end with: the regulation's codes, and the stop of ours."""
        return [*(one.code for one in self.checks.rule.outcomes), STOPPED]

    @property
    def may_begin(self) -> bool:
        """Whether other conclusions may be begun: none yet, or those before prolonged the route."""
        signed = self.one is None or self.one.state is ConclusionsState.SIGNED
        return signed and self.route.state is RouteState.ACTIVE


async def only_author(work: Work, route: Route) -> None:
    """Refuses NotYours to whom the regulation does not name for the summary (`conclusion.summary_by`).

    By the team first, else by an office in the route's school or centre; never the teacher (X27), except where the text
    leaves the route to the teacher alone.
    """
    role = Role(work.rules.of(route).conclusion.summary_by)
    if role in ROUTE_ROLES:
        route.only_teacher(work.person)
        return
    if route.teacher_id == work.person.id:
        raise NotYours("refusal-own-work")
    offices, day = await signing_offices.own(work), signing_offices.day_of(work, route)
    if signing_offices.holds(route, work.person.id, day, offices, [role]) is None:
        raise NotYours("refusal-not-yours")


async def look(work: Work, route_id: int) -> Ending:
    """«Итоги» of a route for whoever writes them; a text nobody has touched follows the facts. Refuses NotYours."""
    route = await work.get(route_by_id(route_id))
    await only_author(work, route)
    found = await of(work, route)
    one = found.one
    if one is not None and one.state is ConclusionsState.DRAFT and not one.by_hand:
        composed = await conclusions_draft.compose(work, found.checks, one)
        if composed != one.paragraphs:
            one.compose(composed)
            await work.session.flush()
    return found


async def of(work: Work, route: Route) -> Ending:
    """The same of a route that the asker is known to see."""
    every = await work.all(conclusions_of(route.id))
    one = every[0] if every else None
    paper = await conclusions_paper.of(work, one) if one is not None else None
    return Ending(await conclusions_check.of_route(work, route), one, every[1:], paper)


async def begin(work: Work, route_id: int, *, drawn: int) -> Ending:
    """The end is opened, at the final stage or by hand before; the text is composed; the teacher is asked to look back.

    Refuses: NotYours, Outdated where somebody else has begun, or where the route is not walked.
    """
    found = await look(work, route_id)
    found.route.only_active()
    if not found.may_begin or drawn != found.version:
        raise Outdated("refusal-outdated")
    number = found.one.number + 1 if found.one is not None else 1
    one = Conclusions(
        route_id=route_id,
        route=found.route,
        number=number,
        author_id=work.person.id,
        author=work.person,
        state=ConclusionsState.DRAFT,
        begun_at=work.now,
        paragraphs=[],
        by_hand=False,
        few="",
        product="",
        outcome="",
        reason="",
        prolongation=0,
    )
    one.compose(await conclusions_draft.compose(work, found.checks, one))
    work.session.add(one)
    work.remember(route_id, "conclusions.begun", number=number, due=found.checks.due)
    await work.session.flush()
    once = f"self-analysis-asked:{one.id}"
    work.notify(found.route.teacher_id, "self-analysis-asked", once=once, clause=found.checks.rule.clause)
    return await of(work, found.route)


async def opened(work: Work, route_id: int, drawn: int | None) -> tuple[Ending, Conclusions]:
    """The conclusions being written, as drawn (None: a text was typed). Refuses NotYours, Outdated."""
    found = await look(work, route_id)
    if found.one is None:
        raise Outdated("refusal-outdated")
    found.one.only_draft()
    if drawn is not None:
        found.one.drawn(drawn)
    return found, found.one


async def write(work: Work, route_id: int, at: int, text: str) -> Ending:
    """One paragraph anew; "" takes it out. Refuses: NotYours, Outdated, conclusions-too-long."""
    found, one = await opened(work, route_id, None)
    one.write(at, text)
    await work.session.flush()
    return found


async def rewrite(work: Work, route_id: int, paragraphs: Sequence[str], *, more: bool) -> Ending:
    """The whole text in own words, in one message or several (`more`). Refuses: NotYours, conclusions-too-long."""
    found, one = await opened(work, route_id, None)
    one.rewrite(paragraphs, more=more)
    await work.session.flush()
    return found


async def compose(work: Work, route_id: int, *, drawn: int) -> Ending:
    """«Собрать заново»: the facts in place of what was written by hand. Refuses NotYours, Outdated."""
    found, one = await opened(work, route_id, drawn)
    one.compose(await conclusions_draft.compose(work, found.checks, one))
    await work.session.flush()
    return found


async def choose(work: Work, route_id: int, outcome: str, *, drawn: int) -> Ending:
    """Success, prolongation or stop. Refuses: NotYours, Outdated, an outcome that is not offered."""
    found, one = await opened(work, route_id, drawn)
    if outcome not in found.outcomes:
        raise NotYours("refusal-not-yours")
    one.choose(outcome)
    await work.session.flush()
    return await look(work, route_id)


async def explain(work: Work, route_id: int, code: str, text: str) -> Ending:
    """Why few (X42), what product, why this outcome; kept at once. Refuses: NotYours, Outdated."""
    _, one = await opened(work, route_id, None)
    one.explain(code, text)
    await work.session.flush()
    return await look(work, route_id)


async def prolong(work: Work, route_id: int, until: date, *, drawn: int | None = None) -> Ending:
    """The new last day; past the longest term it is flagged, never refused (X15).

    Refuses: NotYours, Outdated, conclusions-end-early.
    """
    found, one = await opened(work, route_id, drawn)
    if until <= found.route.organisation.today(work.now):
        raise Refusal("conclusions-end-early", ends=found.route.organisation.today(work.now))
    starts = found.route.began_on or found.route.starts_on
    judged = found.checks.regulation.duration.judge(starts, until) if starts else Term.FITS
    before = sum(one.outcome == PROLONGED for one in found.earlier)
    one.prolong(until, found.route.ends_on, before + 1, past=judged is Term.TOO_LONG)
    await work.session.flush()
    return await look(work, route_id)


async def send(work: Work, route_id: int, *, drawn: int) -> Ending:
    """The conclusions go round to the signers of the regulation; where nobody signs they hold at once (X30).

    Refuses: NotYours, Outdated, conclusions-needs-why (few accepted, X42), conclusions-no-text, -no-outcome,
    -no-reason, -no-end, -end-early, -no-product where the text is strict about it.
    """
    found, one = await opened(work, route_id, drawn)
    found.route.only_active()
    if found.checks.blocked_by_product(one):
        raise Refusal("conclusions-no-product", clause=found.checks.rule.clause_of_product)
    one.send(few=found.checks.is_few, ends=found.route.ends_on)
    work.remember(route_id, "conclusions.sent", number=one.number, outcome=one.outcome)
    await work.session.flush()
    content = conclusions_paper.content_of(found.checks, one)
    paper = await signing.open_for(
        work,
        found.route,
        PaperKind.CONCLUSIONS,
        one.id,
        content,
        number=one.number,
        author_id=one.author_id,
    )
    if paper is None:
        await conclusions_paper.settle(work, one, found.route.organisation.today(work.now))
    return await of(work, found.route)


async def take_back(work: Work, route_id: int, *, drawn: int) -> Ending:
    """«Забрать на правку»: nobody's signature is awaited any more. Refuses: NotYours, Outdated once all have signed."""
    found = await look(work, route_id)
    if found.one is None or found.paper is None:
        raise Outdated("refusal-outdated")
    found.one.drawn(drawn)
    found.one.back()
    await signing.withdraw(work, found.paper)
    work.remember(route_id, "conclusions.taken-back", number=found.one.number)
    return await of(work, found.route)
