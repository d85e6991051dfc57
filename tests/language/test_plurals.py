"""Plurals: which names they stand for, and where they stay open."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.language import docs
from graph.model import Article, article_id

CASES = {
    "Ghana and Togo signed a treaty. The two countries will meet in June. They agreed to it.": {
        "countries": ["Ghana", "Togo"],
        "They": ["Ghana", "Togo"],
    },
    "Ghana and Togo signed a treaty. Both agreed to it. The pair has traded since May.": {
        "Both": ["Ghana", "Togo"],
        "pair": ["Ghana", "Togo"],
    },
    "Police arrested Ann Weber and Jan Novak. The two men denied it.": {"men": ["Weber", "Novak"]},
    "Ann Weber and Jan Novak arrived in Oslo. They met the king.": {"They": ["Weber", "Novak"]},
    "Ann Weber and Jan Novak met the guards. They left.": {},
    "Ann Weber and Jan Novak met Eva Holt and Tom Bell. The two men left.": {},
    "Ann Weber or Jan Novak will come. They left.": {},
    "Ann Weber met Jan Novak. They have worked in Oslo.": {"They": ["Weber", "Novak"]},
    "Ann Weber is married to the painter Jan Novak. They live in Oslo.": {"They": ["Weber", "painter"]},
    "The European Union and the United States protested. They sent letters.": {"They": ["Union", "States"]},
    "Jan Novak is a baker. He and Ann Weber live in Oslo. They work hard.": {"They": ["He", "Weber"]},
    "The Commission for Trade and Mines met. They left.": {},
    "Ghana, Togo and Benin signed a treaty. The two countries will meet in June.": {},
    "Ghana and Togo signed a treaty. It rained. The two countries will meet in June.": {},
    "The Ministries of Finance and Trade met. The Ministry of Trade paid. The Ministry of Finance did not.": {
        "Ministries": ["Ministries", "Trade"],
    },
    "The Ministry of Finance and Trade met. They paid.": {},
    "Ghana and Togo signed a treaty. The two men denied it.": {},
}


@pytest.mark.parametrize("text", CASES)
def test_plurals(nlp: Language, text: str) -> None:
    (doc,) = docs(nlp, [Article(article_id(text), "made-up.txt", text)])
    found = {doc[plural].text: [doc[head].text for head in heads] for plural, heads in doc._.parts_of.items()}
    assert found == CASES[text]
