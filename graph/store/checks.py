"""`newsgraph check`: the rules of the contract, and every quote held against the kept text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from pyoxigraph import NamedNode, Store

from graph import rdf
from graph.model import Article
from graph.vocabulary import Minter


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule that does not hold, and of what."""

    rule: str
    message: str
    subject: str


MISQUOTED = "quotes-as-kept"


def rules() -> list[str]:
    """The names of all rules."""
    return [*(rule.name for rule in rdf.rules()), MISQUOTED]


AT_ONCE = 2
"""So many rules run side by side, in threads: a query holds no lock of Python's."""


def violations(store: Store, articles: Iterable[Article], minter: Minter) -> Iterator[Violation]:
    """Everything in a graph that breaks a rule, by rule and subject; `articles` are those that it was made from."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        broken = pool.map(partial(_broken, store), rdf.rules())
        misquoted = sorted(iri for article in articles for iri in _misquotes(store, article, minter))
        for rule, subjects in zip(rdf.rules(), broken, strict=True):
            yield from (Violation(rule.name, rule.message, subject) for subject in subjects)
    yield from (Violation(MISQUOTED, "A quote differs from the kept text at its place.", iri) for iri in misquoted)


def _broken(store: Store, rule: rdf.Rule) -> list[str]:
    """The subjects that break a rule, in their order, once for every way in which they do."""
    return sorted(row["subject"].value for row in store.query(rule.sparql))  # type: ignore[union-attr]  # a SELECT


def _misquotes(store: Store, article: Article, minter: Minter) -> Iterator[str]:
    where = NamedNode(minter.article(article.id))
    evidence = (quad for named in rdf.QUOTING for quad in store.quads_for_pattern(None, named, None, where))
    return rdf.misquotes(evidence, article.text)
