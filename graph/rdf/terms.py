"""Lines of N-Quads from plain values: always valid, whatever an article holds.

Quads are written as the lines that the store loads, and not made as objects first: of the thousand and more that an
article gives, each would be made, compared and thrown away again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import NewType
from urllib.parse import quote

from pyoxigraph import NamedNode

from graph.vocabulary import NG, RDF, XSD

Term = NewType("Term", str)
"""An IRI or a literal as N-Quads write it."""

FACTS = Term("")
"""The graph of what the news states as fact: the default graph has no name."""

TYPE = Term(f"<{RDF}type>")

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})
_DATATYPES = {10: "date", 7: "gYearMonth", 4: "gYear"}
_DAY = re.compile(r"--(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


@lru_cache(maxsize=4096)
def node(iri: str) -> Term:
    """An IRI as a term; raises ValueError where it is not one.

    >>> node("https://a.example/b")
    '<https://a.example/b>'
    """
    return Term(str(NamedNode(iri)))


def minted(iri: str) -> Term:
    """An IRI that a Minter made, and so is one, as a term."""
    return Term(f"<{iri}>")


def printable(value: str) -> str:
    """A text in which control characters and halves of characters are U+FFFD, one for one.

    >>> printable("a\\x00b")
    'a\\ufffdb'
    """
    return _UNPRINTABLE.sub("\ufffd", value)


def text(value: str) -> Term:
    """A printable text as a plain literal.

    >>> print(text('of "Quay\\nNews"'))
    "of \\"Quay\\nNews\\""
    """
    return Term(f'"{printable(value).translate(_ESCAPED)}"')


def decimal(value: float) -> Term:
    """A number with two decimals at most, in its canonical form.

    >>> decimal(0.9).partition("^")[0], decimal(1.0).partition("^")[0]
    ('"0.9"', '"1"')
    """
    return _typed(f"{value:.2f}".rstrip("0").rstrip("."), "decimal")


def integer(value: int) -> Term:
    """A whole number."""
    return _typed(str(value), "integer")


def _typed(value: str, datatype: str) -> Term:
    return Term(f'"{value}"^^<{XSD}{datatype}>')


def dates(value: str | None) -> Iterator[Term]:
    """A date, month or year as precise as it is given; nothing for what is none.

    >>> [str(next(dates(value), None)).rpartition("#")[2] for value in ("2015-09-12", "2015-09", "2015-02-30")]
    ['date>', 'gYearMonth>', 'None']
    """
    datatype = _DATATYPES.get(len(value or ""))
    if value and datatype and _is_date(value):
        yield _typed(value, datatype)


def _is_date(value: str) -> bool:
    try:
        date.fromisoformat(f"{value}-01-01"[:10])
    except ValueError:
        return False
    return True


def days(value: str | None) -> Iterator[Term]:
    """A day of a month without a year; nothing for what is none."""
    if value and _DAY.fullmatch(value):
        yield _typed(value, "gMonthDay")


def links(url: str | None) -> Iterator[Term]:
    """A web address as an IRI, its illegal characters percent-encoded; nothing for what is none.

    >>> list(links("https://a.example/b c?d=é"))
    ['<https://a.example/b%20c?d=%C3%A9>']
    """
    if url and re.match(r"https?://\S", url):
        try:
            yield node(quote(url.strip().encode("utf-8", "replace"), safe="%/:?#[]@!$&'()*+,;=~"))
        except ValueError:
            return


def line(subject: Term, predicate: Term, value: Term, where: Term) -> str:
    """One quad of four terms; `where` is FACTS for the default graph.

    >>> line(node("a:b"), node("a:c"), text("d"), FACTS)
    '<a:b> <a:c> "d" .'
    """
    return f"{subject} {predicate} {value} {where} ." if where else f"{subject} {predicate} {value} ."


def lines(subject: str, told: Mapping[str, Term | None], where: Term) -> Iterator[str]:
    """One subject's quads: `told` maps the IRIs of predicates to terms, or to None (left out)."""
    about = node(subject)
    return (line(about, node(predicate), value, where) for predicate, value in told.items() if value is not None)


def types(subject: str, classes: Iterable[str], where: Term) -> Iterator[str]:
    """The classes of one subject."""
    return (line(node(subject), TYPE, node(name), where) for name in classes)


def factuality(value: str) -> Term:
    """The individual for a factuality.

    >>> factuality("negated")
    '<https://w3id.org/newsgraph/ns#Negated>'
    """
    return node(NG + value.capitalize())
