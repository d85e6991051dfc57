"""To a bigger store: the graphs of a KG, one by one, by the SPARQL 1.1 Graph Store HTTP Protocol.

Every graph is put whole in place of what the other store has of it, so that doing it again changes nothing. What was
put is noted graph by graph: a push that stopped goes on, and a later one sends only what changed.
"""

from __future__ import annotations

import base64
import hashlib
import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store

from graph.errors import NewsgraphError, SettingsError
from graph.vocabulary import digest

TRIES = 4
"""So often a request is made that meets a busy server or none at all, waiting longer each time."""


@dataclass(slots=True)
class Pushed:
    """How many graphs were sent, were there already, and were removed because they are gone here."""

    sent: int = 0
    unchanged: int = 0
    removed: int = 0


class Target:
    """A graph store of another server, by the address of its Graph Store Protocol."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise SettingsError(f"{url}: give the http or https address of a Graph Store endpoint")
        host = parts.hostname if parts.port is None else f"{parts.hostname}:{parts.port}"
        self.url = urlunsplit((parts.scheme, host, parts.path, parts.query, ""))
        self._headers = {"Content-Type": "application/n-triples"}
        if parts.username is not None:
            secret = base64.b64encode(f"{parts.username}:{parts.password or ''}".encode()).decode()
            self._headers["Authorization"] = f"Basic {secret}"

    def put(self, graph_name: str | None, triples: bytes) -> None:
        """Puts these triples in place of a graph (None: the default graph)."""
        self._send("PUT", graph_name, triples)

    def delete(self, graph_name: str | None) -> None:
        """Removes a graph; one that is not there is no error."""
        self._send("DELETE", graph_name, None, fine=(404,))

    def _send(self, method: str, graph_name: str | None, body: bytes | None, *, fine: tuple[int, ...] = ()) -> None:
        which = "default" if graph_name is None else f"graph={quote(graph_name, safe='')}"
        address = f"{self.url}{'&' if '?' in self.url else '?'}{which}"
        request = urllib.request.Request(address, data=body, method=method, headers=self._headers)
        for last in (False,) * (TRIES - 1) + (True,):
            try:
                with urllib.request.urlopen(request, timeout=600):
                    return
            except urllib.error.HTTPError as error:
                if error.code in fine:
                    return
                if last or error.code < 500:
                    raise NewsgraphError(
                        f"{self.url}: answered {error.code} {error.reason} to {method} {which}"
                    ) from error
            except OSError as error:
                if last:
                    raise NewsgraphError(f"{self.url}: cannot be reached: {getattr(error, 'reason', error)}") from error
            time.sleep(0.2)


def push(
    store: Store,
    kg: Path,
    url: str,
    *,
    default: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Pushed:
    """Sends every graph that the other store does not have yet as it is here; the default graph last.

    `default` is the IRI of a named graph to put the default graph in, for stores whose default graph is the union of
    all. Raises NewsgraphError where the server refuses or cannot be reached; what was sent stays sent.
    """
    target = Target(url)
    notes = Notes(kg / "pushed" / f"{digest(target.url, default)}.jsonl")
    done = Pushed()
    names = (*sorted(node.value for node in store.named_graphs() if isinstance(node, NamedNode)), None)
    for number, name in enumerate(names, start=1):
        triples = _triples(store, name)
        summed = hashlib.sha256(triples).hexdigest()[:32]
        if notes.known.get(name or "") == summed:
            done.unchanged += 1
        else:
            target.put(name or default, triples)
            notes.add(name or "", summed)
            done.sent += 1
        if progress:
            progress(number, len(names))
    for gone in sorted(notes.known.keys() - {name or "" for name in names}):
        target.delete(gone)
        notes.add(gone, None)
        done.removed += 1
    return done


def _triples(store: Store, name: str | None) -> bytes:
    """A graph as sorted N-Triples."""
    where = DefaultGraph() if name is None else NamedNode(name)
    dump = store.dump(format=RdfFormat.N_TRIPLES, from_graph=where) or b""
    return b"".join(sorted(dump.splitlines(keepends=True)))


class Notes:
    """What one target was sent: the digest of every graph, a line each, the last one counting."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.known: dict[str, str] = {}
        for name, summed in self._lines():
            if summed is None:
                self.known.pop(name, None)
            else:
                self.known[name] = summed

    def _lines(self) -> Iterator[tuple[str, str | None]]:
        if self._path.exists():
            whole = self._path.read_text(encoding="utf-8").rpartition("\n")[0]
            yield from (tuple(json.loads(line)) for line in whole.splitlines())

    def add(self, name: str, summed: str | None) -> None:
        """Notes what was sent (None: removed)."""
        self._path.parent.mkdir(exist_ok=True)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps([name, summed]) + "\n")
