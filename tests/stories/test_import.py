"""A table sent in the chat: previewed in words, loaded with one tap, the same again changes nothing."""

from __future__ import annotations

from sqlalchemy import select

from models.import_file import ImportFile, ImportState
from models.people import Appointment, OrganisationKind, Person, Role
from tests.stories.importing import ANNA, HEAD, OLGA, got, sends, sends_rows, works
from tests.stories.schools import labels
from tests.stories.town import Guest, Town


async def deputy(town: Town) -> Guest:
    """The deputy head of a school, in the bot."""
    return await town.member("Зуева Нина Фёдоровна", Role.DEPUTY_HEAD)


async def names(town: Town) -> list[str]:
    """Everybody there is."""
    return [one.full_name for one in await town.all(select(Person).order_by(Person.id))]


async def test_a_deputy_sends_people_sees_what_is_new_and_loads_them(town: Town) -> None:
    nina = await deputy(town)
    await nina.taps("menu-import")
    nina.sees("import")
    await sends(nina, "список.xlsx", b"")
    await sends_rows(nina, HEAD, ANNA, OLGA)
    nina.sees("import-ready", "2")
    nina.sees("import-count-people-new", "2", among_last=1)
    nina.sees("import-first", "Петрова Анна Ивановна")
    assert len(await names(town)) == 1
    await nina.taps("import-card.load")
    nina.sees("import-state", "Загружаю")
    assert labels(nina).count("В меню") == 1
    assert await works(town) == 1
    nina.sees("import-loaded")
    nina.sees("import-waiting", "2")
    await nina.taps("import-waiting.give")
    nina.sees("import-codes", "2")
    assert got(nina)[0] == ["Личный номер", "ФИО", "Должность", "Личный код", "Ссылка для входа"]
    anna = next(row for row in got(nina) if row[1] == ANNA[1])
    assert anna[4].endswith(f"?start={anna[3]}") and town.telegram.username in anna[4]
    assert await names(town) == ["Зуева Нина Фёдоровна", ANNA[1], OLGA[1]]
    seat = town.telegram.person(first_name="Анна", start=None)
    guest = Guest(town, 2, seat["id"], anna[3], "Анна")
    await guest.says(f"/start {guest.code}")
    await guest.taps("entry-consent.agree")
    guest.sees("menu", "Анна Ивановна")
    await nina.taps("import-waiting.give")
    assert [row[1] for row in got(nina)[1:]] == [OLGA[1]]


async def test_the_same_file_again_changes_nothing_and_says_so(town: Town) -> None:
    nina = await deputy(town)
    await sends_rows(nina, HEAD, ANNA, OLGA)
    await nina.taps("import-card.load")
    await works(town)
    await sends_rows(nina, HEAD, ANNA, OLGA)
    nina.sees("import-state", "всё уже загружено")
    assert not nina.has_button("import-card.load")


async def test_a_second_tap_and_an_old_button_load_nothing_more(town: Town) -> None:
    nina = await deputy(town)
    await sends_rows(nina, HEAD, ANNA, OLGA)
    message, data = nina.button("import-card.load")
    await nina.taps("import-card.load", times=2)
    nina.hears_toast("import-outdated")
    assert await works(town) == 1
    await nina.taps_again(message["message_id"], data)
    assert await works(town) == 0
    assert len(await names(town)) == 3


async def test_what_is_not_loaded_changes_nothing(town: Town) -> None:
    nina = await deputy(town)
    await sends_rows(nina, HEAD, ANNA, OLGA)
    await nina.taps("import-card.cancel")
    nina.sees("import-state", "не загружен")
    assert len(await names(town)) == 1


