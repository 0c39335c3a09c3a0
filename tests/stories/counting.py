"""Numerals before our nouns: «1 отчёт», «2 отчёта», «5 отчётов», «от 5 отчётов», "1 report", "2 reports"."""

from __future__ import annotations

import re

RUSSIAN = (
    "балл балла баллов",
    "вложение вложения вложений",
    "вопрос вопроса вопросов",
    "год года лет",
    "дело дела дел",
    "день дня дней",
    "документ документа документов",
    "друг друга других",
    "запись записи записей",
    "знак знака знаков",
    "замечание замечания замечаний",
    "маршрут маршрута маршрутов",
    "месяц месяца месяцев",
    "мероприятие мероприятия мероприятий",
    "минуту минуты минут",
    "напоминание напоминания напоминаний",
    "неделю недели недель",
    "ответ ответа ответов",
    "отчёт отчёта отчётов",
    "педагог педагога педагогов",
    "план плана планов",
    "попытка попытки попыток",
    "прошедшее прошедших прошедших",
    "пункт пункта пунктов",
    "рабочий рабочих рабочих",
    "секунду секунды секунд",
    "слово слова слов",
    "сообщение сообщения сообщений",
    "строка строки строк",
    "утверждение утверждения утверждений",
    "файл файла файлов",
    "человек человека человек",
    "час часа часов",
)
"""Each noun beside one, two and five of it, as the object of «ждать», «через», or the subject."""
ENGLISH = (
    "activity activities",
    "answer answers",
    "attachment attachments",
    "character characters",
    "day days",
    "document documents",
    "event events",
    "file files",
    "hour hours",
    "item items",
    "matter matters",
    "message messages",
    "minute minutes",
    "month months",
    "person people",
    "photo photos",
    "plan plans",
    "question questions",
    "record records",
    "report reports",
    "route routes",
    "row rows",
    "second seconds",
    "statement statements",
    "teacher teachers",
    "week weeks",
    "word words",
    "year years",
)
GENITIVE = r"(?:от|до|из|около|больше|меньше|более|менее|после|в течение|свыше|для)"
_COUNTED = re.compile(rf"(?:\b({GENITIVE}) )?(?<![\d.,:–/№-])(\d{{1,6}}) ([а-яёa-z]+)", re.IGNORECASE)


def _forms(rows: tuple[str, ...]) -> dict[str, list[str]]:
    return {word: row.split() for row in rows for word in row.split()}


_RUSSIAN, _ENGLISH = _forms(RUSSIAN), _forms(ENGLISH)


def wrong_plurals(text: str) -> list[str]:
    """«5 отчёт», "1 reports": numerals whose noun stands in another number."""
    found = []
    for case, number, word in _COUNTED.findall(text):
        noun = word.lower()
        russian, english = _RUSSIAN.get(noun), _ENGLISH.get(noun)
        if russian and noun not in _right_russian(int(number), russian, genitive=bool(case)):
            found.append(f"{case} {number} {word}".strip())
        if english and noun != english[int(number) != 1]:
            found.append(f"{number} {word}")
    return found


def _right_russian(number: int, forms: list[str], *, genitive: bool) -> tuple[str, ...]:
    one = number % 10 == 1 and number % 100 != 11
    few = number % 10 in {2, 3, 4} and number % 100 not in {12, 13, 14}
    if genitive:
        return (forms[1],) if one else (forms[2],)
    if one:
        return (forms[0], *_NOMINATIVES.get(forms[0], ()))
    return (forms[1],) if few else (forms[2],)


_NOMINATIVES = {
    "минуту": ("минута",),
    "секунду": ("секунда",),
    "неделю": ("неделя",),
    "попытка": ("попытку",),
    "строка": ("строку",),
    "рабочий": (),
}
