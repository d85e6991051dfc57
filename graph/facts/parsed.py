"""A Doc as plain Python objects: what every walk over the parse goes on, under the names that spaCy has for it.

spaCy makes a new Token and decodes a string each time one is asked for, and looks for a token's dependents among all
words beside it. Here everything is read once from the Doc's columns; a token is one object, compared by identity.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, wraps
from itertools import pairwise
from typing import Any, TypeVar, cast, overload

import msgspec
from spacy.lang.en.lex_attrs import like_num
from spacy.lang.lex_attrs import is_punct
from spacy.tokens import Doc as SpacyDoc

from graph.language.quotations import Quotation
from graph.language.words import Words
from graph.model import Article, Chain, Time

Found = TypeVar("Found")


class Token(msgspec.Struct, eq=False):
    """One word of a Doc. `head` is the token itself at the root of a sentence; dependents are in text order: all of
    them, those before the token (`lefts`) and those behind it (`rights`). `name` is the name that it stands in."""

    doc: Doc
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    head: Token = cast("Token", None)  # which may stand behind it
    children: Sequence[Token] = ()
    lefts: Sequence[Token] = ()
    rights: Sequence[Token] = ()
    name: Tokens | None = None

    def __len__(self) -> int:
        return len(self.text)

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__

    def have(self, children: Sequence[Token]) -> None:
        """Gives the token these dependents, in text order."""
        self.children = children
        before, at = 0, self.i
        for child in children:
            if child.i > at:
                break
            before += 1
        self.lefts = children[:before] if before else ()
        self.rights = children[before:] if before < len(children) else ()

    def nbor(self, distance: int = 1) -> Token:
        """The token so many words further; raises IndexError outside the text."""
        if self.i + distance < 0:
            raise IndexError(f"there is no token {self.i + distance}")
        return self.doc.tokens[self.i + distance]

    def hang(self, head: Token, dep: str) -> None:
        """Takes the token from its head and makes it a dependent of another; only before anything is read."""
        self.head.have([child for child in self.head.children if child is not self])
        head.have(sorted([*head.children, self], key=lambda child: child.i))
        self.head, self.dep_ = head, dep

    @property
    def subtree(self) -> list[Token]:
        """The token with everything below it."""
        if not self.children:
            return [self]
        before = [token for child in self.lefts for token in child.subtree]
        return [*before, self, *(token for child in self.rights for token in child.subtree)]

    @property
    def ancestors(self) -> Iterator[Token]:
        """The tokens above, the nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def is_ancestor(self, other: Token) -> bool:
        """Whether the other token stands below this one."""
        return any(above is self for above in other.ancestors)

    @property
    def left_edge(self) -> Token:
        """The first token below this one, or itself."""
        token = self
        while token.lefts:
            token = token.lefts[0]
        return token

    @property
    def right_edge(self) -> Token:
        """The last token below this one, or itself."""
        token = self
        while token.rights:
            token = token.rights[-1]
        return token

    @property
    def sent(self) -> Tokens:
        """The sentence that holds the token."""
        return self.doc.sents[self.doc.words.sentence[self.i]]

    @property
    def whitespace_(self) -> str:
        """The space that follows the token, or nothing."""
        following = self.doc.tokens[self.i + 1].idx if self.i + 1 < len(self.doc) else len(self.doc.text)
        return self.doc.text[self.idx + len(self.text) : following]

    @property
    def ent_type_(self) -> str:
        """The type of the name that the token stands in, or nothing."""
        return self.name.label_ if self.name is not None else ""

    @property
    def is_sent_start(self) -> bool:
        """Whether a sentence starts with the token."""
        return self.sent.start == self.i

    @property
    def is_space(self) -> bool:
        """Whether the token is white space."""
        return self.text.isspace()

    @property
    def is_alpha(self) -> bool:
        """Whether the token has letters alone."""
        return self.text.isalpha()

    @property
    def is_title(self) -> bool:
        """Whether the token begins with a capital and goes on without."""
        return self.text.istitle()

    @property
    def is_upper(self) -> bool:
        """Whether the token has capitals alone."""
        return self.text.isupper()

    @property
    def is_lower(self) -> bool:
        """Whether the token has small letters alone."""
        return self.text.islower()

    @property
    def is_digit(self) -> bool:
        """Whether the token has figures alone."""
        return self.text.isdigit()

    @property
    def is_punct(self) -> bool:
        """Whether the token is a punctuation mark."""
        return _is_punct(self.text)

    @property
    def like_num(self) -> bool:
        """Whether the token is a number, in figures or words."""
        return _like_num(self.text)


