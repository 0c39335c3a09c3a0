"""/mydata as an archive: no table is forgotten, and whoever adds one decides."""

from __future__ import annotations

import models
from models.base import Base
from services import own_data


def test_every_table_is_in_the_archive_or_left_out_with_a_reason() -> None:
    assert models
    known = {"people", *own_data.OWN, *own_data.LEFT_OUT}
    assert sorted(Base.metadata.tables.keys() ^ known) == [], "say in services/own_data.py what becomes of it"
    assert not own_data.OWN.keys() & own_data.LEFT_OUT.keys()
    assert all(own_data.LEFT_OUT.values())


def test_every_column_that_leads_to_the_person_is_there() -> None:
    for name, (column, _) in own_data.OWN.items():
        assert column in Base.metadata.tables[name].c
