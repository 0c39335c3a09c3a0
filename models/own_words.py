"""What a person has typed for others to read, by table: it goes when the consent is withdrawn, the facts stay."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Select, or_, select, union

from models.help_request import HelpLine, HelpRequest, HelpState
from models.mentoring import Mentorship
from models.mentoring_log import Meeting, Presence
from models.mentoring_member import MentorshipAnswer, MentorshipMember, MentorshipState
from models.need import Need, NeedState
from models.notice import Notice
from models.route import Route

NOT_AGREED = (MentorshipState.DRAFT, MentorshipState.WAITING)
"""A programme that nobody walks yet: its note is still somebody's own text."""


def help_lines_by(person_id: int) -> Select[HelpLine]:
    """Every line of a question or an answer, with copies of what was passed on."""
    return select(HelpLine).where(HelpLine.author_id == person_id)


def help_open_of(teacher_id: int) -> Select[HelpRequest]:
    """The ids and versions of a teacher's questions that are not over."""
    going = HelpRequest.state.in_((HelpState.OPEN, HelpState.ANSWERED))
    return (
        select(HelpRequest)
        .join(Route, Route.id == HelpRequest.route_id)
        .where(Route.teacher_id == teacher_id, going)
    )


def needs_by(person_id: int) -> Select[Need]:
    """Everything that a person has missed, drafts as well."""
    return select(Need).where(Need.author_id == person_id, Need.state != NeedState.REMOVED)


def places_of(person_id: int) -> Select[MentorshipMember]:
    """A person's places in programmes; a word at the end stands there."""
    return select(MentorshipMember).where(MentorshipMember.person_id == person_id)


def meetings_noted_by(person_id: int) -> Select[Meeting]:
    """Meetings that a person has noted."""
    return select(Meeting).where(Meeting.author_id == person_id)


def presences_of(person_id: int) -> Select[Presence]:
    """A person's places at meetings; a word about each may stand there."""
    mine = select(MentorshipMember.id).where(MentorshipMember.person_id == person_id)
    return select(Presence).where(Presence.member_id.in_(mine))


def notes_not_agreed_by(person_id: int) -> Select[MentorshipAnswer]:
    """What a person has written into notes that nobody has agreed with yet."""
    going = select(Mentorship.id).where(Mentorship.state.in_(NOT_AGREED))
    return select(MentorshipAnswer).where(
        MentorshipAnswer.author_id == person_id, MentorshipAnswer.mentorship_id.in_(going)
    )


def wishes_around(person_id: int) -> Select[Mentorship]:
    """Programmes of a person's, not begun, in which somebody has asked for a change."""
    mine = select(MentorshipMember.mentorship_id).where(MentorshipMember.person_id == person_id)
    going = Mentorship.state.in_(NOT_AGREED)
    return select(Mentorship).where(Mentorship.id.in_(mine), Mentorship.wish != "", going)


def letters_about(person_id: int, kinds: Collection[str]) -> Select[Notice]:
    """What was told to a person and to whom they have talked: copies of words are among the facts.

    `kinds`: how the kind of such a notice begins.
    """
    talks = select(HelpLine.request_id).where(HelpLine.author_id == person_id)
    programmes = select(MentorshipMember.mentorship_id).where(MentorshipMember.person_id == person_id)
    parties = union(
        select(HelpRequest.addressee_id).where(HelpRequest.id.in_(talks)),
        select(Route.teacher_id).join(HelpRequest).where(HelpRequest.id.in_(talks)),
        select(MentorshipMember.person_id).where(MentorshipMember.mentorship_id.in_(programmes)),
    )
    told = or_(Notice.person_id == person_id, Notice.person_id.in_(parties))
    return select(Notice).where(told, or_(*(Notice.kind.startswith(kind) for kind in kinds)))
