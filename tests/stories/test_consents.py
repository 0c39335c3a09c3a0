"""Consents by purpose: each given, refused and withdrawn by itself; what follows from each."""

from __future__ import annotations

from sqlalchemy import select, update

from bot import ticks
from documents import consent as papers
from models.entry import Account, Consent, ConsentDecision
from models.notice import Notice
from models.people import Appointment, OrganisationKind, Person, Role
from models.purpose import Purpose, answers_of
from tests.stories.concluding import at_the_end, signs, sums_up
from tests.stories.filing import archive, documents, opens
from tests.stories.mentors import begins, members, pair, programmes
from tests.stories.test_registry import names
from tests.stories.town import Guest, Town, buttons

AGREED, REFUSED, WITHDRAWN = ConsentDecision.AGREED, ConsentDecision.REFUSED, ConsentDecision.WITHDRAWN


async def said(town: Town, guest: Guest, purpose: Purpose) -> list[ConsentDecision]:
    """Every answer to a purpose, in its order."""
    return [one.decision for one in await town.all(answers_of(guest.person_id)) if one.purpose == purpose]


async def opens_purpose(guest: Guest, words: str) -> None:
    """From /mydata to the text of a purpose."""
    await guest.says("/mydata")
    await guest.taps("mydata.purposes")
    await guest.taps("consents.open", words)


async def region(town: Town, *, only_route: bool = False) -> tuple[Guest, Guest, Guest]:
    """A teacher, the head of their school, the head of the centre."""
    await town.organisation("ЦНППМ", OrganisationKind.CENTRE)
    centre = await town.member("Лебедева Людмила Глебовна", Role.CENTRE_HEAD, organisation="ЦНППМ")
    head = await town.member("Корепанов Андрей Леонидович", Role.HEAD)
    teacher = await town.person("Иванова Галина Петровна", Role.TEACHER)
    await teacher.says(f"/start {teacher.code}")
    await teacher.taps("entry-consent.only" if only_route else "entry-consent.agree")
    return teacher, head, centre


async def seen(town: Town, officer: Guest) -> set[str]:
    """Whose routes stand in the registry that an officer orders."""
    await opens(officer, "menu-registry")
    await officer.taps("registry.xlsx")
    await town.files()
    return names(town, officer)


async def test_the_first_tap_answers_the_route_and_the_registry_each_with_its_own_text(town: Town) -> None:
    teacher, *_ = await region(town)
    route, centre = await town.all(answers_of(teacher.person_id))
    assert [(one.purpose, one.decision, one.version) for one in (route, centre)] == [
        (Purpose.ROUTE, AGREED, papers.VERSION),
        (Purpose.CENTRE, AGREED, papers.EDITIONS["centre"]),
    ]
    assert route.fingerprint != centre.fingerprint and len(centre.fingerprint) == 64
    await teacher.says("/mydata")
    await teacher.taps("mydata.purposes")
    teacher.sees("consents", "Имя в реестре центра: да, ", "Фото и файлы в портфолио: ещё не спрашивали")


async def test_who_agrees_to_the_route_alone_walks_it_and_has_no_name_in_the_registry_of_the_centre(
    town: Town,
) -> None:
    teacher, head, centre = await region(town, only_route=True)
    teacher.sees("menu")
    assert await said(town, teacher, Purpose.CENTRE) == [REFUSED]
    assert await seen(town, centre) == {"Г. П. И."}
    assert await seen(town, head) == {"Иванова Галина Петровна"}
    await opens_purpose(teacher, "реестре")
    await teacher.taps("consents-text.yes")
    assert await seen(town, centre) == {"Иванова Галина Петровна"}


