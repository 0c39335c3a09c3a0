"""What one look of `marshrut doctor` has found."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """What was looked at, what was seen, and what to do when it is not fine."""

    about: str
    fine: bool
    said: str
    remedy: str = ""
