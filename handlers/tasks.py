"""Which task a message or a tap belongs to, told without reading it: what services/burden.py counts."""

from __future__ import annotations

from collections.abc import Mapping

from handlers import callbacks, callbacks_signing
from handlers.callbacks_correction import CorrectionTap, RevisionTap
from handlers.callbacks_year import ApplyTap

SHEET, DIAGNOSIS, PLAN, REPORT, REVIEW, FINAL_EVENT, OTHER = (
    "sheet",
    "diagnosis",
    "plan",
    "report",
    "review",
    "final-event",
    "other",
)
TASKS = (SHEET, DIAGNOSIS, PLAN, REPORT, REVIEW, FINAL_EVENT, OTHER)
_TAPS: Mapping[str, str] = {
    callbacks.SheetTap.__prefix__: SHEET,
    callbacks.CourseTap.__prefix__: SHEET,
    callbacks.Answer.__prefix__: DIAGNOSIS,
    callbacks.DiagnosisTap.__prefix__: DIAGNOSIS,
    callbacks.NoteTap.__prefix__: DIAGNOSIS,
    callbacks.RouteTap.__prefix__: DIAGNOSIS,
    callbacks.PlanTap.__prefix__: PLAN,
    callbacks_signing.SignTap.__prefix__: PLAN,
    callbacks_signing.PinTap.__prefix__: PLAN,
    callbacks.ReportTap.__prefix__: REPORT,
    callbacks.DelegationTap.__prefix__: REPORT,
    callbacks.PracticeTap.__prefix__: REPORT,
    callbacks.EvidenceTap.__prefix__: REPORT,
    callbacks.ReviewTap.__prefix__: REVIEW,
    callbacks.ReviewAllTap.__prefix__: REVIEW,
    callbacks.ReopenTap.__prefix__: REVIEW,
    callbacks.ActivityTap.__prefix__: PLAN,
    CorrectionTap.__prefix__: PLAN,
    RevisionTap.__prefix__: PLAN,
    ApplyTap.__prefix__: PLAN,
    callbacks.FinalEventTap.__prefix__: FINAL_EVENT,
}
_VERBS: Mapping[tuple[str, str], str] = {
    (callbacks.RouteTap.__prefix__, "final-event"): FINAL_EVENT,
    **{
        (callbacks.ActivityTap.__prefix__, verb): REPORT
        for verb in ("report", "held", "missed", "moved", "reason", "to", "after-all")
    },
}
"""Taps of one class that belong to two stages: what is done about an activity when its day has come is reporting."""


def task_of(data: str | None, place: str) -> str:
    """The task of a tap with this data, or of a message from somebody at this place."""
    if data is None:
        stage = place.partition(".")[0]
        return stage if stage in TASKS else OTHER
    prefix, _, rest = data.partition(":")
    if prefix == callbacks.Go.__prefix__:
        return task_of(None, rest)
    return _VERBS.get((prefix, rest.partition(":")[0]), _TAPS.get(prefix, OTHER))
