"""Quotations: straight and curly marks, and those that run over a paragraph's end."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.language import docs
from graph.model import Article, article_id

CASES = {
    'She said, "We will come back," and left.': [('"We will come back,"', True)],
    "“We won,” he said. “It was hard.”": [("“We won,”", True), ("“It was hard.”", True)],
    'He said, "It was long.\n\nWe are tired." They left.': [('"It was long.\n\nWe are tired."', True)],
    "“First we talk.\n\n“Then we sign,” she said.": [("“First we talk.", False), ("“Then we sign,”", True)],
    'He said "we go.\n\nNothing followed.': [('"we go.', False)],
    "No marks at all.": [],
}


@pytest.mark.parametrize("text", CASES)
def test_quotations(nlp: Language, text: str) -> None:
    (doc,) = docs(nlp, [Article(article_id(text), "made-up.txt", text)])
    assert [(doc[q.start : q.end].text, q.closed) for q in doc._.quotations] == CASES[text]
