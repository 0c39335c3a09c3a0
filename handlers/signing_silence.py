"""A gentle word about a signature that waits long; later to who may enter it from paper (X17)."""

from __future__ import annotations

from datetime import date

from handlers.anything import way_home
from handlers.callbacks_signing import SignTap
from handlers.notices import notice
from handlers.views import View, button, say, view
from regulations.words import Words
from services import signing_silence


@notice("signing-word", check=signing_silence.that_stand)
def word(slot: int, version: int, name: str, role: Words, since: date) -> View:
    """For a silent signer: whose paper waits, since when, and that the term is an internal one."""
    look = button("signing-word.open", SignTap(do="card", slot=slot, version=version), style="primary")
    return view(say("signing-word", name=name, since=since), rows=[[look], *way_home()])


@notice("signing-silent", check=signing_silence.that_stand)
def silent(slot: int, version: int, name: str, role: Words, since: date) -> View:
    """For who may help: whose signature is missing, and the way on paper."""
    look = button("signing-word.open", SignTap(do="card", slot=slot, version=version))
    return view(say("signing-silent", name=name, role=role, since=since), rows=[[look], *way_home()])
