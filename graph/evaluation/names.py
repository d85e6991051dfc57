"""Universal NER, English PUD: names of people, organisations and places, exact in words and type."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from graph.evaluation.report import Figures, Report, f1, share

TYPES = {"Person": "PER", "Organization": "ORG", "Place": "LOC"}

LETTERS = {"P": "Person", "O": "Organization", "L": "Place"}
MARKED = re.compile(r"\[([POL]):([^\]]*)\]")

Names = Counter[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One gold sentence with its names as (words, PER ORG or LOC); the identifiers of news begin with "n"."""

    identifier: str
    text: str
    names: Names


def from_iob2(lines: Iterable[str]) -> Iterator[Sentence]:
    """The sentences of a file with "# sent_id" and "# text" lines before tab-separated words and tags."""
    rows = iter([line.rstrip("\n") for line in lines])
    while block := list(takewhile(bool, rows)):
        comments = dict(row[2:].split(" = ", 1) for row in block if row.startswith("# ") and " = " in row)
        tagged = [tuple(row.split("\t")[1:3]) for row in block if row[0].isdigit()]
        text = comments["text"]
        names = Counter((_plain(text[start:end]), kind) for start, end, kind in _spans(text, tagged))
        yield Sentence(comments["sent_id"], text, Counter({n: c for n, c in names.items() if n[1] in TYPES.values()}))


@dataclass(frozen=True, slots=True)
class Passage:
    """A marked passage: its heading, its plain text, and (start, end, type) of each name."""

    heading: str
    text: str
    names: tuple[tuple[int, int, str], ...]


def from_marked(lines: Iterable[str]) -> Iterator[Passage]:
    """The passages of a file in which names are marked "[P:...]", "[O:...]", "[L:...]", each below "## heading".

    >>> next(from_marked(["## Kenya", "Mr [P:Koskei] left [L:Kwale]."]))
    Passage(heading='Kenya', text='Mr Koskei left Kwale.', names=((3, 9, 'Person'), (15, 20, 'Place')))
    """
    blocks = "".join(f"{line.rstrip()}\n" for line in lines).split("## ")
    for heading, _, body in (block.partition("\n") for block in blocks[1:]):
        pieces = MARKED.split(body.strip())
        text, names = pieces[0], []
        for kind, name, after in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
            names.append((len(text), len(text) + len(name), LETTERS[kind]))
            text += name + after
        yield Passage(heading, text, tuple(names))


def report(sentences: Sequence[Sentence], found: Sequence[Iterable[Mapping[str, Any]]]) -> Report:
    """F1 of all sentences and of the news, and for each type; `found` are each sentence's objects of `extract`."""
    pairs = [(_given(objects), sentence.names) for sentence, objects in zip(sentences, found, strict=True)]
    news = [pair for pair, s in zip(pairs, sentences, strict=True) if s.identifier.startswith("n")]
    figures: Figures = {"all": _figures(pairs)["f1"], "news": _figures(news)["f1"], "sentences": len(sentences)}
    return Report(
        figures, {kind: _figures([(_only(a, kind), _only(b, kind)) for a, b in pairs]) for kind in TYPES.values()}
    )


def _spans(text: str, tagged: Iterable[tuple[str, ...]]) -> Iterator[tuple[int, int, str]]:
    """Where each name stands in the text: words are looked for one after the other."""
    at, open_ = 0, None
    for word, tag in tagged:
        start = text.find(word, at)
        at = start + len(word) if start >= 0 else at
        if tag.startswith("B-"):
            if open_:
                yield open_
            open_ = (start, at, tag[2:])
        elif tag.startswith("I-") and open_:
            open_ = (open_[0], at, open_[2])
    if open_:
        yield open_


def _given(objects: Iterable[Mapping[str, Any]]) -> Names:
    return Counter(
        (_plain(found["text"]), TYPES[found["type"]])
        for found in objects
        if found["kind"] == "mention" and found["type"] in TYPES
    )


def _only(names: Names, kind: str) -> Names:
    return Counter({name: count for name, count in names.items() if name[1] == kind})


def _figures(pairs: Iterable[tuple[Names, Names]]) -> Figures:
    counts: Counter[str] = Counter()
    for given, wanted in pairs:
        counts.update(hits=(given & wanted).total(), given=given.total(), wanted=wanted.total())
    return {
        "f1": f1(counts["hits"], counts["given"], counts["wanted"]),
        "precision": share(counts["hits"], counts["given"]),
        "recall": share(counts["hits"], counts["wanted"]),
        "names": counts["wanted"],
    }


def _plain(text: str) -> str:
    """A name with plain spaces and without a leading article.

    >>> _plain("The  Hague")
    'Hague'
    """
    plain = " ".join(text.split())
    return plain[4:] if plain[:4].lower() == "the " else plain
