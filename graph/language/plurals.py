"""Plurals that stand for several named things: "the two countries", "both", "they" behind "Ghana and Togo signed"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graph.language import lexicon
from graph.language.binding import OBJECTS, SUBJECTS, subject_of
from graph.language.coordinated import groups
from graph.language.nominals import is_a, sort_of
from graph.language.phrases import Below, head_of, modifiers, right_edge
from graph.language.threads import BODY, PEOPLE, PERSON, THING, Heads, Story, Thread
from graph.language.words import Words

ALONE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
POINTING = frozenset({"the", "these", "those"})


@dataclass(frozen=True, slots=True)
class Plural:
    """A counted plural at a token: how many things it says they are, and which things it may stand for."""

    head: int
    count: int
    fits: Callable[[Thread], bool]


def shared(words: Words, story: Story) -> Iterator[tuple[int, Heads]]:
    """For names that share a word ("Ministries of Finance and Trade"): whatever the parse hangs on, all of them."""
    for names in groups(words, words.doc._.names):
        inside = range(names[0].start, names[-1].end)
        heads = tuple(head for name in names if (head := head_of(words, name)) in story.at)
        if len(heads) == len(names):
            yield from ((top, heads) for top in inside if words.head[top] not in inside or words.head[top] == top)


def coordinations(words: Words, story: Story, below: Below) -> Iterator[Heads]:
    """What "and" joins where every part refers to something, by their heads."""
    for index in sorted(story.at):
        if words.dep[index] != "conj" and (heads := coordination(words, story, below, index)):
            yield heads


def coordination(words: Words, story: Story, below: Below, index: int) -> Heads | None:
    """The heads of what "and" joins with a token, where all of them refer to different things of one sort."""
    heads = tuple(conjuncts(words, below, index))
    if len(heads) < 2 or any(head not in story.at for head in heads):
        return None
    threads = [story.at[head] for head in heads]
    joins = {words.lower[child] for head in heads for child in below[head] if words.dep[child] == "cc"}
    alike = len({thread.sort == THING for thread in threads if not thread.named}) < 2
    apart = len({id(thread) for thread in threads}) == len(threads)
    return heads if joins <= {"and", "both"} and "and" in joins and alike and apart else None


def meetings(words: Words, story: Story, below: Below) -> Iterator[Heads]:
    """Two people that a verb brings together: "Silva met Novak", "Silva is married to Novak"."""
    together = lexicon.words("coreference", "together")
    for verb, lemma in enumerate(words.lemma):
        if lemma in together:
            clause = words.head[verb] if words.dep[verb] == "acomp" else verb
            subject = next((child for child in below[clause] if words.dep[child] in SUBJECTS), None)
            other = next(with_whom(words, below, verb), None)
            if subject is not None and other is not None and are_people(story, subject, other):
                yield subject, other


def with_whom(words: Words, below: Below, verb: int) -> Iterator[int]:
    """The objects of a verb, and of its "with" and "to"."""
    for child in below[verb]:
        if words.dep[child] == "dobj":
            yield child
        if words.lower[child] in {"with", "to"}:
            yield from (inner for inner in below[child] if words.dep[inner] == "pobj")


def are_people(story: Story, *heads: int) -> bool:
    """Whether all tokens refer to one person each."""
    threads = [story.at.get(head) for head in heads]
    return all(thread is not None and thread.sort == PERSON and not thread.plural for thread in threads)


def are_apart(threads: list[Thread]) -> bool:
    """Whether the threads are of named things of one type, none of them twice."""
    named = all(thread.named for thread in threads) and len({id(thread) for thread in threads}) == len(threads)
    types = {thread.type for thread in threads}
    return named and (len(types) == 1 or types <= {"Organization", "Place"})


def conjuncts(words: Words, below: Below, head: int) -> Iterator[int]:
    """A token and what is coordinated with it."""
    yield head
    for child in below[head]:
        if words.dep[child] == "conj":
            yield from conjuncts(words, below, child)


def counted(words: Words, below: Below) -> Iterator[Plural]:
    """The counted plurals that point back: with a noun, by themselves, "both", pairs."""
    numbers = lexicon.knowledge("coreference")["counts"]
    for index, tag in enumerate(words.tag):
        if tag == "NNS" and (count := count_of(words, below, index)):
            yield Plural(index, count, is_kind(words, words.lemma[index]))
        elif words.lower[index] in numbers and is_alone(words, below, index):
            yield Plural(index, number_of(words.lower[index]) or 0, lambda thread: True)


def count_of(words: Words, below: Below, head: int) -> int | None:
    """How many things a noun phrase with nothing but a count points back to: "the two sides", "both countries"."""
    before = {words.lower[child] for child in below[head] if child < head}
    counts = [count for word in before if (count := number_of(word))]
    if len(counts) != 1 or (POINTING.isdisjoint(before) and "both" not in before):
        return None
    narrowed = any(number_of(word) is None for word in modifiers(words, below, head))
    return None if narrowed or right_edge(words, below, head) != head else counts[0]


def number_of(word: str) -> int | None:
    """The number of things that a word says: "two", "both", "pair"."""
    counts: dict[str, int] = lexicon.knowledge("coreference")["counts"]
    return counts.get(word)


def is_alone(words: Words, below: Below, index: int) -> bool:
    """Whether a count stands for the things by itself: "the two left", "both agreed", "the pair"."""
    if words.dep[index] not in ALONE:
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


def group_before(words: Words, story: Story, below: Below, plural: Plural) -> Heads | None:
    """The one group of names, told of in the same or the sentence before, that a counted plural can stand for."""
    near = [heads for at, heads in story.told if is_near(words, below, (at, *heads), plural.head)]
    fitting = [heads for heads in near if len(heads) == plural.count and fits(story, heads, plural)]
    things = {frozenset(id(story.at[head]) for head in heads) for heads in fitting}
    return fitting[-1] if len(things) == 1 else None


def fits(story: Story, heads: Heads, plural: Plural) -> bool:
    """Whether all of a group are named things of the kind that is meant."""
    threads = [story.at[head] for head in heads]
    return are_apart(threads) and all(plural.fits(thread) for thread in threads)


def is_near(words: Words, below: Below, group: Heads, index: int) -> bool:
    """Whether a group stands close before a plural and is no other argument of its verb."""
    if max(group) >= index or words.sentence[index] - words.sentence[group[0]] > 1:
        return False
    verb = words.head[index]
    if words.dep[index] == "pobj":
        verb = words.head[verb]
    return words.dep[index] not in OBJECTS or subject_of(words, below, verb) not in group
