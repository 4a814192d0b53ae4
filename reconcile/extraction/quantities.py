"""Every figure in a text: candidates, guards, numbers, ranges, units, counted nouns and hedges put together."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reconcile.extraction.ages import age
from reconcile.extraction.candidates import candidates
from reconcile.extraction.counted import Noun, counted_noun, has_determiner, is_reported, is_of_people
from reconcile.extraction.figures import Figure, read_figure
from reconcile.extraction.guards import guard, is_name, refuse, too_long
from reconcile.extraction.modifiers import direction_after, direction_before, modifier_after, modifier_before
from reconcile.extraction.numerals import Form
from reconcile.extraction.ranges import Pair, Range, join_range
from reconcile.extraction.units import UnitReading, rate_after
from reconcile.model import Direction, Kind, Modifier, Passed, Quantity, Span
from reconcile.rulebook import Rules


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in a text, and what was looked at and passed over, both in the order of the text."""

    quantities: tuple[Quantity, ...]
    passed: tuple[Passed, ...]


@dataclass(frozen=True, slots=True)
class _Stated:
    """One figure or range before its surroundings are read."""

    start: int
    end: int
    figure: Figure
    low: float
    high: float
    number: tuple[int, int]
    rules: tuple[str, ...]
    range: bool = False


def find_quantities(text: str, rules: Rules, skip: Sequence[tuple[int, int]] = ()) -> Reading:
    """Every quantity in ``text``, with its hedge, unit and counted noun, and every number that is none.

    ``skip`` are spans, in order and apart, whose numbers are not looked at. Takes time linear in the
    text; any text at all is read without an exception.
    """
    quantities: list[Quantity] = []
    passed: list[Passed] = []
    skipped = [start for start, _ in skip]
    done, lent = 0, None
    for match in candidates(text, rules):
        pos = match.start()
        if pos < done:
            continue
        if skipped and (index := bisect_right(skipped, pos) - 1) >= 0 and pos < skip[index][1]:
            done = skip[index][1]
            continue
        outcome, lend = _read(text, pos, done, rules, lent)
        lent = lend
        if isinstance(outcome, Passed):
            passed.append(outcome)
            done = max(outcome.end, match.end())
        elif isinstance(outcome, Quantity):
            quantities.append(outcome)
            done = max(outcome.end, match.end())
        else:
            done = match.end()
    return Reading(tuple(quantities), tuple(passed))


def _read(
    text: str, pos: int, floor: int, rules: Rules, lent: UnitReading | None
) -> tuple[Quantity | Passed | None, UnitReading | None]:
    """What begins at ``pos``, and the unit that it lends to a figure joined to it."""
    figure = read_figure(text, pos, rules, floor)
    if figure is None:
        return too_long(text, pos, rules), None
    if taken := guard(text, figure, rules):
        return taken, None
    joined = join_range(text, figure, rules)
    lend = None
    if isinstance(joined, Pair):
        lend = joined.second.unit if figure.unit else None
        figure = replace(joined.first, end=figure.end)
    elif lent is not None and figure.unit is None:
        figure = replace(figure.of(lent), end=figure.end)
    stated = _of_range(joined, figure) if isinstance(joined, Range) else _of_figure(figure)
    return _surround(text, stated, floor, rules), lend


def _of_figure(figure: Figure) -> _Stated:
    number = figure.number
    signs = ("numerals/negative",) if figure.sign < 0 else ()
    return _Stated(
        figure.start, figure.end, figure, figure.low, figure.high, (number.start, number.end), (*number.rules, *signs)
    )


def _of_range(joined: Range, figure: Figure) -> _Stated:
    first, second = joined.first, joined.second
    rules = tuple(dict.fromkeys((*first.number.rules, *second.number.rules, *joined.rules)))
    unit = second.of(first.unit) if second.unit is None else second
    finest = min((f.number.step for f in (first, second) if f.number.step), default=None)
    number = replace(unit.number, step=finest)
    return _Stated(
        joined.start,
        joined.end,
        replace(unit, number=number),
        joined.low,
        joined.high,
        (figure.number.start, second.number.end),
        rules,
        range=True,
    )


