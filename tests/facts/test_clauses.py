"""Open clauses of sentences of our own, as their rows print them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from graph.facts.clauses import rows
from graph.language import docs, lines
from graph.reading import read_text

CASES = [
    ("verb and object", "Anna Brandt opened the new bridge.", "opened | Anna Brandt | the new bridge"),
    ("adjuncts", "Anna Brandt opened the bridge on Monday.", "opened | Anna Brandt | the bridge | on Monday"),
    ("shared subject", "The council met and approved the budget.", "approved | The council | the budget"),
    ("conjoined objects", "The fire destroyed a school and a clinic.", "destroyed | The fire | a clinic"),
    ("conjoined subjects", "Norway and Sweden signed the treaty.", "signed | Sweden | the treaty"),
    ("passive", "The bridge was opened by Anna Brandt.", "was opened by | The bridge | Anna Brandt"),
    ("relative", "The minister met workers who had lost jobs.", "had lost | workers | jobs"),
    ("reduced relative", "They read a report written by experts.", "is written by | a report | experts"),
    ("infinitive", "The court refused to hear the case.", "refused to hear | The court | the case"),
    ("clause", "The mayor said that the road would reopen.", "said that | The mayor | the road would reopen"),
    ("copula", "Her brother is a retired pilot.", "is | Her brother | a retired pilot"),
    ("apposition", "Anna Brandt, mayor of Velden, resigned.", "is | Anna Brandt | mayor of Velden"),
    ("possessive", "The mayor's office burned.", "has | The mayor | office"),
]


@pytest.fixture(scope="module")
def read(nlp: Language) -> Callable[[str], list[list[str]]]:
    def cells(line: str, *, tokenised: bool = False) -> list[list[str]]:
        [doc] = lines(nlp, [line], tokenised=tokenised)
        return [row.split("\t") for row in rows(doc)]

    return cells


@pytest.mark.parametrize(("line", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_clause(read: Callable[..., list[list[str]]], line: str, expected: str) -> None:
    assert expected in [" | ".join(cells[2:]) for cells in read(line)]


def test_first_cell_is_the_line_and_an_absent_argument_an_empty_cell(read: Callable[..., list[list[str]]]) -> None:
    line = "  The crowd  cheered -LRB- loudly -RRB- ."
    found = read(line, tokenised=True)
    assert found
    assert all(cells[0] == line and len(cells) >= 5 for cells in found)
    assert [cells[4] for cells in read("The crowd cheered.") if cells[2] == "cheered"] == [""]


def test_words_are_the_lines_own(read: Callable[..., list[list[str]]]) -> None:
    line = "The old bank -LRB- founded in 1901 -RRB- bought `` a small rival '' last year ."
    for cells in read(line, tokenised=True):
        assert set(" ".join(cells[2:]).split()) <= {*line.split(), "is", "has"}


def test_confidence_ranks_what_is_said_above_what_is_implied(read: Callable[..., list[list[str]]]) -> None:
    found = {" ".join(cells[2:]): float(cells[1]) for cells in read("The mayor's office bought a new boat.")}
    assert found["bought The mayor's office a new boat"] > found["has The mayor office"]


def test_rows_of_an_article_stand_on_one_line_each(nlp: Language) -> None:
    text = "Bridge opens\n\nThe mayor opened the bridge for the\ntown (the old one), and all cheered.\n\nIt rained.\n"
    [doc] = docs(nlp, [read_text(text)])
    found = [row.split("\t") for row in rows(doc)]
    assert {cells[0] for cells in found} >= {"Bridge opens", "It rained."}
    assert all("\n" not in cell and "( )" not in cell for cells in found for cell in cells)


@pytest.mark.parametrize(
    "line", ["", "   ", ") ) (", "He " + ", ".join(["ran and sat"] * 900) + ".", "The head " + "of the office " * 60]
)
def test_any_line_is_survived(read: Callable[..., list[list[str]]], line: str) -> None:
    assert all(len(cells) >= 5 for cells in read(line))
