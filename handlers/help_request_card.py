"""One request for help as either of the two sees it: who asks whom, what was said, what can be done now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handlers.callbacks import Go
from handlers.callbacks_help import ConsultationTap, HelpTap
from handlers.forgotten import kept
from handlers.review_card import shortened
from handlers.views import Button, Say, button, say
from models.consultation import Consultation, ConsultationState
from models.help_request import HelpRequest, HelpState
from models.people import Person
from regulations.schema import Regulation
from services.consultation import Times
from services.menu import Desk

LINES_SHOWN = 3
LONGEST_LINE = 220

Letter = Mapping[str, Any]


def tap(request: HelpRequest, do: str, value: str = "") -> HelpTap:
    """A button about a request, as drawn now."""
    return HelpTap(do=do, request=request.id, version=request.version, value=value)


def asked_lines(letter: Letter) -> list[Say]:
    """For the addressee: who asks, about which activity, in which words."""
    facts = {
        "teacher": letter["teacher"],
        "school": letter["school"],
        "text": kept(shortened(letter["text"])),
    }
    if letter["title"]:
        return [say("help-request-asks-about", title=letter["title"], **facts)]
    return [say("help-request-asks", **facts)]


def asked_rows(letter: Letter) -> list[list[Button]]:
    """«Ответить», «Предложить время», «Передать другому»."""
    key = {"request": letter["request"], "version": letter["version"]}
    return [
        [button("help-request-asked.answer", HelpTap(do="answer", **key), style="primary")],
        [button("help-request-asked.time", HelpTap(do="times", **key))],
        [button("help-request-asked.pass-on", HelpTap(do="pass-on", **key))],
    ]


def answered_rows(letter: Letter) -> list[list[Button]]:
    """«Помогло», «Нужно ещё»."""
    key = {"request": letter["request"], "version": letter["version"]}
    return [
        [
            button("help-request-answered.helped", HelpTap(do="helped", **key), style="success"),
            button("help-request-answered.more", HelpTap(do="more", **key)),
        ]
    ]


def parts_of(found: Times, reader: Person, regulation: Regulation) -> list[Say | list[Say]]:
    """The words of a card."""
    request = found.request
    role, by_teacher = regulation.role(request.role).title, reader.id == request.route.teacher_id
    name = request.addressee.short_name if by_teacher else request.route.teacher.short_name
    head = [say("help-request-card", name=name, role=role, state=request.state.value, own=by_teacher)]
    if request.title:
        head.append(say("help-request-about", title=request.title))
    lines = [_line(request, one.author_id, one.text, reader) for one in request.lines[-LINES_SHOWN:]]
    more = len(request.lines) - len(lines)
    if more:
        lines.insert(0, say("help-request-earlier", count=more))
    talk = found.chosen
    agreed = [say("consultation-agreed", on=talk.on_date, hour=talk.hour)] if talk else []
    return [head, lines, *agreed]


def _line(request: HelpRequest, author_id: int, text: str, reader: Person) -> Say:
    short = text if len(text) <= LONGEST_LINE else f"{text[: LONGEST_LINE - 1].rstrip()}…"
    words = kept(short)
    if author_id == reader.id:
        return say("help-request-you-said", text=words)
    people = {
        request.route.teacher_id: request.route.teacher.short_name,
        request.addressee_id: request.addressee.short_name,
    }
    return say("help-request-said", name=people.get(author_id, ""), text=words)


def rows_of(found: Times, reader: Person) -> list[list[Button]]:
    """What this reader may do now."""
    request = found.request
    if request.is_over:
        return []
    off = [_off(found.chosen)] if found.chosen else []
    if reader.id != request.route.teacher_id:
        letter = {"request": request.id, "version": request.version}
        return [*asked_rows(letter), off]
    times = [[_time(one)] for one in found.of(ConsultationState.OFFERED)]
    no_fit = [[button("consultation-offered.none", tap(request, "no-fit"))]] if times else []
    if request.state is HelpState.OPEN:
        return [
            [button("help-request-card.add", tap(request, "more"))],
            off,
            [button("help-request-card.take-back", tap(request, "take-back"))],
        ]
    return [*times, *no_fit, *answered_rows({"request": request.id, "version": request.version}), off]


def _time(one: Consultation) -> Button:
    data = ConsultationTap(do="choose", consultation=one.id, version=one.version)
    return button("consultation-time", data, style="primary", on=one.on_date, hour=one.hour)


def _off(one: Consultation) -> Button:
    data = ConsultationTap(do="off", consultation=one.id, version=one.version)
    return button("consultation-call-off", data, on=one.on_date, hour=one.hour)


def menu_rows(desk: Desk) -> list[list[Button]]:
    """In the menu: the teacher's way to ask, with the answers that came."""
    if desk.own is None:
        return []
    missing = button("need-menu", Go(place="need"))
    return [[button("help-request-menu", Go(place="help-request"), answered=desk.own.helped), missing]]


def waiting_rows(desk: Desk) -> list[list[Button]]:
    """In the menu of whoever is asked, whatever hat they wear: the requests that wait."""
    if not desk.asked_for_help:
        return []
    data = Go(place="help-request.waiting")
    return [[button("help-request-menu-waiting", data, style="primary", count=desk.asked_for_help)]]
