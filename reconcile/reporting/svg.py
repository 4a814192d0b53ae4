"""Facts as SVG: an interval plot of every fact, a timeline of one that changed.

Places across are percentages, so that a plot takes any width and its letters keep their size. The
same fact gives the same bytes. Colours come from the page; a plot that stands alone brings its own.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reconcile.comparison.intervals import Reach
from reconcile.reporting import figures
from reconcile.reporting.escaping import fit, printable, width
from reconcile.reporting.rows import Row
from reconcile.reporting.scale import Scale, common, scale_of
from reconcile.reporting.templating import asset, template
from reconcile.reporting.view import FactView

_ROW = 40  # pixels of height for a claim
_FOOT = 26  # and for the axis below
_WIDTH = 720  # of a plot that stands alone
_TIMELINE = 200  # pixels of height of a timeline
_FIGURE = 40  # columns of a figure's label
_PHONE = 42  # columns of a label on a phone
_LABELLED = 14  # points that still have room for a label each


@dataclass(frozen=True, slots=True)
class Bar:
    """A claim as it is drawn; places are percentages of the width, None an open end."""

    y: int
    figure: str
    narrow: str  #: who says it, in the room that a phone has
    who: str
    more: str
    hollow: bool  #: the figure is denied or withdrawn
    low: str
    width: str
    open_low: bool
    open_high: bool
    mark: str | None  #: where one number is stated
    from_: str | None  #: where a stated range begins
    span: str | None  #: and how wide it is


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on an axis."""

    at: str
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Point:
    """A claim on a timeline: percentages across, pixels down."""

    x: str
    y: int
    top: int
    height: int
    open_high: bool
    open_low: bool
    hollow: bool
    label: str
    day: str
    anchor: str
    shift: int


def interval_plot(one: FactView, alone: bool = False) -> str | None:
    """One row a claim, drawn to scale; None where nothing finite is stated.

    ``alone`` makes a file of its own of it, with its own colours and size.
    """
    scale = scale_of(stretch for _, reach in one.drawn for stretch in (reach.stated, reach.plausible))
    if scale is None:
        return None
    bars = [_bar(row, reach, scale, index * _ROW) for index, (row, reach) in enumerate(one.drawn)]
    shared = common(reach.plausible for _, reach in one.drawn) if len(bars) > 1 else None
    return template("plot.svg.j2").render(
        id=one.fact.id,
        alone=alone,
        style=asset("plot.css").strip() if alone else "",
        width=_WIDTH,
        height=len(bars) * _ROW + _FOOT,
        foot=len(bars) * _ROW,
        title=printable(one.heading),
        description=_described(one),
        bars=bars,
        ticks=_ticks(scale),
        shared=(_percent(scale.at(shared.low)), _percent(scale.at(shared.high) - scale.at(shared.low)))
        if shared
        else None,
        log=scale.log,
    )


def _bar(row: Row, reach: Reach, scale: Scale, y: int) -> Bar:
    low, high = scale.at(reach.plausible.low), scale.at(reach.plausible.high)
    ends = [scale.at(end) for end in (reach.stated.low, reach.stated.high) if math.isfinite(end)]
    figure = row.label(_FIGURE)
    is_range = len(ends) == 2 and ends[0] != ends[1]
    return Bar(
        y=y,
        figure=figure,
        narrow=fit(row.speaker, max(_PHONE - width(figure), 4)).rstrip(),
        hollow=row.taken_back is not None,
        who=fit(row.speaker, 34).rstrip(),
        more=fit(_rest(row), 44).rstrip(),
        low=_percent(low),
        width=_percent(high - low),
        open_low=math.isinf(reach.plausible.low),
        open_high=math.isinf(reach.plausible.high),
        mark=_percent(ends[0]) if ends and not is_range else None,
        from_=_percent(ends[0]) if is_range else None,
        span=_percent(ends[1] - ends[0]) if is_range else None,
    )


def _rest(row: Row) -> str:
    """What a label says where there is room: the outlet, unless it speaks itself, and the date."""
    outlet = row.document.publisher or row.document.id
    dated = f"as of {row.as_of}" if row.as_of != "unknown" else "undated"
    return dated if outlet == row.speaker else f"{outlet}, {dated}"


def timeline(one: FactView, alone: bool = False) -> str | None:
    """A fact's figures over time; None where fewer than two days are known, or nothing finite is stated."""
    dated = [(day, row, reach) for row, reach in one.drawn if (day := _day(row)) is not None]
    scale = scale_of(stretch for _, _, reach in dated for stretch in (reach.stated, reach.plausible))
    days = sorted({day for day, _, _ in dated})
    if len(days) < 2 or scale is None:
        return None
    across = Scale(float(days[0].toordinal()), float(days[-1].toordinal()))
    points = [
        _point(row, reach, across.at(day.toordinal()), scale, len(dated) <= _LABELLED) for day, row, reach in dated
    ]
    ends = ((0.0, days[0], "start"), (1.0, days[-1], "end"))
    return template("timeline.svg.j2").render(
        id=one.fact.id,
        alone=alone,
        style=asset("plot.css").strip() if alone else "",
        width=_WIDTH,
        height=_TIMELINE + _FOOT,
        foot=_TIMELINE,
        title=printable(f"{one.heading}, over time"),
        description=_described(one),
        points=points,
        ticks=[Tick(_percent(_inset(share)), day.isoformat(), anchor) for share, day, anchor in ends],
        levels=[(figures.number(level), _down(level, scale)) for level in scale.ticks()],
    )


def _point(row: Row, reach: Reach, share: float, scale: Scale, labelled: bool) -> Point:
    stated = [end for end in (reach.stated.low, reach.stated.high) if math.isfinite(end)]
    middle = sum(stated) / len(stated) if stated else reach.plausible.low
    top, bottom = _down(reach.plausible.high, scale), _down(reach.plausible.low, scale)
    late = share > 0.6
    return Point(
        x=_percent(_inset(share)),
        y=_down(middle, scale),
        top=top,
        height=max(2, bottom - top),
        open_high=math.isinf(reach.plausible.high),
        open_low=math.isinf(reach.plausible.low),
        label=row.label(24) if labelled else "",
        hollow=row.taken_back is not None,
        day=row.as_of,
        anchor="end" if late else "start",
        shift=-9 if late else 9,
    )


def _day(row: Row) -> date | None:
    period = row.claim.as_of
    day = (period.end or period.start) if period else None
    if day is None and row.document.published:
        day = date.fromisoformat(row.document.published[:10]) if len(row.document.published) >= 10 else None
    return day


def _inset(share: float) -> float:
    return 0.12 + share * 0.84  # the levels are labelled at the left


def _down(value: float, scale: Scale) -> int:
    return round((1 - scale.at(value)) * (_TIMELINE - 24)) + 12


def _ticks(scale: Scale) -> list[Tick]:
    places = [(scale.at(value), figures.number(value)) for value in scale.ticks()]
    if any(len(label) > 9 for _, label in places):
        places = places[::2]
    return [
        Tick(_percent(at), label, "start" if at < 0.06 else "end" if at > 0.94 else "middle") for at, label in places
    ]


def _described(one: FactView) -> str:
    """The plot in words, for those who do not see it."""
    rows: Sequence[Row] = one.rows[:30]
    return printable("; ".join(f"{row.claim.quantity.text}, {row.who}, as of {row.as_of}" for row in rows))


def _percent(share: float) -> str:
    return f"{share * 100:.2f}".rstrip("0").rstrip(".") + "%"
