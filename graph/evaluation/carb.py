"""CaRB (Bhardwaj et al., EMNLP 2019): open extractions of sentences against what people wrote down.

A gold tuple takes its best recall over all predictions; a prediction is paired with at most one gold tuple, greedily
by precision; the figure is the best F1 over confidences, with the area under the precision-recall curve beside it.
A prediction that uses a word more often than its sentence does is left out, and three guards show padding.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from graph.evaluation.report import Figures, Report, share

BE = frozenset({"be", "is", "am", "are", "was", "were", "been", "being"})
HAVE = frozenset({"have", "has", "had"})
REPORTING = ("said", "told", "added", "adds", "says")
ESCAPES = ("-LRB-", "-RRB-", "-LSB-", "-RSB-", "-LCB-", "-RCB-")


@dataclass(frozen=True)
class Extraction:
    """A relation with its arguments, the subject first; gold has confidence 1."""

    relation: str
    arguments: tuple[str, ...]
    confidence: float = 1.0

    @cached_property
    def parts(self) -> tuple[list[str], ...]:
        """The words of the relation, of the first argument and of all others together."""
        return self.relation.split(), self.arguments[0].split(), " ".join(self.arguments[1:]).split()

    @property
    def words(self) -> list[str]:
        """All its words."""
        return f"{self.relation} {' '.join(self.arguments)}".split()


def key(sentence: str) -> str:
    """A sentence by its letters and digits alone, whatever its tokenisation.

    >>> key("It -LRB- the firm -RRB- grew .") == key("It (the firm) grew.")
    True
    """
    for escape in ESCAPES:
        sentence = sentence.replace(escape, "")
    return "".join(filter(str.isalnum, sentence))


def from_gold(lines: Iterable[str]) -> dict[str, list[Extraction]]:
    """Gold tuples by sentence, from rows of sentence, relation, arguments."""
    found: dict[str, list[Extraction]] = defaultdict(list)
    for cells in _cells(lines, at_least=3):
        found[key(cells[0])].append(Extraction(cells[1], _arguments(cells[2:])))
    return dict(found)


def from_rows(lines: Iterable[str]) -> dict[str, list[Extraction]]:
    """Predictions by sentence, from rows of sentence, confidence, relation, arguments."""
    found: dict[str, list[Extraction]] = defaultdict(list)
    for cells in _cells(lines, at_least=5):
        extraction = Extraction(cells[2], _arguments(cells[3:]), float(cells[1]))
        if _is_honest(extraction, cells[0]):
            found[key(cells[0])].append(extraction)
    return dict(found)


def figures(gold: Mapping[str, list[Extraction]], found: Mapping[str, list[Extraction]]) -> dict[str, float]:
    """Best F1 with its precision and recall, the area, precision and recall of everything, and the guards."""
    curve = _curve(gold, found)
    if not curve:
        return dict.fromkeys(("f1", "precision", "recall", "auc", "precision_all", "recall_all"), 0.0)
    f1, (precision, recall) = max(((_f1(p, r), (p, r)) for p, r in curve), key=lambda best: best[0])
    points = [*curve, (1.0, 0.0)]
    area = sum((r1 - r2) * (p1 + p2) / 2 for (p1, r1), (p2, r2) in pairwise(points))
    shown = {"f1": f1, "precision": precision, "recall": recall, "auc": abs(area)}
    return shown | {"precision_all": curve[0][0], "recall_all": curve[0][1]} | _guards(gold, found)


def report(gold: Mapping[str, list[Extraction]], found: Mapping[str, list[Extraction]]) -> Report:
    """The figures, and the recall of everything for each kind of relation: bare "is", bare "has", any other."""
    kinds: dict[str, list[float]] = defaultdict(list)
    for sentence, wanted in gold.items():
        for extraction in wanted:
            recall = max((match(extraction, other)[1] for other in found.get(sentence, [])), default=0.0)
            kinds[_kind(extraction)].append(recall)
    shown: Figures = {name: round(value, 3) for name, value in figures(gold, found).items()}
    return Report(
        shown | {"sentences": len(gold)},
        {kind: {"recall_all": share(sum(of), len(of)), "tuples": len(of)} for kind, of in sorted(kinds.items())},
    )


def match(gold: Extraction, predicted: Extraction) -> tuple[float, float]:
    """Precision and recall of a prediction's words against a gold tuple; of reporting, the arguments may be swapped.

    >>> match(Extraction("met", ("Ada", "Bo")), Extraction("met", ("Ada", "Bo in May")))
    (0.6, 1.0)
    """
    straight = _match(gold, predicted)
    if len(predicted.arguments) < 2 or not any(word in gold.relation for word in REPORTING):
        return straight
    swapped = (" ".join(predicted.arguments[1:]), predicted.arguments[0])
    return max(straight, _match(gold, Extraction(predicted.relation, swapped)))


def paired(precisions: Sequence[Sequence[float]], use: Iterable[int]) -> dict[int, float]:
    """The precision of each prediction in use that gets a gold tuple of its own; best pairs go first."""
    rows, columns, found = set(range(len(precisions))), sorted(use), dict[int, float]()
    while rows and columns:
        row, column = max(((i, j) for i in sorted(rows) for j in columns), key=lambda at: precisions[at[0]][at[1]])
        found[column] = precisions[row][column]
        rows.discard(row)
        columns.remove(column)
    return found


@dataclass(slots=True)
class _Sums:
    """What a threshold keeps: sums of precision over predictions and of recall over gold tuples."""

    precision: float = 0.0
    predictions: int = 0
    recall: float = 0.0
    gold: int = 0


def _curve(gold: Mapping[str, list[Extraction]], found: Mapping[str, list[Extraction]]) -> list[tuple[float, float]]:
    """(precision, recall) at every confidence, from the lowest."""
    thresholds = sorted({extraction.confidence for rows in found.values() for extraction in rows})
    sums = [_Sums() for _ in thresholds]
    for sentence, wanted in gold.items():
        _add(sums, thresholds, wanted, found.get(sentence, []))
    return [(_share(s.precision, s.predictions, 1.0), _share(s.recall, s.gold, 0.0)) for s in sums]


def _add(sums: list[_Sums], thresholds: list[float], gold: list[Extraction], found: list[Extraction]) -> None:
    table = [[match(wanted, extraction) for extraction in found] for wanted in gold]
    precisions = [[precision for precision, _ in row] for row in table]
    steps = {c: [j for j, e in enumerate(found) if e.confidence >= c] for c in {e.confidence for e in found}}
    done = {
        c: (
            sum(paired(precisions, use).values()),
            len(use),
            sum(max(row[j][1] for j in use) for row in table),
        )
        for c, use in steps.items()
    }
    own = sorted(done)
    for threshold, total in zip(thresholds, sums, strict=True):
        step = next((c for c in own if c >= threshold), None)
        precision, predictions, recall = done[step] if step is not None else (0.0, 0, 0.0)
        total.precision += precision
        total.predictions += predictions
        total.recall += recall
        total.gold += len(gold)


def _match(gold: Extraction, predicted: Extraction) -> tuple[float, float]:
    if not gold.arguments or not predicted.arguments or len(gold.arguments) > 1 == len(predicted.arguments):
        return 0.0, 0.0
    compared = min(3, len(gold.arguments) + 1)
    hits = [_common(g, p) for g, p in zip(gold.parts[:compared], predicted.parts, strict=False)]
    left = Counter(predicted.parts[0]) - Counter(gold.parts[0])
    hits[0] += left["be"] > 0 and bool(BE & set(gold.parts[0]))
    if not hits[0]:
        return 0.0, 0.0
    size = sum(map(len, predicted.parts[:compared])), sum(map(len, gold.parts[:compared]))
    return sum(hits) / size[0], sum(hits) / size[1]


def _kind(extraction: Extraction) -> str:
    word = extraction.relation.strip()
    return "is" if word in BE else "has" if word in HAVE else "other"


def _common(left: list[str], right: list[str]) -> int:
    return (Counter(left) & Counter(right)).total()


def _is_honest(extraction: Extraction, sentence: str) -> bool:
    have = Counter(sentence.split())
    return not any(count > have[word] > 0 for word, count in Counter(extraction.words).items())


def _guards(gold: Mapping[str, list[Extraction]], found: Mapping[str, list[Extraction]]) -> dict[str, float]:
    wanted = [len(extraction.words) for rows in gold.values() for extraction in rows]
    given = [len(extraction.words) for sentence in gold for extraction in found.get(sentence, [])]
    mean = sum(given) / max(1, len(given))
    return {"length_ratio": mean / (sum(wanted) / len(wanted)), "count_ratio": len(given) / len(wanted)}


def _cells(lines: Iterable[str], *, at_least: int) -> Iterable[list[str]]:
    rows = (line.rstrip("\n").split("\t") for line in lines)
    return (cells for cells in rows if len(cells) >= at_least)


def _arguments(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(cell for cell in cells if cell.strip())


def _share(part: float, whole: int, empty: float) -> float:
    return part / whole if whole else empty


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
