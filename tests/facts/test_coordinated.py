"""Plurals in roles, claims and positions: every one of the things that they stand for."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.facts import part
from graph.language import docs
from graph.model import Article, Part, article_id


def told(nlp: Language, text: str) -> tuple[Part, dict[str, str]]:
    """What a text states, and the best name of each chain."""
    (doc,) = docs(nlp, [Article(article_id(text), "made-up.txt", text)])
    found = part(doc)
    return found, {chain.id: chain.names[0] for chain in found.chains if chain.names}


ORGANIZERS = {
    "A seminar was organised by the Ministries of Fisheries and Ports in Accra.": [
        "Ministry of Fisheries",
        "Ministry of Ports",
    ],
    "The Fisheries and Finance Ministries organised a seminar.": ["Fisheries Ministry", "Finance Ministry"],
    "A seminar organised by the IOM and the Ministries of Interior and Justice opened.": [
        "IOM",
        "Ministry of Interior",
        "Ministry of Justice",
    ],
    "The event was hosted by the Universities of Oxford and Cambridge, the Ministry of Health and UNICEF.": [
        "Ministry of Health",
        "UNICEF",
        "University of Cambridge",
        "University of Oxford",
    ],
    "The Ministry of Fisheries and Ports organised a seminar.": ["Ministry of Fisheries and Ports"],
}


@pytest.mark.parametrize("text", ORGANIZERS)
def test_each_organises(nlp: Language, text: str) -> None:
    found, names = told(nlp, text)
    roles = [role for event in found.events if event.type == "Conference" for role in event.roles]
    organizers = [role.filler for role in roles if role.name == "organizer"]
    assert sorted(names[filler.chain or ""] for filler in organizers) == sorted(ORGANIZERS[text])
    assert all(filler.text == filler.span.quote(text) for filler in organizers)


SPEAKERS = {
    "The Ministries of Fisheries and Ports said the plan was ready.": ["Ministry of Fisheries", "Ministry of Ports"],
    "According to the Ministries of Fisheries and Ports, the plan is ready.": [
        "Ministry of Fisheries",
        "Ministry of Ports",
    ],
    "Ann Weber and Jan Novak came. They said the plan was good.": ["Ann Weber", "Jan Novak"],
    'Ghana and Togo signed a treaty. "We will keep it," they said.': ["Ghana", "Togo"],
    "Ann Weber and Jan Novak met the guards. They said the plan was good.": [],
}


@pytest.mark.parametrize("text", SPEAKERS)
def test_each_says_it(nlp: Language, text: str) -> None:
    found, names = told(nlp, text)
    assert [names[claim.speaker.chain or ""] for claim in found.claims if claim.speaker] == SPEAKERS[text]


def test_each_holds_the_office(nlp: Language) -> None:
    found, names = told(nlp, "Ann Weber and Jan Novak came. They are members of the Coastal Party.")
    held = [(names[p.person.chain or ""], p.title) for p in found.positions]
    assert held == [("Ann Weber", "member"), ("Jan Novak", "member")]
