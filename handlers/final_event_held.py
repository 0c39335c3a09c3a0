"""What the teacher tells of an event that took place: how many came, a sentence, a photo; each may be skipped."""

from __future__ import annotations

import re
from dataclasses import replace

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places
from handlers.callbacks import FinalEventTap
from handlers.evidence import evidence_of
from handlers.final_event_form import event_tap
from handlers.places import At, place
from handlers.views import View, button, say, view
from models.errors import BadAnswer, NotYours
from models.final_event import MOST_CAME, FinalEvent, FinalEventState
from models.final_event_guest import GuestAnswer
from regulations.questions import Question, QuestionKind, read_text
from services import final_event, final_event_guests, final_event_outcome
from services.work import Work

SENTENCE = Question(
    "said", QuestionKind.LONG_TEXT, minimum=3, maximum=1000, example="final-event-said.example"
)
USUAL_NUMBERS = (5, 10, 15, 20, 30, 50)


async def _mended(work: Work, event_id: int) -> FinalEvent:
    """An event whose outcome can be told. Refuses one that is not held."""
    one = await final_event.event(work, event_id)
    if one.state is not FinalEventState.HELD:
        raise NotYours("final-event-outdated")
    return one


@place("final-event.came")
async def ask_number(work: Work, event: int) -> View:
    """How many came: a number by a tap, any other typed; the promised ones first."""
    one = await _mended(work, event)
    promised = len((await final_event_guests.look(work, event)).answered(GuestAnswer.COMES))
    numbers = sorted({*USUAL_NUMBERS, promised} - {0})
    taps = [
        button("final-event-came.number", event_tap(one, "came", str(number)), number=number)
        for number in numbers
    ]
    skip = button("final-event-told.skip", event_tap(one, "to-said"))
    given = [say("questions-given", value=str(one.came))] if one.came is not None else []
    return view(say("final-event-came", title=one.title), *given, rows=[taps[:4], taps[4:], [skip]])


async def number_tapped(tap: CallbackQuery, callback_data: FinalEventTap, work: Work) -> View:
    """One of the numbers."""
    came = int(callback_data.value) if callback_data.value.isdecimal() else -1
    await final_event_outcome.count(work, callback_data.event, came, drawn=callback_data.version)
    return await places.go(work, "final-event.said", event=callback_data.event)


async def number_typed(message: Message, work: Work) -> View:
    """A number, with words around it or none."""
    found = re.findall(r"\d+", message.text or "")
    if len(found) != 1 or len(found[0]) > 5:
        raise BadAnswer("final-event-came-unclear", most=MOST_CAME)
    event_id = work.account.place_ids["event"]
    await final_event_outcome.count(work, event_id, int(found[0]))
    return await places.go(work, "final-event.said", event=event_id)


@place("final-event.said")
async def ask_sentence(work: Work, event: int) -> View:
    """How it went, in one sentence."""
    one = await _mended(work, event)
    given = [say("questions-given", value=one.said)] if one.said else []
    skip = button("final-event-told.skip", event_tap(one, "to-photo"))
    return view(say("final-event-said"), *given, rows=[[skip]])


async def to_sentence(tap: CallbackQuery, callback_data: FinalEventTap, work: Work) -> View:
    """«Пропустить» the number."""
    return await places.go(work, "final-event.said", event=callback_data.event)


async def sentence_typed(message: Message, work: Work) -> View:
    """The sentence."""
    event_id = work.account.place_ids["event"]
    await final_event_outcome.tell(work, event_id, read_text(SENTENCE, message.text or ""))
    return await places.go(work, "final-event.photo", event=event_id)


@place("final-event.photo")
async def ask_photo(work: Work, event: int) -> View:
    """A photo, if there is one."""
    one = await _mended(work, event)
    files = len(one.evidence)
    done = "final-event-photo.done" if files else "final-event-photo.none"
    off = [button("final-event-photo.off", event_tap(one, "photos-off"))] if files else []
    return view(
        say("final-event-photo", files=files),
        rows=[[button(done, event_tap(one, "told"), style="success")], off],
    )


async def to_photo(tap: CallbackQuery, callback_data: FinalEventTap, work: Work) -> View:
    """«Пропустить» the sentence."""
    return await places.go(work, "final-event.photo", event=callback_data.event)


async def photo_sent(message: Message, work: Work) -> View:
    """A photo or file; an album comes part by part and stays one card."""
    event_id = work.account.place_ids["event"]
    photo = evidence_of(message, work.now)
    await final_event_outcome.attach(work, event_id, photo)
    shown = await ask_photo(work, event_id)
    return replace(shown, merge=f"album:{photo.group}") if photo.group else shown


async def photos_off(tap: CallbackQuery, callback_data: FinalEventTap, work: Work) -> View:
    """«Убрать фото»."""
    await final_event_outcome.detach_all(work, callback_data.event, drawn=callback_data.version)
    return await ask_photo(work, callback_data.event)


async def told(tap: CallbackQuery, callback_data: FinalEventTap, work: Work) -> View:
    """«Готово»: the card, with the mark."""
    one = await _mended(work, callback_data.event)
    return (await places.go(work, "final-event.card", event=one.id)).led_by(say("final-event-told"))


async def tell_more(tap: CallbackQuery, callback_data: FinalEventTap, work: Work) -> View:
    """«Дополнить»: the three questions again, with what was said."""
    one = await _mended(work, callback_data.event)
    return await places.go(work, "final-event.came", event=one.id)


def router() -> Router:
    """The three questions."""
    routes = Router(name="final-event-held")
    typed = (F.text, ~F.text.startswith("/"))
    for verb, handler in {
        "came": number_tapped,
        "to-said": to_sentence,
        "to-photo": to_photo,
        "photos-off": photos_off,
        "told": told,
        "more-told": tell_more,
    }.items():
        routes.callback_query.register(handler, FinalEventTap.filter(F.do == verb))
    routes.message.register(number_typed, At("final-event.came"), *typed)
    routes.message.register(sentence_typed, At("final-event.said"), *typed)
    routes.message.register(photo_sent, At("final-event.photo"), F.photo | F.document | F.video)
    return routes
