"""Coming in: the code, the consent, the language."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from documents import consent
from handlers import places, verify
from handlers.callbacks import ConsentAnswer, Go, Language
from handlers.places import At, Stranger, place
from handlers.views import File, View, button, say, view
from models.entry import Invitation, invitation_by_mark
from models.purpose import Purpose
from services import consents, entry
from services.paper_code import PREFIX
from services.work import Work


@place(places.STRANGER)
async def stranger(work: Work) -> View:
    """Nobody we know yet: what this is, and what to do."""
    return view(say("entry-stranger"), rows=[[button("entry-language", Go(place="entry.language"))]])


@place("entry.consent")
async def consent_screen(work: Work, mark: str) -> View:
    """The consent: its own message with its buttons (S-01). Shown again to somebody who refused, if asked."""
    invitation = await work.find(invitation_by_mark(mark))
    if invitation is None or invitation.is_over(work.now):
        return await places.go(work, places.STRANGER)
    work.account.go("entry.consent", mark=mark)
    return view(
        say("entry-consent", operator=invitation.person.organisation.name, version=consent.VERSION),
        rows=[
            [button("entry-consent.agree", ConsentAnswer(do="yes"), style="success")],
            [button("entry-consent.only", ConsentAnswer(do="only"))],
            [button("entry-consent.refuse", ConsentAnswer(do="no"))],
            [button("entry-consent.read", ConsentAnswer(do="read"))],
        ],
    )


async def start(message: Message, command: CommandObject, work: Work) -> View:
    """/start, with or without a code; the code of a paper leads to what is known of it."""
    if command.args and command.args.startswith(PREFIX):
        return await verify.checked(work, command.args)
    if command.args:
        return await _show_code(work, command.args)
    if work.account.person is None and work.account.place == places.STRANGER:
        work.account.leave()
    return (await places.here(work)).in_new_message()


async def typed_code(message: Message, work: Work) -> View:
    """A stranger types: it can only be the code."""
    return await _show_code(work, message.text or "")


async def _show_code(work: Work, text: str) -> View:
    invitation = await entry.open_code(work, text)
    if work.account.person_id is not None:
        return (await places.here(work)).led_by(say("entry-in-already")).in_new_message()
    return await _welcome(work, invitation)


async def _welcome(work: Work, invitation: Invitation) -> View:
    """Who invites and by which regulation; then the consent, as a message and a file of its own."""
    person = invitation.person
    facts = await consents.facts_for(person, work)
    make = partial(consent.pdf, facts, work.account.language)
    asked = await places.go(work, "entry.consent", mark=invitation.mark)
    file = File("document", name="consent.pdf", make=make, caption=say("entry-consent-file"))
    return view(
        say(
            "entry-welcome",
            name=person.first_names,
            school=person.organisation.name,
            regulation=work.rules.of_organisation(person.organisation).short_title,
            walks=await entry.walks_a_route(work, person),
        ),
        then=replace(asked, files=(file,)),
    )


async def answer_consent(tap: CallbackQuery, callback_data: ConsentAnswer, work: Work) -> View:
    """The buttons under the consent."""
    mark = work.account.place_ids.get("mark", "")
    invitation = await work.get(invitation_by_mark(mark))
    if callback_data.do == "read":
        text = await consents.text(work, invitation.person, Purpose.ROUTE)
        again = await consent_screen(work, mark)
        return view(say("entry-consent-text", text=text), then=again.in_new_message()).in_new_message()
    if callback_data.do == "no":
        await entry.refuse(work, mark)
        return await places.go(work, "entry.refused", mark=mark)
    person = await entry.agree(work, mark, centre=callback_data.do == "yes")
    work.account.leave()
    home = await places.here(work)
    return view(say("entry-agreed", name=person.first_names), then=home.in_new_message())


@place("entry.refused")
async def refused(work: Work, mark: str) -> View:
    """After a refusal: the paper way, and the way back."""
    return view(say("entry-refused"), rows=[[button("entry-refused.again", Go(place="entry.consent"))]])


async def agree_after_all(tap: CallbackQuery, work: Work) -> View:
    """The consent is shown again to somebody who refused."""
    return await consent_screen(work, work.account.place_ids.get("mark", ""))


@place("entry.language")
async def language(work: Work) -> View:
    """The languages, each named in itself."""
    return view(
        say("entry-choose-language"),
        rows=[
            [button("entry-choose-language.ru", Language(code="ru"))],
            [button("entry-choose-language.en", Language(code="en"))],
        ],
    )


async def ask_language(event: Message | CallbackQuery, work: Work) -> View:
    """/lang or its button: where the person is stays as it was."""
    shown = await language(work)
    return shown.in_new_message() if isinstance(event, Message) else shown


async def choose_language(tap: CallbackQuery, callback_data: Language, work: Work) -> View:
    """From here on every word is in this language; what was typed stays."""
    work.account.language = "en" if callback_data.code == "en" else "ru"
    shown = await places.here(work)
    return replace(shown, renames_commands=True).with_toast(say("entry-language-set"))


def router() -> Router:
    """The door."""
    routes = Router(name="entry")
    routes.message.register(start, CommandStart())
    routes.message.register(ask_language, Command("lang"))
    routes.message.register(typed_code, Stranger(), F.text, ~F.text.startswith("/"))
    routes.callback_query.register(answer_consent, ConsentAnswer.filter(), At("entry.consent"))
    routes.callback_query.register(
        agree_after_all, Go.filter(F.place == "entry.consent"), At("entry.refused")
    )
    routes.callback_query.register(ask_language, Go.filter(F.place == "entry.language"))
    routes.callback_query.register(choose_language, Language.filter())
    return routes
