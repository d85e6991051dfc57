"""Described things: noun phrases that refer back to a name or to one another, or stand beside what they describe."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from graph.language import lexicon
from graph.language.phrases import Below, left_edge, modifiers, right_edge
from graph.language.threads import BODY, PEOPLE, PERSON, THING, Reference, Story, Thread
from graph.language.words import Words

NOUNS = frozenset({"NN", "NNS"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
OPEN = frozenset({"any", "no", "every", "each", "neither", "either"})
"""Determiners of what nothing refers back to."""
NEAR = 3
"""Sentences over which a general noun ("the company") looks back for its name."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: where it stands, its head's lemma, what narrows it, and how it is determined."""

    reference: Reference
    lemma: str
    narrowed: frozenset[str]
    definite: bool
    open: bool
    plural: bool


def nominals(words: Words, story: Story, below: Below) -> None:
    """Takes the article's described things into the story."""
    note_titles(words, story)
    named = {index for name in words.doc._.names for index in range(name.start, name.end)}
    described: dict[str, list[Thread]] = defaultdict(list)
    for head, tag in enumerate(words.tag):
        if tag not in NOUNS or head in named or words.dep[head] == "compound" or is_of_time(words, head):
            continue
        phrase = phrase_of(words, below, head)
        thread = beside(words, story, head, phrase) or (antecedent(words, story, described, phrase))
        if thread:
            story.join(thread, phrase.reference)
        else:
            note_predicate(words, story, below, phrase)
            thread = described_thread(phrase)
            story.open(thread)
            if not phrase.open:
                described[phrase.lemma].append(thread)


def described_names(words: Words, story: Story, below: Below) -> None:
    """Adds the whole phrases of people's names that nouns describe to chains: "English defender Kyle Walker"."""
    for thread in story.threads:
        if thread.sort != PERSON or len(thread.references) < 2:
            continue
        for name in [reference for reference in thread.references if reference.kind == "name"]:
            start = left_edge(below, name.head)
            if words.lower[start] in lexicon.words("names", "leading"):
                start += 1
            if any(words.tag[index].startswith("NN") for index in range(start, name.start)):
                thread.references.append(Reference(start, name.end, name.head, "nominal"))


def phrase_of(words: Words, below: Below, head: int) -> Phrase:
    """The noun phrase of a head."""
    start, end = left_edge(below, head), right_edge(words, below, head) + 1
    return Phrase(
        Reference(start, end, head, "nominal"),
        words.lemma[head],
        frozenset(modifiers(words, below, head)),
        any(words.lower[child] in DEFINITE for child in below[head]),
        any(words.lower[child] in OPEN for child in below[head]),
        words.tag[head] == "NNS",
    )


def is_of_time(words: Words, head: int) -> bool:
    """Whether a noun is a stretch of time, which nothing refers back to as a thing."""
    return words.lemma[head] in lexicon.words("coreference", "times")


def note_titles(words: Words, story: Story) -> None:
    """Notes the nouns that titles and descriptions before a name give it: "minister", "team member"."""
    for thread in story.threads:
        if thread.type != "Person":
            thread.nouns.update(word for word in thread.words if is_body_noun(word))
            continue
        for reference in thread.references:
            before = words.lower[reference.start - 1] if reference.start else ""
            if before in lexicon.words("coreference", "people") or before in lexicon.words("titles", "offices"):
                thread.nouns.add(before)


def is_body_noun(word: str) -> bool:
    """Whether a word names a kind of body or place that "the X" may refer back to."""
    return word in lexicon.words("coreference", "bodies") or word in lexicon.words("coreference", "kinds")


def beside(words: Words, story: Story, head: int, phrase: Phrase) -> Thread | None:
    """The named thing that a noun phrase stands beside in apposition."""
    thread = story.at.get(words.head[head]) if words.dep[head] == "appos" else None
    if thread is None or not thread.named or not suits(thread, phrase):
        return None
    thread.nouns.add(phrase.lemma)
    return thread


