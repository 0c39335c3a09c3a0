"""An empty paper of each kind: what an organisation's own template is tried on before anybody asks for a paper."""

from __future__ import annotations

from datetime import UTC, date, datetime

from documents.paper_model import Paper
from models.conclusions import Conclusions, ConclusionsState
from models.mentoring import Mentorship
from models.mentoring_member import MentorshipMember, MentorshipState
from models.paper import Paper as SignedPaper
from models.paper import PaperKind, PaperState, fingerprint_of
from models.paper_slot import PaperSlot
from models.people import Organisation, Person, Role
from models.route import Route, RouteState
from regulations import mentoring_note
from regulations.schema import Regulation
from services import mentoring_paper, paper_protocol
from services.address import Address
from services.mentoring import Programme
from services.paper_facts import Facts
from services.paper_kinds import BUILDERS
from services.paper_measured import Phases
from services.verify import Standing, Verdict

DAY = date(2026, 9, 1)
AT = datetime(2026, 9, 1, 9, tzinfo=UTC)
PROTOCOL = "protocol"
CONTENT: dict[str, list[str]] = {"rows": []}


def kinds(regulation: Regulation) -> list[str]:
    """Every kind of paper that this regulation may have a template for."""
    own = [one.code for one in regulation.documents]
    made = [code for code in own if code in BUILDERS or code in mentoring_paper.KINDS]
    return [*made, PROTOCOL]


def blank(regulation: Regulation, kind: str) -> Paper:
    """A paper of nobody: every section and every list is there, nothing is filled in but what must be."""
    school = Organisation(
        id=1, name="-", municipality="", region="", timezone="UTC", regulation=regulation.id
    )
    person = Person(id=1, full_name="- - -", position="-", organisation_id=1, organisation=school)
    route = Route(id=1, teacher=person, teacher_id=1, organisation=school, state=RouteState.DRAFT, team=[])
    route.organisation_id, route.regulation, route.edition = 1, regulation.id, regulation.edition
    route.starts_on, route.ends_on, route.began_on, route.confirmed_at, route.topic = (
        DAY,
        DAY,
        None,
        None,
        "-",
    )
    if kind == PROTOCOL:
        return paper_protocol.built(_record(regulation, route))
    if kind in mentoring_paper.KINDS:
        return mentoring_paper.built(_programme(regulation, school, person), kind)
    documents = {one.code: one for one in regulation.documents}
    return BUILDERS[kind](documents[kind], _facts(regulation, route, person))


def _facts(regulation: Regulation, route: Route, person: Person) -> Facts:
    return Facts(
        route=route,
        regulation=regulation,
        today=DAY,
        sheet=None,
        diagnosis=Phases(),
        rows=[],
        reports={},
        reviews=[],
        events=[],
        monitoring=None,
        officers={Role.TEACHER: person},
        names={1: "-"},
        conclusions=_conclusions(),
        outcome=_signed(route),
    )


def _conclusions() -> Conclusions:
    made = Conclusions(paragraphs=["-"], outcome="success", state=ConclusionsState.SIGNED, signed_at=AT)
    made.new_end = made.known = made.known_at = None
    return made


def _signed(route: Route) -> SignedPaper:
    kind, state = PaperKind.CARD, PaperState.DONE
    made = SignedPaper(id=1, route_id=1, route=route, kind=kind, state=state, number=1, content=CONTENT)
    made.edition, made.seal = 1, "0"
    made.fingerprint, made.opened_at, made.closed_at = fingerprint_of(CONTENT), AT, AT
    made.slots = [PaperSlot.waiting(0, 1, ["head"], [], "approve")]
    made.slots[0].at = None
    return made


def _record(regulation: Regulation, route: Route) -> paper_protocol.Record:
    made = _signed(route)
    standing = Standing(Verdict.CURRENT, made)
    return paper_protocol.Record(made, standing, [], [], 0, regulation, Address("bot"), DAY)


def _programme(regulation: Regulation, school: Organisation, person: Person) -> mentoring_paper.Told:
    state = MentorshipState.DRAFT
    made = Mentorship(id=1, organisation=school, regulation=regulation.id, edition=1, state=state)
    made.starts_on, made.ends_on, made.reason, made.draft = DAY, DAY, "", 1
    member = MentorshipMember(person=person, person_id=1, role=Role.MENTOR, since=DAY)
    made.members, made.answers = [member], []
    note = mentoring_note.load()
    return mentoring_paper.Told(Programme(made, note, note.programme), [], regulation, DAY)
