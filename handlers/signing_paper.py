"""«На бумаге»: who signed by hand, on which day, the scan; and what the signer hears of it (S-21)."""

from __future__ import annotations

from datetime import date, timedelta

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_signing import SignTap
from handlers.evidence import evidence_of, has_file
from handlers.notices import notice
from handlers.places import At, place
from handlers.views import Button, View, button, say, view
from models.errors import NotYours
from regulations.questions import Question, QuestionKind, read_date_answer, read_text
from services import signing_kind, signing_paper
from services.work import Work

NAME = Question("name", minimum=5, maximum=150, example="signing-paper.example")
LISTED = 20
DAY = Question("day", QuestionKind.DATE, past=True)


@place("signing.round")
async def going_round(work: Work) -> View:
    """The papers that wait for somebody's signature, for who may enter it from paper."""
    work.account.go("signing.round")
    papers = await signing_paper.going_round(work)
    rows = []
    for one in papers[:LISTED]:
        due, role = one.due[0], signing_kind.title(work, one, one.due[0].held_by[0])
        data = SignTap(do="card", slot=due.id, version=due.version)
        rows.append([button("signing-round.open", data, name=one.route.teacher.short_name, role=role)])
    back = [button("signing-done.list", Go(place="signing"))]
    return view(say("signing-round", count=len(papers)), rows=[*rows, back, *way_home()])


async def begin(tap: CallbackQuery, callback_data: SignTap, work: Work) -> View:
    """«На бумаге»: who signed?"""
    ids = {"slot": callback_data.slot, "version": callback_data.version}
    return await places.go(work, "signing.paper-who", **ids)


@place("signing.paper-who")
async def who(work: Work, slot: int, version: int) -> View:
    """The holders of the office; another name is typed."""
    found = await signing_paper.may_enter(work, slot, version)
    people = await signing_paper.holders(work, found)
    rows = [
        [
            button(
                "signing-paper.who",
                SignTap(do="paper-who", slot=slot, version=version, value=str(one.person.id)),
                name=one.person.chat_name,
            )
        ]
        for one in people[:10]
    ]
    return view(say("signing-paper", act=found.slot.act), rows=[*rows, _back(slot, version)])


def _back(slot: int, version: int) -> list[Button]:
    return [button("signing-rows.back", SignTap(do="card", slot=slot, version=version))]


async def who_tapped(tap: CallbackQuery, callback_data: SignTap, work: Work) -> View:
    """One of the holders."""
    found = await signing_paper.may_enter(work, callback_data.slot, callback_data.version)
    people = await signing_paper.holders(work, found)
    known = next((one for one in people if str(one.person.id) == callback_data.value), None)
    if known is None:
        raise NotYours("refusal-not-yours")
    return await _to_day(work, callback_data.slot, callback_data.version, known.person.full_name)


async def who_typed(message: Message, work: Work) -> View:
    """Another name."""
    ids = work.account.place_ids
    return await _to_day(work, ids["slot"], ids["version"], read_text(NAME, message.text or ""))


async def _to_day(work: Work, slot: int, version: int, name: str) -> View:
    return await places.go(work, "signing.paper-day", slot=slot, version=version, signer=name)


@place("signing.paper-day")
async def day(work: Work, slot: int, version: int, signer: str) -> View:
    """The date that stands under the signature."""
    await signing_paper.may_enter(work, slot, version)
    days = [work.today - timedelta(days=back) for back in range(3)]
    taps = [
        [
            button(
                "signing-paper-day.on",
                SignTap(do="paper-day", slot=slot, version=version, value=str(one.toordinal())),
                on=one,
            )
        ]
        for one in days
    ]
    return view(say("signing-paper-day", name=signer), rows=[*taps, _back(slot, version)])


async def day_tapped(tap: CallbackQuery, callback_data: SignTap, work: Work) -> View:
    """One of the last days."""
    ids, value = work.account.place_ids, callback_data.value
    if not value.isdecimal() or ids.get("slot") != callback_data.slot or "signer" not in ids:
        raise NotYours("refusal-not-yours")
    return await _to_scan(work, date.fromordinal(int(value)))


async def day_typed(message: Message, work: Work) -> View:
    """Any other day gone by."""
    ids, text, language = work.account.place_ids, message.text or "", work.account.language
    first = await signing_paper.earliest(work, ids["slot"])
    said = read_date_answer(DAY, text, work.today, lang=language, earliest=first, latest=work.today)
    return await _to_scan(work, said)


async def _to_scan(work: Work, on: date) -> View:
    ids = work.account.place_ids
    kept = {"slot": ids["slot"], "version": ids["version"], "signer": ids["signer"], "on": on.toordinal()}
    return await places.go(work, "signing.paper-scan", **kept)


@place("signing.paper-scan")
async def scan(work: Work, slot: int, version: int, signer: str, on: int) -> View:
    """The signed sheet as a photo or a file."""
    await signing_paper.may_enter(work, slot, version)
    said = say("signing-paper-scan-ask", name=signer, on=date.fromordinal(on))
    return view(said, rows=[_back(slot, version)])


async def scan_sent(message: Message, work: Work) -> View:
    """The scan: everything is said, the chain goes on."""
    ids = work.account.place_ids
    on, sent = date.fromordinal(ids["on"]), evidence_of(message, work.now)
    found = await signing_paper.enter(work, ids["slot"], ids["version"], ids["signer"], on, sent)
    work.account.leave()
    undo = SignTap(do="undo", slot=found.slot.id, version=found.slot.version)
    show = SignTap(do="protocol", slot=found.slot.id, version=found.slot.version)
    return view(
        say("signing-paper-done", name=ids["signer"], on=on, act=found.slot.act),
        rows=[
            [button("signing-done.undo", undo)],
            [button("signing-card.protocol", show), button("signing-done.list", Go(place="signing"))],
            *way_home(),
        ],
    )


@notice("signing-entered")
def entered(slot: int, version: int, name: str, act: str, on: date, by: str) -> View:
    """For the signer: what was entered in their name, and where it can be looked at."""
    look = button("signing-card.protocol", SignTap(do="protocol", slot=slot, version=version))
    return view(say("signing-entered", name=name, act=act, on=on, by=by), rows=[[look], *way_home()])


def router() -> Router:
    """A signature on paper."""
    routes = Router(name="signing-paper")
    routes.callback_query.register(begin, SignTap.filter(F.do == "paper"))
    routes.callback_query.register(who_tapped, SignTap.filter(F.do == "paper-who"))
    routes.callback_query.register(day_tapped, SignTap.filter(F.do == "paper-day"))
    words = F.text & ~F.text.startswith("/")
    routes.message.register(who_typed, At("signing.paper-who"), words)
    routes.message.register(day_typed, At("signing.paper-day"), words)
    routes.message.register(scan_sent, At("signing.paper-scan"), has_file)
    return routes
