"""What a programme of mentoring plans and what took place: rows of its plan, meetings, who was there (S004, X48)."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Select, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.base import Base, drawn_version, identity
from models.errors import Outdated
from models.mentoring_member import MentorshipMember


class MentorshipRow(Base):
    """A row of the plan: direction, activity, day, who is responsible, and when it was done.

    `direction`, `activity`: a code of the ready answers, or own words. `responsible_id`: a member's person.
    """

    __tablename__ = "mentorship_rows"

    id: Mapped[int] = identity()
    mentorship_id: Mapped[int] = mapped_column(ForeignKey("mentorships.id"), index=True)
    direction: Mapped[str] = mapped_column(default="")
    activity: Mapped[str] = mapped_column(default="")
    on_date: Mapped[date | None]
    responsible_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    done_on: Mapped[date | None]
    removed: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = drawn_version()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    @property
    def is_whole(self) -> bool:
        """Has every cell been said?"""
        return bool(self.direction and self.activity and self.on_date and self.responsible_id)

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the tapped row was drawn before it changed, or is no more."""
        if version != self.version or self.removed:
            raise Outdated("mentoring-row-outdated")

    def mark(self, day: date | None) -> None:
        """Done on a local day; None takes the mark away."""
        self.done_on = day

    def remove(self) -> None:
        """Not in the plan any more; what was logged with it stays."""
        self.removed = True


class Meeting(Base):
    """A meeting, logged once for all who were there. `row_id`: the row of the plan that it carried out.

    `photo`: Telegram's id of a picture. `author_id`: who logged it, and alone mends it.
    """

    __tablename__ = "mentorship_meetings"

    id: Mapped[int] = identity()
    mentorship_id: Mapped[int] = mapped_column(ForeignKey("mentorships.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    row_id: Mapped[int | None] = mapped_column(ForeignKey("mentorship_rows.id"))
    on_date: Mapped[date]
    words: Mapped[str] = mapped_column(default="")
    photo: Mapped[str] = mapped_column(default="")
    removed: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = drawn_version()
    created_at: Mapped[datetime]

    presences: Mapped[list[Presence]] = relationship(lazy="raise", order_by="Presence.id")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the tapped meeting was drawn before it changed, or was taken off."""
        if version != self.version or self.removed:
            raise Outdated("mentoring-meeting-outdated")

    def of(self, person_id: int) -> Presence | None:
        """Somebody's place at the meeting, if they were there."""
        return next((one for one in self.presences if one.member.person_id == person_id), None)

    def remove(self) -> None:
        """It was logged by mistake."""
        self.removed = True

    def forget(self) -> None:
        """The sentence and the picture go; the day, and who was there, stay (S-18.4)."""
        self.words = self.photo = ""


class Presence(Base):
    """That somebody was at a meeting, and a word of theirs about it."""

    __tablename__ = "mentorship_presences"
    __table_args__ = (UniqueConstraint("meeting_id", "member_id"),)

    id: Mapped[int] = identity()
    meeting_id: Mapped[int] = mapped_column(ForeignKey("mentorship_meetings.id"), index=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("mentorship_members.id"), index=True)
    words: Mapped[str] = mapped_column(default="")

    member: Mapped[MentorshipMember] = relationship(lazy="raise")

    def forget(self) -> None:
        """The words go, that the person was there stays."""
        self.words = ""


def rows_of_mentorship(mentorship_id: int) -> Select[MentorshipRow]:
    """The plan of a programme by day; what has no day yet stands last."""
    return (
        select(MentorshipRow)
        .where(MentorshipRow.mentorship_id == mentorship_id, MentorshipRow.removed.is_(False))
        .order_by(MentorshipRow.on_date.is_(None), MentorshipRow.on_date, MentorshipRow.id)
    )


def mentorship_row(row_id: int) -> Select[MentorshipRow]:
    """One row of a plan."""
    return select(MentorshipRow).where(MentorshipRow.id == row_id)


def _meetings() -> Select[Meeting]:
    member = joinedload(Meeting.presences).joinedload(Presence.member)
    return select(Meeting).options(member.joinedload(MentorshipMember.person))


def meeting_by_id(meeting_id: int) -> Select[Meeting]:
    """One meeting with who was there."""
    return _meetings().where(Meeting.id == meeting_id)


def meetings_of(mentorship_id: int) -> Select[Meeting]:
    """The log of a programme, the latest first."""
    return (
        _meetings()
        .where(Meeting.mentorship_id == mentorship_id, Meeting.removed.is_(False))
        .order_by(Meeting.on_date.desc(), Meeting.id.desc())
    )


def last_meeting_on(mentorship_id: int) -> Select[date]:
    """The day of the latest meeting of a programme."""
    return select(func.max(Meeting.on_date)).where(
        Meeting.mentorship_id == mentorship_id, Meeting.removed.is_(False)
    )