def _surround(text: str, stated: _Stated, floor: int, rules: Rules) -> Quantity | Passed | None:
    """The quantity with what its surroundings say: age, counted noun, hedge, direction."""
    figure, number = stated.figure, stated.figure.number
    noun: Noun | None = None
    unit, kind, trace, end = _unit_of(text, stated)
    found_age = age(text, figure, rules) if unit is None else None
    if found_age is not None:
        if stated.range:
            return refuse(text, stated.start, stated.end, "age_group", rules)
        unit, kind, trace = "year", Kind.PHYSICAL, (found_age.means.ref,)
    if number.form is Form.FRACTION and unit is None:
        unit, kind = "dimensionless", Kind.RATIO
    hedge = modifier_before(text, stated.start, rules)
    if hedge and hedge.start < floor:
        hedge = None
    start = hedge.start if hedge else stated.start
    if unit is None:
        trailing = modifier_after(text, end, rules) if hedge is None else None
        base = trailing.end if trailing else end
        noun = counted_noun(text, base, _size(stated), rules, attributive=has_determiner(text, start, rules))
        if refused := _refused(text, stated, noun, hedge is not None or trailing is not None, rules):
            return refused
        if noun is not None:
            unit, trace = noun.unit, (*trace, *noun.rules)
            end = max(end, noun.span.end)
            if rate := rate_after(text, noun.span.end, rules):
                unit, end, trace = f"{unit} / {rate.unit}", rate.end, (*trace, rate.rule)
        elif trailing is not None:
            end = trailing.end
    else:
        trailing = modifier_after(text, end, rules) if hedge is None else None
        if trailing is not None:
            end = trailing.end
    modifier, hedge_rules = _modifier(stated, hedge.means if hedge else trailing.means if trailing else None)
    direction, way_rules = _direction(text, start, end, kind, stated, rules)
    return Quantity(
        start=start,
        end=end,
        text=text[start:end],
        low=None if modifier in (Modifier.LESS_THAN, Modifier.AT_MOST) else stated.low,
        high=None if modifier in (Modifier.MORE_THAN, Modifier.AT_LEAST) else stated.high,
        modifier=modifier,
        number=Span.of(text, *stated.number),
        direction=direction,
        unit=unit,
        counted=noun.span if noun else None,
        kind=kind,
        step=number.step * (figure.unit.scale if figure.unit else 1.0) if number.step else None,
        rules=tuple(dict.fromkeys((*stated.rules, *hedge_rules, *way_rules, *trace))),
        ambiguity=figure.unit.ambiguity if figure.unit else (),
    )


def _unit_of(text: str, stated: _Stated) -> tuple[str | None, Kind, tuple[str, ...], int]:
    unit = stated.figure.unit
    if unit is None:
        return None, Kind.COUNT, (), stated.end
    return unit.unit, unit.kind, (unit.rule, *unit.also), stated.end


def _size(stated: _Stated) -> float:
    """What decides between singular and plural: a range or a band counts many."""
    return stated.low if stated.low == stated.high else 2.0


def _refused(text: str, stated: _Stated, noun: Noun | None, hedged: bool, rules: Rules) -> Passed | None:
    """The guards that need to know whether a noun is counted."""
    figure, number = stated.figure, stated.figure.number
    start, end = stated.number
    if (
        number.form is Form.VAGUE
        and number.rules[0] in _FEW
        and number.scale == 1
        and not (noun and is_of_people(noun))
    ):
        return refuse(text, start, end, "vague_alone", rules)
    if number.form is Form.WORDS and number.low == 0 and not is_reported(text, end, noun, rules):
        return refuse(text, start, end, "nothing", rules)
    if noun is not None or stated.range:
        return None
    if number.form is Form.WORDS and number.low == 1 and number.scale == 1 and not hedged:
        return refuse(text, start, end, "pronoun", rules)
    return None if hedged else is_name(text, figure, rules)


_FEW = ("vague/several", "vague/a-few", "vague/a-couple", "vague/a-handful")


def _modifier(stated: _Stated, rule: object) -> tuple[Modifier, tuple[str, ...]]:
    if stated.range:
        return Modifier.RANGE, ()
    if stated.figure.number.form is Form.VAGUE:
        return Modifier.VAGUE, ()
    if rule is None:
        return Modifier.EXACT, ()
    return rule.means, (rule.ref,)  # type: ignore[attr-defined]


def _direction(
    text: str, start: int, end: int, kind: Kind, stated: _Stated, rules: Rules
) -> tuple[Direction | None, tuple[str, ...]]:
    if stated.figure.signed and stated.figure.sign > 0:
        return Direction.UP, ()
    way = direction_before(text, start, rules) or direction_after(text, end, rules)
    if way is None or way.means.of and kind not in way.means.of:
        return None, ()
    return way.means.means, (way.means.ref,)
