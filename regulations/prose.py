"""Sentences of a draft, composed from facts: the words are data (prose/conclusions.toml), the paper is Russian."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "prose" / "conclusions.toml"
Fact = str | int
_FACT = re.compile(r"\{(\w+)(?::([^{}]*))?\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_TEENS = range(11, 15)
_FEW = range(2, 5)


@cache
def sentences() -> Mapping[str, str]:
    """Every sentence of the file by its code."""
    return tomllib.loads(FILE.read_text("utf-8"))


def counted(count: int, forms: str) -> str:
    """The words that agree with a number, which stands at #: «1 отчёт», «3 отчёта», «11 отчётов» of `one|few|many`."""
    one, few, many = forms.split("|")
    tail, last = count % 100, count % 10
    form = one if last == 1 and tail not in _TEENS else few if last in _FEW and tail not in _TEENS else many
    return form.replace("#", str(count))


def quoted(title: str) -> str:
    """A title in quotation marks, with the inner kind of them inside: «Вебинар „Карта на уроке“»."""
    return f"«{title.replace('«', '„').replace('»', '“')}»"


def sentence(code: str, **facts: Fact | None) -> str:
    """One sentence of the draft. A part in brackets falls out where a fact of it is missing (None or "").

    Raises KeyError for an unknown sentence, or for a fact that is needed and not given.
    """
    known = {name: fact for name, fact in facts.items() if fact not in (None, "")}
    return _filled(_OPTIONAL.sub(lambda part: _if_known(part[1], known), sentences()[code]), known)


def _if_known(part: str, known: Mapping[str, Fact | None]) -> str:
    return part if all(name in known for name, _ in _FACT.findall(part)) else ""


def _filled(text: str, known: Mapping[str, Fact | None]) -> str:
    def put(found: re.Match[str]) -> str:
        fact = known[found[1]]
        return counted(int(fact or 0), found[2]) if found[2] else str(fact)

    return _FACT.sub(put, text)
