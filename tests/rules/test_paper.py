"""Pages of a View: at most 4096 units as Telegram counts them, whole words, whole tags, nothing lost."""

from __future__ import annotations

import html
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from bot import paper
from bot.paper import PAGE, TAG
from bot.text import Reader, Text
from handlers.views import say, view

TEXT, READER = Text(), Reader("ru")


def pages(words: str) -> list[str]:
    """The pages of a screen that quotes these words in bold, and some more behind them."""
    return paper.pages(TEXT, view(say("plan-added", title=words), say("menu-help")), READER)


def seen(page: str) -> str:
    """A page as the eye reads it."""
    return html.unescape(TAG.sub("", page))


def bare(words: str) -> str:
    """Without spaces and line ends: pages are cut there."""
    return re.sub(r"\s", "", words)


LONG = st.builds(str.__mul__, st.text("<>&😀я \u202e", min_size=1, max_size=30), st.integers(1, 900))


@settings(deadline=None, max_examples=30)
@given(st.lists(LONG | st.text(max_size=300), min_size=1, max_size=4).map(" ".join))
def test_every_page_fits_and_all_of_it_is_there(words: str) -> None:
    shown = pages(words)
    assert all(0 < len(seen(page).encode("utf-16-le")) // 2 <= PAGE for page in shown)
    assert bare("".join(map(seen, shown))) == bare(seen(pages("\x00")[0]).replace("\x00", words))


@settings(deadline=None, max_examples=30)
@given(LONG)
def test_tags_close_on_their_page(words: str) -> None:
    for page in pages(words):
        opened, closed = re.findall(r"<b>", page), re.findall(r"</b>", page)
        assert len(opened) == len(closed)
        assert re.fullmatch(r"(?:[^<&]|</?b>|&(?:lt|gt|amp|quot|#x27);)*", page)


def test_a_word_without_end_is_cut_and_a_short_screen_is_one_page() -> None:
    assert len(pages("я" * 10_000)) == 3
    assert len(pages("😀" * 3_000)) == 2
    assert len(pages("Семинар")) == 1
