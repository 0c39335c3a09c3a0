"""Help, talks, the catalogue, needs and the load, said in English: not a word of the other language (DESIGN 21)."""

from datetime import date

from models.people import Role
from tests.stories.catalogue import enters, methodist
from tests.stories.helping import school
from tests.stories.test_load import planned
from tests.stories.town import Guest, Town


async def speaks_english(*guests: Guest) -> None:
    """From here on everybody reads English."""
    for one in guests:
        await one.taps_again(one.last["message_id"], "la:en")


async def test_a_talk_is_agreed_on_reminded_of_and_called_off(town: Town) -> None:
    teacher, deputy, _ = await school(town)
    await speaks_english(teacher, deputy)
    await teacher.says("/menu")
    await teacher.taps("help-request-menu")
    await teacher.taps("help-request.ask")
    await teacher.taps("help-request-whom.person", "Белова")
    await teacher.taps("help-request-what.free")
    await teacher.says("Как начать?")
    await deputy.taps("help-request-asked.time")
    await deputy.says("tomorrow at 15:00")
    await deputy.taps("consultation-times.more")
    await deputy.taps("questions-ask.week")
    await deputy.taps("questions-echo.yes")
    await deputy.taps("consultation-ask-hour.at", "09:00")
    await deputy.taps("consultation-times.send")
    await teacher.taps("consultation-time", "15:00")
    town.set_local(date(2026, 9, 14), 17)
    await town.tick()
    teacher.sees("consultation-soon", "Tomorrow", "15:00", among_last=1)
    await teacher.taps("consultation-call-off")
    deputy.sees("consultation-off", "cannot come", among_last=1)
    await deputy.taps("help-request-open")
    await deputy.taps("help-request-asked.pass-on")
    await deputy.taps("help-request-whom.person", "Котова")
    teacher.sees("help-request-passed", "instead of", among_last=1)
    town.set_local(date(2026, 9, 18), 17)
    await town.tick()


async def test_an_event_is_entered_taken_moved_and_called_off(town: Town) -> None:
    keeper = await methodist(town)
    await enters(keeper)
    teacher, _ = await town.pair()
    await speaks_english(keeper, teacher)
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await teacher.taps("plan.catalogue")
    await teacher.taps("catalogue.by-month")
    await teacher.taps("catalogue-choose.month", "November")
    await teacher.taps("catalogue.look")
    await teacher.taps("catalogue-entry.take")
    await teacher.taps("questions-ask.option", "Open lesson")
    await keeper.says("/menu")
    await keeper.taps("catalogue-menu")
    await keeper.taps("catalogue-kept-line")
    await keeper.taps("catalogue-change.date")
    await keeper.says("25 November")
    await keeper.taps("questions-echo.yes")
    town.wait(minutes=3)
    await town.deliver()
    teacher.sees("catalogue-moved", "the organiser has a new date", among_last=1)
    await teacher.taps("catalogue-moved.follow")
    await keeper.taps("catalogue-change.off")
    await keeper.says("Лектор заболел")
    town.wait(minutes=3)
    await town.deliver()
    teacher.sees("catalogue-off", "calls it off", among_last=1)
    await teacher.taps("catalogue-off.others")


async def test_a_need_is_said_grouped_and_answered(town: Town) -> None:
    centre = await methodist(town)
    teacher, _ = await town.pair()
    await speaks_english(centre, teacher)
    await teacher.says("/menu")
    await teacher.taps("need-menu")
    await teacher.taps("need.add")
    await teacher.says("Практикум по проектам")
    await teacher.taps("questions-ask.skip")
    await teacher.taps("questions-ask.option", "Seminar")
    await centre.says("/menu")
    await centre.taps("need-menu")
    await centre.taps("need.groups")
    await centre.taps("need-group-line", "any, Seminar: 1")
    await centre.taps("need-line")
    await centre.taps("need-read.take")
    await centre.taps("need-read.close")
    await centre.says("Будет в марте.")
    teacher.sees("need-closed", "An answer to your request", among_last=1)
    await teacher.taps("need-back")
    await teacher.taps("need-line", "closed")


async def test_a_load_is_seen_and_a_change_proposed(town: Town) -> None:
    deputy = await town.member("Белова Анна Павловна", Role.DEPUTY_HEAD)
    teacher, tutor = await town.pair()
    await planned(town, teacher, ("Семинар", date(2026, 9, 21), 6, True))
    await speaks_english(deputy, teacher, tutor)
    await deputy.says("/menu")
    await deputy.taps("load-menu")
    deputy.sees("load-line", "away 1 time, 6 hours", among_last=1)
    await deputy.taps("load.open")
    await deputy.taps("load-teacher.much")
    await deputy.taps("load-ask.online")
    teacher.sees("load-proposed", "A proposal about your load", among_last=1)
    tutor.sees("load-proposed", "the load of", among_last=1)
