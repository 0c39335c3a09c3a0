"""One programme of mentoring as its people see it: who, how long, how far, and what can be done now."""

from __future__ import annotations

from handlers.callbacks import Go
from handlers.callbacks_mentoring import MentorTap
from handlers.plan_lines import cited
from handlers.review_card import shortened
from handlers.views import Button, Say, button, say
from models.mentoring import Mentorship
from models.mentoring_member import MentorshipState, Way
from models.people import Person, Role
from regulations.duration import Term
from regulations.words import Words
from services.mentoring import Programme, names
from services.menu import Desk

LONGEST, FEW = 120, 3
"""Of the mentees' own words: how much a card shows, and of how many."""


def tap(one: Mentorship, do: str, value: str = "") -> MentorTap:
    """A button about a programme, as drawn now."""
    return MentorTap(do=do, programme=one.id, version=one.version, value=value)


def label(found: Programme) -> Say | Words | str:
    """What the programme is about; "" is not said yet."""
    problem = found.problem
    return shortened(problem) if isinstance(problem, str) and problem else problem or say("mentoring-unnamed")


def parts_of(found: Programme, reader: Person) -> list[Say | list[Say]]:
    """The words of a card."""
    made = found.mentorship
    head = [say("mentoring-card", problem=label(found), state=made.state.value), *people_lines(made)]
    if made.starts_on is not None and made.ends_on is not None:
        head.append(say("mentoring-term", starts=made.starts_on, ends=made.ends_on))
    return [head, *term_lines(found), *_draft_lines(found, reader)]


def people_lines(made: Mentorship) -> list[Say]:
    """Who mentors whom."""
    return [
        say(
            "mentoring-people",
            mentors=names(made.mentors),
            mentees=names(made.mentees) or say("mentoring-nobody"),
        )
    ]


def term_lines(found: Programme) -> list[Say]:
    """A term outside the bounds, with the clause; and the word of explanation (X14)."""
    if found.term not in (Term.TOO_SHORT, Term.TOO_LONG):
        return []
    clause = cited(found.bounds.clause)
    if found.term is Term.TOO_SHORT:
        said = say("mentoring-term-short", least=found.bounds.min_months or 0, clause=clause)
    else:
        said = say("mentoring-term-long", most=found.bounds.max_months or 0, clause=clause)
    why = found.mentorship.reason
    return [said, *([say("mentoring-term-reason", reason=why)] if why else [])]


def _draft_lines(found: Programme, reader: Person) -> list[Say]:
    """A draft: what is missing and what others wished; a sent one: whose word is awaited."""
    made = found.mentorship
    if made.state is MentorshipState.DRAFT:
        left = [say("mentoring-missing", count=len(found.missing))] if found.missing else []
        return [*left, *([say("mentoring-wish", wish=shortened(made.wish))] if made.wish else [])]
    if made.state is MentorshipState.WAITING:
        mine = reader.id in {one.person_id for one in made.awaited}
        return [say("mentoring-awaited", names=names(made.awaited), mine=mine)]
    return _end_lines(found)


def _end_lines(found: Programme) -> list[Say]:
    """What the mentor reported, and whose own words are still to come."""
    made = found.mentorship
    if not made.outcome:
        return []
    lines = [say("mentoring-outcome", outcome=found.note.outcome(made.outcome), words=shortened(made.report))]
    if made.state is MentorshipState.REPORTED:
        unsaid = [one for one in made.mentees if one.said_at is None]
        return [*lines, say("mentoring-unsaid", names=names(unsaid))]
    return lines + [
        say("mentoring-met-said", name=one.person.short_name, words=one.words[:LONGEST])
        for one in made.mentees[:FEW]
        if one.words
    ]


def rows_of(found: Programme, reader: Person) -> list[list[Button]]:
    """What this reader may do now; where nothing is left, the note can be read."""
    made = found.mentorship
    note = [button("mentoring-card.note", tap(made, "note"))]
    if made.state is MentorshipState.DRAFT:
        return _draft_rows(found, reader)
    if made.state is MentorshipState.WAITING:
        return [*_word_rows(made, reader), note, [_plan(made)]]
    return [*_running_rows(made, reader), [_plan(made), button("mentoring-met.log", tap(made, "log"))], note]


def _running_rows(made: Mentorship, reader: Person) -> list[list[Button]]:
    """What a programme that runs, is summed up or is over asks of this reader."""
    mine, state = made.only_member(reader), made.state
    if mine.role is Role.MENTEE:
        own = button("mentoring-reported.own", tap(made, "own"), style="primary")
        return [[own]] if state is MentorshipState.REPORTED and mine.said_at is None else []
    if state is MentorshipState.CLOSED:
        return [[button("mentoring-next", tap(made, "next"), style="primary")]]
    other = [button("mentoring-card.replace", tap(made, "replace"))]
    if state is MentorshipState.REPORTED:
        return [[button("mentoring-card.close", tap(made, "close"))], other]
    meeting = button("mentoring-card.meeting", tap(made, "meeting"), style="primary")
    return [[meeting], [button("mentoring-card.end", tap(made, "end"))], other]


def _plan(made: Mentorship) -> Button:
    return button("mentoring-card.plan", tap(made, "plan"))


def _draft_rows(found: Programme, reader: Person) -> list[list[Button]]:
    """Who writes goes on, or sends it."""
    made = found.mentorship
    if not made.may_write(reader):
        return [[button("mentoring-card.note", tap(made, "note"))]]
    on = button("mentoring-card.go-on", tap(made, "go-on"), style="primary")
    send = button("mentoring-card.send", tap(made, "send"), style="success")
    rows = [
        [on if found.missing or not made.mentees else send],
        [button("mentoring-card.note", tap(made, "note"))],
        [_plan(made)],
    ]
    if made.only_member(reader).role is Role.MENTOR:
        rows += [
            [button("mentoring-card.people", tap(made, "people"))],
            [button("mentoring-card.remove", tap(made, "remove"))],
        ]
    return rows


def _word_rows(made: Mentorship, reader: Person) -> list[list[Button]]:
    """The word that is awaited, a wish; who has given theirs may take the draft back."""
    member = made.only_member(reader)
    if member in made.awaited:
        reads = made.way is Way.ACKNOWLEDGED and member.role is Role.MENTEE
        return word_rows(made.id, made.draft, reads=reads)
    return [[button("mentoring-card.take-back", tap(made, "take-back"))]] if made.may_write(reader) else []


def word_rows(programme: int, draft: int, *, reads: bool) -> list[list[Button]]:
    """«Даю согласие» or «Ознакомлен(а)», and «Хочу иначе»: about a draft, whatever others say meanwhile."""
    key = {"programme": programme, "version": draft}
    yes = MentorTap(do="assent", **key)
    wish = MentorTap(do="wish", **key)
    word = (
        button("mentoring-word.reads", yes, style="success")
        if reads
        else button("mentoring-word.agrees", yes, style="success")
    )
    return [[word], [button("mentoring-word.wish", wish)]]


def menu_rows(desk: Desk) -> list[list[Button]]:
    """In the menu of mentors and mentees, whatever hat they wear: the programmes, and how many wait for a word."""
    if not desk.mentors:
        return []
    waiting = desk.programmes_waiting
    style = "primary" if waiting else None
    return [[button("mentoring-menu", Go(place="mentoring"), style=style, waiting=waiting)]]
