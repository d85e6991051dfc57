"""What the server knows of its KG: the current generation, its entities, and the page of the network."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad

from graph.network import network
from graph.store import entities, generations, settings, texts
from graph.store.entities import Dossier, Found
from graph.store.generations import Generation
from graph.store.workers import Workers
from graph.view import page
from graph.vocabulary import DCTERMS, Minter

MOST = 2_000
"""So many triples of one thing are shown."""


class Site:
    """The KG behind the pages. Whatever a page shows comes from one generation."""

    def __init__(self, kg: Path, workers: int, memory: int) -> None:
        self.kg = kg
        self.base = settings.require(kg).base
        self.workers = Workers(kg, workers, memory=memory)
        self._lock = threading.RLock()
        self._held = generations.read(kg)
        self._page = ""

    @contextmanager
    def generation(self) -> Iterator[Generation]:
        """The current generation, which is not let go while the block runs."""
        with self._lock:
            if generations.current(self.kg) != self._held.number:
                self._held.close()
                self._held = generations.read(self.kg)
                self._page = ""
            yield self._held

    def find(self, text: str) -> list[Found]:
        """The entities with this text in a name."""
        with self.generation() as held:
            return entities.find(held.db, text)

    def dossier(self, iri: str) -> Dossier | None:
        """The dossier of an entity, or None where the IRI is none's."""
        with self.generation() as held:
            found = entities.by_iri(held.db, iri)
            return None if found is None else entities.explain(held.store, found, self.base)

    def moved_to(self, iri: str) -> str | None:
        """The IRI that a merged one was replaced by."""
        identity = NamedNode(Minter(self.base).identity_graph)
        with self.generation() as held:
            pattern = held.store.quads_for_pattern(NamedNode(iri), NamedNode(DCTERMS + "isReplacedBy"), None, identity)
            found = next(pattern, None)
        return found.object.value if found is not None and isinstance(found.object, NamedNode) else None

    def quads(self, iri: str) -> list[Quad]:
        """What the default graph says of a thing, on either side, and its own graph where it has one."""
        node = NamedNode(iri)
        with self.generation() as held:
            store = held.store
            found = [
                *islice(store.quads_for_pattern(node, None, None, DefaultGraph()), MOST),
                *islice(store.quads_for_pattern(None, None, node, DefaultGraph()), MOST),
            ]
            return found or list(islice(store.quads_for_pattern(node, None, None, None), MOST))

    def view(self) -> str:
        """The page of the whole network, made once a generation."""
        with self.generation() as held:
            if not self._page:
                minter = Minter(self.base)
                kept = {minter.article(article.id): article.text for article in texts.articles(self.kg, held.db)}
                self._page = page(network(held.store, claims=True, participants=True), kept, title=self.kg.name)
            return self._page

    def close(self) -> None:
        """Ends the workers and lets the generation go."""
        self.workers.close()
        with self._lock:
            self._held.close()
