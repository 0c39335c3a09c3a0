"""What shows a product: a photo, a file, a recording or a link; then it is handed in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places
from handlers.callbacks import Go
from handlers.callbacks_product import ProductTap
from handlers.evidence import evidence_of, saying_of
from handlers.places import At, place
from handlers.product_form import tap_of
from handlers.views import Say, View, button, say, view
from models.errors import BadAnswer
from models.evidence import Evidence
from models.product import Product, ProductState
from services import product
from services.work import Work


@place("product.files")
async def ask(work: Work, product_id: int) -> View:
    """The files so far, and «Сдать» once there is one."""
    one = await product.one(work, product_id)
    if one.state is not ProductState.DRAFT:
        return await places.go(work, "product.card", product_id=product_id)
    files = len(one.evidence)
    ready = [
        [button("product-files.hand-in", tap_of(one, "hand-in"), style="success")],
        [button("product-files.off", tap_of(one, "files-off"))],
    ]
    return view(
        say("product-files", title=one.title, files=files),
        *links_of(one),
        rows=[
            *(ready if files else []),
            [button("product-files.change", tap_of(one, "change", "0."))],
            [button("product-back", Go(place="product"))],
        ],
    )


def links_of(one: Product) -> list[Say]:
    """The addresses, as they can be tapped."""
    return [say("product-link", url=found.url) for found in one.evidence if not found.is_file]


async def sent(message: Message, work: Work) -> View:
    """A photo or file; an album comes part by part and stays one card. What is typed beside it is read, not kept."""
    product_id = work.account.place_ids["product_id"]
    found = evidence_of(message, work.now)
    await product.attach(work, product_id, [found], message.caption or "")
    shown = await ask(work, product_id)
    return replace(shown, merge=f"album:{found.group}") if found.group else shown


async def typed(message: Message, work: Work) -> View:
    """A message with a link. Refuses one without."""
    product_id = work.account.place_ids["product_id"]
    product.no_pupils(message.text or "")
    saying = saying_of(message)
    if not saying.urls:
        raise BadAnswer("product-no-link")
    links: Sequence[Evidence] = [Evidence.link(url, saying.message_id, work.now) for url in saying.urls]
    await product.attach(work, product_id, links)
    return await ask(work, product_id)


async def off(tap: CallbackQuery, callback_data: ProductTap, work: Work) -> View:
    """«Убрать приложенное», «Другие файлы»."""
    one = await product.detach_all(work, callback_data.product, drawn=callback_data.version)
    return await places.go(work, "product.files", product_id=one.id)


async def hand_in(tap: CallbackQuery, callback_data: ProductTap, work: Work) -> View:
    """«Сдать»."""
    one = await product.hand_in(work, callback_data.product, drawn=callback_data.version)
    return (await places.go(work, "product.card", product_id=one.id)).led_by(say("product-handed-in"))


def router() -> Router:
    """Files and links."""
    routes = Router(name="product-files")
    for verb, handler in {"files-off": off, "files-anew": off, "hand-in": hand_in}.items():
        routes.callback_query.register(handler, ProductTap.filter(F.do == verb))
    routes.message.register(typed, At("product.files"), F.text, ~F.text.startswith("/"))
    files = F.photo | F.document | F.video | F.voice | F.audio
    routes.message.register(sent, At("product.files"), files)
    return routes
