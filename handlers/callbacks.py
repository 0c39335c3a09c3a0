"""Every button's data: at most 64 bytes, with the id of its thing and the version that was drawn (DESIGN 3)."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class Go(CallbackData, prefix="go"):
    """To a place of the menu that needs no thing: a name of `places.SCREENS`."""

    place: str


class ConsentAnswer(CallbackData, prefix="cn"):
    """About the consent: yes, only, no, read; file, word, withdraw, keep, gone."""

    do: str


class Language(CallbackData, prefix="la"):
    """A language was chosen."""

    code: str


class HatTap(CallbackData, prefix="ht"):
    """Another role of the same person: its code."""

    role: str


class DelegationTap(CallbackData, prefix="de"):
    """Typing for a teacher: give to a person of the team, take back from one (`-sheet`); for a route: type, sheet."""

    do: str
    id: int


class RouteTap(CallbackData, prefix="rt"):
    """Something about a route as a whole, as drawn in `version`."""

    do: str
    route: int
    version: int


class SheetTap(CallbackData, prefix="sh"):
    """Something about the information sheet; `value`: a question by its place in the form, and a choice."""

    do: str
    sheet: int
    version: int
    value: str = ""


class TypedTap(CallbackData, prefix="st"):
    """A helper about the sheet of a teacher; `value`: a question by its place in the form, and a choice."""

    do: str
    sheet: int
    version: int
    value: str = ""


class CourseTap(CallbackData, prefix="sc"):
    """Something about a course of further training; `value` is the place of a choice in its list."""

    do: str
    course: int
    version: int
    value: str = ""


class Answer(CallbackData, prefix="da"):
    """A step of the scale for the statement that this version of the diagnosis showed."""

    diagnosis: int
    version: int
    value: int


class DiagnosisTap(CallbackData, prefix="dg"):
    """Anything else about a diagnosis: back, pause, result, share; `at` is a statement, a page or a side."""

    do: str
    diagnosis: int
    version: int
    at: int = 0


class SharedTap(CallbackData, prefix="ds"):
    """A member of the team about a result that the teacher has shown."""

    do: str
    diagnosis: int
    version: int


class NoteTap(CallbackData, prefix="dn"):
    """A difficulty, need or strength is marked or the mark taken away."""

    kind: str
    diagnosis: int
    version: int
    statement: int


class PlanTap(CallbackData, prefix="pl"):
    """Something about the plan of a route as drawn in `version`; `value`: months, a date, a phrase."""

    do: str
    route: int
    version: int
    value: str = ""


class ActivityTap(CallbackData, prefix="ac"):
    """Something about one activity of the plan; `value` is the place of a choice in its list."""

    do: str
    activity: int
    version: int
    value: str = ""


class MoveTap(CallbackData, prefix="mv"):
    """The new day of an activity that was moved; `value`: the question and the day."""

    do: str
    activity: int
    version: int
    value: str = ""


class ReportTap(CallbackData, prefix="rp"):
    """The teacher about their report."""

    do: str
    report: int
    version: int


class PracticeTap(CallbackData, prefix="pr"):
    """The teacher about practice: tried in class, told to colleagues; skip, anew."""

    do: str
    report: int
    version: int


class EvidenceTap(CallbackData, prefix="ev"):
    """The teacher about one piece of evidence: remove, or what becomes of a large file."""

    do: str
    report: int
    version: int
    evidence: int


class ReopenTap(CallbackData, prefix="ro"):
    """A team member about an accepted report that its teacher wants back: look, give, keep."""

    do: str
    report: int
    version: int


class ReviewTap(CallbackData, prefix="rv"):
    """A team member about a submitted report; `value` is the number of a ready phrase, or of an own one."""

    do: str
    report: int
    version: int
    value: int = 0


class QuestionTap(CallbackData, prefix="qu"):
    """The teacher about a question that the team has about a sent report."""

    do: str
    question: int
    version: int


class WriteTap(CallbackData, prefix="rw"):
    """A team member about their review of a report, as the draft was in `version`.

    `value`: the number of a ready phrase, or the version of the report that is accepted with it.
    """

    do: str
    report: int
    version: int
    value: int = 0


class ReviewAllTap(CallbackData, prefix="ra"):
    """«Принять все без замечаний»; `seal` stands for the listed reports in the listed versions."""

    do: str
    seal: int


class FinalEventTap(CallbackData, prefix="fe"):
    """Something about a final event; `value` is the place of a choice in its list."""

    do: str
    event: int
    version: int
    value: str = ""


class GuestTap(CallbackData, prefix="gu"):
    """About one person's invitation to a final event: the guest answers, or the teacher takes them off."""

    do: str
    guest: int
    version: int


class CheckTap(CallbackData, prefix="ck"):
    """About one point of a final event's checklist, as drawn; `value`: which number, a version of the sheet."""

    do: str
    check: int
    version: int
    value: str = ""


class ReminderTap(CallbackData, prefix="rm"):
    """Something about the reminder of a local day (ordinal): again tomorrow, done or moved (which?), back."""

    do: str
    day: int


class RemindTap(CallbackData, prefix="rs"):
    """Something about a person's settings of reminders, as drawn in `version`."""

    do: str
    person: int
    version: int
    value: str = ""
