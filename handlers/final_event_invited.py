"""An invitation to a final event: Приду / Не приду / Не знаю, changeable until the event (S-17.1)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places
from handlers.anything import way_home
from handlers.callbacks import GuestTap
from handlers.final_event_checklist import duties
from handlers.final_event_form import when, where
from handlers.notices import notice
from handlers.places import At, place, redraws
from handlers.views import Button, Say, View, button, say, view
from models.errors import Outdated
from models.final_event import FinalEventState
from models.final_event_guest import Guest, GuestAnswer
from regulations.questions import Question, read_text
from services import final_event_checklist, final_event_invited
from services.work import Work

WORDS = Question("words", minimum=2, maximum=300, example="final-event-words.example")


@place("final-event.invitations")
async def invitations(work: Work) -> View:
    """The events that I am invited to; a single one opens at once."""
    work.account.leave()
    found = await final_event_invited.invitations(work)
    if len(found) == 1:
        return await card(work, found[0].id)
    lines = [_line(one) for one in found]
    return view(say("final-event-invitations", count=len(found)), rows=[*lines, *way_home()])


def _line(guest: Guest) -> list[Button]:
    event = guest.event
    return [
        button(
            "final-event-invitation",
            GuestTap(do="card", guest=guest.id, version=guest.version),
            title=event.title,
            on=event.on_date,
        )
    ]


async def card(work: Work, guest_id: int) -> View:
    """The event, the guest's answer, and the buttons to give or change it; or why there is nothing to answer."""
    guest = await final_event_invited.invitation(work, guest_id)
    event = guest.event
    if guest.withdrawn_at is not None or event.state is FinalEventState.REMOVED:
        return view(say("final-event-off", title=event.title, on=event.on_date), rows=way_home())
    letter = final_event_invited.letter(guest, work.rules.of(event.route))
    shown = drawn(letter)
    today = event.route.organisation.today(work.now)
    if event.state is not FinalEventState.PLANNED or event.on_date is None or event.on_date < today:
        return view(*shown, say("final-event-over"), rows=way_home())
    answered = [say("final-event-your-answer", answer=letter["answer"])]
    if guest.words:
        answered.append(say("final-event-your-words", words=guest.words))
    add = button("final-event-answer.words", GuestTap(do="words", guest=guest.id, version=guest.version))
    known = guest.answer is not GuestAnswer.WAITING
    return view(
        *shown,
        answered if known else say("final-event-will-you"),
        rows=[
            *answer_rows(letter),
            [add] if known else [],
            *duties(await final_event_checklist.duties_of_guest(work, guest)),
            *way_home(),
        ],
    )


def drawn(letter: Mapping[str, Any]) -> list[Say]:
    """What a guest sees of an event; what is expected of them as its own paragraph."""
    parts = [
        say(
            "final-event-invited",
            teacher=letter["teacher"],
            title=letter["title"],
            form=letter["form"],
            when=when(letter["on"], letter["hour"]),
            place=where(letter["place"], letter["school"]),
        )
    ]
    return [*parts, say("final-event-speaks", speaks=letter["speaks"])] if letter["speaks"] else parts


def answer_rows(letter: Mapping[str, Any]) -> list[list[Button]]:
    """The three answers; the one given is marked."""
    key = {"guest": letter["guest"], "version": letter["version"]}
    given = letter["answer"]
    comes, absent, unsure = (
        given == one for one in (GuestAnswer.COMES, GuestAnswer.ABSENT, GuestAnswer.UNSURE)
    )
    return [
        [button("final-event-answer.comes", GuestTap(do="comes", **key), style="success", given=comes)],
        [
            button("final-event-answer.absent", GuestTap(do="absent", **key), given=absent),
            button("final-event-answer.unsure", GuestTap(do="unsure", **key), given=unsure),
        ],
    ]


@redraws(GuestTap)
async def fresh(work: Work, data: GuestTap) -> View:
    """An outdated tap: the invitation as it is now; the teacher's own list for «Убрать из списка»."""
    return await places.here(work) if data.do == "off" else await card(work, data.guest)


async def open_card(tap: CallbackQuery, callback_data: GuestTap, work: Work) -> View:
    """One invitation of the list, or back from the words."""
    work.account.leave()
    return await card(work, callback_data.guest)


async def reply(tap: CallbackQuery, callback_data: GuestTap, work: Work) -> View:
    """Приду / Не приду / Не знаю: one tap."""
    answer = GuestAnswer(callback_data.do)
    guest = await final_event_invited.reply(work, callback_data.guest, answer, drawn=callback_data.version)
    return (await card(work, guest.id)).with_toast(_thanks(guest))


async def ask_words(tap: CallbackQuery, callback_data: GuestTap, work: Work) -> View:
    """«Добавить пару слов»."""
    guest = await final_event_invited.invitation(work, callback_data.guest)
    if guest.version != callback_data.version:
        raise Outdated("final-event-answered-already", answer=guest.answer.value)
    return await places.go(work, "final-event.words", guest=guest.id)


@place("final-event.words")
async def words_screen(work: Work, guest: int) -> View:
    """What the teacher should know besides."""
    found = await final_event_invited.invitation(work, guest)
    back = GuestTap(do="card", guest=found.id, version=found.version)
    return view(
        say("final-event-words", teacher=found.event.route.teacher.short_name),
        rows=[[button("final-event-words.back", back)]],
    )


async def words_typed(message: Message, work: Work) -> View:
    """The words; the teacher reads them in the list."""
    guest_id = work.account.place_ids["guest"]
    guest = await final_event_invited.say(work, guest_id, read_text(WORDS, message.text or ""))
    work.account.leave()
    return (await card(work, guest_id)).led_by(_thanks(guest))


def _thanks(guest: Guest) -> Say:
    return say("final-event-answered", teacher=guest.event.route.teacher.short_name)


@notice("final-event-invited")
def told_invited(**letter: Any) -> View:
    """For a guest: the event, what is expected of them, three buttons."""
    return view(*drawn(letter), say("final-event-will-you"), rows=[*answer_rows(letter), *way_home()])


@notice("final-event-changed")
def told_changed(before: Mapping[str, Any], **letter: Any) -> View:
    """For a guest: what it was before; another day or hour asks for another answer."""
    was = say("final-event-changed", when=when(before["on"], before["hour"]), place=before["place"])
    given = letter["answer"]
    if given == GuestAnswer.WAITING:
        asked = say("final-event-will-you")
    else:
        asked = say("final-event-your-answer", answer=given)
    return view(was, *drawn(letter), asked, rows=[*answer_rows(letter), *way_home()])


@notice("final-event-off")
def told_off(*, title: str, on: date) -> View:
    """For a guest: they need not come."""
    return view(say("final-event-off", title=title, on=on), rows=way_home())


def router() -> Router:
    """The guest's side."""
    routes = Router(name="final-event-invited")
    routes.callback_query.register(open_card, GuestTap.filter(F.do == "card"))
    routes.callback_query.register(reply, GuestTap.filter(F.do.in_({"comes", "absent", "unsure"})))
    routes.callback_query.register(ask_words, GuestTap.filter(F.do == "words"))
    routes.message.register(words_typed, At("final-event.words"), F.text, ~F.text.startswith("/"))
    return routes
