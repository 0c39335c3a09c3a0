"""A list of children is recognised; what teachers write otherwise is not (X47)."""

import pytest

from regulations.pupils import is_list_of_pupils

CLASS = ["Иванов Пётр", "Сидорова А. И.", "Ким Анна", "Петров-Водкин К.", "Ли Вера", "Орлов Иван"]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(CLASS),
        "\n".join(f"{number}. {name} 5" for number, name in enumerate(CLASS, 1)),
        "\n".join(f"{name} – 78 балла" for name in CLASS),
        "Результаты ОГЭ:\n" + "\n".join(f"{number}) {name}, 4" for number, name in enumerate(CLASS, 1)),
        "; ".join(f"{name} 3" for name in CLASS),
        "\n".join(["Smith John 5", "Brown Ann 4", "Black M. 3", "White K. 5", "Green Eva 2"]),
    ],
)
def test_a_list_of_pupils_is_recognised(text: str) -> None:
    assert is_list_of_pupils(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Показали три приёма работы с текстом.",
        "\n".join(CLASS[:4]),
        "Вели вебинар Анна Ким и Пётр Иванов.\nПонравилось.\nВозьму в урок.\nРасскажу на МО.\nСпасибо.",
        "Средний балл 62\nСправились 18 из 24\nНа 5 – трое\nНа 4 – девять\nНа 3 – шесть",
        "Раз\nДва\nТри\nЧетыре\nПять\nШесть",
        "1. Работа в парах\n2. Смысловое чтение\n3. Карта понятий\n4. Вопросы к тексту\n5. Итог урока",
    ],
)
def test_what_teachers_write_otherwise_is_not(text: str) -> None:
    assert not is_list_of_pupils(text)
