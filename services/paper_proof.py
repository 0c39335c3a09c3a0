"""What lets anybody prove a paper that is signed: its code as a picture and in letters, and the hash behind it."""

from __future__ import annotations

from documents.paper_model import Proof
from models.paper import Paper, PaperState
from services.address import Address
from services.paper_code import payload
from services.paper_words import phrase


def of_signed(address: Address, paper: Paper | None) -> Proof | None:
    """Of a paper that all have signed; None before."""
    return proof(address, paper) if paper is not None and paper.state is PaperState.DONE else None


def proof(address: Address, paper: Paper) -> Proof:
    """Of a paper in whatever state: who looks is told how it stands then."""
    code = payload(paper)
    link = address.link(code)
    lines = [phrase("proof_scan")] if link else []
    typed = phrase("proof_type" if link else "proof_type_only", code=code)
    return Proof(link, (*lines, typed, phrase("proof_sha", sha=paper.fingerprint)))
