"""S-19: what is kept can be seen, and the consent withdrawn."""

from sqlalchemy import select

from models.entry import Account, ConsentDecision
from models.people import Role
from models.purpose import answers_of
from models.route import Route
from tests.stories.town import Town
from tests.stories.walking import walks


async def test_a_person_sees_what_is_kept_and_the_text_agreed_to(town: Town) -> None:
    teacher, _ = await town.pair()
    await teacher.says("/mydata")
    teacher.sees("mydata", "Иванова Галина Петровна", "Школа № 3")
    teacher.sees("mydata-consent", "редакция 2")
    await teacher.taps("mydata.file")
    assert any("document" in message for message in teacher.heard[-2:])


async def test_withdrawing_asks_twice_stops_messages_and_tells_the_team(town: Town) -> None:
    methodist = await town.member("Дубов Игорь Ильич", Role.METHODIST, organisation="Центр")
    teacher, tutor = await town.pair()
    await walks(town, teacher, ("Вебинар", town.today))
    await teacher.says("/mydata")
    await teacher.taps("mydata.withdraw")
    teacher.sees("mydata-sure")
    await teacher.taps("mydata-sure.yes")
    teacher.sees("mydata-gone")
    for hearer in (methodist, tutor):
        hearer.sees("mydata-withdrawn", "Иванова Г. П.")
    decisions = [
        one.decision for one in await town.all(answers_of(teacher.person_id)) if one.purpose == "route"
    ]
    assert decisions == [ConsentDecision.AGREED, ConsentDecision.WITHDRAWN]
    heard = len(teacher.heard)
    town.set_local(town.today, 17, 5)
    await town.tick()
    assert len(teacher.heard) == heard
    await teacher.says("/menu")
    teacher.sees("entry-stranger")


async def test_coming_back_begins_with_the_consent_and_the_same_route(town: Town) -> None:
    teacher, _ = await town.pair()
    await teacher.says("/mydata")
    await teacher.taps("mydata.withdraw")
    await teacher.taps("mydata-sure.yes")
    await teacher.says(teacher.code)
    teacher.sees("entry-consent")
    await teacher.taps("entry-consent.agree")
    teacher.sees("menu")
    assert len(await town.all(select(Route).where(Route.teacher_id == teacher.person_id))) == 1


async def test_with_the_code_of_somebody_who_has_left_nobody_else_comes_in(town: Town) -> None:
    teacher, _ = await town.pair()
    await teacher.says("/mydata")
    await teacher.taps("mydata.withdraw")
    await teacher.taps("mydata-sure.yes")
    other = await town.person("Чужой Пётр Ильич", Role.TEACHER, organisation="Школа № 5")
    await other.says(f"/start {teacher.code}")
    other.sees("entry-code-taken", among_last=1)


async def test_a_change_of_mind_keeps_everything(town: Town) -> None:
    teacher, _ = await town.pair()
    await teacher.says("/mydata")
    await teacher.taps("mydata.withdraw")
    await teacher.taps("mydata-sure.no")
    teacher.sees("mydata")
    accounts = await town.all(select(Account).where(Account.person_id == teacher.person_id))
    assert len(accounts) == 1


async def test_the_consent_comes_as_pdf_and_for_word(town: Town) -> None:
    teacher, _ = await town.pair()
    await teacher.says("/mydata")
    for key, name in (("mydata.file", "consent.pdf"), ("mydata.word", "consent.docx")):
        await teacher.taps(key)
        assert [one["document"]["file_name"] for one in teacher.heard if "document" in one][-1] == name
