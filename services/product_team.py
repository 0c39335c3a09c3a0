"""Products as the people around a route see them: who accompanies it, and whoever sums it up; a word on each."""

from __future__ import annotations

from models.errors import NotYours
from models.product import Product, ProductWord, product_by_id, products_of_team
from models.route import Route, route_by_id
from services import conclusions, product
from services.product import Products
from services.work import Work


async def seen(work: Work, product_id: int) -> Product:
    """A product that was handed in. Refuses NotYours to strangers, Outdated where it is not handed in now."""
    found = await work.get(product_by_id(product_id))
    await _only_around(work, found.route)
    found.only_handed()
    return found


async def of(work: Work, route_id: int) -> Products:
    """What was made on one route. Refuses NotYours to strangers."""
    route = await work.get(route_by_id(route_id))
    await _only_around(work, route)
    return await product.of_route(work, route)


async def of_teams(work: Work) -> list[Product]:
    """What was handed in on the routes that the acting person accompanies, the latest first."""
    return await work.all(products_of_team(work.person.id, work.today))


async def _only_around(work: Work, route: Route) -> None:
    try:
        route.only_team(work.person, work.today)
    except NotYours:
        await conclusions.only_author(work, route)


async def tell(work: Work, product_id: int, text: str) -> Product:
    """A companion says a word on it; the teacher hears. Refuses: NotYours, Outdated, a list of pupils (X47)."""
    product.no_pupils(text)
    found = await seen(work, product_id)
    if found.route.teacher_id == work.person.id:
        raise NotYours("refusal-own-work")
    found.words.append(ProductWord(author=work.person, text=text, at=work.now))
    work.remember(found.route_id, "product.word", product=found.id)
    work.notify(
        found.route.teacher_id,
        "product-word",
        product=found.id,
        version=found.version,
        title=found.title,
        by=work.person.short_name,
        text=text,
    )
    await work.session.flush()
    return found
