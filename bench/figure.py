"""One thing measured beside what it should be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """A value and its target: the most that it may be; with `least`, the least."""

    name: str
    value: float
    unit: str
    target: float
    least: bool = False

    @property
    def met(self) -> bool:
        """Whether the target is reached."""
        return self.value >= self.target if self.least else self.value <= self.target

    def line(self) -> str:
        """As it is printed: name, value, target, met or not."""
        sign = "at least" if self.least else "at most"
        met = "met" if self.met else "NOT met"
        return (
            f"{self.name:<56} {self.value:9.2f} {self.unit:<3} {sign:>8} {self.target:g} {self.unit:<3} {met}"
        )
