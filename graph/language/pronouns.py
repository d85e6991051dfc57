"""Pronouns: the one antecedent that fits clearly best, or none."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field

from graph.language import lexicon
from graph.language.agreement import agrees, is_loose, is_mindless, is_thing, is_unknown, kinds, learn
from graph.language.binding import (
    SUBJECTS,
    barred,
    is_handled,
    is_minded,
    subject_of,
    subject_of_participle,
    subjects_above,
    verb_above,
)
from graph.language.plurals import (
    Plural,
    are_apart,
    coordination,
    coordinations,
    counted,
    group_before,
    meetings,
    shared,
)
from graph.language.salience import HIGHER, PART, QUOTED, REACH, RIVAL, TEXT, UNKNOWN, clear_best, closeness, worth
from graph.language.speakers import reporting_subject
from graph.language.threads import BODY, PERSON, Heads, Reference, Story, Thread

Thing = Thread | Heads
PRONOUNS = frozenset({"PRP", "PRP$"})
NOUNLIKE = frozenset({"NN", "NNP", "JJ", "CD"})


@dataclass(slots=True)
class Candidates:
    """Threads and groups by number, and the numbers by the heads of their mentions, in order."""

    things: list[Thing] = field(default_factory=list)
    order: list[tuple[int, int]] = field(default_factory=list)
    numbers: dict[object, int] = field(default_factory=dict)

    def note(self, head: int, thing: Thing) -> None:
        """Adds a mention of a thing, new or known."""
        key = id(thing) if isinstance(thing, Thread) else thing
        if key not in self.numbers:
            self.numbers[key] = len(self.things)
            self.things.append(thing)
        insort(self.order, (head, self.numbers[key]))

    def replace(self, head: int, thing: Thing) -> None:
        """Lets a mention be one of another thing."""
        self.order = [(at, number) for at, number in self.order if at != head]
        self.note(head, thing)


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun at a token: its kind, what it cannot be, the subjects above it, whether its verb asks for a mind
    or for no body, and the tokens of the quotation that it stands in."""

    index: int
    kind: str
    others: list[Thread]
    anchors: set[int | None]
    minded: bool
    handled: bool
    said: range


def pronouns(story: Story) -> None:
    """Takes every pronoun that has one best antecedent into its thread, and plurals into their groups.

    What stands in quotations comes last: who says them is no third person in them.
    """
    several = {plural.head: plural for plural in counted(story.words, story.below)}
    candidates = begin(story)
    written = (index for index, tag in enumerate(story.words.tag) if tag in PRONOUNS and is_pronoun(story, index))
    pointing = [*several, *written]
    for index in sorted(pointing, key=lambda index: (index in story.quoted, index)):
        if index in several:
            point_back(story, candidates, several[index])
        else:
            refer(story, candidates, index)


def begin(story: Story) -> Candidates:
    """The threads and groups that are told of before any pronoun is resolved."""
    story.breaks.extend(index for index, text in enumerate(story.words.text) if "\n" in text)
    for quotation in story.words.doc._.quotations:
        story.quoted.update(dict.fromkeys(range(quotation.start, quotation.end), quotation))
    story.groups.update(shared(story.words, story))
    story.told.extend(story.groups.items())
    story.told.extend((heads[0], heads) for heads in coordinations(story.words, story, story.below))
    met = list(meetings(story.words, story, story.below))
    candidates = Candidates()
    for heads in met:
        candidates.note(heads[0], heads)
    for thread in story.threads:
        for reference in thread.references:
            candidates.note(reference.head, thread)
    for at, heads in story.told:
        story.parts.update(heads)
        candidates.note(at, heads)
    return candidates


def is_pronoun(story: Story, index: int) -> bool:
    """Whether a token is a pronoun that stands for a thing."""
    return story.words.lower[index] in kinds() and not is_empty_it(story, index)


def is_empty_it(story: Story, index: int) -> bool:
    """Whether an "it" stands for nothing, or for a clause: "it is clear that", "it rained", "she had done it"."""
    words, verb = story.words, story.words.head[index]
    if words.lower[index] != "it":
        return False
    if words.dep[index] == "dobj":
        return words.lemma[verb] in lexicon.words("coreference", "empty", "acts")
    below = [child for child in story.below[verb] if child > verb]
    if words.dep[index] == "expl" or (words.dep[index] == "nsubjpass" and any(words.dep[i] == "ccomp" for i in below)):
        return True
    empty = words.lemma[verb] in lexicon.words("coreference", "empty", "verbs")
    return empty and any(words.dep[child] in {"ccomp", "csubj", "xcomp", "acomp"} for child in below)


