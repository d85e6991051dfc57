"""A knowledge graph that was built: ask it, look things up, draw it, write it in other formats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from graph import pipeline
from graph.engine import Plan
from graph.model import Member
from graph.pipeline import BuildOptions, BuildReport, Progress
from graph.store import checks, entities, generations, proposals, settings, texts
from graph.store.checks import Violation
from graph.store.entities import Dossier, Found
from graph.store.proposals import Proposal
from graph.store.push import Pushed, push
from graph.store.questions import Question, question, questions
from graph.store.results import Results
from graph.store.sparql import guard, run, to_term
from graph.store.status import Status, status, unmapped
from graph.store.worker import Request
from graph.store.workers import limited
from graph.store.writer import guidance
from graph.vocabulary import Minter

if TYPE_CHECKING:
    import rdflib

    from graph.network.build import Network


class KnowledgeGraph:
    """One generation of a KG, which stays as it is while this object lives; `report` is of the build that made it.

    Use it as a context manager, or `close` it, to let old generations be removed.
    """

    def __init__(self, kg: Path | str, report: BuildReport | None = None) -> None:
        self.path = Path(kg)
        self.report = report
        self._settings = settings.require(self.path)
        self._generation = generations.read(self.path)
        self._store = self._generation.store

    def close(self) -> None:
        """Lets the generation go; the object is of no use afterwards."""
        self._generation.close()

    def __enter__(self) -> KnowledgeGraph:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        if hasattr(self, "_generation"):
            self.close()

    def __repr__(self) -> str:
        counts = self.status()["counts"]
        return f"KnowledgeGraph({str(self.path)!r}: {counts['articles']:,} articles, {counts['facts']:,} facts)"

    def _repr_html_(self) -> str:
        counts = self.status()["counts"].items()
        rows = "".join(f"<tr><td>{name}</td><td>{number:,}</td></tr>" for name, number in counts)
        return f"<table><caption>{escape(self.path.name)}</caption><tbody>{rows}</tbody></table>"

    def query(
        self, sparql: str, *, timeout: float | None = None, memory: int | None = None, **values: object
    ) -> Results:
        """The answer to a SPARQL query on the default graph: what the news states as fact.

        The prefixes of `vocabulary.PREFIXES` are bound, IRIs are relative to the KG's base, and `values` are bound to
        SELECT variables of their names. With `timeout` (seconds) or `memory` (bytes) the query runs in a process that
        is stopped at that limit. Raises QueryError, and LimitError where it was stopped.
        """
        guard(sparql, self._settings.base)
        return self._results(sparql, values, timeout, memory)

    def _results(
        self, sparql: str, values: Mapping[str, object], timeout: float | None = None, memory: int | None = None
    ) -> Results:
        if timeout is None and memory is None:
            return Results(lambda: run(self._store, sparql, values, self._settings.base))
        terms = {name: str(to_term(value)) for name, value in values.items()}
        request = Request(
            sparql, "json", "nt", terms, timeout or 3600.0, 1 << 30, generation=self._generation.number, trusted=True
        )
        return Results(lambda: limited(request, self.path, memory))

    def questions(self) -> tuple[Question, ...]:
        """The named questions."""
        return questions()

    def ask(self, name: str, *, timeout: float | None = None, memory: int | None = None, **values: object) -> Results:
        """The answer to a named question, with the limits of `query`; raises NotFoundError for a name or value that it
        does not know."""
        asked = question(name, frozenset(values))
        return self._results(asked.sparql, values, timeout, memory).without(asked.parameters)

    @cached_property
    def dataset(self) -> rdflib.Dataset:
        """The whole dataset as rdflib has it, read straight from the store."""
        from graph.store.dataset import to_rdflib

        return to_rdflib(self._store)

    def entity(self, name: str) -> Found:
        """The entity of a name or IRI; raises NotFoundError that lists the choices where it is not one."""
        return entities.find_one(self._generation.db, name)

    def entities(self, text: str) -> list[Found]:
        """The entities with this text in one of their names, whatever its case; the best first."""
        return entities.find(self._generation.db, text)

    def explain(self, name: str) -> Dossier:
        """Everything known of an entity, each fact with its sentence; raises NotFoundError."""
        return entities.explain(self._store, self.entity(name), self._settings.base)

    def network(self, *, claims: bool = False, participants: bool = False) -> Network:
        """The graph as a networkx MultiDiGraph; `claims` adds what is not asserted, `participants` the unnamed."""
        from graph.network import network

        return network(self._store, claims=claims, participants=participants)

    def view(
        self, path: Path | str | None = None, *, focus: str | None = None, limit: int | None = None
    ) -> View | Path:
        """Writes one page that shows the graph and opens offline, and returns its path; without one, shows it in a
        notebook. `focus` is a name to start at, `limit` the most nodes to draw at first."""
        from graph.view import page, still

        minter = Minter(self._settings.base)
        kept = {minter.article(article.id): article.text for article in texts.articles(self.path, self._generation.db)}
        start = None if focus is None else self.entity(focus).iri
        network = self.network(claims=True, participants=True)
        document = page(network, kept, title=self.path.name, focus=start, limit=limit)
        shown = View(document, still(network, self.path.name))
        return shown if path is None else shown.write(Path(path))

    def export(
        self,
        target: Path | str | BinaryIO,
        *,
        format: str | None = None,
        claims: bool = False,
        graph_name: str | None = None,
        text: bool = True,
    ) -> None:
        """Writes the graph in the format of the file's suffix, or in `format`; raises NotFoundError for another."""
        from graph.export import export

        export(self._store, target, format=format, claims=claims, graph_name=graph_name, text=text)

    def push(
        self, url: str, *, default: str | None = None, progress: Callable[[int, int], None] | None = None
    ) -> Pushed:
        """Sends the graphs to a SPARQL 1.1 Graph Store endpoint, only those that changed since the last push to it.

        `default` names the graph to put the default graph in, for stores whose default graph is the union of all.
        Raises NewsgraphError where the server refuses or cannot be reached; the same call goes on from there.
        """
        return push(self._store, self.path, url, default=default, progress=progress)

    def proposals(self) -> list[Proposal]:
        """The pairs that may be the same thing and that nobody has judged, most telling first."""
        return proposals.proposals(self._generation.db, guidance(self.path))

    def chosen(self, left: str, right: str) -> tuple[Member, Member]:
        """The two members that two names or IRIs mean; raises NotFoundError or AmbiguousError."""
        return proposals.chosen(self._generation.db, left, right)

    def said(self, member: Member) -> list[tuple[str, str]]:
        """Up to five sentences that name a member, each with its source."""
        found = self.query(proposals.SAID, member=member.iri).texts()
        return [(quote or "", source or "") for quote, source, *_ in found]

    def statement(self, iri: str) -> str:
        """How a statement reads; raises NotFoundError."""
        return proposals.statement_text(self._store, iri)

    def status(self) -> Status:
        """Settings, counts, and articles with their sources."""
        return status(self._generation.db, self._settings, self._generation.number)

    def unmapped(self) -> list[tuple[str, int, int]]:
        """The verbs that have no class of events yet, with how often and in how many articles they stand."""
        return unmapped(self._generation.db)

    def check(self) -> tuple[list[str], list[Violation]]:
        """The names of all rules, and what breaks one."""
        kept = texts.articles(self.path, self._generation.db)
        return checks.rules(), list(checks.violations(self._store, kept, Minter(self._settings.base)))


