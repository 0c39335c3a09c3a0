"""What people hear at the end, and the teacher's word on the conclusions: «Ознакомлен(а)», «не согласен(на)» (X32)."""

from __future__ import annotations

from datetime import date
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_conclusions import EndTap, ReadTap
from handlers.conclusions_lines import outcome_lines
from handlers.notices import notice
from handlers.places import At, place, redraws
from handlers.views import Button, View, button, say, view
from models.conclusions import Known
from regulations.questions import Question, QuestionKind, read_text
from services import conclusions_known
from services.conclusions_known import Reading
from services.work import Work

OBJECTION = Question("objection", QuestionKind.LONG_TEXT, 3, 3000, example="conclusions-objection.example")


def _numbered(label: str) -> dict[str, Any]:
    return {"numbered": bool(label), "label": label}


@notice("conclusions-signed-own")
def signed_own(
    conclusions: int,
    version: int,
    outcome: str,
    on: date,
    until: date | None,
    label: str,
    past: bool,
    signed: bool = True,
) -> View:
    """For the teacher: what the route came to, and the way to read the conclusions."""
    read = ReadTap(do="read", one=conclusions, version=version)
    facts = {"outcome": outcome, "on": on, "until": until or "", "past": past, "signed": signed}
    facts |= _numbered(label)
    rows = [[button("conclusions-signed-own.read", read, style="primary")], *way_home()]
    return view(say("conclusions-signed-own", **facts), rows=rows)


@notice("conclusions-signed")
def signed_others(
    name: str, outcome: str, on: date, until: date | None, label: str, past: bool, signed: bool = True
) -> View:
    """For the team, for whoever wrote them and whoever was asked to sign."""
    facts = {
        "signed": signed,
        "name": name,
        "outcome": outcome,
        "on": on,
        "until": until or "",
        "past": past,
        **_numbered(label),
    }
    return view(say("conclusions-signed", **facts), rows=way_home())


@notice("conclusions-known")
def known(name: str, known: str, objection: str) -> View:
    """For whoever wrote them: the teacher's word."""
    return view(say("conclusions-known", name=name, known=known, objection=objection), rows=way_home())


@notice("conclusions-returned")
def returned(by: str, name: str, route: int, version: int, reason: str) -> View:
    """For whoever wrote them: a signer asks for something else."""
    mend = EndTap(do="open", route=route, version=version)
    rows = [[button("conclusions-returned.mend", mend, style="primary")], *way_home()]
    return view(say("conclusions-returned", by=by, name=name, reason=reason), rows=rows)


@place("conclusions.read")
async def read(work: Work, one: int) -> View:
    """Signed conclusions whole: text, outcome, number; the teacher's two buttons where a word is awaited."""
    found = await conclusions_known.read(work, one)
    work.account.go("conclusions.read", one=one)
    return _drawn(found)


def _drawn(found: Reading) -> View:
    one = found.one
    said = one.known.value if one.known else "none"
    word = say("conclusions-read-known", known=said, at=one.known_at or "", objection=one.objection)
    label = found.entry.label if found.entry and one.route.ended_on else ""
    name = one.route.teacher.short_name
    return view(
        say("conclusions-read", number=one.number, name=name, at=one.signed_at, signed=found.signed),
        *[say("conclusions-read-paragraph", text=text) for text in one.paragraphs],
        outcome_lines(one),
        *([say("conclusions-registry", label=label)] if label else []),
        *([word] if one.known or found.acknowledged else []),
        rows=[*_ways(found), *way_home()],
    )


def _ways(found: Reading) -> list[list[Button]]:
    if not found.asked:
        return [[button("conclusions-read.all", Go(place="conclusions.own"))]] if found.own else []
    key = {"one": found.one.id, "version": found.one.version}
    return [
        [button("conclusions-read.known", ReadTap(do="known", **key), style="primary")],
        [button("conclusions-read.objects", ReadTap(do="objects", **key))],
    ]


@redraws(ReadTap)
async def fresh(work: Work, data: ReadTap) -> View:
    """The conclusions of a refused tap as they are now."""
    return await read(work, data.one)


async def open_read(tap: CallbackQuery, callback_data: ReadTap, work: Work) -> View:
    """«Прочитать выводы»."""
    return await read(work, callback_data.one)


async def tell_known(tap: CallbackQuery, callback_data: ReadTap, work: Work) -> View:
    """«Ознакомлен(а)»."""
    found = await conclusions_known.tell(work, callback_data.one, Known.READ, drawn=callback_data.version)
    return _drawn(found).led_by(say("conclusions-thanks"))


async def objects(tap: CallbackQuery, callback_data: ReadTap, work: Work) -> View:
    """«Ознакомлен(а), не согласен(на)»: with what?"""
    return await places.go(
        work, "conclusions.objection", one=callback_data.one, version=callback_data.version
    )


@place("conclusions.objection")
async def ask_objection(work: Work, one: int, version: int) -> View:
    """The teacher's words are asked for; they stand beside the conclusions."""
    found = await conclusions_known.read(work, one)
    found.one.route.only_teacher(work.person)
    back = button("conclusions-objection.back", ReadTap(do="read", one=one, version=version))
    return view(say("conclusions-objection"), rows=[[back]])


async def objection_typed(message: Message, work: Work) -> View:
    """The words; kept at once."""
    ids, text = work.account.place_ids, read_text(OBJECTION, message.text or "")
    found = await conclusions_known.tell(work, ids["one"], Known.DISAGREES, text, drawn=ids["version"])
    work.account.go("conclusions.read", one=ids["one"])
    return _drawn(found).led_by(say("conclusions-thanks"))


@place("conclusions.own")
async def own(work: Work) -> View:
    """The teacher's conclusions, those before a prolongation too (S-12.3)."""
    work.account.go("conclusions.own")
    lines: list[dict[str, Any]] = [
        {"id": one.id, "version": one.version, "number": one.number, "outcome": one.outcome}
        for one in await conclusions_known.own(work)
    ]
    rows = [
        [
            button(
                "conclusions-own.open",
                ReadTap(do="read", one=line["id"], version=line["version"]),
                number=line["number"],
                outcome=line["outcome"],
            )
        ]
        for line in lines
    ]
    return view(say("conclusions-own", count=len(lines)), rows=[*rows, *way_home()])


def router() -> Router:
    """The readers' side."""
    routes = Router(name="conclusions-told")
    for verb, handler in {"read": open_read, "known": tell_known, "objects": objects}.items():
        routes.callback_query.register(handler, ReadTap.filter(F.do == verb))
    routes.message.register(objection_typed, At("conclusions.objection"), F.text, ~F.text.startswith("/"))
    return routes
