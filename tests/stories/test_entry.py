"""S-01: the first entry with a code and a consent."""

import pytest
from sqlalchemy import select

from bot.commands_menu import introduce
from models.base import Base
from models.entry import Account, Consent, ConsentDecision, Invitation, consents_of
from models.people import OrganisationKind, Role
from models.route import Route
from tests.stories.town import Town, buttons


async def test_a_newcomer_comes_in_by_a_link_and_agrees(town: Town) -> None:
    tutor = await town.member("Орлова Мария Сергеевна", Role.TUTOR)
    teacher = await town.person("Иванова Галина Петровна", Role.TEACHER, tutor=tutor)
    await teacher.says(f"/start {teacher.code}")
    teacher.sees("entry-welcome", "Школа № 3", "Галина Петровна", among_last=3)
    teacher.sees("entry-consent", "Школа № 3")
    assert any("document" in message for message in teacher.heard)

    await teacher.taps("entry-consent.agree")
    teacher.sees("entry-agreed")
    teacher.sees("menu")
    consent = (await town.all(consents_of(teacher.person_id)))[0]
    assert consent.decision is ConsentDecision.AGREED
    assert len(consent.fingerprint) == 64
    assert consent.at == town.now
    route = (await town.all(select(Route).where(Route.teacher_id == teacher.person_id)))[0]
    assert (route.regulation, route.edition) == ("udmurtia", 1)


async def test_a_file_that_is_made_is_announced_first(town: Town) -> None:
    teacher = await town.person("Иванова Галина Петровна", Role.TEACHER)
    await teacher.says(f"/start {teacher.code}")
    calls = [(method, params.get("action")) for method, params in town.wire.calls]
    assert calls.index(("sendChatAction", "upload_document")) == calls.index(("sendDocument", None)) - 1


async def test_a_typed_code_may_be_written_loosely(town: Town) -> None:
    teacher = await town.person("Иванова Галина Петровна", Role.TEACHER)
    await teacher.says("/start")
    teacher.sees("entry-stranger")
    code = teacher.code.lower()
    await teacher.says(f"  {code[:5]}-{code[5:]} ")
    teacher.sees("entry-consent")


async def test_nothing_works_before_the_consent(town: Town) -> None:
    teacher = await town.person("Иванова Галина Петровна", Role.TEACHER)
    await teacher.says(f"/start {teacher.code}")
    for text in ("/menu", "/mydata", "/remind", "Здравствуйте", "/help", "/cancel"):
        await teacher.says(text)
        assert not any(one["text"] == "План мероприятий" for one in buttons(teacher.last))
    teacher.sees("entry-consent", among_last=3)
    assert not await town.all(select(Account).where(Account.person_id.is_not(None)))


async def test_a_refusal_is_respected_and_the_code_stays_valid(town: Town) -> None:
    teacher = await town.person("Иванова Галина Петровна", Role.TEACHER)
    await teacher.says(f"/start {teacher.code}")
    await teacher.taps("entry-consent.refuse")
    teacher.sees("entry-refused")
    consents = await town.all(select(Consent))
    assert [(one.decision, one.at, one.version, one.fingerprint) for one in consents] == [
        (ConsentDecision.REFUSED, town.now, "", "")
    ]
    assert not await town.all(select(Route))
    teacher.sees("entry-refused", "на бумаге", "остаётся в силе")
    assert not await town.all(select(Account).where(Account.person_id.is_not(None)))

    await teacher.taps("entry-refused.again")
    await teacher.taps("entry-consent.agree")
    teacher.sees("menu")


async def test_the_consent_can_be_read_in_the_chat(town: Town) -> None:
    teacher = await town.person("Иванова Галина Петровна", Role.TEACHER)
    await teacher.says(f"/start {teacher.code}")
    await teacher.taps("entry-consent.read")
    assert any(
        "Школа № 3" in str(message.get("text", "")) and len(message["text"]) > 2000
        for message in teacher.heard
        if "text" in message
    )
    teacher.sees("entry-consent")
    await teacher.taps("entry-consent.agree")
    teacher.sees("menu")


