"""Queries on one generation: prefixes bound, values substituted, nothing that leaves the machine."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Store,
    Triple,
    Variable,
)

from graph.errors import QueryError
from graph.vocabulary import PREFIXES, XSD

Answer = QuerySolutions | QueryBoolean | QueryTriples | list[Triple]

_REACHING_OUT = ("service", "from", "\\u")
"""Without one of these, in whatever case, no query can name another host: such a query need not be parsed twice."""

_PLACE = re.compile(r"error at (\d+):(\d+): ")
_IRI = re.compile(r"https?://[^\s<>\"{}|\\^`]+")


def run(store: Store, sparql: str, values: Mapping[str, object], base: str) -> Answer:
    """The answer of a store to a query; `values` are bound to its variables, whose names they have.

    IRIs are relative to the KG's base: `GRAPH <graph/claims>` is the graph of what is said, planned or denied.

    The query is trusted: `guard` those of others. Raises QueryError with the parser's message and position.
    """
    bound: dict[Variable, NamedNode | BlankNode | Literal | Triple] = {
        Variable(name): to_term(value) for name, value in values.items()
    }
    try:
        return store.query(sparql, base_iri=base, prefixes=PREFIXES, substitutions=bound)
    except SyntaxError as error:
        raise QueryError(_explained(sparql, str(error))) from error
    except (RuntimeError, ValueError, OSError) as error:
        raise QueryError(f"the query cannot be answered: {_plain(str(error))}") from error


def _explained(sparql: str, message: str) -> str:
    """The parser's message with the line that it is about."""
    place = _PLACE.match(message)
    lines = sparql.splitlines()
    if place is None or int(place[1]) > len(lines):
        return f"the query is malformed: {message}"
    told = message[place.end() :].split("\n", maxsplit=1)[0]
    told = told if len(told) < 200 else told[:200] + " ..."
    line, at = lines[int(place[1]) - 1], int(place[2])
    return f"the query is malformed at {place[1]}:{at}: {told}\n  {line}\n  {' ' * (at - 1)}^"


def _plain(message: str) -> str:
    missing = re.search(r"does not contains variable (\?\w+)", message)
    return f"a value is given for {missing[1]}, which must be among the SELECT's variables" if missing else message


def guard(sparql: str, base: str) -> None:
    """Raises QueryError where a query holds a SERVICE, or a FROM of a graph that is none of this KG's."""
    lowered = sparql.lower()
    if any(word in lowered for word in _REACHING_OUT):
        _refuse_other_hosts(sparql, base)


@lru_cache(maxsize=512)
def _refuse_other_hosts(sparql: str, base: str) -> None:
    from rdflib.plugins.sparql.algebra import translateQuery
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        query = translateQuery(parseQuery(sparql), base=base, initNs=PREFIXES)
    except Exception as error:
        raise QueryError(f"the query is malformed: {error}") from error
    for name, value in _nodes(query.algebra):
        if name == "ServiceGraphPattern":
            raise QueryError("SERVICE is refused: a query never leaves this machine")
        if name == "DatasetClause":
            for iri in (value[kind] for kind in ("default", "named") if kind in value):
                if not str(iri).startswith(base):
                    raise QueryError(f"FROM <{iri}> is refused: this KG's graphs begin with {base}")


def _nodes(value: object) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Every named node below a value of rdflib's algebra."""
    if isinstance(value, Mapping):
        yield str(getattr(value, "name", "")), value
        value = tuple(value.values())
    if isinstance(value, list | tuple | set):
        for part in value:
            yield from _nodes(part)


def to_term(value: object) -> NamedNode | Literal:
    """The RDF term of a Python value: text that is an IRI, or anything with an `iri`, is a node.

    >>> to_term("Lagon").value, to_term(7).datatype.value.rpartition("#")[2]
    ('Lagon', 'integer')
    """
    iri = getattr(value, "iri", value)
    if isinstance(value, NamedNode | Literal):
        return value
    if isinstance(iri, str):
        return NamedNode(iri) if iri is not value or _IRI.fullmatch(iri) else Literal(iri)
    if isinstance(value, bool | int | float):
        return Literal(value)
    if isinstance(value, Decimal):
        return Literal(str(value), datatype=NamedNode(XSD + "decimal"))
    if isinstance(value, date):
        return Literal(value.isoformat(), datatype=NamedNode(XSD + "date"))
    raise QueryError(f"{value!r}: a query's values are text, numbers, dates, truth values and entities")
