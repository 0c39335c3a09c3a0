"""What is read about a transfer: what another regulation changes, and the messages around it (X45)."""

from __future__ import annotations

from typing import Any

from handlers import choices
from handlers.anything import way_home
from handlers.callbacks_staff import TransferTap
from handlers.notices import notice
from handlers.views import Say, View, button, say, view
from services.transfer import Move
from services.transfer_mapping import Mapping


def changes(found: Mapping) -> list[Say]:
    """The mapping: what another text loses and asks."""
    before, after = found.before, found.after
    lines = [say("transfer-regulation", old=found.old.short_title, new=found.new.short_title)]
    if found.lost:
        lines.append(say("transfer-lost", titles=choices.listed(found.lost)))
    if found.gained:
        lines.append(say("transfer-gained", titles=choices.listed(found.gained)))
    if before.rows != after.rows:
        lines.append(say("transfer-rows", before=before.rows, after=after.rows))
    months = [say("transfer-months", least=one.least_months, most=one.most_months) for one in (before, after)]
    lines.append(say("transfer-term", before=months[0], after=months[1]))
    if before.chain != after.chain:
        lines.append(say("transfer-chain", chain=choices.listed(after.chain), known=bool(after.chain)))
    return lines


def choice(found: Move) -> Say:
    """What was chosen, or who chooses."""
    assert found.mapping is not None
    keeps = found.transfer.keeps
    if keeps is not None:
        return say("transfer-chosen", keeps=keeps)
    if found.mapping.lacking:
        return say("transfer-only-keep", titles=choices.listed(found.mapping.lacking))
    return say("transfer-choose", mine=found.chooses)


@notice("transfer-asked")
def told_asked(transfer: int, **names: Any) -> View:
    """For the receiving side."""
    data = TransferTap(do="open", transfer=transfer, version=0)
    return view(
        say("transfer-asked", **names),
        rows=[[button("transfer-asked.open", data, style="primary")], *way_home()],
    )


@notice("transfer-declined")
def told_declined(reason: str, **names: Any) -> View:
    """For who proposed it."""
    return view(say("transfer-declined", reason=reason, **names), rows=way_home())


@notice("transfer-done")
def told_done(own: bool, number: int, **names: Any) -> View:
    """For the teacher and both schools."""
    return view(say("transfer-done", own=own, number=number, **names), rows=way_home())
