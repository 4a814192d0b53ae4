"""Every figure in a text: candidates, guards, numbers, ranges, units, counted nouns and hedges put together."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reconcile.extraction.articles import is_one
from reconcile.extraction.candidates import candidates
from reconcile.extraction.carried import gapped, restated
from reconcile.extraction.figures import read_figure
from reconcile.extraction.guards import guard, series, too_long
from reconcile.extraction.modifiers import (
    TIMES,
    direction_after,
    direction_before,
    modifier_after,
    modifier_before,
    spans_time,
)
from reconcile.extraction.numerals import Form
from reconcile.extraction.ranges import Pair, Range, join_range
from reconcile.extraction.stated import Stated, of_figure, of_range
from reconcile.extraction.things import (
    at_rate,
    counted_thing,
    noun_of,
    of_unit,
    own_unit,
    refused_by_noun,
    shared_noun,
    taken_over,
)
from reconcile.extraction.units import UnitReading, unit_after
from reconcile.model import Direction, Kind, Modifier, Passed, Quantity, Span
from reconcile.rulebook import Rules
from reconcile.rulebook.quantities import ModifierRule


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in a text, and what was looked at and passed over, both in the order of the text."""

    quantities: tuple[Quantity, ...]
    passed: tuple[Passed, ...]


_DENIES = "guards/nothing"
_NONE = "numerals/zero"


def find_quantities(text: str, rules: Rules, skip: Sequence[tuple[int, int]] = ()) -> Reading:
    """Every quantity in ``text``, with its hedge, unit and counted noun, and every number that is none.

    ``skip`` are spans, in order and apart, whose numbers are not looked at. Takes time linear in the
    text; any text at all is read without an exception.
    """
    quantities: list[Quantity] = []
    passed: list[Passed] = []
    skipped = [start for start, _ in skip]
    done, claimed, lent = 0, 0, None
    for match in candidates(text, rules):
        pos = match.start()
        if pos < done:
            continue
        if skipped and (index := bisect_right(skipped, pos) - 1) >= 0 and pos < skip[index][1]:
            done = skip[index][1]
            continue
        previous = quantities[-1] if quantities else None
        last = passed[-1] if passed else None
        outcome, lent = _read(text, pos, claimed, rules, previous, last, lent)
        done = match.end()
        if outcome is None or (isinstance(outcome, Passed) and outcome.rule == _DENIES):
            passed += [outcome] if outcome else []
            continue  # "no fewer than 36": what was no number may be part of the next one's hedge
        if passed and passed[-1].rule == _DENIES and passed[-1].start >= outcome.start:
            passed.pop()  # "no one", "no fewer than 36"
        done = claimed = max(done, outcome.end)
        if isinstance(outcome, Passed):
            passed.append(outcome)
        else:
            quantities.append(outcome)
    return Reading(tuple(quantities), tuple(passed))


def _read(
    text: str,
    pos: int,
    floor: int,
    rules: Rules,
    previous: Quantity | None,
    last: Passed | None,
    lent: UnitReading | None,
) -> tuple[Quantity | Passed | None, UnitReading | None]:
    """What begins at ``pos``, and the unit that it lends to a figure joined to it."""
    figure = read_figure(text, pos, rules, floor)
    if figure is None:
        return too_long(text, pos, rules), None
    if figure.number.form is Form.ARTICLE and not is_one(text, figure, floor, rules):
        return None, None
    if taken := guard(text, figure, rules) or series(text, figure, last, rules):
        return taken, None
    joined = join_range(text, figure, rules)
    if isinstance(joined, Range):
        return _surround(text, of_range(joined, figure), floor, rules, previous, None), None
    lend = ahead = None
    if isinstance(joined, Pair):  # "from 24 to 35 billion euros": two figures that share scale and unit
        lend = figure.unit if joined.is_change else None
        ahead = joined.second if joined.is_change and joined.first.unit is None else None
        figure = replace(joined.first, end=figure.end)
    stated = of_figure(text, figure, rules, ahead)
    return _surround(text, stated, floor, rules, previous, lent), lend


