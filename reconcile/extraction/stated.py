"""A figure or a range as it stands, before its surroundings are read."""

from dataclasses import dataclass, replace

from reconcile.dates import no_year
from reconcile.extraction.figures import Figure
from reconcile.extraction.ranges import Range
from reconcile.rulebook import Rules


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure or a range before its surroundings are read; ``number`` is the span of the bare number."""

    start: int
    end: int
    figure: Figure
    low: float
    high: float
    number: tuple[int, int]
    rules: tuple[str, ...]
    is_range: bool = False
    ahead: Figure | None = None  #: the figure behind it that it shares its noun with: "from [40] to 30 schools"


def of_figure(text: str, figure: Figure, rules: Rules, ahead: Figure | None = None) -> Stated:
    """One figure, with what says that its digits are no year."""
    number = figure.number
    signs = ("numerals/negative",) if figure.sign < 0 else ()
    asked = number.plain and figure.unit is None  # what has a unit is no year, whatever stands around it
    cue = no_year(text, number.start, number.end, rules) if asked else None
    read_by = (*number.rules, *signs, *((cue,) if cue else ()))
    return Stated(
        figure.start, figure.end, figure, figure.low, figure.high, (number.start, number.end), read_by, ahead=ahead
    )


def of_range(joined: Range, figure: Figure) -> Stated:
    """The range that begins with ``figure``, as finely given as its finer end."""
    first, second = joined.first, joined.second
    rules = tuple(dict.fromkeys((*first.number.rules, *second.number.rules, *joined.rules)))
    finest = min((end.number.step for end in (first, second) if end.number.step), default=None)
    whole = replace(second.of(first.unit), number=replace(second.number, step=finest))
    span = figure.number.start, second.number.end
    return Stated(joined.start, joined.end, whole, joined.low, joined.high, span, rules, is_range=True)
