"""Gender, number and sort: which pronouns fit a thread."""

from __future__ import annotations

from functools import cache

from graph.language import lexicon
from graph.language.binding import SUBJECTS
from graph.language.threads import BODY, PEOPLE, PERSON, THING, Reference, Thread
from graph.language.words import Words

PLURAL_VERBS = frozenset({"are", "were", "have"})


@cache
def kinds() -> dict[str, str]:
    """Third-person pronouns with "m", "f", "n" or "p"."""
    listed = lexicon.knowledge("coreference")["pronouns"]
    return {word: key[0] for key in ("male", "female", "neuter", "plural") for word in listed[key]}


def agrees(words: Words, thread: Thread, kind: str) -> bool:
    """Whether gender and number of a thread allow the pronoun."""
    if kind in {"m", "f"}:
        return thread.sort == PERSON and not thread.plural and thread.gender in {kind, None}
    if kind == "n":
        either = not thread.named and not thread.nouns.isdisjoint(lexicon.words("coreference", "either"))
        return (either or thread.sort not in {PERSON, PEOPLE}) and not thread.plural
    if thread.sort == BODY and thread.many is None:
        thread.many = is_many(words, thread) or None
    return thread.plural or thread.sort == PEOPLE or (thread.sort == BODY and thread.many is not False)


def is_many(words: Words, thread: Thread) -> bool:
    """Whether a body is spoken of in the plural: "the team", "Rovers", "the club are"."""
    crowd = thread.nouns & lexicon.words("coreference", "many")
    return bool(crowd) or any(has_plural(words, reference) for reference in thread.references)


def has_plural(words: Words, reference: Reference) -> bool:
    """Whether a mention is a plural by its ending or its verb."""
    head = reference.head
    if words.tag[head] in {"NNPS", "NNS"}:
        return True
    verb = words.head[head] if words.dep[head] in SUBJECTS else head
    return any(words.lower[index] in PLURAL_VERBS for index in range(head + 1, verb + 1))


def learn(thread: Thread, kind: str) -> None:
    """Notes what a pronoun shows of its thread: the gender, or whether a body is many."""
    if kind in {"m", "f"}:
        thread.gender = kind
    elif thread.many is None:
        thread.many = kind == "p"


def is_loose(thing: object) -> bool:
    """Whether a thing is a body that nothing shows to be spoken of in the plural."""
    return isinstance(thing, Thread) and thing.sort == BODY and not (thing.many or thing.plural)


def is_mindless(thread: Thread) -> bool:
    """Whether a thread is of things that neither speak nor think."""
    return is_thing(thread) and thread.nouns.isdisjoint(lexicon.words("coreference", "texts"))


def is_thing(thread: Thread) -> bool:
    """Whether a thread is of nobody, and no place that may stand for people."""
    return thread.sort == THING and not thread.named


def is_unknown(thread: Thread) -> bool:
    """Whether nothing but one word in capitals speaks for a person."""
    return thread.named and thread.gender is None and not thread.nouns and len(thread.words) < 2
