"""S-17.1: guests are invited, answer by a button, hear once of a change; the teacher hears in a digest."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import select

from bot import ticks
from models.final_event import FinalEvent
from models.final_event_guest import Guest, GuestAnswer
from models.history import HistoryLine
from models.people import OrganisationKind, Role
from models.route import TeamMember
from tests.stories.test_final_event import opens, plans_an_event
from tests.stories.town import Guest as Person
from tests.stories.town import Town


async def planned(town: Town) -> Person:
    """A teacher at the guests of a planned event: the tutor is on the team, the school has its officers."""
    await town.organisation("Центр", OrganisationKind.CENTRE)
    await town.member("Петрова Анна Ивановна", Role.HEAD, position="Директор")
    await town.member("Лебедева Нина Олеговна", Role.DEPUTY_HEAD)
    await town.member("Сомова Ольга Юрьевна", Role.METHODIST, organisation="Центр")
    teacher = await opens(town)
    await plans_an_event(teacher, "Читаем <вместе>")
    await teacher.taps("final-event-card.invite")
    return teacher


def who(town: Town, surname: str) -> Person:
    """Somebody of the town by surname."""
    return next(one for name, one in town.guests.items() if name.startswith(surname))


async def guests(town: Town) -> dict[str, Guest]:
    """The guests by surname."""
    surnames = {one.person_id: name.split()[0] for name, one in town.guests.items()}
    return {surnames[one.person_id]: one for one in await town.all(select(Guest))}


def counted(person: Person, key: str, *words: str) -> int:
    """How many messages of a chat say this key."""
    known = person.town.text.said.get(key, set())
    texts = [str(one.get("text", "")) for one in person.heard]
    return sum(any(one in text for one in known) and all(word in text for word in words) for text in texts)


async def invites_all(town: Town) -> Person:
    """Everybody is invited and has heard."""
    teacher = await planned(town)
    await teacher.taps("final-event-guests.all")
    await town.tick()
    town.wait(minutes=1)
    return teacher


async def test_the_regulation_s_guests_are_offered_by_name_and_invited_with_one_tap(town: Town) -> None:
    teacher = await planned(town)
    teacher.sees("final-event-guests-whom", "(п. 3.1.4, п. 4.5)")
    for surname, role in (
        ("Сомова О. Ю.", "Региональный методист"),
        ("Лебедева Н. О.", "Заместитель"),
        ("Петрова А. И.", "Руководитель"),
        ("Орлова М. С.", "Тьютор"),
    ):
        teacher.button("final-event-guests.invite", f"{surname} – {role}")
    await teacher.taps("final-event-guests.all", times=2)
    assert len(await town.all(select(Guest))) == 4
    teacher.sees("final-event-guests-wait", "(4)", "Сомова О. Ю.")
    assert "final_event.invited" in {one.verb for one in await town.all(select(HistoryLine))}
    await town.tick()
    deputy = who(town, "Лебедева")
    deputy.sees("final-event-invited", "Иванова Г. П.", "Читаем <вместе>", "в 15:00", "Актовый зал")
    deputy.sees("final-event-speaks", "результаты мониторинга")
    await town.tick()
    assert counted(deputy, "final-event-invited") == 1


async def test_a_guest_answers_changes_the_answer_and_adds_words(town: Town) -> None:
    teacher = await invites_all(town)
    head = who(town, "Петрова")
    await head.taps("final-event-answer.comes", times=2)
    head.sees("final-event-your-answer", "приду")
    first, data = head.button("final-event-answer.absent")
    await head.taps("final-event-answer.unsure")
    await head.taps("final-event-answer.words")
    await head.says("Задержусь <b>чуть</b> 🙂")
    head.sees("final-event-your-words", "Задержусь <b>чуть</b> 🙂")
    await head.taps_again(first["message_id"], data)
    head.hears_toast("final-event-answered-already")
    assert (await guests(town))["Петрова"].answer is GuestAnswer.UNSURE
    await teacher.says("/menu")
    await teacher.taps("menu-final-event")
    await teacher.taps("final-event-open")
    await teacher.taps("final-event-card.guests")
    teacher.sees("final-event-guests-unsure", "(1)", "Петрова А. И.")
    teacher.sees("final-event-guests-words", "Задержусь <b>чуть</b> 🙂")


async def test_two_answers_of_one_evening_are_one_digest_for_the_teacher(town: Town) -> None:
    teacher = await invites_all(town)
    await who(town, "Петрова").taps("final-event-answer.comes")
    await who(town, "Лебедева").taps("final-event-answer.absent")
    await town.tick()
    assert counted(teacher, "final-event-answers") == 0
    town.set_local(town.today, 17)
    await town.tick()
    await town.tick()
    teacher.sees("final-event-answers", "Читаем <вместе>")
    teacher.sees("final-event-guests-come", "Петрова А. И.")
    teacher.sees("final-event-guests-absent", "Лебедева Н. О.")
    assert counted(teacher, "final-event-answers") == 1
    town.wait(minutes=5)
    await who(town, "Сомова").taps("final-event-answer.comes")
    await town.tick()
    assert counted(teacher, "final-event-answers") == 1
    town.wait(days=1)
    await town.tick()
    assert counted(teacher, "final-event-answers") == 2


async def test_answers_that_the_teacher_has_seen_are_not_told_again(town: Town) -> None:
    teacher = await invites_all(town)
    await who(town, "Петрова").taps("final-event-answer.comes")
    town.wait(minutes=1)
    await teacher.taps_again(teacher.last["message_id"], "fe:guests:1:8:")
    teacher.sees("final-event-guests-come", "Петрова А. И.")
    town.set_local(town.today, 18)
    await town.tick()
    assert counted(teacher, "final-event-answers") == 0


async def test_on_the_day_itself_answers_are_told_hourly(town: Town) -> None:
    teacher = await invites_all(town)
    town.set_local(date(2027, 5, 20), 9)
    for surname, expected, minutes in (("Петрова", 1, 5), ("Лебедева", 1, 61), ("Сомова", 2, 0)):
        await who(town, surname).taps("final-event-answer.comes")
        await town.tick()
        assert counted(teacher, "final-event-answers") == expected
        town.wait(minutes=minutes)


async def test_a_moved_day_and_place_are_one_message_and_another_answer_is_asked(town: Town) -> None:
    teacher = await invites_all(town)
    head = who(town, "Петрова")
    await head.taps("final-event-answer.comes")
    await moves(teacher, "27.05.2027")
    await teacher.taps("final-event-card.change")
    await teacher.taps("final-event-mend.place")
    await teacher.says("Дом учителя")
    await town.tick()
    assert counted(head, "final-event-changed") == 0
    town.wait(minutes=3)
    await town.tick()
    await town.tick()
    head.sees("final-event-changed", "20 мая 2027, чт, в 15:00", "Актовый зал")
    head.sees("final-event-invited", "27 мая 2027", "Дом учителя")
    assert counted(head, "final-event-changed") == 1
    assert (await guests(town))["Петрова"].answer is GuestAnswer.WAITING
    await head.taps("final-event-answer.absent")
    assert (await guests(town))["Петрова"].answer is GuestAnswer.ABSENT


async def moves(teacher: Person, day: str) -> None:
    """Another day, from the guests or the card."""
    if not teacher.has_button("final-event-card.date"):
        await teacher.taps("final-event-mend.back")
    await teacher.taps("final-event-card.date")
    await teacher.says(day)
    await teacher.taps("questions-echo.yes")


async def test_another_place_alone_leaves_the_answer_and_a_day_moved_back_is_no_news(town: Town) -> None:
    teacher = await invites_all(town)
    head = who(town, "Петрова")
    await head.taps("final-event-answer.comes")
    await moves(teacher, "27.05.2027")
    await moves(teacher, "20.05.2027")
    town.wait(minutes=3)
    await town.tick()
    assert counted(head, "final-event-changed") == 0
    await teacher.taps("final-event-card.change")
    await teacher.taps("final-event-mend.place")
    await teacher.says("Дом учителя")
    town.wait(minutes=3)
    await town.tick()
    head.sees("final-event-changed", "Актовый зал")
    head.sees("final-event-your-answer", "приду")
    assert (await guests(town))["Петрова"].answer is GuestAnswer.COMES


async def test_an_event_taken_out_is_told_once_to_those_who_were_invited(town: Town) -> None:
    teacher = await invites_all(town)
    head = who(town, "Петрова")
    old, data = head.button("final-event-answer.comes")
    await teacher.taps("final-event-mend.back")
    await teacher.taps("final-event-card.remove")
    teacher.sees("final-event-remove", "Гости узнают")
    await teacher.taps("final-event-remove.yes")
    await town.tick()
    await town.tick()
    assert counted(head, "final-event-off", "Читаем <вместе>") == 1
    await head.taps_again(old["message_id"], data)
    head.hears_toast("final-event-outdated")
    assert (await guests(town))["Петрова"].answer is GuestAnswer.WAITING


async def test_quiet_hours_are_kept_and_a_guest_taken_off_at_once_hears_nothing(town: Town) -> None:
    teacher = await planned(town)
    town.set_local(town.today, 22, 30)
    await teacher.taps("final-event-guests.invite", "Петрова А. И.")
    await teacher.taps("final-event-guests.invite", "Лебедева Н. О.")
    teacher.sees("final-event-guests-quiet")
    await teacher.taps("final-event-guests.take-off")
    await teacher.taps("final-event-take-off.name", "Лебедева", times=2)
    await town.tick()
    assert counted(who(town, "Петрова"), "final-event-invited") == 0
    town.set_local(date(2026, 9, 15), 9)
    await town.tick()
    assert counted(who(town, "Петрова"), "final-event-invited") == 1
    assert counted(who(town, "Лебедева"), "final-event-invited") == 0


async def test_an_invitation_that_waits_for_the_postman_and_is_taken_back_never_goes(town: Town) -> None:
    teacher = await planned(town)
    await teacher.taps("final-event-guests.all")
    await ticks.sweep(town.app)
    town.posting = False
    await teacher.taps("final-event-guests.take-off")
    await teacher.taps("final-event-take-off.name", "Петрова")
    town.posting = True
    await town.tick()
    head, deputy = who(town, "Петрова"), who(town, "Лебедева")
    assert (counted(head, "final-event-invited"), counted(head, "final-event-off")) == (0, 0)
    assert counted(deputy, "final-event-invited") == 1


async def test_a_guest_taken_off_later_hears_it_and_may_be_invited_again(town: Town) -> None:
    teacher = await invites_all(town)
    head = who(town, "Петрова")
    old, data = head.button("final-event-answer.comes")
    await teacher.taps("final-event-guests.take-off")
    await teacher.taps("final-event-take-off.name", "Петрова")
    await town.tick()
    await town.tick()
    assert counted(head, "final-event-off") == 1
    await head.taps_again(old["message_id"], data)
    head.hears_toast("final-event-not-invited")
    await teacher.taps("final-event-guests.invite", "Петрова")
    await town.tick()
    await head.taps("final-event-answer.comes")
    assert (await guests(town))["Петрова"].answer is GuestAnswer.COMES


async def test_who_is_asked_about_their_own_name_comes_back_to_the_search(town: Town) -> None:
    teacher = await planned(town)
    await town.person("Щёголева Алёна Юрьевна", Role.TEACHER)
    await teacher.taps("final-event-guests.search")
    for answer in ("away", "yes"):
        await teacher.taps("consents.open")
        assert teacher.last_text.startswith("Имя в списках")
        await teacher.taps(f"consents-text.{answer}")
        teacher.sees("final-event-search", among_last=1)
    assert not teacher.has_button("consents.open")
    await teacher.says("щег")
    teacher.sees("final-event-search-found", among_last=1)


async def test_a_colleague_is_found_by_letters_of_the_surname_name_and_position_only(town: Town) -> None:
    teacher = await planned(town)
    await town.person("Щёголева Алёна Юрьевна", Role.TEACHER, position="учитель <физики>")
    await town.person("Щеголева Инна Львовна", Role.TEACHER, organisation="Школа № 5")
    await teacher.taps("final-event-guests.search")
    await teacher.says("я")
    await teacher.says("ЩЕГ")
    teacher.sees("final-event-search-found", "Нашёлся 1 человек")
    message, _ = teacher.button("final-event-guests.invite", "Щёголева А. Ю. – учитель <физики>")
    assert "Щеголева И" not in str(message)
    await teacher.says("%_")
    teacher.sees("final-event-search-none")
    await teacher.taps("final-event-guests.invite", "Щёголева А. Ю.")
    teacher.sees("final-event-guests-outside", "Щёголева А. Ю.")
    colleague = who(town, "Щёголева")
    await town.tick()
    await colleague.says(f"/start {colleague.code}")
    await colleague.taps("entry-consent.agree")
    await town.tick()
    colleague.sees("final-event-invited", "Читаем <вместе>")


async def test_people_outside_get_a_text_to_forward(town: Town) -> None:
    teacher = await planned(town)
    await teacher.taps("final-event-guests.text")
    teacher.sees("final-event-text", "Иванова Галина Петровна", "Школа № 3", "20 мая 2027, чт, в 15:00")
    teacher.sees("final-event-text-how", among_last=1)


async def test_an_invited_person_sees_the_event_in_the_menu_and_nothing_of_the_route(town: Town) -> None:
    await invites_all(town)
    head = who(town, "Петрова")
    await head.says("/menu")
    await head.taps("menu-invitations", "1")
    head.sees("final-event-invited", "Читаем <вместе>")
    for forged in (
        "fe:open:1:8:",
        "fe:guests:1:8:",
        "fe:invite:1:8:3",
        "fe:remove-yes:1:8:",
        "rt:final-event:1:2",
    ):
        await head.taps_again(head.last["message_id"], forged)
        head.hears_toast("refusal-not-yours")
    await town.member("Чужой Пётр Ильич", organisation="Школа № 5")
    stranger = who(town, "Чужой")
    for verb in ("comes", "absent", "words", "card", "off"):
        await stranger.taps_again(stranger.last["message_id"], f"gu:{verb}:1:2")
        stranger.hears_toast("refusal-not-yours")
    assert "Читаем" not in str(stranger.chat)


async def test_nobody_of_another_school_can_be_invited_by_a_forged_tap(town: Town) -> None:
    teacher = await planned(town)
    stranger = await town.member("Чужой Пётр Ильич", Role.TEACHER, organisation="Школа № 5")
    version = (await town.all(select(FinalEvent)))[0].version
    for person_id in (stranger.person_id, teacher.person_id, 0, 10**14):
        await teacher.taps_again(teacher.last["message_id"], f"fe:invite:1:{version}:{person_id}")
        teacher.hears_toast("refusal-not-yours")
    assert await town.all(select(Guest)) == []


async def test_the_hour_is_typed_or_left_open_and_a_night_hour_is_asked_again(town: Town) -> None:
    teacher = await planned(town)
    await teacher.taps("final-event-mend.back")
    for typed in ("3", "25:00", "завтра", "15:99", "я" * 4000):
        await teacher.taps("final-event-card.hour") if teacher.has_button("final-event-card.hour") else None
        await teacher.says(typed)
        teacher.sees("final-event-hour-unclear")
    await teacher.says("в 16.30")
    teacher.sees("final-event-card", "в 16:30")
    await teacher.taps("final-event-card.hour")
    await teacher.taps("final-event-hour.open", times=2)
    teacher.sees("final-event-card", "20 мая 2027, чт\n")


async def test_after_the_day_nobody_answers_any_more(town: Town) -> None:
    await invites_all(town)
    head = who(town, "Петрова")
    town.set_local(date(2027, 5, 21), 9)
    await head.taps("final-event-answer.comes")
    head.hears_toast("final-event-over")
    assert (await guests(town))["Петрова"].answer is GuestAnswer.WAITING
    await head.says("/menu")
    assert not head.has_button("menu-invitations")


async def test_a_methodist_of_the_team_is_offered_instead_of_the_whole_centre(town: Town) -> None:
    await town.organisation("Центр", OrganisationKind.CENTRE)
    for number in range(4):
        await town.person(f"Методист{number} Анна Ивановна", Role.METHODIST, organisation="Центр")
    teacher = await opens(town)
    await plans_an_event(teacher, "Читаем")
    await teacher.taps("final-event-card.invite")
    assert "Методист" not in str(teacher.last["reply_markup"])
    async with town.app.sessions() as session, session.begin():
        methodist = who(town, "Методист2").person_id
        session.add(TeamMember(route_id=1, person_id=methodist, role=Role.METHODIST, since=town.today))
    await teacher.taps("final-event-mend.back")
    await teacher.taps("final-event-card.invite")
    offered: Any = str(teacher.last["reply_markup"])
    assert "Методист2 А. И." in offered and "Методист1" not in offered


async def test_an_invitation_is_read_in_the_guest_s_language(town: Town) -> None:
    teacher = await planned(town)
    head = who(town, "Петрова")
    await head.says("/lang")
    await head.taps("entry-choose-language.en")
    await teacher.taps("final-event-guests.all")
    await town.tick()
    assert "invites you to the final event" in head.last_text
    assert "Thu, 20 May 2027, at 15:00" in head.last_text
