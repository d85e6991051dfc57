"""One article's tokens as plain lists: read once from spaCy's arrays, so that rules cost little."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from spacy.tokens import Doc

SHORTEST, SHARE = 4, 0.8
STOPS = frozenset({".", "!"})
"""A shouted sentence has no full stop, so many long words, and so many of them begin with a capital."""

LABELS: dict[int, str] = {}
"""Parts of speech, tags and dependencies by spaCy's keys for them."""


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel lists over the tokens of a Doc. `head` are token indices, `sentence` sentence numbers."""

    doc: Doc
    source: str
    text: list[str]
    lower: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    sentence: list[int]
    start: list[int]
    seen: frozenset[str]
    shouted: frozenset[int]

    def __len__(self) -> int:
        return len(self.text)

    def slice(self, start: int, end: int) -> str:
        """The words from token `start` up to token `end`, as written."""
        return self.source[self.start[start] : self.start[end - 1] + len(self.text[end - 1])]

    def end(self, token: int) -> int:
        """The offset where a token ends."""
        return self.start[token] + len(self.text[token])


def words_of(doc: Doc) -> Words:
    """The Doc's tokens as parallel lists."""
    columns = doc.to_array(["ORTH", "LEMMA", "POS", "TAG", "DEP", "HEAD", "SENT_START", "SPACY"]).T.tolist()
    text, lemma = decoded(doc, columns[0]), decoded(doc, columns[1])
    pos, tag, dep = (labels(doc, column) for column in columns[2:5])
    head, begins, spaces = columns[5:]
    sentence = [number - 1 for number in accumulate(1 if begin == 1 else 0 for begin in begins)]
    ends = accumulate(len(word) + space for word, space in zip(text, spaces, strict=True))
    return Words(
        doc=doc,
        source=doc.text,
        text=text,
        lower=[word.lower() for word in text],
        lemma=lemma,
        pos=pos,
        tag=tag,
        dep=dep,
        head=[index + signed(offset) for index, offset in enumerate(head)],
        sentence=sentence,
        start=[0, *ends][: len(text)],
        seen=frozenset(text),
        shouted=shouted(text, sentence),
    )


def decoded(doc: Doc, column: list[int]) -> list[str]:
    """The strings that spaCy's keys stand for, each looked up once."""
    strings = doc.vocab.strings
    known = {key: strings[key] for key in set(column)}
    return [known[key] for key in column]


def labels(doc: Doc, column: list[int]) -> list[str]:
    """The strings of a column that has few different ones, remembered for all texts: every vocabulary has the same."""
    for key in set(column):
        if key not in LABELS:
            LABELS[key] = doc.vocab.strings[key]
    return [LABELS[key] for key in column]


def shouted(text: list[str], sentence: list[int]) -> frozenset[int]:
    """The sentences, headlines mostly, whose words nearly all begin with a capital.

    >>> sorted(shouted("Ministers Will Meet Today They will meet today".split(), [0, 0, 0, 0, 1, 1, 1, 1]))
    [0]
    """
    numbers = range(sentence[-1] + 1 if sentence else 0)
    capitals, counted = [0 for _ in numbers], [0 for _ in numbers]
    for word, number in zip(text, sentence, strict=True):
        if len(word) > 3 and word.isalpha():
            counted[number] += 1
            capitals[number] += word[0].isupper()
    stopped = {number for word, number in zip(text, sentence, strict=True) if word in STOPS}
    return frozenset(
        n for n in numbers if counted[n] >= SHORTEST and capitals[n] >= SHARE * counted[n] and n not in stopped
    )


def signed(value: int) -> int:
    """The number that an unsigned 64-bit cell stands for.

    >>> signed(2**64 - 3)
    -3
    """
    return value - 2**64 if value >= 2**63 else value
