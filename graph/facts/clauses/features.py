"""Features of a predication, by name: its confidence is made of their weights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.facts import syntax
from graph.facts.clauses.predication import Words
from graph.facts.parsed import Token

COMMON = frozenset({"be", "have", "say", "do", "make", "include", "become", "use"})
"""Verbs frequent enough to be weighed by themselves."""
LENGTHS = (0, 1, 2, 4, 8, 16)


def verbal(verb: Token, subject: Token, shape: str, arguments: Sequence[Words]) -> frozenset[str]:
    """The features of a verb with one of its subjects; `shape` says how its complements are told."""
    has_subject = any(child.dep_ in syntax.SUBJECTS for child in verb.children)
    named = {
        "verb",
        f"shape {shape}",
        f"tag {verb.tag_}",
        f"clause {verb.dep_}",
        f"clause {verb.dep_}, {'own' if has_subject else 'inherited'} subject",
        f"subject {subject.tag_}",
        f"subject as {subject.dep_}",
        f"arguments {min(len(arguments), 4)}",
        f"lemma {verb.lemma_ if verb.lemma_ in COMMON else 'other'}",
    }
    if verb.dep_ == "conj":
        named.add(f"conjoined to {verb.head.dep_}")
    if any(word.dep_ == "conj" for words in arguments[1:2] for word in words):
        named.add("conjoined object")
    return frozenset({*named, *_lengths(arguments), *_place(verb)})


def nominal(kind: str, token: Token, arguments: Sequence[Words]) -> frozenset[str]:
    """The features of what a noun phrase says by itself."""
    named = {kind, f"{kind} {token.pos_}", f"{kind} on {token.head.pos_}", f"{kind} in {token.head.dep_}"}
    return frozenset({*named, *(f"{kind} {length}" for length in _lengths(arguments)), *_place(token)})


def _lengths(arguments: Sequence[Words]) -> Iterator[str]:
    yield f"first {_length(arguments[:1])}"
    yield f"second {_length(arguments[1:2])}"
    yield f"rest {_length(arguments[2:])}"


def _length(arguments: Sequence[Words]) -> str:
    words = sum(map(len, arguments))
    return f"<= {next((most for most in LENGTHS if words <= most), 'more')}"


def _place(token: Token) -> Iterator[str]:
    sentence = token.sent
    yield f"sentence <= {min(6, 1 + len(sentence) // 10)}0"
    yield f"fifth {5 * (token.i - sentence.start) // len(sentence)}"
