"""S-14.4 and S-14.5: an evening of 500 reminders, with the server down and killed in the middle of it."""

from datetime import date, timedelta

from sqlalchemy import select

from bot import ticks
from bot.updates import ALLOWED
from models.entry import Account
from models.notice import Notice, NoticeState
from models.people import Person
from models.plan import Activity, ActivityState
from models.route import Route, RouteState
from tests.stories.town import Town

WEBINAR = date(2026, 9, 25)
TITLE = "Вебинар о чтении"
MANY = 500


async def teachers(town: Town, count: int) -> list[int]:
    """So many teachers with an activity on one day; their telegram ids."""
    school = await town.organisation("Школа № 9")
    seats = [int(town.telegram.person(first_name=f"Т{one}", start=None)["id"]) for one in range(count)]
    async with town.app.sessions() as session, session.begin():
        people = [Person(external_id=f"m{one}", organisation_id=school, full_name="И О") for one in seats]
        session.add_all(people)
        await session.flush()
        routes = [
            Route(
                teacher_id=person.id,
                organisation_id=school,
                regulation="udmurtia",
                edition=1,
                state=RouteState.ACTIVE,
                created_at=town.now,
                confirmed_at=town.now,
            )
            for person in people
        ]
        session.add_all(routes)
        session.add_all(
            Account(telegram_id=seat, person_id=one.id) for seat, one in zip(seats, people, strict=True)
        )
        await session.flush()
        session.add_all(
            Activity(
                route_id=route.id,
                author_id=route.teacher_id,
                title=TITLE,
                on_date=WEBINAR,
                state=ActivityState.PLANNED,
                created_at=town.now,
            )
            for route in routes
        )
    for seat in seats:
        town.telegram.say(seat, "/start")
    while updates := town.telegram.updates(offset=town.offset, limit=100, allowed=ALLOWED):
        town.offset = updates[-1]["update_id"] + 1
    return seats


def told(town: Town, seats: list[int]) -> list[int]:
    """How often each of them heard of the webinar's eve."""
    return [
        sum("Завтра: мероприятие" in one.get("text", "") for one in town.telegram.history(seat))
        for seat in seats
    ]


async def test_s_14_5_killed_in_the_middle_of_500_sends_nobody_gets_two(town: Town) -> None:
    seats = await teachers(town, MANY)
    town.set_local(WEBINAR - timedelta(days=1), 17)
    assert await ticks.sweep(town.app) == MANY
    postman = town.app.postman
    for _ in range(7):
        await postman.round()
    in_hand = await postman._take()
    for letter in in_hand[: len(in_hand) // 2]:
        await postman.post.deliver(letter.chat_id, letter.reader, letter.view)
    await postman._deliver(in_hand[-1])
    sent = sum(told(town, seats))
    assert 0 < sent < MANY
    town.wait(minutes=5)
    assert await town.tick() == 0
    heard = told(town, seats)
    in_doubt = len(in_hand) - len(in_hand) // 2 - 1
    assert max(heard) == 1
    assert sum(heard) == MANY - in_doubt
    states = [one.state for one in await town.all(select(Notice).where(Notice.kind == "reminder-day"))]
    assert states == [NoticeState.SENT] * MANY


async def test_s_14_4_down_from_ten_to_five_until_twenty_past_everybody_hears_once(town: Town) -> None:
    seats = await teachers(town, 20)
    day = WEBINAR - timedelta(days=1)
    town.set_local(day, 16, 49)
    await town.tick()
    assert max(told(town, seats)) == 0
    for minute in (20, 21, 45):
        town.set_local(day, 17, minute)
        await town.tick()
        assert set(told(town, seats)) == {1}
