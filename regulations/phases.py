"""When a diagnosis is held, and how an expert gives a score: words of ours for buttons."""

from regulations.words import Words

PHASES = {
    "entry": Words(ru="Входная", en="Entry"),
    "interim": Words(ru="Промежуточная", en="Interim"),
    "final": Words(ru="Итоговая", en="Final"),
}
"""S000 3.1.1, 3.1.4: before the route, on the way, at its end."""

PROTOCOL, HAND = "protocol", "hand"
WAYS = {
    PROTOCOL: Words(ru="По критериям, кнопками", en="By criteria, with buttons"),
    HAND: Words(ru="Сразу процентом или баллами", en="Per cent or points at once"),
}
"""How an expert's score comes about: from a protocol of criteria, or named at once (X06)."""
