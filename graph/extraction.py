"""The facts of some texts without a store: reading → language → facts, and no further."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import InputError
from graph.model import Article, Fact

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Options:
    """How texts are read: the default publication date, lines as sentences, words split already, the model's name;
    and whether reasons are wanted."""

    date: str | None = None
    lines: bool = False
    tokenised: bool = False
    model: str | None = None
    why: bool = False


def extract(text: str, *, date: str | None = None, model: str | None = None) -> list[Fact]:
    """The facts of one text, kind by kind: events, positions, relations, claims.

    `date` is its publication date (YYYY-MM-DD), against which "yesterday" is resolved.
    """
    from graph import facts, language, reading

    article = reading.read_text(text, date=date)
    [doc] = language.docs(language.load(model), [article])
    return list(facts.part(doc).facts())


def objects(files: Iterable[str], options: Options) -> Iterator[str | InputError]:
    """One line of JSON for every mention, reference and fact; with `why` also for every sentence: what was stopped."""
    for number, doc in enumerate(_docs(files, options), start=1):
        if isinstance(doc, InputError):
            yield doc
            continue
        for found in _objects(doc, line=number if options.lines else None, why=options.why):
            yield json.dumps(found, ensure_ascii=False)


def _objects(doc: Doc, *, line: int | None, why: bool) -> Iterator[dict[str, Any]]:
    from graph import facts
    from graph.export.facts import objects, reasons
    from graph.facts.why import why as reasons_of

    part = facts.part(doc)
    yield from objects(part, line=line)
    if why:
        yield from reasons(part, reasons_of(doc, part), line=line)


def rows(files: Iterable[str], options: Options) -> Iterator[str | InputError]:
    """One tab-separated line for every open clause: sentence, confidence, relation, arguments."""
    from graph.facts import clauses

    for doc in _docs(files, options):
        if isinstance(doc, InputError):
            yield doc
        else:
            yield from clauses.rows(doc)


def _docs(files: Iterable[str], options: Options) -> Iterator[Doc | InputError]:
    from graph import language

    nlp = language.load(options.model)
    for file in files:
        if options.lines or options.tokenised:
            yield from language.lines(nlp, _lines(file), tokenised=options.tokenised)
            continue
        for article in _articles(file, options):
            if isinstance(article, InputError):
                yield article
            else:
                yield from language.docs(nlp, [article])


def _articles(file: str, options: Options) -> Iterator[Article | InputError]:
    from graph import reading

    try:
        if file == "-":
            yield reading.read_text(sys.stdin.read(), date=options.date)
            return
        for path in reading.find_inputs([file]):
            if isinstance(path, InputError):
                yield path
            else:
                yield from reading.read(path, date=options.date)
    except InputError as error:
        yield error


def _lines(file: str) -> list[str]:
    text = sys.stdin.read() if file == "-" else _text(Path(file))
    return text.removesuffix("\n").split("\n")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise InputError(str(path), "there is no such file") from error
    except UnicodeDecodeError as error:
        raise InputError(str(path), f"is not UTF-8 at byte {error.start}; save it as UTF-8") from error
    except OSError as error:
        raise InputError(str(path), error.strerror or "cannot be read") from error
