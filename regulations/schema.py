"""One regulation in one edition: the frozen schema of a data file."""

from collections.abc import Iterable
from typing import Self, TypeVar

from pydantic import Field, model_validator

from regulations.activities import Activities, ActivityKind
from regulations.approval import Signing
from regulations.chain import check_chain
from regulations.deadlines import InternalTerms, Reminders
from regulations.diagnosis import Diagnosis
from regulations.directions import Advice, Beginning, Directions, Framework, Future
from regulations.duration import Duration
from regulations.mentoring import Mentoring
from regulations.outcome import Conclusion, Correction, Satisfaction, TopicRule, Yearly
from regulations.papers import Document, LegalAct, Registry
from regulations.programme import Keeping, Programme, TutorAct
from regulations.role_titles import GENERAL
from regulations.rule import CODE, Data, Misplaced, Named, Rule, check_codes, check_roles
from regulations.scales import Thresholds
from regulations.sheet import Sheet
from regulations.team import FinalEvent, RoleRule, Team
from regulations.words import Words

AnyNamed = TypeVar("AnyNamed", bound=Named)


class MinActivities(Rule):
    """How many activities a route needs: planned at submission, accepted at closing.

    Held and attended ones both count, a cancelled one does not, its replacement does.
    """

    planned: int = Field(ge=0, le=100)
    accepted: int = Field(ge=0, le=100)
    final_counts: bool = False


class Competency(Named):
    """A competency; `title` is the row of the form («Предметные»).

    `group`: «предметные компетенции». Not `required`: a diagnosis may leave it out.
    """

    group: Words
    required: bool = True


class Regulation(Data):
    """One regulation, one edition. A route keeps the edition it began with.

    Every code that one rule names (a role, a level, a competency) is defined in another: ValueError
    otherwise. `walker`: the role of whoever walks the route. `own_competency`: teachers may name one of their own.
    What a regulation does not know is left out of its file.
    """

    id: str = Field(pattern=CODE)
    edition: int = Field(ge=1)
    title: Words
    short_title: Words
    aim: Rule
    legal_base: tuple[LegalAct, ...] = ()
    beginning: Beginning | None = None
    stages: tuple[Named, ...] = Field(min_length=1)
    sheet: Sheet | None = None
    topic: TopicRule | None = None
    duration: Duration
    min_activities: MinActivities | None = None
    competencies: tuple[Competency, ...] = ()
    own_competency: Rule | None = None
    managers: Framework | None = None
    directions: Directions | None = None
    levels_of_score: Thresholds | None = Field(default=None, alias="thresholds")
    diagnosis: Diagnosis
    activities: Activities
    walker: str = "teacher"
    roles: tuple[RoleRule, ...] = Field(min_length=1)
    team: Team
    tutor_act: TutorAct | None = None
    programme: Programme | None = None
    final_event: FinalEvent
    signing: Signing
    correction: Correction
    yearly: Yearly | None = None
    conclusion: Conclusion
    satisfaction: Satisfaction | None = None
    documents: tuple[Document, ...] = ()
    registry: Registry | None = None
    keeping: Keeping | None = None
    advice: Advice | None = None
    future: Future | None = None
    mentoring: Mentoring | None = None
    reminders: Reminders
    internal_terms: InternalTerms

    @model_validator(mode="after")
    def _refers_to_what_it_defines(self) -> Self:
        check_codes(self)
        check_roles(self, {role.code for role in self.roles})
        check_chain(self.signing)
        rule = self.activities
        _check_known("final_event.levels", self.final_event.levels, rule.levels)
        _check_known("activities.usual", rule.usual, rule.kinds)
        _check_known(
            "activities.organisers", (one.level for one in rule.organisers if one.level), rule.levels
        )
        cuts = self.levels_of_score.cuts if self.levels_of_score else ()
        _check_known("thresholds.cuts", (cut.competency for cut in cuts), self.competencies)
        for one in self.directions.items if self.directions else ():
            _check_known("directions.items", one.kinds, rule.kinds)
        forms = self.correction.self_education
        set_forms = (*forms.collective, *forms.individual) if forms else ()
        _check_known("correction.self_education", set_forms, rule.kinds)
        papers = (self.mentoring.note, self.mentoring.plan) if self.mentoring else ()
        _check_known("mentoring.note", papers, self.documents)
        if self.competencies and self.levels_of_score is None:
            raise Misplaced("competencies are measured, so the table of levels is needed", "thresholds")
        return self

    def named_roles(self) -> tuple[str, ...]:
        """The role of whoever walks the route."""
        return (self.walker,)

    @property
    def thresholds(self) -> Thresholds:
        """The table that turns a score into levels. Raises LookupError where nothing is measured."""
        if self.levels_of_score is None:
            raise LookupError(f"{self.id} measures no competencies")
        return self.levels_of_score

    @property
    def topic_title(self) -> Words | None:
        """What the text calls the topic of a route; None where it names none (X50)."""
        return self.topic.title if self.topic is not None else None

    @property
    def questionnaire(self) -> str:
        """The id of the questionnaire that its self-diagnosis offers; "" where it has none."""
        return next((one.questionnaire for one in self.diagnosis.forms if one.code == "self"), "")

    def competency(self, code: str) -> Competency:
        """The competency with this code; KeyError when the regulation has none."""
        return _find(self.competencies, code)

    def kind(self, code: str) -> ActivityKind:
        """The kind of activity with this code; KeyError when the regulation has none."""
        return _find(self.activities.kinds, code)

    def level(self, code: str) -> Named:
        """The level of an activity (federal ... organisation); KeyError when the regulation has none."""
        return _find(self.activities.levels, code)

    def form(self, code: str) -> Named:
        """The form of presenting a result; KeyError when the regulation has none."""
        return _find(self.activities.forms, code)

    def role(self, code: str) -> RoleRule:
        """The role with this code; KeyError when the regulation has none."""
        return _find(self.roles, code)

    def role_title(self, code: str) -> Words:
        """What a role is called here; in general words where the text has no such role (X27)."""
        return next((one.title for one in self.roles if one.code == code), None) or GENERAL[code]


def _find(items: tuple[AnyNamed, ...], code: str) -> AnyNamed:
    for item in items:
        if item.code == code:
            return item
    raise KeyError(code)


def _check_known(place: str, codes: Iterable[str], items: tuple[Named, ...]) -> None:
    known = {item.code for item in items}
    for code in codes:
        if code not in known:
            raise Misplaced(f"{place}: '{code}' is not defined in this regulation", *place.split("."))
