"""Plots of facts: SVG files beside a Markdown report, and matplotlib axes for Python."""

import math
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile.comparison.intervals import Reach
from reconcile.errors import OutputError
from reconcile.model import Report, VerdictKind
from reconcile.reporting.escaping import fit
from reconcile.reporting.figures import number
from reconcile.reporting.output import write_text
from reconcile.reporting.rows import Row
from reconcile.reporting.scale import Scale, common, scale_of
from reconcile.reporting.svg import interval_plot, timeline
from reconcile.reporting.view import FactView, View

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_STATED, _OPEN, _SHARED = "#0b5fa5", "#4a8fc7", "#e3efe6"  # told apart by every kind of colour vision, and in grey
_LABEL = 48  # columns of a label


def plot_names(one: FactView) -> dict[str, str]:
    """The file names of a fact's plots and what each shows; a single figure on its own has none."""
    if one.kind is VerdictKind.SINGLE and len(one.rows) == 1:
        return {}
    names = {f"{one.fact.id}.svg": "The figures as intervals"}
    if one.kind is VerdictKind.SUPERSEDED and timeline(one):
        names = {f"{one.fact.id}-over-time.svg": "The figures over time"} | names
    return names if interval_plot(one) else {}


def write_plots(report: Report, folder: Path) -> list[Path]:
    """Write the plots of a report's facts into ``folder`` as SVG, the same bytes in every run.

    Returns the paths written. Raises OutputError, FidelityError.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise OutputError(f"{folder}: cannot be made: {problem.strerror or problem}; choose another folder") from None
    written = []
    for one in View(report).facts:
        for name in plot_names(one):
            drawn = timeline(one, alone=True) if name.endswith("-over-time.svg") else interval_plot(one, alone=True)
            if drawn:
                write_text(folder / name, drawn)
                written.append(folder / name)
    return written


def plot_fact(report: Report, fact: str, ax: "Axes | None" = None) -> "Axes":
    """The fact with the id ``fact`` as an interval plot on matplotlib axes (new ones where none are given).

    One row a claim: the thick mark is what is stated, the thin line what the words leave open, an arrow
    an open end, the shaded stretch what all share. Raises KeyError where the report has no such fact.
    """
    one = next((one for one in View(report).facts if one.fact.id == fact), None)
    if one is None:
        raise KeyError(fact)
    if ax is None:
        from matplotlib import pyplot

        _, ax = pyplot.subplots(figsize=(8, 1.2 + 0.45 * len(one.rows)), layout="constrained")
    scale = scale_of(stretch for _, reach in one.drawn for stretch in (reach.stated, reach.plausible)) or Scale(
        0.0, 1.0
    )
    for place, row in enumerate(one.rows):
        if row.reach:
            _draw(ax, place, row.reach, scale, hollow=row.taken_back is not None)
    shared = common(reach.plausible for _, reach in one.drawn) if len(one.drawn) > 1 else None
    if shared:
        ax.axvspan(max(shared.low, scale.low), min(shared.high, scale.high), color=_SHARED, zorder=0)
    ax.set_yticks(range(len(one.rows)), [_label(row) for row in one.rows])
    ax.set_ylim(len(one.rows) - 0.4, -0.6)
    if scale.log:
        ax.set_xscale("log")
    ax.set_xlim(scale.low, scale.high)
    ax.xaxis.set_major_formatter(lambda value, _: number(value))
    # a dollar sign would begin mathematics
    ax.set_title(f"{one.heading} ({one.verdict})".replace("$", r"\$"), loc="left", fontsize="medium", wrap=True)
    ax.spines[["top", "right", "left"]].set_visible(False)
    ax.tick_params(axis="y", length=0)
    return ax


def _draw(ax: "Axes", place: int, reach: Reach, scale: Scale, hollow: bool) -> None:
    low, high = max(reach.plausible.low, scale.low), min(reach.plausible.high, scale.high)
    ax.hlines(place, low, high, color=_OPEN, linewidth=3, zorder=1)
    if math.isinf(reach.plausible.low):
        ax.plot([scale.low], [place], marker="<", color=_OPEN, clip_on=False, zorder=2)
    if math.isinf(reach.plausible.high):
        ax.plot([scale.high], [place], marker=">", color=_OPEN, clip_on=False, zorder=2)
    ends = [end for end in (reach.stated.low, reach.stated.high) if math.isfinite(end)]
    if len(ends) == 2 and ends[0] != ends[1]:
        ax.hlines(place, ends[0], ends[1], color=_STATED, linewidth=7, zorder=3)
    elif ends:
        ax.plot(ends[:1], [place], marker="D", color=_STATED, fillstyle="none" if hollow else "full", zorder=3)


def _label(row: Row) -> str:
    dated = f", {row.as_of}" if row.as_of != "unknown" else ""
    text = f"{row.label(_LABEL)}\n{fit(row.speaker, _LABEL - len(dated)).rstrip()}{dated}"
    return text.replace("$", r"\$")