def suits(thread: Thread, phrase: Phrase) -> bool:
    """Whether a description can be of a named thing: a person for a person, and so on."""
    sort = sort_of(phrase.lemma)
    if thread.sort == PERSON:
        return sort == PERSON and not phrase.plural
    return sort != PERSON and (thread.sort != BODY or sort == BODY)


def note_predicate(words: Words, story: Story, below: Below, phrase: Phrase) -> None:
    """Notes the noun that a name is said to be ("Silva is the coach"), without making it a reference."""
    head = phrase.reference.head
    if words.dep[head] != "attr":
        return
    for child in below[words.head[head]]:
        thread = story.at.get(child)
        if words.dep[child] == "nsubj" and thread and thread.named and suits(thread, phrase):
            thread.nouns.add(phrase.lemma)


def antecedent(words: Words, story: Story, described: dict[str, list[Thread]], phrase: Phrase) -> Thread | None:
    """What a definite noun phrase refers back to: a name that is called so, an earlier phrase, or the one name near."""
    if not phrase.definite:
        return None
    called = [
        thread
        for thread in story.threads
        if thread.named
        and phrase.lemma in thread.nouns
        and phrase.narrowed <= thread.words
        and stands_before(thread, phrase)
    ]
    same = [thread for thread in described[phrase.lemma] if thread.plural == phrase.plural and narrows(thread, phrase)]
    if len(called) == 1 and not phrase.plural:
        return called[0]
    if same:
        return same[-1]
    if len(called) > 1 or phrase.narrowed or phrase.plural:
        return None
    return near_name(words, story, phrase)


def narrows(thread: Thread, phrase: Phrase) -> bool:
    """Whether an earlier description holds all that the later one says."""
    return phrase.narrowed <= thread.words


def stands_before(thread: Thread, phrase: Phrase) -> bool:
    """Whether a thread has been mentioned before the phrase."""
    return any(reference.start < phrase.reference.start for reference in thread.references)


def near_name(words: Words, story: Story, phrase: Phrase) -> Thread | None:
    """The one named thing of the noun's kind in the sentences just before: "the company", "the country"."""
    here = words.sentence[phrase.reference.head]
    found = [
        thread
        for thread in story.threads
        if thread.named
        and is_a(words, thread, phrase.lemma)
        and any(
            reference.start < phrase.reference.start and here - words.sentence[reference.head] <= NEAR
            for reference in thread.references
        )
    ]
    return found[0] if len(found) == 1 else None


def is_a(words: Words, thread: Thread, noun: str) -> bool:
    """Whether a named thing is of the general kind that a noun says."""
    kinds = lexicon.knowledge("coreference")["general"]
    if noun in kinds["body"]:
        return thread.type == "Organization"
    first = next((reference for reference in thread.references if reference.kind == "name"), None)
    if thread.type != "Place" or first is None:
        return False
    name = lexicon.fold(first.full or words.slice(first.start, first.end))
    if noun in kinds["country"]:
        return name in lexicon.countries()
    return noun in kinds["city"] and name in lexicon.cities() and name not in lexicon.countries()


def sort_of(lemma: str) -> str:
    """What a noun's things are to pronouns."""
    if lemma in lexicon.words("coreference", "people"):
        return PERSON
    if lemma in lexicon.words("coreference", "bodies"):
        return BODY
    return PEOPLE if lemma in lexicon.words("coreference", "crowds") else THING


def described_thread(phrase: Phrase) -> Thread:
    """A new thread of something described."""
    sort = sort_of(phrase.lemma)
    people = lexicon.knowledge("coreference")["people"]
    gender = next((key[0] for key in ("male", "female") if phrase.lemma in people[key]), None)
    return Thread(
        "Thing" if sort == THING else "Participant",
        [phrase.reference],
        sort,
        gender=None if phrase.plural else gender,
        plural=phrase.plural or sort == PEOPLE,
        nouns={phrase.lemma},
        words=set(phrase.narrowed),
    )
