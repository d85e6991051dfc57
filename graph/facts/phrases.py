"""Noun phrase → Filler: the words of a participant as written, what it refers to, and what kind of thing it is.

What was computed for a Doc is kept in `doc.user_data`, so that extractors may ask again without a second walk.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from graph.facts.syntax import conjuncts
from graph.model import Chain, Filler, Span

CLAUSAL = frozenset({"relcl", "acl", "appos", "advcl", "ccomp", "parataxis", "conj", "cc", "preconj", "dep", "intj"})
"""Dependents that are no part of a participant's words: clauses, appositions and the rest of a coordination."""
EDGES = frozenset(
    {
        ",",
        ";",
        ":",
        "-",
        "–",
        "—",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        '"',
        "“",
        "”",
        "'",
        "’",
        "‘",
        "`",
        "``",
        "''",
        ".",
        "?",
        "!",
    }
)
POINTERS = frozenset({"those", "others", "everyone", "everybody", "many", "some", "several", "most", "dozens", "both"})
"""Pronouns and quantities that describe people by themselves where a modifier says which ("those who fled")."""
COMPARING = frozenset({"more", "less", "fewer", "such", "same", "least"})
NUMBERS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
NESTED = frozenset({"of", "in", "near", "at", "on"})
"""Prepositions between a place and a larger or better known one."""
ENDING = frozenset({"by", "including", "regarding", "concerning", "amid", "following", "because", "due", "despite"})
"""Prepositions that no participant's words go beyond."""
INCLUDING = frozenset({"including", "like"})
QUANTIFIERS = frozenset(
    [
        "number",
        "group",
        "lot",
        "handful",
        "dozen",
        "hundred",
        "thousand",
        "score",
        "million",
        "pair",
        "half",
        "rest",
        "majority",
        "minority",
        "series",
    ]
)
"""Nouns that count what their "of" phrase names: "dozens of rounds" are things, "dozens of men" people."""
LONGEST = 6
"""A phrase longer than this many tokens loses its prepositional tails, apart from "of"."""


@dataclass(slots=True)
class _Memo:
    """What is known of one Doc: its chains by id, and the fillers and sentence spans built so far."""

    article: str
    chains: dict[str, Chain]
    chain_at: dict[int, str]
    entity_at: dict[int, Tokens]
    fillers: dict[int, Filler | None] = field(default_factory=dict)


def filler(token: Token) -> Filler | None:
    """The participant whose noun phrase has this head: words, chain, type, lemma and count.

    None for what names nobody: an unresolved or relative pronoun, a place holder ("it", "there"), a bare verb.
    """
    memo = _memo(token.doc)
    if token.i not in memo.fillers:
        memo.fillers[token.i] = _filler(token, referent(token), memo)
    return memo.fillers[token.i]


def sentence_span(token: Token) -> Span:
    """The whole sentence of a token, without the white space around it."""
    return span_of(token.sent)


def span_of(tokens: Tokens) -> Span:
    """The characters of a stretch of tokens, without the white space around them."""
    text = tokens.text
    start = tokens.start_char + len(text) - len(text.lstrip())
    return Span(_memo(tokens.doc).article, start, start + len(text.strip()))


def phrase(token: Token) -> Tokens:
    """The noun phrase of a head token as written: without relative clauses, appositions, conjuncts and outer marks."""
    doc, (start, end) = token.doc, _edges(token)
    for other in _raised(token):
        end = min(end, other.left_edge.i)
    if end - start > LONGEST:
        end = min([end, *(c.left_edge.i for c in token.rights if c.dep_ == "prep" and c.lower_ != "of")])
    while start < token.i and (doc[start].text in EDGES or doc[start].is_space or doc[start].dep_ in {"cc", "preconj"}):
        start += 1
    while end - 1 > token.i and (
        doc[end - 1].text in EDGES or doc[end - 1].is_space or doc[end - 1].tag_ in {"POS", "CC"}
    ):
        end -= 1
    return doc[start:end]


def referent(token: Token) -> Token:
    """The token that names who is meant: the person after a title or in apposition to a description, else the token.

    "Adviser to the PM of Interior Affairs Rehman Malik" is headed by "Adviser" and means Malik.
    """
    memo = _memo(token.doc)
    if token.pos_ not in {"NOUN", "PROPN"} or token.i in memo.entity_at or _has_name(token, memo):
        return token
    for child in token.rights:
        if child.dep_ == "appos" and child.i in memo.entity_at:
            return child
    if not is_participant_noun(token):
        return token
    last = phrase(token)[-1]
    return last if token.pos_ == "PROPN" and _names_holder(token, last, memo) else token


