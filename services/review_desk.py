"""What a reviewer keeps at hand: phrases of their own, and a line about a route for nobody else's eyes."""

from __future__ import annotations

from models import review_desk
from models.review_desk import PHRASES_KEPT, OwnPhrase, PrivateNote
from models.route import Route
from services.work import Work


async def own_phrases(work: Work) -> list[OwnPhrase]:
    """The acting person's last phrases, the latest first."""
    return await work.all(review_desk.own_phrases(work.person.id).limit(PHRASES_KEPT))


async def own_phrase(work: Work, phrase_id: int) -> OwnPhrase:
    """One of the acting person's phrases, used again. Refuses NotYours for somebody else's."""
    phrase = await work.get(review_desk.own_phrase(work.person.id, phrase_id))
    phrase.use(work.now)
    return phrase


async def learn(work: Work, text: str) -> None:
    """The acting person's own words are offered next time; of older ones only the last few are kept."""
    known = await work.all(review_desk.own_phrases(work.person.id))
    same = next((one for one in known if one.text == text), None)
    if same is not None:
        same.use(work.now)
        return
    work.session.add(OwnPhrase(person_id=work.person.id, text=text, used_at=work.now))
    for old in known[PHRASES_KEPT - 1 :]:
        await work.session.delete(old)
    await work.session.flush()


async def note(work: Work, route: Route) -> PrivateNote | None:
    """What the acting person keeps about a route. Refuses NotYours to who is not on its team."""
    route.only_team(work.person, work.today)
    return await work.find(review_desk.private_note(work.person.id, route.id))


async def write(work: Work, route: Route, text: str) -> None:
    """«Для себя»: one line in place of the last; an empty one takes it away. Refuses as `note`."""
    found = await note(work, route)
    if not text:
        if found is not None:
            await work.session.delete(found)
    elif found is None:
        made = PrivateNote(person_id=work.person.id, route_id=route.id, text=text, at=work.now)
        work.session.add(made)
    else:
        found.write(text, work.now)
    await work.session.flush()
