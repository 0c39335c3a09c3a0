"""The catalogue («бесшовная матрица», S003 1.2, R3-007): events to choose from, in and outside the school."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, mapped_column, validates

from models.base import Base, by_value, drawn_version, identity, normalised
from models.errors import Outdated
from models.event_row import EventRow


class EntryState(StrEnum):
    """An event being written, open to be chosen, called off by whoever keeps it, a draft thrown away."""

    DRAFT = "draft"
    OPEN = "open"
    CALLED_OFF = "called_off"
    REMOVED = "removed"


class Scope(StrEnum):
    """For whom an event is: a whole region, one municipality, one school."""

    REGION = "region"
    MUNICIPALITY = "municipality"
    SCHOOL = "school"


QUESTIONS = ("title", "kind", "competencies", "level", "organiser", "date", "hours", "away", "places", "link")
"""Questions that may stay without an answer."""


class CatalogueEntry(EventRow, Base):
    """One event of the catalogue; `kind`, `level`, `competencies`: codes; `organiser`: a code or own words.

    `key`: of the file that it was imported from, the same at each import. `hours`: academic hours. `away`: whether
    the teacher leaves the school for it. `places`: how many people it takes. `news` grows when people who have it
    in a plan must hear; `reason`: why it was called off. Dates are local ones. `owner_id`: who wrote it, None for
    an import. `school_id`: of an event for one school; `municipality`: of one for a municipality.
    """

    BLANK_ALLOWED = ("organiser", "hours", "away", "places", "link")
    NUMBERS = ("hours", "places")

    __tablename__ = "catalogue"

    id: Mapped[int] = identity()
    key: Mapped[str | None] = mapped_column(unique=True)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    scope: Mapped[Scope] = mapped_column(by_value(Scope))
    region: Mapped[str] = mapped_column(index=True)
    municipality: Mapped[str] = mapped_column(default="")
    school_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"))
    title: Mapped[str] = mapped_column(default="")
    search_title: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="")
    level: Mapped[str] = mapped_column(default="")
    organiser: Mapped[str] = mapped_column(default="")
    competencies: Mapped[list[str]] = mapped_column(default=list)
    search_competencies: Mapped[str] = mapped_column(default=",")
    period: Mapped[bool] = mapped_column(default=False)
    starts_on: Mapped[date | None]
    on_date: Mapped[date | None] = mapped_column(index=True)
    hours: Mapped[int | None]
    away: Mapped[bool | None]
    places: Mapped[int | None]
    link: Mapped[str] = mapped_column(default="")
    blank: Mapped[list[str]] = mapped_column(default=list)
    state: Mapped[EntryState] = mapped_column(by_value(EntryState), default=EntryState.DRAFT)
    reason: Mapped[str] = mapped_column(default="")
    news: Mapped[int] = mapped_column(default=0)
    version: Mapped[int] = drawn_version()
    created_at: Mapped[datetime]

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    @validates("title")
    def _keep_search_title(self, _: str, title: str) -> str:
        """Search on Cyrillic needs a normalised column (DESIGN 19)."""
        self.search_title = normalised(title)
        return title

    @validates("competencies")
    def _keep_search_competencies(self, _: str, codes: list[str]) -> list[str]:
        """Codes between commas, so that a database without lists can look for one of them."""
        self.search_competencies = f",{','.join(codes)},"
        return codes

    @classmethod
    def begun(cls, owner_id: int | None, scope: Scope, region: str, at: datetime) -> CatalogueEntry:
        """An event that somebody begins to write, or that an import makes."""
        made = cls(owner_id=owner_id, scope=scope, region=region, state=EntryState.DRAFT, created_at=at)
        made.title = made.kind = made.level = made.organiser = made.link = made.reason = ""
        made.competencies, made.blank, made.period = [], [], False
        made.municipality, made.news = "", 0
        return made

    @property
    def is_open(self) -> bool:
        """Whether it may still be written."""
        return self.state in (EntryState.DRAFT, EntryState.OPEN)

    @property
    def first_day(self) -> date | None:
        """The day on which it begins."""
        return self.starts_on or self.on_date

    @property
    def said(self) -> frozenset[str]:
        """The codes of the questions that are answered, or left blank on purpose."""
        plain = {code for code in QUESTIONS if code not in ("date", "away") and getattr(self, code)}
        if self.away is not None:
            plain.add("away")
        plain |= {"starts"} if self.starts_on else set()
        return frozenset(plain | set(self.blank) | ({"date"} if self.on_date else set()))

    @property
    def complete(self) -> bool:
        """Every question is answered or skipped."""
        return {*QUESTIONS, *(["starts"] if self.period else [])} <= self.said

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the tapped card shows an older event."""
        if version != self.version:
            raise Outdated("catalogue-outdated")

    def write(self, code: str, answer: str | date) -> None:
        """The answer to one question; several competencies joined by commas; "" where it may stay open."""
        self._is(EntryState.DRAFT, EntryState.OPEN)
        self._write(code, answer)

    def span(self, period: bool) -> None:
        """One day, or a period whose days are asked anew; an open event keeps its last day meanwhile."""
        self._is(EntryState.DRAFT, EntryState.OPEN)
        self._span(period, keep_last=self.state is not EntryState.DRAFT)

    def publish(self) -> None:
        """The last question is answered: it can be chosen."""
        self._is(EntryState.DRAFT)
        self.state = EntryState.OPEN

    def call_off(self, reason: str) -> None:
        """It will not take place; people who have it in a plan hear why."""
        self._is(EntryState.OPEN)
        self.state, self.reason = EntryState.CALLED_OFF, reason
        self.is_news()

    def open_again(self) -> None:
        """What was called off takes place after all."""
        self._is(EntryState.CALLED_OFF)
        self.state, self.reason = EntryState.OPEN, ""

    def remove(self) -> None:
        """A draft is thrown away."""
        self._is(EntryState.DRAFT)
        self.state = EntryState.REMOVED

    def is_news(self) -> None:
        """Whoever has it in a plan must hear."""
        self.news += 1

    def _is(self, *states: EntryState) -> None:
        if self.state not in states:
            raise Outdated("catalogue-outdated")


def entry_by_id(entry_id: int) -> Select[CatalogueEntry]:
    """One event."""
    return select(CatalogueEntry).where(CatalogueEntry.id == entry_id)


def entry_drafts_of(owner_id: int) -> Select[CatalogueEntry]:
    """The event that a person is writing, if any."""
    draft = CatalogueEntry.state == EntryState.DRAFT
    return (
        select(CatalogueEntry)
        .where(CatalogueEntry.owner_id == owner_id, draft)
        .order_by(CatalogueEntry.id.desc())
    )


def entries_by_keys(keys: Collection[str]) -> Select[CatalogueEntry]:
    """What was imported under these keys before."""
    return select(CatalogueEntry).where(CatalogueEntry.key.in_(keys))
