"""The text of the conclusions: read, mend a paragraph, write the whole anew in one message or several (4.11)."""

from __future__ import annotations

import re

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places
from handlers.anything import way_home
from handlers.callbacks_conclusions import EndTap
from handlers.conclusions_lines import tap_of
from handlers.places import At, place
from handlers.views import Button, View, button, say, view
from models.conclusions import LONGEST, Conclusions, ConclusionsState
from models.errors import Outdated
from regulations.questions import Question, QuestionKind, read_text
from services import conclusions
from services.conclusions import Ending
from services.work import Work

PARAGRAPH = Question(
    "paragraph", QuestionKind.LONG_TEXT, 3, 4000, example="conclusions-paragraph-ask.example"
)
BETWEEN = re.compile(r"\n\s*\n")
IN_A_ROW = 5


@place("conclusions.text")
async def screen(work: Work, route: int) -> View:
    """The whole text, a number before each paragraph; how long it is."""
    found = await conclusions.look(work, route)
    work.account.go("conclusions.text", route=route)
    return _drawn(found)


def _drawn(found: Ending) -> View:
    one = _one(found)
    lines = [say("conclusions-paragraph", number=at, text=text) for at, text in enumerate(one.paragraphs, 1)]
    head = say("conclusions-text", length=one.length, longest=LONGEST, hand=one.by_hand)
    back = [button("conclusions-text.back", EndTap(do="open", route=found.route.id, version=0))]
    ways = _ways(found, one) if one.state is ConclusionsState.DRAFT else []
    return view(head, *lines, rows=[*ways, back, *way_home()])


def _one(found: Ending) -> Conclusions:
    if found.one is None:
        raise Outdated("refusal-outdated")
    return found.one


def _ways(found: Ending, one: Conclusions) -> list[list[Button]]:
    numbers = [
        button("conclusions-text.number", tap_of(found, "mend", str(at)), number=at + 1)
        for at in range(len(one.paragraphs))
    ]
    return [
        *[numbers[at : at + IN_A_ROW] for at in range(0, len(numbers), IN_A_ROW)],
        [button("conclusions-text.add", tap_of(found, "mend", str(len(one.paragraphs))))],
        [button("conclusions-text.anew", tap_of(found, "anew"))],
        [button("conclusions-text.compose", tap_of(found, "compose"))] if one.by_hand else [],
    ]


async def open_text(tap: CallbackQuery, callback_data: EndTap, work: Work) -> View:
    """«Текст выводов»."""
    return await screen(work, callback_data.route)


async def mend(tap: CallbackQuery, callback_data: EndTap, work: Work) -> View:
    """The number of a paragraph, or «Добавить абзац»."""
    await conclusions.opened(work, callback_data.route, callback_data.version)
    at = int(callback_data.value) if callback_data.value.isdecimal() else 0
    return await places.go(work, "conclusions.paragraph", route=callback_data.route, at=at)


@place("conclusions.paragraph")
async def ask_paragraph(work: Work, route: int, at: int) -> View:
    """One paragraph is asked for; what stands there may be copied."""
    found, one = await conclusions.opened(work, route, None)
    there = one.paragraphs[at] if at < len(one.paragraphs) else ""
    out = button("conclusions-paragraph-ask.out", tap_of(found, "out", str(at)))
    back = button("conclusions-paragraph-ask.back", tap_of(found, "text"))
    shown = [say("conclusions-paragraph", number=at + 1, text=there)] if there else []
    return view(
        *shown, say("conclusions-paragraph-ask", there=bool(there)), rows=[[out] if there else [], [back]]
    )


async def paragraph_typed(message: Message, work: Work) -> View:
    """The paragraph anew."""
    ids, text = work.account.place_ids, read_text(PARAGRAPH, message.text or "")
    await conclusions.write(work, ids["route"], ids["at"], text)
    return await screen(work, ids["route"])


async def take_out(tap: CallbackQuery, callback_data: EndTap, work: Work) -> View:
    """«Убрать абзац»."""
    await conclusions.opened(work, callback_data.route, callback_data.version)
    at = int(callback_data.value) if callback_data.value.isdecimal() else 0
    await conclusions.write(work, callback_data.route, at, "")
    return await screen(work, callback_data.route)


async def anew(tap: CallbackQuery, callback_data: EndTap, work: Work) -> View:
    """«Написать заново»: what stands there stays until the first message."""
    await conclusions.opened(work, callback_data.route, callback_data.version)
    return await places.go(work, "conclusions.anew", route=callback_data.route)


@place("conclusions.anew")
async def ask_whole(work: Work, route: int, begun: bool = False) -> View:
    """The whole text is asked for, in one message or several."""
    found, one = await conclusions.opened(work, route, None)
    key = "conclusions-anew.done" if begun else "conclusions-anew.back"
    done = button(key, tap_of(found, "text"), style="primary" if begun else None)
    left = LONGEST - one.length if begun else LONGEST
    return view(say("conclusions-anew", begun=begun, left=left, longest=LONGEST), rows=[[done]])


async def whole_typed(message: Message, work: Work) -> View:
    """The first message takes the place of the text, the next ones stand behind it; each is kept at once."""
    ids, text = work.account.place_ids, read_text(PARAGRAPH, message.text or "")
    paragraphs = [part.strip() for part in BETWEEN.split(text) if part.strip()]
    await conclusions.rewrite(work, ids["route"], paragraphs, more=bool(ids.get("begun")))
    return await places.go(work, "conclusions.anew", route=ids["route"], begun=True)


async def compose(tap: CallbackQuery, callback_data: EndTap, work: Work) -> View:
    """«Собрать заново из фактов»."""
    return _drawn(await conclusions.compose(work, callback_data.route, drawn=callback_data.version))


def router() -> Router:
    """The text."""
    routes = Router(name="conclusions-text")
    verbs = {"text": open_text, "mend": mend, "out": take_out, "anew": anew, "compose": compose}
    for verb, handler in verbs.items():
        routes.callback_query.register(handler, EndTap.filter(F.do == verb))
    typed = (F.text, ~F.text.startswith("/"))
    routes.message.register(paragraph_typed, At("conclusions.paragraph"), *typed)
    routes.message.register(whole_typed, At("conclusions.anew"), *typed)
    return routes
