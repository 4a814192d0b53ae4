"""Two numbers that are one range: "60-90,000", "between 5 and 9", "from 60 to 90 thousand"."""

import math
from dataclasses import dataclass, replace
from functools import lru_cache

from reconcile.extraction.candidates import pattern
from reconcile.extraction.figures import Figure, read_figure
from reconcile.extraction.modifiers import change_from, direction_before
from reconcile.extraction.numerals import Form
from reconcile.extraction.phrasebook import Phrasebook
from reconcile.model import Kind
from reconcile.rulebook import Rules
from reconcile.rulebook.quantities import RangeRule

_LEAD = 8  #: characters that a sign of money may take before the second number
_BRACKET_LEAD = 40


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
    if second is None or second.number.form is Form.VAGUE:
        return None
    opened = lexicon.opens.before(text, first.start)
    forms = {rule.form for rule in join.means}
    glued = text[join.start : join.end].strip() in ("-", "–", "—", "‑", "−", "‒")
    if "margin" in forms:
        return _margin(first, second, lexicon)
    first, second = _share(first, second)
    if first.unit and second.unit and first.unit.unit != second.unit.unit:
        return None
    if opened and opened.means.form in forms:
        if opened.means.form == "from" and change_from(text, opened.start, rules):
            return Pair(first, second, is_change=True)
        return _range(opened.start, first, second, opened.means)
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


def _holds(form: str, text: str, first: Figure, second: Figure, rules: Rules, glued: bool) -> bool:
    """Are the two one range, joined without an opening word?"""
    low, high = abs(first.low), abs(second.low)
    if form == "dash":
        return glued and first.low < second.low and not second.signed
    if form == "to":
        change = first.unit is not None and first.end < second.start and direction_before(text, first.start, rules)
        own = first.before is not None or (first.after is not None and first.after.end <= second.start)
        falling = first.after is not None and first.after.kind is Kind.PHYSICAL  # "1.3 A to 0.03 A"
        same = own and falling and second.after is not None
        return (first.low < second.low or same) and not (change and own)
    if form == "or":
        small = 1 <= low < high <= 2 * low and high - low <= 10 ** math.floor(math.log10(high))
        return small and (first.after is None or first.after.start >= second.start)
    return False


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
    if second.low <= 0:
        return None
    rule = lexicon.by_form["margin"]
    return Range(first.start, second.end, first, second, (rule.ref,), first.low - second.low, first.low + second.low)


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
