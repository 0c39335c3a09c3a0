"""Conclusions in front of a signer: one screen, the text one tap away, sign or return with a reason (4.11, X31)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places, signing_card
from handlers.callbacks_signing import SignTap
from handlers.conclusions_lines import count_line, outcome_line
from handlers.places import At, place
from handlers.signing_card import Drawing, Facts, Parts
from handlers.views import Button, View, button, say, view
from models.paper import PaperKind
from regulations.questions import Question, QuestionKind, read_text
from services import conclusions_paper, signing_list, signing_seat
from services.work import Work

REASON = Question(
    "reason", QuestionKind.LONG_TEXT, minimum=3, maximum=500, example="conclusions-return.example"
)


def _parts(facts: Facts) -> Parts:
    """Whose conclusions, the outcome, the count with its clause, what departs from the regulation and why."""
    said = (facts["outcome"], facts["reason"], facts["prolongation"], facts["until"])
    count = (facts["accepted"], facts["least"], facts["clause"], facts["few"])
    return [
        [
            say(
                "conclusions-card", name=facts["name"], school=facts["school"], number=facts.get("edition", 1)
            ),
            outcome_line(*said, past=facts["past"]),
            *([count_line(*count)] if facts["least"] else []),
        ]
    ]


def _back(facts: Facts) -> Button:
    return button("plan-card.return", SignTap(do="back", **signing_card.key(facts)))


def _whole(facts: Facts) -> Button:
    return button("conclusions-card.whole", SignTap(do="text", **signing_card.key(facts)))


signing_card.paper_drawing(PaperKind.CONCLUSIONS, Drawing(_parts, _back, _whole))


async def whole(tap: CallbackQuery, callback_data: SignTap, work: Work) -> View:
    """«Выводы целиком»: the text that is signed."""
    found = await signing_list.open_paper(work, callback_data.slot)
    back = SignTap(do="card", slot=found.slot.id, version=found.slot.version)
    head = say("conclusions-whole", name=found.paper.route.teacher.short_name)
    lines = [say("conclusions-read-paragraph", text=text) for text in found.paper.content["paragraphs"]]
    return view(head, *lines, rows=[[button("signing-rows.back", back)]])


async def ask_reason(tap: CallbackQuery, callback_data: SignTap, work: Work) -> View:
    """«Вернуть»: why?"""
    ids = {"slot": callback_data.slot, "version": callback_data.version}
    return await places.go(work, "conclusions.return", **ids)


@place("conclusions.return")
async def screen(work: Work, slot: int, version: int) -> View:
    """The reason is asked for."""
    found = await signing_seat.may_sign(work, slot, version)
    name = found.paper.route.teacher.short_name
    card = SignTap(do="card", slot=slot, version=version)
    return view(say("conclusions-return", name=name), rows=[[button("conclusions-return.back", card)]])


async def reason_typed(message: Message, work: Work) -> View:
    """The reason; whoever wrote the conclusions hears."""
    ids, reason = work.account.place_ids, read_text(REASON, message.text or "")
    await conclusions_paper.give_back(work, ids["slot"], reason, drawn=ids["version"])
    return (await places.go(work, "signing")).led_by(say("conclusions-given-back", reason=reason))


def router() -> Router:
    """The signer's way back."""
    routes = Router(name="conclusions-signer")
    routes.callback_query.register(whole, SignTap.filter(F.do == "text"))
    routes.callback_query.register(ask_reason, SignTap.filter(F.do == "back"))
    routes.message.register(reason_typed, At("conclusions.return"), F.text, ~F.text.startswith("/"))
    return routes
