"""Article → Doc: tokens, sentences, names, chains, quotations and times, as spaCy pipeline components.

Every Doc carries `doc._.article`, `doc.ents` (our types), `doc._.chains`, `doc._.chain_at`, `doc._.parts_of` (the token
of a plural → the heads of the names that it stands for), `doc._.quotations` and `doc._.times`.
"""

from graph.language.pipeline import DEFAULT_MODEL, docs, lines, load, model_digest
from graph.language.quotations import Quotation

__all__ = ["DEFAULT_MODEL", "Quotation", "docs", "lines", "load", "model_digest"]
