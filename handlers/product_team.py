"""Products as the people around a route see them: the list, one with its files, a word on it."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_conclusions import EndTap
from handlers.callbacks_product import ProductsTap, ProductTap
from handlers.evidence import files_of
from handlers.notices import notice
from handlers.places import At, place
from handlers.product_files import links_of
from handlers.product_form import tap_of
from handlers.views import Button, Say, View, button, say, view
from models.product import Product
from regulations.questions import Question, QuestionKind, read_text
from services import product, product_team
from services.work import Work

MOST_LINES = 30
WORD = Question("word", QuestionKind.LONG_TEXT, 3, 700, example="product-word-ask.example")


def details(work: Work, one: Product) -> Say:
    """What it is: the name, the kind and the direction where there are some."""
    regulation = work.rules.of(one.route)
    kind, direction = product.kind_title(regulation, one), product.direction_title(regulation, one)
    return say(
        "product-card",
        title=one.title,
        kind=kind,
        typed=bool(kind),
        direction=direction,
        directed=bool(direction),
        at=one.handed_at or "",
    )


def said(one: Product) -> list[Say]:
    """What the companions say of it."""
    return [say("product-said", by=word.author.short_name, text=word.text) for word in one.words]


@place("product.team")
async def team_list(work: Work) -> View:
    """What the teachers whom I accompany have made, the latest first."""
    work.account.leave()
    found = await product_team.of_teams(work)
    rows = [_line(one, one.route.teacher.short_name) for one in found[:MOST_LINES]]
    back = [button("product-team.teachers", Go(place="review.teachers"))]
    return view(say("product-team", count=len(found)), rows=[*rows, back, *way_home()])


def _line(one: Product, name: str) -> list[Button]:
    return [button("product-team-line", tap_of(one, "seen"), name=name, title=one.title)]


async def of_route(tap: CallbackQuery, callback_data: ProductsTap, work: Work) -> View:
    """The products of one route, from its end."""
    found = await product_team.of(work, callback_data.route)
    name = found.route.teacher.short_name
    rows = [_line(one, name) for one in found.handed[:MOST_LINES]]
    back = [button("product-team.end", EndTap(do="open", route=found.route.id, version=0))]
    return view(say("product-team", count=len(found.handed)), rows=[*rows, back, *way_home()])


@place("product.seen")
async def card(work: Work, product_id: int) -> View:
    """One product with what was said of it."""
    one = await product_team.seen(work, product_id)
    work.account.go("product.seen", product_id=product_id)
    return _drawn(work, one)


def _drawn(work: Work, one: Product) -> View:
    own = one.route.teacher_id == work.person.id
    return view(
        say("product-of", name=one.route.teacher.short_name),
        details(work, one),
        *([said(one)] if one.words else []),
        rows=[
            [button("product-card.files", tap_of(one, "files"), files=len(one.evidence))],
            [] if own else [button("product-card.word", tap_of(one, "word"))],
            [button("product-team.back", Go(place="product.team"))],
            *way_home(),
        ],
    )


async def open_card(tap: CallbackQuery, callback_data: ProductTap, work: Work) -> View:
    """A line of a list, «Показать»."""
    return await card(work, callback_data.product)


async def files(tap: CallbackQuery, callback_data: ProductTap, work: Work) -> View:
    """The files as they are, links in words, the card under them."""
    one = await product_team.seen(work, callback_data.product)
    shown = _drawn(work, one)
    return View(shown.parts, shown.rows, files=files_of(one.evidence)).followed_by(*links_of(one))


@place("product.word")
async def ask_word(work: Work, product_id: int) -> View:
    """A word on it."""
    one = await product_team.seen(work, product_id)
    return view(
        say("product-word-ask", title=one.title, name=one.route.teacher.short_name),
        rows=[[button("product-word-ask.back", tap_of(one, "seen"))]],
    )


async def word(tap: CallbackQuery, callback_data: ProductTap, work: Work) -> View:
    """«Сказать пару слов»."""
    one = await product_team.seen(work, callback_data.product)
    one.drawn(callback_data.version)
    return await places.go(work, "product.word", product_id=one.id)


async def word_typed(message: Message, work: Work) -> View:
    """The word; kept at once."""
    product_id = work.account.place_ids["product_id"]
    await product_team.tell(work, product_id, read_text(WORD, message.text or ""))
    return (await places.go(work, "product.seen", product_id=product_id)).led_by(say("product-word-kept"))


@notice("product-handed")
def handed(product: int, version: int, teacher: str, title: str) -> View:
    """For the team: a product was handed in."""
    data = ProductTap(do="seen", product=product, version=version)
    rows = [[button("product-handed.open", data, style="primary")], *way_home()]
    return view(say("product-handed", teacher=teacher, title=title), rows=rows)


@notice("product-word")
def told(product: int, version: int, title: str, by: str, text: str) -> View:
    """For the teacher: a companion says a word on the product."""
    data = ProductTap(do="open", product=product, version=version)
    rows = [[button("product-word.open", data)], *way_home()]
    return view(say("product-word", title=title, by=by, text=text), rows=rows)


def router() -> Router:
    """The team's view."""
    routes = Router(name="product-team")
    verbs = {"seen": open_card, "files": files, "word": word}
    for verb, handler in verbs.items():
        routes.callback_query.register(handler, ProductTap.filter(F.do == verb))
    routes.callback_query.register(of_route, ProductsTap.filter())
    routes.message.register(word_typed, At("product.word"), F.text, ~F.text.startswith("/"))
    return routes
