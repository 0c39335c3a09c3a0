"""How people and their roles are named on the screens about people."""

from __future__ import annotations

from handlers.views import Say, say
from models.people import Person, Role
from regulations.words import Words
from services.work import Work


def role_title(work: Work, person: Person, role: Role) -> Words | Say:
    """A role as the regulation of the person's place names it; in our words where its text has no such role."""
    named = work.rules.of_organisation(person.organisation).roles
    return next((one.title for one in named if one.code == role.value), say("menu-role", role=role.value))
