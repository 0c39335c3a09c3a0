"""«Что даёт маршрут» for a school, and a message of the centre to the schools of its region (R3-006)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import Message

from handlers import places
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.choices import listed
from handlers.notices import notice
from handlers.places import At, place
from handlers.views import Button, View, button, say, view
from regulations.questions import Question, QuestionKind, read_text
from services import house_news
from services.work import Work

TEXT = Question("news", QuestionKind.LONG_TEXT, 3, 700, example="house-news-ask.example")


def rows(*, school: bool) -> list[list[Button]]:
    """The ways from the rules of an organisation."""
    about = [button("house-news.open", Go(place="house-news"))]
    return [about] if school else [about, [button("house-news.write", Go(place="house-news.write"))]]


@place("house-news")
async def about(work: Work) -> View:
    """The aim and the stages in the words of the text; what there is to choose from."""
    found = await house_news.offered(work)
    work.account.go("house-news")
    law = found.regulation
    aim = law.aim.quote or law.title
    events = [say("house-news-events", events=found.events)] if found.events is not None else []
    stages = listed([one.title for one in law.stages])
    return view(
        say("house-news", aim=aim),
        say("house-news-stages", stages=stages),
        *events,
        rows=[[button("house-news.back", Go(place="house"))], *way_home()],
    )


@place("house-news.write")
async def ask(work: Work) -> View:
    """The centre's question to itself: what should the schools know?"""
    await house_news.offered(work)
    work.account.go("house-news.write")
    return view(say("house-news-ask"), rows=[[button("house-news.back", Go(place="house"))]])


async def typed(message: Message, work: Work) -> View:
    """The message; sent to each once."""
    count = await house_news.inform(work, read_text(TEXT, message.text or ""))
    return (await places.go(work, "house")).led_by(say("house-news-sent", count=count))


@notice("house-news-told")
def told(*, name: str, text: str) -> View:
    """For whoever leads a school: the centre informs."""
    return view(
        say("house-news-told", name=name, text=text),
        rows=[[button("house-news.open", Go(place="house-news"))], *way_home()],
    )


def router() -> Router:
    """The message."""
    routes = Router(name="house-news")
    routes.message.register(typed, At("house-news.write"), F.text, ~F.text.startswith("/"))
    return routes
