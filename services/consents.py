"""Consents by purpose: each has its text and edition, is given, refused and withdrawn by itself (152-FZ art. 9).

What a purpose is for, and what stays when it is withdrawn, stands in its text (documents/templates/purpose-*.toml).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import partial

from documents import consent as papers
from documents.consent import Added, ConsentFacts
from documents.registry_words import day
from models.entry import Consent, ConsentDecision
from models.errors import NotYours, Outdated, Refusal
from models.people import Organisation, Person, centres_of, methodists_of
from models.purpose import BY_WISH, Purpose, agreed_otherwise, answers_of, said_no
from services.in_portions import rows
from services.once import unheard
from services.work import Work

FIRST = "0"
"""The edition of a purpose whose words stood in edition 1 of the consent itself."""
AT_ONCE = 200


@dataclass(frozen=True)
class Answer:
    """What somebody has last said to one purpose; `last`: None where they were never asked."""

    purpose: Purpose
    last: Consent | None

    @property
    def given(self) -> bool:
        """Do they agree?"""
        return self.last is not None and self.last.decision is ConsentDecision.AGREED

    @property
    def asked(self) -> bool:
        """Is there an answer to today's text?"""
        if self.last is None:
            return False
        return not self.given or papers.stands(self.purpose, self.last.version)

    @property
    def version(self) -> int:
        """What a button about it carries."""
        return self.last.id if self.last is not None else 0


async def facts_for(person: Person, work: Work) -> ConsentFacts:
    """The facts of the consent's texts; a region without a centre here leaves its words out."""
    school = person.organisation
    centres: list[Organisation] = await work.all(centres_of(school.region))
    return ConsentFacts(
        operator=school.name,
        municipality=school.municipality,
        centre=", ".join(one.name for one in centres),
        regulation_title=work.rules.of_organisation(school).title.get("ru"),
    )


async def answers(work: Work) -> Mapping[Purpose, Answer]:
    """The acting person's answers, by purpose."""
    last = {one.purpose: one for one in await work.all(answers_of(work.person.id))}
    return {purpose: Answer(purpose, last.get(purpose)) for purpose in Purpose}


async def answer_to(work: Work, purpose: Purpose) -> Answer:
    """The acting person's answer to one purpose."""
    return (await answers(work))[purpose]


async def unwilling(work: Work, purpose: Purpose, person_ids: Collection[int]) -> set[int]:
    """Who of these people has refused this purpose or withdrawn it."""
    return set(await rows(work, person_ids, partial(said_no, purpose)))


def named(value: str) -> Purpose:
    """The purpose that a button names. Refuses NotYours for what is none."""
    found = next((one for one in Purpose if one.value == value), None)
    if found is None:
        raise NotYours("refusal-not-yours")
    return found


async def only_asked(work: Work, purpose: Purpose) -> None:
    """Refuses consents-first where the acting person has not been asked about this purpose yet."""
    if not (await answer_to(work, purpose)).asked:
        raise Refusal("consents-first")


async def say(work: Work, purpose: Purpose, *, yes: bool, drawn: int) -> Answer:
    """The acting person agrees to today's text of a purpose, or does not; what they said before stays in the list.

    Refuses: Outdated for a button of before; NotYours for the consent itself, which is left by `mydata.withdraw`.
    """
    before = await answer_to(work, purpose)
    if before.version != drawn:
        raise Outdated("consents-outdated")
    if purpose is Purpose.ROUTE and not yes:
        raise NotYours("refusal-not-yours")
    if before.given and not yes:
        await _withdrawn(work, before)
    else:
        await record(work, work.person, purpose, yes=yes)
    await work.session.flush()
    return await answer_to(work, purpose)


async def record(work: Work, person: Person, purpose: Purpose, *, yes: bool) -> None:
    """An answer to today's text, with its edition and hash; of a refusal only that it was one."""
    answer = Consent(person_id=person.id, purpose=purpose, at=work.now, decision=ConsentDecision.REFUSED)
    answer.version = answer.language = answer.fingerprint = ""
    if yes:
        answer.decision, answer.language = ConsentDecision.AGREED, work.account.language
        answer.version = papers.EDITIONS[purpose]
        answer.fingerprint = papers.fingerprint(await text(work, person, purpose))
    work.session.add(answer)


async def text(work: Work, person: Person, purpose: Purpose) -> str:
    """Today's text of a purpose, in the language of who reads."""
    facts, language = await facts_for(person, work), work.account.language
    if purpose is Purpose.ROUTE:
        return papers.text(facts, language)
    return papers.purpose_text(facts, purpose, language)


async def _withdrawn(work: Work, given: Answer) -> None:
    """It is taken back; the methodists of the region hear once: what the centre holds by it goes."""
    end(work, given)
    person = work.person
    for office in await work.all(methodists_of(person.organisation.region, work.today)):
        if office.person_id != person.id:
            once = f"consents-withdrawn:{given.version}:{office.person_id}"
            work.notify(
                office.person_id,
                "consents-withdrawn",
                once=once,
                name=person.short_name,
                school=person.organisation.name,
                purpose=given.purpose.value,
            )


def end(work: Work, given: Answer) -> None:
    """The withdrawal of what was given, beside it."""
    last = given.last
    assert last is not None
    kept = {"version": last.version, "fingerprint": last.fingerprint, "language": work.account.language}
    gone = ConsentDecision.WITHDRAWN
    work.session.add(
        Consent(person_id=last.person_id, purpose=last.purpose, decision=gone, at=work.now, **kept)
    )


async def end_all(work: Work) -> None:
    """Whoever withdraws the consent itself has agreed to nothing any more."""
    for one in (await answers(work)).values():
        if one.given:
            end(work, one)


async def added(work: Work) -> tuple[Added, ...]:
    """What the paper names beside the consent itself: the purposes that stand, with edition and day."""
    found = await answers(work)
    return tuple(
        Added(one.purpose.value, one.last.version, day(work.person.organisation.local(one.last.at).date()))
        for one in (found[purpose] for purpose in BY_WISH)
        if one.given and one.last is not None and one.last.version != FIRST
    )


async def ask_again(work: Work) -> int:
    """A new edition of a text: whoever has agreed to another one is asked once, some at a time. Returns how many."""
    count = 0
    for purpose in Purpose:
        current = papers.EDITIONS[purpose]
        fitting = {current} | papers.STAND.get(purpose, frozenset())
        people = [one.person_id for one in await work.all(agreed_otherwise(purpose, fitting))]
        waiting = await unheard(work, f"consents-new:{purpose}:{current}", people)
        for person_id, once in list(waiting.items())[:AT_ONCE]:
            work.notify(person_id, "consents-new", once=once, urgent=False, purpose=purpose.value)
            count += 1
    return count
