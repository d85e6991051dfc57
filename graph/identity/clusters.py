"""Disjoint sets that keep apart what is not the same, transitively."""

from __future__ import annotations

from collections.abc import Iterable

from graph.errors import DecisionError
from graph.identity.profiles import Facts


class Clusters:
    """Sets of profiles, by union and find; a join that would bring a conflict into a set is refused."""

    def __init__(self, facts: Iterable[Facts]) -> None:
        self._facts = [{fact} for fact in facts]
        self._parent = list(range(len(self._facts)))
        self._apart: list[set[int]] = [set() for _ in self._parent]

    def find(self, item: int) -> int:
        """The representative of an item's set: its smallest item."""
        parent = self._parent
        while parent[item] != item:
            parent[item] = item = parent[parent[item]]
        return item

    def keep_apart(self, left: int, right: int, reason: str) -> None:
        """Forbids two items to fall into one set; raises DecisionError where they are in one already."""
        one, other = self.find(left), self.find(right)
        if one == other:
            raise DecisionError(reason)
        self._apart[one].add(other)
        self._apart[other].add(one)

    def conflict(self, left: int, right: int) -> str | None:
        """Why the sets of two items cannot be one, or None."""
        one, other = self.find(left), self.find(right)
        if other in self._apart[one]:
            return "a decision"
        reasons = (mine.conflict(theirs) for mine in self._facts[one] for theirs in self._facts[other])
        return next((reason for reason in reasons if reason), None)

    def join(self, left: int, right: int, *, forced: bool = False) -> bool:
        """Puts two items into one set unless a conflict forbids it; `forced` overrides facts, as people do."""
        one, other = sorted((self.find(left), self.find(right)))
        if one == other or (not forced and self.conflict(one, other)):
            return False
        self._parent[other] = one
        self._facts[one] |= self._facts[other]
        for enemy in self._apart[other]:
            self._apart[enemy].discard(other)
            self._apart[enemy].add(one)
        self._apart[one] |= self._apart[other]
        return True
