"""Who signs and approves, as data: sets with AND and OR, and ordered steps."""

from collections.abc import Collection
from enum import StrEnum
from typing import Self

from pydantic import model_validator

from regulations.rule import Data, Rule
from regulations.team import Group
from regulations.words import Words


class Signers(Rule):
    """An expression over roles: every one of `all`, or one of `any`; parts may be expressions themselves.

    `{all = [{any = ["methodist", "centre_methodist"]}, "teacher"]}`: either of the two methodists, and the
    teacher. Inner parts take the clause of the outermost one.
    """

    all: tuple["str | Signers", ...] = ()
    any: tuple["str | Signers", ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _inner_parts_share_the_clause(cls, value: object) -> object:
        """Inner tables carry no clause in the file; they take the outer one."""
        if not isinstance(value, dict):
            return value
        origin = {key: value[key] for key in ("clause", "ours", "confirm") if key in value}
        for key in ("all", "any"):
            parts = value.get(key, [])
            if isinstance(parts, list):
                inner = [origin | part if isinstance(part, dict) else part for part in parts]
                value = value | {key: inner}
        return value

    @model_validator(mode="after")
    def _is_one_expression(self) -> Self:
        if bool(self.all) == bool(self.any):
            raise ValueError("signers: exactly one of 'all' and 'any', not empty")
        return self

    def roles(self) -> tuple[str, ...]:
        """Every role that may hold a slot, in the order of the text, without doubles."""
        found: dict[str, None] = {}
        for part in self.all or self.any:
            found |= dict.fromkeys([part] if isinstance(part, str) else part.roles())
        return tuple(found)

    def named_roles(self) -> tuple[str, ...]:
        """The roles it mentions."""
        return self.roles()

    def satisfied(self, signed: Collection[str]) -> bool:
        """Whether the roles that have signed are enough."""
        parts = [
            part in signed if isinstance(part, str) else part.satisfied(signed)
            for part in self.all or self.any
        ]
        return all(parts) if self.all else any(parts)

    def waiting(self, signed: Collection[str]) -> tuple[str, ...]:
        """Roles whose signature would still count; empty once satisfied."""
        if self.satisfied(signed):
            return ()
        found: dict[str, None] = {}
        for part in self.all or self.any:
            if isinstance(part, Signers):
                found |= dict.fromkeys(part.waiting(signed))
            elif part not in signed:
                found[part] = None
        return tuple(found)


class Act(StrEnum):
    """What a step of the chain does to the draft."""

    AGREE = "agree"
    APPROVE = "approve"


class ApprovalStep(Rule):
    """One step of the ordered chain: the next one waits for it.

    `stamp` is the word on the paper («УТВЕРЖДАЮ»). `instead`: who decides where nobody holds the role, the
    nearest first.
    """

    role: str
    act: Act
    stamp: Words
    instead: tuple[str, ...] = ()

    def named_roles(self) -> tuple[str, ...]:
        """The roles it mentions."""
        return (self.role, *self.instead)


class Signing(Data):
    """Every place where somebody signs.

    `chain`: ordered steps over the draft, after the signatures under the card. `stand_in`: ours, the steps that
    stand for the chain as long as its offices are not in the product. `acknowledge`: who marks
    «ознакомлен(а)» under the conclusions.
    """

    card: Signers | None = None
    chain: tuple[ApprovalStep, ...] = ()
    stand_in: tuple[ApprovalStep, ...] = ()
    correction: Signers | None = None
    conclusions: Signers | None = None
    acknowledge: Group | None = None

    @property
    def steps(self) -> tuple[ApprovalStep, ...]:
        """The decisions over a draft that both co-authors agree with, in order."""
        return self.stand_in or self.chain
