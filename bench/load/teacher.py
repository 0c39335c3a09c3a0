"""A teacher's way: code, sheet, diagnosis, plan, signature, reports, final event, the end of the route."""

from __future__ import annotations

from dataclasses import dataclass, field

from bench.load.form import fills
from bench.load.phone import Phone
from bench.load.signing import SIGN, signs
from bench.load.town import UDMURTIA, Member

ROWS = tuple(f"Семинар № {number} по читательской грамотности" for number in range(1, 6))
EVENT = "Мастер-класс «Карта и текст»"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(8) + (640).to_bytes(4, "big") + (480).to_bytes(4, "big") + bytes(40)
APPROVED = "Ваш план утверждён"
ACCEPTED = "принят. Спасибо"


@dataclass
class Way:
    """What one teacher has done, for the comparison with the database; `at`: the last step reached."""

    member: Member
    at: str = ""
    steps: list[int] = field(default_factory=list)
    reports: int = 0
    mended: int = 0


async def first_day(phone: Phone, way: Way) -> None:
    """From the code to a planned final event, everything reported and accepted."""
    for step in (comes_in, fills_the_sheet, diagnoses, plans, has_it_signed, reports, plans_the_event):
        await step(phone, way)
        way.at = step.__name__


async def comes_in(phone: Phone, way: Way) -> None:
    """The code and the consent."""
    await phone.says(f"/start {way.member.code}")
    await phone.taps("cn:yes")
    await phone.until(lambda: phone.button("go:help"), "the menu")


async def opens(phone: Phone, place: str) -> None:
    """A place of the menu."""
    await phone.says("/menu")
    await phone.taps(f"go:{place}$")


async def fills_the_sheet(phone: Phone, way: Way) -> None:
    """What the school says is right; the rest question by question, what may be skipped is."""
    await opens(phone, "sheet")
    await phone.taps("sh:go-on")
    await phone.taps("sh:all-right")
    await fills(phone, "sh", "go:sheet.all", prefer=("не было",))


async def diagnoses(phone: Phone, way: Way) -> None:
    """Every statement, the difficulties as proposed, the conclusion."""
    await opens(phone, "diagnosis")
    await phone.taps("rt:begin")
    while (await phone.until(lambda: phone.button("da:|dg:notes|dg:conclusion"), "a statement"))[
        1
    ].startswith("da:"):
        _, data = phone.chance.choice([one for one in phone.every("da:") if one[0] in phone.fresh])
        way.steps.append(int(data.rpartition(":")[2]))
        await phone.taps(data)
    while not phone.button("dg:agree"):
        await phone.taps("dg:(notes|conclusion)", "Дальше")
        await phone.until(lambda: phone.button("dg:(notes|agree)"), "the next step")
    await phone.taps("dg:agree")
    await phone.until(lambda: phone.button("go:plan"), "the result")


async def plans(phone: Phone, way: Way) -> None:
    """A year, five rows, the agreement."""
    await opens(phone, "plan")
    await phone.taps("pl:", "1 год")
    await phone.taps("pl:no-topic")
    for title in ROWS:
        await phone.taps("pl:add")
        await fills(phone, "ac", "pl:add", title)
    await phone.taps("pl:agree")
    await phone.until(lambda: phone.fresh, "that it was sent")


async def has_it_signed(phone: Phone, way: Way) -> None:
    """The own signature where the regulation wants it; then everybody else's are awaited."""
    if way.member.regulation == UDMURTIA:
        card = await phone.until(lambda: phone.every(SIGN), "the card to be signed", of_others=True)
        await signs(phone, card[0][1])
    await phone.until(lambda: phone.heard(APPROVED), "the approval", of_others=True)


async def reports(phone: Phone, way: Way) -> None:
    """Each activity took place: a sentence, a photo; what comes back is mended; until all are accepted."""
    for number, title in enumerate(ROWS):
        await opens(phone, "report")
        await _chooses(phone, f"№ {number + 1}")
        await phone.taps("ac:held")
        await phone.says(f"Из «{title}» взяли приём.")
        await phone.until(lambda: phone.button("rp:send"), "the draft")
        await phone.sends_photo(f"{number}.png", PICTURE + f"{phone.user} {number}".encode())
        await phone.taps("rp:send")
        way.reports += 1
    mended: set[str] = set()
    while True:
        await phone.until(
            lambda: _to_mend(phone, mended) or phone.heard(ACCEPTED) == len(ROWS),
            "the word on the reports",
            of_others=True,
        )
        if not (waiting := _to_mend(phone, mended)):
            return
        await mends(phone, waiting[0])
        mended.add(waiting[0])
        way.mended += 1


async def _chooses(phone: Phone, title: str) -> None:
    """Where several activities wait for a report, a list stands before the question."""
    await phone.until(lambda: phone.button("ac:held") or phone.button("ac:|rp:", title), title)
    if not phone.button("ac:held"):
        await phone.taps("ac:|rp:", title)


def _to_mend(phone: Phone, mended: set[str]) -> list[str]:
    return [data for _, data in phone.every("rp:mend:") if data not in mended]


async def mends(phone: Phone, data: str) -> None:
    """A report that came back: one sentence more."""
    await phone.taps(data, anywhere=True)
    await phone.says("Один приём уже был на уроке.")
    await phone.taps("rp:send")


async def plans_the_event(phone: Phone, way: Way) -> None:
    """The final event, tomorrow."""
    await opens(phone, "final-event")
    await phone.taps("rt:final")
    await fills(phone, "fe", "fe:hour", EVENT, "Актовый зал")
    await phone.taps("fe:hour", "15:00")
    await phone.until(lambda: phone.button("fe:guests"), "the event's card")


async def second_day(phone: Phone, way: Way) -> None:
    """The evening of the event: the first thing of its checklist is ready."""
    ready = await phone.until(lambda: phone.every("ck:done:"), "the checklist", of_others=True)
    await phone.taps(ready[0][1], anywhere=True)
    await phone.until(lambda: phone.fresh, "the list with it")
    way.at = "prepared"


async def third_day(phone: Phone, way: Way) -> None:
    """The evening after: it took place, so many came."""
    was = await phone.until(lambda: phone.every("fe:held:"), "the question about the event", of_others=True)
    await phone.taps(was[-1][1], anywhere=True)
    await phone.taps("fe:came:", "")
    await phone.taps("fe:to-photo")
    await phone.taps("fe:told")
    await phone.until(lambda: phone.fresh, "the thanks")
    way.at = "held"


async def reads_the_end(phone: Phone, way: Way) -> None:
    """The signed conclusions are read; «Ознакомлен(а)» where the regulation wants it."""
    letter = await phone.until(lambda: phone.every("er:read:"), "the conclusions", of_others=True)
    await phone.taps(letter[0][1], anywhere=True)
    if way.member.regulation == UDMURTIA:
        await phone.taps("er:known:")
    await phone.until(lambda: phone.fresh, "the thanks")
    way.at = "known"
