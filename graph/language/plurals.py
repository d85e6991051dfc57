"""Plurals that stand for several named things: "the two countries", "both", "they" behind "Ghana and Togo signed"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graph.language import lexicon
from graph.language.coordinated import groups
from graph.language.nominals import is_a, sort_of
from graph.language.phrases import Below, head_of, modifiers, right_edge
from graph.language.pronouns import SUBJECTS, co_argument, kinds
from graph.language.threads import BODY, PEOPLE, PERSON, Story, Thread
from graph.language.words import Words

Heads = tuple[int, ...]
"""The heads of the names of several things, in order."""
ALONE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
POINTING = frozenset({"the", "these", "those"})


@dataclass(frozen=True, slots=True)
class Plural:
    """A plural at a token: how many things it says they are (None: several), and which things it may stand for."""

    head: int
    count: int | None
    fits: Callable[[Thread], bool]


def plurals(words: Words, story: Story, below: Below) -> dict[int, Heads]:
    """The names, by their heads, that each plural stands for; where more than one reading fits, none."""
    found = dict(shared(words, story))
    told = [*found.items(), *((heads[0], heads) for heads in coordinations(words, story, below))]
    for plural in mentions(words, below):
        thread = story.at.get(plural.head)
        earlier = [r.head for r in thread.references if r.head < plural.head] if thread else []
        if thread is None or not (thread.named or earlier):
            heads = antecedent(words, story, told, plural)
        else:
            heads = next((found[head] for head in earlier if head in found), None)
        if heads:
            found[plural.head] = heads
            told.append((plural.head, heads))
    return found


def shared(words: Words, story: Story) -> Iterator[tuple[int, Heads]]:
    """For names that share a word ("Ministries of Finance and Trade"): whatever the parse hangs on, all of them."""
    for names in groups(words, words.doc._.names):
        inside = range(names[0].start, names[-1].end)
        heads = tuple(head for name in names if (head := head_of(words, name)) in story.at)
        if len(heads) == len(names):
            yield from ((top, heads) for top in inside if words.head[top] not in inside or words.head[top] == top)


def coordinations(words: Words, story: Story, below: Below) -> Iterator[Heads]:
    """The names of one type that "and" joins, each a thing of its own."""
    for index in sorted(story.at):
        if words.dep[index] == "conj":
            continue
        heads = tuple(conjuncts(words, below, index))
        if len(heads) < 2:
            continue
        joins = {words.lower[child] for head in heads for child in below[head] if words.dep[child] == "cc"}
        if joins == {"and"} and are_apart([story.at.get(head) for head in heads]):
            yield heads


def are_apart(threads: list[Thread | None]) -> bool:
    """Whether the threads are of named things of one type, none of them twice."""
    named = [thread for thread in threads if thread is not None and thread.named]
    return len(named) == len(threads) == len({id(thread) for thread in named}) and len({t.type for t in named}) == 1


def conjuncts(words: Words, below: Below, head: int) -> Iterator[int]:
    """A token and what is coordinated with it."""
    yield head
    for child in below[head]:
        if words.dep[child] == "conj":
            yield from conjuncts(words, below, child)


def mentions(words: Words, below: Below) -> Iterator[Plural]:
    """The plurals that point back: counted or "both" with a noun or by themselves, pairs, and "they"."""
    for index, tag in enumerate(words.tag):
        if tag == "PRP" and kinds().get(words.lower[index]) == "p":
            yield Plural(index, None, lambda thread: True)
        elif tag == "NNS" and (count := count_of(words, below, index)):
            yield Plural(index, count, is_kind(words, words.lemma[index]))
        elif is_alone(words, below, index):
            yield Plural(index, number_of(words.lower[index]), lambda thread: True)


def count_of(words: Words, below: Below, head: int) -> int | None:
    """How many things a noun phrase with nothing but a count points back to: "the two sides", "both countries"."""
    before = {words.lower[child] for child in below[head] if child < head}
    counts = [count for word in before if (count := number_of(word))]
    pointing = not POINTING.isdisjoint(before) or "both" in before
    narrowed = [word for word in modifiers(words, below, head) if number_of(word) is None]
    if len(counts) != 1 or not pointing or narrowed or right_edge(words, below, head) != head:
        return None
    return counts[0]


def number_of(word: str) -> int | None:
    """The number of things that a word says: "two", "both", "pair"."""
    counts: dict[str, int] = lexicon.knowledge("coreference")["counts"]
    return counts.get(word)


def is_alone(words: Words, below: Below, index: int) -> bool:
    """Whether a count stands for the things by itself: "the two left", "both agreed", "the pair"."""
    if number_of(words.lower[index]) is None or words.dep[index] not in ALONE:
        return False
    children = [words.lower[child] for child in below[index]]
    return children == ["the"] or (words.lower[index] == "both" and not children)


def is_kind(words: Words, noun: str) -> Callable[[Thread], bool]:
    """Whether a named thing can be one of several that the noun names."""

    def fits(thread: Thread) -> bool:
        if noun in lexicon.knowledge("coreference")["general"]["any"]:
            return thread.sort != PEOPLE
        sort = sort_of(noun)
        if sort == PERSON:
            return thread.sort == PERSON
        return is_a(words, thread, noun) or (sort == BODY and thread.sort == BODY and noun in thread.nouns)

    return fits


def antecedent(words: Words, story: Story, told: list[tuple[int, Heads]], plural: Plural) -> Heads | None:
    """The one group of names, told of in the same or the sentence before, that a plural can stand for."""
    fitting = [heads for at, heads in told if is_near(words, at, heads, plural) and may_be(story, heads, plural)]
    things = {frozenset(id(story.at[head]) for head in heads) for heads in fitting}
    if len(things) != 1 or (plural.count is None and rivals(words, story, fitting[-1], plural.head)):
        return None
    return fitting[-1]


def is_near(words: Words, at: int, heads: Heads, plural: Plural) -> bool:
    """Whether a group stands close before a plural and can be meant from there; "they" asks for a subject."""
    index = plural.head
    if not (heads[-1] < index and at < index and words.sentence[index] - words.sentence[at] <= 1):
        return False
    itself = co_argument(words, index) in {at, *heads}
    return not itself and (plural.count is not None or words.dep[at] in SUBJECTS)


def may_be(story: Story, heads: Heads, plural: Plural) -> bool:
    """Whether a group is as many as said, all of the kind that is meant."""
    return plural.count in {None, len(heads)} and all(plural.fits(story.at[head]) for head in heads)


def rivals(words: Words, story: Story, heads: Heads, index: int) -> bool:
    """Whether "they" may as well be others told of in the same sentences."""
    first = max(words.sentence[heads[0]], words.sentence[index] - 1)
    return any(
        (thread.plural or thread.sort in {PEOPLE, BODY}) and not any(story.at[head] is thread for head in heads)
        for thread in story.threads
        for reference in thread.references
        if reference.head < index and words.sentence[reference.head] >= first
    )
