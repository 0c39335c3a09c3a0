"""«Попросить помощи»: the teacher chooses whom and about what, writes, and hears (S000 3.1.3, R0-043)."""

from __future__ import annotations

from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import consultation, help_request_answer, places
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_help import AskTap, HelpTap
from handlers.forgotten import kept
from handlers.help_request_card import answered_rows, parts_of, rows_of, tap
from handlers.notices import notice
from handlers.places import At, place, redraws
from handlers.plan_lines import cited
from handlers.reminder_lines import brief
from handlers.review_card import shortened
from handlers.views import Button, Say, View, button, say, view
from models.help_request import HelpRequest
from regulations.questions import Question, read_text
from services import consultation as talks
from services import help_request
from services.help_request import Asking
from services.work import Work

WORDS = Question("help", minimum=3, maximum=1000, example="help-request-ask-words.example")
MORE = Question("more", minimum=2, maximum=1000, example="help-request-ask-more.example")
SHOWN = 8


@place("help-request")
async def home(work: Work) -> View:
    """What I have asked, and a way to ask anew."""
    work.account.leave()
    found = await help_request.asking(work)
    mine = await help_request.mine(work)
    ask = [button("help-request.ask", AskTap(do="whom", person=0, activity=0), style="primary")]
    rows = [[_open(one)] for one in mine[:SHOWN]]
    clause = cited(found.regulation.team.helpers.clause)
    return view(
        [say("help-request", count=len(mine), clause=clause), *_nobody(found)],
        rows=[ask if found.reachable else [], *rows, *way_home()],
    )


def _nobody(found: Asking) -> list[Say]:
    """When nobody can be reached: who there is, to be asked in person."""
    if found.reachable:
        return []
    names = ", ".join(one.person.short_name for one in found.addressees)
    return [say("help-request-nobody", known=len(found.addressees), names=names)]


def _open(one: HelpRequest) -> Button:
    name = one.addressee.short_name
    return button("help-request-line", tap(one, "card"), name=name, state=one.state.value, at=one.asked_at)


@place("help-request.whom")
async def whom(work: Work) -> View:
    """To whom: only people of this route, by the regulation's roles."""
    work.account.go("help-request.whom")
    found = await help_request.asking(work)
    rows = [
        [
            button(
                "help-request-whom.person",
                AskTap(do="what", person=one.person.id, activity=0),
                name=one.person.short_name,
                role=one.title,
            )
        ]
        for one in found.reachable
    ]
    return view(
        say("help-request-whom"), rows=[*rows, [button("help-request-back", Go(place="help-request"))]]
    )


async def ask_whom(tap: CallbackQuery, callback_data: AskTap, work: Work) -> View:
    """«Попросить помощи»."""
    return await whom(work)


@place("help-request.what")
async def what(work: Work, person: int) -> View:
    """About one activity, or anything."""
    found = await help_request.asking(work)
    to = found.named(person)
    work.account.go("help-request.what", person=person)
    rows = [
        [
            button(
                "help-request-what.activity",
                AskTap(do="words", person=person, activity=one.id),
                title=brief(one.title),
            )
        ]
        for one in found.activities[:SHOWN]
    ]
    free = [button("help-request-what.free", AskTap(do="words", person=person, activity=0), style="primary")]
    back = [button("help-request-what.back", AskTap(do="whom", person=0, activity=0))]
    return view(say("help-request-what", name=to.person.short_name), rows=[free, *rows, back])


async def ask_what(tap: CallbackQuery, callback_data: AskTap, work: Work) -> View:
    """Somebody was chosen."""
    return await what(work, callback_data.person)


@place("help-request.words")
async def words(work: Work, person: int, activity: int) -> View:
    """The question itself, in own words."""
    found = await help_request.asking(work)
    to, about = found.named(person), found.about(activity)
    work.account.go("help-request.words", person=person, activity=activity)
    back = button("help-request-ask-words.back", AskTap(do="what", person=person, activity=0))
    told = [say("help-request-about", title=about.title)] if about is not None else []
    return view(
        [say("help-request-ask-words", name=to.person.short_name), *told],
        say("help-request-term", days=found.days),
        rows=[[back]],
    )


async def ask_words(tap: CallbackQuery, callback_data: AskTap, work: Work) -> View:
    """«Общий вопрос», or an activity."""
    return await words(work, callback_data.person, callback_data.activity)


