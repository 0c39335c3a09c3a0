"""/mydata: what is kept about a person, the text they agreed to, and the way out (S-19)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from documents import consent
from documents.consent import ConsentFacts
from handlers import amendment, places, sheet_words
from handlers import consents as purposes
from handlers.anything import way_home
from handlers.callbacks import ConsentAnswer, Go
from handlers.callbacks_files import FileTap
from handlers.notices import notice
from handlers.places import place
from handlers.views import File, View, button, say, view
from services import consents, mydata, retention
from services.work import Work


@place("mydata")
async def screen(work: Work) -> View:
    """What is kept, in plain words, and since when."""
    work.account.go("mydata")
    given, found, person = await mydata.consent(work), await mydata.own_sheet(work), work.person
    who = ", ".join(filter(None, [person.chat_name, person.position, person.organisation.name]))
    said = [say("mydata-sheet"), *sheet_words.told(found)] if found is not None and found.done else []
    return view(
        say("mydata", who=who),
        *([said] if said else []),
        [
            say("mydata-consent", version=given.version, at=given.at),
            say("mydata-terms", days=retention.LETTERS.days),
        ],
        rows=[
            [button("mydata.mend", Go(place="mydata.mend"))],
            [
                button("mydata.file", ConsentAnswer(do="file")),
                button("mydata.word", ConsentAnswer(do="word")),
            ],
            [button("mydata.archive", FileTap(do="mydata"))],
            [button("mydata.purposes", Go(place="mydata.purposes"))],
            [button("mydata.minutes", Go(place="mydata.minutes"))],
            [button("mydata.withdraw", ConsentAnswer(do="withdraw"))],
            *way_home(),
        ],
    )


async def show(message: Message, work: Work) -> View:
    """/mydata."""
    if work.account.person is None:
        return await places.here(work)
    return await screen(work)


async def file(tap: CallbackQuery, callback_data: ConsentAnswer, work: Work) -> View:
    """The very text that was agreed to, as a file: a PDF, or one to print and sign from Word."""
    given = await mydata.consent(work)
    named = await consents.facts_for(work.person, work)
    facts = replace(named, version=given.version, added=await consents.added(work))
    form, make = ("docx", _word) if callback_data.do == "word" else ("pdf", consent.pdf)
    made = File(
        "document",
        name=f"consent.{form}",
        make=partial(make, facts, given.language),
        caption=say("entry-consent-file"),
    )
    return replace(await screen(work), files=(made,))


def _word(facts: ConsentFacts, language: str) -> bytes:
    from documents import consent_docx  # 9 MB that a bot takes only when Word is asked for

    return consent_docx.docx(facts, language)


@place("mydata.withdraw")
async def sure(work: Work) -> View:
    """What stays and what goes, before the last tap."""
    work.account.go("mydata.withdraw")
    return view(
        say("mydata-sure"),
        rows=[
            [button("mydata-sure.no", ConsentAnswer(do="keep"), style="primary")],
            [button("mydata-sure.yes", ConsentAnswer(do="gone"), style="danger")],
        ],
    )


async def ask(tap: CallbackQuery, work: Work) -> View:
    """«Отозвать согласие»."""
    return await sure(work)


async def keep(tap: CallbackQuery, work: Work) -> View:
    """«Оставить как есть»."""
    return await screen(work)


async def gone(tap: CallbackQuery, work: Work) -> View:
    """The consent is withdrawn: from here on the account is a stranger's."""
    await mydata.withdraw(work)
    return view(say("mydata-gone"), rows=[[button("mydata-gone.back", Go(place=places.HOME))]])


@notice("mydata-withdrawn")
def withdrawn(name: str, school: str) -> View:
    """For the methodists and the team: the paper way from now on."""
    return view(say("mydata-withdrawn", name=name, school=school), rows=way_home())


def router() -> Router:
    """The command and its three buttons, which work only where they were shown."""
    routes = Router(name="mydata")
    routes.message.register(show, Command("mydata"))
    at_home, at_the_door = places.At("mydata"), places.At("mydata.withdraw")
    routes.callback_query.register(file, ConsentAnswer.filter(F.do.in_({"file", "word"})), at_home)
    routes.callback_query.register(ask, ConsentAnswer.filter(F.do == "withdraw"), at_home)
    routes.callback_query.register(keep, ConsentAnswer.filter(F.do == "keep"), at_the_door)
    routes.callback_query.register(gone, ConsentAnswer.filter(F.do == "gone"), at_the_door)
    routes.include_routers(amendment.router(), purposes.router())
    return routes
