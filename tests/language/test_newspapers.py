"""Names in the manner of newspapers of the world, line by line; and how many of the marked passages are found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from spacy.language import Language

from graph import evaluation
from graph.evaluation.names import Passage, from_marked
from graph.language import docs, lines
from graph.model import Article, article_id

PASSAGES = Path(evaluation.__file__).with_name("newspapers.txt")
LEAST = 0.9
"""The F1 of names with their types in the marked passages; it only rises."""

LINES = {
    "The Economic and Fiscal Crimes Commission (EFCC) charged him.": {
        "Economic and Fiscal Crimes Commission": "Organization",
        "EFCC": "Organization",
    },
    "The Organization for Safety and Co-operation in Oceania (OSCO) met.": {
        "Organization for Safety and Co-operation in Oceania": "Organization",
        "OSCO": "Organization",
    },
    "TDP MLA B. Ramaswamy joined the Pakistan People's Party.": {
        "TDP": "Organization",
        "B. Ramaswamy": "Person",
        "Pakistan People's Party": "Organization",
    },
    "Kwale Archbishop John Odama led prayers.": {"Kwale": "Place", "John Odama": "Person"},
    "National Security Minister Gary Holt spoke.": {"Gary Holt": "Person"},
    "Superintendent of Police M. Harish Rao spoke.": {"M. Harish Rao": "Person"},
    "The ferry is owned by Southern Dairy.": {"Southern Dairy": "Organization"},
    "Debris fell on St. Louis.": {"St. Louis": "Place"},
    "The MV Santa Clara sank.": {"MV Santa Clara": "Product"},
}


@pytest.mark.parametrize("text", LINES)
def test_names_of_a_line(nlp: Language, text: str) -> None:
    (doc,) = lines(nlp, [text])
    assert {ent.text: ent.label_ for ent in doc.ents} == LINES[text]


@pytest.mark.parametrize("title", ["Atty.", "Engr.", "Cllr.", "Hon."])
def test_a_title_ends_no_sentence(nlp: Language, title: str) -> None:
    text = f"The mayor thanked {title} Jane Mwangi on Monday. She left."
    (doc,) = docs(nlp, [Article(article_id(text), "made-up.txt", text)])
    assert len(list(doc.sents)) == 2
    assert ("Jane Mwangi", "Person") in {(ent.text, ent.label_) for ent in doc.ents}


def tally(nlp: Language, passages: Iterable[Passage]) -> Counter[str]:
    """How many names stand there, how many are given, and how many of these are right in place and type."""
    counts: Counter[str] = Counter()
    for passage in passages:
        (doc,) = docs(nlp, [Article(article_id(passage.text), passage.heading, passage.text)])
        given = {(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents}
        given = {name for name in given if name[2] in {"Person", "Organization", "Place"}}
        counts.update(given=len(given), wanted=len(passage.names), right=len(given & set(passage.names)))
    return counts


def test_most_names_of_the_marked_passages_are_found(nlp: Language) -> None:
    with PASSAGES.open(encoding="utf-8") as marked:
        counts = tally(nlp, from_marked(marked))
    assert 2 * counts["right"] / (counts["given"] + counts["wanted"]) >= LEAST, counts


TITLED = {
    "Senators Ruto and Museveni met in Nairobi.": {"Ruto": "Person", "Museveni": "Person", "Nairobi": "Place"},
    "Transport Minister Yusuf Kamara & his staff left.": {"Yusuf Kamara": "Person"},
    "The Secretary of State met the leader Muammar Osman.": {"Muammar Osman": "Person"},
}


@pytest.mark.parametrize("text", TITLED)
def test_titles_are_no_names_and_make_people(nlp: Language, text: str) -> None:
    (doc,) = lines(nlp, [text])
    assert {ent.text: ent.label_ for ent in doc.ents} == TITLED[text]


def test_one_word_alone_in_an_article_is_typed_by_its_evidence(nlp: Language) -> None:
    text = (
        "Traders in Mbanzeni blame Kwitel for the blackout. Kwitel, which owns the masts, said its engineers would "
        "come on Monday. Long, vice-president of the chamber, did not believe it. He asked for money. "
        "Zubrava beat Ostrinec 2-0 at home. Their captain, Petr Halas, left Mbanzeni on Friday."
    )
    (doc,) = docs(nlp, [Article(article_id(text), "made-up.txt", text)])
    assert {(ent.text, ent.label_) for ent in doc.ents if ent.label_ != "Date"} == {
        ("Mbanzeni", "Place"),
        ("Kwitel", "Organization"),
        ("Long", "Person"),
        ("Zubrava", "Organization"),
        ("Ostrinec", "Organization"),
        ("Petr Halas", "Person"),
    }


SPANS = {
    "Kozhikode Collector Snehil Kumar Singh banned it.": {"Kozhikode": "Place", "Snehil Kumar Singh": "Person"},
    "The Minister of Water and Irrigation Raed Masri came.": {"Raed Masri": "Person"},
    "Transportation Minister Budi Wiranto resigned.": {"Budi Wiranto": "Person"},
    "A novel by the Senegalese Alain Gomis sold well.": {"Alain Gomis": "Person"},
    "Wydad beat Raja 2-0 in Casablanca.": {"Wydad": "Organization", "Raja": "Organization", "Casablanca": "Place"},
    "They read Ngugi wa Thiong'o to children.": {"Ngugi wa Thiong'o": "Person"},
}


@pytest.mark.parametrize("text", SPANS)
def test_a_name_is_neither_cut_nor_too_long(nlp: Language, text: str) -> None:
    (doc,) = lines(nlp, [text])
    found = {ent.text: ent.label_ for ent in doc.ents}
    assert {name: type_ for name, type_ in found.items() if type_ in {"Person", "Organization", "Place"}} == SPANS[text]
