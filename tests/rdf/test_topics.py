"""What the graph says that a claim is about."""

from __future__ import annotations

from spacy.language import Language

from graph.facts import part
from graph.language import docs
from graph.model import Claim
from graph.rdf.choice import chosen
from graph.rdf.topics import claims_of
from graph.reading import read_text


def told(nlp: Language, text: str) -> list[Claim]:
    """The claims of a text, the outermost first."""
    read = part(next(iter(docs(nlp, [read_text(text)]))))
    found = claims_of(read, tuple(chosen(read)))
    return sorted(found, key=lambda claim: claim.claimed_in is not None)


def about(claim: Claim) -> list[str]:
    return [filler.text for filler in claim.about]


def test_a_claim_is_not_about_what_a_claim_in_it_is_about(nlp: Language) -> None:
    outer, inner = told(nlp, "Maria Lopez said that Peter Holm had claimed that Anna Brandt of Norway stole the money.")
    assert inner.claimed_in == outer.id
    assert about(inner) == ["Anna Brandt", "Norway"]
    assert about(outer) == []


def test_a_claim_is_about_a_town_not_about_its_country_as_well(nlp: Language) -> None:
    (claim,) = told(nlp, "Maria Lopez said that floods had destroyed Nakuru, Kenya.")
    assert about(claim) == ["Nakuru"]


def test_a_claim_is_not_about_whom_the_accusation_that_makes_it_names(nlp: Language) -> None:
    (claim,) = told(nlp, "Maria Lopez accused Peter Holm of cheating Norway.")
    assert about(claim) == ["Norway"]


def test_a_claim_is_not_about_where_its_events_were(nlp: Language) -> None:
    (claim,) = told(nlp, "Maria Lopez said Peter Holm had travelled to Oslo to visit the Harbour Board.")
    assert "Oslo" not in about(claim)
    assert about(claim)[0] == "Peter Holm"
