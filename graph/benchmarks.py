"""Runs newsgraph on the benchmarks that it is measured by: a table of names and functions of a path."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph import facts, knowledge, language, reading
from graph.errors import InputError, NotFoundError
from graph.evaluation import carb, coreference, gold, names, plover
from graph.evaluation.report import Report
from graph.export.facts import objects
from graph.facts import clauses
from graph.model import Article

Objects = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Benchmark:
    """What a benchmark is, what its path is to hold, and the functions that read its data and measure with it."""

    title: str
    path: str
    read: Callable[[Path], Any]
    measure: Callable[[Any], Report]


def evaluate(benchmark: str, path: Path | str) -> Report:
    """The figures of newsgraph on a benchmark that lies at a path.

    Raises NotFoundError for an unknown benchmark, InputError where the path does not hold what it should.
    """
    if benchmark not in BENCHMARKS:
        raise NotFoundError(f"there is no benchmark {benchmark!r}; choose one of {', '.join(BENCHMARKS)}")
    found = BENCHMARKS[benchmark]
    try:
        data = found.read(Path(path))
    except OSError as error:
        raise InputError(str(path), f"{error.strerror or error}; {benchmark} needs {found.path}") from error
    except (LookupError, TypeError, ValueError) as error:
        raise InputError(str(path), f"is not in the format of {benchmark}, which needs {found.path}") from error
    return found.measure(data)


def _carb_rows(path: Path) -> list[str]:
    rows = _text(_file(path, "*.tsv")).splitlines()
    if not carb.from_gold(rows):
        raise ValueError("there is no tuple in the file")
    return rows


def _carb(rows: Sequence[str]) -> Report:
    sentences = dict.fromkeys(row.split("\t")[0] for row in rows if row)
    docs = language.lines(language.load(), sentences, tokenised=True)
    return carb.report(carb.from_gold(rows), carb.from_rows(row for doc in docs for row in clauses.rows(doc)))


def _plover_records(path: Path) -> list[plover.Record]:
    return plover.from_json(json.loads(_text(_file(path, "*.json"))))


def _plover(records: Sequence[plover.Record]) -> Report:
    return plover.report(records, list(_from_lines(record.text for record in records)))


def _named_sentences(path: Path) -> list[names.Sentence]:
    return list(names.from_iob2(_text(_file(path, "*.iob2")).splitlines()))


def _names(sentences: Sequence[names.Sentence]) -> Report:
    return names.report(sentences, list(_from_lines(sentence.text for sentence in sentences)))


def _clusters(path: Path) -> dict[Path, list[coreference.Cluster]]:
    keys = {file.stem.removeprefix("GUM_news_"): file for file in sorted(path.glob("*.conll"))}
    return {
        text: coreference.from_conll(_text(keys[name]).splitlines(), _text(text))
        for name, text in _texts(path, keys).items()
    }


def _coreference(keys: Mapping[Path, Sequence[coreference.Cluster]]) -> Report:
    docs = language.docs(language.load(), (article for file in keys for article in _articles(file)))
    found = [coreference.from_objects(objects(facts.part(doc))) for doc in docs]
    return coreference.report(
        {file.stem: (_text(file), key, given) for (file, key), given in zip(keys.items(), found, strict=True)}
    )


def _golds(path: Path) -> dict[Path, gold.Gold]:
    files = {file.stem: file for file in sorted(path.glob("*.json"))}
    return {text: gold.Gold(name, json.loads(_text(files[name]))) for name, text in _texts(path, files).items()}


def _gold(golds: Mapping[Path, gold.Gold]) -> Report:
    with tempfile.TemporaryDirectory() as folder:
        kg = knowledge.build(Path(folder) / "kg", [str(file) for file in golds])
        return gold.report(golds.values(), gold.Dataset(lambda query: kg.query(query).texts()))


def _from_lines(lines: Iterable[str]) -> Iterator[Objects]:
    """The objects of `extract --lines`, line by line."""
    for number, doc in enumerate(language.lines(language.load(), lines), start=1):
        yield list(objects(facts.part(doc), line=number))


def _articles(file: Path) -> Iterator[Article]:
    for article in reading.read(file):
        if isinstance(article, InputError):
            raise article
        yield article


def _file(path: Path, pattern: str) -> Path:
    """The file itself, or the only one of its kind in a folder."""
    if not path.is_dir():
        return path
    found = sorted(path.glob(pattern))
    if len(found) != 1:
        raise FileNotFoundError(f"there are {len(found)} files {pattern} in {path}; name one of them")
    return found[0]


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _texts(path: Path, names: Iterable[str]) -> dict[str, Path]:
    """The article NAME.txt of each name that has one: in the folder, or in one called "articles" in it or above it."""
    folders = (path, path / "articles", *(parent / "articles" for parent in path.resolve().parents[:2]))
    places = {name: [place for folder in folders if (place := folder / f"{name}.txt").is_file()] for name in names}
    if not any(places.values()):
        raise FileNotFoundError(f"there is no article NAME.txt in {' or '.join(map(str, folders))}")
    return {name: found[0] for name, found in places.items() if found}


BENCHMARKS: Mapping[str, Benchmark] = {
    "carb": Benchmark("open clauses (CaRB)", "a .tsv file of sentence, relation, arguments", _carb_rows, _carb),
    "plover": Benchmark("who did what to whom (PLOVER records)", "the .json file of records", _plover_records, _plover),
    "names": Benchmark(
        "names (Universal NER)", "an .iob2 file with # sent_id and # text lines", _named_sentences, _names
    ),
    "gum": Benchmark(
        "coreference (GUM)",
        "a folder of NAME.conll, with NAME.txt there or in an articles/ near it",
        _clusters,
        _coreference,
    ),
    "gold": Benchmark(
        "facts of whole articles",
        "a folder of NAME.json, with NAME.txt there or in an articles/ near it",
        _golds,
        _gold,
    ),
}
"""Every benchmark by the name that the command line knows it by."""
