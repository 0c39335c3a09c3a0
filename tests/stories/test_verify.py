"""The square on a paper: genuine, outdated, changed, unknown; nothing of whose it is for strangers (63-FZ, X31)."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from models.entry import Account
from models.paper import Paper
from models.people import Role
from models.plan import Activity
from services import paper_code
from tests.stories import signing
from tests.stories.test_papers import read, sent
from tests.stories.test_papers_signed import word_of
from tests.stories.town import Guest, Town

AMENDED = "После подписи план изменялся"


async def codes(town: Town) -> list[str]:
    """The codes of every card, the oldest first."""
    return [paper_code.payload(one) for one in await signing.papers(town)]


async def asks(guest: Guest, code: str) -> None:
    """The link is opened."""
    await guest.says(f"/start {code}")


async def stranger_of(town: Town) -> Guest:
    """Somebody who is not in the bot."""
    return await town.person("Чужой Пётр Ильич", Role.TEACHER, organisation="Школа № 8")


async def test_a_signed_card_is_genuine_for_a_stranger_who_reads_nothing_of_whose_it_is(town: Town) -> None:
    people = await signing.to_be_signed(town)
    await signing.signed_by_all(people)
    (code,) = await codes(town)
    stranger = await stranger_of(town)
    await asks(stranger, code)
    stranger.sees("verify", "подлинный и действует", "14 сентября", among_last=1)
    stranger.sees("verify-paper", "Карта, версия 1", among_last=1)
    (paper,) = await signing.papers(town)
    stranger.sees("verify-sha", paper.fingerprint[:16], among_last=1)
    assert not any(word in stranger.last_text for word in ("Иванова", "Школа № 3", "Корепанов"))
    stranger.sees("entry-stranger", among_last=1)
    other = await town.member("Волков Лев Львович", Role.HEAD, organisation="Школа № 8")
    await asks(other, code)
    other.sees("verify", "подлинный", among_last=1)
    assert "Иванова" not in other.last_text and not other.has_button("verify.protocol")


async def test_who_may_see_the_paper_reads_whose_it_is_and_opens_the_signatures(town: Town) -> None:
    people = await signing.to_be_signed(town)
    await signing.signed_by_all(people)
    (code,) = await codes(town)
    for guest in (people.teacher, people.tutor, people.head, people.methodist):
        await asks(guest, code)
        guest.sees("verify-whose", "Иванова Г. П.", among_last=1)
        await guest.taps("verify.protocol")
        guest.sees("signing-protocol", "карта, версия 1")


async def test_while_signatures_are_missing_it_says_so(town: Town) -> None:
    people = await signing.to_be_signed(town)
    (code,) = await codes(town)
    await signing.signs(people.methodist)
    await asks(await stranger_of(town), code)
    town.guests["Чужой Пётр Ильич"].sees("verify", "ещё на подписи", among_last=1)


async def test_x31_a_returned_version_counts_no_more(town: Town) -> None:
    people = await signing.to_be_signed(town)
    await people.methodist.taps("plan-card.return")
    await people.methodist.says("Добавьте конкурс")
    (code,) = await codes(town)
    await asks(people.teacher, code)
    people.teacher.sees("verify", "не действует", among_last=1)


async def signed_beside(town: Town, **more: object) -> None:
    """Another paper of the route that all have signed."""
    async with town.app.sessions() as session, session.begin():
        (old,) = (await session.scalars(select(Paper))).all()
        kept = ("route_id", "kind", "content", "fingerprint", "regulation", "edition", "state", "stage")
        facts = {name: getattr(old, name) for name in (*kept, "stage_at", "opened_at")}
        session.add(Paper(**(facts | {"subject_id": 99, "closed_at": town.now} | more)))


async def test_a_newer_signed_version_outdates_the_older_one(town: Town) -> None:
    people = await signing.to_be_signed(town)
    await signing.signed_by_all(people)
    await signed_beside(town, number=2)
    code, newer = await codes(town)
    await asks(people.teacher, code)
    people.teacher.sees("verify", "устарел", "версия 2", among_last=1)
    await asks(people.teacher, newer)
    people.teacher.sees("verify", "подлинный и действует", among_last=1)


async def test_a_card_whose_plan_was_corrected_says_so(town: Town) -> None:
    people = await signing.to_be_signed(town)
    await signing.signed_by_all(people)
    (code,) = await codes(town)
    assert AMENDED not in await word_of(town, people.teacher, "card")
    await signed_beside(town, number=1, kind="correction")
    async with town.app.sessions() as session, session.begin():
        await session.execute(update(Activity).where(Activity.id == 2).values(title="Вебинар взамен"))
    await asks(people.teacher, code)
    people.teacher.sees("verify", "менялся корректировками: 1", among_last=1)
    assert AMENDED in await word_of(town, people.teacher, "card")


@pytest.mark.parametrize("spoilt", ["letter", "number", "kind", "empty", "long", "other"])
async def test_a_code_that_was_changed_finds_nothing(town: Town, spoilt: str) -> None:
    people = await signing.to_be_signed(town)
    await signing.signed_by_all(people)
    (code,) = await codes(town)
    last = "0" if code[-1] != "0" else "1"
    made_up = {
        "letter": code[:-1] + last,
        "number": code.replace("verify_1-", "verify_2-"),
        "kind": "verify_" + code,
        "empty": "verify_",
        "long": "verify_" + "9" * 50,
        "other": code + "0",
    }[spoilt]
    for guest in (people.teacher, await stranger_of(town)):
        await asks(guest, made_up)
        guest.sees("verify-unknown", among_last=1)
        assert "Иванова" not in guest.last_text


async def test_content_that_was_altered_in_the_database_is_noticed(town: Town) -> None:
    people = await signing.to_be_signed(town)
    await signing.signed_by_all(people)
    (code,) = await codes(town)
    async with town.app.sessions() as session, session.begin():
        await session.execute(update(Paper).values(content={"topic": "другая", "term": ["", ""], "rows": []}))
    await asks(people.teacher, code)
    people.teacher.sees("verify", "верить нельзя", among_last=1)
    async with town.app.sessions() as session, session.begin():
        await session.execute(update(Paper).values(fingerprint="0" * 64))
    await asks(people.teacher, code)
    people.teacher.sees("verify-unknown", among_last=1)


async def test_asking_in_the_middle_of_a_question_leaves_the_person_there(town: Town) -> None:
    people = await signing.to_be_signed(town)
    (code,) = await codes(town)
    await people.teacher.says("/menu")
    before = (await town.all(select(Account).where(Account.person_id == people.teacher.person_id)))[0].place
    await asks(people.teacher, code)
    after = (await town.all(select(Account).where(Account.person_id == people.teacher.person_id)))[0].place
    assert after == before


async def test_the_protocol_is_a_file_with_every_signature_and_the_code(town: Town) -> None:
    people = await signing.to_be_signed(town)
    await signing.signed_by_all(people)
    (code,) = await codes(town)
    await people.teacher.says("/menu")
    await asks(people.teacher, code)
    await people.teacher.taps("verify.protocol")
    await people.teacher.taps("signing-protocol.word")
    people.teacher.hears_toast("papers-making")
    assert sent(people.teacher)["file_name"] == "Протокол подписания, карта, версия 1, Иванова Г. П.docx"
    words = read(town, sent(people.teacher))
    names = (
        "Дубов Игорь Ильич",
        "Иванова Галина Петровна",
        "Вахрушева Ольга Геннадьевна",
        "Корепанов Андрей Леонидович",
    )
    assert all(name in words for name in names)
    assert code in words and "Визы, без юридической силы" in words and "подписано всеми" in words
    assert f"/start {code}" in await word_of(town, people.teacher, "card")
    other = await town.member("Волков Лев Львович", Role.HEAD, organisation="Школа № 8")
    await other.says("/menu")
    (paper,) = await signing.papers(town)
    await other.taps_again(other.last["message_id"], f"sg:protocol-file:{paper.slots[0].id}:1:pdf")
    other.hears_toast("refusal-not-yours")
