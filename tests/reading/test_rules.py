"""A user's rules for a source overrule what is junk."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import SettingsError
from graph.model import Article
from graph.reading import load_rules, read

TEXT = (
    "The harbour board met on Monday and chose its chairwoman.\n\nShare this article\n\nPaper exclusive: a look inside"
    "\n\nThe vote took nine rounds in all.\n\nOn PaperTV\n\nA programme about boats follows at nine."
)


def kept(folder: Path, rules: str) -> list[str]:
    (folder / "news.txt").write_text(TEXT, encoding="utf-8")
    (folder / "rules.toml").write_text(rules, encoding="utf-8")
    (article,) = read(folder / "news.txt", rules=load_rules(folder / "rules.toml"))
    assert isinstance(article, Article)
    return article.text.split("\n\n")


def test_rules_cut_and_keep(tmp_path: Path) -> None:
    rules = "['news*']\nkeep = ['share this.*']\ncut = ['paper exclusive:.*']\nend = ['On PaperTV']"
    assert kept(tmp_path, rules) == [
        "The harbour board met on Monday and chose its chairwoman.",
        "Share this article",
        "The vote took nine rounds in all.",
    ]


def test_a_source_is_kept_whole(tmp_path: Path) -> None:
    assert kept(tmp_path, "['news.txt']\nkeep_all = true") == TEXT.split("\n\n")


def test_other_sources_are_untouched(tmp_path: Path) -> None:
    assert "Share this article" not in kept(tmp_path, "['paper.example']\nkeep_all = true")


@pytest.mark.parametrize(
    ("rules", "named"),
    [
        ("x = ", "cannot be read"),
        ("[a]\nkip = []", '"a" may have'),
        ("[a]\ncut = ['(']", "no pattern"),
        ("a = 1", '"a"'),
    ],
)
def test_bad_rules_are_named(tmp_path: Path, rules: str, named: str) -> None:
    (tmp_path / "rules.toml").write_text(rules, encoding="utf-8")
    with pytest.raises(SettingsError, match=named):
        load_rules(tmp_path / "rules.toml")
