"""What the teacher makes on the way: a product with a file or link that shows it (S003 1.2, S001 3.4; R2-023)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, contains_eager, joinedload, mapped_column, relationship, selectinload

from models.base import Base, by_value, drawn_version, identity
from models.errors import NotYours, Outdated, Refusal
from models.evidence import Evidence
from models.people import Person
from models.route import Route, TeamMember, reviewed_by

MOST_FILES = 10
ANSWERS = ("kind", "direction", "title")


class ProductState(StrEnum):
    """Being put together; handed in; taken out."""

    DRAFT = "draft"
    HANDED = "handed"
    REMOVED = "removed"


class Product(Base):
    """One product of a route. `kind`: a code of the regulation or own words, "" where none is asked.

    `direction`: a code where there is to be one for each direction (S002). A product without evidence is a draft.
    """

    __tablename__ = "products"

    id: Mapped[int] = identity()
    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"), index=True)
    state: Mapped[ProductState] = mapped_column(by_value(ProductState), default=ProductState.DRAFT)
    version: Mapped[int] = drawn_version()
    kind: Mapped[str] = mapped_column(default="")
    direction: Mapped[str] = mapped_column(default="")
    title: Mapped[str] = mapped_column(default="")
    begun_at: Mapped[datetime]
    handed_at: Mapped[datetime | None]

    route: Mapped[Route] = relationship(lazy="raise")
    evidence: Mapped[list[Evidence]] = relationship(
        lazy="raise", order_by="Evidence.id", cascade="all, delete-orphan"
    )
    words: Mapped[list[ProductWord]] = relationship(lazy="raise", order_by="ProductWord.id")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the tapped card shows an earlier moment; of a product handed in it says when."""
        if version == self.version:
            return
        if self.state is ProductState.HANDED:
            raise Outdated("product-handed-already", at=self.handed_at)
        raise Outdated("product-outdated")

    def write(self, code: str, answer: str) -> None:
        """The answer to one question: `kind`, `direction` or `title`. Refuses another question."""
        self._stands()
        if code not in ANSWERS:
            raise NotYours("refusal-not-yours")
        setattr(self, code, answer)

    def attach(self, one: Evidence) -> None:
        """One more file or link; the same one twice is one. Refuses the one too many."""
        self._stands()
        if any(known.unique_id == one.unique_id for known in self.evidence):
            return
        if len(self.evidence) >= MOST_FILES:
            raise Refusal("product-enough-files", most=MOST_FILES)
        self.evidence.append(one)

    def detach_all(self) -> None:
        """The files are taken off: without one it is a draft again, and is no longer handed in."""
        self._stands()
        self.evidence.clear()
        self.state = ProductState.DRAFT

    def hand_in(self, at: datetime) -> None:
        """The teacher hands it in. Refuses one without a name or a file, and a second time."""
        self._stands()
        if self.state is ProductState.HANDED:
            raise Outdated("product-handed-already", at=self.handed_at)
        if not self.title:
            raise Refusal("product-no-title")
        if not self.evidence:
            raise Refusal("product-no-file")
        self.state, self.handed_at = ProductState.HANDED, at

    def remove(self) -> None:
        """The teacher takes it out."""
        self._stands()
        self.state = ProductState.REMOVED

    def only_handed(self) -> None:
        """Refuses Outdated to whoever looks at a product that is being put together, or is taken out."""
        if self.state is not ProductState.HANDED:
            raise Outdated("product-not-there")

    def _stands(self) -> None:
        if self.state is ProductState.REMOVED:
            raise Outdated("product-outdated")


class ProductWord(Base):
    """A word of one companion on a product."""

    __tablename__ = "product_words"

    id: Mapped[int] = identity()
    product_id: Mapped[int] = mapped_column(ForeignKey("products.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    text: Mapped[str]
    at: Mapped[datetime]

    author: Mapped[Person] = relationship(lazy="raise")


def _with_all() -> Select[Product]:
    return select(Product).options(
        selectinload(Product.evidence), selectinload(Product.words).joinedload(ProductWord.author)
    )


def product_by_id(product_id: int) -> Select[Product]:
    """A product with its files, its words, its route and the team."""
    route = joinedload(Product.route)
    return (
        _with_all()
        .where(Product.id == product_id)
        .options(
            route.joinedload(Route.organisation),
            route.joinedload(Route.teacher).joinedload(Person.organisation),
            route.joinedload(Route.team).joinedload(TeamMember.person),
        )
    )


def products_of(route_id: int) -> Select[Product]:
    """What stands on a route, drafts too, in the order in which it was begun."""
    standing = Product.state != ProductState.REMOVED
    return _with_all().where(Product.route_id == route_id, standing).order_by(Product.id)


def products_of_team(person_id: int, day: date) -> Select[Product]:
    """What was handed in on the routes on whose team a person is that day; never the person's own. The latest first."""
    return (
        _with_all()
        .join(Product.route)
        .where(
            Product.route_id.in_(reviewed_by(person_id, day)),
            Route.teacher_id != person_id,
            Product.state == ProductState.HANDED,
        )
        .options(contains_eager(Product.route).joinedload(Route.teacher))
        .order_by(Product.handed_at.desc(), Product.id.desc())
    )