def point_back(story: Story, candidates: Candidates, plural: Plural) -> None:
    """Notes the group that a counted plural stands for."""
    thread = story.at.get(plural.head)
    earlier = [r.head for r in thread.references if r.head < plural.head] if thread else []
    if thread is not None and (thread.named or earlier):
        heads = next((story.groups[head] for head in earlier if head in story.groups), None)
    else:
        heads = group_before(story.words, story, story.below, plural)
    if heads:
        story.groups[plural.head] = heads
        story.told.append((plural.head, heads))
        candidates.replace(plural.head, heads)


def refer(story: Story, candidates: Candidates, index: int) -> None:
    """Takes a pronoun into the thread or the group that it stands for."""
    thing = antecedent(story, candidates, index)
    if thing is None:
        if story.words.dep[index] in SUBJECTS:
            story.left_open[kinds()[story.words.lower[index]], story.words.sentence[index]] = index
        return
    candidates.note(index, thing)
    thread = thing if isinstance(thing, Thread) else described_as(story, thing)
    if not isinstance(thing, Thread) and are_apart([story.at[head] for head in thing]):
        story.groups[index] = thing
        story.told.append((index, thing))
    if thread is not None:
        story.join(thread, Reference(index, index + 1, index, "pronoun"))
        learn(thread, kinds()[story.words.lower[index]])
    heads = coordination(story.words, story, story.below, index)
    if heads is not None:
        story.told.append((index, heads))
        candidates.note(index, heads)


def described_as(story: Story, group: Heads) -> Thread | None:
    """The thread of the plurals that stand for a group: "the two leaders"."""
    plurals = (at for at, heads in reversed(story.told) if heads == group and at in story.groups)
    return next((story.at[at] for at in plurals if at in story.at and not story.at[at].named), None)


def antecedent(story: Story, candidates: Candidates, index: int) -> Thing | None:
    """The thread or group that a pronoun clearly stands for."""
    words = story.words
    if words.lower[index].endswith(("self", "selves")):
        return own_subject(story, index)
    if (certain := subject_ahead(story, index) or whole(story, index)) is not None:
        return certain
    pronoun = seen_at(story, index)
    if pronoun.kind in {"m", "f"} and is_said_by_somebody(story, index):
        return None
    best: dict[int, float] = {}
    last: dict[int, int] = {}
    for head, number in reversed(candidates.order[: bisect_left(candidates.order, (index, -1))]):
        if words.sentence[index] - words.sentence[head] > REACH:
            break
        thing = candidates.things[number]
        if may_be(story, pronoun, thing, head):
            best[number] = max(best.get(number, 0.0), score(story, pronoun, thing, head))
            last.setdefault(number, head)
    if pronoun.kind == "p":
        best = {number: value for number, value in best.items() if not is_loose(candidates.things[number])} or best
    chosen = clear_best(best)
    if chosen is None:
        return None
    found = candidates.things[chosen]
    if is_behind_open(story, pronoun, last[chosen]):
        return None
    near = (number for number, value in best.items() if number != chosen and best[chosen] - value < RIVAL)
    return None if isinstance(found, tuple) and any(last[number] > found[0] for number in near) else found


def is_behind_open(story: Story, pronoun: Pronoun, head: int) -> bool:
    """Whether the sentence has a subject pronoun of the kind that stays open, and nobody was met since: "they taught
    our children, we owe them" is of either."""
    words = story.words
    left = story.left_open.get((pronoun.kind, words.sentence[pronoun.index]), pronoun.index)
    return left < pronoun.index and (head < left or words.head[head] == words.head[left])


def seen_at(story: Story, index: int) -> Pronoun:
    """The pronoun at a token."""
    words, quotation = story.words, story.quoted.get(index)
    said = range(quotation.start, quotation.end) if quotation else range(0)
    anchors = subjects_above(words, story.below, index)
    kind, minded, handled = kinds()[words.lower[index]], is_minded(words, index), is_handled(words, index)
    return Pronoun(index, kind, barred(story, index), anchors, minded, handled, said)


