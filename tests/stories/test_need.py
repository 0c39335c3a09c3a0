"""Feature 25, R3-008, R0-018: what is missing goes to the centre, grouped without names, and comes back answered."""

from sqlalchemy import select

from models.need import Need, NeedState, Source
from models.people import Role
from tests.stories.catalogue import methodist, opens
from tests.stories.town import Guest, Town, buttons

WORDS = "Практикум по оценке проектов в 7 классе"


async def asks(person: Guest, text: str = WORDS, kind: str = "Семинар") -> None:
    """From the menu to the centre."""
    await person.says("/menu")
    await person.taps("need-menu")
    await person.taps("need.add")
    await person.says(text)
    await person.taps("questions-ask.option", "Методические")
    await person.taps("questions-ask.option", kind)


async def needs(town: Town) -> list[Need]:
    """Every need, the earliest first."""
    return await town.all(select(Need).order_by(Need.id))


async def test_a_teacher_asks_the_centre_takes_it_and_answers(town: Town) -> None:
    centre = await methodist(town)
    teacher, _ = await town.pair()
    await asks(teacher)
    teacher.sees("need-sent", among_last=1)
    teacher.sees("need-card", WORDS, "Методические", "1 человек", among_last=1)
    await centre.says("/menu")
    await centre.taps("need-menu")
    await centre.taps("need.groups")
    centre.button("need-group-line", "Методические, Семинар: 1 (людей: 1)")
    assert "Иванова" not in str(centre.last)
    await centre.taps("need-group-line")
    assert "Иванова" not in str(centre.last)
    await centre.taps("need-line", "Практикум")
    centre.sees("need-from", "Иванова Г. П.", "Школа № 3", among_last=1)
    await centre.taps("need-read.take", times=2)
    centre.hears_toast("need-outdated")
    teacher.sees("need-taken", WORDS, "Котова И. Л.", among_last=1)
    await centre.taps("need-read.close")
    await centre.says("Практикум будет в марте, он уже в каталоге.")
    centre.sees("need-closed-now", among_last=1)
    teacher.sees("need-closed", WORDS, "будет в марте", among_last=1)
    assert [(one.state, one.source, one.people) for one in await needs(town)] == [
        (NeedState.CLOSED, Source.TEACHER, 1)
    ]
    assert len([one for one in teacher.heard if "Ответ на Ваш запрос" in str(one)]) == 1


async def test_nothing_fits_in_the_catalogue_leads_here_with_the_competency(town: Town) -> None:
    teacher, _ = await town.pair()
    await opens(teacher)
    await teacher.taps("catalogue.by-competency")
    await teacher.taps("catalogue-choose.option", "Коммуникативные")
    await teacher.taps("catalogue.none")
    await teacher.says(WORDS)
    teacher.sees("need-ask-kind", among_last=1)
    await teacher.taps("questions-ask.skip")
    teacher.sees("need-sent", among_last=1)
    assert [(one.competency, one.kind) for one in await needs(town)] == [("comm", "")]


async def test_a_school_asks_for_many_and_alike_needs_are_one_group(town: Town) -> None:
    centre = await methodist(town)
    head = await town.member("Белова Анна Павловна", Role.HEAD)
    teacher, _ = await town.pair()
    await asks(teacher)
    await asks(head, "Семинар о наставничестве")
    head.sees("need-ask-people", among_last=1)
    await head.says("много")
    head.sees("catalogue-no-number", among_last=1)
    await head.says("12 учителей")
    head.sees("need-card", "12 человек", among_last=1)
    await asks(teacher, "Вебинар об ИКТ", "Вебинар")
    await centre.says("/menu")
    await centre.taps("need-menu")
    await centre.taps("need.groups")
    lines = [one["text"] for one in buttons(centre.last)]
    assert lines[0] == "Методические, Семинар: 2 (людей: 13)"
    assert lines[1] == "Методические, Вебинар: 1 (людей: 1)"
    await centre.taps("need-group-line", "Семинар")
    centre.sees("need-group", "запросов 2", "новых 2", among_last=1)


async def test_an_author_takes_it_back_and_a_draft_survives(town: Town) -> None:
    teacher, _ = await town.pair()
    await asks(teacher)
    await teacher.taps("need-card.take-back", times=2)
    teacher.hears_toast("need-outdated")
    await teacher.taps("need-back")
    await teacher.taps("need.add")
    await teacher.says("Ещё чего-нибудь для сельской школы")
    await teacher.says("/menu")
    town.wait(days=9)
    await teacher.taps("need-menu")
    await teacher.taps("need.go-on")
    teacher.sees("need-ask-competency", among_last=1)
    await teacher.taps("questions-ask.later")
    await teacher.taps("catalogue-later.drop")
    assert [one.state for one in await needs(town)] == [NeedState.CLOSED, NeedState.REMOVED]


async def test_nobody_outside_the_centre_of_the_region_reads_it(town: Town) -> None:
    teacher, tutor = await town.pair()
    await asks(teacher)
    one = (await needs(town))[0]
    for do in ("read", "take", "close", "group", "open", "take-back", "drop"):
        await tutor.taps_again(tutor.last["message_id"], f"ne:{do}:{one.id}:{one.version}:")
        tutor.hears_toast("refusal-not-yours")
    await tutor.taps_again(tutor.last["message_id"], "go:need.groups")
    tutor.hears_toast("refusal-not-yours")
    await teacher.taps_again(teacher.last["message_id"], f"ne:take:{one.id}:{one.version}:")
    teacher.hears_toast("refusal-not-yours")
    assert [one.state for one in await needs(town)] == [NeedState.NEW]


async def test_a_list_of_pupils_and_an_empty_word_are_asked_anew(town: Town) -> None:
    teacher, _ = await town.pair()
    await teacher.says("/menu")
    await teacher.taps("need-menu")
    await teacher.taps("need.add")
    await teacher.says("??")
    teacher.sees("answer-too-short", among_last=1)
    assert [one.text for one in await needs(town)] == [""]
