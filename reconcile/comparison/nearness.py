"""Figures that lie near each other in one unit: candidates for one figure, rounded or converted."""

import math
from collections.abc import Iterator, Sequence

from reconcile.comparison.items import Item
from reconcile.comparison.normalising import Rates, common_unit, reach

_NEIGHBOURS = 40  # figures above one that are looked at
_NEAR = 1.2  # figures further apart are not one figure rounded


def near_figures(items: Sequence[Item], rates: Rates, exact: bool = False) -> Iterator[tuple[Item, Item]]:
    """Pairs of one dimension whose figures are near in one unit, or ``exact`` the same, each pair once."""
    reach_of_near = 1.0 if exact else _NEAR
    unit = common_unit(item.claim for item in items)
    placed = [(size, item) for item in items if (size := _size(item, unit, rates))]
    placed.sort(key=lambda found: (found[0], found[1].claim.id))
    for start, (size, one) in enumerate(placed):
        for larger, other in placed[start + 1 : start + 1 + _NEIGHBOURS]:
            if larger > size * reach_of_near:
                break
            yield one, other


def _size(item: Item, unit: str | None, rates: Rates) -> float | None:
    """The middle of what a figure states, in one unit; None for what is not above zero."""
    found = reach(item.claim, unit, rates)
    if found is None:
        return None
    ends = [end for end in (found.stated.low, found.stated.high) if math.isfinite(end)]
    middle = sum(ends) / len(ends) if ends else 0.0
    return middle if middle > 0 else None
