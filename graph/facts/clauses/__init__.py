"""Open clauses: every predication of a sentence as a relation and its arguments, in the sentence's own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc as SpacyDoc

from graph.facts.clauses import nouns, verbs
from graph.facts.clauses.predication import Predication
from graph.facts.clauses.ranking import CONSTANT, confidence
from graph.facts.parsed import Doc, Token, Tokens, parsed

__all__ = ["CONSTANT", "OpenClause", "candidates", "confidence", "open_clauses", "rows"]

MOST_WORDS = 300
"""A longer sentence is a list or no prose; its parse is worthless and may be deeper than Python's stack."""


@dataclass(frozen=True, slots=True)
class OpenClause:
    """One predication. `arguments` starts with the subject; `confidence` (0 to 1) ranks clauses of all sentences."""

    sentence: str
    relation: str
    arguments: tuple[str, ...]
    confidence: float


def open_clauses(doc: SpacyDoc) -> Iterator[OpenClause]:
    """Every open clause of every sentence, in text order of their heads."""
    for _, clause in candidates(doc):
        yield clause


def candidates(doc: SpacyDoc) -> Iterator[tuple[Predication, OpenClause]]:
    """Every predication with the clause that it makes, for those who judge or fit its confidence."""
    with parsed(doc) as read:
        spelled = _spelled(read)
        for sentence in read.sents:
            if len(sentence) <= MOST_WORDS:
                yield from _of_sentence(sentence, spelled)


def _of_sentence(sentence: Tokens, spelled: list[str]) -> Iterator[tuple[Predication, OpenClause]]:
    text = _text(sentence)
    have = Counter(text.split())
    for predication in predications(sentence):
        clause = _clause(predication, text, spelled)
        if clause.relation and clause.arguments and _is_honest(clause, have):
            yield predication, clause


def predications(sentence: Tokens) -> Iterator[Predication]:
    """What each word of a sentence predicates."""
    for token in sentence:
        yield from verbs.predications(token)
        yield from nouns.predications(token)


def rows(doc: SpacyDoc) -> Iterator[str]:
    """One tab-separated row for every open clause: sentence, confidence, relation, arguments.

    An absent second argument is an empty cell.
    """
    for clause in open_clauses(doc):
        cells = clause.arguments if len(clause.arguments) > 1 else (*clause.arguments, "")
        yield "\t".join((clause.sentence, f"{clause.confidence:.2f}", clause.relation, *cells))


def _text(sentence: Tokens) -> str:
    """The words of a sentence on one line; a line that is one sentence is given as it is."""
    whole: str = sentence.doc.article.text
    return whole if len(sentence) == len(sentence.doc) and "\n" not in whole else " ".join(sentence.text.split())


def _clause(predication: Predication, sentence: str, spelled: list[str]) -> OpenClause:
    relation = " ".join(filter(None, (predication.implied, _phrase(predication.relation, spelled))))
    arguments = tuple(_phrase(words, spelled) for words in predication.arguments if words)
    return OpenClause(sentence, relation, arguments, confidence(predication.features))


def _is_honest(clause: OpenClause, have: Counter[str]) -> bool:
    """Whether no word of the sentence is used more often than the sentence has it."""
    used = Counter(" ".join((clause.relation, *clause.arguments)).split())
    return not any(count > have[word] > 0 for word, count in used.items())


def _spelled(doc: Doc) -> list[str]:
    """The words of a Doc as its text spells them, which a parser may have been shown otherwise ("-LRB-" as "(")."""
    own: list[str] = doc.article.text.split()
    if doc.text != doc.article.text and len(own) == len(doc):
        return own
    return [token.text for token in doc]


def _phrase(words: Iterable[Token], spelled: list[str]) -> str:
    """The words with the text's own spacing where they stand side by side, and a space elsewhere."""
    pieces: list[str] = []
    last: Token | None = None
    for token in words:
        if last is not None and (last.i + 1 != token.i or last.whitespace_):
            pieces.append(" ")
        pieces.append(spelled[token.i])
        last = token
    return "".join(pieces)
