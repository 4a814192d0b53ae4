"""Pairs to groups: along the strongest bonds first, and never a group that contradicts itself."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from reconcile.comparison.bonds import Bond, Unjoined
from reconcile.comparison.splits import Split


@dataclass(slots=True)
class _Cluster:
    """Claims joined so far, and those that they stand in some relation to."""

    members: set[str]
    kept_apart: set[str] = field(default_factory=set)  #: by a reason: never joined
    excluded: set[str] = field(default_factory=set)  #: figures that exclude one of ours
    clashing: set[str] = field(default_factory=set)  #: those of them that are surely about the same
    because: dict[str, None] = field(default_factory=dict)
    measured: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))  #: members by known property

    def absorb(self, other: "_Cluster") -> None:
        self.members |= other.members
        self.kept_apart |= other.kept_apart
        self.excluded |= other.excluded
        self.clashing |= other.clashing
        self.because.update(other.because)
        for property, ids in other.measured.items():
            self.measured[property] += ids

    def bars(self, other: "_Cluster", bond: Bond) -> bool:
        """Whether joining along a bond would put together what was kept apart, or make a conflict on hearsay.

        Groups with figures that exclude each other need one pair among them that is surely about the same,
        or one number in both: a chain of vague figures must not tie two precise ones.
        """
        if self.kept_apart & other.members:
            return True
        return not bond.one_number and bool(self.excluded & other.members) and not self.clashing & other.members


class Clusters:
    """Groups of claim ids, grown pair by pair."""

    def __init__(self, properties: Mapping[str, str | None]) -> None:
        """``properties`` are the ids in their order, each with its property where a topic knows it."""
        self._order = {id: place for place, id in enumerate(properties)}
        self._of = {id: _Cluster({id}) for id in self._order}
        for id, property in properties.items():
            if property is not None:
                self._of[id].measured[property].append(id)
        self._properties = properties
        self._bonds: list[tuple[Bond, str, str]] = []
        self._bound: set[tuple[str, str]] = set()

    def add(self, one: str, other: str, found: Bond | Split | Unjoined) -> None:
        """What two claims are to each other."""
        if isinstance(found, Bond):
            self._bonds.append((found, one, other))
            if self._properties[one] != self._properties[other]:
                self._bound.update(((one, other), (other, one)))
            if not found.excludes:
                return
        for mine, yours in ((one, other), (other, one)):
            cluster = self._of[mine]
            match found:
                case Split():
                    cluster.kept_apart.add(yours)
                case Bond(excludes=True):
                    cluster.excluded.add(yours)
                    cluster.clashing.add(yours)
                case Unjoined(excludes=True):
                    cluster.excluded.add(yours)

    def grow(self) -> list[tuple[list[str], tuple[str, ...]]]:
        """The groups, in the order of their first claims, each with the reasons that joined it."""
        order, of = self._order, self._of
        self._bonds.sort(key=lambda bond: (-bond[0].strength, order[bond[1]], order[bond[2]]))
        for bond, one, other in self._bonds:
            mine, yours = of[one], of[other]
            if mine is yours or mine.bars(yours, bond) or self._of_two_properties(mine, yours):
                continue
            if len(mine.members) < len(yours.members):
                mine, yours = yours, mine
            mine.absorb(yours)
            mine.because[bond.because] = None
            for id in yours.members:
                of[id] = mine
        groups: dict[str, list[str]] = defaultdict(list)
        for id in order:
            groups[min(of[id].members, key=order.__getitem__)].append(id)
        return [(ids, tuple(of[ids[0]].because)) for ids in groups.values()]

    def _of_two_properties(self, mine: _Cluster, yours: _Cluster) -> bool:
        """Whether two groups hold known properties that differ, for more than figures that are one."""
        return any(
            (one, other) not in self._bound
            for property, ids in mine.measured.items()
            for another, others in yours.measured.items()
            if property != another
            for one in ids
            for other in others
        )
