"""What whoever leads a school says of a teacher's topic: agreed, or a remark (S001 4.1)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ForeignKey, Select, exists, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.base import Base, identity
from models.diagnosis import Diagnosis
from models.people import Person
from models.plan import Activity
from models.route import Route, RouteState


class TopicWord(Base):
    """One word on a topic as it stood then; the newest one counts. `remark`: "" where it is agreed with."""

    __tablename__ = "topic_words"

    id: Mapped[int] = identity()
    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    topic: Mapped[str]
    remark: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime]

    author: Mapped[Person] = relationship(lazy="raise")

    def is_about(self, topic: str | None) -> bool:
        """Whether the topic is still the one that it was said of."""
        return self.topic == topic


def topic_words_of(route_ids: Collection[int]) -> Select[TopicWord]:
    """The words on the topics of these routes, the newest first."""
    return (
        select(TopicWord)
        .where(TopicWord.route_id.in_(route_ids))
        .options(joinedload(TopicWord.author))
        .order_by(TopicWord.id.desc())
    )


def topics_at(school_id: int) -> Select[Route]:
    """Routes of a school that are not over and have a topic, by the teacher's name."""
    return (
        _at(school_id)
        .where(Route.topic.is_not(None), Route.topic != "")
        .order_by(Person.search_name, Route.id)
    )


def not_begun_at(school_id: int) -> Select[Route]:
    """Routes of a school where nothing was done yet: no topic, no row, no questionnaire; by the teacher's name."""
    return (
        _at(school_id)
        .where(
            Route.state == RouteState.DRAFT,
            Route.topic.is_(None) | (Route.topic == ""),
            Route.starts_on.is_(None),
            ~exists().where(Activity.route_id == Route.id),
            ~exists().where(Diagnosis.route_id == Route.id),
        )
        .order_by(Person.search_name, Route.id)
    )


def _at(school_id: int) -> Select[Route]:
    return (
        select(Route)
        .join(Person, Person.id == Route.teacher_id)
        .where(Route.organisation_id == school_id, Route.state != RouteState.CLOSED)
        .options(joinedload(Route.teacher), joinedload(Route.organisation))
    )


def walking_at(school_id: int) -> Select[int]:
    """Who has a route at a school, over or not."""
    return select(Route.teacher_id).where(Route.organisation_id == school_id)
