"""From the lowest to the highest figure of a fact, in words."""

import math
from collections.abc import Sequence

from reconcile.model import Fact, Interval
from reconcile.reporting import figures
from reconcile.reporting.rows import Row

_CONVERTED = 3  # digits of a figure that was taken to another unit
_SAME = 1e-9  # relative: what converting there and back loses


def spread(fact: Fact, rows: Sequence[Row]) -> str:
    """Lowest to highest figure stated, in the fact's unit; "or more" where the highest is only a floor."""
    found = fact.spread or _hull(rows)
    if found is None:
        return "no figure"
    printed = {
        end
        for row in rows
        if row.claim.quantity.unit == fact.unit
        for end in (row.claim.quantity.low, row.claim.quantity.high)
    }
    low, high = (end if end in printed else _rounded(end) for end in (found.low, found.high))
    pattern = figures.unit_pattern(fact.unit, rows[0].claim.quantity.kind, figures.symbol)
    words = figures.between(low, high, pattern)
    return f"{words} or more" if _open_above(found.high, rows) else words


def _hull(rows: Sequence[Row]) -> Interval | None:
    stated = [row.reach.stated for row in rows if row.reach]
    ends = [end for one in stated for end in (one.low, one.high) if math.isfinite(end)]
    return Interval(min(ends), max(ends)) if ends else None


def _open_above(top: float, rows: Sequence[Row]) -> bool:
    """Whether all who give the highest figure say that there may be more."""
    least = top - abs(top) * _SAME
    highest = [row.reach.stated for row in rows if row.reach and max(_finite(row.reach.stated)) >= least]
    return bool(highest) and all(math.isinf(one.high) for one in highest)


def _finite(stated: Interval) -> list[float]:
    return [end for end in (stated.low, stated.high) if math.isfinite(end)] or [-math.inf]


def _rounded(value: float) -> float:
    """A figure that was converted, without digits that nobody stated."""
    return float(f"{value:.{_CONVERTED}g}")
