"""The endpoint under load: every answer from one generation, no error but the documented limits."""

from __future__ import annotations

from pathlib import Path

from graph.serve import Limits
from tests.serve.load import FINE, begin, load


def test_many_clients_and_a_growing_kg(tmp_path: Path) -> None:
    begin(tmp_path / "kg", 10)
    told = load(tmp_path / "kg", 6, 8, Limits(seconds=5, memory=1 << 30))
    assert told.broken == []
    assert told.mixed == []
    assert set(told.statuses) <= set(FINE)
    assert told.statuses[200] > 8
    assert told.generations
