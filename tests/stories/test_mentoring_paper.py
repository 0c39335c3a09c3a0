"""The note and the plan of mentoring as files: from the screens that show them, for who takes part and nobody else."""

from __future__ import annotations

from models.people import Role
from services import papers
from services.work import Work
from tests.stories.mentors import PROBLEM, members, pair, runs
from tests.stories.test_papers import read, sent
from tests.stories.town import Town


async def test_r4_014_both_sides_get_the_note_and_the_plan_as_files(town: Town) -> None:
    mentor, mentee = await pair(town)
    made = await runs(town, mentor, mentee)
    for guest in (mentor, mentee):
        await guest.says("/menu")
        await guest.taps("mentoring-menu")
        await guest.taps_again(guest.last["message_id"], f"mt:note:{made.id}:{made.version}:")
        await guest.taps("mentoring-paper.word")
        guest.hears_toast("papers-making")
        assert sent(guest)["file_name"] == "Пояснительная записка Иванова Г. П.docx"
        words = read(town, sent(guest))
        assert PROBLEM in words and "слово дано в системе" in words and "ПРОЕКТ" not in words
        guest.sees("mentoring-note")
    await mentee.taps_again(mentee.last["message_id"], f"mt:plan:{made.id}:{made.version}:")
    await mentee.taps("mentoring-paper.pdf")
    assert sent(mentee)["file_name"] == "План наставничества Иванова Г. П.pdf"


async def test_a_strangers_guess_of_a_programme_gets_no_file(town: Town) -> None:
    mentor, mentee = await pair(town)
    made = await runs(town, mentor, mentee)
    other = await town.member("Белова Анна Павловна", Role.MENTEE)
    await other.says("/menu")
    heard = len(other.heard)
    for forged in (f"mt:pdf:{made.id}:1:note", f"mt:docx:{made.id}:1:plan", "mt:pdf:99:1:note"):
        await other.taps_again(other.last["message_id"], forged)
        other.hears_toast("refusal-not-yours")
    assert not any("document" in one for one in other.heard[heard:])
    await mentor.taps_again(mentor.last["message_id"], f"mt:pdf:{made.id}:1:card")
    mentor.hears_toast("refusal-not-yours")


async def test_whoever_keeps_the_server_gets_them_with_the_papers_of_the_mentees_route(town: Town) -> None:
    mentor, mentee = await pair(town)
    await runs(town, mentor, mentee)
    (route_id,) = {one.route_id for one in await members(town)} - {None}
    async with town.app.sessions() as session, session.begin():
        work = Work(session, None, town.now, town.app.rules)
        kinds = [one.kind for one in await papers.every_paper(work, route_id)]
    assert kinds[-2:] == ["note", "plan"]
