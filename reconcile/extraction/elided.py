"""Units that a writer leaves out: "growth of 1.1 percent, not the 0.6 it forecast", "the valley itself saw 41.3".

A bare number takes the unit of the nearest figure before it that is about as large, where it is no count (1.1) or
stands where only a figure held against that one can stand (rules/elisions.yaml).
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from reconcile.extraction.context import Context
from reconcile.extraction.phrasebook import Phrasebook
from reconcile.model import Kind, Modifier, Quantity
from reconcile.rulebook import Rules
from reconcile.rulebook.quantities import ElisionRule

_REMEMBERED = 8  # figures looked back at
_FARTHEST = 900  # characters between a figure and the one whose unit it leaves out
_ALIKE = 2.5  # how many times larger or smaller than that one it may be
_OF_TIME = frozenset(("second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "year of age"))
_YEARS = (1800, 2100)
_POSSESSIVE = "'s"


@dataclass(frozen=True, slots=True)
class _Lexicon:
    before: Phrasebook[ElisionRule]
    fraction: ElisionRule | None
    owned: ElisionRule | None  #: behind a possessive: "the board's 58"


@lru_cache(maxsize=8)
def _lexicon(rules: Rules) -> _Lexicon:
    found = rules.all(ElisionRule)
    return _Lexicon(
        Phrasebook((phrase, rule) for rule in found for phrase in rule.before),
        next((rule for rule in found if not rule.before), None),
        next((rule for rule in found if _POSSESSIVE in rule.before), None),
    )


def with_elided_units(context: Context, quantities: Sequence[Quantity], rules: Rules) -> tuple[Quantity, ...]:
    """The quantities in their order; those whose unit is left out have that of the figure they look back to."""
    lexicon = _lexicon(rules)
    before: deque[Quantity] = deque(maxlen=_REMEMBERED)
    whole: list[Quantity] = []
    for quantity in quantities:
        if _is_bare(quantity):
            quantity = _completed(context, quantity, before, lexicon)
        before.appendleft(quantity)
        whole.append(quantity)
    return tuple(whole)


def _is_bare(quantity: Quantity) -> bool:
    """Whether nothing beside a number says of what it is; a year's digits may be a year."""
    size = _size(quantity)
    bare = quantity.kind is Kind.COUNT and quantity.unit is None and quantity.counted is None
    year = size is not None and _YEARS[0] <= size <= _YEARS[1] and quantity.number.text.isdigit()
    return bare and size is not None and quantity.modifier is not Modifier.VAGUE and not year


def _completed(context: Context, quantity: Quantity, before: deque[Quantity], lexicon: _Lexicon) -> Quantity:
    rule = _rule_for(context.text, quantity, lexicon)
    if rule is None or context.text[quantity.end : quantity.end + 4].lower() == " of ":
        return quantity
    source = _looked_back_to(context, quantity, before, rule)
    if source is None:
        return quantity
    return replace(quantity, unit=source.unit, kind=source.kind, rules=(*quantity.rules, rule.ref))


def _rule_for(text: str, quantity: Quantity, lexicon: _Lexicon) -> ElisionRule | None:
    size = _size(quantity)
    found = lexicon.before.before(text, quantity.start)
    if size is not None and size != int(size):
        return (
            found.means if found and (found.means.level or found.means.apart) else lexicon.fraction
        )  # "rose 8.1 percent to 3.6"
    if found is None and text[max(0, quantity.start - 4) : quantity.start].rstrip()[-2:].replace("’", "'") in (
        _POSSESSIVE,
        "s'",
    ):
        return lexicon.owned
    return found.means if found else None


def _looked_back_to(
    context: Context, quantity: Quantity, before: deque[Quantity], rule: ElisionRule
) -> Quantity | None:
    """The nearest figure about as large, unless it is of a kind whose unit cannot be left out here."""
    place = context.sentence(quantity.start)
    for other in before:
        if quantity.start - other.end > _FARTHEST or (rule.reach == "sentence" and other.start < place.start):
            return None
        if not _alike(quantity, other, rule) or _is_bare(other):
            continue
        if other.unit is None or other.kind is Kind.COUNT or other.counted is not None:
            if rule.before:
                return None  # it counts what that one counts
            continue
        if other.unit in _OF_TIME and rule.reach != "sentence":
            continue
        if other.kind is Kind.MONEY and not rule.before and other.start < place.start:
            continue  # a sum names its money in every sentence; 96.1 may be the level of an index
        if rule.level and other.direction is not None:
            return None  # "rose 5 percent to 6": what it rose to is no percentage
        return other
    return None


def _alike(quantity: Quantity, other: Quantity, rule: ElisionRule) -> bool:
    mine, yours = _size(quantity), _size(other)
    if mine is None or yours is None:
        return False
    if rule.same or rule.apart:
        return mine == yours or (rule.apart and mine != 0)
    low, high = sorted((abs(mine), abs(yours)))
    return high <= _ALIKE * low


def _size(quantity: Quantity) -> float | None:
    return quantity.low if quantity.low is not None else quantity.high
