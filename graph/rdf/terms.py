"""RDF terms from plain values: always valid, whatever an article holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from urllib.parse import quote

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from graph.vocabulary import NG, RDF, XSD

Term = NamedNode | Literal
Graph = NamedNode | DefaultGraph

FACTS = DefaultGraph()
"""The graph of what the news states as fact."""

TYPE = NamedNode(RDF + "type")

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_DATATYPES = {10: "date", 7: "gYearMonth", 4: "gYear"}
_DAY = re.compile(r"--(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


@lru_cache(maxsize=4096)
def node(iri: str) -> NamedNode:
    """An IRI as a term; raises ValueError where it is not one."""
    return NamedNode(iri)


def text(value: str) -> Literal:
    """A plain literal in which control characters and halves of characters are U+FFFD, one for one.

    >>> text("a\\x00b").value
    'a\\ufffdb'
    """
    return Literal(_UNPRINTABLE.sub("\ufffd", value))


def decimal(value: float) -> Literal:
    """A number with two decimals at most, in its canonical form.

    >>> decimal(0.9).value, decimal(1.0).value
    ('0.9', '1')
    """
    return Literal(f"{value:.2f}".rstrip("0").rstrip("."), datatype=node(XSD + "decimal"))


def integer(value: int) -> Literal:
    """A whole number."""
    return Literal(str(value), datatype=node(XSD + "integer"))


def dates(value: str | None) -> Iterator[Literal]:
    """A date, month or year as precise as it is given; nothing for what is none.

    >>> [str(next(dates(value), None)).rpartition("#")[2] for value in ("2015-09-12", "2015-09", "2015-02-30")]
    ['date>', 'gYearMonth>', 'None']
    """
    datatype = _DATATYPES.get(len(value or ""))
    if value and datatype and _is_date(value):
        yield Literal(value, datatype=node(XSD + datatype))


def _is_date(value: str) -> bool:
    try:
        date.fromisoformat(f"{value}-01-01"[:10])
    except ValueError:
        return False
    return True


def days(value: str | None) -> Iterator[Literal]:
    """A day of a month without a year; nothing for what is none."""
    if value and _DAY.fullmatch(value):
        yield Literal(value, datatype=node(XSD + "gMonthDay"))


def links(url: str | None) -> Iterator[NamedNode]:
    """A web address as an IRI, its illegal characters percent-encoded; nothing for what is none.

    >>> [term.value for term in links("https://a.example/b c?d=é")]
    ['https://a.example/b%20c?d=%C3%A9']
    """
    if url and re.match(r"https?://\S", url):
        try:
            yield NamedNode(quote(url.strip().encode("utf-8", "replace"), safe="%/:?#[]@!$&'()*+,;=~"))
        except ValueError:
            return


def quads(subject: str, triples: Mapping[str, str | Term | None], where: Graph) -> Iterator[Quad]:
    """One subject's quads: `triples` maps predicates to an IRI (a plain string), a term, or None (left out)."""
    for predicate, value in triples.items():
        if value is not None:
            term = node(value) if isinstance(value, str) else value
            yield Quad(node(subject), node(predicate), term, where)


def types(subject: str, classes: tuple[str, ...], where: Graph) -> Iterator[Quad]:
    """The classes of one subject."""
    return (Quad(node(subject), TYPE, node(name), where) for name in classes)


def factuality(value: str) -> str:
    """The individual for a factuality.

    >>> factuality("negated")
    'https://w3id.org/newsgraph/ns#Negated'
    """
    return NG + value.capitalize()
