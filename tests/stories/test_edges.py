"""The numbers of each regulation at their edges, as people type them: a warning with its clause, or none (X14, X42)."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from models.people import Role
from models.route import Route, RouteState
from tests.stories.planning import is_asked, plans
from tests.stories.schools import pair, types_term
from tests.stories.town import Guest, Town

SHORT, LONG, FITS = "plan-too-short", "plan-too-long", ""
COMPANION = {
    "udmurtia": Role.TUTOR,
    "bashkortostan": Role.TUTOR,
    "grozny_gymnasium_4": Role.DEPUTY_HEAD,
    "methodical_guide": Role.CENTRE_METHODIST,
    "mentoring": Role.MENTOR,
}
TERMS = [
    ("udmurtia", "01.10.2026", "28.02.2027", SHORT),  # 5 months
    ("udmurtia", "01.10.2026", "30.03.2027", SHORT),  # 6 months less a day
    ("udmurtia", "01.10.2026", "31.03.2027", FITS),  # 6
    ("udmurtia", "01.10.2026", "01.10.2028", FITS),  # 24
    ("udmurtia", "01.10.2026", "02.10.2028", LONG),
    ("udmurtia", "01.10.2026", "01.11.2028", LONG),  # 25
    ("udmurtia", "31.08.2026", "26.02.2027", SHORT),
    ("udmurtia", "31.08.2026", "28.02.2027", FITS),  # 31 August and 6 months
    ("bashkortostan", "01.10.2026", "01.10.2027", FITS),  # 12
    ("bashkortostan", "01.10.2026", "01.11.2027", LONG),  # 13
    ("grozny_gymnasium_4", "01.10.2026", "01.10.2029", FITS),  # 36
    ("grozny_gymnasium_4", "01.10.2026", "01.11.2029", LONG),  # 37
    ("methodical_guide", "01.10.2026", "01.11.2031", FITS),  # its text names no bounds
    ("mentoring", "01.10.2026", "29.09.2030", SHORT),
    ("mentoring", "01.10.2026", "30.09.2030", FITS),  # 48
    ("mentoring", "01.10.2026", "01.10.2031", FITS),  # 60
    ("mentoring", "01.10.2026", "02.10.2031", LONG),
]


async def walker_of(town: Town, regulation: str) -> Guest:
    """Who walks a route by this regulation."""
    role = Role.MENTEE if regulation == "mentoring" else Role.TEACHER
    walker, _ = await pair(town, regulation, COMPANION[regulation], walker=role)
    return walker


@pytest.mark.parametrize(("regulation", "starts", "ends", "said"), TERMS)
async def test_x14_a_typed_term_at_the_edges_of_its_regulation(
    town: Town, regulation: str, starts: str, ends: str, said: str
) -> None:
    walker = await walker_of(town, regulation)
    await types_term(walker, starts, ends)
    clause = town.app.rules.regulations.get(regulation).duration.clause
    if said:
        walker.sees(said, clause)
    assert {one for one in (SHORT, LONG) if is_asked(walker, one)} == ({said} if said else set())
    await walker.taps("questions-echo.yes")
    (found,) = await town.all(select(Route))
    assert found.ends_on is not None
    assert f"{found.ends_on:%d.%m.%Y}" == ends


@pytest.mark.parametrize(("rows", "enough"), [(5, True), (4, False)])
async def test_x42_five_activities_go_to_the_tutor_and_four_need_a_reason(
    town: Town, rows: int, enough: bool
) -> None:
    teacher, tutor = await town.pair()
    await plans(teacher, rows)
    await teacher.taps("plan.agree")
    assert teacher.has_button("plan-departs.reason") is not enough
    assert tutor.has_button("plan-card.confirm") is enough


@pytest.mark.parametrize(("regulation", "role"), list(COMPANION.items())[1:3])
async def test_x42_where_the_text_names_no_least_number_one_is_enough(
    town: Town, regulation: str, role: Role
) -> None:
    teacher, _ = await pair(town, regulation, role)
    await plans(teacher, 1)
    await teacher.taps("plan.agree")
    assert not teacher.has_button("plan-departs.reason")
    (found,) = await town.all(select(Route))
    assert found.state is not RouteState.DRAFT
