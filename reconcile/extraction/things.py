"""What a number is of: its unit, the year of an age, a counted noun, or what the figure before it was of."""

from dataclasses import dataclass, replace

from reconcile.extraction.ages import age
from reconcile.extraction.carried import same_thing
from reconcile.extraction.counted import (
    Noun,
    counted_noun,
    has_determiner,
    is_of_people,
    is_reported,
    is_zero,
    of_persons,
)
from reconcile.extraction.guards import refuse
from reconcile.extraction.modifiers import TIMES
from reconcile.extraction.namesakes import is_name, is_pronoun
from reconcile.extraction.numerals import Form
from reconcile.extraction.stated import Stated
from reconcile.extraction.units import UnitReading, rate_after, unit_after
from reconcile.model import Kind, Passed, Quantity, Span
from reconcile.rulebook import Rules

_NONE = "numerals/zero"


@dataclass(frozen=True, slots=True)
class Thing:
    """What the number is of: a unit, an age or a counted noun, up to where its words reach."""

    unit: str | None
    kind: Kind
    end: int
    rules: tuple[str, ...] = ()
    counted: Span | None = None
    scale: float = 1.0
    ambiguity: tuple[str, ...] = ()


def own_unit(text: str, stated: Stated, rules: Rules) -> Thing | Passed | None:
    """The unit printed with the number, or the year of an age; None where a noun must say it."""
    unit, number = stated.figure.unit, stated.figure.number
    if unit is not None:
        if number.rules[0] == _NONE and not is_zero(text, number.end):
            return refuse(text, stated.start, stated.end, "nothing", rules)  # "no meter was read"
        return of_unit(unit, stated.end)
    found = age(text, stated.figure, stated.number[0], rules)
    if found is not None and stated.is_range and found.shape != "span":
        return refuse(text, stated.start, stated.end, "age_group", rules)
    if found is not None:
        return Thing("year", Kind.PHYSICAL, stated.end, (found.ref,))
    if stated.figure.number.form is Form.FRACTION:
        return Thing("dimensionless", Kind.RATIO, stated.end)
    return None


def of_unit(unit: UnitReading, end: int) -> Thing:
    """The unit as the thing, its words reaching to ``end``."""
    return Thing(unit.unit, unit.kind, end, (unit.rule, *unit.also), scale=unit.scale, ambiguity=unit.ambiguity)


def noun_of(text: str, stated: Stated, start: int, after: int, rules: Rules) -> Noun | None:
    """The noun that the number counts, which begins at ``after``; ``start`` is where its hedge begins."""
    size = stated.low if stated.low == stated.high else 2.0  # a range or a band counts many
    vague = stated.figure.number.form is Form.VAGUE
    noun = counted_noun(text, after, size, rules, has_determiner(text, start, rules), vague)
    return noun or of_persons(text, start, rules)


def counted_thing(text: str, stated: Stated, noun: Noun | None, after: int, rules: Rules) -> Thing | None:
    """The counted noun as the thing, with the rate that it may be counted at."""
    if noun is None:
        return None
    if not noun.adjoins or noun.span is None:
        return Thing(noun.unit, Kind.COUNT, noun.end or after, noun.rules, noun.span)
    head = noun.span.end - len(noun.span.text.rsplit(" ", 1)[-1])
    measure = unit_after(text, head - 1, rules) if noun.unit in TIMES and head > noun.span.start else None
    if measure is not None and measure.start == head and measure.kind is Kind.PHYSICAL:
        return of_unit(measure, measure.end)  # "12 long hours a day" measures time
    if rate := rate_after(text, noun.span.end, rules):
        return Thing(f"{noun.unit} / {rate.unit}", Kind.COUNT, rate.end, (*noun.rules, rate.rule), noun.span)
    return Thing(noun.unit, Kind.COUNT, noun.span.end, noun.rules, noun.span)


def at_rate(text: str, thing: Thing, pos: int, rules: Rules) -> Thing:
    """``thing`` with the rate that begins at ``pos``, behind a hedge: "4,000 steps or more [a day]"."""
    rate = rate_after(text, pos, rules) if thing.unit and " / " not in thing.unit else None
    if rate is None:
        return thing
    return replace(thing, unit=f"{thing.unit} / {rate.unit}", end=rate.end, rules=(*thing.rules, rate.rule))


def shared_noun(text: str, stated: Stated, after: int, rules: Rules) -> Thing | None:
    """The noun behind the second of two levels, which the first counts too: "rose from [8] to 12 people"."""
    if stated.ahead is None:
        return None
    noun = counted_noun(text, stated.ahead.end, 2.0, rules)
    return Thing(noun.unit, Kind.COUNT, after, noun.rules, noun.span) if noun and noun.span else None


def taken_over(
    text: str, stated: Stated, after: int, previous: Quantity | None, lent: UnitReading | None, rules: Rules
) -> Thing:
    """The unit or noun that a bare number takes over from the figure before it; a bare count otherwise."""
    if lent is not None:
        return of_unit(lent, after)
    if found := same_thing(text, previous, stated.start, rules):
        same, rule = found
        rate = rate_after(text, after, rules) if " / " not in (same.unit or "") else None
        if rate is not None:
            unit, traces = f"{same.unit} / {rate.unit}", (rule, rate.rule)
            return Thing(unit, same.kind, rate.end, traces, same.counted, ambiguity=same.ambiguity)
        return Thing(same.unit, same.kind, after, (rule,), same.counted, ambiguity=same.ambiguity)
    if rate := rate_after(text, after, rules):
        return Thing(f"1 / {rate.unit}", Kind.COUNT, rate.end, (rate.rule,))
    return Thing(None, Kind.COUNT, after)


def refused_by_noun(text: str, stated: Stated, noun: Noun | None, hedged: bool, rules: Rules) -> Passed | None:
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
