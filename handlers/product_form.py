"""The questions about a product: its kind and direction where the text names some, and what it is called."""

from __future__ import annotations

from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import places
from handlers.callbacks import Go, RouteTap
from handlers.callbacks_product import ProductTap
from handlers.forms import Filling
from handlers.questions import Form, Given, Item
from handlers.views import View, button, say, view
from models.product import Product, ProductState
from regulations.questions import Option, Question, QuestionKind
from regulations.schema import Regulation
from services import directions, product
from services.product import PER_DIRECTION
from services.work import Work

TITLE = Question("title", QuestionKind.LONG_TEXT, 3, 200, example="product-ask-title.example")


def tap_of(one: Product, do: str, value: str = "") -> ProductTap:
    """A button about a product, as it stands."""
    return ProductTap(do=do, product=one.id, version=one.version, value=value)


def items(regulation: Regulation) -> tuple[Item, ...]:
    """What is asked: kinds come from the text and take own words, too; a direction where each is to have a product."""
    rule, choice = regulation.conclusion, QuestionKind.CHOICE
    kinds = tuple(Option(one.code, one.title) for one in rule.product_kinds)
    kind = Question("kind", choice, 3, 100, example="product-ask-kind.example", options=kinds)
    ways = tuple(Option(one.code, one.title) for one in directions.of(regulation))
    asked = [Item(kind, "product-ask-kind", own=True)] if kinds else []
    if rule.product == PER_DIRECTION:
        asked.append(Item(Question("direction", choice, options=ways), "product-ask-direction"))
    return (*asked, Item(TITLE, "product-ask-title"))


async def _draft(work: Work, product_id: int) -> Form | None:
    one = await product.one(work, product_id)
    if one.state is ProductState.REMOVED:
        return None
    regulation = work.rules.of(one.route)
    given: dict[str, Given] = {
        "kind": product.kind_title(regulation, one),
        "direction": product.direction_title(regulation, one),
        "title": one.title,
    }
    return Form(
        items(regulation),
        {code: answer for code, answer in given.items() if answer},
        lambda do, value: tap_of(one, do, value),
        one.state is ProductState.DRAFT,
    )


async def _keep(work: Work, product_id: int, code: str, answer: str | date, drawn: int | None) -> View:
    one = await product.answer(work, product_id, code, str(answer), drawn=drawn)
    if one.state is ProductState.DRAFT:
        return await PRODUCT.screen(work, product_id)
    return (await places.go(work, "product.card", product_id=product_id)).led_by(say("product-kept"))


async def _later(work: Work, product_id: int) -> View:
    one = await product.one(work, product_id)
    return view(
        say("product-later"),
        rows=[
            [button("product-later.go-on", tap_of(one, "resume"), style="primary")],
            [button("product-later.drop", tap_of(one, "remove"))],
            [button("product-back", Go(place="product"))],
        ],
    )


async def _leave(work: Work, product_id: int) -> View:
    """All is said: the files come next; a product handed in shows its card."""
    one = await product.one(work, product_id)
    if one.state is ProductState.DRAFT and one.title:
        return await places.go(work, "product.files", product_id=product_id)
    if one.state is ProductState.HANDED:
        return await places.go(work, "product.card", product_id=product_id)
    return await places.go(work, "product")


PRODUCT = Filling("product.question", ProductTap, "product", _draft, _keep, _later, _leave)


async def add(tap: CallbackQuery, callback_data: RouteTap, work: Work) -> View:
    """«Добавить», or on with the one begun."""
    one = await product.add(work, callback_data.route)
    return await PRODUCT.screen(work, one.id)


def router() -> Router:
    """The form."""
    routes = Router(name="product-form")
    routes.callback_query.register(add, RouteTap.filter(F.do == "product"))
    routes.callback_query.register(PRODUCT.again, ProductTap.filter(F.do == "change"))
    routes.include_router(PRODUCT.router())
    return routes
