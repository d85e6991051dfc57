"""Made-up articles as files, and a pass 1 that knows what they tell without a language model."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from graph.engine import analysis
from graph.evaluation.generate import Story, Thing, stories, story, world
from graph.model import Article, Part

SEED = 7
SENTENCES = 12
NUMBER = re.compile(r"\d+")


@lru_cache(maxsize=1)
def things(articles: int) -> list[Thing]:
    """The people and bodies that so many articles are about: ten times the articles, six times the things."""
    return world(SEED, max(50, round(2 * articles**0.75)))


def write(folder: Path, articles: int, *, sentences: int = SENTENCES) -> None:
    """One JSON file an article, a thousand in a folder."""
    for made in stories(things(articles), SEED, articles, sentences=sentences):
        _write(folder, made)


def _write(folder: Path, made: Story) -> None:
    article = made.article
    home = folder / f"{int(number(article)) // 1000:03d}"
    home.mkdir(parents=True, exist_ok=True)
    told = {name: getattr(article, name) for name in ("text", "title", "published", "publisher", "url")}
    (home / article.identifier).with_suffix(".json").write_text(json.dumps(told), encoding="utf-8")


def number(article: Article) -> str:
    """The number of the story that an article was made from."""
    return NUMBER.findall(article.identifier)[-1]


def know(articles: int, *, sentences: int = SENTENCES) -> None:
    """From here on this process analyses made-up articles with what they were made from."""
    cast = things(articles)

    def parts(found: list[Article]) -> Iterator[tuple[Article, Part]]:
        for article in found:
            made = story(cast, SEED, int(number(article)), sentences=sentences)
            if made.article.id != article.id:
                raise ValueError("the text was not read as it was made")
            yield article, replace(made.part, article=article)

    analysis.load = lambda model: analysis.Loaded("made up", parts)


def add(folder: Path, articles: int, *, sentences: int = SENTENCES) -> None:
    """One article more than so many, in a folder of its own."""
    _write(folder, story(things(articles), SEED, articles, sentences=sentences))
