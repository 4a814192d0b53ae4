"""The interval that a figure's words and printed digits leave open."""

import math
import re

from reconcile.model import Interval, Kind, Modifier, Quantity
from reconcile.rulebook import Rules
from reconcile.rulebook.comparison import Slack, Tolerance

_DECIMALS = re.compile(r"\d[.,]\d{1,2}(?!\d)(?![.,]\d)")
_SMALL = 1_000
_WORDS = "words"  # the tolerance of "a third", which has no last digit
_ABSOLUTE = ("degree_Celsius", "degree_Fahrenheit", "kelvin")  # scales with a zero that is not nothing


def plausible(quantity: Quantity, rules: Rules, preset: str = "default") -> Interval:
    """What ``quantity`` leaves open, in its own unit, under one preset of rules/tolerances.yaml.

    An open end is infinite; a count is never negative. "About 115,000" is 112,125 to 117,875, "at
    least 12" is 12 to infinity, a bare "32,000" is 31,500 to 32,500.
    """
    low = -math.inf if quantity.low is None else quantity.low
    high = math.inf if quantity.high is None else quantity.high
    rule = rules.get(Tolerance, quantity.modifier.value)
    slack = _slack(rule, preset)
    if quantity.modifier is Modifier.VAGUE:
        low, high = low / slack.factor, high * slack.factor
    low -= _move(quantity, low, rule.low, slack, rules, preset)
    high += _move(quantity, high, rule.high, slack, rules, preset)
    if quantity.kind is Kind.COUNT and quantity.direction is None:
        low, high = max(low, 0.0), max(high, 0.0)
    return Interval(min(low, high), max(low, high))


def tolerances(quantity: Quantity) -> tuple[str, ...]:
    """The refs of the tolerances that ``plausible`` uses: that of the hedge, and that of fractions in words."""
    hedge = f"{Tolerance.kind}/{quantity.modifier.value}"
    worded = quantity.step is None and quantity.modifier not in (Modifier.VAGUE, Modifier.RANGE)
    return (hedge, f"{Tolerance.kind}/{_WORDS}") if worded else (hedge,)


def _move(quantity: Quantity, value: float, end: str, slack: Slack, rules: Rules, preset: str) -> float:
    """How far one end of the figure moves outward."""
    if math.isinf(value) or end in ("kept", "open"):
        return 0.0
    bare = _slack(rules.get(Tolerance, Modifier.EXACT.value), preset)
    spread = max(_rounding(quantity, value), _bare(quantity, value, bare))
    if end == "rounded":  # a bound of a count is meant to the unit; a measured one was read off and rounded
        return 0.0 if quantity.kind is Kind.COUNT else spread
    if quantity.step is None:
        words = _slack(rules.get(Tolerance, _WORDS), preset)
        spread = max(spread, _held(abs(value), abs(value), words))
    if quantity.modifier is not Modifier.EXACT and quantity.unit not in _ABSOLUTE:
        spread = max(spread, _held(grain(value, quantity.step, quantity.number.text) / 2, abs(value), slack))
    return spread


def _bare(quantity: Quantity, value: float, slack: Slack) -> float:
    """The halo of a number without a hedge."""
    if quantity.kind is Kind.COUNT and abs(value) < slack.sharp_below and float(value).is_integer():
        return 0.0
    if quantity.kind in (Kind.RATIO, Kind.INDEX) or quantity.unit in _ABSOLUTE:
        return 0.0  # their rounding is all that is hidden: 50 percent is not about 50 percent
    return _held(grain(value, quantity.step, quantity.number.text) / 2, abs(value), slack)


def _rounding(quantity: Quantity, value: float) -> float:
    """What rounding to the printed digits can hide; nothing for a count, which is whole."""
    if quantity.step is None or (quantity.kind is Kind.COUNT and quantity.step <= 1):
        return 0.0
    return quantity.step / 2


def _held(spread: float, size: float, slack: Slack) -> float:
    most = slack.most if slack.most_small is None or size >= _SMALL else slack.most_small
    return min(max(spread, slack.least * size), most * size)


def _slack(rule: Tolerance, preset: str) -> Slack:
    return rule.presets.get(preset) or Slack()  # type: ignore[call-overload]  # a preset that is none has no slack


def grain(value: float, step: float | None, printed: str) -> float:
    """How roundly a number is given: the place of its last digit that is not zero.

    Five of that place where the digit is a 5 that does not lead. Printed decimals count even when
    they are zeros ("4.0 million" is given to the hundred thousand).

    >>> grain(115_000, 1, "115,000"), grain(13_000, 1, "13,000"), grain(4_000_000, 100_000.0, "4.0 million")
    (5000.0, 1000.0, 100000.0)
    """
    value = abs(value)
    if step is not None and (step < 1 or _DECIMALS.search(printed)):
        return step
    if value == 0 or math.isinf(value) or not float(value).is_integer():
        return step or 0.0
    digits = f"{value:.0f}"
    stripped = digits.rstrip("0")
    place = 10.0 ** (len(digits) - len(stripped))
    return place * 5 if stripped.endswith("5") and len(stripped) > 1 else place
