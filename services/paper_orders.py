"""Drafts of acts: the order that sends a teacher to events (S000 3.1.3), the act that fixes tutors (S003 2, R3-015)."""

from __future__ import annotations

from collections.abc import Iterable

from pytrovich.enums import Case

from documents.paper_model import Column, Part, Row
from models.people import Role
from models.plan import ActivityState
from models.route import TeamMember
from services.paper_facts import Facts
from services.paper_words import in_case, name_to_sign, phrase, read, short_days, titled


def sending(facts: Facts) -> Iterable[Part]:
    """The teacher is sent to the events that are still to come; the name in the accusative where that is certain."""
    teacher = facts.route.teacher
    sent = in_case(teacher.full_name, Case.ACCUSATIVE)
    name = sent or teacher.full_name
    who = phrase("who", name=name, position=teacher.position) if teacher.position else name
    yield _opening(facts, "order_about", phrase("order_send" if sent else "order_send_plain", who=who))
    columns = (
        Column(phrase("order_row"), weight=2),
        Column(phrase("order_event"), weight=11),
        Column(phrase("order_days"), weight=7),
        Column(phrase("order_place"), weight=9),
    )
    yield Part("events", columns=columns, cells=_events(facts) or (("",) * len(columns),))
    deputy = name_to_sign(facts.officers.get(Role.DEPUTY_HEAD)).removesuffix(".")
    control = phrase("order_control", name=deputy)
    yield Part("closing", paragraphs=(control,))


def _events(facts: Facts) -> tuple[Row, ...]:
    coming = [one for one in facts.rows if one.state is ActivityState.PLANNED]
    organisers = facts.regulation.activities.organisers
    return tuple(
        (
            str(number),
            one.title,
            short_days(one.starts_on, one.on_date),
            titled(organisers, one.organiser),
        )
        for number, one in enumerate(coming, 1)
    )


def _opening(facts: Facts, about: str, *orders: str) -> Part:
    """The number and the day by hand, what it is about, the regulation, and what is ordered."""
    to = phrase(
        "order_to" if about == "order_about" else "tutor_order_to", regulation=read(facts.regulation.title)
    )
    return Part("opening", paragraphs=(phrase("order_number"), phrase(about), to, *orders))


def fixing_tutors(facts: Facts) -> Iterable[Part]:
    """The tutors of today are fixed to the teacher: «Орлову Марию Сергеевну за Ивановой Галиной Петровной»."""
    route, today = facts.route, facts.today
    tutors = [one for one in route.team if one.role is Role.TUTOR and one.holds(today)]
    yield _opening(facts, "tutor_order_about", *(_fixed(facts, at, one) for at, one in enumerate(tutors, 1)))
    columns = (
        Column(phrase("order_row"), weight=2),
        Column(phrase("tutor_order_tutor"), weight=8),
        Column(phrase("tutor_order_teacher"), weight=8),
        Column(phrase("tutor_order_school"), weight=6),
        Column(phrase("tutor_order_days"), weight=6),
    )
    rows = tuple(
        (
            str(number),
            one.person.full_name,
            route.teacher.full_name,
            route.organisation.name,
            short_days(one.since, one.until or route.ends_on),
        )
        for number, one in enumerate(tutors, 1)
    )
    empty = ("1", "", route.teacher.full_name, route.organisation.name, short_days(None, route.ends_on))
    yield Part("tutors", columns=columns, cells=rows or (empty,))
    yield from _discussed(facts)


def _discussed(facts: Facts) -> Iterable[Part]:
    """Where the draft of the act is discussed, and what else is there (S003 2, R3-016, R3-017)."""
    rule = facts.regulation.tutor_act
    if rule is not None:
        where = phrase("tutor_order_discussed", where=read(rule.discussed.title))
        about = [phrase("tutor_order_also", about=read(one.title)) for one in rule.about]
        yield Part("discussed", paragraphs=(where, *about))


def _fixed(facts: Facts, number: int, member: TeamMember) -> str:
    """Both names in their cases; as they are where one of them cannot be told for certain."""
    teacher = facts.route.teacher.full_name
    fixed = in_case(member.person.full_name, Case.ACCUSATIVE), in_case(teacher, Case.INSTRUMENTAL)
    if all(fixed):
        return phrase("tutor_order_fix", number=number, tutor=fixed[0], teacher=fixed[1])
    return phrase("tutor_order_fix_plain", number=number, tutor=member.person.full_name, teacher=teacher)
