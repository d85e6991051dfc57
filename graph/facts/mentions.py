"""Token → what the language room knows of it: its name, its chain, its place in the text."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from graph.model import Chain, Filler, Span


@dataclass(slots=True)
class Memo:
    """What is known of one Doc: its names and chains by token, and the fillers built so far."""

    article: str
    chains: dict[str, Chain]
    chain_at: dict[int, str]
    name_at: dict[int, Tokens]
    fillers: dict[int, Filler | None] = field(default_factory=dict)


def memo(doc: Doc) -> Memo:
    """What is known of a Doc, kept in `doc.user_data` so that extractors may ask again without a second walk."""
    kept = doc.user_data.get("newsgraph.memo")
    if not isinstance(kept, Memo):
        names = {i: name for name in doc.ents for i in range(name.start, name.end)}
        kept = Memo(doc._.article.id, {chain.id: chain for chain in doc._.chains}, doc._.chain_at, names)
        doc.user_data["newsgraph.memo"] = kept
    return kept


def chain_of(token: Token) -> Chain | None:
    """The chain that the token is a mention of, or a part of its name."""
    known = memo(token.doc)
    return known.chains.get(known.chain_at.get(token.i, ""))


def name_at(token: Token) -> Tokens | None:
    """The name that the token stands in, or None."""
    return memo(token.doc).name_at.get(token.i)


def entity_type(token: Token) -> str | None:
    """The type of the name that the token stands in, or None."""
    name = name_at(token)
    return name.label_ if name is not None else None


def has_name(token: Token) -> bool:
    """Whether the thing that the token refers to is named anywhere in the article."""
    chain = chain_of(token)
    return chain is not None and bool(chain.names)


def span_of(tokens: Tokens) -> Span:
    """The characters of a stretch of tokens, without the white space around them."""
    text = tokens.text
    start = tokens.start_char + len(text) - len(text.lstrip())
    return Span(memo(tokens.doc).article, start, start + len(text.strip()))


def sentence_span(token: Token) -> Span:
    """The whole sentence of a token, without the white space around it."""
    return span_of(token.sent)
