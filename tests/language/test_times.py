"""Times: resolved against the article's own day, as precise as stated; never a made-up year."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.language import docs
from graph.model import Article, article_id

PUBLISHED = "2015-08-21"  # a Friday
CASES = {
    "They met on Wednesday.": ("Wednesday", "2015-08-19", None),
    "They met yesterday.": ("yesterday", "2015-08-20", None),
    "They will meet on Monday.": ("Monday", "2015-08-24", None),
    "They met last month.": ("last month", "2015-07", None),
    "They met on September 10, 2006.": ("September 10, 2006", "2006-09-10", None),
    "They met on 3 August.": ("3 August", "2015-08-03", None),
    "They met in 2006.": ("2006", "2006", None),
    "They ruled from 2001 to 2005.": ("2001 to 2005", "2001", "2005"),
    "They met on 3-5 March 2014.": ("3-5 March 2014", "2014-03-03", "2014-03-05"),
    "They met in June.": ("June", "2015-06", None),
    "They met in October.": ("October", "2014-10", None),
    "They will meet in June.": ("June", "2016-06", None),
    "They met in August.": ("August", None, None),
    "They were expected to meet in June.": ("June", None, None),
    "The park opens in June.": ("June", None, None),
    "They met last June.": ("last June", None, None),
    "They met last October.": ("last October", "2014-10", None),
    "They met in June last year.": ("June last year", "2014-06", None),
    "They met last week.": ("last week", None, None),
}


@pytest.mark.parametrize("text", CASES)
def test_times(nlp: Language, text: str) -> None:
    (doc,) = docs(nlp, [Article(article_id(text), "made-up.txt", text, published=PUBLISHED)])
    (time,) = doc._.times.values()
    assert (time.text, time.start, time.end) == CASES[text]


@pytest.mark.parametrize("text", ["They met on Wednesday.", "They met on Sept 10.", "They met on Wednesday, Sept 10."])
def test_without_a_day_of_its_own_an_article_gets_no_year(nlp: Language, text: str) -> None:
    (doc,) = docs(nlp, [Article(article_id(text), "made-up.txt", text)])
    (time,) = doc._.times.values()
    assert (time.start, time.earliest, time.latest) == (None, None, None)


def test_days_are_counted_from_the_day_told_of(nlp: Language) -> None:
    text = "The talks opened on June 3, 2015. Two days later they failed. The next day she left."
    (doc,) = docs(nlp, [Article(article_id(text), "made-up.txt", text)])
    assert [time.start for time in doc._.times.values()] == ["2015-06-03", "2015-06-05", "2015-06-06"]


def test_a_month_behind_another_year_may_be_of_that_year(nlp: Language) -> None:
    text = "The war began in 2003. They met in June."
    (doc,) = docs(nlp, [Article(article_id(text), "made-up.txt", text, published=PUBLISHED)])
    assert [time.start for time in doc._.times.values()] == ["2003", None]
