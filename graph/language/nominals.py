"""Described things: noun phrases that refer back to a name or to one another by their head noun."""

from __future__ import annotations

from graph.language import lexicon
from graph.language.threads import Reference, Thread
from graph.language.words import Words

NOUNS = frozenset({"NN", "NNS"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
OUTSIDE = frozenset({"", "dep", "relcl", "appos", "conj", "cc", "punct", "acl", "advcl", "preconj"})
"""Dependents on the right that are no part of a nominal's span."""


def nominals(words: Words, threads: list[Thread]) -> list[Thread]:
    """Threads of described people, bodies and things; those that answer to a name join its thread instead."""
    below = children(words)
    described: dict[str, Thread] = {}
    made: list[Thread] = []
    taken = {index for thread in threads for r in thread.references for index in range(r.start, r.end)}
    for head, tag in enumerate(words.tag):
        if tag not in NOUNS or head in taken or words.dep[head] == "compound":
            continue
        reference = Reference(left_edge(below, head), right_edge(words, below, head) + 1, head, "nominal")
        definite = any(words.lower[child] in DEFINITE for child in below[head])
        lemma = words.lower[head].removesuffix("s")
        bare = reference.end - reference.start <= 2
        if definite and bare and (named := answering(words, threads, lemma, reference.start)):
            named.references.append(reference)
        elif definite and (earlier := described.get(lemma)):
            earlier.references.append(reference)
        else:
            described[lemma] = thread = described_thread(words, reference, lemma)
            made.append(thread)
    return made


def children(words: Words) -> list[list[int]]:
    """The dependents of every token, in order."""
    below: list[list[int]] = [[] for _ in range(len(words))]
    for index, head in enumerate(words.head):
        if head != index:
            below[head].append(index)
    return below


def left_edge(below: list[list[int]], head: int) -> int:
    """The first token of a noun phrase."""
    while below[head] and below[head][0] < head:
        head = below[head][0]
    return head


def right_edge(words: Words, below: list[list[int]], head: int) -> int:
    """The last token of a noun phrase without relative clauses, appositions and further conjuncts."""
    kept = [child for child in below[head] if child > head and words.dep[child] not in OUTSIDE]
    return full_right(words, below, kept[-1]) if kept else head


def full_right(words: Words, below: list[list[int]], head: int) -> int:
    """The last token below a token."""
    while later := [child for child in below[head][-1:] if child > head and words.dep[child] != "dep"]:
        head = later[0]
    return head


def described_thread(words: Words, reference: Reference, lemma: str) -> Thread:
    """A new thread of something described."""
    people = lexicon.knowledge("coreference")["people"]
    gender = next((key[0] for key in ("male", "female") if lemma in people[key]), None)
    person = gender is not None or lemma in people["any"] or words.lower[reference.head] in {"people", "women", "men"}
    body = lemma in lexicon.words("coreference", "bodies")
    return Thread(
        "Participant" if person or body else "Thing",
        [reference],
        gender=gender if person else None if not body else "n",
        plural=words.tag[reference.head] == "NNS",
        lemma=lemma,
    )


def answering(words: Words, threads: list[Thread], lemma: str, before: int) -> Thread | None:
    """The one named body before a place of the text whose name holds the noun."""
    found = [
        thread
        for thread in threads
        if thread.named
        and thread.type != "Person"
        and any(
            reference.start < before and lemma in words.lower[reference.start : reference.end]
            for reference in thread.references
        )
    ]
    return found[0] if len(found) == 1 else None
