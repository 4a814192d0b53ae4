"""What two figures are to each other as stretches of the number line.

The names follow IEEE 1788 (interval arithmetic) where it has them. Cover decides agreement: what one
side states lies inside what the other leaves open. Touching is neither agreement nor conflict.
"""

import math
from dataclasses import dataclass
from enum import StrEnum

from reconcile.model import Interval

_EPSILON = 1e-9  # relative: what arithmetic loses in converting a unit there and back


class Relation(StrEnum):
    """How two figures lie, nearest first."""

    EQUAL = "equal"
    COVER = "cover"
    OVERLAP = "overlap"
    TOUCH = "touch"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Reach:
    """A figure in one unit: what its words state, and what they leave open around it."""

    stated: Interval
    plausible: Interval

    @property
    def closed(self) -> bool:
        """Whether the words give both ends."""
        return not (math.isinf(self.stated.low) or math.isinf(self.stated.high))


def relation(one: Reach, other: Reach) -> Relation:
    """How two figures in the same unit lie to each other. Symmetric."""
    if _near(one.stated.low, other.stated.low) and _near(one.stated.high, other.stated.high):
        return Relation.EQUAL
    if _inside(one.stated, other.plausible) or _inside(other.stated, one.plausible):
        return Relation.COVER
    low = max(one.plausible.low, other.plausible.low)
    high = min(one.plausible.high, other.plausible.high)
    if _near(low, high):
        return Relation.TOUCH
    return Relation.OVERLAP if low < high else Relation.APART


def ratio(one: Reach, other: Reach) -> float | None:
    """The larger over the smaller of the nearest ends stated; None where a sign or a zero forbids it.

    1 where what is stated overlaps. 60,000-90,000 against 100,000 is 1.11.
    """
    low, high = sorted((one.stated, other.stated), key=lambda stretch: (stretch.high, stretch.low))
    if high.low <= low.high:
        return 1.0
    if low.high <= 0 < high.low or high.low <= 0 or math.isinf(high.low) or math.isinf(low.high):
        return None
    return high.low / low.high


def hull(stretches: list[Interval]) -> Interval | None:
    """The lowest to the highest finite end; None where there is none."""
    ends = [end for stretch in stretches for end in (stretch.low, stretch.high) if not math.isinf(end)]
    return Interval(min(ends), max(ends)) if ends else None


def _near(one: float, other: float) -> bool:
    return one == other or (math.isfinite(one) and math.isclose(one, other, rel_tol=_EPSILON))


def _inside(inner: Interval, outer: Interval) -> bool:
    low = outer.low <= inner.low or _near(outer.low, inner.low)
    return low and (inner.high <= outer.high or _near(inner.high, outer.high))
