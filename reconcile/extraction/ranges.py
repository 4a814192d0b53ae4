"""Two numbers that are one range: "60-90,000", "between 5 and 9", "from 60 to 90 thousand"."""

import math
from dataclasses import dataclass, replace
from functools import lru_cache

from reconcile.dates import date_around
from reconcile.extraction.candidates import pattern
from reconcile.extraction.counted import counted_noun
from reconcile.extraction.figures import Figure, read_figure
from reconcile.extraction.modifiers import change_from, direction_before, modifier_before
from reconcile.extraction.numerals import Form
from reconcile.extraction.phrasebook import Found, Phrasebook
from reconcile.model import Kind
from reconcile.rulebook import Rules
from reconcile.rulebook.quantities import RangeRule
from reconcile.units import factor

_LEAD = 8  #: characters that a sign of money may take before the second number
_BRACKET_LEAD = 40
_DASHES = ("-", "–", "—", "‑", "−", "‒")


@dataclass(frozen=True, slots=True)
class Range:
    """Two figures as one: where it stands, its ends, and the rules that joined them."""

    start: int
    end: int
    first: Figure
    second: Figure
    rules: tuple[str, ...]
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures that share a unit or a scale and are no range: "rose from 24 to 35 billion", "5 and 6 kg"."""

    first: Figure
    second: Figure
    is_change: bool = False  #: from one level to another: what the first is of, the second is too


@dataclass(frozen=True, slots=True)
class _Lexicon:
    opens: Phrasebook[RangeRule]
    joins: Phrasebook[tuple[RangeRule, ...]]
    by_form: dict[str, RangeRule]


@lru_cache(maxsize=8)
def _lexicon(rules: Rules) -> _Lexicon:
    joins: dict[str, tuple[RangeRule, ...]] = {}
    for rule in rules.all(RangeRule):
        for phrase in rule.joins:
            joins[phrase] = (*joins.get(phrase, ()), rule)
    opens = ((phrase, rule) for rule in rules.all(RangeRule) for phrase in rule.opens)
    return _Lexicon(Phrasebook(opens), Phrasebook(joins.items()), {rule.form: rule for rule in rules.all(RangeRule)})


def join_range(text: str, first: Figure, rules: Rules) -> Range | Pair | None:
    """The range that ``first`` begins, or the pair it makes with the next figure; None where it stands alone."""
    lexicon = _lexicon(rules)
    if text.startswith(" (", first.end) and "bracket" in lexicon.by_form:
        return _bracket(text, first, rules, lexicon)
    join = lexicon.joins.after(text, first.end)
    if join is None or first.number.form is Form.VAGUE:
        return None
    money = first.before is not None and first.before.kind is Kind.MONEY
    second = _second(text, join.end, rules, money)
    if second is None:
        return None
    if second.number.form is Form.ARTICLE and not (first.unit and second.unit and first.unit.unit == second.unit.unit):
        return None  # "half an hour to an hour", not "5 or a week"
    opened = lexicon.opens.before(text, first.start)
    forms = {rule.form for rule in join.means}
    if second.number.form is Form.VAGUE and "margin" not in forms:
        return None
    if first.unit and second.unit is None and second.number.plain and _is_date(text, second, rules):
        return None  # "the 13 weeks to 30 April"
    if first.unit and second.unit is None and counted_noun(text, second.end, 2.0, rules) is not None:
        return None  # "40 km to 50 villages"
    share = first.number.form is Form.FRACTION and "numerals/vulgar" not in first.number.rules
    if share and first.unit is None and second.number.form is not Form.FRACTION:
        return None  # "fell by a fifth to 2,400"
    glued = text[join.start : join.end].strip() in _DASHES
    level = first.after is not None and first.after.kind is Kind.RATIO and second.unit is None and not glued
    if "margin" in forms:
        return _margin(first, second, lexicon)
    nested = _nested(text, second, rules) if forms & {"to", "from"} else None
    if nested is not None:
        second = nested.second
    first, second = _share(first, second)
    if first.unit and second.unit and first.unit.unit != second.unit.unit:
        opening = opened if opened and opened.means in join.means else None
        return None if nested else _across(text, first, second, opening, join, rules)
    if nested is not None:  # "from 24 to 33-35 billion": the first has the scale and the unit, the range follows
        return Pair(first, second, is_change=True)
    if opened and opened.means in join.means:
        falling = 0 <= second.high < first.low  # "revised from 46.8 to 46.1": nobody gives a range downwards
        if opened.means.form == "from" and (falling or change_from(text, opened.start, rules)):
            return Pair(first, second, is_change=True)
        return _range(opened.start, first, second, opened.means)
    if level and first.end < second.start:
        return None  # "grew tenfold to 4,000", "firmed 0.4% to 18.27"
    rule = next((rule for rule in join.means if _holds(rule.form, text, first, second, rules, glued)), None)
    if rule is not None:
        return _range(first.start, first, second, rule)
    return Pair(first, second) if "or" in forms or "between" in forms else None


def _second(text: str, pos: int, rules: Rules, money: bool = False) -> Figure | None:
    """The figure that begins right at ``pos``, white space apart."""
    while pos < len(text) and text[pos] in " \u00a0\u2009":
        pos += 1
    match = pattern(rules).search(text, pos, pos + _LEAD + 8)
    if match is None:
        return None
    figure = read_figure(text, match.start(), rules, floor=pos, money=money)
    return figure if figure and figure.start == pos else None


def _nested(text: str, second: Figure, rules: Rules) -> Range | None:
    """The range that the second number begins, joined by a dash: "from 24 to [33-35 billion]"."""
    if text[second.number.end : second.number.end + 1] not in _DASHES:
        return None
    joined = join_range(text, second, rules)
    return joined if isinstance(joined, Range) else None


def _holds(form: str, text: str, first: Figure, second: Figure, rules: Rules, glued: bool) -> bool:
    """Are the two one range, joined without an opening word?"""
    low, high = abs(first.low), abs(second.low)
    if form == "dash":
        return glued and first.low < second.low and not second.signed
    if form == "to":
        change = first.unit is not None and first.end < second.start and _is_change(text, first, rules)
        own = first.before is not None or (first.after is not None and first.after.end <= second.start)
        falling = first.after is not None and first.after.kind is Kind.PHYSICAL  # "1.3 A to 0.03 A"
        same = own and falling and second.after is not None
        by = own and text[max(0, first.start - 4) : first.start].lower() == " by "  # "sweetened by 35p to 460p"
        return (first.low < second.low or same) and not (change and own) and not by
    if form == "or":
        small = 1 <= low < high <= 2 * low and high - low <= 10 ** math.floor(math.log10(high))
        return small and (first.after is None or first.after.start >= second.start or first.number.form is Form.ARTICLE)
    return False


def _is_change(text: str, first: Figure, rules: Rules) -> bool:
    """Does a word of change stand before the first number and its hedge: "rose [about] 5 dollars to 40"?"""
    hedge = modifier_before(text, first.start, rules)
    return direction_before(text, hedge.start if hedge else first.start, rules) is not None


def _across(
    text: str,
    first: Figure,
    second: Figure,
    opening: Found[RangeRule] | None,
    join: Found[tuple[RangeRule, ...]],
    rules: Rules,
) -> Range | None:
    """The range over two sizes of one unit, in that of its second end: "30 minutes to 2 hours"."""
    first_there = _in_unit_of(second, first)
    if first_there is None:
        return None
    if opening is not None:
        is_change = opening.means.form == "from" and change_from(text, opening.start, rules)
        return None if is_change else _range(opening.start, first_there, second, opening.means)
    rule = next((rule for rule in join.means if rule.form == "to"), None)
    return _range(first.start, first_there, second, rule) if rule and not _is_change(text, first, rules) else None


def _in_unit_of(other: Figure, figure: Figure) -> Figure | None:
    """``figure`` in the unit of ``other``, where that one measures the same and is the larger amount."""
    if figure.after is None or other.after is None or figure.after.kind is not Kind.PHYSICAL:
        return None
    size = factor(figure.after.unit, other.after.unit)
    if size is None or figure.low * size >= other.low:
        return None
    return replace(figure, number=figure.number.times(size), after=replace(figure.after, unit=other.after.unit))


def _is_date(text: str, figure: Figure, rules: Rules) -> bool:
    date = date_around(text, figure.number.start, figure.number.end, rules)
    return date is not None and date.takes_number


def _range(start: int, first: Figure, second: Figure, rule: RangeRule) -> Range:
    low, high = sorted((first.low, second.low))
    return Range(start, second.end, first, second, (rule.ref,), low, high)


def _share(first: Figure, second: Figure) -> tuple[Figure, Figure]:
    """Both ends with the scale, currency and unit that one of them carries."""
    if first.number.scale == 1 and first.number.low:
        lead = second.number.low / second.number.scale
        if (
            second.number.scale >= 1000
            and first.number.low < 1000
            and (first.number.low < lead or (not first.before and first.unit is None and first.number.low < 10 * lead))
        ):
            first = first.times(second.number.scale)
        elif _short_of_thousands(first, second):
            first = first.times(1000.0)
    if first.before and second.before and second.before.unit.startswith(f"{first.before.unit} / "):
        first = replace(first, before=second.before)  # "between $23 and $27 per share"
    if first.after and second.after and second.after.unit.startswith(f"{first.after.unit} / "):
        first = replace(first, after=replace(first.after, unit=second.after.unit))  # "410p to 430p a share"
    unit = second.unit or first.unit
    return first.of(second.unit), second.of(first.unit) if unit is first.unit else second


def _short_of_thousands(first: Figure, second: Figure) -> bool:
    """ "60-90,000": is the first end printed without the thousands that the second has?"""
    grouped = "numerals/grouped" in second.number.rules and second.number.scale == 1
    return (
        grouped
        and first.number.plain
        and 1 <= first.number.low < second.number.low / 1000 < 1000
        and second.number.low % 1000 == 0
    )


def _margin(first: Figure, second: Figure, lexicon: _Lexicon) -> Range | None:
    first, second = _share(first, second)
    if second.low <= 0 or second.high >= first.low:
        return None
    rule = lexicon.by_form["margin"]
    return Range(first.start, second.end, first, second, (rule.ref,), first.low - second.high, first.low + second.high)


def _bracket(text: str, first: Figure, rules: Rules, lexicon: _Lexicon) -> Range | None:
    """ "12,000 (10,000 to 15,000)": an estimate with its interval."""
    close = text.find(")", first.end + 2, first.end + _BRACKET_LEAD)
    inner = _second(text, first.end + 2, rules) if close > 0 else None
    if inner is None:
        return None
    joined = join_range(text, inner, rules)
    if not isinstance(joined, Range) or joined.end > close or not joined.low <= first.low <= joined.high:
        return None
    if first.unit and joined.second.unit and first.unit.unit != joined.second.unit.unit:
        return None
    rule = lexicon.by_form["bracket"]
    end = close + 1
    whole = replace(joined.second.of(first.unit), end=end)
    return Range(first.start, end, first, whole, (*joined.rules, rule.ref), joined.low, joined.high)
