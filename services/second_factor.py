"""The second code of an officer: shown before what changes rights, people or organisations, or lets data out.

Who has taken over an account in the messenger has not got the phone with the app (docs/decisions/0028).
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

import structlog

from models.errors import NotYours, Outdated, Traced, Unconfirmed
from models.people import CENTRE_ROLES, Appointment, Role, roles_of, who_may_clear
from models.pin import SECOND, PinPad, whole
from models.second_factor import (
    SPARE_CODES,
    SecondFactor,
    SpareCode,
    factor_of,
    letters_of,
    mark_of,
    new_spare_code,
    spare_codes_of,
)
from services import keypad
from services.work import Work

log = structlog.get_logger()
ISSUER = "Marshrut"
FAR_REACHING = CENTRE_ROLES | {Role.ADMIN}
"""Whose steps touch more than the people of one school, or whatever an administrator may touch."""


@dataclass(frozen=True)
class Key:
    """What an app takes: letters to type, or the address that a square for its camera holds."""

    letters: str
    address: str


@dataclass(frozen=True)
class Pressed:
    """What a key of the keypad has led to: whether somebody is let through, and the new codes for a sheet of paper."""

    through: bool = False
    spare: tuple[str, ...] = ()


async def only_confirmed(work: Work) -> None:
    """Refuses Unconfirmed where the step waits for a second code and none was shown a short while ago.

    Whose reach is one school is asked only where whoever keeps the server wants it: a head opens the bot twice a year.
    """
    offices: list[Appointment] = await work.all(roles_of(work.person.id, work.today))
    if work.rules.factor_of_schools or any(one.role in FAR_REACHING for one in offices):
        await _only_shown(work)


async def _only_shown(work: Work) -> None:
    if not work.rules.factor_key:
        return
    found = await work.find(factor_of(work.person.id))
    if found is None or not found.holds(work.account.id, work.now):
        raise Unconfirmed("factor-needed")


async def own(work: Work) -> SecondFactor:
    """The acting person's second code, set or not."""
    return await _of(work, work.person.id)


async def _of(work: Work, person_id: int) -> SecondFactor:
    found = await work.find(factor_of(person_id))
    if found is None:
        found = SecondFactor.of(person_id)
        work.session.add(found)
        await work.session.flush()
    return found


async def show_key(work: Work) -> Key:
    """A key for the app of the acting person; it counts once a code of it has been tapped.

    Another phone: with the second code shown a short while ago. Refuses Unconfirmed, factor-paused.
    """
    factor = await own(work)
    if factor.is_set:
        await _only_shown(work)
    return await key_for(work, work.person.id)


async def key_for(work: Work, person_id: int) -> Key:
    """A new key for somebody, as the acting person sees their own, or whoever keeps the server hands it over."""
    factor = await _of(work, person_id)
    factor.show(work.now)
    for code in await work.all(spare_codes_of(person_id)):
        code.use(work.now)
    await work.session.flush()
    log.info("factor.key_shown", person_id=person_id)
    letters = letters_of(factor.secret(work.rules.factor_key))
    asked = urlencode({"secret": letters, "issuer": ISSUER})
    return Key(letters, f"otpauth://totp/{quote(f'{ISSUER}:{person_id}')}?{asked}")


async def open_pad(work: Work, purpose: str) -> PinPad:
    """A keypad for a code: of a new app, of the app, of the sheet. Refuses factor-paused, factor-key-over."""
    factor = await own(work)
    if purpose not in SECOND or factor.is_set != (purpose != "enrol"):
        raise Outdated("signing-pad-over")
    factor.may_try(work.now)
    pad = await keypad.of(work)
    pad.open(purpose, [])
    await work.session.flush()
    return pad


async def pad_under_way(work: Work) -> PinPad | None:
    """The keypad of the second code, while something is tapped on it."""
    pad = await keypad.of(work)
    return pad if pad.is_open(SECOND) else None


