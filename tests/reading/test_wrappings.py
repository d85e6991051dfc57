"""The same article in every wrapping: same text, same headline, the wrapping's date, nothing from the junk."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from graph.model import Article
from graph.reading import read
from tests.reading.wrappings import JUNK_NAMES, UNDATED, WRAPPINGS, Story

STORY = Story(
    title="Ferry union and Harbour Board sign night-shift accord",
    published="2022-05-17",
    publisher="Saltmarsh Gazette",
    url="https://saltmarsh.example/news/ferry-accord",
    paragraphs=(
        "PORT ELLERY, May 16 (Reef) - The ferry workers’ union and the Harbour Board signed an accord on night shifts "
        "on Monday, ending a dispute that had kept three ferries in port since the second week of April.",
        "Halina Wrobel, the union's president, said the accord gave crews two nights of rest a week. “We asked for "
        "this for nine years,” she said.",
        "Desmond Achterberg, who chairs the board, thanked Transport Minister Yusuf Kamara & his staff for their help.",
        "The first night ferry sails on June 1.",
    ),
)


def read_one(path: Path) -> Article:
    (article,) = read(path)
    assert isinstance(article, Article), article
    return article


@pytest.mark.parametrize("name", WRAPPINGS)
def test_every_wrapping_gives_the_article(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(WRAPPINGS[name](STORY))
    article = read_one(path)
    assert article.text == f"{STORY.title}\n\n{STORY.body}"
    assert article.text[: article.headline] == STORY.title
    assert article.identifier.partition("#")[0] == name
    assert article.published == (None if name in UNDATED else STORY.published)
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.day) == ("PORT ELLERY", "--05-16")
    assert not any(junk in article.text for junk in JUNK_NAMES)
    assert msgspec.json.decode(msgspec.json.encode(article), type=Article) == article


@pytest.mark.parametrize("name", ["utf8.html", "latin.html", "one.nitf.xml", "one.newsml.xml"])
def test_words_stand_where_they_are_said_to(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(WRAPPINGS[name](STORY))
    article = read_one(path)
    source = path.read_bytes().decode("cp1252" if name.startswith("latin") else "utf-8")
    for at, character in enumerate(article.text):
        place = article.source_offset(at)
        if place is None:
            assert at < article.headline or character.isspace()
        elif not character.isspace():
            assert source[place] in {character, "&"}
    for block in article.excluded:
        assert all(word in source[block.start : block.end] for word in block.text.split())


@pytest.mark.shared
@pytest.mark.parametrize("name", WRAPPINGS)
def test_a_real_story_in_every_wrapping(tmp_path: Path, shared: Path, name: str) -> None:
    title, *paragraphs = (shared / "articles" / "asylum.txt").read_text(encoding="utf-8").strip().split("\n\n")
    story = Story(title, "2015-05-18", "Wikinews", "https://wikinews.example/asylum", tuple(paragraphs[1:]))
    path = tmp_path / name
    path.write_bytes(WRAPPINGS[name](story))
    assert read_one(path).text == f"{story.title}\n\n{story.body}"