async def test_faults_come_back_beside_the_senders_own_cells(town: Town) -> None:
    nina = await deputy(town)
    wrong = ("103", "Ким Вера", "космонавт", "=1+1", "999")
    await sends_rows(nina, HEAD, ANNA, OLGA, wrong, ("", "Без номера", "педагог", "", ""))
    nina.sees("import-faulty", "2 строки")
    head, first, second = got(nina)
    assert head == ["Строка", *HEAD, "Что исправить"]
    assert first[:6] == ["4", *wrong]
    assert "Роль: Должность «космонавт» не подходит" in first[6]
    assert second[0] == "5" and "Табельный номер: Не заполнено." in second[6]
    assert len(await names(town)) == 1


async def test_rows_beyond_the_own_school_and_offices_above_are_faults(town: Town) -> None:
    nina = await deputy(town)
    await town.person("Чужих Пётр Олегович", Role.TEACHER, organisation="Школа № 9")
    await sends_rows(
        nina,
        (*HEAD, "Школа", "Район"),
        (*ANNA[:4], "", "Школа № 9", "Глазов"),
        ("p2", "Чужих Пётр Олегович", "педагог", "", "", "", ""),
        ("104", "Дуб Олег Ильич", "директор", "", "", "", ""),
    )
    said = "\n".join(str(row[-1]) for row in got(nina)[1:])
    assert "«Школа № 9» не относится к тем, за кого Вы отвечаете" in said
    assert "Номер «p2» есть у человека из другой организации" in said
    assert "Эту должность назначает другой человек" in said


async def test_a_list_never_ends_the_senders_own_office(town: Town) -> None:
    nina = await deputy(town)
    await sends_rows(nina, HEAD, ("p1", nina.name, "педагог", "", ""), OLGA)
    await nina.taps("import-card.load")
    await works(town)
    offices = await town.all(select(Appointment).where(Appointment.person_id == nina.person_id))
    assert {(one.role, one.until) for one in offices} == {
        (Role.DEPUTY_HEAD, None),
        (Role.TEACHER, None),
    }


async def test_a_column_that_is_not_known_is_asked_about_once(town: Town) -> None:
    nina = await deputy(town)
    head = ("Шифр", "ФИО", "Кем приходится", "Любимый цвет")
    rows = (("101", ANNA[1], "педагог", "синий"), ("102", OLGA[1], "тьютор", "белый"))
    await sends_rows(nina, head, *rows)
    nina.sees("import-asks")
    await nina.taps("import-asks.answer")
    nina.sees("import-kind", "Шифр, ФИО")
    await nina.taps("import-kind.option", "Люди")
    nina.sees("import-column", "Личный номер")
    await nina.taps("import-column.option", "Шифр: 101")
    nina.sees("import-column", "Роль")
    await nina.taps("import-column.option", "Кем приходится")
    nina.sees("import-rest", "Любимый цвет")
    await nina.taps("import-rest.option", "Любимый цвет")
    nina.sees("import-heading", "синий")
    await nina.taps("import-heading.back")
    await nina.taps("import-rest.leave")
    await works(town)
    nina.sees("import-ready", "2")
    await nina.taps("import-card.load")
    await works(town)
    assert len(await names(town)) == 3
    await sends_rows(nina, head, *rows, ("105", "Новикова Яна Львовна", "педагог", ""))
    nina.sees("import-ready", "3")


async def test_a_list_without_roles_may_be_of_teachers_only(town: Town) -> None:
    nina = await deputy(town)
    await sends_rows(nina, ("Табельный номер", "ФИО"), ANNA[:2])
    await nina.taps("import-asks.answer")
    await nina.taps("import-column.teachers")
    await works(town)
    await nina.taps("import-card.load")
    await works(town)
    others = Appointment.person_id != nina.person_id
    (office,) = await town.all(select(Appointment).where(others))
    assert office.role is Role.TEACHER


async def test_killed_between_the_preview_and_the_load_nothing_is_lost(town: Town) -> None:
    nina = await deputy(town)
    await sends(nina, "список.xlsx", b"")
    await sends_rows(nina, HEAD, ANNA, OLGA)
    await nina.taps("import-card.load")
    async with town.app.sessions() as session, session.begin():
        (found,) = (await session.scalars(select(ImportFile).where(ImportFile.state == "approved"))).all()
        assert found.take(town.now)
    assert await works(town) == 0
    town.wait(minutes=5)
    assert await works(town) == 1
    nina.sees("import-loaded")
    assert len(await names(town)) == 3


