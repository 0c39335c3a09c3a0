"""The protocol of signing and the code on a paper: every signature, and a square that leads to the bot (63-FZ, X39)."""

from __future__ import annotations

import io
import re
from datetime import date, timedelta
from typing import Any

import pytest
from docx import Document

from documents import paper_docx, paper_pdf, qr
from documents.paper_model import Paper
from models.approval import Assent
from models.evidence import Evidence
from models.paper import Paper as SignedPaper
from models.paper import PaperKind, PaperState, fingerprint_of
from models.paper_slot import PaperSlot, SlotState, Way
from models.people import Role
from services import paper_code, paper_protocol
from services.address import Address
from services.verify import Standing, Verdict
from tests.rules.paper_reading import is_archival, missing, pages, said_by, squeezed, tables, word_file
from tests.rules.paper_route import AT, facts, paper, person, slot
from tests.rules.test_papers_hostile import HOSTILE

ADDRESS = Address("marshrut_bot")
CONTENT = {"topic": "", "term": ["", ""], "rows": []}


def signed(*slots: PaperSlot, **more: Any) -> SignedPaper:
    """A card that has gone round."""
    route = facts().route
    made = SignedPaper(id=12, route_id=1, route=route, kind=PaperKind.CARD, number=2, content=CONTENT)
    made.state, made.edition, made.seal = PaperState.DONE, 1, "5" * 32
    made.fingerprint, made.opened_at, made.closed_at = fingerprint_of(CONTENT), AT, AT + timedelta(hours=2)
    made.slots = list(slots)
    for name, value in more.items():
        setattr(made, name, value)
    return made


def record(made: SignedPaper, verdict: Verdict = Verdict.CURRENT, **more: Any) -> paper_protocol.Record:
    """The protocol's facts."""
    known = {"visas": (), "scans": (), "loops": 0, "newer": None} | more
    standing = Standing(verdict, made, known.pop("newer"))
    rules = facts().regulation
    return paper_protocol.Record(made, standing, rules=rules, address=ADDRESS, today=AT.date(), **known)


def whole() -> paper_protocol.Record:
    """Four signatures of each way, a visa, a scan."""
    scan = Evidence(slot_id=4, sha256="ab" * 32)
    paper_slot = slot(
        "head", "approve", "Петров Пётр Петрович", Way.PAPER, id=4, paper_on=date(2026, 9, 12), acting=True
    )
    paper_slot.since, paper_slot.until = date(2026, 9, 1), date(2026, 9, 30)
    paper_slot.entered_by = person(9, "Сомова Ольга Юрьевна")
    slots = [
        slot("methodist", "sign", "Соколова Анна Ивановна", simple="Приказ № 5", since=date(2026, 1, 1)),
        slot("teacher", "sign", "Иванова Галина Петровна", position="учитель математики"),
        slot("centre_head", "agree", "Лебедева Людмила Глебовна", place="ЦНППМ", instead_of=",head,"),
        paper_slot,
    ]
    visa = Assent(person=person(5, "Орлова Мария Сергеевна"), role=Role.TUTOR, at=AT)
    return record(signed(*slots), visas=[visa], scans=[scan], loops=1)


def protocol(found: paper_protocol.Record | None = None) -> Paper:
    """The paper of it."""
    return paper_protocol.built(found or whole())


def test_word_and_pdf_say_everything_in_the_same_order() -> None:
    made = protocol()
    word, pdf = paper_docx.docx(made), paper_pdf.pdf(made)
    assert made.proof is not None
    for read in ("\n".join(word_file(word)), "\n".join(pages(pdf))):
        assert missing([*said_by(made), *made.proof.lines], read) == []
    assert is_archival(pdf)


