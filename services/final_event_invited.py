"""An invitation to a final event: what the invited person may see and answer, and no more (S000 3.1.4, S-17.1)."""

from __future__ import annotations

from typing import Any

from models.final_event_guest import Guest, GuestAnswer, guest_by_id, invitations_to
from regulations.schema import Regulation
from regulations.words import Words
from services import final_event
from services.work import Work


async def invitation(work: Work, guest_id: int) -> Guest:
    """An invitation of the acting person: the event, never the route. Refuses NotYours."""
    guest = await work.get(guest_by_id(guest_id))
    guest.only_guest(work.person)
    return guest


async def invitations(work: Work) -> list[Guest]:
    """The events to come that the acting person is invited to."""
    return await work.all(invitations_to(work.person.id, work.today))


async def reply(work: Work, guest_id: int, answer: GuestAnswer, *, drawn: int) -> Guest:
    """The guest answers, as often as they like before the event; the teacher hears in a digest.

    Refuses: NotYours, final-event-answered-already, final-event-not-invited, final-event-over.
    """
    guest = await invitation(work, guest_id)
    guest.reply(answer, work.now, guest.event.route.organisation.today(work.now), drawn)
    await work.session.flush()
    return guest


async def say(work: Work, guest_id: int, words: str) -> Guest:
    """A few words beside the answer; the teacher reads them in the list."""
    guest = await invitation(work, guest_id)
    guest.say(words, work.now, guest.event.route.organisation.today(work.now))
    await work.session.flush()
    return guest


def letter(guest: Guest, regulation: Regulation) -> dict[str, Any]:
    """What an invited person sees of an event, as facts of a notice."""
    event = guest.event
    return {
        "guest": guest.id,
        "version": guest.version,
        "teacher": event.route.teacher.short_name,
        "school": event.route.organisation.name,
        "title": event.title,
        "form": final_event.form_title(regulation, event),
        "on": event.on_date,
        "hour": event.hour,
        "place": event.place,
        "speaks": speaks(regulation, guest.role),
        "answer": guest.answer.value,
    }


def speaks(regulation: Regulation, code: str) -> Words | str:
    """What the regulation expects of a guest of this role; "" when nothing."""
    for one in regulation.final_event.invited:
        if one.role == code and one.speaks is not None:
            return one.speaks
    return ""
