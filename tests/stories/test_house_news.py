"""Information for schools on what routes offer, and the centre's message to them, once a week (S003 1.2; R3-006)."""

from __future__ import annotations

from models.people import OrganisationKind, Role
from tests.stories.gymnasium import heard
from tests.stories.town import Town

TOLD = "house-news-told"


async def test_r3_006_the_centre_informs_the_schools_of_its_region_once_a_week(town: Town) -> None:
    region = "Республика Башкортостан"
    await town.organisation("Школа № 3", regulation="bashkortostan", region=region)
    await town.organisation("Центр", OrganisationKind.CENTRE, regulation="bashkortostan", region=region)
    await town.organisation("Школа № 8")
    head = await town.member("Корепанов Андрей Леонидович", Role.HEAD)
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER)
    far = await town.member("Лапин Олег Олегович", Role.HEAD, organisation="Школа № 8")
    methodist = await town.member("Дубов Игорь Ильич", Role.CENTRE_METHODIST, organisation="Центр")
    await methodist.says("/menu")
    await methodist.taps("menu-house")
    await methodist.taps("house-news.write")
    await methodist.says("Открыт набор на <стажировки>")
    methodist.sees("house-news-sent", "1")
    assert [await heard(town, one, TOLD) for one in (head, teacher, far)] == [1, 0, 0]
    head.sees(TOLD, "Центр", "Открыт набор на <стажировки>")
    await methodist.taps("house-news.write")
    await methodist.says("Ещё новость")
    methodist.sees("house-news-week")
    assert await heard(town, head, TOLD) == 1


async def test_r3_006_a_school_reads_what_the_route_offers_and_writes_to_nobody(town: Town) -> None:
    await town.organisation("Школа № 3", regulation="bashkortostan")
    head = await town.member("Корепанов Андрей Леонидович", Role.HEAD)
    other = await town.member("Ложкина Вера Ильинична", Role.DEPUTY_HEAD)
    await head.says("/menu")
    await head.taps("menu-house")
    assert not head.has_button("house-news.write")
    await head.taps("house-news.open")
    head.sees("house-news-events", "мероприятий: 0")
    head.sees("house-news-stages", "Этапы:")
    await head.taps_again(head.last["message_id"], "go:house-news.write")
    await head.says("Всем привет")
    assert await heard(town, other, TOLD) == 0
