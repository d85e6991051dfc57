"""Positions, computed before the page is written, so that the picture stands still and is the same every time."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

import rustworkx as rx

SEED = 7
SPACING = 95.0
"""Pixels between neighbours."""

TOUCH_UP = 1_500
"""Pictures with more nodes than this keep their overlaps: nobody reads all their labels at once."""

SCREEN = 1.3
"""The width of the place for the picture in parts of its height."""

MOST_IN_A_ROW = 12
"""Rows of up to so many parts are tried."""

Point = tuple[float, float]


@dataclass(slots=True)
class Box:
    """A node with its label under it, as it takes room in the picture."""

    x: float
    y: float
    width: float
    height: float


def positions(sizes: Sequence[tuple[float, float]], edges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """A place for each node (its width and height given), near its neighbours and over no other.

    >>> len(set(positions([(30, 30)] * 4, [(0, 1), (1, 2)])))
    4
    """
    network: rx.PyGraph[int, None] = rx.PyGraph(multigraph=False)
    network.add_nodes_from(range(len(sizes)))
    network.add_edges_from_no_data([(a, b) for a, b in edges if a != b])
    parts = sorted((sorted(part) for part in rx.connected_components(network)), key=lambda part: (-len(part), part))
    laid = [(part, _laid_out(network, part)) for part in parts]
    boxes = [Box(0, 0, width, height) for width, height in sizes]
    for part, points in laid:
        for node, (x, y) in zip(part, points, strict=True):
            boxes[node].x, boxes[node].y = x, y
        if len(part) <= TOUCH_UP:
            spread([boxes[node] for node in part])
    _pack([[boxes[node] for node in part] for part in parts])
    return [(round(box.x), round(box.y)) for box in boxes]


def _laid_out(network: rx.PyGraph[int, None], part: list[int]) -> list[Point]:
    """The nodes of one connected part around (0, 0)."""
    if len(part) == 1:
        return [(0.0, 0.0)]
    places = rx.spring_layout(
        network.subgraph(part), k=1.6 / math.sqrt(len(part)), num_iter=120 if len(part) <= TOUCH_UP else 50,
        scale=round(SPACING * math.sqrt(len(part)) / 1.6), seed=SEED,
    )  # fmt: skip
    return [(x * 1.35, y) for x, y in (places[number] for number in range(len(part)))]


def spread(boxes: list[Box], rounds: int = 200) -> None:
    """Pushes overlapping boxes apart, each pair along the shorter way."""
    for _ in range(rounds):
        boxes = sorted(boxes, key=lambda box: box.x)
        if not sum(_push(left, right) for left, right in _near(boxes)):
            return


def _near(boxes: list[Box]) -> Iterable[tuple[Box, Box]]:
    """Pairs that may overlap, of boxes in order of x."""
    widest = max((box.width for box in boxes), default=0)
    for number, left in enumerate(boxes):
        for right in boxes[number + 1 :]:
            if right.x - left.x > widest:
                break
            yield left, right


def _push(left: Box, right: Box) -> bool:
    over_x = (left.width + right.width) / 2 - abs(right.x - left.x)
    over_y = (left.height + right.height) / 2 - abs(right.y - left.y)
    if over_x <= 0 or over_y <= 0:
        return False
    if over_y <= over_x:
        step = (over_y / 2 + 0.5) * (1 if right.y >= left.y else -1)
        left.y, right.y = left.y - step, right.y + step
    else:
        step = (over_x / 2 + 0.5) * (1 if right.x >= left.x else -1)
        left.x, right.x = left.x - step, right.x + step
    return True


def _pack(parts: list[list[Box]]) -> None:
    """Sets the connected parts side by side in rows, the greatest first, so that all together fit a screen best."""
    extents = [_extent(part) for part in parts]
    sizes = [(right - left + SPACING, bottom - top + SPACING) for left, top, right, bottom in extents]
    widths = list(accumulate(width for width, _ in sizes))[:MOST_IN_A_ROW]
    rows = min(
        (_rows(sizes, width) for width in widths), key=lambda corners: _height_on_screen(corners, sizes), default=[]
    )
    for part, (left, top, _, _), (x, y) in zip(parts, extents, rows, strict=True):
        for box in part:
            box.x, box.y = box.x - left + x, box.y - top + y


def _rows(sizes: list[Point], row_width: float) -> list[Point]:
    """The upper left corner of each part in rows of a width."""
    corners: list[Point] = []
    x = y = tallest = 0.0
    for width, height in sizes:
        if x and x + width > row_width:
            x, y, tallest = 0.0, y + tallest, 0.0
        corners.append((x, y))
        x, tallest = x + width, max(tallest, height)
    return corners


def _height_on_screen(corners: list[Point], sizes: list[Point]) -> float:
    """The height of a picture of the screen's shape that holds all parts."""
    right = max(x + width for (x, _), (width, _) in zip(corners, sizes, strict=True))
    bottom = max(y + height for (_, y), (_, height) in zip(corners, sizes, strict=True))
    return max(right / SCREEN, bottom)


def _extent(part: list[Box]) -> tuple[float, float, float, float]:
    return (
        min(box.x - box.width / 2 for box in part),
        min(box.y - box.height / 2 for box in part),
        max(box.x + box.width / 2 for box in part),
        max(box.y + box.height / 2 for box in part),
    )
