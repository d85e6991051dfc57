"""Where pass 1 runs: in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, partial
from typing import NamedTuple

from graph.errors import InputError, SettingsError
from graph.model import Article, Part

Failures = dict[str, InputError]
"""Why an article could not be analysed, by its id."""

Parts = Callable[[list[Article]], Iterator[tuple[Article, Part]]]


class Loaded(NamedTuple):
    """A language model with our components: its digest, and what gives every article its part."""

    digest: str
    run: Callable[[list[Article], Failures], Iterator[tuple[Article, Part]]]


class Analyser:
    """Pass 1 with one language model, which is loaded when it is first needed.

    `model` is its name (None: the default), `expected` the digest that it has to have.
    """

    def __init__(self, model: str | None = None, expected: str | None = None) -> None:
        self.model = model
        self.expected = expected
        self.failed: Failures = {}

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
        """Every article with its part, in order; one that breaks the analysis has an empty part, and is in `failed`."""
        for article in articles:
            self.failed.pop(article.id, None)
        return self._loaded.run(articles, self.failed) if articles else iter(())


def _load(model: str | None) -> Loaded:
    """The model of a name; raises SettingsError where it is not installed."""
    from graph import facts, language

    nlp = language.load(model)

    def parts(articles: list[Article]) -> Iterator[tuple[Article, Part]]:
        return ((doc._.article, facts.part(doc)) for doc in language.docs(nlp, articles))

    return Loaded(language.model_digest(nlp), partial(_isolated, parts))


def _isolated(parts: Parts, articles: list[Article], failed: Failures) -> Iterator[tuple[Article, Part]]:
    """The parts of a batch; where one article breaks it, the rest is analysed one by one."""
    done = 0
    try:
        for article, part in parts(articles):
            done += 1
            yield article, part
    except Exception:  # noqa: BLE001 - the outer edge of the run: one article must not take the others with it
        for article in articles[done:]:
            yield article, _alone(parts, article, failed)


def _alone(parts: Parts, article: Article, failed: Failures) -> Part:
    try:
        [(_, part)] = parts([article])
    except Exception as error:  # noqa: BLE001 - as above; the message names the article
        reason = f"cannot be analysed ({type(error).__name__}: {error}); it is kept without facts"
        failed[article.id] = InputError(article.identifier, reason)
        return Part(article)
    return part
