"""Membership of a camp, a side without a body: "pan-democracy camp's X", "pro-Beijing councillors X and Y"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from graph.model import Relation


def camp_members(doc: Doc) -> Iterator[Relation]:
    """memberOf, from a camp's name beside the people of it."""
    yield from ()
