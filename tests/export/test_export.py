"""One contract for all formats: they load back, they are sorted, and claims never pass for facts."""

from __future__ import annotations

import io
import json
from pathlib import Path

import networkx as nx
import pytest
import rdflib
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse

from graph.errors import NotFoundError
from graph.export import EXPORTERS, export
from graph.export import dataset as room
from tests.by_hand import MINTER, dataset

RDFLIB = {".ttl": "turtle", ".nt": "nt", ".rdf": "xml", ".nq": "nquads", ".trig": "trig", ".jsonld": "json-ld"}
WHOLE = (".nq", ".trig", ".jsonld")
PLANNED = "visit: the minister → the docks"


def exported(store: Store, suffix: str, **options: object) -> bytes:
    stream = io.BytesIO()
    export(store, stream, format=suffix, **options)
    return stream.getvalue()


def expected(suffix: str) -> set[Quad]:
    quads = set(dataset())
    return quads if suffix in WHOLE else {quad for quad in quads if quad.graph_name == DefaultGraph()}


@pytest.mark.parametrize("suffix", RDFLIB)
def test_rdf_loads_back_in_oxigraph(suffix: str) -> None:
    format = RdfFormat.from_extension(suffix[1:])
    assert format is not None
    assert set(parse(exported(dataset(), suffix), format)) == expected(suffix)


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize("suffix", RDFLIB)
def test_rdf_loads_back_in_rdflib(suffix: str) -> None:
    read = rdflib.Dataset()
    read.parse(io.BytesIO(exported(dataset(), suffix)), format=RDFLIB[suffix])
    again = Store()
    again.load(read.serialize(format="nquads").encode(), RdfFormat.N_QUADS)
    assert {quad.triple for quad in again} == {quad.triple for quad in expected(suffix)}
    if suffix in WHOLE:
        assert set(again) == expected(suffix)


@pytest.mark.parametrize("suffix", EXPORTERS)
def test_the_order_of_loading_does_not_show(suffix: str) -> None:
    backwards = Store()
    backwards.extend(sorted(dataset(), key=str, reverse=True))
    assert exported(backwards, suffix, claims=True) == exported(dataset(), suffix, claims=True)


@pytest.mark.parametrize("suffix", [s for s in EXPORTERS if s not in WHOLE])
def test_formats_without_graphs_leave_claims_out(suffix: str) -> None:
    assert PLANNED.encode() not in exported(dataset(), suffix).replace(b"\\u2192", "→".encode())


def test_another_graph_is_exported_by_name() -> None:
    quads = set(parse(exported(dataset(), ".ttl", graph_name="claims"), RdfFormat.TURTLE))
    claims = dataset().quads_for_pattern(None, None, None, NamedNode(MINTER.claims_graph))
    assert {quad.triple for quad in quads} == {quad.triple for quad in claims}


def test_sorting_merges_runs_from_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = exported(dataset(), ".nq")
    monkeypatch.setattr(room, "RUN", 7)
    assert exported(dataset(), ".nq") == at_once
    assert at_once.splitlines() == sorted(at_once.splitlines())


def test_json_is_networkx_node_link() -> None:
    found = nx.node_link_graph(json.loads(exported(dataset(), ".json")))
    assert isinstance(found, nx.MultiDiGraph)
    assert "Ada Brandt" in dict(found.nodes(data="label")).values()
    assert any(item["sentence"] for *_, evidence in found.edges(data="evidence") for item in evidence)


def test_graphml_loads_in_networkx_with_its_sentences(tmp_path: Path) -> None:
    path = tmp_path / "kg.graphml"
    export(dataset(), path, claims=True)
    found = nx.read_graphml(path)
    planned = [iri for iri, label in found.nodes(data="label") if label == PLANNED]
    assert [found.nodes[iri]["factuality"] for iri in planned] == ["planned"]
    sentences = {sentence for *_, sentence in found.edges(data="sentence")}
    assert "Brandt was briefed on the strike." in sentences


def test_an_unknown_format_names_the_choices(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"\.ttl .*\.graphml"):
        export(dataset(), tmp_path / "kg.docx")
    with pytest.raises(NotFoundError, match="no such graph"):
        exported(dataset(), ".ttl", graph_name="nonsense")
    assert list(tmp_path.iterdir()) == []
