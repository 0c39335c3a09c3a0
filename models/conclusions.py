"""The conclusions on a route: their text, the outcome, the teacher's word on them (S000 3.1.4, 4.11; X15, X32)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import ForeignKey, Select, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship
from sqlalchemy.orm.attributes import flag_modified

from models.base import Base, by_value, drawn_version, identity
from models.errors import NotYours, Outdated, Refusal
from models.paragraphs import Paragraphs
from models.people import Person
from models.route import Route, TeamMember

LONGEST = 10_000
"""Letters of the whole text."""
SILENT_AFTER = timedelta(days=10)
"""Ours (X32): so long the teacher's word is awaited before the silence may be fixed."""
SUCCESS, PROLONGED, STOPPED = "success", "prolonged", "stopped"
"""Outcomes; the first two are codes of the regulations, the last one is ours."""


class ConclusionsState(StrEnum):
    """Being written; going round to be signed; signed by all."""

    DRAFT = "draft"
    SIGNING = "signing"
    SIGNED = "signed"


class Known(StrEnum):
    """What the teacher says of the conclusions: has read them; has read them and disagrees; has said nothing."""

    READ = "read"
    DISAGREES = "disagrees"
    SILENT = "silent"


class Conclusions(Paragraphs, Base):
    """The conclusions of one round of a route: a prolonged route gets others later, these stay readable.

    `number`: in the route; `few`: why fewer activities
    than the regulation asks for are accepted (X42); `product`: what the teacher has made, where it is asked for.
    `reason`, `new_end`, `old_end`, `prolongation`, `past`: of the outcome; `past` marks a prolongation beyond the
    longest term (X15). `known`, `known_at`, `objection`: the teacher's word.
    """

    LONGEST = LONGEST

    __tablename__ = "conclusions"
    __table_args__ = (UniqueConstraint("route_id", "number"),)

    id: Mapped[int] = identity()
    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"), index=True)
    number: Mapped[int]
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    state: Mapped[ConclusionsState] = mapped_column(
        by_value(ConclusionsState), default=ConclusionsState.DRAFT
    )
    version: Mapped[int] = drawn_version()
    begun_at: Mapped[datetime]
    few: Mapped[str] = mapped_column(default="")
    product: Mapped[str] = mapped_column(default="")
    outcome: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    new_end: Mapped[date | None]
    old_end: Mapped[date | None]
    prolongation: Mapped[int] = mapped_column(default=0)
    past: Mapped[bool] = mapped_column(default=False)
    signed_at: Mapped[datetime | None]
    known: Mapped[Known | None] = mapped_column(by_value(Known))
    known_at: Mapped[datetime | None]
    objection: Mapped[str] = mapped_column(default="")

    route: Mapped[Route] = relationship(lazy="raise")
    author: Mapped[Person] = relationship(lazy="raise")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the tapped card shows an earlier moment."""
        if version != self.version:
            raise Outdated("conclusions-outdated", state=self.state.value)

    def only_draft(self) -> None:
        """Refuses Outdated once they go round: what is signed must stay what was read."""
        if self.state is not ConclusionsState.DRAFT:
            raise Outdated("conclusions-outdated", state=self.state.value)

    def too_long(self, length: int) -> Refusal:
        """What is said of a text of so many letters."""
        return Refusal("conclusions-too-long", length=length, longest=LONGEST)

    def rewrite(self, paragraphs: Sequence[str], *, more: bool) -> None:
        """The whole text anew; `more`: behind what stands there already. Refuses a text too long."""
        self.only_draft()
        self._keep([*(self.paragraphs if more else []), *paragraphs])

    def explain(self, code: str, text: str) -> None:
        """Why so few are accepted (`few`), what the product is (`product`), why this outcome (`reason`)."""
        self.only_draft()
        if code not in ("few", "product", "reason"):
            raise NotYours("refusal-not-yours")
        setattr(self, code, text)

    def choose(self, outcome: str) -> None:
        """What the route ends with; what was said of another outcome is forgotten."""
        self.only_draft()
        if outcome != self.outcome:
            self.reason, self.new_end, self.prolongation, self.past = "", None, 0, False
        self.outcome = outcome
        flag_modified(self, "outcome")

    def prolong(self, until: date, ends: date | None, number: int, *, past: bool) -> None:
        """The new last day, which prolongation of the route it is, and whether it goes past the longest term (X15)."""
        self.only_draft()
        if self.outcome != PROLONGED:
            raise Outdated("conclusions-outdated", state=self.state.value)
        if ends is not None and until <= ends:
            raise Refusal("conclusions-end-early", ends=ends)
        self.new_end, self.old_end, self.prolongation, self.past = until, ends, number, past

    def is_ready(self, *, few: bool) -> bool:
        """Whether nothing is missing; `few`: fewer activities are accepted than asked for, so that a reason is due."""
        explained = bool(self.few) or not few
        decided = self.outcome == SUCCESS or bool(self.outcome and self.reason)
        ends = self.outcome != PROLONGED or self.new_end is not None
        return bool(self.paragraphs) and explained and decided and ends

    def send(self, *, few: bool, ends: date | None) -> None:
        """They go round to be signed. Refuses while text, outcome, reason or new end are missing.

        `ends`: the route's last day now; a break may have moved it since the new one was chosen.
        """
        self.only_draft()
        if not self.paragraphs:
            raise Refusal("conclusions-no-text")
        if few and not self.few:
            raise Refusal("conclusions-needs-why")
        if not self.outcome:
            raise Refusal("conclusions-no-outcome")
        if self.outcome != SUCCESS and not self.reason:
            raise Refusal("conclusions-no-reason")
        if self.outcome == PROLONGED and self.new_end is None:
            raise Refusal("conclusions-no-end")
        if self.new_end is not None and ends is not None and self.new_end <= ends:
            raise Refusal("conclusions-end-early", ends=ends)
        self.state = ConclusionsState.SIGNING

    def back(self) -> None:
        """Returned by a signer or taken back by the author: to be mended."""
        if self.state is not ConclusionsState.SIGNING:
            raise Outdated("conclusions-outdated", state=self.state.value)
        self.state = ConclusionsState.DRAFT

    def sign(self, at: datetime, ends: date | None) -> None:
        """Everybody has signed; `ends`: the route's last day until now, to go back to."""
        self.state, self.signed_at = ConclusionsState.SIGNED, at
        self.old_end = ends if self.outcome == PROLONGED else self.old_end

    def unsign(self) -> None:
        """The last signature is taken back at once. Refuses once the teacher has answered."""
        if self.known is not None:
            raise Outdated("signing-no-undo")
        self.state, self.signed_at = ConclusionsState.SIGNING, None

    def tell(self, known: Known, at: datetime, objection: str = "") -> None:
        """The teacher's word; later than a silence that was fixed it still counts. Refuses a second word."""
        self._only_signed()
        if self.known in (Known.READ, Known.DISAGREES):
            raise Outdated("conclusions-known-already", at=self.known_at)
        self.known, self.known_at, self.objection = known, at, objection

    def fix_silence(self, at: datetime) -> None:
        """«Уведомлен(а), не ознакомлен(а)», after the days of waiting; they hold without the teacher's word (X32)."""
        self._only_signed()
        if self.known is not None:
            raise Outdated("conclusions-known-already", at=self.known_at)
        if not self.is_silent(at):
            raise Refusal("conclusions-silence-early", days=SILENT_AFTER.days)
        self.known, self.known_at = Known.SILENT, at

    def is_silent(self, at: datetime) -> bool:
        """Whether the teacher has had time enough to answer."""
        return self.known is None and self.signed_at is not None and at - self.signed_at >= SILENT_AFTER

    def _only_signed(self) -> None:
        if self.state is not ConclusionsState.SIGNED:
            raise Outdated("conclusions-outdated", state=self.state.value)


def _whole() -> Select[Conclusions]:
    route = joinedload(Conclusions.route)
    return select(Conclusions).options(
        joinedload(Conclusions.author),
        route.joinedload(Route.teacher).joinedload(Person.organisation),
        route.joinedload(Route.organisation),
        route.joinedload(Route.team).joinedload(TeamMember.person),
    )


def conclusions_of(route_id: int) -> Select[Conclusions]:
    """The conclusions of a route, the newest first."""
    return _whole().where(Conclusions.route_id == route_id).order_by(Conclusions.number.desc())


def count_concluded(route_id: int) -> Select[int]:
    """How many conclusions on a route are signed."""
    signed = Conclusions.state == ConclusionsState.SIGNED
    return select(func.count()).where(Conclusions.route_id == route_id, signed)


def count_signing(route_id: int) -> Select[int]:
    """How many conclusions on a route go round to be signed."""
    signing = Conclusions.state == ConclusionsState.SIGNING
    return select(func.count()).where(Conclusions.route_id == route_id, signing)


def conclusions_by_id(conclusions_id: int) -> Select[Conclusions]:
    """These conclusions."""
    return _whole().where(Conclusions.id == conclusions_id)
