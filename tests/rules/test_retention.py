"""What is over its term goes, and docs/retention.md says the terms that the code has."""

import importlib
import re
from datetime import timedelta
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "retention.md"
ROW = re.compile(r"^\| [^|]+ \| (\d+) \| [^|]+ \| `([a-z_.]+)\.([A-Z_]+)` \|$", re.M)


def test_the_page_says_the_terms_of_the_code() -> None:
    rows = ROW.findall(PAGE.read_text("utf-8"))
    assert len(rows) == 6
    for days, module, name in rows:
        assert getattr(importlib.import_module(module), name) == timedelta(days=int(days)), name
