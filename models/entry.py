"""How a person comes in: the account in the messenger, the personal code, the consent."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Select, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.base import Base, by_value, identity
from models.errors import NotYours, Refusal
from models.people import Person, Role
from models.term import runs

WRONG_CODES_ALLOWED = 5
PAUSE = timedelta(minutes=15)
CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
CODE_GROUP, CODE_GROUPS = 4, 7
CODE_LENGTH = CODE_GROUP * CODE_GROUPS
"""Letters of 5 bits each: 140 bits."""
ROUTE = "route"
"""The purpose of the consent that everybody gives who comes in."""
CODE_LASTS = timedelta(days=60)
"""How long an unused code opens the door: ours."""


class Account(Base):
    """One account of the messenger: whose it is, its language, and where its person is (DESIGN 4)."""

    __tablename__ = "accounts"

    id: Mapped[int] = identity()
    telegram_id: Mapped[int] = mapped_column(BigInteger, unique=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), unique=True)
    language: Mapped[str] = mapped_column(default="ru")
    place: Mapped[str] = mapped_column(default="")
    place_ids: Mapped[dict[str, Any]] = mapped_column(default=dict)
    wrong_codes: Mapped[int] = mapped_column(default=0)
    paused_until: Mapped[datetime | None]
    unreachable_since: Mapped[datetime | None]
    hat: Mapped[str] = mapped_column(default="")

    person: Mapped[Person | None] = relationship(lazy="raise")

    def go(self, place: str, **ids: Any) -> None:
        """The person is now at this place; the drafts in the tables stay the truth."""
        self.place = place
        self.place_ids = ids

    def wear(self, role: Role) -> None:
        """From now on the menu is that of this role; a hint, rights come from offices and teams alone."""
        self.hat = role.value

    def leave(self) -> None:
        """The person is at no question: whatever is typed next is answered by the menu."""
        self.go("")

    def may_try_a_code(self, at: datetime) -> None:
        """Refuses `entry-paused` while the pause after five wrong codes lasts (S-01.4)."""
        if self.paused_until is not None and runs(self.paused_until, at, PAUSE):
            minutes = -(-(self.paused_until - at).total_seconds() // 60)
            raise Refusal("entry-paused", minutes=int(minutes))

    def wrong_code(self, at: datetime) -> int:
        """Counts a wrong code; the fifth begins a pause. Returns how many tries are left."""
        self.wrong_codes += 1
        left = WRONG_CODES_ALLOWED - self.wrong_codes
        if left <= 0:
            self.paused_until = at + PAUSE
            self.wrong_codes = 0
        return max(left, 0)

    def bind(self, person: Person) -> None:
        """From here on this account speaks for the person."""
        self.person_id = person.id
        self.wrong_codes = 0
        self.paused_until = None

    def unbind(self) -> None:
        """The account is nobody's again: the consent was withdrawn."""
        self.person_id, self.person = None, None
        self.leave()


class Invitation(Base):
    """A personal code: of the code itself only its hash; it works once, for one account, until `until`."""

    __tablename__ = "invitations"

    id: Mapped[int] = identity()
    mark: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), unique=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    used_at: Mapped[datetime | None]
    until: Mapped[datetime]

    person: Mapped[Person] = relationship(lazy="raise")

    def give(self, code: str, at: datetime) -> None:
        """From now on this code lets the person in, from any account; the one before it is worth nothing."""
        self.mark, self.until = mark_of(code), at + CODE_LASTS
        self.account_id = self.used_at = None

    def is_over(self, at: datetime) -> bool:
        """Has nobody used the code in time?"""
        return self.account_id is None and at >= self.until

    def is_taken_from(self, account: Account) -> bool:
        """Has another account used this code? (S-01.5)"""
        return self.account_id not in (None, account.id)

    def open_for(self, account: Account, at: datetime) -> None:
        """Refuses NotYours when another account has used the code, or the account is another person's (S-01.5).

        Refuses entry-code-over when nobody has used it in time.
        """
        if self.is_taken_from(account):
            raise NotYours("entry-code-taken")
        if account.person_id not in (None, self.person_id):
            raise NotYours("entry-account-taken")
        if self.is_over(at):
            raise Refusal("entry-code-over", at=self.until.date())

    def use(self, account: Account, at: datetime) -> None:
        """The account becomes the person's; to every other account the code is worth nothing."""
        self.open_for(account, at)
        self.account_id = account.id
        self.used_at = self.used_at or at
        account.bind(self.person)


class ConsentDecision(StrEnum):
    """What a person answered to the consent."""

    AGREED = "agreed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Consent(Base):
    """One answer to one text of the consent: its version, its hash, the time (152-ФЗ art. 9).

    `purpose`: one of models/purpose.py; "route" is the consent without which nothing works here. Of a refusal only
    the time is kept: `version`, `language` and `fingerprint` are empty (S-01.2).
    """

    __tablename__ = "consents"

    id: Mapped[int] = identity()
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    purpose: Mapped[str] = mapped_column(default=ROUTE, server_default=ROUTE)
    decision: Mapped[ConsentDecision] = mapped_column(by_value(ConsentDecision))
    version: Mapped[str]
    language: Mapped[str]
    fingerprint: Mapped[str]
    at: Mapped[datetime]


def new_code() -> str:
    """An unguessable code (140 bits) in groups, without letters that look alike; fits a deep link."""
    letters = [secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH)]
    return "-".join("".join(letters[at : at + CODE_GROUP]) for at in range(0, CODE_LENGTH, CODE_GROUP))


def mark_of(code: str) -> str:
    """What is kept of a code: no salt, for nobody can try out 140 bits."""
    return sha256(code.replace("-", "").encode()).hexdigest()


def account_of(telegram_id: int) -> Select[Account]:
    """An account with its person and organisation, in one query: every turn begins with it."""
    return (
        select(Account)
        .where(Account.telegram_id == telegram_id)
        .options(joinedload(Account.person).joinedload(Person.organisation))
    )


def account_of_person(person_id: int) -> Select[Account]:
    """The account that speaks for a person."""
    whole = joinedload(Account.person).joinedload(Person.organisation)
    return select(Account).where(Account.person_id == person_id).options(whole)


def invitation_by_mark(mark: str) -> Select[Invitation]:
    """The invitation whose code has this hash, with its person and organisation."""
    return (
        select(Invitation)
        .where(Invitation.mark == mark)
        .options(joinedload(Invitation.person).joinedload(Person.organisation))
    )


def consents_of(person_id: int) -> Select[Consent]:
    """A person's answers to the consent, the latest first."""
    own = (Consent.person_id == person_id) & (Consent.purpose == ROUTE)
    return select(Consent).where(own).order_by(Consent.id.desc())


def consents_of_people(person_ids: Collection[int]) -> Select[Consent]:
    """The answers of these people to the consent, the latest last."""
    theirs = Consent.person_id.in_(person_ids) & (Consent.purpose == ROUTE)
    return select(Consent).where(theirs).order_by(Consent.id)