async def test_the_consent_names_the_centre_that_accompanies_and_none_where_there_is_none(town: Town) -> None:
    guest = await town.person("Иванова Галина Петровна", Role.TEACHER)
    await guest.says(f"/start {guest.code}")
    await guest.taps("entry-consent.read")
    assert not any("сопровождает и согласует" in str(one.get("text")) for one in guest.heard)
    await town.organisation("ЦНППМ Удмуртии", OrganisationKind.CENTRE)
    await guest.taps("entry-consent.read")
    assert any("ЦНППМ Удмуртии – сопровождает и согласует" in str(one.get("text")) for one in guest.heard)


async def test_five_wrong_codes_make_a_pause_of_fifteen_minutes(town: Town) -> None:
    teacher = await town.person("Иванова Галина Петровна", Role.TEACHER)
    for _ in range(4):
        await teacher.says("ABCDEFGHJK")
        teacher.sees("entry-wrong-code")
    await teacher.says("ABCDEFGHJK")
    teacher.sees("entry-paused-now")
    await teacher.says(teacher.code)
    teacher.sees("entry-paused", "15")
    town.wait(minutes=15)
    await teacher.says(teacher.code)
    teacher.sees("entry-consent")


async def test_a_code_shown_by_another_account_is_refused_and_the_methodist_hears_once(town: Town) -> None:
    methodist = await town.member("Дубов Игорь Ильич", Role.METHODIST, organisation="Центр")
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER)
    thief = await town.person("Чужой Пётр Ильич", Role.TEACHER, organisation="Школа № 5")
    for _ in range(2):
        await thief.says(f"/start {teacher.code}")
        thief.sees("entry-code-taken", among_last=1)
    assert sum("Иванова Г. П." in str(message.get("text")) for message in methodist.heard) == 1
    await thief.says(f"/start {thief.code}")
    thief.sees("entry-consent")


async def test_somebody_inside_with_another_code_stays_who_they_are(town: Town) -> None:
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER)
    other = await town.person("Петров Олег Ильич", Role.TEACHER)
    await teacher.says(f"/start {other.code}")
    teacher.sees("entry-account-taken")
    await teacher.says(f"/start {teacher.code}")
    teacher.sees("entry-in-already")
    accounts = await town.all(select(Account).where(Account.person_id.is_not(None)))
    assert [one.person_id for one in accounts] == [teacher.person_id]


async def test_a_code_that_nobody_used_in_time_opens_nothing(town: Town) -> None:
    teacher = await town.person("Иванова Галина Петровна", Role.TEACHER)
    await teacher.says(f"/start {teacher.code}")
    town.wait(days=60)
    await teacher.taps("entry-consent.agree")
    teacher.hears_toast("entry-code-over")
    await teacher.says(teacher.code)
    teacher.sees("entry-code-over", "13 ноября 2026", among_last=1)
    assert not await town.all(select(Account).where(Account.person_id.is_not(None)))


async def test_somebody_who_came_in_stays_in_when_the_code_is_over(town: Town) -> None:
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER)
    town.wait(days=400)
    await teacher.says(f"/start {teacher.code}")
    teacher.sees("entry-in-already", among_last=1)


async def test_a_new_code_moves_a_person_to_another_phone(town: Town) -> None:
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER)
    old = teacher.code
    async with town.app.sessions() as session, session.begin():
        invitation = (await session.scalars(select(Invitation))).one()
        invitation.give("ABCE-HKMT-X3AB-CEHK-MTX3-ABCE-HKMT", town.now)
    phone = await town.person("Чужой Пётр Ильич", Role.TEACHER, organisation="Школа № 5")
    await phone.says(f"/start {old}")
    phone.sees("entry-wrong-code")
    await phone.says("/start ABCE-HKMT-X3AB-CEHK-MTX3-ABCE-HKMT")
    await phone.taps("entry-consent.agree")
    phone.sees("menu")
    await teacher.says("/menu")
    teacher.sees("entry-stranger", among_last=1)
    accounts = await town.all(select(Account.telegram_id).where(Account.person_id == teacher.person_id))
    assert accounts == [phone.telegram_id]
    assert len(await town.all(select(Route))) == 1


