"""«Продукт маршрута» for the teacher: what was made, the clause that asks for it, files or a link (R3-009, R2-023)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import choices, places, plan_lines, product_files, product_form, product_team
from handlers.anything import way_home
from handlers.callbacks import Go, RouteTap
from handlers.callbacks_product import ProductTap
from handlers.evidence import files_of
from handlers.places import place, redraws
from handlers.product_form import tap_of
from handlers.product_team import details, said
from handlers.views import Button, View, button, say, view
from models.product import ProductState
from services import product
from services.product import Products
from services.work import Work


@place("product")
async def home(work: Work) -> View:
    """What is there, what the text asks for, the way to one more."""
    work.account.go("product")
    found = await product.own(work)
    wanted = choices.listed([one.title for one in found.lacking])
    lacking = [say("product-lacking", directions=wanted)] if found.lacking else []
    return view(
        say(
            "product",
            count=len(found.handed),
            wanted=found.rule.product,
            clause=plan_lines.cited(found.rule.clause_of_product),
        ),
        *lacking,
        rows=[*_opens(found), _adding(found), *way_home()],
    )


def _opens(found: Products) -> list[list[Button]]:
    return [[button("product-open", tap_of(one, "open"), title=one.title)] for one in found.handed]


def _adding(found: Products) -> list[Button]:
    data = RouteTap(do="product", route=found.route.id, version=found.route.version)
    draft = next((one for one in found.found if one.state is ProductState.DRAFT), None)
    if draft is not None and draft.title:
        return [button("product.go-on", data, style="primary", title=draft.title)]
    return [button("product.add", data, style="primary" if found.missing else None)]


@place("product.card")
async def card(work: Work, product_id: int) -> View:
    """One product: what it is, its files, what the companions say, what can be changed."""
    one = await product.one(work, product_id)
    if one.state is ProductState.REMOVED:
        return await places.go(work, "product")
    if one.state is ProductState.DRAFT:
        return await product_form.PRODUCT.screen(work, one.id)
    work.account.go("product.card", product_id=product_id)
    return view(
        details(work, one),
        *([said(one)] if one.words else []),
        rows=[
            [button("product-card.files", tap_of(one, "show"), files=len(one.evidence))],
            [
                button("product-card.change", tap_of(one, "details")),
                button("product-card.remove", tap_of(one, "remove")),
            ],
            [button("product-back", Go(place="product"))],
            *way_home(),
        ],
    )


async def show(tap: CallbackQuery, callback_data: ProductTap, work: Work) -> View:
    """«Показать файлы»: links in words, files as they are, and the card under them."""
    one = await product.one(work, callback_data.product)
    shown = await card(work, one.id)
    return View(shown.parts, shown.rows, files=files_of(one.evidence)).followed_by(
        *product_files.links_of(one)
    )


@redraws(ProductTap)
async def fresh(work: Work, data: ProductTap) -> View:
    """An outdated tap: the teacher's card as it is now; whoever accompanies sees theirs."""
    drawing = card if await product.is_own(work, data.product) else product_team.card
    return await drawing(work, data.product)


async def open_card(tap: CallbackQuery, callback_data: ProductTap, work: Work) -> View:
    """A product of the list, or «Нет, оставить»."""
    return await card(work, callback_data.product)


async def mend(tap: CallbackQuery, callback_data: ProductTap, work: Work) -> View:
    """«Изменить»: an answer, or other files."""
    one = await product.one(work, callback_data.product)
    one.drawn(callback_data.version)
    asked = product_form.items(work.rules.of(one.route))
    rows = [
        [button("product-mend", tap_of(one, "change", f"{number}."), code=item.question.code)]
        for number, item in enumerate(asked)
    ]
    return view(
        details(work, one),
        rows=[
            *rows,
            [button("product-mend", tap_of(one, "files-anew"), code="files")],
            [button("product-mend-back", tap_of(one, "open"))],
        ],
    )


async def ask_to_remove(tap: CallbackQuery, callback_data: ProductTap, work: Work) -> View:
    """«Убрать»: asked once more."""
    one = await product.one(work, callback_data.product)
    one.drawn(callback_data.version)
    asked = say("product-remove", title=one.title) if one.title else say("product-drop")
    return view(
        asked,
        rows=[
            [button("product-remove.yes", tap_of(one, "remove-yes"), style="danger")],
            [button("product-remove.no", tap_of(one, "open"))],
        ],
    )


async def remove(tap: CallbackQuery, callback_data: ProductTap, work: Work) -> View:
    """«Да, убрать»."""
    await product.remove(work, callback_data.product, drawn=callback_data.version)
    return (await places.go(work, "product")).with_toast(say("product-removed"))


def router() -> Router:
    """The products of a route."""
    routes = Router(name="product")
    verbs = {
        "open": open_card,
        "show": show,
        "details": mend,
        "remove": ask_to_remove,
        "remove-yes": remove,
    }
    for verb, handler in verbs.items():
        routes.callback_query.register(handler, ProductTap.filter(F.do == verb))
    routes.include_routers(product_form.router(), product_files.router(), product_team.router())
    return routes
