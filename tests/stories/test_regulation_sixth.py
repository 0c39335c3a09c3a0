"""A regulation nobody has heard of: one TOML file and no Python plays a route through the stages that exist."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot import app
from models.people import Role
from models.route import RouteState
from regulations import library
from services import rules
from tests.stories.diagnosing import MIXED, answer_all, begins, conclude
from tests.stories.planning import adds, takes_a_year
from tests.stories.schools import pair, route
from tests.stories.signing import signs
from tests.stories.town import Town, open_town
from tests.stories.walking import report, reported, two_minutes_later

SIXTH = "sixth_region"
CHANGES = (
    ('id = "udmurtia"', f'id = "{SIXTH}"'),
    ("Положение об ИОМ (Удмуртская Республика)", "Положение шестого региона"),
    ("min_months = 6\nmax_months = 24", "min_months = 3\nmax_months = 18"),
    ("planned = 5\naccepted = 5", "planned = 2\naccepted = 2"),
    ("высокий, средний, низкий.", "высокий, средний, низкий (как в шестом регионе)."),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The files of the product, and one more."""
    made = tmp_path / "regulations"
    made.mkdir()
    for file in library.DATA.glob("*.toml"):
        (made / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    text = (library.DATA / "udmurtia.toml").read_text(encoding="utf-8")
    for old, new in CHANGES:
        assert old in text
        text = text.replace(old, new, 1)
    text = _chain_of_one(text)
    (made / f"{SIXTH}.toml").write_text(text, encoding="utf-8")
    return made


def _chain_of_one(text: str) -> str:
    """Only the deputy head approves; nobody signs the card beside."""
    begin, end = text.index("[signing.card]"), text.index("[signing.correction]")
    chain = (
        '[[signing.chain]]\nclause = "п. 9.9"\nrole = "deputy_head"\nact = "approve"\n'
        'stamp = { ru = "ДОПУЩЕНО", en = "LET" }\n\n'
    )
    return text[:begin] + chain + text[end:]


async def test_one_file_and_no_python_plays_a_route(
    tmp_path: Path, empty_database: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = replace(rules.load(), regulations=library.load(folder))
    assert len(known.regulations.ids()) == 6
    monkeypatch.setattr(app.rules, "load", lambda: known)
    async with open_town(tmp_path, empty_database) as town:
        await _walks(town)
        town.wire.manners.check()


async def _walks(town: Town) -> None:
    teacher, tutor = await pair(town, SIXTH, Role.TUTOR, region="Шестой край")
    deputy = await town.member("Лукина Вера Павловна", Role.DEPUTY_HEAD, organisation="Школа")
    teacher.sees("menu-stage", "Положение шестого региона")
    await begins(teacher)
    await answer_all(teacher, MIXED)
    await conclude(teacher)
    await takes_a_year(teacher)
    await adds(teacher, "Семинар по чтению", "16 сентября")
    teacher.sees("plan-count", "Запланировано 1 из 2 (п. 3.1.2)")
    await adds(teacher, "Вебинар по оцениванию", "20 ноября")
    await teacher.taps("plan.agree")
    await tutor.taps("plan-card.confirm")
    await signs(deputy)
    assert (await route(town)).state is RouteState.ACTIVE
    town.wait(days=3)
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await teacher.taps("report-line", "Семинар")
    await reported(town, teacher)
    await tutor.taps("review-card.accept")
    await two_minutes_later(town)
    assert (await report(town, "Семинар по чтению")).decided_by_id == tutor.person_id


def test_the_made_up_file_is_named_nowhere_in_the_code() -> None:
    root = Path(__file__).parents[2]
    folders = ("bot", "handlers", "services", "models", "regulations", "documents")
    texts = [file.read_text(encoding="utf-8") for one in folders for file in (root / one).rglob("*.py")]
    assert texts
    assert not any(SIXTH in text for text in texts)
