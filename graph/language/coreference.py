"""Chains: everything in an article that refers to one thing. What cannot be told apart stays unresolved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from graph.language import lexicon
from graph.language.aliases import alias_groups
from graph.language.boundaries import Name
from graph.language.names import entity_names
from graph.language.nominals import described_names, nominals
from graph.language.phrases import children, head_of
from graph.language.pronouns import pronouns
from graph.language.speakers import first_persons
from graph.language.threads import SORTS, THING, Reference, Story, Thread
from graph.language.words import Words
from graph.model import Chain, Mention, Span


@dataclass(frozen=True, slots=True)
class Resolved:
    """The chains in order of first mention, the chain of each token that refers, and what plurals stand for."""

    chains: tuple[Chain, ...]
    chain_at: dict[int, str]
    parts_of: dict[int, tuple[int, ...]]


def resolve(words: Words) -> Resolved:
    """What refers to what in an article."""
    below = children(words)
    story = Story(words, below)
    names = [name for name in entity_names(words.doc._.names) if not is_adjective(words, name)]
    for group in alias_groups(words, names):
        story.open(thread_of(words, group))
    nominals(words, story, below)
    pronouns(story)
    first_persons(words, story)
    described_names(words, story, below)
    kept = [thread for thread in story.threads if thread.named or len(thread.references) > 1]
    kept.sort(key=lambda thread: min(reference.start for reference in thread.references))
    numbers = {id(thread): f"c{number}" for number, thread in enumerate(kept, 1)}
    chains = tuple(chain_of(words, numbers[id(thread)], thread) for thread in kept)
    chain_at = {token: numbers[id(thread)] for token, thread in story.at.items() if id(thread) in numbers}
    return Resolved(chains, chain_at, story.groups)


def is_adjective(words: Words, name: Name) -> bool:
    """Whether a people's name only says what kind of thing another is ("the Greek court"), or which person is meant
    ("the Russian said"): no people is referred to."""
    last = name.end - 1
    if name.type != "Group":
        return False
    kind = words.tag[last] in {"JJ", "NNP"} and words.dep[last] in {"amod", "compound", "nmod"}
    return kind or is_one_of_a_people(words, name)


def is_one_of_a_people(words: Words, name: Name) -> bool:
    """Whether a people's name behind "the" is one person's, as no name of a whole people ends: "the Russian"."""
    last = name.end - 1
    alone = last == name.start and words.dep[last] in {"nsubj", "nsubjpass", "dobj", "pobj"}
    before = words.lower[last - 1] if last else ""
    one = words.lower[last].endswith(tuple(lexicon.words("coreference", "singular")))
    return alone and one and before in {"the", "a", "an"} and lexicon.fold(words.text[last]) in lexicon.nationalities()


def thread_of(words: Words, names: list[Name]) -> Thread:
    """The thread that the names of one thing begin."""
    type_ = names[0].type
    references = [
        Reference(name.start, name.end, head_of(words, name), "name", honorific=name.honorific, full=name.full)
        for name in names
    ]
    return Thread(
        type_,
        references,
        SORTS.get(type_, THING),
        gender=gender_of(words, names),
        plural=type_ == "Group" and words.tag[names[0].end - 1] == "NNPS",
        named=True,
        words={word for name in names for word in words_in(words, name)},
    )


def words_in(words: Words, name: Name) -> list[str]:
    """The lower-case words of a name."""
    return name.full.lower().split() if name.full else words.lower[name.start : name.end]


def gender_of(words: Words, names: list[Name]) -> str | None:
    """The gender that a person's titles or else first name imply."""
    if names[0].type != "Person":
        return None
    titled = {name.gender for name in names if name.gender}
    if titled:
        return titled.pop() if len(titled) == 1 else None
    full = max(names, key=lambda name: name.end - name.start)
    if full.end - full.start < 2:
        return None
    gender = lexicon.given_names().get(lexicon.fold(words.text[full.start]))
    return gender if gender in {"m", "f"} else None


def chain_of(words: Words, id_: str, thread: Thread) -> Chain:
    """The Chain of a finished thread."""
    article = words.doc._.article.id
    ordered = sorted(thread.references, key=lambda reference: (reference.start, reference.end))
    mentions = tuple(
        Mention(
            Span(article, words.start[reference.start], words.end(reference.end - 1)),
            reference.kind,
            thread.type,
            words.text[reference.head],
            reference.honorific,
        )
        for reference in ordered
    )
    written = Counter(r.full or words.slice(r.start, r.end) for r in ordered if r.kind == "name")
    honorific = next((reference.honorific for reference in ordered if reference.honorific), None)
    return Chain(id_, thread.type, mentions, best_first(written), honorific, thread.gender)


def best_first(written: Counter[str]) -> tuple[str, ...]:
    """The names, best first: full names before short ones, then the most frequent, the longest, code-point order."""
    return tuple(
        sorted(
            written,
            key=lambda name: (is_short(name, written), is_loud(name, written), -written[name], -len(name), name),
        )
    )


def is_short(name: str, others: Iterable[str]) -> bool:
    """Whether another of the names spells this one out."""
    return any(other != name and len(other.split()) > len(name.split()) for other in others) and len(name.split()) < 2


def is_loud(name: str, others: Iterable[str]) -> bool:
    """Whether another of the names writes this one without capitals throughout."""
    return name.isupper() and any(other != name and other.casefold() == name.casefold() for other in others)
