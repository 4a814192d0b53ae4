"""How numbers, intervals and units are printed for people."""

import math
from collections.abc import Callable
from functools import lru_cache

from reconcile.model import Kind, Modifier, Quantity

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_SIGNIFICANT = 6  # digits of a number that is not whole
_BEFORE = {
    Modifier.ABOUT: "about {}",
    Modifier.NEARLY: "nearly {}",
    Modifier.MORE_THAN: "more than {}",
    Modifier.AT_LEAST: "at least {}",
    Modifier.LESS_THAN: "less than {}",
    Modifier.AT_MOST: "at most {}",
}
_NAMES = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SHORT = {"percent": "{}%", "percentage_point": "{} percentage points"}


def number(value: float) -> str:
    """A number with separated thousands: ``60,000``, ``1.4 million``, ``0.25``, ``∞``.

    A scale word is used only where it loses no digit.

    >>> [number(x) for x in (60000, 1.4e6, 1234567, 0.25, -3, 2.5e-7)]
    ['60,000', '1.4 million', '1,234,567', '0.25', '−3', '2.5e-07']
    """
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    if value < 0:
        return "−" + number(-value)
    for scale, name in _SCALES:
        scaled = value / scale
        if scale <= value < 1000 * scale and _near(scaled, round(scaled, 3)):
            return f"{_digits(round(scaled, 3))} {name}"
    return _digits(value)


def _near(one: float, other: float) -> bool:
    """Whether two numbers differ by no more than what arithmetic loses."""
    return math.isclose(one, other, rel_tol=1e-12)


def _digits(value: float) -> str:
    if _near(value, round(value)):
        return f"{round(value):,}" if value < 1e18 else f"{value:.{_SIGNIFICANT}g}"
    if value < 1e-4:
        return f"{value:.{_SIGNIFICANT}g}"
    decimals = max(0, _SIGNIFICANT - 1 - math.floor(math.log10(value)))
    text = f"{value:,.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def between(low: float | None, high: float | None, pattern: str = "{}") -> str:
    """The stretch from ``low`` to ``high``, None or infinite where an end is open, in a unit's pattern.

    >>> between(60000, 90000), between(13000, None), between(None, 5, "{}%"), between(3, 3, "USD {}")
    ('60,000 to 90,000', '13,000 or more', 'up to 5%', 'USD 3')
    """
    bottom = -math.inf if low is None else low
    top = math.inf if high is None else high
    if math.isinf(bottom) and math.isinf(top):
        return "any"
    if math.isinf(top):
        return f"{_filled(pattern, number(bottom))} or more"
    if math.isinf(bottom):
        return f"up to {_filled(pattern, number(top))}"
    if bottom == top:
        return _filled(pattern, number(bottom))
    return _filled(pattern, f"{number(bottom)} to {number(top)}")


def _filled(pattern: str, figure: str) -> str:
    """A unit's pattern with its figure; ``(s)`` in it becomes the plural's ending, or nothing after 1."""
    return pattern.format(figure).replace("(s)", "" if figure == "1" else "s")


def stated(quantity: Quantity) -> str:
    """What the words state, before any doubt is added: ``about 100,000``, ``more than 13,000``."""
    low, high, hedge = quantity.low, quantity.high, _BEFORE.get(quantity.modifier)
    pattern = unit_pattern(quantity.unit, quantity.kind)
    if hedge is None or (low is not None and high is not None and low != high):
        return between(low, high, pattern)
    ends = (high, low) if quantity.modifier in (Modifier.LESS_THAN, Modifier.AT_MOST) else (low, high)
    value = next((end for end in ends if end is not None), None)
    return between(low, high, pattern) if value is None else hedge.format(pattern.format(number(value)))


def unit_pattern(unit: str | None, kind: Kind, name: Callable[[str], str] = str) -> str:
    """How figures in a unit are printed: ``{}%``, ``USD {}``, ``{} kilometer``.

    A counted noun is left out: the title of a fact and the words of a claim say what is counted. ``name``
    turns the name of a physical unit into what is printed.

    >>> unit_pattern("USD / barrel", Kind.MONEY), unit_pattern("troop", Kind.COUNT)
    ('USD {} per barrel', '{}')
    """
    if unit is None or kind is Kind.COUNT:
        return "{}"
    if unit in _SHORT:
        return _SHORT[unit]
    if kind is Kind.MONEY:
        currency, _, per = unit.partition(" / ")
        return f"{currency} {{}}" + (f" per {per}" if per else "").replace("_", " ")
    return f"{{}} {name(unit)}".replace("_", " ")


@lru_cache(maxsize=1024)
def symbol(unit: str) -> str:
    """The sign of a physical unit, ``km/h`` for ``kilometer / hour``; its name where it has none.

    Times keep their names, ``year(s)``: their signs are not those of news.
    """
    from reconcile.units import registry

    try:
        known = registry().Unit(unit)
        return f"{unit}(s)" if known.dimensionality == {"[time]": 1} else f"{known:~P}" or unit
    except Exception:  # whatever the parser of units says of a name it does not know
        return unit


def count(n: int, noun: str, plural: str | None = None) -> str:
    """``one source``, ``three sources``, ``12 sources``, ``no sources``."""
    name = _NAMES[n] if 0 <= n < len(_NAMES) else f"{n:,}"
    return f"{name} {noun if n == 1 else plural or noun + 's'}"