def referents(token: Token) -> list[Token]:
    """The tokens that name who is meant, several where a plural is followed by names or is said to be them.

    "councillors Alvin Yeung and Fernando Cheung" means two people, so does "those elected were Alvin Yeung and …".
    """
    found = [token, *_raised(token)]
    if token.tag_ in {"NNS", "NNPS"} or token.lower_ in POINTERS:
        named = [t for t in _apposed(token) if _is_named(t)] or _predicated(token)
        return named or [*found, *_included(token)]
    return found


def _apposed(token: Token) -> Iterator[Token]:
    for child in token.rights:
        if child.dep_ == "appos" or (child.dep_ == "conj" and token.dep_ in {"appos", "conj"}):
            yield child
            yield from _raised(child)
            yield from _apposed(child)


def _predicated(token: Token) -> list[Token]:
    """The names that the plural subject of "be" is said to be."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.lemma_ != "be":
        return []
    heads = [t for child in verb.rights if child.dep_ == "attr" for t in conjuncts(child)]
    return [t for head in heads for t in (head, *_raised(head)) if _is_named(t)]


def _included(token: Token) -> list[Token]:
    """The names after "including"."""
    lists = [child for child in token.rights if child.dep_ == "prep" and child.lower_ in INCLUDING]
    return [t for prep in lists for obj in prep.children for t in conjuncts(obj) if _is_named(t)]


def _raised(token: Token) -> list[Token]:
    """People who are coordinated with a person and hang too low in the parse ("Yeung of the Civic Party and Cheung")."""
    memo = _memo(token.doc)
    if not _person(token, memo):
        return []
    low = [obj for prep in token.rights if prep.dep_ == "prep" for obj in prep.children if obj.dep_ == "pobj"]
    found = [t for obj in low if not _person(obj, memo) for t in conjuncts(obj) if _person(t, memo)]
    return found + [t for person in found for t in _raised(person)]


def _is_named(token: Token) -> bool:
    return token.i in _memo(token.doc).entity_at


def places_in(token: Token) -> list[Token]:
    """The named places in a place's phrase: "the town of Yeoncheon", "Fisht Stadium in Sochi", "Aceh, Indonesia"."""
    memo = _memo(token.doc)
    found = []
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in NESTED:
            found.extend(obj for obj in child.children if obj.dep_ == "pobj")
        elif child.dep_ in {"appos", "compound", "nmod"}:
            found.append(child)
    inside = memo.entity_at.get(token.i)
    outer = [t for t in found if inside is None or not inside.start <= t.i < inside.end]
    named = [t for t in outer if t.i in memo.entity_at and memo.entity_at[t.i].label_ == "Place"]
    return named + [t for child in outer if child.dep_ == "pobj" or child in named for t in places_in(child)]


def is_participant_noun(token: Token) -> bool:
    """Whether the noun describes a person, a group or a body ("officials", "roundtable" does not)."""
    return _describes(token.lemma_.lower()) or _describes(token.lower_)


def chain_of(token: Token) -> Chain | None:
    """The chain that the token is a mention of, or a part of its name."""
    memo = _memo(token.doc)
    identifier = memo.chain_at.get(token.i)
    return memo.chains.get(identifier) if identifier else None


def entity_type(token: Token) -> str | None:
    """The type of the name that the token stands in, or None."""
    entity = _memo(token.doc).entity_at.get(token.i)
    return entity.label_ if entity is not None else None


def name_at(token: Token) -> Tokens | None:
    """The name that the token stands in, or None."""
    return _memo(token.doc).entity_at.get(token.i)


def stated_count(token: Token) -> int | None:
    """The number that the phrase states: "107 pilgrims" 107, "at least two men" 2, "dozens of men" None."""
    for child in (token, *token.lefts):
        if child.dep_ == "nummod" or (child == token and token.like_num):
            return _number(child.text)
    return None


def _filler(described: Token, token: Token, memo: _Memo) -> Filler | None:
    identifier = memo.chain_at.get(token.i)
    chain = memo.chains.get(identifier) if identifier else None
    if chain is None and not _describing(token):
        return None
    words = _words(token, memo)
    title = phrase(described)
    if title.end == words.start:
        words = token.doc[title.start : words.end]
    return Filler(
        span=span_of(words),
        text=words.text.strip(),
        head=token.text,
        lemma=_lemmas(words),
        type=_type(token, chain, memo),
        chain=chain.id if chain else None,
        count=stated_count(token),
    )


def _words(token: Token, memo: _Memo) -> Tokens:
    words, entity = phrase(token), memo.entity_at.get(token.i)
    if entity is None:
        return words
    return token.doc[min(words.start, entity.start) : max(words.end, entity.end)]


