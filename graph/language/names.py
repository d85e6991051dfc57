"""Names: the model's entities repaired, with one decision for each name and article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Span as TokenSpan

from graph.language import kinds
from graph.language.boundaries import Name, added, pieces, tidied
from graph.language.words import Words
from graph.model import ENTITY_TYPES

LABELS = {
    "PERSON": "Person",
    "ORG": "Organization",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Place",
    "NORP": "Group",
    "EVENT": "Event",
    "PRODUCT": "Product",
    "WORK_OF_ART": "Work",
    "LAW": "Law",
    "DATE": "Date",
    "TIME": "Date",
    "MONEY": "Money",
    "QUANTITY": "Quantity",
    "PERCENT": "Quantity",
}
"""The model's labels in our types; the others (counts, ordinals, languages) are no names."""


def repair(words: Words) -> tuple[Name, ...]:
    """The Doc's names in order, with types decided for the whole article; sets `doc.ents` to them."""
    proposed = [name for span in model_names(words) for name in pieces(words, span)]
    named = [name for name in (tidied(words, name) for name in proposed) if name]
    everything = without_overlaps([*named, *added(words, named)])
    decided = kinds.decide(words, everything)
    complete = without_overlaps([*decided, *kinds.repeated(words, decided)])
    words.doc.ents = [TokenSpan(words.doc, name.start, name.end, label=name.type) for name in complete]
    return tuple(complete)


def model_names(words: Words) -> Iterator[Name]:
    """What the model takes for names, in our types."""
    for ent in words.doc.ents:
        if ent.label_ in LABELS:
            yield Name(ent.start, ent.end, LABELS[ent.label_])


def without_overlaps(names: Iterable[Name]) -> list[Name]:
    """The names in text order; of two that overlap the earlier given stays."""
    taken: set[int] = set()
    kept: list[Name] = []
    for name in names:
        if taken.isdisjoint(range(name.start, name.end)):
            taken.update(range(name.start, name.end))
            kept.append(name)
    return sorted(kept, key=lambda name: name.start)


def entity_names(names: Iterable[Name]) -> list[Name]:
    """The names of things that become entities: no dates, sums and measures."""
    return [name for name in names if name.type in ENTITY_TYPES]
