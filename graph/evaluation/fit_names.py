"""Fits what the clues to a name's type speak for: python -m graph.evaluation.fit_names UNER.iob2 GOLD ARTICLES OUT

UNER.iob2 is a file of Universal NER, GOLD a folder of gold facts and ARTICLES one of their texts; the passages of
newspapers.txt beside this file are read as well. Prints figures that are cross-validated by document, then writes to
OUT what graph/language/weights.toml may become: the clues below its line "Too rare to fit" keep the weights that are
set there by hand. A log-linear model with a ridge penalty.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from graph import language
from graph.evaluation import names as benchmark
from graph.language import kinds
from graph.language.boundaries import Name
from graph.language.names import candidates
from graph.language.own import own_clues
from graph.language.words import Words, words_of
from graph.model import ENTITY_TYPES, Article, article_id

if TYPE_CHECKING:
    from spacy.language import Language

WEIGHTS = Path(language.__file__).with_name("weights.toml")
PASSAGES = Path(__file__).with_name("newspapers.txt")
BY_HAND = "\n# Too rare to fit"
TYPES = ("Person", "Organization", "Place", kinds.NONE)
LANDS = frozenset({"place:country", "place:capital", "place:city", "place:region"})
"""Clues of a place: that such a name stands for a state or a team here and there is not learnt."""
DOCUMENT = 6
"""So many characters of a sentence's identifier are its document's."""
RAREST, RIDGE, FOLDS, LEAST = 3, 1.0, 5, 0.1

Floats = NDArray[np.float64]
Weights = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Example:
    """One candidate for a name: its document (None: never tested on), its clues, and its type in the gold data."""

    document: str | None
    clues: tuple[str, ...]
    type: str

    @property
    def target(self) -> str:
        """The type to learn."""
        return "Place" if self.type == "Organization" and not LANDS.isdisjoint(self.clues) else self.type


def from_sentences(nlp: Language, sentences: Sequence[benchmark.Sentence]) -> Iterator[Example]:
    """The candidates in the sentences of Universal NER; those that cross a gold name's edges are left out."""
    kinds_of = {short: type_ for type_, short in benchmark.TYPES.items()}
    docs = language.lines(nlp, [sentence.text for sentence in sentences])
    for sentence, doc in zip(sentences, docs, strict=True):
        gold = {text: kinds_of[kind] for text, kind in sentence.names}
        words = words_of(doc)
        for name in entities(words):
            text = words.slice(name.start, name.end)
            if text in gold or not any(text in other or other in text for other in gold):
                yield Example(sentence.identifier[:DOCUMENT], clues_of(words, name, {}), gold.get(text, kinds.NONE))


def from_articles(nlp: Language, gold: Path, texts: Path) -> Iterator[Example]:
    """Each named thing of the gold articles once, at its first place."""
    for path in sorted(gold.glob("*.json")):
        text = (texts / path.name).with_suffix(".txt").read_text(encoding="utf-8")
        listed = json.loads(path.read_text(encoding="utf-8"))["entities"]
        types = {name.removeprefix("the "): thing["type"] for thing in listed for name in thing["names"]}
        (doc,) = language.docs(nlp, [Article(article_id(text), path.name, text)])
        words, seen = words_of(doc), set()
        shown = company_of(words)
        for name in entities(words):
            key = kinds.key_of(words, name)
            if key in types and key not in seen:
                seen.add(key)
                yield Example(None, clues_of(words, name, shown), types[key] if types[key] in TYPES else kinds.NONE)


def from_passages(nlp: Language, passages: Sequence[benchmark.Passage]) -> Iterator[Example]:
    """The candidates in marked passages; those that cross a gold name's edges are left out."""
    articles = [Article(article_id(passage.text), passage.heading, passage.text) for passage in passages]
    for passage, doc in zip(passages, language.docs(nlp, articles), strict=True):
        gold = {(start, end): type_ for start, end, type_ in passage.names}
        words = words_of(doc)
        shown = company_of(words)
        for name in entities(words):
            start, end = words.start[name.start], words.end(name.end - 1)
            if (start, end) in gold or all(end <= other[0] or other[1] <= start for other in gold):
                yield Example(passage.heading, clues_of(words, name, shown), gold.get((start, end), kinds.NONE))


def entities(words: Words) -> Iterator[Name]:
    """The candidates that may name a thing."""
    return (name for name in candidates(words) if name.type in ENTITY_TYPES)


def company_of(words: Words) -> dict[str, str]:
    """What the other names of a text show of each of its candidates."""
    places: dict[str, list[Name]] = defaultdict(list)
    for name in entities(words):
        places[kinds.key_of(words, name)].append(name)
    return kinds.company(words, places)