def _type(token: Token, chain: Chain | None, memo: _Memo) -> str:
    if chain is not None and chain.names:
        return chain.type
    entity = memo.entity_at.get(token.i)
    if entity is not None:
        return entity.label_
    if token.lemma_.lower() in QUANTIFIERS:
        counted = [t for _, t in _of(token)]
        return (
            "Participant"
            if not counted or any(is_participant_noun(t) or t.i in memo.entity_at for t in counted)
            else "Thing"
        )
    if is_participant_noun(token) or (token.like_num and token.pos_ in {"NUM", "NOUN"} and token.dep_ != "nummod"):
        return "Participant"
    if token.tag_ in {"NNP", "NNPS"} and token.text[0].isupper():
        return "Participant"
    return chain.type if chain is not None else "Thing"


def _describing(token: Token) -> bool:
    if token.lower_ in POINTERS:
        return any(child.dep_ in {"relcl", "acl", "prep", "amod"} for child in token.rights)
    if token.lower_ in COMPARING or not token.text[-1].isalnum():
        return False
    return token.pos_ in {"NOUN", "PROPN", "NUM", "ADJ", "X", "SYM"} or token.tag_ in {"VBG", "NN", "NNS"}


def _edges(token: Token) -> tuple[int, int]:
    """Where the phrase starts and ends: it stops before the first dependent that is no part of it."""
    start, end = token.left_edge.i, token.i + 1
    for child in token.rights:
        if token.like_num and child.dep_ == "cc" and token.doc[child.i + 1].lower_ in COMPARING:
            return start, child.i + 2
        if child.dep_ == "prep" and any(c.dep_ == "pcomp" for c in child.children):
            break
        if child.dep_ in CLAUSAL or child.dep_ == "punct" or child.text in EDGES or child.lower_ in ENDING:
            break
        end = max(end, _end(child))
    for child in token.lefts:
        if child.dep_ in {"relcl", "advcl", "ccomp"} or any(t.tag_ in {"WDT", "WP", "WP$"} for t in child.subtree):
            start = child.right_edge.i + 1
    return start, end


def _end(token: Token) -> int:
    end = token.i + 1
    for child in token.rights:
        if child.dep_ in {"relcl", "acl", "advcl", "appos"}:
            break
        end = max(end, _end(child))
    return end


def _names_holder(title: Token, last: Token, memo: _Memo) -> bool:
    return last.i != title.i and _person(last, memo) and any(child.dep_ == "prep" for child in title.rights)


def _has_name(token: Token, memo: _Memo) -> bool:
    chain = memo.chains.get(memo.chain_at.get(token.i, ""))
    return chain is not None and bool(chain.names)


def _person(token: Token, memo: _Memo) -> bool:
    entity = memo.entity_at.get(token.i)
    return entity is not None and entity.label_ == "Person"


def _of(token: Token) -> Iterator[tuple[Token, Token]]:
    for prep in token.rights:
        if prep.dep_ == "prep" and prep.lower_ == "of":
            yield from ((prep, obj) for obj in prep.children if obj.dep_ == "pobj")


def _lemmas(words: Tokens) -> str:
    kept = [
        t.lemma_.lower() for t in words if t.pos_ not in {"DET", "PUNCT", "SPACE"} and t.tag_ not in {"PRP$", "POS"}
    ]
    return " ".join(kept) or words.text.lower()


def _number(text: str) -> int | None:
    plain = text.replace(",", "").lower()
    return int(plain) if plain.isascii() and plain.isdigit() else NUMBERS.get(plain)


@lru_cache(maxsize=8192)
def _describes(lemma: str) -> bool:
    nouns, suffixes = _nouns()
    last = lemma.rpartition("-")[2]
    return lemma in nouns or last in nouns or lemma.endswith(suffixes)


@lru_cache(maxsize=1)
def _nouns() -> tuple[frozenset[str], tuple[str, ...]]:
    text = resources.files("graph.facts").joinpath("participants.txt").read_text(encoding="utf-8")
    words = [word for line in text.splitlines() if not line.startswith("#") for word in line.split()]
    return frozenset(w for w in words if w[0] != "-"), tuple(w[1:] for w in words if w[0] == "-")


def _memo(doc: Doc) -> _Memo:
    memo = doc.user_data.get("newsgraph.phrases")
    if not isinstance(memo, _Memo):
        chains = {chain.id: chain for chain in doc._.chains}
        entities = {i: entity for entity in doc.ents for i in range(entity.start, entity.end)}
        memo = _Memo(doc._.article.id, chains, doc._.chain_at, entities)
        doc.user_data["newsgraph.phrases"] = memo
    return memo
