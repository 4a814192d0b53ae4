"""Every figure in a text: candidates, guards, numbers, ranges, units, counted nouns and hedges put together."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reconcile.dates import no_year
from reconcile.extraction.ages import age
from reconcile.extraction.articles import is_one
from reconcile.extraction.candidates import candidates
from reconcile.extraction.carried import gapped, restated, same_thing
from reconcile.extraction.counted import (
    Noun,
    counted_noun,
    has_determiner,
    is_of_people,
    is_reported,
    is_zero,
    of_persons,
)
from reconcile.extraction.figures import Figure, read_figure
from reconcile.extraction.guards import guard, refuse, series, too_long
from reconcile.extraction.modifiers import (
    TIMES,
    direction_after,
    direction_before,
    modifier_after,
    modifier_before,
    spans_time,
)
from reconcile.extraction.namesakes import is_name, is_pronoun
from reconcile.extraction.numerals import Form
from reconcile.extraction.ranges import Pair, Range, join_range
from reconcile.extraction.units import UnitReading, rate_after, unit_after
from reconcile.model import Direction, Kind, Modifier, Passed, Quantity, Span
from reconcile.rulebook import Rules
from reconcile.rulebook.quantities import ModifierRule


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in a text, and what was looked at and passed over, both in the order of the text."""

    quantities: tuple[Quantity, ...]
    passed: tuple[Passed, ...]


@dataclass(frozen=True, slots=True)
class _Stated:
    """A figure or a range before its surroundings are read. ``number`` is the span of the bare number."""

    start: int
    end: int
    figure: Figure
    low: float
    high: float
    number: tuple[int, int]
    rules: tuple[str, ...]
    is_range: bool = False
    ahead: Figure | None = None  #: the figure behind it that it shares its noun with: "from [40] to 30 schools"


@dataclass(frozen=True, slots=True)
class _Thing:
    """What the number is of: a unit, an age or a counted noun, up to where its words reach."""

    unit: str | None
    kind: Kind
    end: int
    rules: tuple[str, ...] = ()
    counted: Span | None = None
    scale: float = 1.0
    ambiguity: tuple[str, ...] = ()


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
        return _surround(text, _of_range(joined, figure), floor, rules, previous, None), None
    lend = ahead = None
    if isinstance(joined, Pair):  # "from 24 to 35 billion euros": two figures that share scale and unit
        lend = figure.unit if joined.is_change else None
        ahead = joined.second if joined.is_change and joined.first.unit is None else None
        figure = replace(joined.first, end=figure.end)
    stated = replace(_of_figure(text, figure, rules), ahead=ahead)
    return _surround(text, stated, floor, rules, previous, lent), lend


def _of_figure(text: str, figure: Figure, rules: Rules) -> _Stated:
    number = figure.number
    signs = ("numerals/negative",) if figure.sign < 0 else ()
    asked = number.plain and figure.unit is None  # what has a unit is no year, whatever stands around it
    cue = no_year(text, number.start, number.end, rules) if asked else None
    read_by = (*number.rules, *signs, *((cue,) if cue else ()))
    return _Stated(figure.start, figure.end, figure, figure.low, figure.high, (number.start, number.end), read_by)


def _of_range(joined: Range, figure: Figure) -> _Stated:
    first, second = joined.first, joined.second
    rules = tuple(dict.fromkeys((*first.number.rules, *second.number.rules, *joined.rules)))
    finest = min((end.number.step for end in (first, second) if end.number.step), default=None)
    whole = replace(second.of(first.unit), number=replace(second.number, step=finest))
    span = figure.number.start, second.number.end
    return _Stated(joined.start, joined.end, whole, joined.low, joined.high, span, rules, is_range=True)


