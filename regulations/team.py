"""People around a route: roles, the team, the guests of the final event."""

from pydantic import Field

from regulations.rule import Data, Named, Rule
from regulations.words import Words


class RoleRule(Named):
    """A role around a route; `alias`: another word of the text for it; `duties`: what the text lays on it."""

    alias: Words | None = None
    duties: tuple[Words, ...] = ()


class Group(Rule):
    """A set of roles, each of which may do the thing."""

    roles: tuple[str, ...] = Field(min_length=1)

    def named_roles(self) -> tuple[str, ...]:
        """The roles it mentions."""
        return self.roles


class Team(Data):
    """Who works on a route.

    `drafting`: may edit the draft. `co_authors`: agree with it before it is submitted, a tutor or a methodist
    beside the teacher. `reviewers`: write a review. `helpers`: whom the teacher may ask.
    """

    drafting: Group
    co_authors: Group
    reviewers: Group
    helpers: Group


class Attendee(Rule):
    """Somebody invited to the final event.

    `optional`: comes if they wish. `speaks`: what they present there.
    """

    role: str
    optional: bool = False
    speaks: Words | None = None

    def named_roles(self) -> tuple[str, ...]:
        """The roles it mentions."""
        return (self.role,)


class FinalEvent(Rule):
    """The public final event: who holds it, in which forms and levels, who is invited; `many`: several."""

    required: bool
    many: bool
    by: str
    forms: tuple[Named, ...] = Field(min_length=1)
    levels: tuple[str, ...] = Field(min_length=1)
    invited: tuple[Attendee, ...] = ()

    def named_roles(self) -> tuple[str, ...]:
        """The roles it mentions."""
        return (self.by,)
