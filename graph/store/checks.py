"""`newsgraph check`: the rules of the contract, and every quote held against the kept text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

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


def violations(store: Store, articles: Iterable[Article], minter: Minter) -> Iterator[Violation]:
    """Everything in a graph that breaks a rule; `articles` are those that it was made from."""
    for rule in rdf.rules():
        for row in store.query(rule.sparql):  # type: ignore[union-attr]  # a rule is a SELECT
            yield Violation(rule.name, rule.message, row["subject"].value)
    for article in articles:
        evidence = store.quads_for_pattern(None, None, None, NamedNode(minter.article(article.id)))
        for iri in rdf.misquotes(evidence, article.text):
            yield Violation(MISQUOTED, "A quote differs from the kept text at its place.", iri)
