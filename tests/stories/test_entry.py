"""S-01: the first entry with a code and a consent."""

from sqlalchemy import select

from models.entry import Account, Consent, ConsentDecision, consents_of
from models.people import Role
from models.route import Route
from tests.stories.town import Town


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
    for text in ("/menu", "Здравствуйте", "/help", "/cancel"):
        await teacher.says(text)
    teacher.sees("entry-consent", among_last=3)
    assert not await town.all(select(Account).where(Account.person_id.is_not(None)))


async def test_a_refusal_is_respected_and_the_code_stays_valid(town: Town) -> None:
    teacher = await town.person("Иванова Галина Петровна", Role.TEACHER)
    await teacher.says(f"/start {teacher.code}")
    await teacher.taps("entry-consent.refuse")
    teacher.sees("entry-refused")
    consents = await town.all(select(Consent))
    assert [one.decision for one in consents] == [ConsentDecision.REFUSED]
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
        thief.sees("entry-code-taken")
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
