"""What a query gives back: rows to walk through, tables, and the result formats of the W3C."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse_query_results,
    serialize,
)

from graph.errors import NotFoundError
from graph.store.sparql import Answer
from graph.store.values import to_json, to_python
from graph.vocabulary import PREFIXES

if TYPE_CHECKING:
    import pandas as pd
    import rdflib

Term = NamedNode | BlankNode | Literal | Triple

TABLES = {
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
}
"""Formats for SELECT and ASK."""

TRIPLES = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "rdf": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
}
"""Formats for CONSTRUCT and DESCRIBE."""

SHOWN = 100
"""So many rows are shown in a notebook."""


class Results:
    """The answer to one query; it can be walked through and written as often as you like.

    `columns` are the names of a SELECT's variables, ("answer",) for an ASK, empty for triples. Walking gives tuples of
    Python values (IRIs as text, None where nothing is bound); `texts` gives them all as text.
    """

    def __init__(self, execute: Callable[[], Answer]) -> None:
        self._execute = execute
        self._first: Answer | None = execute()
        self._hidden: frozenset[str] = frozenset()
        self._most: int | None = None
        self._rows: list[tuple[Term | None, ...]] | None = None
        self._names = _names(self._first)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(name for name in self._names if name not in self._hidden)

    @property
    def is_triples(self) -> bool:
        """Says whether the answer is triples (CONSTRUCT, DESCRIBE)."""
        return not self._names

    def limited(self, most: int) -> Results:
        """The same with at most so many rows."""
        self._most = most
        self._rows = None if self._rows is None else self._rows[:most]
        return self

    def without(self, columns: Iterable[str]) -> Results:
        """The same without some columns."""
        self._hidden = self._hidden | frozenset(columns)
        self._rows = None
        return self

    def terms(self) -> list[tuple[Term | None, ...]]:
        """All rows as RDF terms."""
        if self._rows is None:
            self._rows = list(islice(self._stream(), self._most))
        return self._rows

    def _answer(self) -> Answer:
        answer, self._first = self._first, None
        return self._execute() if answer is None else answer

    def _stream(self) -> Iterator[tuple[Term | None, ...]]:
        answer = self._answer()
        if isinstance(answer, QueryBoolean):
            yield (Literal(bool(answer)),)
        elif isinstance(answer, QuerySolutions):
            kept = [place for place, name in enumerate(self._names) if name not in self._hidden]
            whole = len(kept) == len(self._names)
            yield from map(tuple, answer) if whole else (tuple(row[place] for place in kept) for row in answer)
        else:
            yield from ((triple.subject, triple.predicate, triple.object) for triple in answer)

    def __iter__(self) -> Iterator[tuple[object, ...]]:
        return (tuple(map(to_python, row)) for row in self.terms())

    def __len__(self) -> int:
        return len(self.terms())

    def __bool__(self) -> bool:
        """Of an ASK its answer, else whether there is any row."""
        rows = self.terms()
        return bool(rows) and (self._names != ("answer",) or rows[0][0] == Literal(True))

    def texts(self) -> Iterator[tuple[str | None, ...]]:
        """The rows as text."""
        return (tuple(None if term is None else _text(term) for term in row) for row in self.terms())

    def dicts(self) -> list[dict[str, object]]:
        """The rows as dictionaries of Python values."""
        return [dict(zip(self.columns, row, strict=True)) for row in self]

    def write(self, stream: BinaryIO, format: str) -> None:
        """Writes the answer: csv, tsv, json or xml; ttl, nt, rdf or jsonld where it is triples.

        Raises NotFoundError for another format.
        """
        formats = TRIPLES if self.is_triples else TABLES
        if format not in formats:
            raise NotFoundError(f"{format}: this answer can be written as {', '.join(formats)}")
        if self.is_triples:
            triples = (Triple(*row) for row in self.terms())  # type: ignore[arg-type]
            serialize(triples, stream, TRIPLES[format], prefixes=PREFIXES)
        elif self._names == ("answer",):
            QueryBoolean.serialize(self._execute(), stream, TABLES[format])  # type: ignore[arg-type]
        else:
            self._write_table(stream, TABLES[format])

    def _write_table(self, stream: BinaryIO, format: QueryResultsFormat) -> None:
        """Straight from the store where all is written, and through the rows where some is left out."""
        if self._rows is None and self._most is None and not self._hidden:
            answer = self._answer()
        else:
            answer = parse_query_results(json.dumps(self._as_json()).encode(), QueryResultsFormat.JSON)
        if isinstance(answer, QuerySolutions):
            answer.serialize(stream, format)

    def _as_json(self) -> dict[str, object]:
        rows = (zip(self.columns, row, strict=True) for row in self.terms())
        bindings = [{name: to_json(term) for name, term in row if term is not None} for row in rows]
        return {"head": {"vars": list(self.columns)}, "results": {"bindings": bindings}}

    def to_pandas(self) -> pd.DataFrame:
        """A data frame with a column a variable."""
        import pandas as pd

        return pd.DataFrame(list(self), columns=list(self.columns or ("subject", "predicate", "object")))

    def to_rdflib(self) -> rdflib.Graph | rdflib.query.Result:
        """The answer as rdflib has it: a Graph of triples, or a Result."""
        import io

        import rdflib

        buffer = io.BytesIO()
        self.write(buffer, "nt" if self.is_triples else "json")
        buffer.seek(0)
        if self.is_triples:
            return rdflib.Graph().parse(buffer, format="nt")
        return rdflib.query.Result.parse(buffer, format="json")

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{html.escape(name)}</th>" for name in self.columns)
        rows = islice(self.texts(), SHOWN)
        body = "".join(
            "<tr>" + "".join(f"<td>{html.escape(cell or '')}</td>" for cell in row) + "</tr>" for row in rows
        )
        more = f"<p>{len(self) - SHOWN} more rows</p>" if len(self) > SHOWN else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"

    def __repr__(self) -> str:
        return f"Results({len(self)} rows: {', '.join(self.columns)})"


def _names(answer: Answer) -> tuple[str, ...]:
    if isinstance(answer, QuerySolutions):
        return tuple(variable.value for variable in answer.variables)
    return ("answer",) if isinstance(answer, QueryBoolean) else ()


def _text(term: Term) -> str:
    return str(term) if isinstance(term, Triple) else term.value
