"""Which groups of an overview are shown: none of fewer than five, not by subtraction either."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.overview import LEAST_IN_A_GROUP, shown


@pytest.mark.parametrize(
    ("sizes", "names"),
    [
        ({"a": 5, "b": 7}, "ab"),
        ({"a": 4}, ""),
        ({"a": 4, "b": 9, "c": 7}, "b"),
        ({"a": 4, "b": 1, "c": 7}, "c"),
        ({"a": 4, "b": 9}, ""),
        ({}, ""),
    ],
)
def test_small_groups_are_hidden_and_one_alone_takes_another_with_it(
    sizes: dict[str, int], names: str
) -> None:
    assert shown(sizes) == set(names)


@given(st.dictionaries(st.text(max_size=3), st.integers(min_value=1, max_value=12), max_size=8))
def test_what_is_hidden_is_nobody_or_five_unless_nothing_is_shown(sizes: dict[str, int]) -> None:
    seen = shown(sizes)
    hidden = sum(size for name, size in sizes.items() if name not in seen)
    assert all(sizes[name] >= LEAST_IN_A_GROUP for name in seen)
    assert hidden == 0 or hidden >= LEAST_IN_A_GROUP or not seen
