"""The address at which one paper is fetched once, where papers do not leave through Telegram (149-FZ)."""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe

from sqlalchemy import ColumnElement, ForeignKey, Select, Update, select, update
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, identity

TOKEN_BYTES = 24
LASTS = timedelta(hours=1)


class PaperLink(Base):
    """The newest address of a person: of its token only the hash. `until`: None once it has been used.

    It leads to a paper of a route, to a file that was ordered, or to a paper `about` something else: of mentoring the
    id of its programme, of a protocol that of a slot, of the plan of a school year that year.
    """

    __tablename__ = "paper_links"

    id: Mapped[int] = identity()
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), unique=True)
    mark: Mapped[str] = mapped_column(unique=True)
    route_id: Mapped[int | None] = mapped_column(ForeignKey("routes.id"))
    order_id: Mapped[int | None] = mapped_column(ForeignKey("file_orders.id"))
    about: Mapped[int | None]
    kind: Mapped[str]
    form: Mapped[str]
    until: Mapped[datetime | None]

    def give(self, route_id: int, kind: str, form: str, at: datetime) -> str:
        """A new address, whose token is returned and kept nowhere; the one before leads nowhere from now on."""
        self.route_id, self.order_id, self.about, self.kind, self.form = route_id, None, None, kind, form
        return self._new(at)

    def give_about(self, about: int, kind: str, form: str, at: datetime) -> str:
        """The same for a paper about something else than a route."""
        self.route_id, self.order_id, self.about, self.kind, self.form = None, None, about, kind, form
        return self._new(at)

    def give_file(self, order_id: int, kind: str, at: datetime) -> str:
        """The same for a file that was ordered."""
        self.route_id, self.order_id, self.about, self.kind, self.form = None, order_id, None, kind, ""
        return self._new(at)

    def _new(self, at: datetime) -> str:
        token = token_urlsafe(TOKEN_BYTES)
        self.mark, self.until = mark_of(token), at + LASTS
        return token


def mark_of(token: str) -> str:
    """By what an address is known again."""
    return sha256(token.encode()).hexdigest()


def paper_link_of(person_id: int) -> Select[PaperLink]:
    """The newest address of a person."""
    return select(PaperLink).where(PaperLink.person_id == person_id)


def _runs(at: datetime) -> tuple[ColumnElement[bool], ...]:
    """An address of a clock that ran ahead is over, once the clock is right."""
    return PaperLink.until > at, PaperLink.until <= at + 2 * LASTS


def paper_link_open(token: str, at: datetime) -> Select[PaperLink]:
    """What an address leads to, while it is neither used nor over."""
    return select(PaperLink).where(PaperLink.mark == mark_of(token), *_runs(at))


def paper_link_used(link: PaperLink, at: datetime) -> Update:
    """It is used now; no row where somebody was quicker."""
    same = (PaperLink.id == link.id) & (PaperLink.mark == link.mark) & (PaperLink.until > at)
    return update(PaperLink).where(same).values(until=None).execution_options(synchronize_session=False)
