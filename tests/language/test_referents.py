"""What pronouns and descriptions stand for in whole articles, marked by hand: hardly ever the wrong thing.

`[She=lind]` refers to the thing called lind; `[They=lind+novak]` to both; `[He=-]` must stay open, because nothing or
more than one thing fits; `[Their=students|two]` may be either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from graph.language import docs
from graph.reading import read_text

FOLDER = Path(__file__).parent / "referents"
NAMES = frozenset({"NNP", "NNPS"})
FLOORS = {"*.txt": (0.94, 0.81), "held/*.txt": (0.94, 0.81)}
"""The least precision and recall, over the articles that the rules were made with and over those kept apart."""


class Mark(NamedTuple):
    """A marked reference by its head token."""

    head: int
    thing: str
    words: str


def read(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without marks, and the offsets and things of the marks."""
    plain, opened, found, at = "", [], [], 0
    while at < len(text):
        if text[at] == "[":
            opened.append(len(plain))
        elif text[at] == "=" and opened:
            end = text.index("]", at)
            found.append((opened.pop(), len(plain), text[at + 1 : end]))
            at = end
        else:
            plain += text[at]
        at += 1
    return plain, sorted(found)


def marks(doc: Doc, found: Iterable[tuple[int, int, str]]) -> Iterator[Mark]:
    """The marks by their head tokens."""
    for start, end, thing in found:
        span = doc.char_span(start, end, alignment_mode="expand")
        yield Mark(span.root.i, thing, span.text)


def judged(nlp: Language, path: Path) -> Iterator[tuple[str, str, str | None]]:
    """Every pronoun and described thing that refers back: its words, what it stands for, and what was found."""
    text, found = read(path.read_text(encoding="utf-8"))
    (doc,) = docs(nlp, [read_text(text)])
    marked = list(marks(doc, found))
    told: set[str] = set()
    for mark in marked:
        first, pronoun = mark.thing not in told, doc[mark.head].tag_ in {"PRP", "PRP$"}
        told.add(mark.thing)
        if pronoun or not (first or doc[mark.head].tag_ in NAMES):
            yield mark.words, mark.thing, thing_of(doc, marked, mark)


def thing_of(doc: Doc, marked: list[Mark], mark: Mark) -> str | None:
    """What the chain of a mark, or the names that it stands for, are marked as; None where it is not resolved."""
    if mark.head in doc._.parts_of:
        return "+".join(sorted(chain_thing(doc, marked, part, but=-1) or "?" for part in doc._.parts_of[mark.head]))
    return chain_thing(doc, marked, mark.head, but=mark.head)


def chain_thing(doc: Doc, marked: list[Mark], head: int, *, but: int) -> str | None:
    """What the other marks of a token's chain are, names first; "?" where none is marked."""
    chain = doc._.chain_at.get(head)
    if chain is None or (but >= 0 and len(next(c for c in doc._.chains if c.id == chain).mentions) == 1):
        return None
    others = [mark for mark in marked if doc._.chain_at.get(mark.head) == chain and mark.head != but]
    others.sort(key=lambda mark: ("|" in mark.thing or mark.thing == "-", doc[mark.head].tag_ not in NAMES))
    return others[0].thing if others else "?"


def tally(nlp: Language, paths: Iterable[Path]) -> Counter[str]:
    """How many references are right, wrong, missed and rightly open."""
    counts: Counter[str] = Counter()
    for path in sorted(paths):
        for _, thing, found in judged(nlp, path):
            fits = found in thing.split("|") or found == "+".join(sorted(thing.split("+")))
            open_ = thing.startswith("-")
            counts[
                "open" if open_ and found is None else "missed" if found is None else "right" if fits else "wrong"
            ] += 1
    return counts


def test_marks_are_read() -> None:
    assert read("[She=a] met [[her=a] son=b].") == ("She met her son.", [(0, 3, "a"), (8, 11, "a"), (8, 15, "b")])


@pytest.mark.parametrize("pattern", FLOORS)
def test_precision_and_recall(nlp: Language, pattern: str) -> None:
    counts = tally(nlp, FOLDER.glob(pattern))
    precision, recall = FLOORS[pattern]
    assert counts["right"] / (counts["right"] + counts["wrong"]) >= precision, counts
    assert counts["right"] / (counts["right"] + counts["wrong"] + counts["missed"]) >= recall, counts
