"""Known things of a user's file: read, linked, and never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import SettingsError
from graph.identity import Known, gazetteer, keys, resolve
from graph.rdf import entity_lines, read_gazetteer
from graph.vocabulary import OWL, Minter
from tests.identity.members_by_hand import member
from tests.rdf.parts import parsed

IRI = "http://www.wikidata.org/entity/Q1"
CSV = f"iri,type,names\n{IRI},Person,Ada Moss|Adeline Moss-Kerr\n"
TURTLE = f"""@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<{IRI}> a <http://schema.org/Person> ; rdfs:label "Ada Moss"@en, "Ада Мосс"@ru ; skos:altLabel "Adeline Moss-Kerr" .
"""


@pytest.mark.parametrize(("name", "text"), [("known.csv", CSV), ("known.ttl", TURTLE)])
def test_names_of_one_known_thing_are_one_entity_with_its_iri(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    known = read_gazetteer(path)
    pair = member("Ada Moss"), member("Adeline Moss-Kerr")
    [entity] = resolve(pair, known=known)
    assert entity.same_as == (IRI,)
    assert (keys(pair[0]) | known.keys(pair[0])) & (keys(pair[1]) | known.keys(pair[1]))
    same = [quad for quad in parsed(entity_lines(entity, Minter())) if quad.predicate.value == OWL + "sameAs"]
    assert [quad.object.value for quad in same] == [IRI]


def test_a_name_of_two_known_things_is_linked_to_neither() -> None:
    known = gazetteer(
        (Known("https://a.example/1", "Person", ("Ada Moss",)), Known("https://a.example/2", None, ("Ada Moss",)))
    )
    [entity] = resolve((member("Ada Moss"),), known=known)
    assert entity.same_as == ()


def test_the_type_has_to_fit() -> None:
    known = gazetteer((Known(IRI, "Place", ("Ada Moss",)),))
    [entity] = resolve((member("Ada Moss"),), known=known)
    assert entity.same_as == ()


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.csv", "iri,names\n", "no column type"),
        ("a.csv", "iri,type,names\nhttps://a.example/1,Animal,Rex\n", "row 2: no type 'Animal'"),
        ("a.csv", "iri,type,names\nhttps://a.example/1,Person,\n", "row 2: an IRI and a name"),
        ("a.csv", "iri,type,names\nno iri,Person,Rex\n", "'no iri' is no IRI"),
        ("a.ttl", "this is no turtle", "a.ttl"),
        ("a.xls", "", "ends in .csv or .ttl"),
    ],
)
def test_a_bad_file_is_named(tmp_path: Path, name: str, text: str, message: str) -> None:
    path = tmp_path / name
    path.write_text(text)
    with pytest.raises(SettingsError, match=message):
        read_gazetteer(path)
