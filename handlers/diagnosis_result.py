"""The result: per cent per competency and общий, both scales named in full, the way recommended (X01-X07)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from aiogram import F, Router
from aiogram.types import CallbackQuery

from documents import bars
from documents.bars import Bar
from handlers.anything import way_home
from handlers.callbacks import DiagnosisTap, Go
from handlers.views import Button, File, Say, Table, View, button, say, view
from models.diagnosis import DiagnosisNote, NoteKind
from regulations import questionnaire
from regulations.scales import Reading, percent
from regulations.schema import Regulation
from services import diagnosis, diagnosis_result
from services.diagnosis import Standing
from services.work import Work

PAGE = 8


async def screen(work: Work, standing: Standing) -> View:
    """The whole result, as text; the table and the picture are extras for those who can see them."""
    regulation = await diagnosis.regulation_of(work, standing)
    readings = read_all(standing, regulation)
    notes = await diagnosis.notes(work, standing.diagnosis.id)
    key = {"diagnosis": standing.diagnosis.id, "version": standing.diagnosis.version}
    return view(
        say("diagnosis-result", at=standing.diagnosis.ended_at or standing.diagnosis.answered_at),
        [line for code, reading in readings for line in score_lines(regulation, code, reading)],
        overall_line(standing),
        *([note_lines(standing, notes)] if notes else []),
        rows=[
            [button("diagnosis-result.plan", Go(place="plan"), style="primary")],
            [button("diagnosis-result.ways", DiagnosisTap(do="ways", **key))],
            [button("diagnosis-result.picture", DiagnosisTap(do="picture", **key))],
            [button("diagnosis-result.change", DiagnosisTap(do="list", **key))],
            *way_home(),
        ],
    )


def read_all(standing: Standing, regulation: Regulation) -> list[tuple[str, Reading]]:
    """Competency code and what its score means, in the order of the form; unanswered ones are left out."""
    found = diagnosis_result.findings(standing.asked, standing.answers, regulation)
    return [(one.competency, one.reading) for one in found]


def score_lines(regulation: Regulation, code: str, reading: Reading) -> list[Say]:
    """«Методические: 54,2 %» with both levels in words; a hole of the printed table is named (X02)."""
    levels = regulation.thresholds
    line = say(
        "diagnosis-score",
        competency=regulation.competency(code).title,
        score=reading.percent,
        competence=levels.competence_name(reading.competence),
        deficit=levels.deficit_name(reading.deficit),
    )
    if not reading.in_gap:
        return [line]
    return [line, say("diagnosis-gap", score=reading.percent, deficit=levels.deficit_name(reading.deficit))]


def overall_line(standing: Standing) -> Say:
    """«Общий» with its formula (X06)."""
    total = questionnaire.overall(standing.asked, standing.answers)
    return say("diagnosis-overall", score=percent(total or 0), formula=standing.asked.overall_formula)


def note_lines(standing: Standing, notes: list[DiagnosisNote]) -> list[Say]:
    """Difficulties, needs and strengths, each kind in one line of at most three, in the order of the lists."""
    lines = []
    for kind in NoteKind:
        marked = [one for one in notes if one.kind is kind]
        if marked:
            words = "; ".join(_note_text(standing, one) for one in marked[:3])
            lines.append(
                say("diagnosis-note-line", kind=kind.value, words=words, more=max(len(marked) - 3, 0))
            )
    return lines


def _note_text(standing: Standing, note: DiagnosisNote) -> str:
    if note.statement is None:
        return note.text
    return standing.asked.statements[note.statement].short.get("ru")


def table_of(regulation: Regulation, readings: list[tuple[str, Reading]]) -> Table:
    """The same numbers as a table (rich messages, Bot API 10.1)."""
    levels = regulation.thresholds
    head = (say("diagnosis-table.competency"), say("diagnosis-table.score"), say("diagnosis-table.level"))
    rows = tuple(
        (
            say("diagnosis-cell", words=regulation.competency(code).title),
            say("diagnosis-cell-score", score=reading.percent),
            say("diagnosis-cell", words=levels.deficit_name(reading.deficit)),
        )
        for code, reading in readings
    )
    return Table(head, rows)


async def ways(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """Table 1 of the methodical text: what is recommended at which level, and where this teacher stands."""
    standing = await diagnosis.look(work, callback_data.diagnosis)
    regulation = await diagnosis.regulation_of(work, standing)
    levels = regulation.thresholds
    found = {reading.deficit for _, reading in read_all(standing, regulation)}
    lines = [
        say(
            "diagnosis-way",
            printed=band.printed,
            deficit=levels.deficit_name(band.deficit),
            way=band.way,
            mine=band.deficit in found,
        )
        for band in levels.bands
    ]
    return view(
        say("diagnosis-ways"),
        *lines,
        say("diagnosis-boundary", rule=levels.boundary_text, source=levels.source),
        rows=[[button("diagnosis-question.back", Go(place="diagnosis"))], *way_home()],
    )


async def picture(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """The bars, drawn after the commit and sent as a photo; and the table where the server knows rich messages."""
    standing = await diagnosis.look(work, callback_data.diagnosis)
    regulation = await diagnosis.regulation_of(work, standing)
    language = work.account.language
    rows = [
        Bar(
            regulation.competency(code).title.get(language),
            reading.percent,
            regulation.thresholds.deficit_name(reading.deficit).get(language),
        )
        for code, reading in read_all(standing, regulation)
    ]
    make = partial(bars.bars_png, rows, caption=standing.asked.title.get(language), language=language)
    file = File("photo", name="diagnosis.png", make=make, caption=say("diagnosis-picture"))
    again = await screen(work, standing)
    return replace(again, files=(file,), table=table_of(regulation, read_all(standing, regulation)))


async def list_answers(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """Every statement with its answer, page by page: any of them can be changed (S-03.4)."""
    standing = await diagnosis.look(work, callback_data.diagnosis)
    key = {"diagnosis": standing.diagnosis.id, "version": standing.diagnosis.version}
    start = max(0, min(callback_data.at, standing.total - 1)) // PAGE * PAGE
    shown = range(start, min(start + PAGE, standing.total))
    rows = [[_answered(standing, number, DiagnosisTap(do="change", at=number, **key))] for number in shown]
    turn = [
        button(name, DiagnosisTap(do="list", at=at, **key))
        for name, at in (("diagnosis-list.earlier", start - PAGE), ("diagnosis-list.later", start + PAGE))
        if 0 <= at < standing.total
    ]
    back = [button("diagnosis-question.back", Go(place="diagnosis"))]
    return view(
        say("diagnosis-list", first=start + 1, last=shown[-1] + 1, total=standing.total),
        rows=[*rows, turn, back],
    )


def _answered(standing: Standing, number: int, data: DiagnosisTap) -> Button:
    given = standing.answers.get(number)
    if given is None:
        return button(
            "diagnosis-list.open", data, number=number + 1, words=standing.asked.statements[number].short
        )
    return button(
        "diagnosis-list.given",
        data,
        number=number + 1,
        words=standing.asked.statements[number].short,
        answer=standing.asked.scale[given],
    )


def router() -> Router:
    """The result and its ways on."""
    routes = Router(name="diagnosis-result")
    routes.callback_query.register(ways, DiagnosisTap.filter(F.do == "ways"))
    routes.callback_query.register(picture, DiagnosisTap.filter(F.do == "picture"))
    routes.callback_query.register(list_answers, DiagnosisTap.filter(F.do == "list"))
    return routes
