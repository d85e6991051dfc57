"""One contract for all formats: they load back, they are sorted, and claims never pass for facts."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import networkx as nx
import pytest
import rdflib
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse

from graph.errors import NotFoundError
from graph.export import EXPORTERS, PARTS, Dataset, export
from graph.export import dataset as room
from tests.by_hand import MINTER, dataset

RDFLIB = {".ttl": "turtle", ".nt": "nt", ".rdf": "xml", ".nq": "nquads", ".trig": "trig", ".jsonld": "json-ld"}
WHOLE = (".nq", ".trig", ".jsonld")
ONE_GRAPH = (".ttl", ".nt", ".rdf", ".ftm.json")
PLANNED = "visit: the minister → the docks"


def exported(store: Store, suffix: str, **options: object) -> bytes:
    """What a format writes; of several files one after another."""
    streams = [io.BytesIO() for _ in PARTS.get(suffix, ("whole",))]
    EXPORTERS[suffix](Dataset(store, **options), *streams)
    return b"".join(stream.getvalue() for stream in streams)


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


def test_gexf_loads_in_networkx(tmp_path: Path) -> None:
    path = tmp_path / "kg.gexf"
    export(dataset(), path)
    found = nx.read_gexf(path)
    assert "Ada Brandt" in dict(found.nodes(data="label")).values()
    assert "Brandt was briefed on the strike." in {sentence for *_, sentence in found.edges(data="sentence")}


def test_neo4j_gets_a_node_and_an_edge_file(tmp_path: Path) -> None:
    export(dataset(), tmp_path / "kg.csv", claims=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kg-edges.csv", "kg-nodes.csv"]
    nodes, edges = (
        list(csv.DictReader((tmp_path / f"kg-{part}.csv").read_text(encoding="utf-8").splitlines()))
        for part in PARTS[".csv"]
    )
    assert list(nodes[0])[:2] == ["iri:ID", ":LABEL"]
    assert list(edges[0])[:3] == [":START_ID", ":END_ID", ":TYPE"]
    assert {edge[end] for edge in edges for end in (":START_ID", ":END_ID")} <= {node["iri:ID"] for node in nodes}
    assert {"ORGANIZER", "WORKS_FOR", "CLAIMED_IN"} <= {edge[":TYPE"] for edge in edges}
    ada = next(node for node in nodes if node["label"] == "Ada Brandt")
    assert (ada[":LABEL"], ada["names:string[]"]) == ("Person", "Ada Brandt;Brandt")


def test_two_files_need_a_name() -> None:
    with pytest.raises(NotFoundError, match=r"\.csv: makes 2 files"):
        export(dataset(), io.BytesIO(), format="csv")


def test_parquet_has_a_row_for_each_sentence(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    export(dataset(), tmp_path / "kg.parquet")
    rows = parquet.read_table(tmp_path / "kg.parquet").to_pylist()
    forum = [(row["object_label"], row["sentence"]) for row in rows if row["subject_label"] == "forum"]
    said = "The forum was organised by the Harbour Office and the Ministry of Trade."
    assert sorted(forum) == [("Harbour Office", said), ("Ministry of Trade", said)]


def test_followthemoney_is_valid_under_its_schema() -> None:
    lines = exported(dataset(), ".ftm.json").splitlines()
    from followthemoney import model

    entities = {entity["id"]: entity for entity in map(json.loads, lines)}
    for entity in entities.values():
        proxy = model.get_proxy(entity)
        proxy.schema.validate(entity)
        for name, values in entity["properties"].items():
            prop = proxy.schema.get(name)
            assert all(prop.type.validate(value) for value in values), (name, values)
            if prop.range is not None:
                assert all(model.get(entities[value]["schema"]).is_a(prop.range) for value in values), (name, values)
    forum = next(entity for entity in entities.values() if entity["properties"].get("name") == ["forum"])
    assert len(forum["properties"]["organizer"]) == 2
    meeting = next(entity for entity in entities.values() if entity["properties"].get("name") == ["met: a1"])
    assert len(meeting["properties"]["involved"]) == 2
    assert [entities[article]["schema"] for article in forum["properties"]["proof"]] == ["Article"]
    position = next(entity for entity in entities.values() if entity["schema"] == "Membership")
    assert {"member", "organization"} <= set(position["properties"])
    assert {"Person", "PublicBody", "Event", "Membership", "Article"} <= {e["schema"] for e in entities.values()}


@pytest.mark.parametrize("suffix", EXPORTERS)
def test_the_articles_words_can_be_left_out(suffix: str) -> None:
    """Facts, names and sources stay; no sentence, no quotation, no words of a claim."""
    if suffix == ".parquet":
        pytest.skip("binary: the words are columns, which the network's test covers")
    bare = exported(dataset(), suffix, claims=True, text=False).decode()
    assert "Ada Brandt" in bare
    for words in ("was organised by", "was briefed on", "visit the docks in June", "He is director"):
        assert words in exported(dataset(), suffix, claims=True).decode() or suffix in ONE_GRAPH
        assert words not in bare


def test_an_unknown_format_names_the_choices(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"\.ttl .*\.graphml"):
        export(dataset(), tmp_path / "kg.docx")
    with pytest.raises(NotFoundError, match="no such graph"):
        exported(dataset(), ".ttl", graph_name="nonsense")
    assert list(tmp_path.iterdir()) == []
