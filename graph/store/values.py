"""RDF terms as Python values, and as SPARQL's JSON has them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from graph.vocabulary import XSD

READERS: dict[str, Callable[[str], object]] = {
    XSD + "integer": int,
    XSD + "decimal": Decimal,
    XSD + "double": float,
    XSD + "float": float,
    XSD + "boolean": lambda text: text in ("true", "1"),
    XSD + "date": date.fromisoformat,
    XSD + "dateTime": datetime.fromisoformat,
}
"""Datatype → what reads its text; any other stays text, like years and months."""


def to_python(term: NamedNode | BlankNode | Literal | Triple | None) -> object:
    """The Python value of a term: numbers, dates and truth values as such, anything else as text.

    >>> to_python(Literal(7)), to_python(NamedNode("http://x.example/"))
    (7, 'http://x.example/')
    """
    if isinstance(term, Literal):
        try:
            return READERS.get(term.datatype.value, str)(term.value)
        except (ValueError, ArithmeticError):
            return term.value
    return term if term is None else str(term) if isinstance(term, Triple) else term.value


def to_json(term: NamedNode | BlankNode | Literal | Triple) -> dict[str, object]:
    """A term as in the SPARQL 1.1 Query Results JSON Format (triple terms as in 1.2).

    >>> to_json(Literal("a", language="en"))
    {'type': 'literal', 'value': 'a', 'xml:lang': 'en'}
    """
    if isinstance(term, Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: to_json(part) for name, part in parts.items()}}
    if not isinstance(term, Literal):
        return {"type": "uri" if isinstance(term, NamedNode) else "bnode", "value": term.value}
    found: dict[str, object] = {"type": "literal", "value": term.value}
    if term.language:
        return {**found, "xml:lang": term.language}
    return found if term.datatype.value == XSD + "string" else {**found, "datatype": term.datatype.value}
