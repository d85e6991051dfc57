"""The working forms of coreference: references by token, and the threads that gather them."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.language.phrases import Below
from graph.language.quotations import Quotation
from graph.language.words import Words

PERSON, BODY, PEOPLE, THING = "person", "body", "people", "thing"
"""What a thread is to pronouns: he or she, it (or they, of a team), they, it."""

SORTS = {"Person": PERSON, "Organization": BODY, "Group": PEOPLE}

Heads = tuple[int, ...]
"""The heads of the mentions of several things, in order."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Tokens `start` to `end` (exclusive) with the head among them; `kind` is "name", "nominal" or "pronoun"; `full`
    is the whole name where the words are only a part of it."""

    start: int
    end: int
    head: int
    kind: str
    honorific: str | None = None
    full: str | None = None


@dataclass(slots=True)
class Thread:
    """A chain in the making.

    `type` as in Chain; `sort` decides which pronouns fit; `plural`: it is several things; `many`: whether the article
    speaks of a body as "they" or as "it", where that is known; `nouns` are the lemmas that describe it ("minister"),
    `words` the lower-case words of its names and the modifiers of its descriptions.
    """

    type: str
    references: list[Reference]
    sort: str
    gender: str | None = None
    plural: bool = False
    many: bool | None = None
    named: bool = False
    nouns: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Story:
    """All threads of an article in the making, with its words and what stands `below` each, and who each token is.

    `told`: the groups that have been told of, each with the token that does; `parts`: the heads in them; `groups`: what
    a plural stands for; `breaks`: where paragraphs end; `quoted`: the quotation that a token stands in; `left_open`:
    the last subject pronoun of a kind in a sentence that stands for nobody surely.
    """

    words: Words
    below: Below
    threads: list[Thread] = field(default_factory=list)
    at: dict[int, Thread] = field(default_factory=dict)
    told: list[tuple[int, Heads]] = field(default_factory=list)
    parts: set[int] = field(default_factory=set)
    groups: dict[int, Heads] = field(default_factory=dict)
    breaks: list[int] = field(default_factory=list)
    quoted: dict[int, Quotation] = field(default_factory=dict)
    left_open: dict[tuple[str, int], int] = field(default_factory=dict)

    def open(self, thread: Thread) -> None:
        """Takes a new thread in."""
        self.threads.append(thread)
        for reference in thread.references:
            self.mark(thread, reference)

    def join(self, thread: Thread, reference: Reference) -> None:
        """Adds a reference to a thread."""
        thread.references.append(reference)
        self.mark(thread, reference)

    def mark(self, thread: Thread, reference: Reference) -> None:
        """Notes which tokens refer to the thread: all of a name, the head of anything else."""
        tokens = range(reference.start, reference.end) if reference.kind == "name" else (reference.head,)
        self.at.update(dict.fromkeys(tokens, thread))
