"""Pass 2: what changed among the articles becomes what changes in the graph.

The result is a function of the articles alone: an article's own triples follow from its part and from what its chains
were merged into; triples that several articles may state stand for as long as one of them does; and entities are
resolved over every member that shares a key, through others too, with one that came, went or changed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from pyoxigraph import NamedNode, Store

from graph import identity, rdf
from graph.model import Member
from graph.rdf import Description, Resolved
from graph.store import deciding, disk, index, loading
from graph.store.changes import (
    Change,
    Fetch,
    Unmapped,
    Version,
    changes,
    everything,
    folded_version,
    load_part,
    note_folded,
)
from graph.store.components import touching
from graph.store.counts import totals
from graph.store.deciding import Guidance
from graph.store.generations import Draft
from graph.store.happening import happen
from graph.store.happening import take as take_occurrences
from graph.store.merging import Merged, changed_entities, mapping, merge
from graph.store.records import Place, Source
from graph.store.settings import Settings, rules
from graph.store.tallies import Tallies
from graph.vocabulary import Minter

HAPPENED = ("occurrences", "occurrence_keys", "links", "happenings")
MERGED = ("members", "keys", "decision_keys", "entities", "pairs", "rejected")
FOLDED = ("folded", "supports", "shared", "topics", "unmapped", *MERGED, *HAPPENED)
"""The tables that say what the graph was made from."""


@dataclass(frozen=True, slots=True)
class Folding:
    """What every step of a fold reads: statements that are `rejected` now stay out, those that `were` did."""

    db: sqlite3.Connection
    fetch: Fetch
    minter: Minter
    planned: Mapping[str, Change]
    rejected: frozenset[str] = frozenset()
    were: frozenset[str] = frozenset()


def fold(draft: Draft, fetch: Fetch, settings: Settings, guidance: Guidance | None = None) -> bool:
    """Brings a draft's graph up to its index and to people's decisions; says whether anything was to do."""
    guidance = guidance or Guidance()
    planned = changes(draft.db, settings.digest)
    anew = _anew(draft, len(planned))
    if not planned and not anew and not deciding.are_news(draft.db, guidance.decisions):
        return False
    draft.write()
    if anew:
        draft.cut_off()
        planned = _from_nothing(draft.db, planned)
    index.put(draft.db, "rules", rules("graph"))
    store = draft.open_store(fresh=anew)
    folding = Folding(draft.db, fetch, Minter(settings.base), {change.article: change for change in planned})
    _apply(store, folding, guidance, anew=anew)
    store.flush()
    return True


def _anew(draft: Draft, planned: int) -> bool:
    """Says whether to start from an empty graph: none is there, other rules made it, or most of it changes."""
    if draft.previous is None or index.get(draft.db, "rules") != rules("graph"):
        return True
    articles = totals(draft.db)["articles"]
    return planned > max(articles // 2, 8)


def _from_nothing(db: sqlite3.Connection, planned: list[Change]) -> list[Change]:
    """Forgets what the graph was made from; gives the changes that make it from nothing."""
    whole = everything(db, planned)
    for table in FOLDED:
        db.execute(f"DELETE FROM {table}")
    return whole


def _apply(store: Store, folding: Folding, guidance: Guidance, *, anew: bool) -> None:
    found = ((change.article, _members(folding, change)) for change in folding.planned.values())
    merged = merge(folding.db, found, guidance)
    rejections = deciding.take_rejections(folding.db, store, merged.settled)
    folding = replace(folding, rejected=rejections.now, were=rejections.before)
    for article in list(rejections.touched(folding.db)):
        merged.mappings.setdefault(article, mapping(folding.db, article))
    tallies = Tallies(folding.db, anew)
    with touching(folding.db):
        if anew:
            loading.load(store, _everything(store, folding, merged, tallies))
        else:
            loading.change(store, _differences(folding, merged, tallies))
            for change in folding.planned.values():
                if change.new is None:
                    store.remove_graph(NamedNode(folding.minter.article(change.article)))
    deciding.note(folding.db, guidance.decisions, merged.settled)


def _members(folding: Folding, change: Change) -> tuple[Member, ...]:
    if change.new is None:
        return ()
    part = load_part(folding.db, folding.fetch, change.new)
    return tuple(identity.members(part, folding.minter).values())


def _everything(store: Store, folding: Folding, merged: Merged, tallies: Tallies) -> Iterator[Iterable[str]]:
    """Every quad of a graph that starts empty, in groups; those of an article are one."""
    articles = {folding.minter.article(article): article for article in merged.mappings}
    for iri in loading.as_kept(store, articles):
        _, added = _rewrite(folding, merged, tallies, articles[iri])
        yield added
    for _, entity in changed_entities(folding.db):
        yield rdf.entity_lines(entity, folding.minter) if entity else ()
    yield from ((quad,) for quad in tallies.added())
    for happening in happen(folding.db, partial(_copies, folding)).after:
        yield rdf.happening_lines(happening, folding.minter)


def _differences(folding: Folding, merged: Merged, tallies: Tallies) -> Iterator[tuple[set[str], set[str]]]:
    """What goes and what comes, step by step: entities, each article's own, and what articles state together."""
    for was, now in changed_entities(folding.db):
        yield rdf.entity_changes(was, now, folding.minter)
    for article in sorted(merged.mappings):
        yield _rewrite(folding, merged, tallies, article)
    yield set(tallies.removed()), set(tallies.added())
    happened = happen(folding.db, partial(_copies, folding))
    before = {quad for happening in happened.before for quad in rdf.happening_lines(happening, folding.minter)}
    after = {quad for happening in happened.after for quad in rdf.happening_lines(happening, folding.minter)}
    yield before - after, after - before


def _copies(folding: Folding, articles: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Which of some articles are near copies of one another."""
    from graph.reading.duplicates import near_copies, signature

    sources = {article: folding.fetch(_place(folding.db, article)) for article in sorted(articles)}
    texts = {article: found.article.text for article, found in sources.items() if isinstance(found, Source)}
    return ((left, right) for left, right, _ in near_copies({id_: signature(text) for id_, text in texts.items()}))


def _place(db: sqlite3.Connection, article: str) -> Place:
    version = folded_version(db, article)
    if version is None:
        raise LookupError(f"the article {article} has events and is not in the graph")
    return version.place


def _rewrite(folding: Folding, merged: Merged, tallies: Tallies, article: str) -> tuple[set[str], set[str]]:
    """The quads of its own that an article loses and gains; its share in what several say is counted anew."""
    disk.step("fold article")
    change = folding.planned.get(article)
    if change is None:
        version = folded_version(folding.db, article)
        change = Change(article, old=version, new=version)
    old, _ = _described(folding, change.old, merged.mappings[article], folding.were)
    new, unmapped = _described(folding, change.new, mapping(folding.db, article), folding.rejected)
    tallies.replace(article, new)
    take_occurrences(folding.db, article, new.happened if new else ())
    note_folded(folding.db, change, new.counts if new else (), unmapped)
    before, after = set(old.quads if old else ()), set(new.quads if new else ())
    return (before - after, after - before) if before else (before, after)


def _described(
    folding: Folding, version: Version | None, resolved: Mapping[str, Resolved], rejected: frozenset[str]
) -> tuple[Description | None, Unmapped]:
    """The description of an article's version, and the verbs that it has no events for."""
    if version is None:
        return None, ()
    part = load_part(folding.db, folding.fetch, version)
    return rdf.describe(part, resolved, folding.minter, rejected), part.unmapped
