"""Chains: everything in an article that refers to one thing. What cannot be told apart stays unresolved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from graph.language.aliases import alias_groups
from graph.language.boundaries import Name
from graph.language.names import entity_names
from graph.language.nominals import nominals
from graph.language.pronouns import pronouns
from graph.language.threads import Reference, Thread
from graph.language.words import Words
from graph.model import Chain, Mention, Span


def resolve(words: Words) -> tuple[tuple[Chain, ...], dict[int, str]]:
    """The article's chains in order of first mention, and the chain of each token that refers."""
    threads = [thread_of(words, group) for group in alias_groups(words, entity_names(words.doc._.names))]
    threads += nominals(words, threads)
    pronouns(words, threads)
    kept = [thread for thread in threads if thread.named or len(thread.references) > 1]
    kept.sort(key=lambda thread: min(reference.start for reference in thread.references))
    chains, chain_at = [], {}
    for number, thread in enumerate(kept, 1):
        chain = chain_of(words, f"c{number}", thread)
        chains.append(chain)
        for reference in thread.references:
            tokens = range(reference.start, reference.end) if reference.kind == "name" else (reference.head,)
            chain_at.update(dict.fromkeys(tokens, chain.id))
    return tuple(chains), chain_at


def thread_of(words: Words, names: list[Name]) -> Thread:
    """The thread that the names of one thing begin."""
    gender = next((name.gender for name in names if name.gender), None)
    references = [
        Reference(name.start, name.end, head_of(words, name), "name", honorific=name.honorific) for name in names
    ]
    return Thread(names[0].type, references, gender=gender, named=True)


def head_of(words: Words, name: Name) -> int:
    """The token of the name whose head stands outside it."""
    for index in range(name.end - 1, name.start - 1, -1):
        if not name.start <= words.head[index] < name.end or words.head[index] == index:
            return index
    return name.end - 1


def chain_of(words: Words, id_: str, thread: Thread) -> Chain:
    """The Chain of a finished thread."""
    article = words.doc._.article.id
    ordered = sorted(thread.references, key=lambda reference: (reference.start, reference.end))
    mentions = tuple(
        Mention(
            Span(article, words.start[reference.start], words.end(reference.end - 1)),
            reference.kind,
            thread.type,
            words.text[reference.head],
            reference.honorific,
        )
        for reference in ordered
    )
    written = Counter(words.slice(r.start, r.end) for r in ordered if r.kind == "name")
    honorific = next((reference.honorific for reference in ordered if reference.honorific), None)
    return Chain(id_, thread.type, mentions, best_first(written), honorific, thread.gender)


def best_first(written: Counter[str]) -> tuple[str, ...]:
    """The names, best first: full names before short ones, then the most frequent, the longest, code-point order."""
    return tuple(sorted(written, key=lambda name: (is_short(name, written), -written[name], -len(name), name)))


def is_short(name: str, others: Iterable[str]) -> bool:
    """Whether another of the names spells this one out."""
    return any(other != name and len(other.split()) > len(name.split()) for other in others) and len(name.split()) < 2
