"""People's decisions: followed whenever they come, undone when they go, and told of when they contradict."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import graph
from graph.errors import DecisionError
from graph.identity import Decision, write_decisions
from tests.store.made_up import article, build, nquads
from tests.store.test_laws import FEW, SETS

BASE = "https://w3id.org/newsgraph/id/entity/"
NAMES = ("Ada Moss", "Bo Lind", "HB", "Harbour Board", "Hotel Board", "Oslo")
BY_LABEL = st.builds(
    lambda decision, names: Decision(decision, BASE + "gone-1", names[0], BASE + "gone-2", names[1]),
    st.sampled_from(["same", "not the same"]),
    st.sampled_from([(one, other) for one in NAMES for other in NAMES if one < other]),
)


def decide(kg: Path, *decisions: Decision) -> None:
    """Writes the decisions and lets a build follow them."""
    write_decisions(kg / "decisions.csv", decisions)
    build(kg)


@FEW
@given(SETS, SETS, BY_LABEL, BY_LABEL)
def test_the_dataset_is_a_function_of_articles_and_decisions(first, second, before, after) -> None:
    with tempfile.TemporaryDirectory() as folder:
        kg, fresh = Path(folder, "kg"), Path(folder, "fresh")
        build(kg, first.items())
        decide(kg, before)
        build(kg, second.items())
        decide(kg, after)
        build(fresh, {**first, **second}.items())
        decide(fresh, after)
        assert nquads(kg) == nquads(fresh)
        decide(kg)
        decide(fresh)
        assert nquads(kg) == nquads(fresh)


@pytest.fixture
def kg(tmp_path: Path) -> Path:
    texts = ["Ada Moss met Harbour Board.", "Bo Lind met Hotel Board.", "Ada Moss met Oslo."]
    build(tmp_path / "kg", [(f"/{number}", article(text, f"{number}.txt")) for number, text in enumerate(texts)])
    return tmp_path / "kg"


def test_two_things_become_one_and_two_again(kg: Path) -> None:
    before = nquads(kg)
    with graph.open(kg) as opened:
        one, other = (opened.entity(name).iri for name in ("Harbour Board", "Hotel Board"))
    decide(kg, Decision("same", one, "Harbour Board", other, "Hotel Board", who="me", when="2024-01-01"))
    with graph.open(kg) as opened:
        assert opened.entity("Harbour Board") == opened.entity("Hotel Board")
    decide(kg)
    assert nquads(kg) == before


def test_a_rejected_statement_goes_and_comes_back(kg: Path) -> None:
    before = nquads(kg)
    find = "SELECT ?s { GRAPH ?g { ?s rdf:predicate schema:memberOf } } ORDER BY ?s"
    with graph.open(kg) as opened:
        statements = [row[0] for row in opened.query(find)]
    decide(kg, Decision("reject", str(statements[0]), "Ada Moss is a member"))
    with graph.open(kg) as opened:
        assert [row[0] for row in opened.query(find)] == statements[1:]
        assert len(opened.query("SELECT ?x { ?x schema:memberOf ?y }")) == len(statements) - 1
    decide(kg)
    assert nquads(kg) == before


def test_what_meets_nothing_is_told(kg: Path) -> None:
    decide(kg, Decision("same", BASE + "a-1", "Nobody", BASE + "b-2", "No one"))
    with graph.open(kg) as opened:
        assert [row["left_label"] for row in opened.status()["unresolved"]] == ["Nobody"]


def test_contradictions_are_errors_that_leave_the_graph_as_it_was(kg: Path) -> None:
    before = nquads(kg)
    with graph.open(kg) as opened:
        ends = [opened.entity(name).iri for name in ("Harbour Board", "Hotel Board")]
    with pytest.raises(DecisionError, match="Harbour Board"):
        decide(
            kg,
            Decision("same", ends[0], "Harbour Board", ends[1], "Hotel Board"),
            Decision("not the same", ends[0], "Harbour Board", ends[1], "Hotel Board"),
        )
    assert nquads(kg) == before
