"""Who signs and approves, as data: sets with AND and OR, and ordered steps."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
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

    def slots(self) -> tuple[tuple[str, ...], ...]:
        """The same as places for signatures: each takes one signature, of one of its roles; all must be filled.

        `(methodist or centre_methodist) and teacher`: two slots, the first for either of two roles.
        """
        parts = [((part,),) if isinstance(part, str) else part.slots() for part in self.all or self.any]
        if self.all:
            return tuple(slot for slots in parts for slot in slots)
        either = (tuple(dict.fromkeys(role for slot in slots for role in slot)) for slots in product(*parts))
        return tuple(dict.fromkeys(either))


class Act(StrEnum):
    """What a signature does: it stands under a paper, agrees with it, or approves it."""

    SIGN = "sign"
    AGREE = "agree"
    APPROVE = "approve"


NEXT_ROLES: dict[str, tuple[str, ...]] = {
    "tutor": ("methodist", "centre_methodist"),
    "methodist": ("centre_methodist", "centre_head"),
    "centre_methodist": ("methodist", "centre_head"),
    "centre_head": ("centre_methodist", "methodist"),
    "subject_lead": ("deputy_head", "head"),
    "deputy_head": ("head", "centre_head"),
    "head": ("centre_head", "centre_methodist"),
    "mentor": ("tutor", "methodist"),
}
"""Ours (X27): who decides where nobody free holds the role and the regulation does not say who does instead."""


@dataclass(frozen=True)
class Slot:
    """A place for one signature: the roles that may hold it, and who decides where nobody free holds them."""

    roles: tuple[str, ...]
    act: Act
    instead: tuple[str, ...] = ()

    @property
    def next_roles(self) -> tuple[str, ...]:
        """Who is asked where nobody free holds the slot, the nearest first; nobody stands in for the teacher."""
        found = self.instead or tuple(one for role in self.roles for one in NEXT_ROLES.get(role, ()))
        return tuple(one for one in dict.fromkeys(found) if one not in self.roles)


Stage = tuple[Slot, ...]
"""Slots that are filled in any order; the next stage waits for all of them."""


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

    `chain`: ordered steps over the draft, after the signatures under the card. `acknowledge`: who marks
    «ознакомлен(а)» under the conclusions.
    """

    card: Signers | None = None
    chain: tuple[ApprovalStep, ...] = ()
    correction: Signers | None = None
    conclusions: Signers | None = None
    acknowledge: Group | None = None

    def stages(self, paper: str, *, chained: bool = False) -> tuple[Stage, ...]:
        """Who signs a paper (card, correction, conclusions), in which order; empty: nobody's word is needed.

        `chained`: the chain decides on it as on a card (X25).
        """
        signers = {"card": self.card, "correction": self.correction, "conclusions": self.conclusions}[paper]
        under = tuple(Slot(roles, Act.SIGN) for roles in signers.slots()) if signers else ()
        steps = self.chain if paper == "card" or chained else ()
        chain = tuple((Slot((step.role,), step.act, step.instead),) for step in steps)
        return ((under,) if under else ()) + chain