async def test_one_purpose_is_withdrawn_alone_asked_twice_and_the_methodist_hears_once(town: Town) -> None:
    methodist = await town.member("Дубов Игорь Ильич", Role.METHODIST, organisation="Центр")
    teacher, _, centre = await region(town)
    await opens_purpose(teacher, "реестре")
    await teacher.taps("consents-text.withdraw")
    teacher.sees("consents-sure", "инициалы", "останутся")
    await teacher.taps("consents-sure.no")
    assert await said(town, teacher, Purpose.CENTRE) == [AGREED]
    await teacher.taps("consents-text.withdraw")
    await teacher.taps("consents-sure.yes", times=2)
    assert await said(town, teacher, Purpose.CENTRE) == [AGREED, WITHDRAWN]
    methodist.sees("consents-withdrawn", "Иванова Г. П.", "реестре центра")
    assert len(await town.all(select(Notice).where(Notice.kind == "consents-withdrawn"))) == 1
    assert await said(town, teacher, Purpose.ROUTE) == [AGREED]
    await teacher.says("/menu")
    teacher.sees("menu")
    assert await seen(town, centre) == {"Г. П. И."}


async def test_a_button_of_before_a_foreign_one_and_the_route_itself_change_nothing(town: Town) -> None:
    teacher, head, _ = await region(town)
    await opens_purpose(teacher, "реестре")
    await teacher.taps("consents-text.withdraw")
    message, old = teacher.button("consents-sure.yes")
    await teacher.taps("consents-sure.yes")
    await opens_purpose(teacher, "реестре")
    await teacher.taps("consents-text.yes")
    await opens_purpose(teacher, "реестре")
    await teacher.taps_again(message["message_id"], old)
    teacher.hears_toast("consents-outdated")
    assert await said(town, teacher, Purpose.CENTRE) == [AGREED, WITHDRAWN, AGREED]
    (route, *_) = await town.all(answers_of(teacher.person_id))
    for forged in (f"cu:no:route:{route.id}", "cu:yes:everything:0"):
        await teacher.taps_again(teacher.last["message_id"], forged)
        teacher.hears_toast("refusal-not-yours")
    before = len(await town.all(select(Consent)))
    await head.taps_again(head.last["message_id"], old)
    assert len(await town.all(select(Consent))) == before
    assert await town.all(select(Account).where(Account.person_id == teacher.person_id))


async def test_the_card_of_somebody_unwilling_stays_out_of_the_archive_of_the_centre(town: Town) -> None:
    people = await at_the_end(town)
    await sums_up(people.methodist)
    await signs(people.head, people.methodist)
    await opens_purpose(people.teacher, "реестре")
    await people.teacher.taps("consents-text.withdraw")
    await people.teacher.taps("consents-sure.yes")
    for officer, cards in ((people.methodist, 0), (people.head, 2)):
        await opens(officer, "menu-registry")
        await officer.taps("registry.cards", "(1)")
        await town.files()
        with archive(town, documents(officer)[-1]) as found:
            assert len([one for one in found.namelist() if one.endswith(".pdf")]) == cards


async def test_the_portfolio_asks_once_and_leaves_out_what_is_not_allowed(town: Town) -> None:
    people = await at_the_end(town)
    await opens(people.teacher, "menu-papers", "papers-portfolio")
    await people.teacher.taps("portfolio.make")
    people.teacher.hears_toast("consents-first")
    assert people.teacher.last_text.startswith("Фотографии и файлы в портфолио")
    message, again = people.teacher.button("consents-text.no")
    await people.teacher.taps("consents-text.no")
    people.teacher.sees("file-ordered")
    people.teacher.sees("consents-kept", "не разрешаю")
    await people.teacher.taps_again(message["message_id"], again)
    assert await said(town, people.teacher, Purpose.EVIDENCE) == [REFUSED]
    assert await town.files() == 1
    with archive(town, documents(people.teacher)[-1]) as found:
        assert "согласие на портфолио не дано" in found.read("Перечень.html").decode()


async def test_who_does_not_answer_comes_back_and_nothing_goes_on(town: Town) -> None:
    people = await at_the_end(town)
    await opens(people.teacher, "menu-papers", "papers-portfolio")
    await people.teacher.taps("portfolio.make")
    await people.teacher.taps("consents-text.away")
    people.teacher.sees("portfolio")
    assert await said(town, people.teacher, Purpose.EVIDENCE) == []
    assert await town.files() == 0


