"""Where pass 1 runs: in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from graph.errors import SettingsError
from graph.model import Article, Part


class Loaded(NamedTuple):
    """A language model with our components: its digest, and what gives every article its part."""

    digest: str
    run: Callable[[Iterable[Article]], Iterator[tuple[Article, Part]]]


class Analyser:
    """Pass 1 with one language model, which is loaded when it is first needed.

    `model` is its name (None: the default), `expected` the digest that it has to have.
    """

    def __init__(self, model: str | None = None, expected: str | None = None) -> None:
        self.model = model
        self.expected = expected

    @cached_property
    def _loaded(self) -> Loaded:
        loaded = _load(self.model)
        if self.expected not in (None, loaded.digest):
            raise SettingsError(
                f"the graph was built with the model {self.expected}, and {loaded.digest} is installed; "
                "install that version, or build into a new directory"
            )
        return loaded

    @property
    def name(self) -> str:
        """The name of the model."""
        from graph import language

        return self.model or language.DEFAULT_MODEL

    @property
    def digest(self) -> str:
        """The digest of the model."""
        return self._loaded.digest

    def run(self, articles: list[Article]) -> Iterator[tuple[Article, Part]]:
        """Every article with its part, in order."""
        return self._loaded.run(articles) if articles else iter(())


def _load(model: str | None) -> Loaded:
    """The model of a name; raises SettingsError where it is not installed."""
    from graph import facts, language

    nlp = language.load(model)

    def run(articles: Iterable[Article]) -> Iterator[tuple[Article, Part]]:
        return ((doc._.article, facts.part(doc)) for doc in language.docs(nlp, articles))

    return Loaded(language.model_digest(nlp), run)
