"""The product of a route: the teacher names it, shows it by a file or link, hands it in (S003 1.2, R2-023)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.conclusions import count_signing
from models.errors import BadAnswer, NotYours, Outdated
from models.evidence import Evidence, Oversize
from models.plan import Activity, activities_of
from models.product import Product, ProductState, product_by_id, products_of
from models.route import Route, route_by_id
from regulations.outcome import Conclusion
from regulations.pupils import is_list_of_pupils
from regulations.rule import Named
from regulations.schema import Regulation
from regulations.words import Words
from services import directions, plan
from services.work import Work

PER_DIRECTION = "per_direction"


@dataclass(frozen=True)
class Products:
    """What a teacher makes on one route: what is handed in, what is being put together, what the text asks for."""

    route: Route
    regulation: Regulation
    activities: Sequence[Activity]
    found: Sequence[Product]

    @property
    def rule(self) -> Conclusion:
        """What the text says of it."""
        return self.regulation.conclusion

    @property
    def handed(self) -> list[Product]:
        """Those that count."""
        return [one for one in self.found if one.state is ProductState.HANDED]

    @property
    def missing(self) -> bool:
        """Whether the text asks for something that is not there."""
        if self.rule.product == "none":
            return False
        return bool(self.lacking) or not self.handed

    @property
    def lacking(self) -> list[Named]:
        """The directions of the plan that have no product yet, where there is to be one for each (R2-023)."""
        if self.rule.product != PER_DIRECTION:
            return []
        have = {one.direction for one in self.handed}
        used = directions.of_plan(self.regulation, self.activities)
        return [one for one in used if one.code not in have]


def kind_title(regulation: Regulation, one: Product) -> Words | str:
    """The kind as people read it: the title behind a code, own words as they are."""
    return plan.title_of(regulation.conclusion.product_kinds, one.kind)


def direction_title(regulation: Regulation, one: Product) -> Words | str:
    """The direction as people read it; "" where none is asked."""
    return plan.title_of(directions.of(regulation), one.direction)


async def of_route(work: Work, route: Route) -> Products:
    """The products of a route; the asker is known to see them."""
    rows, found = await work.all(activities_of(route.id)), await work.all(products_of(route.id))
    return Products(route, work.rules.of(route), rows, found)


async def own(work: Work) -> Products:
    """The acting teacher's. Refuses NotYours to people who walk no route, and where the text asks for none."""
    return await _asked(work, await plan.own_route(work))


async def _asked(work: Work, route: Route) -> Products:
    if work.rules.of(route).conclusion.product == "none":
        raise NotYours("refusal-not-yours")
    return await of_route(work, route)


async def only_open(work: Work, route: Route) -> None:
    """Refuses Outdated while the conclusions go round and once they are signed: what was read must stay."""
    route.only_active()
    if await work.find(count_signing(route.id)):
        raise Outdated("product-closed")


async def add(work: Work, route_id: int) -> Product:
    """The teacher begins a product, or goes on with the one begun. Refuses: NotYours, Outdated."""
    route = await work.get(route_by_id(route_id))
    route.only_teacher(work.person)
    await only_open(work, route)
    found = await _asked(work, route)
    draft = next((one for one in found.found if one.state is ProductState.DRAFT), None)
    if draft is not None:
        return draft
    draft = Product(
        route=route, state=ProductState.DRAFT, kind="", direction="", title="", begun_at=work.now, evidence=[]
    )
    work.session.add(draft)
    await work.session.flush()
    return draft


async def one(work: Work, product_id: int) -> Product:
    """A product of the teacher's own route. Refuses NotYours."""
    found = await work.get(product_by_id(product_id))
    found.route.only_teacher(work.person)
    return found


async def is_own(work: Work, product_id: int) -> bool:
    """Whether a product is the acting person's own. Refuses NotYours for a forged id."""
    found = await work.get(product_by_id(product_id))
    return found.route.teacher_id == work.person.id


async def _open(work: Work, product_id: int, drawn: int | None) -> Product:
    found = await one(work, product_id)
    if drawn is not None:
        found.drawn(drawn)
    await only_open(work, found.route)
    return found


async def answer(work: Work, product_id: int, code: str, value: str, *, drawn: int | None = None) -> Product:
    """One answer; kept at once. Refuses: NotYours, Outdated, product-closed, a list of pupils (X47)."""
    no_pupils(value)
    found = await _open(work, product_id, drawn)
    found.write(code, " ".join(value.split()))
    if found.state is ProductState.HANDED:
        work.remember(found.route_id, "product.mended", product=found.id, title=found.title)
    await work.session.flush()
    return found


def no_pupils(text: str) -> None:
    """Refuses a list of children: their names and marks are not kept here (X47)."""
    if is_list_of_pupils(text):
        raise BadAnswer("product-pupils")


async def attach(work: Work, product_id: int, shown: Sequence[Evidence], words: str = "") -> Product:
    """Files or links are kept at once and copied in the background; a file too large stays in the chat.

    `words`: what was typed beside them. Refuses: NotYours, product-closed, a list of pupils, product-enough-files.
    """
    no_pupils(words)
    found = await _open(work, product_id, None)
    for piece in shown:
        piece.to_copy(work.rules.largest_copy)
        if piece.undecided:
            piece.decide(Oversize.CHAT)
        found.attach(piece)
    await work.session.flush()
    return found


async def detach_all(work: Work, product_id: int, *, drawn: int) -> Product:
    """The files are taken off; it is to be handed in again. Refuses as `answer` does."""
    found = await _open(work, product_id, drawn)
    found.detach_all()
    await work.session.flush()
    return found


async def hand_in(work: Work, product_id: int, *, drawn: int) -> Product:
    """The teacher hands it in; the team hears. Refuses: NotYours, Outdated, product-closed, product-no-file."""
    found = await _open(work, product_id, drawn)
    found.hand_in(work.now)
    work.remember(found.route_id, "product.handed", product=found.id, title=found.title)
    await work.session.flush()
    route = found.route
    for person_id in sorted({one.person_id for one in route.reviewers(route.organisation.today(work.now))}):
        work.notify(
            person_id,
            "product-handed",
            once=f"product:{found.id}:{found.version}:{person_id}",
            urgent=False,
            product=found.id,
            version=found.version,
            teacher=route.teacher.short_name,
            title=found.title,
        )
    return found


async def remove(work: Work, product_id: int, *, drawn: int) -> Product:
    """The teacher takes it out. Refuses: NotYours, Outdated, product-closed."""
    found = await _open(work, product_id, drawn)
    found.remove()
    if found.title:
        work.remember(found.route_id, "product.removed", product=found.id, title=found.title)
    await work.session.flush()
    return found
