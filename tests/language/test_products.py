"""What the model computes of a text is the same alone and in any company, and what its own products come to."""

from __future__ import annotations

import numpy as np
from spacy.language import Language
from thinc.api import NumpyOps

from graph.language import docs
from graph.language.products import ROWS, Products
from graph.reading import read_text

TEXTS = ["The harbour board met in Oslo on Monday.", "They left.", " ".join(["Anna Brandt praised the union."] * 60)]


def test_no_row_depends_on_the_others() -> None:
    some = np.random.default_rng(1).standard_normal((3 * ROWS + 5, 96), np.float32)
    weights = np.random.default_rng(2).standard_normal((288, 96), np.float32)
    whole = Products().gemm(some, weights, trans2=True)
    for start, end in ((0, 1), (0, ROWS), (7, 2 * ROWS), (ROWS + 3, len(some))):
        assert np.array_equal(Products().gemm(some[start:end], weights, trans2=True), whole[start:end])
    assert np.allclose(whole, NumpyOps().gemm(some, weights, trans2=True), atol=1e-3)


def test_other_products_are_the_model_s() -> None:
    one, other = np.ones((3, 2), np.float32), np.ones((2, 4), np.float32)
    assert np.array_equal(Products().gemm(one, other), one @ other)
    out = np.empty((3, 5), np.float32)
    assert Products().gemm(one, np.ones((5, 2), np.float32), out=out, trans2=True) is out
    assert (out == 2).all()


def test_a_text_is_read_alike_alone_and_in_company(nlp: Language) -> None:
    articles = [read_text(text) for text in TEXTS]
    together = list(docs(nlp, articles))
    for article, doc in zip(articles, together, strict=True):
        [alone] = docs(nlp, [article])
        assert np.array_equal(alone.tensor, doc.tensor)


def test_the_model_multiplies_so(nlp: Language) -> None:
    layers = [layer for name in ("tok2vec", "ner") for layer in nlp.get_pipe(name).model.walk()]
    assert layers
    assert all(isinstance(layer.ops, Products) for layer in layers)
