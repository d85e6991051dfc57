"""Names that share a word: each by itself, over its own words; none where it is not sure what they are."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.language import docs
from graph.model import Article, article_id

CASES = {
    "The Ministries of Fisheries and Ports met on Monday.": {
        "Ministries of Fisheries": "Ministry of Fisheries",
        "Ports": "Ministry of Ports",
    },
    "The Ministries of Interior, Justice and Health will pay.": {
        "Ministries of Interior": "Ministry of Interior",
        "Justice": "Ministry of Justice",
        "Health": "Ministry of Health",
    },
    "The Zambian Ministries of Lands and of the Interior will pay.": {
        "Zambian Ministries of Lands": "Zambian Ministry of Lands",
        "Interior": "Zambian Ministry of Interior",
    },
    "Officials of the ministries of Health and Education came.": {
        "ministries of Health": "Ministry of Health",
        "Education": "Ministry of Education",
    },
    "The Finance and Trade ministries agreed.": {"Finance": "Finance ministry", "Trade ministries": "Trade ministry"},
    "The US State and Energy Departments agreed.": {
        "US State": "US State Department",
        "Energy Departments": "US Energy Department",
    },
    "The Carter and Reagan administrations signed it.": {
        "Carter": "Carter administration",
        "Reagan administrations": "Reagan administration",
    },
    "The Malawian and Zambian governments signed it.": {
        "Malawian": "Malawian government",
        "Zambian governments": "Zambian government",
    },
    "The Universities of Leeds and York signed it.": {
        "Universities of Leeds": "University of Leeds",
        "York": "University of York",
    },
    "The Supreme and High Courts ruled on Monday.": {"Supreme": "Supreme Court", "High Courts": "High Court"},
    "The Liberal and Socialist parties agreed.": {"Liberal": "Liberal party", "Socialist parties": "Socialist party"},
    "East and West Germany signed it.": {"East": "East Germany", "West Germany": "West Germany"},
}
ONE_OR_NOT_SURE = [
    "The Ministry of Finance and Trade met on Monday.",
    "The Ministries of Trade and Industry and Finance met.",
    "Google and British universities signed it.",
    "Congress and Malawian ministries signed it.",
    "Northern and Southern Leeds were flooded.",
    "She works in West and Central Africa.",
    "The ministries of health and education met.",
]


@pytest.mark.parametrize("text", CASES)
def test_each_is_a_name_of_its_own(nlp: Language, text: str) -> None:
    (doc,) = docs(nlp, [Article(article_id(text), "made-up.txt", text)])
    assert {ent.text: ent.kb_id_ for ent in doc.ents if ent.kb_id_} == CASES[text]
    types = {chain.names[0]: chain.type for chain in doc._.chains}
    assert {types[full] for full in CASES[text].values()} == {"Place" if "Germany" in text else "Organization"}


@pytest.mark.parametrize("text", ONE_OR_NOT_SURE)
def test_what_is_one_name_or_not_sure_is_not_taken_apart(nlp: Language, text: str) -> None:
    (doc,) = docs(nlp, [Article(article_id(text), "made-up.txt", text)])
    assert not any(ent.kb_id_ for ent in doc.ents)


def test_the_name_elsewhere_is_the_same_thing(nlp: Language) -> None:
    text = "The Ministries of Fisheries and Ports met. The Ministry of Ports paid. Trade in ports fell."
    (doc,) = docs(nlp, [Article(article_id(text), "made-up.txt", text)])
    (chain,) = (chain for chain in doc._.chains if chain.names == ("Ministry of Ports",))
    assert [mention.span.quote(text) for mention in chain.mentions] == ["Ports", "Ministry of Ports"]
