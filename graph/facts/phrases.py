"""Noun phrase → Filler: the words of a participant as written, what it refers to, and what kind of thing it is."""

from __future__ import annotations

from graph.facts.kinds import describes_somebody, is_participant_noun, stated_count, words
from graph.facts.mentions import chain_of, entity_type, name_at, sentence_span, span_of
from graph.facts.naming import raised, referent
from graph.facts.parsed import Doc, Token, Tokens, once_each
from graph.facts.syntax import SUBJECTS, has
from graph.model import Chain, Filler

__all__ = [
    "chain_of",
    "entity_type",
    "filler",
    "is_participant_noun",
    "name_at",
    "phrase",
    "referent",
    "sentence_span",
    "span_of",
    "stated_count",
]

CLAUSAL = frozenset(
    {"relcl", "acl", "appos", "advcl", "ccomp", "parataxis", "conj", "cc", "preconj", "dep", "intj", "punct"}
)
"""Dependents that are no part of a participant's words: clauses, appositions and the rest of a coordination."""
BEFORE = CLAUSAL - {"punct"}
"""Those of them that part a phrase from what stands before it."""
RELATIVE = frozenset({"WDT", "WP", "WP$"})
DASHES = frozenset({"-", "–", "—"})
COUNTING = frozenset({"conj", "nummod", "appos"})
BRACKETS = frozenset({"(", "[", "-LRB-", "-LSB-"})
CLOSING = frozenset({")", "]", "-RRB-", "-RSB-"})
LONGEST, LONGEST_THING = 6, 9
"""A phrase longer than this many tokens loses its prepositional tails, apart from "of"; things may be longer."""


@once_each
def filler(token: Token) -> Filler | None:
    """The participant whose noun phrase has this head: words, chain, type, lemma and count.

    None for what names nobody: an unresolved or relative pronoun, a place holder ("it", "there"), a bare verb.
    """
    return _filler(token, referent(token))


@once_each
def phrase(token: Token) -> Tokens:
    """The noun phrase of a head token as written: without relative clauses, appositions, conjuncts and outer marks."""
    doc, tokens, (start, end) = token.doc, token.doc.tokens, _edges(token)
    for other in raised(token):
        end = min(end, other.left_edge.i) if other.i > token.i else end
        start = max([start, *(c.i + 1 for c in other.rights if c.dep_ == "cc" and other.i < c.i < token.i)])
    if end - start > (LONGEST if token.name is not None or is_participant_noun(token) else LONGEST_THING):
        end = min([end, *(c.left_edge.i for c in token.rights if c.dep_ == "prep" and c.lower_ != "of")])
    end = _before_bracket(token, end)
    while start < token.i and _outer(tokens[start]):
        start += 1
    while end - 1 > token.i and _outer(tokens[end - 1]):
        end -= 1
    return doc[start:end]


def _filler(described: Token, token: Token) -> Filler | None:
    prize = _prize(token)
    chain = chain_of(token) if prize is None else None
    if chain is None and not _describing(token):
        return None
    written, title = _written(token), phrase(described)
    if title.end == written.start:
        written = token.doc[title.start : written.end]
    span = span_of(written)
    return Filler(
        span=span,
        text=token.doc.text[span.start : span.end],
        head=token.text if prize is None else prize.text,
        lemma=lemmas(written),
        type=_type(token, chain) if prize is None else "Thing",
        chain=chain.id if chain else None,
        count=stated_count(token),
    )


def _prize(token: Token) -> Token | None:
    """The award that a name is only the first words of: "the Maker of the Year award" is neither body nor person."""
    name = token.name
    if name is None or name.label_ == "Person" or not token.rights or name.root is not token:
        return None
    below = [t for prep in token.rights if prep.lower_ == "of" for t in prep.children if t.dep_ == "pobj"]
    return next((t for t in below if t.text in words("prizes") and name_at(t) is None), None)


def lemmas(written: Tokens) -> str:
    """The lower-cased lemmas of words without determiners and possessives: the key of a topic."""
    kept = [t.lemma_ for t in written if t.pos_ not in {"DET", "PUNCT", "SPACE"} and t.tag_ not in {"PRP$", "POS"}]
    return (" ".join(kept) or written.text).lower()


def _written(token: Token) -> Tokens:
    written, name = phrase(token), token.name
    if name is None or name.kb_id_:
        return written if name is None else name
    return token.doc[min(written.start, name.start) : _with_acronym(token.doc, max(written.end, name.end))]


def _with_acronym(doc: Doc, end: int) -> int:
    """The end of a name with the acronym in brackets right after it: "United Front (RUF)"."""
    if end + 2 >= len(doc.tokens) or doc.tokens[end].text != "(" or doc.tokens[end + 2].text != ")":
        return end
    return end + 3 if doc[end + 1].is_upper and len(doc[end + 1]) > 1 else end


def _type(token: Token, chain: Chain | None) -> str:
    if chain is not None and chain.names:
        return chain.type
    named = entity_type(token)
    if named is not None:
        alone = chain is None and token.dep_ not in {"amod", "compound", "nmod"}
        return "Participant" if named == "Group" and alone else named  # "the Russian" is one of them
    if token.lemma_.lower() in words("quantifiers") or _is_number(token):
        return "Participant" if _counts_people(token) else "Thing"
    if is_participant_noun(token) or (token.text[0].isupper() and _is_name_like(token)):
        return "Participant"
    return _type_of_chain(chain) if chain is not None else "Thing"


