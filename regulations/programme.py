"""What stands beside the card: the programme of the centre, the act about the tutor, the shelf."""

from pydantic import Field

from regulations.papers import Shelf
from regulations.rule import Named, Rule


class Programme(Rule):
    """A programme that the route includes (X38): its name, the data of its approval; a missing one only warns."""

    approved_by: str
    fields: tuple[Named, ...] = Field(min_length=1)

    def named_roles(self) -> tuple[str, ...]:
        """The roles it mentions."""
        return (self.approved_by,)


class TutorAct(Rule):
    """Who fixes a tutor to teachers, and where the draft of the act is discussed; `about`: what else is."""

    by: str
    discussed: Named
    about: tuple[Named, ...] = ()

    def named_roles(self) -> tuple[str, ...]:
        """The roles it mentions."""
        return (self.by,)


class Keeping(Rule):
    """Where the finished card is kept when there is no registry."""

    places: tuple[Shelf, ...] = Field(min_length=1)
