"""Positions, computed before the page is written, so that the picture stands still and is the same every time."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import rustworkx as rx

SEED = 7
SPACING = 95.0
"""Pixels between neighbours."""

TOUCH_UP = 1_500
"""Pictures with more nodes than this keep their overlaps: nobody reads all their labels at once."""

SCREEN = 1.15
"""The width of the place for the picture in parts of its height."""

WIDTHS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.4, 1.6)
"""The widths that are tried for all parts together, beside the side of a screen of their area."""

MOST_STRETCH = 1.6
"""A part is stretched up to so much to have the screen's shape."""

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
    found = rx.spring_layout(
        network.subgraph(part), k=1.6 / math.sqrt(len(part)), num_iter=120 if len(part) <= TOUCH_UP else 50,
        scale=round(SPACING * math.sqrt(len(part)) / 1.6), seed=SEED,
    )  # fmt: skip
    return _lying([(x, y) for x, y in (found[number] for number in range(len(part)))])


def _lying(points: list[Point]) -> list[Point]:
    """Points turned so that they spread most from left to right, as screens do, and stretched to a screen's shape.

    >>> [(round(x), round(y)) for x, y in _lying([(0, -4), (0, 0), (0.01, 4)])]
    [(-4, 0), (0, 0), (4, 0)]
    """
    middle = [sum(axis) / len(points) for axis in zip(*points, strict=True)]
    away = [(x - middle[0], y - middle[1]) for x, y in points]
    both, wide, tall = (sum(a * b for a, b in away), sum(a * a for a, _ in away), sum(b * b for _, b in away))
    turn = math.atan2(2 * both, wide - tall) / 2
    cosine, sine = math.cos(turn), math.sin(turn)
    lying = [(a * cosine + b * sine, b * cosine - a * sine) for a, b in away]
    width, height = (max(axis) - min(axis) for axis in zip(*lying, strict=True))
    stretch = min(max(width / SCREEN / max(height, 1), 1), MOST_STRETCH)
    return [(x, y * stretch) for x, y in lying]


def spread(boxes: list[Box], rounds: int = 200) -> None:
    """Pushes overlapping boxes apart, each pair along the shorter way."""
    for _ in range(rounds):
        if not sum(_push(left, right) for left, right in _near(boxes)):
            return


def _near(boxes: list[Box]) -> list[tuple[Box, Box]]:
    """Pairs that may overlap: those of one cell, as great as the greatest box, or of two cells that touch."""
    width, height = (max((getattr(box, side) for box in boxes), default=1) for side in ("width", "height"))
    cells: dict[tuple[int, int], list[Box]] = {}
    for box in boxes:
        cells.setdefault((int(box.x // width), int(box.y // height)), []).append(box)
    pairs = [pair for own in cells.values() for pair in combinations(own, 2)]
    for (column, row), own in cells.items():
        for step in ((1, -1), (1, 0), (1, 1), (0, 1)):
            pairs += product(own, cells.get((column + step[0], row + step[1]), ()))
    return pairs


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
    """Sets the connected parts side by side, the tallest first, so that all together fit a screen best."""
    if not parts:
        return
    extents = [_extent(part) for part in parts]
    sizes = [(right - left + SPACING, bottom - top + SPACING) for left, top, right, bottom in extents]
    order = sorted(range(len(parts)), key=lambda number: (-sizes[number][1], number))
    widest = max(width for width, _ in sizes)
    area = sum(width * height for width, height in sizes)
    tried = {max(widest, math.sqrt(area * SCREEN) * wider) for wider in WIDTHS}
    packed = [(width, _corners([sizes[number] for number in order], width)) for width in sorted(tried)]
    ordered = [sizes[number] for number in order]
    _, best = min(packed, key=lambda each: _height_on_screen(each[1], ordered))
    for number, (x, y) in zip(order, best, strict=True):
        left, top, *_ = extents[number]
        for box in parts[number]:
            box.x, box.y = box.x - left + x, box.y - top + y


def _corners(sizes: list[Point], width: float) -> list[Point]:
    """The upper left corner of each part: as high as it goes under those before it, within a width.

    >>> _corners([(4, 3), (2, 1), (2, 1), (3, 1)], 6)
    [(0.0, 0.0), (4.0, 0.0), (4.0, 1.0), (0.0, 3.0)]
    """
    skyline = [(0.0, width, 0.0)]
    corners: list[Point] = []
    for wide, tall in sizes:
        starts = [left for left, _, _ in skyline if left + wide <= width] or [0.0]
        floors = [(max(low for a, b, low in skyline if a < x + wide and x < b), x) for x in starts]
        y, x = min(floors)
        corners.append((x, y))
        rest = [(a, min(b, x), low) for a, b, low in skyline if a < x]
        after = [(max(a, x + wide), b, low) for a, b, low in skyline if b > x + wide]
        skyline = [*rest, (x, x + wide, y + tall), *after]
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
