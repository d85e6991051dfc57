"""The ontology says what every term of ng: is, and nothing of other vocabularies' terms."""

from __future__ import annotations

import pytest
from rdflib import RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef

from graph.rdf import ontology
from graph.rdf.derived import derivations
from graph.vocabulary import EVENT_CLASSES, NG, ROLES
from tests.rdf.parts import briefing, described

TERMS = Namespace(NG)


@pytest.fixture(scope="module")
def terms() -> Graph:
    return Graph().parse(data=ontology(), format="turtle")


@pytest.mark.parametrize("name", EVENT_CLASSES)
def test_every_class_of_the_closed_list_is_explained(terms: Graph, name: str) -> None:
    found = TERMS[name]
    for predicate in (RDFS.label, RDFS.comment, SKOS.example):
        assert terms.value(found, predicate)
    assert (found, RDFS.subClassOf, URIRef("https://schema.org/Event")) in terms
    plover = EVENT_CLASSES[name]
    assert terms.value(found, TERMS.plover) == (Literal(plover) if plover else None)


def test_no_two_classes_share_an_example(terms: Graph) -> None:
    examples = [example for name in EVENT_CLASSES for example in terms.objects(TERMS[name], SKOS.example)]
    assert len(set(examples)) == len(examples) == len(EVENT_CLASSES)


@pytest.mark.parametrize("role", [iri for iri in ROLES.values() if iri.startswith(NG)])
def test_every_role_of_ours_is_explained(terms: Graph, role: str) -> None:
    assert terms.value(URIRef(role), RDFS.comment)
    assert (URIRef(role), RDFS.domain, None) in terms


def test_every_derived_property_is_declared_and_no_other(terms: Graph) -> None:
    made = {TERMS[row.property] for rows in derivations().values() for row in rows}
    assert set(terms.subjects(RDF.type, TERMS.DerivedProperty)) == made
    events = {event for event in derivations() if event != "*"}
    assert events <= set(EVENT_CLASSES)


def test_axioms_are_about_our_terms_alone(terms: Graph) -> None:
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range):
        assert all(str(subject).startswith(NG) for subject in terms.subjects(predicate))


def test_every_term_that_is_written_is_declared(terms: Graph) -> None:
    _, quads = described(briefing())
    used = {quad.predicate.value for quad in quads} | {str(getattr(quad.object, "value", "")) for quad in quads}
    declared = {str(subject) for subject in terms.subjects()}
    assert {term for term in used if term.startswith(NG)} <= declared


def test_there_is_no_blank_node(terms: Graph) -> None:
    assert all(isinstance(subject, URIRef) for subject in terms.subjects())
