"""A chain of decisions that could never end, or that asks one role twice, is refused when its file is read."""

from collections.abc import Sequence

from regulations.approval import ApprovalStep, Signing
from regulations.rule import Misplaced


def check_chain(signing: Signing) -> None:
    """Raises Misplaced for a role that decides twice, and for roles that stand in for each other in a circle."""
    _check_doubles("chain", signing.chain)
    _check_circles("chain", signing.chain)


def _check_doubles(name: str, steps: Sequence[ApprovalStep]) -> None:
    roles = [step.role for step in steps]
    for number, role in enumerate(roles):
        if role in roles[:number]:
            raise Misplaced(f"'{role}' decides twice in this chain", "signing", name, number, "role")


def _check_circles(name: str, steps: Sequence[ApprovalStep]) -> None:
    """Who decides where a role is held by nobody must not lead back to that role."""
    instead = {step.role: step.instead for step in steps}
    for number, step in enumerate(steps):
        seen: set[str] = set()
        to_see = list(step.instead)
        while to_see:
            role = to_see.pop()
            if role == step.role:
                at = ("signing", name, number, "instead")
                raise Misplaced(f"'{role}' stands in for itself: a circle", *at)
            if role not in seen:
                seen.add(role)
                to_see += instead.get(role, ())
