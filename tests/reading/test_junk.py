"""Only the article: measured on a corpus of layouts, and on texts with nothing to remove."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from graph.model import Article
from graph.reading import read, read_text
from graph.reading.junk import junk
from graph.reading.lines import line_reason
from tests.reading.corpus import Case, Story, cases
from tests.reading.whole import WHOLE

MOST_DROPPED, MOST_LEFT = 0.005, 0.03
WHO = {
    "afghan": "Hamdullah Mohib",
    "asylum": "Najib Razak",
    "crane": "Mecca",
    "defector": "Daniel Montalvo",
    "election": "Eddie Chu",
    "expo": "Stan Lee",
    "imprisoned": "Valeska Paris",
    "korea": "North Korea",
    "lanterns": "Hau Lung-bin",
    "soccer": "Harry Kane",
    "stampede": "Jamarat Bridge",
    "worship": "Greek Ministry of Culture",
}
"""The stories that the corpus is built from, each with a name that its teasers use."""


def stories(folder: Path) -> list[Story]:
    found = []
    for name, who in WHO.items():
        title, *paragraphs = (folder / f"{name}.txt").read_text(encoding="utf-8").strip().split("\n\n")
        texts = [" ".join(text.split()) for text in paragraphs]
        # A pull quote that the story itself prints twice is junk, too.
        pull_quotes = {text for text in texts if any(text != other and text[:60] == other[:60] for other in texts[2:])}
        found.append(
            Story(name, title, tuple(text for text in texts if text not in pull_quotes or len(text) > 200), who)
        )
    return found


def errors(case: Case, path: Path) -> Counter[str]:
    path.write_text(case.text, encoding="utf-8")
    (article,) = read(path)
    assert isinstance(article, Article), article
    kept = article.text.split("\n\n")
    own = (case.story.title, *case.story.paragraphs)
    return Counter(
        paragraphs=len(own),
        dropped=sum(text not in kept for text in own),
        junk=len(case.junk),
        left=sum(" ".join(text.split()) in kept for text in case.junk),
    )


@pytest.mark.shared
def test_both_errors_stay_below_their_limits(shared: Path, tmp_path: Path) -> None:
    total: Counter[str] = Counter()
    worst: Counter[str] = Counter()
    for case in cases(stories(shared / "articles")[::3]):
        found = errors(case, tmp_path / case.file)
        total.update(found, cases=1)
        worst[case.file] = found["dropped"] + found["left"]
    assert total["cases"] >= 40
    assert total["dropped"] <= MOST_DROPPED * total["paragraphs"], worst.most_common(5)
    assert total["left"] <= MOST_LEFT * total["junk"], worst.most_common(5)


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("shape", ["\n\n", "\n"])
def test_nothing_is_dropped_from_a_whole_article(name: str, shape: str) -> None:
    article = read_text(shape.join(WHOLE[name]))
    assert article.text.split("\n\n") == list(WHOLE[name])


def test_what_is_cut_keeps_its_place_and_reason() -> None:
    text = "The board met.\n\nShare this article\n\nThe vote took nine rounds in all."
    article = read_text(text)
    (block,) = article.excluded
    assert (block.reason, text[block.start : block.end]) == ("share line", "Share this article")


def test_a_poisoned_text_takes_no_time() -> None:
    titles = [f"Mayor of Port Ellery number {number} visits the harbour" for number in range(5_000)]
    assert junk(["The board met on Monday evening.", *titles])
    assert len(junk(["The board met on Monday evening in the old hall by the sea."] * 5_000)) == 4_999


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Image caption, The minister opened the fair", "picture credit"),
        ("Do you have a story? Send us an SMS on 55555.", "subscription line"),
        ("Dana Moss is the paper's court correspondent. Follow her on X @dmoss.", "publication note"),
        # running text that begins like these
        ("Do you have a plan, the minister asked, and got no answer.", None),
        ("Dana Moss is the paper's court correspondent in Oslo.", None),
        ("Images of the fair were shown in Oslo.", None),
    ],
)
def test_lines_that_say_themselves_that_they_are_no_text(line: str, reason: str | None) -> None:
    assert line_reason(line) == reason