def is_said_by_somebody(story: Story, index: int) -> bool:
    """Whether a quotation is told by "the Russian", who may be anybody met before, so that nobody is surely another."""
    quotation = story.quoted.get(index)
    speaker = reporting_subject(story.words, quotation) if quotation else None
    if speaker is None or story.words.tag[speaker] not in NOUNLIKE:
        return False
    definite = any(story.words.lower[child] == "the" for child in story.below[speaker])
    thread = story.at.get(speaker)
    return definite and (thread is None or (thread.sort == PERSON and not thread.named and len(thread.references) < 2))


def may_be(story: Story, pronoun: Pronoun, thing: Thing, head: int) -> bool:
    """Whether a pronoun can stand for a thing as it is mentioned at `head`."""
    if isinstance(thing, Thread):
        fits = agrees(story.words, thing, pronoun.kind) and not holds(thing, head, pronoun.index)
        barred = any(thing is other for other in pronoun.others)
        loose = pronoun.kind == "p" and is_loose(thing) and not is_subject_near(story, head, pronoun.index)
        wrong = (pronoun.minded and is_mindless(thing)) or (pronoun.handled and thing.sort == BODY)
        return fits and not barred and not loose and not wrong
    barred = any(story.at[part] is other for part in thing for other in pronoun.others)
    return pronoun.kind == "p" and thing[-1] < pronoun.index and not barred


def is_subject_near(story: Story, head: int, index: int) -> bool:
    """Whether a mention is a subject in a pronoun's sentence or the one before."""
    near = story.words.sentence[index] - story.words.sentence[head] < 2
    return near and story.words.dep[head] in SUBJECTS


def holds(thread: Thread, head: int, index: int) -> bool:
    """Whether the mention at `head` is a phrase that the pronoun stands in."""
    return any(reference.head == head and reference.start <= index < reference.end for reference in thread.references)


def score(story: Story, pronoun: Pronoun, thing: Thing, head: int) -> float:
    """How much speaks for a thing as it is mentioned at `head`."""
    value = worth(story, thing, pronoun.kind, pronoun.index) + closeness(story, head, pronoun.index)
    value += HIGHER if head in pronoun.anchors else 0.0
    value -= QUOTED if pronoun.kind == "p" and pronoun.said and head not in pronoun.said else 0.0
    if not isinstance(thing, Thread):
        return value
    value -= TEXT if pronoun.minded and is_thing(thing) else 0.0
    return value - (PART if head in story.parts else 0.0) - (UNKNOWN if is_unknown(thing) else 0.0)


def own_subject(story: Story, index: int) -> Thread | None:
    """The thread of the subject of a reflexive pronoun's own verb."""
    subject = subject_of(story.words, story.below, story.words.head[index])
    thread = story.at.get(subject) if subject is not None else None
    return thread if thread and agrees(story.words, thread, kinds()[story.words.lower[index]]) else None


def whole(story: Story, index: int) -> Thread | None:
    """What "them" is in an apposition that tells of its parts: "the workers, most of them"."""
    words = story.words
    part = words.head[words.head[index]]
    if words.dep[index] != "pobj" or words.lower[words.head[index]] != "of":
        return None
    if words.dep[part] == "appos":
        return story.at.get(words.head[part])
    twin = next((child for child in story.below[words.head[part]] if words.dep[child] == words.dep[part]), part)
    return story.at.get(twin) if twin < part and words.dep[part] in SUBJECTS else None


def subject_ahead(story: Story, index: int) -> Thread | None:
    """The person named as the subject behind: "her" in "In her speech, Silva", "he" in "Asked if he knew, Weber"."""
    words, kind = story.words, kinds()[story.words.lower[index]]
    if kind not in {"m", "f"}:
        return None
    if words.dep[index] == "poss":
        subject = subject_of(words, story.below, verb_above(words, index))
    else:
        subject = subject_of_participle(words, story.below, index)
    if subject is None or subject < index or words.tag[subject] not in {"NNP", "NNPS"}:
        return None
    thread = story.at.get(subject)
    return thread if thread and thread.named and thread.sort == PERSON and thread.gender == kind else None
