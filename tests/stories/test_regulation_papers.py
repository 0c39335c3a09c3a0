"""The papers of each regulation are made from its own file: the form it names, with its columns."""

from datetime import timedelta

import pytest

from models.people import Role
from tests.stories.schools import pair, route
from tests.stories.test_papers import opens_own, read, sent
from tests.stories.town import Town
from tests.stories.walking import walks

TITLE = "Семинар по смысловому чтению"


@pytest.mark.parametrize(
    ("regulation", "beside", "walker", "paper", "column"),
    [
        ("bashkortostan", Role.TUTOR, Role.TEACHER, "Карта", "Организатор мероприятия"),
        (
            "grozny_gymnasium_4",
            Role.DEPUTY_HEAD,
            Role.TEACHER,
            "Карта роста",
            "Форма и дата трансляции опыта",
        ),
        ("methodical_guide", Role.CENTRE_METHODIST, Role.TEACHER, "Дорожная карта", "Сроки (дедлайн)"),
        ("mentoring", Role.MENTOR, Role.MENTEE, "Дорожная карта", "Форма результата"),
    ],
)
async def test_each_regulation_prints_its_own_form(
    town: Town, regulation: str, beside: Role, walker: Role, paper: str, column: str
) -> None:
    teacher, _ = await pair(town, regulation, beside, walker=walker)
    await walks(town, teacher, (TITLE, town.today + timedelta(days=30)))
    await opens_own(teacher)
    message, data = teacher.button("papers-pdf", paper)
    await teacher.taps_again(message["message_id"], data.replace("pdf", "docx"))
    words = read(town, sent(teacher))
    assert column in words
    assert TITLE in words
    assert (await route(town)).regulation == regulation
