"""Buttons about diagnosis by others than the teacher; see handlers/callbacks.py for the rules."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class RecordTap(CallbackData, prefix="dr"):
    """About one record as drawn; `value`: a question by its place in the form, and a choice."""

    do: str
    record: int
    version: int
    value: str = ""


class SourcesTap(CallbackData, prefix="dz"):
    """About all diagnoses of a route; `value`: the place of a form in the regulation, or a page of teachers."""

    do: str
    route: int
    value: str = ""


class FinalTap(CallbackData, prefix="df"):
    """The teacher about the final diagnosis of a route as drawn; `value`: a question of the reflection."""

    do: str
    route: int
    version: int
    value: str = ""


class LevelTap(CallbackData, prefix="dl"):
    """A methodist or a tutor about the level of one value; `kind`: whether `record` names one, or a diagnosis."""

    do: str
    kind: str
    record: int
    competency: str


class OwnTap(CallbackData, prefix="do"):
    """The teacher about competencies of their own; `entry`: one of them, 0 for none."""

    do: str
    diagnosis: int
    entry: int
    value: str = ""


class PrepareTap(CallbackData, prefix="dh"):
    """A team member offers help before a diagnosis of this route."""

    route: int