async def test_what_is_no_table_gets_a_kind_reason(town: Town) -> None:
    nina = await deputy(town)
    await nina.taps("menu-import")
    for content, said in (
        (b"%PDF-1.7 no table", "В файле нет таблицы"),
        (b"PK\x03\x04 broken", "не открывается"),
        (b"", "Файл пустой"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "Это не таблица"),
    ):
        await sends(nina, "список.xlsx", content)
        await works(town)
        nina.sees("import-refused", said)
    await nina.sends("photo", "снимок.jpg")
    nina.sees("import-no-file")


async def test_a_teacher_who_sends_a_table_is_told_where_files_belong(town: Town) -> None:
    teacher, _ = await town.pair()
    await sends(teacher, "оценки.xlsx", b"x")
    teacher.sees("anything-file")
    assert await town.all(select(ImportFile)) == []


async def test_somebody_elses_preview_is_nobodys(town: Town) -> None:
    nina = await deputy(town)
    await sends_rows(nina, HEAD, ANNA, OLGA)
    _, data = nina.button("import-card.load")
    other = await town.member("Юдина Яна Петровна", Role.DEPUTY_HEAD, organisation="Школа № 9")
    await other.taps_again(other.last["message_id"], data)
    other.hears_toast("refusal-not-yours")
    (found,) = await town.all(select(ImportFile).order_by(ImportFile.id.desc()).limit(1))
    assert found.state is ImportState.READY


async def test_a_methodist_brings_a_new_school_of_the_region(town: Town) -> None:
    await town.organisation("ЦНППМ", OrganisationKind.CENTRE)
    elena = await town.member("Соколова Елена Викторовна", Role.METHODIST, organisation="ЦНППМ")
    school = ("Школа № 12", "Увинский район")
    await sends_rows(elena, (*HEAD, "Школа", "Район"), (*ANNA, *school), (*OLGA, *school))
    elena.sees("import-count-organisations-new", "1", among_last=1)
    await elena.taps("import-card.load")
    await works(town)
    elena.sees("import-loaded")


async def test_the_centre_brings_a_school_that_goes_without_names_and_only_the_server_brings_them_back(
    town: Town,
) -> None:
    await town.organisation("ЦНППМ", OrganisationKind.CENTRE)
    elena = await town.member("Соколова Елена Викторовна", Role.METHODIST, organisation="ЦНППМ")
    head, school = (*HEAD, "Школа", "Район", "Минимум данных"), ("Школа № 12", "Увинский район")
    await sends_rows(elena, head, (*ANNA, *school, "Да"), (*OLGA, *school, ""))
    elena.sees("import-count-organisations-discreet", "1", among_last=1)
    await elena.taps("import-card.load")
    await works(town)
    (anna,) = await town.all(select(Person).where(Person.full_name == ANNA[1]))
    assert anna.alias == anna.short_name == "А. И. П."
    await sends_rows(elena, head, (*ANNA, *school, "нет"), (*OLGA, *school, "изредка"))
    elena.sees("import-faulty", "1")
    assert "изредка" in str(got(elena)) and "Например: нет" in str(got(elena))
    await sends_rows(elena, head, (*ANNA, *school, "нет"))
    assert "только тот, кто ведёт сервер" in str(got(elena))


async def test_a_school_does_not_say_of_itself_that_it_goes_without_names(town: Town) -> None:
    nina = await deputy(town)
    await sends_rows(nina, (*HEAD, "Минимум данных"), (*OLGA, "да"))
    assert "укажет центр" in str(got(nina))
    await sends_rows(nina, (*HEAD, "Минимум данных"), (*OLGA, "нет"))
    nina.sees("import-ready", among_last=1)
