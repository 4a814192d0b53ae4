"""Trade units by the good they measure: a bushel of wheat has a weight, a bushel alone has none."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from reconcile.rulebook import Rules
from reconcile.rulebook.units import CommodityRule


def unit_of_good(unit: str, words: Iterable[str], rules: Rules) -> str:
    """The unit for the first good among ``words`` ("wheat"), rates included; ``unit`` itself where none is named.

    ``bushel / acre`` beside "wheat" is ``wheat_bushel / acre``, which converts into tonnes by the hectare.
    """
    table = _by_good(rules)
    for word in words:
        units = table.get(word.casefold())
        if units:
            return " / ".join(units.get(part, part) for part in unit.split(" / "))
    return unit


@lru_cache(maxsize=8)
def _by_good(rules: Rules) -> Mapping[str, Mapping[str, str]]:
    return {good: rule.units for rule in rules.all(CommodityRule) for good in rule.goods}
