"""S-16.3, X47: results of work are averages of five pupils or more; a list of children is refused, and why."""

from __future__ import annotations

from models.diagnosis_record import records_of
from tests.stories.recording import deputy, goes_on, opens, skips
from tests.stories.town import Guest, Town

PUPILS = "\n".join(f"{number}. Иванов Пётр {number % 4 + 2}" for number in range(1, 26))


async def begins(town: Town) -> tuple[Guest, Guest]:
    """A deputy head at the question about the pupils; the teacher."""
    teacher, _ = await town.pair()
    who = await deputy(town)
    await opens(who)
    await who.taps("diagnosis-sources-record", "По результатам")
    await goes_on(who, "Итоговая", "ВПР по географии, 7 класс")
    return who, teacher


async def test_x47_a_pasted_list_of_pupils_is_refused_at_every_question_with_the_reason(town: Town) -> None:
    who, _ = await begins(town)
    for go_on in ("24", "4,1", "78"):
        await who.says(PUPILS)
        who.sees("diagnosis-record-pupils", "фамилии и оценки детей бот не хранит")
        await who.says(go_on)
    await who.says(PUPILS)
    who.sees("diagnosis-record-pupils")
    who.sees("diagnosis-record-ask-note")
    await skips(who)
    await who.taps("diagnosis-record-card.record")
    (kept,) = await town.all(records_of(1))
    assert (kept.pupils, kept.mean, kept.share, kept.text, kept.scores) == (24, 41, 780, "", [])
    assert "Иванов" not in str({one: getattr(kept, one) for one in ("text", "instrument", "difficulties")})


async def test_x47_fewer_than_five_pupils_are_none(town: Town) -> None:
    who, teacher = await begins(town)
    await who.says("4")
    who.sees("diagnosis-record-few", "от 5")
    await who.says("5")
    who.sees("diagnosis-record-ask-mean")
    await who.says("4,1")
    await who.says("78 %")
    await skips(who)
    await who.taps("diagnosis-record-card.record")
    teacher.sees("diagnosis-record-new", "по результатам работы")
    await teacher.taps("diagnosis-record-new.open")
    teacher.sees("diagnosis-record-pupils-counted", "5")
    teacher.sees("diagnosis-record-mean", "4,1")
    teacher.sees("diagnosis-record-share", "78\u00a0%")


async def test_without_pupils_there_is_no_average_to_ask_for(town: Town) -> None:
    who, _ = await begins(town)
    await skips(who)
    who.sees("diagnosis-record-ask-note")
    await who.says("Ученики уверенно работают с картой.")
    await who.taps("diagnosis-record-card.record")
    who.sees("diagnosis-record-text", "уверенно работают")
