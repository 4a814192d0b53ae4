"""Disjoint sets: which of several things have come to belong together."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Unions(Generic[T]):
    """Groups that grow by joining two members. Groups and members keep the order they came in."""

    def __init__(self, members: Iterable[T]) -> None:
        self._parent = {member: member for member in members}

    def find(self, member: T) -> T:
        """The member that stands for the group."""
        root = member
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[member] != root:  # shorten the way for the next one who asks
            self._parent[member], member = root, self._parent[member]
        return root

    def join(self, one: T, other: T) -> None:
        """Make one group of the groups of two members."""
        self._parent[self.find(other)] = self.find(one)

    def groups(self) -> list[list[T]]:
        """The groups, each in the order of its members."""
        groups: dict[T, list[T]] = {}
        for member in self._parent:
            groups.setdefault(self.find(member), []).append(member)
        return list(groups.values())