def clues_of(words: Words, name: Name, shown: Mapping[str, str]) -> tuple[str, ...]:
    """All clues of one place of a name."""
    key = kinds.key_of(words, name)
    beside = [shown[key]] if key in shown else []
    return ("bias", *own_clues(key), *beside, *kinds.clues(words, name, shown.get(key)))


def fit(examples: Sequence[Example], by_hand: Weights) -> Weights:
    """What every clue that is frequent enough speaks for."""
    counts = Counter(clue for example in examples for clue in example.clues)
    clues = sorted(clue for clue, count in counts.items() if count >= RAREST and clue not in by_hand)
    matrix = np.array([[clue in example.clues for clue in clues] for example in examples], dtype=np.float64)
    given = np.array([scores(example, by_hand) for example in examples])
    wanted = np.array([[example.target == type_ for type_ in TYPES] for example in examples], dtype=np.float64)
    fitted = _log_linear(matrix, given, wanted)
    return {clue: dict(zip(TYPES, row, strict=True)) for clue, row in zip(clues, fitted.tolist(), strict=True)}


def scores(example: Example, weights: Weights) -> list[float]:
    """How much speaks for each type."""
    told = [weights[clue] for clue in example.clues if clue in weights]
    return [sum(row.get(type_, 0.0) for row in told) for type_ in TYPES]


def cross_validated(examples: Sequence[Example], by_hand: Weights, names: int) -> dict[str, float]:
    """The figures over so many gold names when each document is judged with weights that it had no part in."""
    counts: Counter[str] = Counter()
    for fold in range(FOLDS):
        held = [e for e in examples if e.document is not None and crc32(e.document.encode()) % FOLDS == fold]
        kept = {id(example) for example in held}
        weights = fit([example for example in examples if id(example) not in kept], by_hand) | by_hand
        for example in held:
            best = TYPES[int(np.argmax(scores(example, weights)))]
            counts.update(given=best != kinds.NONE, hits=best == example.type != kinds.NONE)
    hits, given = counts["hits"], counts["given"]
    return {"f1": 2 * hits / (given + names), "precision": hits / given, "recall": hits / names}


def _log_linear(matrix: Floats, given: Floats, wanted: Floats) -> Floats:
    """The weights that make the wanted types most likely on top of the given scores, about zero for each clue."""
    shape = (matrix.shape[1], wanted.shape[1])

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(shape)
        raised = np.exp((total := given + matrix @ weights) - total.max(axis=1, keepdims=True))
        chance = raised / raised.sum(axis=1, keepdims=True)
        value = -np.log((chance * wanted).sum(axis=1) + 1e-12).sum() + RIDGE / 2 * (flat**2).sum()
        return float(value), (matrix.T @ (chance - wanted) + RIDGE * weights).ravel()

    minimize = import_module("scipy.optimize").minimize
    found = minimize(loss, np.zeros(shape[0] * shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    weights: Floats = found.x.reshape(shape)
    centred: Floats = weights - weights.mean(axis=1, keepdims=True)
    return centred


def written(weights: Weights) -> Iterator[str]:
    """The lines of a table of weights; those that hardly speak are left out."""
    for clue in sorted(weights):
        told = [f"{type_} = {value:.1f}" for type_, value in weights[clue].items() if abs(value) >= LEAST]
        if told:
            yield f'"{clue}" = {{ {", ".join(told)} }}\n'


def read(paths: Sequence[str]) -> tuple[list[Example], int]:
    """The examples of all data, and how many names the sentences hold."""
    nlp = language.load()
    nlp.disable_pipe("newsgraph")
    with Path(paths[0]).open(encoding="utf-8") as lines:
        sentences = list(benchmark.from_iob2(lines))
    with PASSAGES.open(encoding="utf-8") as lines:
        passages = list(benchmark.from_marked(lines))
    examples = [*from_sentences(nlp, sentences), *from_articles(nlp, Path(paths[1]), Path(paths[2]))]
    examples += from_passages(nlp, passages)
    return examples, sum(s.names.total() for s in sentences) + sum(len(passage.names) for passage in passages)


def main(paths: Sequence[str]) -> None:
    """Fits to the development data, prints cross-validated figures and writes the table of weights."""
    fitted, mark, rest = WEIGHTS.read_text(encoding="utf-8").partition(BY_HAND)
    by_hand: Weights = tomllib.loads(mark + rest)
    examples, names = read(paths)
    shown: Mapping[str, float] = cross_validated(examples, by_hand, names)
    sys.stdout.write("".join(f"{name}\t{value:.3f}\n" for name, value in shown.items()))
    head: Iterable[str] = (line for line in fitted.splitlines(keepends=True) if line.startswith("#"))
    table = "".join([*head, "\n", *written(fit(examples, by_hand))])
    Path(paths[3]).write_text(table + mark + rest, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
