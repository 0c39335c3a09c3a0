"""«Назначить тьютора»: a route without a team gets somebody (X45)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places
from handlers.anything import way_home
from handlers.callbacks_staff import StaffTap
from handlers.notices import notice
from handlers.places import At, place
from handlers.views import View, button, say, view
from regulations.questions import Question, read_text
from services import staff_tutor
from services.work import Work

SURNAME = Question("surname", minimum=2, maximum=60, example="staff-whom.example")
MOST_OFFERED = 8


@place("staff.tutor")
async def whom(work: Work, person: int, text: str = "") -> View:
    """Who accompanies the teacher from now on."""
    able = await staff_tutor.candidates(work, person, text)
    work.account.go("staff.tutor", person=person, text=text)
    rows = [
        [
            button(
                "staff-whom.person",
                StaffTap(do="tutor-is", person=person, value=str(one.id)),
                name=one.short_name,
                position=one.position or one.organisation.name,
            )
        ]
        for one in able[:MOST_OFFERED]
    ]
    more = max(len(able) - MOST_OFFERED, 0)
    back = [button("staff-whom.back", StaffTap(do="open", person=person))]
    return view(
        say("staff-tutor"),
        say("staff-whom-found", count=len(able), more=more, asked=bool(text), text=text),
        rows=[*rows, back, *way_home()],
    )


async def ask(tap: CallbackQuery, callback_data: StaffTap, work: Work) -> View:
    """«Назначить тьютора»."""
    return await whom(work, callback_data.person)


async def typed(message: Message, work: Work) -> View:
    """A few letters of the surname."""
    return await whom(work, work.account.place_ids["person"], read_text(SURNAME, message.text or ""))


async def assign(tap: CallbackQuery, callback_data: StaffTap, work: Work) -> View:
    """Somebody was chosen."""
    value = callback_data.value
    tutor = await staff_tutor.assign(work, callback_data.person, int(value) if value.isdecimal() else 0)
    shown = await places.go(work, "staff.person", person=callback_data.person)
    return shown.led_by(say("staff-tutor-done", name=tutor.short_name))


@notice("staff-tutor-assigned")
def told(own: bool, names: dict[str, str]) -> View:
    """For the teacher and the tutor."""
    said = say("staff-tutor-assigned", own=own, teacher=names["teacher"], tutor=names["tutor"])
    return view(said, rows=way_home())


def router() -> Router:
    """A tutor for a route without one."""
    routes = Router(name="staff-tutor")
    routes.callback_query.register(ask, StaffTap.filter(F.do == "tutor"))
    routes.callback_query.register(assign, StaffTap.filter(F.do == "tutor-is"))
    routes.message.register(typed, At("staff.tutor"), F.text, ~F.text.startswith("/"))
    return routes