async def press(work: Work, number: int, digit: int) -> Pressed:
    """One digit. Behind the last one the code is tried.

    Refuses: signing-pad-over, factor-paused, factor-key-over; factor-wrong and factor-paused-now, which empty the
    keypad.
    """
    pad, factor = await keypad.of(work), await own(work)
    pad.only(number, SECOND)
    if not 0 <= digit <= 9:
        raise NotYours("refusal-not-yours")
    factor.may_try(work.now)
    if not pad.press(digit, factor.nonce):
        return Pressed()
    code, purpose = pad.typed[-1], pad.purpose
    if not await _is_right(work, factor, code, purpose):
        _wrong(work, factor, pad)
    pad.close()
    factor.let_through(work.account.id, work.now)
    log.info("factor.shown", person_id=work.person.id, kind=purpose)
    if purpose != "enrol":
        return Pressed(through=True)
    await _tell(work, factor)
    return Pressed(through=True, spare=await new_spare_codes(work))


async def _tell(work: Work, factor: SecondFactor) -> None:
    """Whoever may clear a code of signing hears that an app was set up: a stranger in the account is noticed."""
    person = work.person
    for hearer in {one.person_id for one in await work.all(who_may_clear(person, work.today))}:
        once = f"factor-set:{person.id}:{factor.nonce}:{hearer}"
        school = person.organisation.name
        work.notify(hearer, "factor-set", once=once, urgent=False, name=person.short_name, school=school)


async def _is_right(work: Work, factor: SecondFactor, code: str, purpose: str) -> bool:
    if purpose != "spare":
        return factor.fits(code, work.rules.factor_key, work.now)
    mark = mark_of(code, work.rules.factor_key)
    fitting = [one for one in await work.all(spare_codes_of(work.person.id)) if one.mark == mark]
    for one in fitting[:1]:
        one.use(work.now)
    return bool(fitting)


def _wrong(work: Work, factor: SecondFactor, pad: PinPad) -> None:
    """Three wrong codes begin a pause of 15 minutes."""
    left = factor.was_wrong(work.now)
    log.warning("factor.wrong", person_id=work.person.id, left=left)
    if left:
        pad.again(pad.purpose)
        raise Traced("factor-wrong", left=left)
    pad.close()
    raise Traced("factor-paused-now")


async def new_spare_codes(work: Work) -> tuple[str, ...]:
    """New codes for a sheet of paper; those before work no more. Refuses Unconfirmed. They are said once."""
    await _only_shown(work)
    factor = await own(work)
    for old in await work.all(spare_codes_of(work.person.id)):
        old.use(work.now)
    codes = tuple(new_spare_code() for _ in range(SPARE_CODES))
    marks = [mark_of(whole(one, factor.nonce), work.rules.factor_key) for one in codes]
    work.session.add_all(SpareCode(person_id=work.person.id, mark=one) for one in marks)
    await work.session.flush()
    return codes


async def rub_out(work: Work, number: int) -> PinPad:
    """The last digit goes. Refuses signing-pad-over."""
    pad = await keypad.of(work)
    pad.only(number, SECOND)
    pad.rub_out()
    return pad


async def leave(work: Work) -> None:
    """Nothing is done; no code is tapped any more."""
    pad = await pad_under_way(work)
    if pad is not None:
        pad.close()


async def reset(work: Work, person_id: int) -> bool:
    """Whoever keeps the server takes a lost phone out: a new app is set up before the next such step.

    The person hears. False where there was none.
    """
    factor = await work.find(factor_of(person_id))
    if factor is None or not factor.is_set:
        return False
    factor.clear()
    for code in await work.all(spare_codes_of(person_id)):
        code.use(work.now)
    await work.session.flush()
    log.info("factor.reset", person_id=person_id)
    work.notify(person_id, "factor-reset", once=f"factor-reset:{person_id}:{factor.version}")
    return True