def _surround(
    text: str, stated: _Stated, floor: int, rules: Rules, previous: Quantity | None, lent: UnitReading | None
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
    thing = _own_unit(text, stated, rules)
    if thing is None and trailing and (behind := unit_after(text, trailing.end, rules)) and behind.scale == 1:
        thing = _of_unit(behind, behind.end)  # "20 or so miles"
    if thing is None:
        after = trailing.end if trailing else stated.end
        hedged = hedge is not None or trailing is not None
        noun = _noun(text, stated, start, after, rules)
        if refused := _refused(text, stated, noun, hedged, rules):
            return refused
        thing = (
            _counted(text, stated, noun, after, rules)
            or _shared(text, stated, after, rules)
            or _taken_over(text, stated, after, previous, lent, rules)
        )
    elif isinstance(thing, Passed):
        return thing
    elif hedge is None and trailing is None:
        trailing = modifier_after(text, thing.end, rules)
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


# ---------------------------------------------------------------------------------- what it is of


def _own_unit(text: str, stated: _Stated, rules: Rules) -> _Thing | Passed | None:
    """The unit printed with the number, or the year of an age; None where a noun must say it."""
    unit, number = stated.figure.unit, stated.figure.number
    if unit is not None:
        if number.rules[0] == _NONE and not is_zero(text, number.end):
            return refuse(text, stated.start, stated.end, "nothing", rules)  # "no meter was read"
        return _of_unit(unit, stated.end)
    found = age(text, stated.figure, stated.number[0], rules)
    if found is not None and stated.is_range and found.shape != "span":
        return refuse(text, stated.start, stated.end, "age_group", rules)
    if found is not None:
        return _Thing("year", Kind.PHYSICAL, stated.end, (found.ref,))
    if stated.figure.number.form is Form.FRACTION:
        return _Thing("dimensionless", Kind.RATIO, stated.end)
    return None


def _of_unit(unit: UnitReading, end: int) -> _Thing:
    return _Thing(unit.unit, unit.kind, end, (unit.rule, *unit.also), scale=unit.scale, ambiguity=unit.ambiguity)


def _noun(text: str, stated: _Stated, start: int, after: int, rules: Rules) -> Noun | None:
    size = stated.low if stated.low == stated.high else 2.0  # a range or a band counts many
    vague = stated.figure.number.form is Form.VAGUE
    noun = counted_noun(text, after, size, rules, has_determiner(text, start, rules), vague)
    return noun or of_persons(text, start, rules)


def _counted(text: str, stated: _Stated, noun: Noun | None, after: int, rules: Rules) -> _Thing | None:
    """The counted noun as the thing, with the rate that it may be counted at."""
    if noun is None:
        return None
    if not noun.adjoins or noun.span is None:
        return _Thing(noun.unit, Kind.COUNT, noun.end or after, noun.rules, noun.span)
    head = noun.span.end - len(noun.span.text.rsplit(" ", 1)[-1])
    measure = unit_after(text, head - 1, rules) if noun.unit in TIMES and head > noun.span.start else None
    if measure is not None and measure.start == head and measure.kind is Kind.PHYSICAL:
        return _of_unit(measure, measure.end)  # "12 long hours a day" measures time
    if rate := rate_after(text, noun.span.end, rules):
        return _Thing(f"{noun.unit} / {rate.unit}", Kind.COUNT, rate.end, (*noun.rules, rate.rule), noun.span)
    return _Thing(noun.unit, Kind.COUNT, noun.span.end, noun.rules, noun.span)


def _shared(text: str, stated: _Stated, after: int, rules: Rules) -> _Thing | None:
    """The noun behind the second of two levels, which the first counts too: "rose from [8] to 12 people"."""
    if stated.ahead is None:
        return None
    noun = counted_noun(text, stated.ahead.end, 2.0, rules)
    return _Thing(noun.unit, Kind.COUNT, after, noun.rules, noun.span) if noun and noun.span else None


def _taken_over(
    text: str, stated: _Stated, after: int, previous: Quantity | None, lent: UnitReading | None, rules: Rules
) -> _Thing:
    """The unit or noun that a bare number takes over from the figure before it; a bare count otherwise."""
    if lent is not None:
        return _of_unit(lent, after)
    if found := same_thing(text, previous, stated.start, rules):
        same, rule = found
        rate = rate_after(text, after, rules) if " / " not in (same.unit or "") else None
        if rate is not None:
            unit, traces = f"{same.unit} / {rate.unit}", (rule, rate.rule)
            return _Thing(unit, same.kind, rate.end, traces, same.counted, ambiguity=same.ambiguity)
        return _Thing(same.unit, same.kind, after, (rule,), same.counted, ambiguity=same.ambiguity)
    if rate := rate_after(text, after, rules):
        return _Thing(f"1 / {rate.unit}", Kind.COUNT, rate.end, (rate.rule,))
    return _Thing(None, Kind.COUNT, after)


def _refused(text: str, stated: _Stated, noun: Noun | None, hedged: bool, rules: Rules) -> Passed | None:
    """The guards that need to know whether a noun is counted."""
    number = stated.figure.number
    start, end = stated.number
    if number.is_few and not (noun and is_of_people(noun)):
        return refuse(text, start, end, "vague_alone", rules)
    if number.form is Form.WORDS and number.low == 0 and not is_reported(text, end, noun, rules):
        return refuse(text, start, end, "nothing", rules)
    if stated.figure.sign < 0 and noun is not None and text[stated.start] in "-−–":
        return refuse(text, stated.start, end, "identifier", rules)  # nothing is counted below zero
    if noun is None and not hedged and not stated.is_range and is_pronoun(text, number, rules):
        return refuse(text, start, end, "pronoun", rules)
    return None if hedged else is_name(text, stated.figure, stated.number[0], noun, rules)


# --------------------------------------------------------------------------- what is said about it


def _modifier(stated: _Stated, rule: ModifierRule | None) -> tuple[Modifier, tuple[str, ...]]:
    if stated.is_range:
        return Modifier.RANGE, ()
    if stated.figure.number.form is Form.VAGUE:
        return Modifier.VAGUE, ()
    if rule is None or rule.means is None:
        return Modifier.EXACT, ()
    return rule.means, (rule.ref,)


def _direction(
    text: str, start: int, end: int, kind: Kind, stated: _Stated, rules: Rules
) -> tuple[Direction | None, tuple[str, ...]]:
    if stated.figure.signed:
        return (Direction.UP if stated.figure.sign > 0 else None), ()
    way = direction_before(text, start, rules) or direction_after(text, end, rules)
    if way is None or (way.rule.of and kind not in way.rule.of):
        return None, ()
    return way.rule.means, way.traces
