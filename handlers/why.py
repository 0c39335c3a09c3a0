"""«Почему 5?», «почему 6 месяцев?»: the clause with the regulation's own words, by a button or a typed question."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import Message

from handlers import plan_lines
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.places import Known, place
from handlers.views import Button, Say, View, button, say, view
from models.route import RouteState
from regulations.duration import Term
from regulations.scales import Thresholds
from regulations.why import QUESTION, Topic
from services import duties, why
from services.duties import Duties
from services.plan import Plan
from services.why import Ground
from services.work import Work


def buttons_of(found: Plan) -> list[Button]:
    """A small way to the clause beside each warning of a plan: too few activities, a term outside the bounds."""
    few = found.is_few and found.route.state is RouteState.DRAFT and found.least is not None
    asked = (
        [button("why.count", Go(place="why.count"), least=found.least.planned)] if few and found.least else []
    )
    outside = found.term in (Term.TOO_SHORT, Term.TOO_LONG)
    return [*asked, *([button("why.term", Go(place="why.term"))] if outside else [])]


def bounds_button(found: Plan) -> list[Button]:
    """The way to the clause where bounds of the term are named."""
    duration = found.regulation.duration
    named = duration.min_months or duration.max_months
    return [button("why.term", Go(place="why.term"))] if named else []


@place("why.duties")
async def own_duties(work: Work) -> View:
    """What the text lays on the person, role by role, with the clause."""
    work.account.leave()
    found = await duties.own(work)
    lines = [line for one in found for line in _duties(one)]
    return view(
        *(lines or [say("why-no-duties")]), rows=[[button("why.help", Go(place="help"))], *way_home()]
    )


def _duties(one: Duties) -> list[Say]:
    rule, regulation = one.role, one.regulation.short_title
    head = say("why-duties", role=rule.title, regulation=regulation, clause=plan_lines.cited(rule.clause))
    return [head, *(say("why-duty", duty=duty) for duty in rule.duties)]


async def _shown(work: Work, topic: Topic) -> View:
    work.account.leave()
    found = await why.ground(work, topic)
    return view(_words(found), rows=[[button("why.plan", Go(place="plan"))], *way_home()])


def _words(found: Ground) -> list[Say]:
    """The quote with its place; what is ours is said to be ours; what the text does not ask for, too."""
    rule, regulation = found.rule, found.regulation.short_title
    if rule is None:
        return [say("why-none", regulation=regulation)]
    clause = plan_lines.cited(rule.clause)
    if isinstance(rule, Thresholds):
        facts = {"rule": rule.boundary_text, "source": rule.source}
        return [say("why-levels", regulation=regulation, clause=clause, **facts)]
    lines = [say("why-quote", regulation=regulation, clause=clause, quote=rule.quote)] if rule.quote else []
    if rule.ours:
        lines.append(say("why-ours", regulation=regulation, clause=clause))
    elif not rule.quote:
        lines.append(say("why-clause", regulation=regulation, clause=clause))
    return [*lines, *([say("why-confirm")] if rule.confirm else [])]


@place("why.count")
async def count(work: Work) -> View:
    """Why so many activities."""
    return await _shown(work, Topic.COUNT)


@place("why.term")
async def term(work: Work) -> View:
    """Why so many months."""
    return await _shown(work, Topic.TERM)


@place("why.levels")
async def levels(work: Work) -> View:
    """Why these bounds of the levels."""
    return await _shown(work, Topic.LEVELS)


@place("why.diagnosis")
async def diagnosis(work: Work) -> View:
    """Why a diagnosis, and whether it is voluntary."""
    return await _shown(work, Topic.DIAGNOSIS)


@place("why.final-event")
async def final_event(work: Work) -> View:
    """Why a final event."""
    return await _shown(work, Topic.FINAL_EVENT)


async def typed(message: Message, work: Work) -> View:
    """A typed «почему …?» where no question waits for a text; what is not understood gets the list."""
    topic = await why.asked(work, message.text or "")
    return await _shown(work, topic) if topic is not None else _all()


def _all() -> View:
    """Everything that can be asked about."""
    return view(
        say("why-what"),
        rows=[
            [button("why-what.count", Go(place="why.count")), button("why-what.term", Go(place="why.term"))],
            [button("why-what.levels", Go(place="why.levels"))],
            [button("why-what.diagnosis", Go(place="why.diagnosis"))],
            [button("why-what.final-event", Go(place="why.final-event"))],
            [button("why.duties", Go(place="why.duties"))],
            *way_home(),
        ],
    )


def router() -> Router:
    """The typed question; the buttons lead to places."""
    routes = Router(name="why")
    routes.message.register(typed, Known(), F.text.regexp(QUESTION))
    return routes