def _surround(
    text: str, stated: Stated, floor: int, rules: Rules, previous: Quantity | None, lent: UnitReading | None
) -> Quantity | Passed | None:
    """The quantity with what its surroundings say: its unit or noun, its hedge, its direction."""
    hedge = modifier_before(text, stated.start, rules)
    unit = stated.figure.unit
    if hedge and (hedge.start < floor or (unit and unit.unit in TIMES and spans_time(text, hedge))):
        hedge = None
    looked_past: tuple[str, ...] = ()
    if hedge and hedge.means.means is None:
        looked_past, hedge = (hedge.means.ref,), None
    start = hedge.start if hedge else stated.start
    trailing = modifier_after(text, stated.end, rules) if hedge is None else None
    thing = own_unit(text, stated, rules)
    if thing is None and trailing and (behind := unit_after(text, trailing.end, rules)) and behind.scale == 1:
        thing = of_unit(behind, behind.end)  # "20 or so miles"
    if thing is None:
        after = trailing.end if trailing else stated.end
        hedged = hedge is not None or trailing is not None
        noun = noun_of(text, stated, start, after, rules)
        if refused := refused_by_noun(text, stated, noun, hedged, rules):
            return refused
        thing = (
            counted_thing(text, stated, noun, after, rules)
            or shared_noun(text, stated, after, rules)
            or taken_over(text, stated, after, previous, lent, rules)
        )
        if hedge and thing.unit in hedge.means.stretches and spans_time(text, hedge):
            hedge, start = None, stated.start  # "two goals over six games"
        if hedge is None and trailing is None and thing.end > stated.end:
            trailing = modifier_after(text, thing.end, rules)
    elif isinstance(thing, Passed):
        return thing
    elif hedge is None and trailing is None:
        trailing = modifier_after(text, thing.end, rules)
    if trailing and trailing.end > thing.end:
        thing = at_rate(text, thing, trailing.end, rules)  # "4,000 steps or more a day"
    end = max(thing.end, trailing.end if trailing else 0)
    found = hedge or trailing
    modifier, hedge_rules = _modifier(stated, found.means if found else None)
    direction, way_rules = _direction(text, start, end, thing.kind, stated, rules)
    quantity = Quantity(
        start=start,
        end=end,
        text=text[start:end],
        low=None if modifier in (Modifier.LESS_THAN, Modifier.AT_MOST) else stated.low,
        high=None if modifier in (Modifier.MORE_THAN, Modifier.AT_LEAST) else stated.high,
        modifier=modifier,
        number=Span.of(text, *stated.number),
        direction=direction,
        unit=thing.unit,
        counted=thing.counted,
        kind=thing.kind,
        step=stated.figure.number.step * thing.scale if stated.figure.number.step else None,
        rules=tuple(dict.fromkeys((*stated.rules, *looked_past, *hedge_rules, *way_rules, *thing.rules))),
        ambiguity=thing.ambiguity,
    )
    return restated(text, previous, gapped(text, previous, quantity, rules))


# --------------------------------------------------------------------------- what is said about it


def _modifier(stated: Stated, rule: ModifierRule | None) -> tuple[Modifier, tuple[str, ...]]:
    if stated.is_range:
        return Modifier.RANGE, ()
    if stated.figure.number.form is Form.VAGUE:
        return Modifier.VAGUE, ()
    if rule is None or rule.means is None:
        return Modifier.EXACT, ()
    return rule.means, (rule.ref,)


def _direction(
    text: str, start: int, end: int, kind: Kind, stated: Stated, rules: Rules
) -> tuple[Direction | None, tuple[str, ...]]:
    if stated.figure.signed:
        return (Direction.UP if stated.figure.sign > 0 else None), ()
    way = direction_before(text, start, rules) or direction_after(text, end, rules)
    if way is None or (way.rule.of and kind not in way.rule.of):
        return None, ()
    return way.rule.means, way.traces
