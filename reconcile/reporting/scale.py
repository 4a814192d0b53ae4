"""Where a number falls on the axis of a plot."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from reconcile.model import Interval

_PAD = 0.05  # of the stretch, left free on each side
_LOG_FROM = 100  # largest over smallest at which a linear axis shows nothing but the largest
_TICKS = 4
_LEAST = 1e-9


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from ``low`` to ``high``, linear or logarithmic; ``whole`` where only whole numbers stand on it."""

    low: float
    high: float
    log: bool = False
    whole: bool = False

    def at(self, value: float) -> float:
        """The place of ``value`` from 0 (left end) to 1 (right end); what lies beyond is at the end."""
        if self.log:
            if value <= 0:
                return 0.0
            share = math.log(value / self.low) / math.log(self.high / self.low)
        else:
            share = (value - self.low) / (self.high - self.low) if math.isfinite(value) else math.copysign(2, value)
        return min(1.0, max(0.0, share))

    def ticks(self) -> list[float]:
        """Round numbers on the axis, few enough to be labelled."""
        if self.log:
            powers = range(math.ceil(math.log10(self.low)), math.floor(math.log10(self.high)) + 1)
            every = max(1, math.ceil(len(powers) / (_TICKS + 1)))
            return [10.0**power for power in powers[::every]]
        step = _nice((self.high - self.low) / _TICKS, self.whole)
        first = math.ceil(self.low / step)
        last = math.floor(self.high / step)
        return [float(f"{n * step:.12g}") for n in range(first, last + 1)]  # 0.3, not 0.30000000000000004


def scale_of(stretches: Iterable[Interval]) -> Scale | None:
    """The axis on which every finite end of the stretches falls; None where there is no finite end."""
    ends = [end for one in stretches for end in (one.low, one.high) if math.isfinite(end)]
    if not ends:
        return None
    low, high = min(ends), max(ends)
    if low > 0 and high / low >= _LOG_FROM:
        return Scale(low / 1.5, high * 1.5, log=True)
    if high - low <= max(abs(low), abs(high), _LEAST) * _LEAST:  # a point, as far as arithmetic can tell
        pad = abs(high) * 2 * _PAD or 1.0
    else:
        pad = (high - low) * _PAD
    whole = all(end.is_integer() for end in map(float, ends))
    return Scale(max(0.0, low - pad) if low >= 0 else low - pad, high + pad, whole=whole)


def common(stretches: Iterable[Interval]) -> Interval | None:
    """The stretch that all share; None where they share none, or only a point."""
    all_of_them = list(stretches)
    if not all_of_them:
        return None
    low, high = max(one.low for one in all_of_them), min(one.high for one in all_of_them)
    return Interval(low, high) if low < high else None


def _nice(step: float, whole: bool) -> float:
    """The smallest of 1, 2, 2.5, 5 times a power of ten that is no smaller than ``step``, whole if it must be."""
    power = 10.0 ** math.floor(math.log10(step))
    steps = (factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= step * (1 - 1e-9))
    return float(next((one for one in steps if not whole or one.is_integer()), 1.0))
