from __future__ import annotations

from itertools import combinations

from graph.view.layout import positions
from tests.view.made_up import made_up


def overlaps(points: list[tuple[int, int]], width: float, height: float) -> int:
    return sum(abs(a[0] - b[0]) < width - 2 and abs(a[1] - b[1]) < height - 2 for a, b in combinations(points, 2))


def edges_of(nodes: int) -> list[tuple[int, int]]:
    network = made_up(nodes)
    numbers = {iri: number for number, iri in enumerate(network)}
    return [(numbers[tail], numbers[head]) for tail, head in network.edges()]


def test_places_are_the_same_every_time() -> None:
    sizes, edges = [(60.0, 30.0)] * 80, edges_of(80)
    assert positions(sizes, edges) == positions(sizes, edges)


def test_no_label_lies_on_another() -> None:
    assert overlaps(positions([(90.0, 30.0)] * 120, edges_of(120)), 90, 30) == 0


def test_neighbours_are_nearer_than_others() -> None:
    edges = edges_of(100)
    points = positions([(20.0, 20.0)] * 100, edges)

    def distance(pair: tuple[int, int]) -> float:
        (ax, ay), (bx, by) = points[pair[0]], points[pair[1]]
        return ((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5

    near = sum(map(distance, edges)) / len(edges)
    far = sum(map(distance, combinations(range(100), 2))) / (100 * 99 / 2)
    assert near < far / 2


def test_unconnected_parts_stand_side_by_side() -> None:
    pairs = [(0, 1), (2, 3), (4, 5)]
    points = positions([(30.0, 30.0)] * 6, pairs)
    assert overlaps(points, 30, 30) == 0
    assert positions([], []) == []