async def test_a_question_of_before_is_answered_and_the_button_waits(town: Town) -> None:
    people = await at_the_end(town)
    await opens(people.teacher, "menu-papers", "papers-portfolio")
    await people.teacher.taps("portfolio.make")
    town.wait(days=2)
    await people.teacher.taps("consents-text.yes")
    people.teacher.sees("wanted-late")
    assert await said(town, people.teacher, Purpose.EVIDENCE) == [AGREED]
    assert await town.files() == 0
    await people.teacher.taps("portfolio.make")
    assert await town.files() == 1


async def test_who_does_not_want_to_be_found_is_found_by_a_mentor_once_the_school_has_named_them(
    town: Town,
) -> None:
    mentor, mentee = await pair(town)
    quiet = await town.member("Юдина Вера Ильинична", Role.TEACHER)
    for guest in (quiet, mentee):
        await opens_purpose(guest, "списках")
        await guest.taps("consents-text.no")
    await begins(mentor, mentee)
    await mentor.taps("questions-ask.later")
    await mentor.taps("mentoring-card.people")
    await mentor.says("юди")
    assert not [one for one in buttons(mentor.last) if "Юдина" in one["text"]]
    made = (await programmes(town))[0]
    forged = f"mp:mentee:{made.id}:{made.version}:{quiet.person_id}"
    await mentor.taps_again(mentor.last["message_id"], forged)
    mentor.hears_toast("refusal-not-yours")
    async with town.app.sessions() as session, session.begin():
        home = (await session.scalars(select(Person.organisation_id))).first()
        office = {"person_id": quiet.person_id, "organisation_id": home, "since": town.today}
        session.add(Appointment(role=Role.MENTEE, **office))
    await mentor.says("юди")
    await mentor.taps("mentoring-people.add", "Юдина")
    assert len(await members(town)) == 3


async def test_a_new_text_is_asked_about_once_and_the_old_answer_holds_meanwhile(town: Town) -> None:
    teacher, _, centre = await region(town)
    await ticks.ask_again(town.app)
    assert not await town.all(select(Notice).where(Notice.kind == "consents-new"))
    async with town.app.sessions() as session, session.begin():
        mine = (Consent.person_id == teacher.person_id) & (Consent.purpose == Purpose.CENTRE)
        await session.execute(update(Consent).where(mine).values(version="an edition of before"))
    for _ in range(2):
        await ticks.ask_again(town.app)
        await town.deliver()
    assert len(await town.all(select(Notice).where(Notice.kind == "consents-new"))) == 1
    assert await seen(town, centre) == {"Иванова Галина Петровна"}
    await teacher.taps("consents-new.read")
    await teacher.taps("consents-text.yes")
    assert await said(town, teacher, Purpose.CENTRE) == [AGREED, AGREED]


async def test_with_the_consent_itself_everything_is_withdrawn_and_begins_anew(town: Town) -> None:
    teacher, *_ = await region(town)
    await teacher.says("/mydata")
    await teacher.taps("mydata.withdraw")
    await teacher.taps("mydata-sure.yes")
    assert await said(town, teacher, Purpose.CENTRE) == [AGREED, WITHDRAWN]
    await teacher.says(teacher.code)
    await teacher.taps("entry-consent.only")
    assert await said(town, teacher, Purpose.CENTRE) == [AGREED, WITHDRAWN, REFUSED]


async def test_the_paper_names_what_was_agreed_to(town: Town) -> None:
    teacher, *_ = await region(town)
    await teacher.says("/mydata")
    await teacher.taps("mydata.file")
    await teacher.taps("mydata.word")
    assert [one["document"]["file_name"] for one in teacher.heard if "document" in one][-2:] == [
        "consent.pdf",
        "consent.docx",
    ]
