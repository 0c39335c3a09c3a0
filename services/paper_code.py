"""The code that stands on a paper: its number, and a hash that only its seal gives."""

from __future__ import annotations

import hmac
from hashlib import sha256

from models.paper import Paper

PREFIX = "verify_"
LETTERS = 32
"""Of the keyed hash, four bits each: nobody guesses 128 bits."""


def payload(paper: Paper) -> str:
    """What stands behind `/start`: at most 64 of the letters that a link may have."""
    said = f"{paper.id}:{paper.route_id}:{paper.kind.value}:{paper.number}:{paper.fingerprint}"
    hashed = hmac.new(paper.seal.encode(), said.encode(), sha256).hexdigest()[:LETTERS]
    return f"{PREFIX}{paper.id}-{hashed}"


def fits(paper: Paper, said: str) -> bool:
    """Is this the code of the paper? In the same time whatever is wrong with it."""
    return bool(paper.seal) and hmac.compare_digest(payload(paper).encode(), said.encode())
