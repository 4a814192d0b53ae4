"""Intervals drawn to scale in plain text, for places where no picture can be shown.

A heavy mark is what the words state, the light line around it what hedge and rounding leave open, an
arrow an end that is open::

    Interior ministry   ┣━━━━━━━━━━━━━┫                  60,000 to 90,000
    Ada Brok                                     ─╂──    around 115,000 people
                       ──┴─────────┴─────────┴─────────
                       60,000    80,000   100,000
"""

import math

from reconcile.comparison.intervals import Reach
from reconcile.reporting.escaping import fit
from reconcile.reporting.figures import number
from reconcile.reporting.scale import Scale, scale_of
from reconcile.reporting.view import FactView

_LABEL = 24  # columns for who says it
_PLOT = 44  # columns for the axis
_FIGURE = 30  # columns for the figure as printed


def strip(one: FactView) -> list[str]:
    """One line a claim and two for the axis; no line where nothing finite is stated."""
    scale = scale_of(stretch for _, reach in one.drawn for stretch in (reach.stated, reach.plausible))
    if scale is None:
        return []
    lines = [f"{fit(row.speaker, _LABEL)} {_bar(reach, scale)} {row.label(_FIGURE)}" for row, reach in one.drawn]
    return lines + [f"{' ' * _LABEL} {line}".rstrip() for line in _axis(scale)]


def _bar(reach: Reach, scale: Scale) -> str:
    columns = [" "] * _PLOT
    first, last = _column(reach.plausible.low, scale), _column(reach.plausible.high, scale)
    columns[first : last + 1] = "─" * (last + 1 - first)
    left, right = _column(reach.stated.low, scale), _column(reach.stated.high, scale)
    if math.isinf(reach.stated.low):
        left = right
    if math.isinf(reach.stated.high):
        right = left
    if left == right:
        columns[left] = "╂" if first < left < last else "┃"
    else:
        columns[left : right + 1] = "┣" + "━" * (right - left - 1) + "┫"
    if math.isinf(reach.plausible.low):
        columns[0] = "<"
    if math.isinf(reach.plausible.high):
        columns[-1] = ">"
    return "".join(columns)


def _axis(scale: Scale) -> list[str]:
    line, labels = ["─"] * _PLOT, [" "] * _PLOT
    free = 0
    for tick in scale.ticks():
        column, label = _column(tick, scale), number(tick)
        start = min(max(0, column - len(label) // 2), _PLOT - len(label))
        line[column] = "┴"
        if start >= free:
            labels[start : start + len(label)] = label
            free = start + len(label) + 2
    note = ["(logarithmic)"] if scale.log else []
    return ["".join(line), "".join(labels), *note]


def _column(value: float, scale: Scale) -> int:
    return round(scale.at(value) * (_PLOT - 1))
