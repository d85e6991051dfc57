"""The line from Article to Doc: sentences, lines, and what is set on each Doc."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.errors import SettingsError
from graph.language import docs, lines, load, model_digest
from graph.model import Article, article_id


def article(text: str, published: str | None = None) -> Article:
    return Article(article_id(text), "made-up.txt", text, published=published)


def test_sentences_never_cross_a_paragraph(nlp: Language) -> None:
    text = "Talks open in Nairobi\n\nMinisters met on Monday. They spoke briefly\nand left"
    (doc,) = docs(nlp, [article(text)])
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "Talks open in Nairobi",
        "Ministers met on Monday.",
        "They spoke briefly",
        "and left",
    ]


def test_docs_keep_order_and_article(nlp: Language) -> None:
    articles = [article(f"Story number {number} is short.") for number in range(5)]
    assert [doc._.article for doc in docs(nlp, articles)] == articles


@pytest.mark.parametrize("tokenised", [False, True])
def test_a_line_is_one_sentence_byte_for_byte(nlp: Language, tokenised: bool) -> None:
    texts = ["He came . She left .", "The bank -LRB- Karibu -RRB- closed .", "", "  two  spaces here ", "x"]
    found = list(lines(nlp, texts, tokenised=tokenised))
    assert [doc._.article.text for doc in found] == texts
    assert [doc.text for doc in found] == texts
    assert all(len(list(doc.sents)) <= 1 for doc in found)


def test_penn_brackets_are_brackets_to_the_model(nlp: Language) -> None:
    (doc,) = lines(nlp, ["The bank -LRB- founded in 1999 -RRB- closed ."], tokenised=True)
    assert doc[2].norm_ == "("


def test_a_missing_model_says_how_to_install_it() -> None:
    with pytest.raises(SettingsError, match="pip install en-core-web-none"):
        load("en_core_web_none")


def test_model_digest_is_stable(nlp: Language) -> None:
    assert model_digest(nlp) == model_digest(load())
