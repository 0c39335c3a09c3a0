"""The information sheet of a person: what the school says, what the person says, and which of the two stands."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Select, UniqueConstraint, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship, selectinload
from sqlalchemy.orm.attributes import flag_modified

from models.base import Base, by_value, drawn_version, identity
from models.errors import NotYours, Outdated
from models.people import Person
from models.sheet_typed import TypedAnswer


class Origin(StrEnum):
    """Said by the import alone, agreed with by the person, or the person's own words."""

    IMPORTED = "imported"
    CONFIRMED = "confirmed"
    TYPED = "typed"


class Sheet(Base):
    """One person's sheet; `touched_at`: when an answer was last given, taken back or proposed anew."""

    __tablename__ = "sheets"

    id: Mapped[int] = identity()
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), unique=True)
    version: Mapped[int] = drawn_version()
    touched_at: Mapped[datetime]

    person: Mapped[Person] = relationship(lazy="raise")
    values: Mapped[list[SheetValue]] = relationship(lazy="raise", cascade="all, delete-orphan")
    courses: Mapped[list[SheetCourse]] = relationship(
        lazy="raise", cascade="all, delete-orphan", order_by="SheetCourse.id"
    )
    typed: Mapped[list[TypedAnswer]] = relationship(lazy="raise", cascade="all, delete-orphan")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    def only_person(self, person: Person) -> None:
        """Refuses NotYours to everybody but the person whose sheet it is."""
        if person.id != self.person_id:
            raise NotYours("refusal-not-yours")

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the card that was tapped shows an older sheet."""
        if version != self.version:
            raise Outdated("refusal-outdated")

    def touch(self, at: datetime) -> None:
        """Something on the sheet changes: whatever was drawn before is outdated, even in the same instant."""
        self.touched_at = at
        flag_modified(self, "touched_at")

    def value(self, code: str) -> SheetValue | None:
        """What is known about one question, if anything."""
        return next((one for one in self.values if one.code == code), None)

    def stands(self, code: str, proposed: str | None) -> bool:
        """Has the person answered, and to what is proposed today? Their own words stand against any proposal."""
        value = self.value(code)
        if value is None or value.origin is Origin.IMPORTED:
            return False
        return value.origin is Origin.TYPED or proposed in (None, value.value)

    def is_in_own_words(self, code: str) -> bool:
        """Has the person said this otherwise than the school?"""
        value = self.value(code)
        return value is not None and value.origin is Origin.TYPED

    def write(self, code: str, answer: str, at: datetime) -> None:
        """The person's own words; "" where the answer is «нет»."""
        self._put(code, answer, Origin.TYPED, at)

    def agree(self, proposed: Mapping[str, str], at: datetime) -> None:
        """«Верно» to what is proposed, by question."""
        for code, value in proposed.items():
            self._put(code, value, Origin.CONFIRMED, at)

    def clear(self, at: datetime) -> None:
        """The person deletes all their answers; what the school says stays, not agreed with."""
        self.courses.clear()
        self.typed.clear()
        self.values[:] = [one for one in self.values if one.imported]
        for one in self.values:
            one.value, one.origin = "", Origin.IMPORTED
        self.touch(at)

    def forget(self, codes: Collection[str], at: datetime) -> None:
        """These answers go for good, with what the import said about them; so does whatever nobody has agreed with."""
        self.typed.clear()
        self.values[:] = [one for one in self.values if one.code not in codes]
        self.courses[:] = [one for one in self.courses if one.complete]
        self.touch(at)

    def propose(self, code: str, imported: str, at: datetime) -> bool:
        """What the import says from now on ("": nothing more). False when that is nothing new."""
        value = self.value(code)
        if imported == (value.imported if value else ""):
            return False
        if value is None:
            value = SheetValue(code=code, value="", imported="", origin=Origin.IMPORTED, at=at)
            self.values.append(value)
        value.imported = imported
        if not imported and value.origin is Origin.IMPORTED:
            self.values.remove(value)
        self.touch(at)
        return True

    def typed_for(self, code: str) -> TypedAnswer | None:
        """What somebody has typed for the person to this question, and the person has not answered yet."""
        return next((one for one in self.typed if one.code == code), None)

    def type_for(self, code: str, answer: str, by: Person, at: datetime) -> None:
        """Typed by a helper, in place of what a helper typed before: it counts for nothing until the person's tap."""
        typed = self.typed_for(code)
        if typed is None:
            typed = TypedAnswer(code=code)
            self.typed.append(typed)
        typed.value, typed.by, typed.at = answer, by, at
        self.touch(at)

    def not_typed(self, code: str) -> None:
        """Whatever was typed for the person to this question goes."""
        self.typed[:] = [one for one in self.typed if one.code != code]

    def _put(self, code: str, answer: str, origin: Origin, at: datetime) -> None:
        self.not_typed(code)
        value = self.value(code)
        if value is None:
            value = SheetValue(code=code, imported="")
            self.values.append(value)
        value.value, value.origin, value.at = answer, origin, at
        self.touch(at)


class SheetValue(Base):
    """The answer to one question of the sheet: `imported` by the school, `value` as it stands (see Origin)."""

    __tablename__ = "sheet_values"
    __table_args__ = (UniqueConstraint("sheet_id", "code"),)

    id: Mapped[int] = identity()
    sheet_id: Mapped[int] = mapped_column(ForeignKey("sheets.id"))
    code: Mapped[str]
    imported: Mapped[str] = mapped_column(default="")
    value: Mapped[str] = mapped_column(default="")
    origin: Mapped[Origin] = mapped_column(by_value(Origin))
    at: Mapped[datetime]


class SheetCourse(Base):
    """A course of further training: its name, how many hours, the year; being written until it has all three."""

    __tablename__ = "sheet_courses"

    id: Mapped[int] = identity()
    sheet_id: Mapped[int] = mapped_column(ForeignKey("sheets.id"), index=True)
    title: Mapped[str] = mapped_column(default="")
    hours: Mapped[int | None]
    year: Mapped[int | None]
    version: Mapped[int] = drawn_version()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    @property
    def complete(self) -> bool:
        """Name, hours and year are there."""
        return bool(self.title and self.hours and self.year)

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the card that was tapped shows an older course."""
        if version != self.version:
            raise Outdated("refusal-outdated")

    def write(self, code: str, answer: str) -> None:
        """The answer to one question: `title`, `hours` or `year`, the last two as digits."""
        if code == "title":
            self.title = answer
        elif code == "hours":
            self.hours = int(answer)
        else:
            self.year = int(answer)


def _whole() -> Select[Sheet]:
    return select(Sheet).options(
        joinedload(Sheet.person).joinedload(Person.organisation),
        selectinload(Sheet.values),
        selectinload(Sheet.courses),
        selectinload(Sheet.typed).joinedload(TypedAnswer.by),
    )


def sheet_of(person_id: int) -> Select[Sheet]:
    """A person's sheet, with every answer."""
    return _whole().where(Sheet.person_id == person_id)


def sheet_by_id(sheet_id: int) -> Select[Sheet]:
    """A sheet, with every answer."""
    return _whole().where(Sheet.id == sheet_id)


def sheet_of_course(course_id: int) -> Select[Sheet]:
    """The sheet on which a course stands."""
    return _whole().join(SheetCourse, SheetCourse.sheet_id == Sheet.id).where(SheetCourse.id == course_id)


def sheets_of_people(person_ids: Collection[int]) -> Select[Sheet]:
    """The sheets of these people."""
    return (
        select(Sheet)
        .where(Sheet.person_id.in_(person_ids))
        .options(selectinload(Sheet.values), selectinload(Sheet.courses))
    )
