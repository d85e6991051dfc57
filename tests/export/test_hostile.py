"""Names with quotes, backslashes, line ends, emoji, marks of direction and markup come back as they were."""

from __future__ import annotations

import io
import os

import pytest
import rdflib
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, parse

from graph.export import EXPORTERS, PARTS, Dataset
from graph.vocabulary import BASE, RDFS

RDFLIB = {".ttl": "turtle", ".nt": "nt", ".rdf": "xml", ".nq": "nquads", ".trig": "trig", ".jsonld": "json-ld"}
CASES = int(os.environ.get("NEWSGRAPH_EXPORT_CASES", "60"))
MEAN = ("\\", '"', "'", "\n", "\t", "\u202e", "\u200f", "\U0001f6a2", "<script>", "]]>", "&amp;", "%", "{}")
NAMES = st.lists(
    st.one_of(
        st.text(st.characters(exclude_categories=("Cs", "Cc"))),
        st.sampled_from(
            ["\\", '"', "'", "\n", "\t", "\u202e", "\u200f", "\U0001f6a2", "<script>", "]]>", "&amp;", "%", "{}"]
        ),
    ),
    min_size=1,
    max_size=8,
).map("".join)
SUBJECT = NamedNode(BASE + "entity/x")


def stored(name: str) -> Store:
    store = Store()
    for place in (DefaultGraph(), NamedNode(BASE + "graph/claims")):
        store.add(Quad(SUBJECT, NamedNode(RDFS + "label"), Literal(name), place))
    return store


def written(suffix: str, name: str) -> bytes:
    streams = [io.BytesIO() for _ in PARTS.get(suffix, ("whole",))]
    EXPORTERS[suffix](Dataset(stored(name)), *streams)
    return b"".join(stream.getvalue() for stream in streams)


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize("suffix", RDFLIB)
@settings(max_examples=CASES, deadline=None, suppress_health_check=list(HealthCheck))
@example("x" * 10_000)
@given(NAMES)
def test_names_come_back(suffix: str, name: str) -> None:
    text = written(suffix, name)
    format = RdfFormat.from_extension(suffix[1:])
    assert format is not None
    assert {quad.object.value for quad in parse(text, format)} == {name}  # type: ignore[union-attr]
    read = rdflib.Dataset()
    read.parse(io.BytesIO(text), format=RDFLIB[suffix])
    assert {str(value) for _, _, value, _ in read.quads()} == {name}