class Tokens(msgspec.Struct, eq=False):
    """A stretch of tokens, from `start` up to `end`; a name's with its type (`label_`) and mark (`kb_id_`)."""

    doc: Doc
    start: int
    end: int
    label_: str = ""
    kb_id_: str = ""

    def __len__(self) -> int:
        return self.end - self.start

    def __repr__(self) -> str:
        return self.text

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    def __reversed__(self) -> Iterator[Token]:
        return reversed(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Tokens: ...
    def __getitem__(self, at: int | slice) -> Token | Tokens:
        if isinstance(at, int):
            i = at + (self.start if at >= 0 else self.end)
            if not self.start <= i < self.end:
                raise IndexError(f"there is no token {at} among {len(self)}")
            return self.doc.tokens[i]
        start, end, _ = at.indices(len(self))
        return Tokens(self.doc, self.start + start, self.start + max(start, end))

    @property
    def start_char(self) -> int:
        """The offset where the first token starts."""
        return self.doc.tokens[self.start].idx if self.start < len(self.doc) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """The offset where the last token ends."""
        return self.doc.words.end(self.end - 1)

    @property
    def text(self) -> str:
        """The words as written."""
        words, last = self.doc.words, self.end - 1
        if self.start > last:
            return ""
        return words.source[words.start[self.start] : words.start[last] + len(words.text[last])]

    @property
    def text_with_ws(self) -> str:
        """The words as written, with the space behind them."""
        return self.text + self.doc.tokens[self.end - 1].whitespace_ if self.start < self.end else ""

    @property
    def root(self) -> Token:
        """The highest token, the first of several; a mark or white space only where nothing else is."""
        if self.end - self.start == 1:
            return self.doc.tokens[self.start]
        outer = [token for token in self if token.head is token or not self.start <= token.head.i < self.end]
        return min(outer, key=_depth) if len(outer) > 1 else outer[0]

    @property
    def sent(self) -> Tokens:
        """The sentence that holds the first token."""
        return self.doc.tokens[self.start].sent

    @property
    def ents(self) -> list[Tokens]:
        """The names that lie in it."""
        return [name for name in self.doc.ents if self.start <= name.start and name.end <= self.end]


@dataclass(slots=True, eq=False, repr=False)
class Doc:
    """The tokens of an article with what the language room knows of them; `kept` is what was found of it (`once`),
    `kept_of` what was found of its tokens (`once_each`)."""

    spacy: SpacyDoc
    words: Words
    article: Article
    text: str
    chains: tuple[Chain, ...]
    chain_at: Mapping[int, str]
    parts_of: Mapping[int, tuple[int, ...]]
    quotations: tuple[Quotation, ...]
    times: Mapping[int, Time]
    tokens: list[Token] = field(default_factory=list)
    sents: list[Tokens] = field(default_factory=list)
    ents: list[Tokens] = field(default_factory=list)
    kept: dict[Callable[[Doc], Any], Any] = field(default_factory=dict)
    kept_of: defaultdict[Callable[[Token], Any], dict[Token, Any]] = field(default_factory=lambda: defaultdict(dict))

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Tokens: ...
    def __getitem__(self, at: int | slice) -> Token | Tokens:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self.tokens))
            return Tokens(self, start, max(start, end))
        return self.tokens[at]

    def __enter__(self) -> Doc:
        return self

    def __exit__(self, *_: object) -> None:
        """Unties the tokens, which hold one another: what they take is free at once, not when Python looks for it."""
        for token in self.tokens:
            if token.children:
                token.children = token.lefts = token.rights = ()
            if token.head is token:
                del token.head
        for known in (self.tokens, self.sents, self.ents, self.kept, self.kept_of):
            known.clear()


def parsed(doc: SpacyDoc) -> Doc:
    """The Doc of the language room as plain objects."""
    known, words = doc._, doc._.words
    made = Doc(
        spacy=doc,
        words=words,
        article=known.article,
        text=words.source,
        chains=known.chains,
        chain_at=known.chain_at,
        parts_of=known.parts_of,
        quotations=known.quotations,
        times=known.times,
    )
    columns = (words.start, words.text, words.lower, words.lemma, words.pos, words.tag, words.dep)
    made.tokens = [Token(made, i, *row) for i, row in enumerate(zip(*columns, strict=True))]
    _hang(made.tokens, words.head)
    starts = [i for i, (before, here) in enumerate(pairwise([-1, *words.sentence])) if before != here]
    made.sents = [Tokens(made, start, end) for start, end in pairwise([*starts, len(words)])]
    made.ents = [Tokens(made, name.start, name.end, name.type, name.full or "") for name in known.names]
    for name in made.ents:
        for token in name:
            token.name = name
    return made


@lru_cache(maxsize=20_000)
def _is_punct(text: str) -> bool:
    return is_punct(text)


@lru_cache(maxsize=20_000)
def _like_num(text: str) -> bool:
    return cast(bool, like_num(text))  # type: ignore[no-untyped-call]


def _depth(token: Token) -> int:
    """How many tokens stand above, with marks and white space below everything else."""
    if token.head is not token and not token.children and (token.is_punct or token.is_space):
        return len(token.doc) - 1
    return sum(1 for _ in token.ancestors)


def _hang(tokens: list[Token], heads: list[int]) -> None:
    """Joins every token to its head and its dependents."""
    below: defaultdict[int, list[Token]] = defaultdict(list)
    for token, at in zip(tokens, heads, strict=True):
        token.head = tokens[at]
        if at != token.i:
            below[at].append(token)
    for at, children in below.items():
        tokens[at].have(children)


def once(find: Callable[[Doc], Found]) -> Callable[[Doc], Found]:
    """The function, asked once a Doc: what it found is kept there."""

    @wraps(find)
    def kept(doc: Doc) -> Found:
        known: dict[Callable[[Doc], Found], Found] = doc.kept
        return known[find] if find in known else known.setdefault(find, find(doc))

    return kept


def once_each(find: Callable[[Token], Found]) -> Callable[[Token], Found]:
    """The function, asked once a token: what it found of each is kept in the Doc."""

    @wraps(find)
    def kept(token: Token) -> Found:
        known: dict[Token, Found] = token.doc.kept_of[find]
        return known[token] if token in known else known.setdefault(token, find(token))

    return kept
