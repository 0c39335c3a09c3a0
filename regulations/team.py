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


class TeamGroup(Group):
    """Who of the team gives a word. `alone`: where nobody of them is on the team, the teacher's own is enough."""

    alone: bool = False


class Team(Data):
    """Who works on a route.

    `companions`: roles that whoever accompanies the teacher may have, as the list of people names them; the first one
    that the person holds. `drafting`: may edit the draft. `co_authors`: agree with it before it is submitted, a tutor
    or a methodist beside the teacher; nobody beside the teacher where the text leaves the plan to them. `reviewers`:
    write a review. `helpers`: whom the teacher may ask.
    """

    companions: tuple[str, ...] = ("tutor",)
    drafting: Group
    co_authors: TeamGroup
    reviewers: TeamGroup
    helpers: Group

    def named_roles(self) -> tuple[str, ...]:
        """The roles of who accompanies."""
        return self.companions


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


class Readiness(Named):
    """Something that has to be ready before the final event.

    `by`: roles that see to it, in this order: the first that somebody holds; the teacher if nobody does. `hint`:
    what it should be. `sheet`: it is the monitoring sheet, which is written here.
    """

    by: tuple[str, ...] = Field(min_length=1)
    hint: Words | None = None
    sheet: bool = False

    def named_roles(self) -> tuple[str, ...]:
        """The roles it mentions."""
        return self.by


class Preparation(Rule):
    """The checklist of the final event, and how many days before it is sent round."""

    days: int = Field(ge=1, le=30)
    things: tuple[Readiness, ...] = Field(min_length=1)


class FinalEvent(Rule):
    """The public final event: who holds it, in which forms and levels, who is invited; `many`: several.

    `preparation`: its checklist, if there is one.
    """

    required: bool
    many: bool
    by: str
    forms: tuple[Named, ...] = Field(min_length=1)
    levels: tuple[str, ...] = Field(min_length=1)
    invited: tuple[Attendee, ...] = ()
    preparation: Preparation | None = None

    def named_roles(self) -> tuple[str, ...]:
        """The roles it mentions."""
        return (self.by,)
