"""Fixtures shared by the tests: one pipeline a run, and the development data where it lies beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def nlp() -> Language:
    from graph.language import load

    return load()


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip(f"the development data is not beside this checkout ({SHARED.name}/)")
    return SHARED
