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
    scale = _scale(one.stated, other.stated)
    if _same(one.stated, other.stated, scale):
        return Relation.EQUAL
    if _inside(one.stated, other.plausible, scale) or _inside(other.stated, one.plausible, scale):
        return Relation.COVER
    low = max(one.plausible.low, other.plausible.low)
    high = min(one.plausible.high, other.plausible.high)
    if low < high - scale:
        return Relation.OVERLAP
    return Relation.TOUCH if low <= high + scale else Relation.APART


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


def _scale(one: Interval, other: Interval) -> float:
    ends = [abs(end) for end in (one.low, one.high, other.low, other.high) if not math.isinf(end)]
    return _EPSILON * max(ends, default=0.0)


def _same(one: Interval, other: Interval, scale: float) -> bool:
    return _near(one.low, other.low, scale) and _near(one.high, other.high, scale)


def _near(one: float, other: float, scale: float) -> bool:
    return one == other or abs(one - other) <= scale


def _inside(inner: Interval, outer: Interval, scale: float) -> bool:
    return outer.low - scale <= inner.low and inner.high <= outer.high + scale
