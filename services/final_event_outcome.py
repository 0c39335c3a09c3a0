"""«Мероприятие состоялось?»: the mark of completion or the reason (S000 4.5), and who hears of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from models.errors import BadAnswer
from models.evidence import Evidence, Oversize
from models.final_event import FinalEvent, FinalEventState, final_event_by_id, final_events_of_team
from models.final_event_sweep import final_events_named, final_events_over, noted, outcomes_untold
from models.route import REVIEWERS
from regulations.pupils import is_list_of_pupils
from services import diagnosis_final, final_event, speaking_hour
from services.standing import Standing, Waiting
from services.work import Work

SETTLED = timedelta(minutes=10)
"""How long after the mark the team hears: the number, the sentence and the photo come with it, a slip is mended."""


async def sweep(work: Work) -> int:
    """The clock asks the evening after an event, and tells the team what came of it. Returns how many notices."""
    return await _ask(work) + await _tell_teams(work)


async def _ask(work: Work) -> int:
    """One question an event and day."""
    asked = []
    for event in await work.all(final_events_over(work.now.date() + timedelta(days=1))):
        if _is_time_to_ask(work, event):
            asked.append(event)
            work.notify(
                event.route.teacher_id,
                "final-event-was",
                once=f"final-event-was:{event.id}:{event.on_date}",
                urgent=False,
                event=event.id,
                version=event.version,
                title=event.title,
                on=event.on_date,
            )
    for event in asked:
        await work.session.execute(noted([event.id], asked_for=event.on_date or work.now.date()))
    return len(asked)


def _is_time_to_ask(work: Work, event: FinalEvent) -> bool:
    """From the hour of reminders of the day after."""
    local = event.route.organisation.local(work.now)
    ladder = speaking_hour.ladder_of(work, event.route)
    assert event.on_date is not None
    evening = (event.on_date + timedelta(days=1), ladder.at)
    return (local.date(), local.time()) >= evening and not ladder.is_quiet(local.time())


async def questions_that_stand(work: Work, waiting: Sequence[Waiting]) -> dict[int, Standing]:
    """A question about an event that was decided, moved or taken out is needless."""
    asked = {one.facts["event"]: one for one in waiting}
    return {
        asked[event.id].id: Standing(
            {**asked[event.id].facts, "version": event.version, "title": event.title}
        )
        for event in await work.all(final_events_named(list(asked)))
        if event.state is FinalEventState.PLANNED and event.on_date == asked[event.id].facts["on"]
    }


async def _tell_teams(work: Work) -> int:
    """The team hears once what came of an event, with everything the teacher told."""
    told, written = [], 0
    for event in await work.all(outcomes_untold(work.now - SETTLED)):
        if not speaking_hour.is_quiet(work, event.route):
            told.append(event.id)
            written += _tell_team(work, event)
    if told:
        await work.session.execute(noted(told, team_heard_at=work.now))
    return written


def _tell_team(work: Work, event: FinalEvent) -> int:
    route = event.route
    today = route.organisation.today(work.now)
    team = {one.person_id for one in route.team if one.role in REVIEWERS and one.holds(today)}
    for person_id in sorted(team - {route.teacher_id}):
        work.notify(
            person_id,
            "final-event-outcome",
            once=f"outcome:{event.id}:{event.version}:{person_id}",
            event=event.id,
            version=event.version,
            teacher=route.teacher.short_name,
            title=event.title,
            on=event.missed_on or event.on_date,
            held=event.state is FinalEventState.HELD,
            came=event.came,
            said=event.said,
            reason=event.reason,
            files=len(event.evidence),
        )
    return len(team - {route.teacher_id})


async def hold(work: Work, event_id: int, *, drawn: int) -> FinalEvent:
    """The teacher: «Состоялось». Refuses: NotYours, final-event-not-yet, final-event-held-already, missed-already."""
    event = await final_event.event(work, event_id)
    event.drawn(drawn)
    event.hold(work.now, event.route.organisation.today(work.now))
    work.remember(event.route_id, "final_event.held", event=event.id, title=event.title, on=event.on_date)
    await work.session.flush()
    await diagnosis_final.offer(work, event.route)
    return event


async def miss(work: Work, event_id: int, reason: str, *, drawn: int) -> FinalEvent:
    """The teacher: «Не состоялось», with the reason. Refuses as `hold` does."""
    event = await final_event.event(work, event_id)
    event.drawn(drawn)
    event.miss(reason, work.now, event.route.organisation.today(work.now))
    work.remember(event.route_id, "final_event.not_held", event=event.id, on=event.on_date, reason=reason)
    await work.session.flush()
    return event


async def plan_anew(work: Work, event_id: int, to: date, *, drawn: int | None) -> FinalEvent:
    """The teacher names another day for what did not take place; guests hear. Refuses a day gone by."""
    event = await _told(work, event_id, drawn)
    today = event.route.organisation.today(work.now)
    if to < today:
        raise BadAnswer("date-too-early", day=to, limit=today)
    event.plan_anew(to, work.now)
    work.remember(event.route_id, "final_event.moved", event=event.id, before=event.missed_on, on=to)
    await work.session.flush()
    return event


async def reopen(work: Work, event_id: int, *, drawn: int) -> FinalEvent:
    """The teacher takes a mistaken mark back; the team hears of the next one. Refuses NotYours, Outdated."""
    event = await final_event.event(work, event_id)
    if drawn != event.version:
        event.drawn(drawn)
    event.reopen()
    work.remember(event.route_id, "final_event.reopened", event=event.id)
    await work.session.flush()
    return event


async def count(work: Work, event_id: int, came: int, *, drawn: int | None = None) -> FinalEvent:
    """How many people came; kept at once."""
    event = await _told(work, event_id, drawn)
    event.count(came)
    await work.session.flush()
    return event


async def tell(work: Work, event_id: int, said: str) -> FinalEvent:
    """How it went, in a sentence; kept at once. Refuses a list of pupils (X47)."""
    if is_list_of_pupils(said):
        raise BadAnswer("final-event-pupils")
    event = await _told(work, event_id, None)
    event.tell(said)
    await work.session.flush()
    return event


async def attach(work: Work, event_id: int, photo: Evidence) -> FinalEvent:
    """A photo or file is kept at once and copied in the background; one too large stays in the chat."""
    event = await _told(work, event_id, None)
    photo.to_copy(work.rules.largest_copy)
    if photo.undecided:
        photo.decide(Oversize.CHAT)
    event.attach(photo)
    await work.session.flush()
    return event


async def detach_all(work: Work, event_id: int, *, drawn: int) -> FinalEvent:
    """The photos are taken off."""
    event = await _told(work, event_id, drawn)
    event.detach_all()
    await work.session.flush()
    return event


async def _told(work: Work, event_id: int, drawn: int | None) -> FinalEvent:
    event = await final_event.event(work, event_id)
    if drawn is not None:
        event.drawn(drawn)
    return event


async def seen_by_team(work: Work, event_id: int) -> FinalEvent:
    """An event as a member of the route's team sees it. Refuses NotYours to everybody else."""
    event = await work.get(final_event_by_id(event_id))
    event.route.only_team(work.person, work.today)
    return event


async def of_teams(work: Work) -> list[FinalEvent]:
    """The final events of the routes that the acting person accompanies, the latest first."""
    return await work.all(final_events_of_team(work.person.id, work.today))
