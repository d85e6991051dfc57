"""Pass 1 of a partition of articles: a pure function of the articles and the settings, wherever it runs."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property, lru_cache
from typing import NamedTuple

import msgspec

from graph.errors import SettingsError
from graph.model import Article, Part
from graph.store import settings
from graph.store.records import Packed, pack
from graph.store.settings import Settings

Parts = Callable[[list[Article]], Iterator[tuple[Article, Part]]]
"""The articles of a list with their parts, in order."""

MOST_STRINGS = 400_000
"""So many strings a language model keeps, 85,000 of them its own; each is 1 kB with what is remembered of its word."""


class Outcome(msgspec.Struct, frozen=True):
    """The packed part of one article; `failure` says why it is empty, where the article broke the analysis."""

    packed: Packed
    source: str
    failure: str | None = None


class Loaded(NamedTuple):
    """A language model with our components: its digest, and what gives every article its part."""

    digest: str
    parts: Parts


class Analyser:
    """Pass 1 with one language model, which is loaded when it is first needed.

    `model` is its name (None: the default), `expected` the digest that it has to have.
    """

    def __init__(self, model: str | None = None, expected: str | None = None) -> None:
        self.model = model
        self.expected = expected

    @cached_property
    def _loaded(self) -> Loaded:
        loaded = load(self.model)
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

    def outcomes(self, articles: list[Article], fixed: Settings) -> Iterator[Outcome]:
        """The outcome of every article, in order; where one breaks the analysis, the rest is analysed one by one."""
        done = 0
        try:
            for article, part in self._loaded.parts(articles):
                done += 1
                yield Outcome(pack(article, fixed.digest, part), article.identifier)
        except Exception:  # noqa: BLE001 - the outer edge of the run: one article must not take the others with it
            for article in articles[done:]:
                yield self._alone(article, fixed)

    def _alone(self, article: Article, fixed: Settings) -> Outcome:
        try:
            [(_, part)] = self._loaded.parts([article])
        except Exception as error:  # noqa: BLE001 - as above; the message names the article
            return failed(article, fixed, f"{type(error).__name__}: {error}")
        return Outcome(pack(article, fixed.digest, part), article.identifier)


def failed(article: Article, fixed: Settings, reason: str) -> Outcome:
    """The outcome of an article that breaks the analysis: an empty part."""
    told = f"cannot be analysed ({reason}); it is kept without facts"
    return Outcome(pack(article, fixed.digest, Part(article)), article.identifier, told)


def load(model: str | None) -> Loaded:
    """The model of a name; raises SettingsError where it is not installed.

    When it has met too many words it is loaded anew, so that memory stays flat however many articles come.
    """
    from graph import facts, language

    loaded = [language.load(model)]

    def renew() -> None:
        """Loads the model anew, when what the old one takes is free."""
        settled = gc.get_freeze_count() > 0
        gc.unfreeze()
        loaded.clear()
        gc.collect()
        loaded.append(language.load(model))
        if settled:
            gc.freeze()

    def parts(articles: Iterable[Article]) -> Iterator[tuple[Article, Part]]:
        if len(loaded[0].vocab.strings) > MOST_STRINGS:
            renew()
        for doc in language.docs(loaded[0], articles):
            yield doc._.article, facts.part(doc)
            # What is known of a Doc holds the Doc: untied, both are free at once, not when Python looks for them.
            doc.user_data.clear()

    return Loaded(language.model_digest(loaded[0]), parts)


@contextmanager
def settled() -> Iterator[None]:
    """While it lasts, Python does not look for garbage among what is there already: a language model stays."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


_ONE_AT_A_TIME = threading.Lock()
"""A language model is not made for several threads."""


@lru_cache(maxsize=1)
def analyser(fixed: Settings) -> Analyser:
    """The analyser of these settings, kept warm; raises SettingsError where this newsgraph would find other facts."""
    here = settings.rules("extraction")
    if here != fixed.rules:
        raise SettingsError(
            f"a worker has another version of newsgraph (rules {here}, and the build has {fixed.rules}); "
            "install the same one on all machines"
        )
    made = Analyser(fixed.model, fixed.model_digest)
    made.digest  # noqa: B018 - loads the model now
    return made


def analyse(fixed: Settings, articles: list[Article]) -> list[Outcome]:
    """The outcomes of a partition, in order: what every worker does, of any engine; doing it twice changes nothing."""
    with _ONE_AT_A_TIME:
        return list(analyser(fixed).outcomes(articles, fixed))
