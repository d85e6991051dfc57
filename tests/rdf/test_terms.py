"""Whatever an article holds, its lines are N-Quads."""

from __future__ import annotations

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st

from graph.rdf.terms import FACTS, decimal, line, links, node, printable, text
from tests.rdf.parts import parsed

SUBJECT, PREDICATE, GRAPH = node("https://a.example/s"), node("https://a.example/p"), node("https://a.example/g")


@given(st.text(st.characters()))
def test_a_text_is_read_back_as_it_is_printed(value: str) -> None:
    [quad] = parsed([line(SUBJECT, PREDICATE, text(value), GRAPH)])
    assert quad.object == ox.Literal(printable(value))
    assert quad.graph_name == ox.NamedNode("https://a.example/g")


@given(st.text(st.characters()))
def test_an_address_is_an_iri_or_nothing(value: str) -> None:
    quads = parsed(line(SUBJECT, PREDICATE, found, FACTS) for found in links(f"https://a.example/{value}"))
    assert all(isinstance(quad.object, ox.NamedNode) for quad in quads)


@given(st.floats(0, 1))
def test_a_confidence_is_a_number(value: float) -> None:
    [quad] = parsed([line(SUBJECT, PREDICATE, decimal(value), FACTS)])
    assert isinstance(quad.object, ox.Literal)
    assert abs(float(quad.object.value) - value) <= 0.005 + 1e-9
