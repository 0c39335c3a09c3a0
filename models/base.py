"""What every table shares: the declarative base, aware instants, enums by value, optimistic versions."""

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Date,
    DateTime,
    Dialect,
    Enum,
    Integer,
    MetaData,
    Select,
    String,
    TypeDecorator,
    select,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Instant(TypeDecorator[datetime]):
    """An aware moment in UTC. SQLite keeps no zone, so it is taken off on the way in and put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuses a naive moment: nobody knows what it means."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Whatever the store keeps, the reader gets UTC."""
        if value is None or value.tzinfo is UTC:
            return value
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def by_value(kind: type[StrEnum]) -> Enum:
    """A column type that keeps an enum's value as text, so that a new member needs no migration."""
    return Enum(
        kind,
        native_enum=False,
        create_constraint=False,
        length=32,
        values_callable=lambda members: [member.value for member in members],
    )


class Base(DeclarativeBase):
    """The root of every mapped noun."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)
        datetime: Instant(),
        date: Date(),
        dict[str, Any]: JSON(),
        list[str]: JSON(),
        str: String(),
    }


def identity() -> Mapped[int]:
    """A 64-bit key that SQLite, too, hands out by itself."""
    return mapped_column(BigInteger().with_variant(Integer(), "sqlite"), primary_key=True)


def drawn_version() -> Mapped[int]:
    """The number that a drawn card carries; it grows with every change of the row (DESIGN 3)."""
    return mapped_column(Integer, nullable=False, default=1)


def ids(noun: type[Base], *these: int) -> Select[int]:
    """The ids of these rows as far as they are there, for `Work.hold`."""
    key = noun.__table__.c.id
    return select(key).where(key.in_(these))


def normalised(text: str) -> str:
    """A text as search compares it: without case, ё as е, one space between words (DESIGN 19)."""
    return " ".join(text.casefold().replace("ё", "е").split())
