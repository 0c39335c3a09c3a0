"""«Порядок школы»: what the texts leave to an organisation's own acts (S000 3.1.1, S003 1.3, X25)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from models.errors import BadAnswer, NotYours
from models.house import HouseRules, diagnosis_ordered_for, house_rules_of
from models.people import Organisation, OrganisationKind, Role, roles_of
from regulations.outcome import Correction, Reapproval
from regulations.pupils import is_list_of_pupils
from regulations.schema import Regulation
from services import second_factor
from services.work import Work

OF_A_SCHOOL = frozenset({Role.HEAD, Role.DEPUTY_HEAD})
OF_A_CENTRE = frozenset({Role.CENTRE_HEAD, Role.CENTRE_METHODIST, Role.METHODIST})
MONTHS = (6, 12, 24, 36)
"""How often a diagnosis may be ordered; calendar months."""
ROWS = 3
"""So many rows may change before the plan's approvers decide again, where an organisation chooses «many». Ours."""


@dataclass(frozen=True)
class House:
    """The own rules of the acting person's organisation; `approves`: they hold the office that approves plans."""

    place: Organisation
    regulation: Regulation
    said: HouseRules
    approves: bool

    @property
    def is_school(self) -> bool:
        """A centre decides how often a diagnosis is held, and nothing else of this."""
        return self.place.kind is not OrganisationKind.CENTRE


def opens(roles: Collection[Role]) -> bool:
    """Does somebody with these offices keep the rules of an organisation?"""
    return bool((OF_A_SCHOOL | OF_A_CENTRE) & set(roles))


async def own(work: Work) -> House:
    """The rules of the place where the acting person holds an office. Refuses NotYours to everybody else."""
    place = work.person.organisation
    offices = await work.all(roles_of(work.person.id, work.today))
    held = {one.role for one in offices if one.organisation_id == place.id}
    if not held & (OF_A_CENTRE if place.kind is OrganisationKind.CENTRE else OF_A_SCHOOL):
        raise NotYours("refusal-not-yours")
    said = await rules_of(work, place)
    return House(place, work.rules.of_organisation(place), said, Role.HEAD in held)


async def rules_of(work: Work, place: Organisation) -> HouseRules:
    """What an organisation has decided, as a row that can be written in; the asker is known to keep it."""
    said = await work.find(house_rules_of(place.id))
    if said is None:
        said = HouseRules(
            organisation_id=place.id,
            development="",
            diagnosis_act="",
            reapproval="",
            reapproval_rows=0,
            changed_at=work.now,
        )
        work.session.add(said)
        await work.session.flush()
        said = await work.get(house_rules_of(place.id))
    return said


async def want(work: Work, text: str) -> House:
    """The head or the deputy says where the school wants to get on; "" takes it away (S003 1.3).

    Refuses: NotYours, a list of pupils (X47).
    """
    if is_list_of_pupils(text):
        raise BadAnswer("house-pupils")
    found = await own(work)
    if not found.is_school:
        raise NotYours("refusal-not-yours")
    found.said.want(" ".join(text.split()), work.person.id, work.now)
    await work.session.flush()
    return found


async def order_diagnosis(work: Work, months: int, *, drawn: int) -> House:
    """Every so many months a diagnosis is held; 0: nobody has ordered it.

    Refuses: NotYours, Outdated, Unconfirmed.
    """
    found = await own(work)
    found.said.drawn(drawn)
    if months and months not in MONTHS:
        raise NotYours("refusal-not-yours")
    await second_factor.only_confirmed(work)
    found.said.order_diagnosis(months or None, work.person.id, work.now)
    await work.session.flush()
    return found


async def name_act(work: Work, act: str) -> House:
    """Who has ordered it: name and number of the act. Refuses: NotYours, Outdated where nothing is ordered."""
    found = await own(work)
    found.said.name_act(" ".join(act.split()), work.person.id, work.now)
    await work.session.flush()
    return found


async def approve_again(work: Work, reapproval: Reapproval | None, *, drawn: int) -> House:
    """The head says whether corrections come to them; None: as the regulation says (X25).

    Refuses: NotYours to everybody else, the deputy, too; Outdated; Unconfirmed.
    """
    found = await own(work)
    found.said.drawn(drawn)
    if not (found.is_school and found.approves):
        raise NotYours("refusal-not-yours")
    await second_factor.only_confirmed(work)
    rows = ROWS if reapproval == "many" else 0
    found.said.approve_again(reapproval or "", rows, work.person.id, work.now)
    await work.session.flush()
    return found


async def development_of(work: Work, school: Organisation) -> str:
    """The directions of the employer's plan of development; "" where none are written (S003 1.3, S000 1.2)."""
    said = await work.find(house_rules_of(school.id))
    return said.development if said is not None else ""


async def diagnosis_order(work: Work, school: Organisation) -> HouseRules | None:
    """Who has ordered a diagnosis how often for this school: itself, else the centre of its region."""
    return await work.find(diagnosis_ordered_for(school))


async def correction_rule(work: Work, school: Organisation, rule: Correction) -> Correction:
    """The regulation's rule with what the school has decided in its place (X25)."""
    said = await work.find(house_rules_of(school.id))
    if said is None or not said.reapproval:
        return rule
    own_words = {"reapproval": said.reapproval, "reapproval_rows": said.reapproval_rows}
    return rule.model_copy(update=own_words)
