"""Names of months, weekdays and small numbers, as people type them in Russian and English."""

_MONTHS = (
    "янв январь января январе jan january",
    "фев февр февраль февраля феврале feb february",
    "мар март марта марте mar march",
    "апр апрель апреля апреле apr april",
    "май мая мае may",
    "июн июнь июня июне jun june",
    "июл июль июля июле jul july",
    "авг август августа августе aug august",
    "сен сент сентябрь сентября сентябре sep sept september",
    "окт октябрь октября октябре oct october",
    "ноя нояб ноябрь ноября ноябре nov november",
    "дек декабрь декабря декабре dec december",
)
_WEEKDAYS = (
    "пн пнд понедельник понедельника понедельнику mon monday",
    "вт втр вторник вторника вторнику tue tues tuesday",
    "ср среда среду среды среде wed wednesday",
    "чт чтв четверг четверга четвергу thu thur thurs thursday",
    "пт птн пятница пятницу пятницы пятнице fri friday",
    "сб сбт суббота субботу субботы субботе sat saturday",
    "вс вск воскресенье воскресенья воскресенью sun sunday",
)
_NUMBERS = (
    "",
    "один одну одна один a an one",
    "два две пару two couple",
    "три three",
    "четыре four",
    "пять five",
    "шесть six",
    "семь seven",
    "восемь eight",
    "девять nine",
    "десять ten",
)
_NEAR_DAYS = {
    -2: ("позавчера", "day before yesterday"),
    -1: ("вчера", "yesterday"),
    0: ("сегодня", "сейчас", "today", "now"),
    1: ("завтра", "tomorrow"),
    2: ("послезавтра", "day after tomorrow"),
}
_UNITS = {
    "day": "день дня дней дн day days",
    "week": "неделя неделю недели недель нед недельку week weeks",
    "month": "месяц месяца месяцев мес month months",
    "half": "полгода полгодика",
    "year": "год года лет year years",
}


def _spread(rows: tuple[str, ...], first: int) -> dict[str, int]:
    return {word: place for place, row in enumerate(rows, start=first) for word in row.split()}


MONTHS = _spread(_MONTHS, 1)
WEEKDAYS = _spread(_WEEKDAYS, 0)  # Monday is 0, as in date.weekday()
NUMBERS = _spread(_NUMBERS, 0)
NEAR_DAYS = {word: days for days, words in _NEAR_DAYS.items() for word in words}
UNITS = {word: unit for unit, words in _UNITS.items() for word in words.split()}
