"""One article's tokens as plain lists: read once from spaCy's arrays, so that rules cost little."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel lists over the tokens of a Doc. `head` are token indices, `sentence` sentence numbers."""

    doc: Doc
    source: str
    text: list[str]
    lower: list[str]
    lemma: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    sentence: list[int]
    start: list[int]

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
    strings = doc.vocab.strings
    known: dict[int, str] = {}

    def read(column: list[int]) -> list[str]:
        for key in set(column) - known.keys():
            known[key] = strings[key]
        return [known[key] for key in column]

    table = doc.to_array(["LOWER", "LEMMA", "TAG", "DEP", "HEAD", "SENT_START"])
    lower, lemma, tag, dep, head, begins = (column.tolist() for column in table.T)
    source = doc.text
    return Words(
        doc=doc,
        source=source,
        text=[token.text for token in doc],
        lower=read(lower),
        lemma=read(lemma),
        tag=read(tag),
        dep=read(dep),
        head=[index + signed(offset) for index, offset in enumerate(head)],
        sentence=[number - 1 for number in accumulate(1 if begin == 1 else 0 for begin in begins)],
        start=[token.idx for token in doc],
    )


def signed(value: int) -> int:
    """The number that an unsigned 64-bit cell stands for.

    >>> signed(2**64 - 3)
    -3
    """
    return value - 2**64 if value >= 2**63 else value
