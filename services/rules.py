"""The rules that use cases go by: regulations and questionnaires, loaded once at start."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from models.diagnosis import Diagnosis
from models.people import Organisation
from models.route import Route
from regulations import frameworks, library, questionnaire
from regulations.library import Library
from regulations.questionnaire import Questionnaire
from regulations.schema import Regulation
from services.address import Address
from services.machine import Machine

BOT_API_DOWNLOAD = 20 * 1024 * 1024


@dataclass(frozen=True)
class Rules:
    """Everything that is data: nothing here but the address and the machine changes while the bot runs."""

    regulations: Library
    questionnaires: tuple[Questionnaire, ...]
    largest_copy: int = BOT_API_DOWNLOAD
    """Bytes of the largest file that the Bot API server hands out; more only from an own server."""
    templates: Path | None = None
    """Where organisations keep Word templates of their own: <regulation>/<kind>.docx."""
    factor_key: bytes = field(default=b"", repr=False)
    """From which the second codes of officers come; empty where none is asked for."""
    factor_of_schools: bool = False
    """Whether officers whose reach is one school are asked as well."""
    direct: bool = False
    """What is made leaves by our own server, not through the messenger: with names also where it is discreet."""
    address: Address = field(default_factory=Address)
    """The bot's own name in the messenger, learnt after the start."""
    machine: Machine = field(default_factory=Machine)
    """What the machine said at the last look."""

    def of(self, route: Route) -> Regulation:
        """The regulation of a route, in the edition that the route began with."""
        return self.regulations.get(route.regulation, route.edition)

    def of_organisation(self, organisation: Organisation) -> Regulation:
        """The regulation that an organisation works by today."""
        return self.regulations.get(organisation.regulation)

    def questionnaire(self, id: str, edition: int | None = None) -> Questionnaire:
        """A questionnaire in this edition, or in its newest one. Raises KeyError."""
        found = [one for one in self.questionnaires if one.id == id and edition in (None, one.edition)]
        if not found:
            raise KeyError(id)
        return max(found, key=lambda one: one.edition)

    def offered(self, route: Route) -> Questionnaire | None:
        """The questionnaire that the regulation of a route offers for self-diagnosis; None where it has none."""
        code = self.of(route).questionnaire
        return self.questionnaire(code) if code else None

    def offered_to_managers(self, route: Route, position: str) -> Questionnaire | None:
        """The questionnaire for somebody whose position is a manager's, where the regulation has their framework."""
        found = frameworks.for_position(self.of(route), position)
        return self.questionnaire(found.questionnaire) if found is not None and found.questionnaire else None

    def framed(self, route: Route, diagnosis: Diagnosis) -> Regulation:
        """The regulation of a route with the competencies that a diagnosis of it has asked about (X12)."""
        regulation = self.of(route)
        return frameworks.framed(regulation, frameworks.framework_of(regulation, diagnosis.questionnaire))

    def asked(self, diagnosis: Diagnosis) -> Questionnaire:
        """The questionnaire that a diagnosis answers."""
        return self.questionnaire(diagnosis.questionnaire, diagnosis.edition)


@cache
def load() -> Rules:
    """Every regulation and questionnaire that the product ships. Raises RegulationError with file, key and reason."""
    return Rules(library.load(), questionnaire.load())
