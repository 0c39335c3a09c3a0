"""A correction for its signers: the reason, what gives way, what takes its place; and the way to return it."""

from __future__ import annotations

from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places, plan_lines, signing_card
from handlers.anything import way_home
from handlers.callbacks_correction import CorrectionTap
from handlers.callbacks_signing import SignTap
from handlers.choices import listed
from handlers.notices import notice
from handlers.places import At, place
from handlers.signing_card import Drawing, Facts, Parts
from handlers.views import Button, Say, View, button, say, view
from models.correction import Correction
from models.paper import PaperKind
from regulations.questions import Question, QuestionKind, read_text
from services import correction, signing_kind, signing_seat
from services.work import Work

REASON = Question(
    "reason", QuestionKind.LONG_TEXT, minimum=3, maximum=500, example="correction-return.example"
)


def _parts(facts: Facts) -> Parts:
    head = say("correction-paper", name=facts["name"], school=facts["school"], number=facts["number"])
    if not facts["old"]:
        return [[head, say("revision-paper", clause=facts["clause"])]]
    return [
        [
            head,
            say(
                "correction-paper-rows",
                old=facts["old"],
                reason=facts["reason"],
                instead="row" if facts["new"] else "nothing",
                new=facts["new"],
                on=date.fromisoformat(facts["when"]) if facts["when"] else "",
            ),
            plan_lines.count_line(facts["count"], facts["least"], facts["least_clause"]),
        ]
    ]


def _back(facts: Facts) -> Button:
    return button("correction-return.ask", SignTap(do="correction-back", **signing_card.key(facts)))


signing_card.paper_drawing(PaperKind.CORRECTION, Drawing(_parts, _back))


async def waits(work: Work, found: Correction) -> list[Say]:
    """«Ждёт: …» while it goes round, all in one line; nothing else."""
    paper = await correction.paper_of(work, found)
    if paper is None or not paper.due:
        return []
    roles = [signing_kind.title(work, paper, slot.held_by[0]) for slot in paper.due]
    return [say("signing-waits-for", role=listed(roles))]


async def ask(tap: CallbackQuery, callback_data: SignTap, work: Work) -> View:
    """«Вернуть»: why?"""
    return await places.go(work, "correction.return", slot=callback_data.slot, version=callback_data.version)


@place("correction.return")
async def screen(work: Work, slot: int, version: int) -> View:
    """Own words, for its author."""
    await signing_seat.may_sign(work, slot, version)
    work.account.go("correction.return", slot=slot, version=version)
    back = SignTap(do="card", slot=slot, version=version)
    return view(say("correction-return"), rows=[[button("correction-return.back", back)]])


async def give_back(message: Message, work: Work) -> View:
    """The reason is said: it is back with its author."""
    ids = work.account.place_ids
    words = read_text(REASON, message.text or "")
    await correction.give_back(work, ids["slot"], words, drawn=ids["version"])
    return (await places.go(work, "signing")).led_by(say("correction-given-back"))


@notice("correction-returned")
def returned(by: str, reason: str, correction: int, version: int, title: str) -> View:
    """For its author: who returned it, and why."""
    mend = CorrectionTap(do="card", correction=correction, version=version)
    return view(
        say("correction-returned", by=by, reason=reason, title=title or say("revision-word")),
        rows=[[button("correction-returned.mend", mend, style="primary")], *way_home()],
    )


@notice("correction-done")
def done(
    name: str, number: int, old: str, new: str, on: date | None, own: bool = False, signed: bool = True
) -> View:
    """For the teacher, the team, the head and whoever was asked to sign: it is in force."""
    facts = {"name": name, "number": number, "own": own}
    if not old:
        return view(say("revision-done", signed=signed, **facts), rows=way_home())
    instead = "row" if new else "nothing"
    return view(
        say("correction-done", old=old, instead=instead, new=new, on=on or "", **facts), rows=way_home()
    )


def router() -> Router:
    """The way back."""
    routes = Router(name="correction-paper")
    routes.callback_query.register(ask, SignTap.filter(F.do == "correction-back"))
    routes.message.register(give_back, At("correction.return"), F.text, ~F.text.startswith("/"))
    return routes
