"""What a person has typed in help requests, needs and mentoring goes with the consent (S-19.1, 152-FZ art. 21).

Days, places, counts and what others have said stay: other people's papers are made of them. A note that both sides
have agreed with is a document and stays; one that nobody has agreed with yet goes.
"""

from __future__ import annotations

from models import own_words
from models.mentoring_log import Meeting, Presence
from models.mentoring_member import MentorshipMember
from services import help_request
from services.work import Work

LETTERS = ("help-request-", "consultation-", "need-", "mentoring-")
"""Notices that carry words of these stages."""


async def forget(work: Work) -> None:
    """The acting person withdraws the consent: nobody is asked any more, and their words go, copies as well."""
    person_id = work.person.id
    for request in await work.all(own_words.help_open_of(person_id)):
        await help_request.close(work, request.id, drawn=request.version, helped=False)
    words = await _questions(work, person_id) | await _mentoring(work, person_id)
    words.discard("")
    await work.session.flush()
    if words:
        for letter in await work.all(own_words.letters_about(person_id, LETTERS)):
            letter.forget(words)


async def _questions(work: Work, person_id: int) -> set[str]:
    """Help and needs. Returns the words that went."""
    lines = await work.all(own_words.help_lines_by(person_id))
    needs = await work.all(own_words.needs_by(person_id))
    gone = {one.text for one in lines} | {one.text for one in needs}
    for line in lines:
        line.forget()
    for need in needs:
        need.forget(work.now)
    return gone


async def _mentoring(work: Work, person_id: int) -> set[str]:
    """Words of one's own and notes that are nobody's document yet. Returns the words that went."""
    said: list[MentorshipMember | Meeting | Presence] = [
        *await work.all(own_words.places_of(person_id)),
        *await work.all(own_words.meetings_noted_by(person_id)),
        *await work.all(own_words.presences_of(person_id)),
    ]
    wishes = await work.all(own_words.wishes_around(person_id))
    gone = {one.words for one in said} | {one.wish for one in wishes}
    for one in said:
        one.forget()
    for programme in wishes:
        programme.wish = ""
    for answer in await work.all(own_words.notes_not_agreed_by(person_id)):
        await work.session.delete(answer)
    return gone
