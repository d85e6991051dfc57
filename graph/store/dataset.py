"""A generation behind rdflib's Dataset, for those who work in rdflib."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Store

if TYPE_CHECKING:
    import rdflib


def to_rdflib(store: Store) -> rdflib.Dataset:
    """The dataset; its default graph is what the news states as fact."""
    import rdflib
    from oxrdflib import OxigraphStore

    return rdflib.Dataset(OxigraphStore(store=store), default_union=False)
