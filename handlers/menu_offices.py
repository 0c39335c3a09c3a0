"""What the menu offers by office, beside the routes: each stage says its own row."""

from __future__ import annotations

from handlers import catalogue_entry, help_request_card, load, mentoring_card
from handlers.callbacks import Go
from handlers.views import Button, button
from services import diagnosis_teachers, staff
from services.menu import Desk


def rows(desk: Desk) -> list[list[Button]]:
    """What waits for an answer first, then what is kept, watched and arranged."""
    invited = len(desk.invitations)
    invitations = button("menu-invitations", Go(place="final-event.invitations"), count=invited)
    diagnoses = button("menu-diagnoses", Go(place="diagnosis.routes"))
    return [
        *help_request_card.waiting_rows(desk),
        *catalogue_entry.menu_rows(desk),
        *load.menu_rows(desk),
        *mentoring_card.menu_rows(desk),
        [invitations] if invited else [],
        [diagnoses] if diagnosis_teachers.opens(desk.roles) else [],
        [button("menu-staff", Go(place="staff"))] if staff.opens(desk.roles) else [],
    ]
