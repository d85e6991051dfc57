"""Rules and shapes: every way to break a dataset is told, and told alike by both."""

from __future__ import annotations

from collections.abc import Callable

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib

from graph.rdf import rules, shapes
from graph.vocabulary import DCTERMS, GAF, NG, OA, ORG, RDF, RDFS, SCHEMA, SEM
from tests.rdf.parts import MINTER, briefing, described, store, violations

A = RDF + "type"
SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")


def one(dataset: ox.Store, pattern: str) -> list[ox.Quad]:
    """The quads of the first row of a query that binds ?s ?p ?o."""
    prefixes = f"PREFIX ng: <{NG}> PREFIX schema: <{SCHEMA}> PREFIX org: <{ORG}> PREFIX rdf: <{RDF}> PREFIX oa: <{OA}> "
    prefixes += f"PREFIX gaf: <{GAF}> PREFIX rdfs: <{RDFS}> "
    query = f"{prefixes} SELECT ?s ?p ?o {{ {pattern} }} ORDER BY ?s ?p ?o LIMIT 1"
    row = next(iter(dataset.query(query, use_default_graph_as_union=True)))
    return list(dataset.quads_for_pattern(row["s"], row["p"], row["o"]))


def without(pattern: str) -> Callable[[ox.Store], None]:
    """Takes one triple away."""

    def broken(dataset: ox.Store) -> None:
        for quad in one(dataset, pattern):
            dataset.remove(quad)

    return broken


def instead(pattern: str, value: str | ox.Literal) -> Callable[[ox.Store], None]:
    """Puts another object into one triple."""

    def broken(dataset: ox.Store) -> None:
        for quad in one(dataset, pattern):
            dataset.remove(quad)
            dataset.add(
                ox.Quad(
                    quad.subject,
                    quad.predicate,
                    ox.NamedNode(value) if isinstance(value, str) else value,
                    quad.graph_name,
                )
            )

    return broken


def adding(*triple: object) -> Callable[[ox.Store], None]:
    """Adds one triple to the default graph, or to the graph that is given too."""
    return lambda dataset: dataset.add(ox.Quad(*(ox.NamedNode(t) if isinstance(t, str) else t for t in triple)))


X, Y, Z = "https://a.example/x", "https://a.example/y", "https://a.example/z"
IDENTITY = MINTER.identity_graph

BREAKAGES: list[tuple[str, Callable[[ox.Store], None]]] = [
    ("evidence", without("?s rdf:predicate schema:organizer ; ?p ?o FILTER(?p = ng:evidence)")),
    ("evidence", without("?s rdf:predicate org:role ; ?p ?o FILTER(?p = rdf:object)")),
    ("statement", without("?s rdf:predicate schema:mentions ; ?p ?o FILTER(?p = ng:rule)")),
    ("statement", instead("?s rdf:predicate schema:attendee ; ?p ?o FILTER(?p = ng:confidence)", ox.Literal(1.5))),
    ("quote", instead("?s ?p ?o FILTER(?p = oa:exact)", ox.Literal("too short"))),
    ("claim-words", without("?s a schema:Claim ; ?p ?o FILTER(?p = schema:text)")),
    ("event-factuality", without("?s a ng:Briefing ; ?p ?o FILTER(?p = ng:factuality)")),
    ("event-role", adding(Z, A, SEM + "Event")),
    ("trigger", without("?s a ng:Conference ; ?p ?o FILTER(?p = gaf:denotedBy)")),
    ("claimed", instead("?s ng:claimedIn ?c ; ?p ?o FILTER(?p = ng:factuality)", NG + "Asserted")),
    ("counterpart", adding(X, NG + "agent", Y)),
    ("counterpart", adding(X, NG + "patient", Y)),
    ("reflexive", adding(Y, NG + "met", Y)),
    ("trigger", adding(X, A, SEM + "Event")),
    ("fit-hosts", adding(X, SCHEMA + "attendee", X)),
    ("fit-people", adding(X, SCHEMA + "spouse", Y)),
    ("fit-location", adding(X, SCHEMA + "location", Y)),
    ("fit-fillers", adding(X, NG + "cause", X)),
    ("fit-position", without("?z org:role ?s . ?s ?p ?o FILTER(?p = rdfs:label)")),
    ("labelled", adding(Y, A, SCHEMA + "CreativeWork")),
    ("replaced", adding(X, DCTERMS + "isReplacedBy", Y, IDENTITY)),
    ("replaced", adding(Y, DCTERMS + "isReplacedBy", A, IDENTITY)),
    ("article", without("?s ?p ?o FILTER(?p = ng:sha256)")),
    ("characters", adding(X, RDFS + "comment", ox.Literal("a\x07b"))),
    ("names", adding(X, RDFS + "seeAlso", ox.BlankNode())),
]
"""Every way to break a dataset, in order, with the rule that tells it once all before it are done."""


