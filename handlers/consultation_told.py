"""What the two hear of a talk: times offered, chosen, called off; the reminders, and whether it helped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from handlers.anything import way_home
from handlers.callbacks_help import ConsultationTap, HelpTap
from handlers.help_request_card import answered_rows
from handlers.notices import notice
from handlers.views import Button, View, button, say, view
from services import consultation_sweep


@notice("consultation-offered")
def told_offered(*, times: Sequence[Mapping[str, Any]], by: str, **letter: Any) -> View:
    """For the teacher: the times, a button each."""
    rows = [[_take(one)] for one in times]
    key = {"request": letter["request"], "version": letter["version"]}
    none = [button("consultation-offered.none", HelpTap(do="no-fit", **key))]
    return view(say("consultation-offered", by=by), rows=[*rows, none, *way_home()])


def _take(one: Mapping[str, Any]) -> Button:
    data = ConsultationTap(do="choose", consultation=one["id"], version=one["version"])
    return button("consultation-time", data, style="primary", on=one["on"], hour=one["hour"])


@notice("consultation-chosen")
def told_chosen(*, time: Mapping[str, Any], same_day: bool, teacher: str, **letter: Any) -> View:
    """For the addressee: which time it is."""
    said = say("consultation-chosen", teacher=teacher, on=time["on"], hour=time["hour"], today=same_day)
    return view(said, rows=[[_off(time)], *way_home()])


@notice("consultation-none-fits")
def told_none_fits(*, teacher: str, request: int, version: int, **letter: Any) -> View:
    """For the addressee: other times, or an answer in words."""
    key = {"request": request, "version": version}
    return view(
        say("consultation-none-fits", teacher=teacher),
        rows=[
            [button("help-request-asked.time", HelpTap(do="times", **key))],
            [button("help-request-asked.answer", HelpTap(do="answer", **key))],
            *way_home(),
        ],
    )


@notice("consultation-off")
def told_off(*, time: Mapping[str, Any], who: str, to_teacher: bool, **letter: Any) -> View:
    """For the other of the two: the talk is called off; how to go on."""
    data = HelpTap(do="card", request=letter["request"], version=letter["version"])
    said = say("consultation-off", who=who, on=time["on"], hour=time["hour"], waits=to_teacher)
    return view(said, rows=[[button("help-request-open", data)], *way_home()])


@notice("consultation-soon", check=consultation_sweep.talks_that_stand)
def told_soon(
    *, today: date, time: Mapping[str, Any], to_teacher: bool, teacher: str, by: str, **letter: Any
) -> View:
    """For both, on the eve and in the morning."""
    left = (time["on"] - today).days
    said = say(
        "consultation-soon", left=left, on=time["on"], hour=time["hour"], name=by if to_teacher else teacher
    )
    data = HelpTap(do="card", request=letter["request"], version=letter["version"])
    return view(said, rows=[[_off(time)], [button("help-request-open", data)], *way_home()])


def _off(one: Mapping[str, Any]) -> Button:
    data = ConsultationTap(do="off", consultation=one["id"], version=one["version"])
    return button("consultation-call-off", data, on=one["on"], hour=one["hour"])


@notice("consultation-after")
def told_after(*, time: Mapping[str, Any], by: str, **letter: Any) -> View:
    """For the teacher, the day after: did it help?"""
    return view(say("consultation-after", by=by, on=time["on"]), rows=[*answered_rows(letter), *way_home()])
