"""Where pass 1 runs: in this process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from graph.errors import SettingsError
from graph.model import Article, Part

if TYPE_CHECKING:
    from spacy.language import Language


class Analyser:
    """Pass 1 with one language model, which is loaded when it is first needed.

    `model` is its name (None: the default), `expected` the digest that it has to have.
    """

    def __init__(self, model: str | None = None, expected: str | None = None) -> None:
        self.model = model
        self.expected = expected

    @cached_property
    def nlp(self) -> Language:
        """The pipeline; raises SettingsError where its model is not installed or not the expected one."""
        from graph import language

        nlp = language.load(self.model)
        found = language.model_digest(nlp)
        if self.expected not in (None, found):
            raise SettingsError(
                f"the graph was built with the model {self.expected}, and {found} is installed; "
                "install that version, or build into a new directory"
            )
        return nlp

    @property
    def name(self) -> str:
        """The name of the model."""
        from graph import language

        return self.model or language.DEFAULT_MODEL

    @property
    def digest(self) -> str:
        """The digest of the model."""
        from graph import language

        return language.model_digest(self.nlp)

    def run(self, articles: Iterable[Article]) -> Iterator[tuple[Article, Part]]:
        """Every article with its part, in order."""
        articles = list(articles)
        if articles:
            from graph import facts, language

            for doc in language.docs(self.nlp, articles):
                yield doc._.article, facts.part(doc)
