"""GUM coreference: MUC (Vilain 1995), B-cubed (Bagga 1998), CEAF-e (Luo 2005) and their mean, without singletons.

A resolved pronoun is right when its gold cluster and its predicted one share another mention.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from types import ModuleType
from typing import Any

from graph.errors import SettingsError
from graph.evaluation.report import Figures, Report

PRONOUNS = frozenset(
    {"he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself"}
    | {"they", "them", "their", "theirs", "themselves", "who", "whom", "whose", "which"}
)
OPENING = re.compile(r"\(([^()]+)")
CLOSING = re.compile(r"(?:^|[()])([^()]+)\)")
"""Where two mentions end at one word, the first alone is read: so figures agree with the development scorer's."""
FARTHEST = 60
"""A word that is not found within so many characters is taken to stand where the last one ended."""

Place = tuple[int, int]
Cluster = frozenset[Place]


def from_conll(lines: Iterable[str], text: str) -> list[Cluster]:
    """Gold clusters of two or more mentions, as places in the text, from lines of number, word, brackets."""
    open_: dict[str, list[int]] = defaultdict(list)
    found: dict[str, set[Place]] = defaultdict(set)
    at = 0
    for number_word_brackets in lines:
        cells = number_word_brackets.rstrip("\n").split("\t")
        if len(cells) < 3:
            continue
        start = text.find(cells[1], at)
        start = at if start < 0 or start - at > FARTHEST else start
        at = start + len(cells[1])
        for name in OPENING.findall(cells[2]):
            open_[name].append(start)
        for name in CLOSING.findall(cells[2]):
            found[name].add((open_[name].pop(), at))
    return [frozenset(cluster) for cluster in found.values() if len(cluster) > 1]


def from_objects(objects: Iterable[Mapping[str, Any]]) -> list[Cluster]:
    """Predicted clusters from the objects that `extract` gives for one article."""
    found: dict[str, set[Place]] = defaultdict(set)
    for item in objects:
        if item["kind"] in {"mention", "reference"} and item["entity"]:
            found[item["entity"]["id"]].add((item["start"], item["end"]))
    return [frozenset(cluster) for cluster in found.values()]


def report(articles: Mapping[str, tuple[str, Sequence[Cluster], Sequence[Cluster]]]) -> Report:
    """CoNLL F1 with its parts, and the precision and recall of pronouns; (text, gold, predicted) by article."""
    sums = {name: _sums(text, gold, found) for name, (text, gold, found) in sorted(articles.items())}
    whole: Counter[str] = Counter()
    for counts in sums.values():
        whole.update(counts)
    return Report(_figures(whole) | {"articles": len(sums)}, {name: _figures(counts) for name, counts in sums.items()})


def _sums(text: str, gold: Sequence[Cluster], found: Sequence[Cluster]) -> Counter[str]:
    key = [_stripped(cluster, text) for cluster in gold]
    given = [_stripped(cluster, text) for cluster in found]
    sums = _pronouns(text, key, given)
    response = [cluster for cluster in given if len(cluster) > 1]
    for measure, links in (("muc", _links), ("b3", _shared)):
        for side, (left, right) in (("r", (key, response)), ("p", (response, key))):
            hits, all_ = links(left, right)
            sums.update({f"{measure} {side}": hits, f"{measure} {side} of": all_})
    similar = _best_pairing(key, response)
    sums.update({"ceafe r": similar, "ceafe p": similar, "ceafe r of": len(key), "ceafe p of": len(response)})
    return sums


def _stripped(cluster: Cluster, text: str) -> Cluster:
    """The mentions without a leading article and a possessive ending."""
    found = set()
    for start, end in cluster:
        start += 4 if text[start : start + 4].lower() == "the " else 0
        found.add((start, end - 2 if text[start:end].endswith(("'s", "’s")) else end))
    return frozenset(found)


def _links(key: Sequence[Cluster], response: Sequence[Cluster]) -> tuple[float, int]:
    where = {mention: number for number, cluster in enumerate(response) for mention in cluster}
    kept = sum(len(cluster) - len({where.get(m, m) for m in cluster}) for cluster in key)
    return kept, sum(len(cluster) - 1 for cluster in key)


def _shared(key: Sequence[Cluster], response: Sequence[Cluster]) -> tuple[float, int]:
    where = {mention: cluster for cluster in response for mention in cluster}
    hits = sum(len(cluster & where.get(m, frozenset())) / len(cluster) for cluster in key for m in cluster)
    return hits, sum(map(len, key))


def _best_pairing(key: Sequence[Cluster], response: Sequence[Cluster]) -> float:
    if not key or not response:
        return 0.0
    similar = [[2 * len(left & right) / (len(left) + len(right)) for right in response] for left in key]
    rows, columns = _optimize().linear_sum_assignment(similar, maximize=True)
    return float(sum(similar[i][j] for i, j in zip(rows, columns, strict=True)))


def _optimize() -> ModuleType:
    try:
        return import_module("scipy.optimize")
    except ImportError as error:
        raise SettingsError("coreference scores need scipy: pip install scipy (or 'newsgraph[test]')") from error


def _pronouns(text: str, key: Sequence[Cluster], given: Sequence[Cluster]) -> Counter[str]:
    of = {mention: cluster for cluster in key for mention in cluster}
    counts = Counter(pronouns=sum(_is_pronoun(text, mention) for cluster in key for mention in cluster))
    for cluster in given:
        for mention in cluster:
            if _is_pronoun(text, mention):
                counts["said"] += mention in of
                counts["right"] += bool((of.get(mention, frozenset()) & cluster) - {mention})
    return counts


def _is_pronoun(text: str, mention: Place) -> bool:
    return text[slice(*mention)].lower() in PRONOUNS


def _figures(sums: Counter[str]) -> Figures:
    parts = {measure: _harmonic(sums, measure) for measure in ("muc", "b3", "ceafe")}
    shown: Figures = {"conll": round(sum(parts.values()) / 3, 3)}
    shown |= {measure: round(value, 3) for measure, value in parts.items()}
    shown["pronoun_precision"] = round(_ratio(sums["right"], sums["said"]), 3)
    shown["pronoun_recall"] = round(_ratio(sums["right"], sums["pronouns"]), 3)
    return shown


def _harmonic(sums: Counter[str], measure: str) -> float:
    precision = _ratio(sums[f"{measure} p"], sums[f"{measure} p of"])
    recall = _ratio(sums[f"{measure} r"], sums[f"{measure} r of"])
    return _ratio(2 * precision * recall, precision + recall)


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
