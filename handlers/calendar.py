"""«В календарь»: deadlines and events as a file that the telephone puts into its calendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from aiogram import F, Router
from aiogram.types import CallbackQuery

from documents import calendar_file, file_names, typeset
from documents.calendar_file import Entry
from handlers import calendar_link, plan_row
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_files import CalendarTap
from handlers.places import place, redraws
from handlers.views import File, View, button, say, view
from services import own_calendar
from services.work import Work


@place("calendar")
async def screen(work: Work) -> View:
    """How many days there are to put in."""
    work.account.go("calendar")
    found = await own_calendar.entries(work)
    take = [button("calendar.take", CalendarTap(do="all", activity=0), style="primary")] if found else []
    return view(
        say("calendar", count=len(found)),
        rows=[take, *calendar_link.rows(work), [button("calendar.back", Go(place="papers"))], *way_home()],
    )


async def take_all(tap: CallbackQuery, callback_data: CalendarTap, work: Work) -> View:
    """Everything to come as one file; the same file again changes nothing in a calendar."""
    found = await own_calendar.entries(work)
    return replace(await screen(work), files=(_file(work, found),)) if found else await screen(work)


async def take_row(tap: CallbackQuery, callback_data: CalendarTap, work: Work) -> View:
    """One row of the plan."""
    found = await own_calendar.row(work, callback_data.activity)
    return replace(await plan_row.card(work, callback_data.activity), files=(_file(work, [found]),))


def _file(work: Work, entries: Sequence[Entry]) -> File:
    name = typeset.words("archive", work.account.language)["calendar"]
    zone = work.person.organisation.timezone
    made = partial(calendar_file.ics, name, zone, entries)
    return File("document", name=file_names.safe(name, "ics"), make=made, caption=say("calendar-file"))


@redraws(CalendarTap)
async def fresh(work: Work, data: CalendarTap) -> View:
    """What a refused tap shows."""
    return await screen(work)


def router() -> Router:
    """The taps; the place is opened from the papers."""
    routes = Router(name="calendar")
    routes.callback_query.register(take_all, CalendarTap.filter(F.do == "all"))
    routes.callback_query.register(take_row, CalendarTap.filter(F.do == "row"))
    return routes
