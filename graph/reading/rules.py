"""A user's own rules for single sources, which overrule those of this room.

A TOML file with a table for each source, named by its site ("paper.example"), its publisher or a pattern of file names:

    ["paper.example"]
    keep = ['Editorial']             # blocks that match stay
    cut = ['Paper exclusive:? .*']   # blocks that match go
    end = ['On PaperTV']             # the first block that matches goes, with everything below it
    keep_all = false                 # true: nothing is cut at all

Patterns are regular expressions for a whole block, in any case.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from urllib.parse import urlsplit

from graph.errors import SettingsError

BY_RULE = "cut by a rule of the source"
KEYS = ("keep", "cut", "end", "keep_all")


@dataclass(frozen=True, slots=True)
class SourceRules:
    """What a user rules for one source."""

    source: str
    keep: tuple[re.Pattern[str], ...] = ()
    cut: tuple[re.Pattern[str], ...] = ()
    end: tuple[re.Pattern[str], ...] = ()
    keep_all: bool = False

    def fits(self, identifier: str, publisher: str | None, url: str | None) -> bool:
        """Whether an article is from this source."""
        name, host = self.source.casefold(), site(url)
        by_name = name == (publisher or "").casefold() or fnmatch(identifier.partition("#")[0], self.source)
        return by_name or host == name or host.endswith(f".{name}")

    def verdicts(self, texts: Sequence[str]) -> Iterator[tuple[int, str | None]]:
        """The number of each block that is ruled about, with the reason to cut it, or None to keep it."""
        ended = False
        for number, text in enumerate(texts):
            ended = ended or _matches(self.end, text)
            if self.keep_all or _matches(self.keep, text):
                yield number, None
            elif ended or _matches(self.cut, text):
                yield number, BY_RULE


def _matches(patterns: Sequence[re.Pattern[str]], text: str) -> bool:
    return any(pattern.fullmatch(text) for pattern in patterns)


def site(url: str | None) -> str:
    """The host of a URL, lower case and without "www."; nothing where there is none.

    >>> site("https://www.Paper.example/a"), site("no URL"), site("http://[")
    ('paper.example', '', '')
    """
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def load_rules(path: Path) -> tuple[SourceRules, ...]:
    """The rules of a file. Raises SettingsError for what is no such file, naming the table, the key and the pattern."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: the file of source rules cannot be read ({error})") from error
    return tuple(_rules(path, source, table) for source, table in tables.items())


def _rules(path: Path, source: str, table: object) -> SourceRules:
    if not isinstance(table, dict) or set(table) - set(KEYS):
        raise SettingsError(f'{path}: the table "{source}" may have the keys {", ".join(KEYS)} and no others')
    patterns = {key: _patterns(path, source, table.get(key, [])) for key in KEYS[:3]}
    return SourceRules(source, keep_all=table.get("keep_all") is True, **patterns)


def _patterns(path: Path, source: str, patterns: object) -> tuple[re.Pattern[str], ...]:
    if not isinstance(patterns, list):
        raise SettingsError(f'{path}: in the table "{source}", keep, cut and end are lists of patterns')
    try:
        return tuple(re.compile(str(pattern), re.IGNORECASE) for pattern in patterns)
    except re.error as error:
        raise SettingsError(f'{path}: in the table "{source}": {error.pattern!r} is no pattern ({error})') from error
