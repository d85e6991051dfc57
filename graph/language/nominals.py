"""Described things: noun phrases that refer back to a name or to one another, or stand beside what they describe."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from graph.language import lexicon
from graph.language.phrases import Below, left_edge, modifiers, right_edge
from graph.language.threads import BODY, PEOPLE, PERSON, THING, Reference, Story, Thread
from graph.language.words import Words

NOUNS = frozenset({"NN", "NNS"})
PLURALS = frozenset({"NNS", "NNPS"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
OPEN = frozenset({"any", "no", "every", "each", "neither", "either"})
"""Determiners of what nothing refers back to."""
PREPOSITIONS = frozenset({"of", "for", "on", "in", "at", "to", "and"})
RELATIVES = frozenset({"who", "whom", "whose", "that", "which"})
CLOSING = frozenset({",", ".", ";", ":"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
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
    some = lexicon.words("coreference", "several")
    for head, tag in enumerate(words.tag):
        if (tag == "CD" or words.lower[head] in some) and is_several(words, below, head):
            story.open(several(words, below, head))
            story.parts.update(inner for child in below[head] for inner in below[child])
            continue
        if tag[:1] != "N" or not is_noun(words, head, tag) or head in named or is_no_reference(words, below, head):
            continue
        phrase = phrase_of(words, below, head)
        if (thread := called_before(words, story, below, phrase)) is not None:
            describe(thread, phrase)
            continue
        thread = beside(words, story, below, phrase) or antecedent(words, story, described, phrase)
        if thread:
            story.join(thread, phrase.reference)
        else:
            note_predicate(words, story, below, phrase)
            if not phrase.open:
                thread = described_thread(phrase)
                story.open(thread)
                described[phrase.lemma].append(thread)


def is_noun(words: Words, head: int, tag: str) -> bool:
    """Whether a token is a noun, also one in small letters or at a sentence start that the tagger takes for a name."""
    first = head == 0 or words.sentence[head] != words.sentence[head - 1]
    return tag in NOUNS or (tag == "NNP" and words.text[head].islower()) or (tag == "NNPS" and first)


def is_several(words: Words, below: Below, head: int) -> bool:
    """Whether a number or "many" by itself says how many of some: "two of the students", "several were hurt"."""
    if words.dep[head] not in ARGUMENTS:
        return False
    free = words.dep[head] != "pobj" and words.lower[head] != "one"
    return free or any(words.lower[child] == "of" for child in below[head])


def several(words: Words, below: Below, head: int) -> Thread:
    """A new thread of some of many."""
    of = [inner for child in below[head] if words.lower[child] == "of" for inner in below[child]]
    sort = next((sort_of(words.lemma[inner]) for inner in of if words.tag[inner] in NOUNS), PEOPLE)
    reference = Reference(left_edge(below, head), right_edge(words, below, head) + 1, head, "nominal")
    plural = words.lower[head] != "one"
    return Thread("Thing" if sort == THING else "Participant", [reference], sort, plural=plural)


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
        words.lower[head].removesuffix("s") if words.tag[head] == "NNPS" else words.lemma[head].lower(),
        frozenset(modifiers(words, below, head)),
        any(words.lower[child] in DEFINITE for child in below[head]),
        any(words.lower[child] in OPEN for child in below[head]),
        words.tag[head] in PLURALS,
    )


def is_no_reference(words: Words, below: Below, head: int) -> bool:
    """Whether nothing refers back to a noun: a stretch of time, a part of another, or what its own subject is."""
    if words.dep[head] == "compound" or words.lemma[head] in lexicon.words("coreference", "times"):
        return True
    return any(words.dep[child] in {"nsubj", "nsubjpass"} for child in below[head])


def note_titles(words: Words, story: Story) -> None:
    """Notes the nouns that titles, descriptions before a name and names of bodies give them: "minister", "ministry"."""
    for thread in story.threads:
        for reference in thread.references:
            if thread.type == "Person":
                note_title(thread, words.lower[reference.start - 1] if reference.start else "")
            else:
                thread.nouns.update(filter(is_body_noun, head_nouns(words.lower[reference.start : reference.end])))


def note_title(thread: Thread, before: str) -> None:
    """Notes the word before a person's name where it is a title or a noun for a person."""
    if before in lexicon.words("coreference", "people") or before in lexicon.words("titles", "offices"):
        thread.nouns.add(before)
        thread.gender = thread.gender or gender_of(before)


def head_nouns(name: list[str]) -> tuple[str, ...]:
    """The words of a name that may say what it names: its last word, and the one before its first preposition.

    >>> head_nouns(["ministry", "of", "health"]), head_nouns(["taipei", "city", "festival"])
    (('ministry', 'health'), ('festival',))
    """
    before = next((name[at - 1] for at, word in enumerate(name) if at and word in PREPOSITIONS), name[-1])
    return (before, name[-1]) if before != name[-1] else (before,)


def is_body_noun(word: str) -> bool:
    """Whether a word names a kind of body or place that "the X" may refer back to."""
    return word in lexicon.words("coreference", "bodies") or word in lexicon.words("coreference", "kinds")


def beside(words: Words, story: Story, below: Below, phrase: Phrase) -> Thread | None:
    """The named thing that a noun phrase stands beside in apposition: "Joy Obi, a lawyer", "her lawyer, Joy Obi"."""
    head = phrase.reference.head
    before = [words.head[head]] if words.dep[head] == "appos" else []
    for other in (*before, *(child for child in below[head] if words.dep[child] == "appos")):
        thread = story.at.get(other)
        if thread is not None and thread.named and suits(thread, phrase):
            describe(thread, phrase)
            return thread
    return apposed(words, story, phrase)