async def asked(message: Message, work: Work) -> View:
    """The words: the request goes at once."""
    ids = work.account.place_ids
    text = read_text(WORDS, message.text or "")
    request = await help_request.ask(work, ids["person"], ids["activity"], text)
    days = work.rules.of(request.route).internal_terms.help_answer
    shown = await places.go(work, "help-request.card", request=request.id)
    return shown.led_by(say("help-request-sent", name=request.addressee.short_name, days=days))


@place("help-request.card")
async def card(work: Work, request: int) -> View:
    """One request, for either of the two."""
    found = await talks.look(work, request)
    regulation = work.rules.of(found.request.route)
    own = work.person.id == found.request.route.teacher_id
    back = Go(place="help-request") if own else Go(place="help-request.waiting")
    return view(
        *parts_of(found, work.person, regulation),
        rows=[*rows_of(found, work.person), [button("help-request-back", back)], *way_home()],
    )


@redraws(HelpTap)
async def fresh(work: Work, data: HelpTap) -> View:
    """An outdated tap: the request as it is now."""
    return await card(work, data.request)


async def open_card(tap: CallbackQuery, callback_data: HelpTap, work: Work) -> View:
    """A request of a list."""
    return await places.go(work, "help-request.card", request=callback_data.request)


async def helped(tap: CallbackQuery, callback_data: HelpTap, work: Work) -> View:
    """«Помогло»."""
    return await _closed(work, callback_data, helped=True)


async def take_back(tap: CallbackQuery, callback_data: HelpTap, work: Work) -> View:
    """«Больше не нужно»."""
    return await _closed(work, callback_data, helped=False)


async def _closed(work: Work, data: HelpTap, *, helped: bool) -> View:
    await help_request.close(work, data.request, drawn=data.version, helped=helped)
    shown = await places.go(work, "help-request.card", request=data.request)
    return shown.with_toast(say("help-request-closed-now"))


@place("help-request.more")
async def more_screen(work: Work, request: int) -> View:
    """What is still missing."""
    found = await help_request.look(work, request)
    back = button("help-request-ask-more.back", tap(found, "card"))
    return view(say("help-request-ask-more", name=found.addressee.short_name), rows=[[back]])


async def ask_more(tap: CallbackQuery, callback_data: HelpTap, work: Work) -> View:
    """«Нужно ещё», «Дописать»."""
    found = await help_request.look(work, callback_data.request)
    found.drawn(callback_data.version)
    found.route.only_teacher(work.person)
    return await places.go(work, "help-request.more", request=found.id)


async def more(message: Message, work: Work) -> View:
    """The words: the addressee hears."""
    text = read_text(MORE, message.text or "")
    found = await help_request.ask_more(work, work.account.place_ids["request"], text)
    shown = await places.go(work, "help-request.card", request=found.id)
    return shown.led_by(say("help-request-more-sent", name=found.addressee.short_name))


@notice("help-request-answered")
def told_answer(*, by: str, text: str, **letter: Any) -> View:
    """For the teacher: the answer, and whether it helped."""
    said = say("help-request-answered", by=by, text=kept(shortened(text)))
    return view(said, rows=[*answered_rows(letter), *way_home()])


@notice("help-request-passed")
def told_passed(*, before: str, by: str, request: int, version: int, **letter: Any) -> View:
    """For the teacher: somebody else answers."""
    data = HelpTap(do="card", request=request, version=version)
    opened = [button("help-request-open", data)]
    return view(say("help-request-passed", before=before, by=by), rows=[opened, *way_home()])


def router() -> Router:
    """The teacher's side; the addressee's and the talks hang below it."""
    routes = Router(name="help-request")
    routes.callback_query.register(ask_whom, AskTap.filter(F.do == "whom"))
    routes.callback_query.register(ask_what, AskTap.filter(F.do == "what"))
    routes.callback_query.register(ask_words, AskTap.filter(F.do == "words"))
    routes.callback_query.register(open_card, HelpTap.filter(F.do == "card"))
    routes.callback_query.register(helped, HelpTap.filter(F.do == "helped"))
    routes.callback_query.register(take_back, HelpTap.filter(F.do == "take-back"))
    routes.callback_query.register(ask_more, HelpTap.filter(F.do == "more"))
    routes.message.register(asked, At("help-request.words"), F.text, ~F.text.startswith("/"))
    routes.message.register(more, At("help-request.more"), F.text, ~F.text.startswith("/"))
    routes.include_routers(help_request_answer.router(), consultation.router())
    return routes
