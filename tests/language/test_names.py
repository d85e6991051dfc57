"""Names: their spans, types and titles, in made-up sentences from newspapers of the world."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from graph.language import docs, lines
from graph.model import Article, Dateline, Span, article_id
from graph.reading import read

SAMPLES = Path(__file__).parents[2] / "data" / "articles"

LINES = {
    "Dr Amara Okafor-Bello told reporters that Lt-Gen Ruwan Perera had left.": {
        "Amara Okafor-Bello": "Person",
        "Ruwan Perera": "Person",
    },
    "Datuk Seri Hafiz bin Osman met Sheikha Noura bint Khalid.": {
        "Hafiz bin Osman": "Person",
        "Noura bint Khalid": "Person",
    },
    "Greta von der Heide and Choi Min-seo signed the paper.": {
        "Greta von der Heide": "Person",
        "Choi Min-seo": "Person",
    },
    "The Ministry of Fisheries and the Kenyan government blamed the Coastal Rescue Authority (CRA).": {
        "Ministry of Fisheries": "Organization",
        "Kenyan government": "Organization",
        "Coastal Rescue Authority": "Organization",
        "CRA": "Organization",
    },
    "The US Interior Department's Office for River Safety wrote to the Peruvian Ministry of Culture.": {
        "US Interior Department": "Organization",
        "Office for River Safety": "Organization",
        "Peruvian Ministry of Culture": "Organization",
    },
    "Labour Minister Grace Njoroge flew to Trinidad and Tobago.": {
        "Grace Njoroge": "Person",
        "Trinidad and Tobago": "Place",
    },
    "Greek and Muslim leaders met near the Harare-Mutare Road.": {
        "Greek": "Group",
        "Muslim": "Group",
        "Harare-Mutare Road": "Place",
    },
}


@pytest.mark.parametrize("text", LINES)
def test_names_of_a_line(nlp: Language, text: str) -> None:
    (doc,) = lines(nlp, [text])
    assert {ent.text: ent.label_ for ent in doc.ents} == LINES[text]


def test_a_title_is_noted_and_no_part_of_the_name(nlp: Language) -> None:
    (doc,) = lines(nlp, ["Mrs Edith Kamau and Prof. Jonah Mwangi spoke."])
    assert [(name.honorific, name.gender) for name in doc._.names] == [("Mrs", "f"), ("Prof.", None)]


def test_one_decision_for_a_name_and_article(nlp: Language) -> None:
    text = "Ms Lindiwe Tarro opened the hall. Tarro thanked the builders. The mayor of Dassi praised Tarro."
    (doc,) = docs(nlp, [Article(article_id(text), "made-up.txt", text)])
    assert {ent.label_ for ent in doc.ents if "Tarro" in ent.text} == {"Person"}
    assert sum("Tarro" in ent.text for ent in doc.ents) == 3


def test_the_place_of_a_dateline_is_a_place_in_a_sentence_of_its_own(nlp: Language) -> None:
    text = "KASSIRI, June 5: Minister Ada Brandt briefed the council."
    identifier = article_id(text)
    line = Dateline(Span(identifier, 0, 16), "KASSIRI", Span(identifier, 0, 7), "--06-05")
    (doc,) = docs(nlp, [Article(identifier, "made-up.txt", text, dateline=line)])
    assert [sentence.text for sentence in doc.sents][1] == "Minister Ada Brandt briefed the council."
    assert {ent.text: ent.label_ for ent in doc.ents}["KASSIRI"] == "Place"


@pytest.mark.parametrize(
    ("name", "word"),
    [("01-roundtable.txt", "She"), ("05-agreement.txt", "Labour"), ("10-resignation.txt", "Harbour")],
)
def test_plain_words_with_a_capital_are_no_names(nlp: Language, name: str, word: str) -> None:
    """A pronoun, what a minister is in charge of, and the common noun that a headline begins with."""
    [article] = read(SAMPLES / name)
    assert isinstance(article, Article)
    assert word in article.text
    [doc] = docs(nlp, [article])
    assert word not in {ent.text for ent in doc.ents}