def called_before(words: Words, story: Story, below: Below, phrase: Phrase) -> Thread | None:
    """The person whose full name stands straight before what it becomes: "named Professor Joy Obi dean"."""
    head = phrase.reference.head
    thread = story.at.get(head - 1)
    if thread is None or not thread.named or thread.sort != PERSON or story.at.get(head - 2) is not thread:
        return None
    free = not any(words.tag[child] in {"DT", "PRP$"} or words.dep[child] == "case" for child in below[head])
    return thread if free and suits(thread, phrase) else None


def apposed(words: Words, story: Story, phrase: Phrase) -> Thread | None:
    """The person whose name stands between commas straight behind a noun, whatever the parse makes of it."""
    comma = phrase.reference.end
    if comma + 1 >= len(words) or words.text[comma] != ",":
        return None
    thread = story.at.get(comma + 1)
    if thread is None or thread.sort != PERSON or not thread.named or not suits(thread, phrase):
        return None
    end = comma + 1
    while story.at.get(end) is thread:
        end += 1
    if end < len(words) and words.text[end] in CLOSING:
        describe(thread, phrase)
        return thread
    return None


def describe(thread: Thread, phrase: Phrase) -> None:
    """Notes what a noun says of a named thing."""
    thread.nouns.add(phrase.lemma)
    if thread.sort == PERSON and thread.gender is None:
        thread.gender = gender_of(phrase.lemma)


def gender_of(noun: str) -> str | None:
    """The gender that a noun for a person implies."""
    people = lexicon.knowledge("coreference")["people"]
    return next((key[0] for key in ("male", "female") if noun in people[key]), None)


def suits(thread: Thread, phrase: Phrase) -> bool:
    """Whether a description can be of a named thing: a person for a person, and so on."""
    sort = sort_of(phrase.lemma)
    if thread.sort == PERSON:
        return sort == PERSON and not phrase.plural
    return sort == BODY if thread.sort == BODY else sort == THING or thread.type not in {"Place", "Group"}


def note_predicate(words: Words, story: Story, below: Below, phrase: Phrase) -> None:
    """Notes the noun that a name is said to be ("Silva is the coach"), without making it a reference."""
    head = phrase.reference.head
    if words.dep[head] != "attr":
        return
    for child in below[words.head[head]]:
        thread = story.at.get(child)
        if words.dep[child] == "nsubj" and thread and thread.named and suits(thread, phrase):
            thread.nouns.add(phrase.lemma)


def places_of(words: Words, below: Below, phrase: Phrase) -> set[str]:
    """The names behind "in" in a phrase, which say that another one is meant: "the museum in Haifa"."""
    inside = [child for child in below[phrase.reference.head] if words.lower[child] in {"in", "at", "near"}]
    return {words.lower[name] for child in inside for name in below[child] if words.tag[name] == "NNP"}


def is_told_apart(words: Words, below: Below, phrase: Phrase) -> bool:
    """Whether a relative clause without comma says which ones of many are meant: "the people who voted for her"."""
    head = phrase.reference.head
    if not phrase.plural and sort_of(phrase.lemma) != PEOPLE:
        return False
    clause = any(child > head and words.dep[child] == "relcl" for child in below[head])
    return clause and words.lower[head + 1] in RELATIVES


def antecedent(words: Words, story: Story, described: dict[str, list[Thread]], phrase: Phrase) -> Thread | None:
    """What a definite noun phrase refers back to: a name that is called so, an earlier phrase, or the one name near."""
    if not phrase.definite or is_told_apart(words, story.below, phrase):
        return None
    elsewhere = places_of(words, story.below, phrase)
    called = [
        thread
        for thread in story.threads
        if thread.named
        and elsewhere <= thread.words
        and phrase.lemma in thread.nouns
        and phrase.narrowed <= thread.words
        and stands_before(thread, phrase)
    ]
    same = [thread for thread in described[phrase.lemma] if is_same(words, thread, phrase)]
    if len(called) == 1 and not phrase.plural:
        return called[0]
    if same:
        return same[-1]
    if len(called) > 1 or phrase.narrowed or phrase.plural or elsewhere:
        return None
    return near_name(words, story, phrase)


def is_same(words: Words, thread: Thread, phrase: Phrase) -> bool:
    """Whether an earlier description has the number of the later one and holds all that it says."""
    return (words.tag[thread.references[0].head] in PLURALS) == phrase.plural and phrase.narrowed <= thread.words


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
        return thread.type == "Organization" and may_be_called(thread, noun)
    first = next((reference for reference in thread.references if reference.kind == "name"), None)
    if thread.type != "Place" or first is None:
        return False
    name = lexicon.fold(first.full or words.slice(first.start, first.end))
    if noun in kinds["country"]:
        return name in lexicon.countries()
    return noun in kinds["city"] and name in lexicon.cities() and name not in lexicon.countries()


def may_be_called(thread: Thread, noun: str) -> bool:
    """Whether a general noun fits the kind that a body's own name or description says: no board is a company."""
    kinds, said = lexicon.knowledge("coreference")["general"], thread.nouns & lexicon.words("coreference", "bodies")
    company = noun in kinds["company"] and not said.isdisjoint(kinds["company"])
    return not said or noun in said or noun in kinds["wide"] or company


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
    return Thread(
        "Thing" if sort == THING else "Participant",
        [phrase.reference],
        sort,
        gender=None if phrase.plural else gender_of(phrase.lemma),
        plural=phrase.plural or sort == PEOPLE,
        nouns={phrase.lemma},
        words=set(phrase.narrowed),
    )
