"""Token → what the language room knows of it: its name, its chain, its place in the text."""

from __future__ import annotations

from collections.abc import Mapping

from graph.facts.parsed import Doc, Token, Tokens, once, once_each
from graph.model import Chain, Span


def chain_of(token: Token) -> Chain | None:
    """The chain that the token is a mention of, or a part of its name."""
    return _chains(token.doc).get(token.i)


@once
def _chains(doc: Doc) -> Mapping[int, Chain]:
    """The chain of every token that is a mention of one."""
    chains = {chain.id: chain for chain in doc.chains}
    return {i: chains[id_] for i, id_ in doc.chain_at.items() if id_ in chains}


def name_at(token: Token) -> Tokens | None:
    """The name that the token stands in, or None."""
    return token.name


def entity_type(token: Token) -> str | None:
    """The type of the name that the token stands in, or None."""
    return token.name.label_ if token.name is not None else None


def has_name(token: Token) -> bool:
    """Whether the thing that the token refers to is named anywhere in the article."""
    chain = chain_of(token)
    return chain is not None and bool(chain.names)


def span_of(tokens: Tokens) -> Span:
    """The characters of a stretch of tokens, without the white space around them."""
    text = tokens.text
    bare = text.strip()
    start = tokens.start_char if len(bare) == len(text) else tokens.start_char + len(text) - len(text.lstrip())
    return Span(tokens.doc.article.id, start, start + len(bare))


@once_each
def _span_at(token: Token) -> Span:
    """The whole sentence that begins with a token."""
    return span_of(token.sent)


def sentence_span(token: Token) -> Span:
    """The whole sentence of a token, without the white space around it."""
    return _span_at(token.doc.tokens[token.sent.start])