class View:
    """The page of a graph; a notebook shows it in place."""

    def __init__(self, document: str, still: str = "") -> None:
        self.document = document
        self.still = still

    def __repr__(self) -> str:
        return f"<View of {len(self.document):,} characters: a notebook shows it, write(path) makes a file of it>"

    def write(self, path: Path) -> Path:
        """Writes the page to a file."""
        path.write_text(self.document, encoding="utf-8")
        return path

    def _repr_html_(self) -> str:
        from graph.view import frame

        return frame(self.document, self.still)


def open_kg(kg: Path | str) -> KnowledgeGraph:
    """The KG of a directory; raises KnowledgeGraphError where there is none."""
    return KnowledgeGraph(kg)


def build(  # noqa: PLR0913 - one parameter an option
    kg: Path | str,
    inputs: str | Path | Iterable[str | Path],
    *,
    date: str | None = None,
    model: str | None = None,
    base: str | None = None,
    fields: Mapping[str, str] | None = None,
    keep_all: bool | None = None,
    rules: Path | str | None = None,
    gazetteer: Path | str | None = None,
    forgotten: bool = False,
    workers: int | None = None,
    engine: str = "local",
    scheduler: str | None = None,
    progress: Progress | None = None,
) -> KnowledgeGraph:
    """Adds the articles of files, folders and globs to a KG and opens it; its `report` says what was done.

    `date` (YYYY-MM-DD) holds for articles without one; `fields` maps fields of JSON inputs ({"text": "body"}); `rules`
    is a file of rules for single sources. `model`, `base`, `keep_all` (cut no junk) and `gazetteer` (a CSV or Turtle
    file of known things) are fixed at the first build; `forgotten` brings back what was forgotten. `workers` processes
    (one a core, and one for few articles) of an `engine` ("local", or "dask" with the address of its `scheduler`)
    analyse, and the graph is the same. `progress` is called with what is reached (`articles`, `bytes`, `failed`) and
    the bytes of all inputs. Raises SettingsError, LockedError or
    KnowledgeGraphError.
    """
    named = [inputs] if isinstance(inputs, str | Path) else list(inputs)
    options = BuildOptions(
        date=date,
        model=model,
        base=base,
        fields=fields or {},
        keep_all=keep_all,
        rules=None if rules is None else Path(rules),
        gazetteer=None if gazetteer is None else Path(gazetteer),
        forgotten=forgotten,
        plan=Plan(engine, workers, scheduler),
    )
    return KnowledgeGraph(kg, pipeline.build(kg, named, options, progress))