def _type_of_chain(chain: Chain) -> str:
    """The type of what no name says: people and bodies are known by any noun of the chain ("them": the observers)."""
    heads = (mention.head for mention in chain.mentions if mention.kind == "nominal")
    return "Participant" if any(describes_somebody(head) for head in heads) else chain.type


def _is_number(token: Token) -> bool:
    return token.like_num and token.pos_ in {"NUM", "NOUN"} and token.dep_ != "nummod"


def _is_name_like(token: Token) -> bool:
    """Whether a capitalised word is a name that nobody found: by its tag, or as a subject taken for a verb."""
    return token.tag_ in {"NNP", "NNPS"} or (token.pos_ == "VERB" and token.dep_ in SUBJECTS)


def _counts_people(quantity: Token) -> bool:
    of = [prep for prep in quantity.rights if prep.dep_ == "prep" and prep.lower_ == "of"]
    counted = [obj for prep in of for obj in prep.children if obj.dep_ == "pobj"]
    return not counted or any(is_participant_noun(t) or name_at(t) is not None or _is_people(t) for t in counted)


def _is_people(pronoun: Token) -> bool:
    """Whether a pronoun may stand for people: "seven of them" are things only where they are known to be things."""
    if pronoun.pos_ != "PRON":
        return False
    chain = chain_of(pronoun)
    return chain is None or chain.type == "Person" or _type_of_chain(chain) == "Participant"


def _describing(token: Token) -> bool:
    if token.lower_ in words("pointers"):
        counted = any(child.dep_ == "nummod" for child in token.lefts)
        return counted or any(child.dep_ in {"acl", "prep", "amod"} for child in token.rights)
    if token.lower_ in words("comparing") or not token.text[-1].isalnum():
        return False
    if token.pos_ == "NUM" and name_at(token) is None and (token.dep_ in COUNTING or _is_score(token)):
        return token.dep_ == "conj" and any(child.lower_ == "of" for child in token.rights)
    return token.pos_ in {"NOUN", "PROPN", "NUM", "ADJ", "X", "SYM"} or token.tag_ in {"VBG", "NN", "NNS"}


def _is_score(token: Token) -> bool:
    """Whether the number only goes on from another: "beat them 11 to 4", "rose from 9 to 10", "1-0"."""
    if token.children:
        return False
    going_on = token.i > 1 and token.doc[token.i - 1].text in DASHES and token.doc[token.i - 2].like_num
    return going_on or (token.dep_ == "pobj" and token.head.lower_ in {"to", "from", "for"})


def _edges(token: Token) -> tuple[int, int]:
    """Where the phrase starts and ends: it stops before the first dependent that is no part of it."""
    start, end = token.left_edge.i, token.i + 1
    for child in token.rights:
        if _is_hyphened(child):
            end = max(end, child.i + 1)
            continue
        if child.dep_ == "cc" and token.like_num and token.doc[child.i + 1].lower_ in words("comparing"):
            return start, child.i + 2
        if _ends(child) or (token.name is not None and _leaves_name(child)):
            break
        end = max(end, _end(child))
    for child in token.lefts:
        if child.dep_ in BEFORE or _is_relative(child):
            start = child.right_edge.i + 1
    return start, end


def _is_relative(token: Token) -> bool:
    """Whether a relative pronoun stands at or below the token."""
    return token.tag_ in RELATIVE or (bool(token.children) and any(map(_is_relative, token.children)))


def _is_hyphened(child: Token) -> bool:
    """Whether it is a piece of one word that the tokeniser cut at hyphens: "-" and "by" of "passers-by"."""
    if child.i < 2 or child.nbor(-1).whitespace_:
        return False
    after_hyphen = child.nbor(-1).text == "-" and not child.nbor(-2).whitespace_
    return after_hyphen or (child.text == "-" and not child.whitespace_)


def _leaves_name(child: Token) -> bool:
    """Whether a dependent of a name is no part of it: "Panama 2", "the church on French television"."""
    return child.dep_ == "nummod" or (child.dep_ == "prep" and child.lower_ in words("leaving"))


def _ends(child: Token) -> bool:
    if child.dep_ in CLAUSAL or child.lower_ in words("ending") or child.text in words("edges"):
        return True
    return child.dep_ == "prep" and has(child, {"pcomp"})


def _end(token: Token) -> int:
    end = token.i + 1
    for child in token.rights:
        if child.dep_ in {"relcl", "acl", "advcl", "appos"}:
            break
        end = max(end, _end(child))
    return end


def _before_bracket(token: Token, end: int) -> int:
    """The end of a phrase without what an author adds in brackets behind it; words go on after other brackets."""
    texts = token.doc.words.text
    for i in range(token.i + 1, end):
        if texts[i] in BRACKETS and token.doc[i].name is None and CLOSING.isdisjoint(texts[i : end - 1]):
            return i
    return end


def _outer(token: Token) -> bool:
    return (
        token.is_space or token.text in words("edges") or token.dep_ in {"cc", "preconj"} or token.tag_ in {"POS", "CC"}
    )