def test_every_signature_stands_with_who_by_what_right_when_and_how() -> None:
    about, given = tables(paper_docx.docx(protocol()))
    assert given[0] == [
        "№",
        "Действие",
        "Фамилия, имя, отчество",
        "Роль, должность, организация, срок полномочий",
        "Когда",
        "Вид подписи, основание",
    ]
    methodist, teacher, centre, head = given[1:]
    assert methodist == [
        "1",
        "подписано",
        "Соколова Анна Ивановна",
        "Региональный методист\nс 01.01.2026",
        "14.09.2026 13:00",
        "подписано простой электронной подписью 14.09.2026 13:00 (Приказ № 5)",
    ]
    assert teacher[3] == "Педагогический работник\nучитель математики"
    assert centre[1] == "согласовано" and "решение перешло от роли: Руководитель образовательной" in centre[3]
    assert head[3] == "Руководитель образовательной организации (и. о.)\n01.09.2026–30.09.2026"
    assert head[5].split("\n") == [
        "подписано на бумаге 12.09.2026",
        "внёс в систему: Сомова Ольга Юрьевна",
        "скан, SHA-256: abababababababab…",
    ]
    rows = dict(about)
    assert rows["Документ"] == "Карта индивидуального образовательного маршрута педагога"
    assert rows["Версия"] == "карта, версия 2" and rows["Возвратов до этой версии"] == "1"
    assert rows["Состояние"] == "подписано всеми 14.09.2026 15:00, действует"
    assert rows["Контрольная сумма подписанного (SHA-256)"] == fingerprint_of(CONTENT)
    assert rows["Положение"].endswith(", редакция 1")


@pytest.mark.parametrize(
    ("verdict", "mark", "state"),
    [
        (Verdict.REPLACED, "ЗАМЕНЕНО НОВОЙ РЕДАКЦИЕЙ", "заменено версией 3"),
        (Verdict.CANCELLED, "НЕ ДЕЙСТВУЕТ", "не действует"),
        (Verdict.ALTERED, "СОДЕРЖАНИЕ НЕ СХОДИТСЯ С КОНТРОЛЬНОЙ СУММОЙ", "не сходится"),
        (Verdict.GOING, "", "на подписи"),
    ],
)
def test_a_version_that_counts_no_more_says_so(verdict: Verdict, mark: str, state: str) -> None:
    made = protocol(
        record(signed(slot("head", "approve", "Петров Пётр Петрович")), verdict, newer=signed(number=3))
    )
    assert made.mark == mark and state in dict(made.parts[0].rows)["Состояние"]


def test_who_has_not_signed_is_awaited_and_a_return_has_its_reason() -> None:
    waits = PaperSlot.waiting(1, 1, ["head"], [], "approve")
    waits.at = None
    back = slot("methodist", "sign", "Соколова Анна Ивановна", reason="Добавьте конкурс")
    back.state = SlotState.RETURNED
    cells = protocol(record(signed(back, waits))).parts[1].cells
    assert cells[0][1] == "возвращено" and cells[0][5] == "причина: Добавьте конкурс"
    assert cells[1][1:3] == ("ожидается", "") and cells[1][5] == ""


def test_the_code_is_whole_and_the_square_leads_to_the_bot() -> None:
    made = signed()
    code = paper_code.payload(made)
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", code) and code.startswith("verify_12-")
    assert paper_code.fits(made, code) and not paper_code.fits(made, code[:-1] + "x")
    assert not paper_code.fits(signed(fingerprint="0" * 64), code)
    assert not paper_code.fits(signed(seal=""), paper_code.payload(signed(seal="")))
    proof = protocol().proof
    assert proof is not None and proof.link == f"https://t.me/marshrut_bot?start={code}"
    assert qr.svg(proof.link).startswith("<svg") and qr.svg("") == ""


def test_the_square_stands_on_a_signed_card_in_both_and_not_on_a_draft() -> None:
    made = paper("card", facts(card=signed(), address=ADDRESS))
    word = Document(io.BytesIO(paper_docx.docx(made)))
    assert len(word.inline_shapes) == 1 and made.proof is not None
    assert missing(list(made.proof.lines), "\n".join(pages(paper_pdf.pdf(made)))) == []
    draft = paper("card", facts(card=signed(state=PaperState.OPEN), address=ADDRESS))
    assert draft.proof is None and len(Document(io.BytesIO(paper_docx.docx(draft))).inline_shapes) == 0


def test_without_the_bots_name_the_code_stands_in_letters() -> None:
    made = paper("card", facts(card=signed()))
    assert made.proof is not None and made.proof.link == ""
    assert made.proof.lines[0].startswith("Проверить документ: напишите боту /start verify_12-")
    assert squeezed(made.proof.lines[0]) in squeezed("".join(word_file(paper_docx.docx(made))))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_spoil_nothing(text: str) -> None:
    made = protocol(record(signed(slot("head", "approve", text, reason=text, simple=text))))
    for read in (word_file(paper_docx.docx(made)), pages(paper_pdf.pdf(made))):
        assert missing([made.facts["parts"][1]["cells"][0][2], "Контрольная сумма"], "".join(read)) == []