@pytest.fixture(scope="module")
def sound() -> ox.Store:
    return store(described(briefing())[1])


def copy(dataset: ox.Store) -> ox.Store:
    return store(list(dataset))


def test_every_rule_can_be_broken(sound: ox.Store) -> None:
    broken = copy(sound)
    for _, breaks in BREAKAGES:
        breaks(broken)
    assert set(violations(broken)) == {rule.name for rule in rules()} - {"facts-only"}


@pytest.mark.parametrize(("name", "breaks"), BREAKAGES[:10], ids=lambda value: value if isinstance(value, str) else "")
def test_a_breakage_is_told_by_its_rule(sound: ox.Store, name: str, breaks: Callable[[ox.Store], None]) -> None:
    broken = copy(sound)
    breaks(broken)
    assert name in violations(broken)


@pytest.mark.parametrize(
    "piece",
    [
        *(f"?s a rdf:Statement ; ?p ?o FILTER(?p = {name})" for name in ("rdf:subject", "rdf:object", "ng:evidence")),
        *(f"?s a rdf:Statement ; ?p ?o FILTER(?p = {name})" for name in ("rdf:predicate", "ng:rule", "ng:confidence")),
        "?x ng:evidence ?s . ?s ?p ?o FILTER(?p = oa:hasSource)",
        "?x ng:evidence ?s . ?s ?p ?o . ?o oa:exact ?words FILTER(?p = oa:hasSelector)",
        "?x ng:evidence/oa:hasSelector ?s . ?s ?p ?o FILTER(?p = oa:end)",
        "?s ?p ?o FILTER(?p = rdf:type && ?o = schema:NewsArticle)",
    ],
)
def test_a_statement_that_lacks_a_piece_is_told(sound: ox.Store, piece: str) -> None:
    broken = copy(sound)
    without(piece)(broken)
    assert "statement" in violations(broken)


ODD = ox.Quad(ox.BlankNode("odd"), ox.NamedNode(RDFS + "comment"), ox.Literal("a\x07b"), ox.NamedNode(X))
"""A subject without a name and a literal with a control character, in a graph of its own."""


def test_names_and_characters_are_told_of_subjects_and_in_every_graph(sound: ox.Store) -> None:
    broken = copy(sound)
    broken.add(ODD)
    broken.add(ox.Quad(ox.NamedNode(Y), ox.NamedNode(RDFS + "seeAlso"), ODD.subject))
    assert violations(broken) == {"names": sorted(["_:odd", f"<{Y}>"]), "characters": ["_:odd"]}


def test_a_planned_event_among_the_facts_is_told(sound: ox.Store) -> None:
    broken = copy(sound)
    adding(X, NG + "factuality", NG + "Planned")(broken)
    assert set(violations(broken)) == {"facts-only"}


def test_shapes_and_rules_give_the_same_verdicts(sound: ox.Store) -> None:
    broken = copy(sound)
    for _, breaks in BREAKAGES:
        breaks(broken)
    assert verdicts_of_shapes(sound) == verdicts_of_rules(sound) == set()
    by_shapes, by_rules = verdicts_of_shapes(broken), verdicts_of_rules(broken)
    assert by_shapes - by_rules == set()
    assert by_rules - by_shapes == set()


def verdicts_of_rules(dataset: ox.Store) -> set[tuple[str, str]]:
    return {
        (rule.message, row["subject"].value)
        for rule in rules()
        if rule.name != "facts-only"
        for row in dataset.query(rule.sparql)
    }


def verdicts_of_shapes(dataset: ox.Store) -> set[tuple[str, str]]:
    union = rdflib.Graph()
    for quad in dataset:
        union.add((term(quad.subject), term(quad.predicate), term(quad.object)))
    _, report, _ = pyshacl.validate(union, shacl_graph=rdflib.Graph().parse(data=shapes(), format="turtle"))
    results = set(report.objects(None, SH.result))
    return {(str(report.value(r, SH.resultMessage)), str(report.value(r, SH.focusNode))) for r in results}


def term(value: ox.NamedNode | ox.BlankNode | ox.Literal) -> rdflib.term.Node:
    if isinstance(value, ox.Literal):
        return rdflib.Literal(value.value, datatype=rdflib.URIRef(value.datatype.value))
    return rdflib.URIRef(value.value) if isinstance(value, ox.NamedNode) else rdflib.BNode(value.value)
