"""The model's matrix products by numpy's own BLAS: on many processors three times as fast as the one that it brings.

They are done on one thread, since a build has its workers for the other cores.

A BLAS takes other paths for other sizes, and those differ in the last bit. Here every product is of the same number of
rows, so that what comes out of an article does not depend on which others are in its batch, whichever BLAS numpy was
built with (OpenBLAS on PyPI, also MKL or Accelerate). Between kinds of processors the last bits differ, as they do with
the model's own, which has its ways for some of them and one for all others.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController

ROWS = 128
"""Of one product; a multiple of all that processors take at a time, and few enough for a single sentence."""

Floats = NDArray[np.float32]


class Products(NumpyOps):  # type: ignore[misc]
    """What the model computes with; only the product of rows with the transposed weights of a layer is done anew."""

    def gemm(
        self, x: Floats, y: Floats, *, out: Floats | None = None, trans1: bool = False, trans2: bool = False
    ) -> Floats:
        """The product of two matrices, each transposed or not; `out` is where it goes."""
        if trans1 or not trans2 or not x.dtype == y.dtype == np.float32:
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)  # type: ignore[no-any-return]
        found = np.empty((len(x), len(y)), np.float32) if out is None else out
        with blas().limit(limits=1):
            for start in range(0, len(x), ROWS):
                rows = x[start : start + ROWS]
                found[start : start + ROWS] = (padded(rows) @ y.T)[: len(rows)]
        return found


@cache
def blas() -> ThreadpoolController:
    """What says on how many threads numpy multiplies."""
    return ThreadpoolController().select(user_api="blas")


def padded(rows: Floats) -> Floats:
    """The rows with zeros below them, as many as a product has.

    >>> padded(np.ones((3, 2), np.float32)).shape
    (128, 2)
    """
    if len(rows) == ROWS:
        return rows
    whole = np.zeros((ROWS, rows.shape[1]), np.float32)
    whole[: len(rows)] = rows
    return whole


def replace_in(nlp: Language) -> None:
    """Lets the model multiply so, where it computes with numpy; what runs on other libraries stays as it is."""
    ops = Products()
    for _, pipe in nlp.components:
        model = getattr(pipe, "model", None)
        for layer in model.walk() if model is not None else ():
            if type(layer.ops) is NumpyOps:
                layer.ops = ops