async def test_no_table_holds_a_code(town: Town) -> None:
    teacher = await town.person("Иванова Галина Петровна", Role.TEACHER)
    await teacher.says(f"/start {teacher.code}")
    for table in Base.metadata.sorted_tables:
        async with town.app.sessions() as session, session.begin():
            kept = str((await session.execute(select(table))).all())
        assert teacher.code not in kept and teacher.code.replace("-", "") not in kept, table.name


async def test_a_forged_consent_button_lets_nobody_in(town: Town) -> None:
    stranger = await town.person("Чужой Пётр Ильич", Role.TEACHER)
    await stranger.says("/start")
    await stranger.taps_again(stranger.last["message_id"], "cn:yes")
    stranger.hears_toast("anything-old-button")
    assert not await town.all(select(Account).where(Account.person_id.is_not(None)))


async def test_the_language_can_be_chosen_at_the_door_and_in_the_middle(town: Town) -> None:
    teacher = await town.person("Иванова Галина Петровна", Role.TEACHER)
    await teacher.says("/start")
    await teacher.taps("entry-language")
    await teacher.taps("entry-choose-language.en")
    assert "Hello" in teacher.last_text
    await teacher.says(f"/start {teacher.code}")
    assert "Consent" in teacher.last_text
    await teacher.says("/lang")
    await teacher.taps("entry-choose-language.ru")
    assert "Согласие" in teacher.last_text


@pytest.mark.parametrize(
    "typed",
    [
        "{lower}",
        "{spaced}",
        "«{code}».",
        "Здравствуйте, мой код {code}, спасибо",
        "Здравствуйте, мой код {groups}",
        "{cyrillic}",
        "Код:\n{code}",
    ],
)
async def test_a_code_is_found_however_it_is_typed(town: Town, typed: str) -> None:
    teacher = await town.person("Иванова Галина Петровна", Role.TEACHER)
    async with town.app.sessions() as session, session.begin():
        invitation = (await session.scalars(select(Invitation))).one()
        invitation.give("ABCE-HKMT-X3AB-CEHK-MTX3-ABCE-HKMT", town.now)
    spellings = {
        "code": "ABCE-HKMT-X3AB-CEHK-MTX3-ABCE-HKMT",
        "lower": "abcehkmtx3abcehkmtx3abcehkmt",
        "groups": "ABCE HKMT X3AB CEHK MTX3 ABCE HKMT",
        "spaced": " AB CE-HK_MT.X3 ABCE HKMTX3ABCEHKMT ",
        "cyrillic": "авсе-нкмт-хзав-сенк-мтхз-авсе-нкмт",
    }
    await teacher.says(typed.format(**spellings))
    teacher.sees("entry-consent")


@pytest.mark.parametrize(
    "text", ["Здравствуйте", "Кто это?", "👍", "да", "ы" * 10000, "Hello, how do I come in here?"]
)
async def test_a_greeting_is_no_wrong_code(town: Town, text: str) -> None:
    stranger = await town.person("Иванова Галина Петровна", Role.TEACHER)
    for _ in range(6):
        await stranger.says(text)
        stranger.sees("entry-no-code", among_last=1)
    await stranger.says(stranger.code)
    stranger.sees("entry-consent")


@pytest.mark.parametrize("payload", ["WRONGCODE1", "x", "a_b-c", "A" * 64, "../../etc"])
async def test_a_deep_link_that_leads_nowhere_is_answered(town: Town, payload: str) -> None:
    stranger = await town.person("Иванова Галина Петровна", Role.TEACHER)
    await stranger.says(f"/start {payload}")
    stranger.sees("entry-stranger", among_last=1)
    await stranger.says("/start")
    stranger.sees("entry-stranger", among_last=1)


async def test_five_wrong_links_make_the_same_pause(town: Town) -> None:
    stranger = await town.person("Иванова Галина Петровна", Role.TEACHER)
    for _ in range(5):
        await stranger.says("/start WRONGCODE1")
    stranger.sees("entry-paused-now")
    await stranger.says(f"/start {stranger.code}")
    stranger.sees("entry-paused", "15")


