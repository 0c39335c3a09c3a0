"""Two diagnoses side by side: the difference of each competency in percentage points, without a judgement."""

from collections.abc import Mapping
from dataclasses import dataclass

Scores = Mapping[str, int | None]


@dataclass(frozen=True)
class Change:
    """One competency then and now, in tenths of a per cent; None: not measured that time."""

    competency: str
    earlier: int | None
    later: int | None

    @property
    def difference(self) -> int | None:
        """Later minus earlier, in tenths of a percentage point; None when one of the two is missing."""
        if self.earlier is None or self.later is None:
            return None
        return self.later - self.earlier


def compare(earlier: Scores, later: Scores, order: tuple[str, ...]) -> tuple[Change, ...]:
    """Every competency that was measured at least once, in this order."""
    changes = (Change(code, earlier.get(code), later.get(code)) for code in order)
    return tuple(one for one in changes if (one.earlier, one.later) != (None, None))
