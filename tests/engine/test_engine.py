"""One article that breaks the analysis is named and kept without facts; the others are analysed."""

from __future__ import annotations

import gc

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from graph import facts, language, pipeline, reading
from graph.engine import Analyser, analysis
from graph.knowledge import open_kg
from graph.model import Part
from graph.store.records import decode
from graph.store.settings import Settings

SETTINGS = Settings(base="https://w3id.org/newsgraph/id/", model="", model_digest="", rules="")
TEXTS = ("Ada Obi met Paul Stone in Lagos on Monday.", "Paul Stone visited Oslo.", "Ada Obi left Lagos.")


@pytest.fixture
def breaking(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = facts.part

    def part(doc: Doc) -> Part:
        if "Oslo" in doc.text:
            raise RecursionError("too deep")
        return whole(doc)

    monkeypatch.setattr(facts, "part", part)


@pytest.mark.usefixtures("breaking")
def test_the_others_are_analysed() -> None:
    articles = [reading.read_text(text, f"{number}.txt") for number, text in enumerate(TEXTS)]
    outcomes = list(Analyser().outcomes(articles, SETTINGS))
    parts = [decode(outcome.packed.member).part for outcome in outcomes]
    assert [part.article.id for part in parts] == [article.id for article in articles]
    assert [bool(part.sentences) for part in parts] == [True, False, True]
    [broken] = [outcome for outcome in outcomes if outcome.failure]
    assert broken.source == "1.txt"
    assert "too deep" in broken.failure


@pytest.mark.usefixtures("breaking")
def test_a_build_reports_it_and_goes_on(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("breaking")
    for number, text in enumerate(TEXTS):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    report = pipeline.build(folder / "kg", [str(folder / f"{number}.txt") for number in range(len(TEXTS))])
    assert [failure.source for failure in report.failed] == ["1.txt"]
    with open_kg(folder / "kg") as kg:
        assert kg.entities("Ada Obi")


def test_a_model_that_has_met_many_words_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [reading.read_text(text) for text in TEXTS]
    loaded = analysis.load(None)
    parts = list(loaded.parts(articles))
    models: list[str | None] = []
    again = language.load

    def load(model: str | None) -> Language:
        models.append(model)
        return again(model)

    monkeypatch.setattr(language, "load", load)
    assert list(loaded.parts(articles)) == parts
    assert models == []
    monkeypatch.setattr(analysis, "MOST_STRINGS", 0)
    with analysis.settled():
        assert list(loaded.parts(articles)) == parts
        assert models == [None]
        assert gc.get_freeze_count()
    assert not gc.get_freeze_count()