async def test_a_link_that_was_used_and_start_again_lead_back_to_work(town: Town) -> None:
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER)
    await teacher.says(f"/start {teacher.code}")
    teacher.sees("entry-in-already", among_last=1)
    teacher.sees("menu", among_last=1)
    await teacher.taps("menu-sheet")
    await teacher.says("/start")
    teacher.sees("sheet", among_last=1)


async def test_two_phones_open_one_code_and_the_first_to_agree_comes_in(town: Town) -> None:
    methodist = await town.member("Дубов Игорь Ильич", Role.METHODIST, organisation="Центр")
    teacher = await town.person("Иванова Галина Петровна", Role.TEACHER)
    thief = await town.person("Чужой Пётр Ильич", Role.TEACHER, organisation="Школа № 5")
    for guest in (teacher, thief):
        await guest.says(f"/start {teacher.code}")
        guest.sees("entry-consent")
    await teacher.taps("entry-consent.agree")
    await thief.taps("entry-consent.agree")
    thief.hears_toast("entry-code-taken")
    thief.sees("entry-stranger", among_last=1)
    methodist.sees("entry-code-shown-twice", "Иванова Г. П.")
    accounts = await town.all(select(Account.person_id).where(Account.person_id == teacher.person_id))
    assert len(accounts) == 1


async def test_a_double_tap_on_the_consent_counts_once(town: Town) -> None:
    teacher = await town.person("Иванова Галина Петровна", Role.TEACHER)
    await teacher.says(f"/start {teacher.code}")
    message, data = teacher.button("entry-consent.agree")
    await teacher.taps("entry-consent.agree", times=2)
    town.wait(hours=1)
    await teacher.taps_again(message["message_id"], data)
    await teacher.taps_again(message["message_id"], "cn:no")
    assert len(await town.all(consents_of(teacher.person_id))) == 1
    assert len(await town.all(select(Route))) == 1


async def test_a_double_tap_on_the_refusal_counts_once(town: Town) -> None:
    teacher = await town.person("Иванова Галина Петровна", Role.TEACHER)
    await teacher.says(f"/start {teacher.code}")
    await teacher.taps("entry-consent.refuse", times=2)
    assert len(await town.all(consents_of(teacher.person_id))) == 1
    town.wait(days=3)
    await teacher.says(f"/start {teacher.code}")
    await teacher.taps("entry-consent.agree")
    teacher.sees("menu")


async def test_a_code_of_somebody_else_by_a_person_inside_disturbs_no_methodist(town: Town) -> None:
    methodist = await town.member("Дубов Игорь Ильич", Role.METHODIST, organisation="Центр")
    tutor = await town.member("Орлова Мария Сергеевна", Role.TUTOR)
    teacher = await town.person("Иванова Галина Петровна", Role.TEACHER)
    heard = len(methodist.heard)
    await tutor.says(f"/start {teacher.code}")
    tutor.sees("entry-account-taken", among_last=1)
    assert len(methodist.heard) == heard
    await teacher.says(teacher.code)
    teacher.sees("entry-consent")


async def test_a_person_of_two_offices_sees_both(town: Town) -> None:
    both = await town.member("Ложкин Максим Андреевич", Role.TEACHER, Role.TUTOR)
    one = await town.member("Орлова Мария Сергеевна", Role.TUTOR)
    await both.says("/menu")
    both.sees("menu-hats", "Педагогический работник, Тьютор")
    both.sees("menu-stage")
    await one.says("/menu")
    assert "роли" not in one.last_text


async def test_the_commands_are_told_in_every_language(town: Town) -> None:
    await introduce(town.wire, town.text)
    told = [params for method, params in town.wire.calls if method == "setMyCommands"]
    assert [one.get("language_code", "") for one in told] == ["", "ru", "en"]
    for one in told:
        names = [command["command"] for command in one["commands"]]
        assert {"start", "menu", "help", "cancel", "lang", "mydata"} <= set(names)
    words = {one.get("language_code", ""): one["commands"][0]["description"] for one in told}
    assert words["ru"] == words[""] != words["en"]
