"""Whether two names of counted things can mean the same: soldiers are people, homes are buildings."""

from functools import lru_cache

from reconcile.rulebook import Rules
from reconcile.rulebook.measures import Thing


def akin(one: str, other: str, rules: Rules) -> bool:
    """Whether one of two kinds of thing is the other, or within it, or named with more words."""
    return (
        named_alike(one, other)
        or other in wider_kinds(rules).get(one, frozenset())
        or one in wider_kinds(rules).get(other, frozenset())
        or interchangeable(one, other, rules)
    )


def interchangeable(one: str, other: str, rules: Rules) -> bool:
    """Whether two kinds may count the same people or things: a life is a person, and so is whoever works."""
    return frozenset((one, other)) in _alike(rules)


def named_alike(one: str, other: str) -> bool:
    """Whether two names are one, or one says more of the other: "alliance" and "civic alliance"."""
    if one == other:
        return True
    mine, yours = set(one.split()), set(other.split())
    return mine <= yours or yours <= mine


def is_thing(name: str, rules: Rules) -> bool:
    """Whether a name is one of the kinds of things that the rules know."""
    return name in wider_kinds(rules)


@lru_cache(maxsize=8)
def _alike(rules: Rules) -> frozenset[frozenset[str]]:
    """Pairs of kinds that may count the same people or things."""
    return frozenset(frozenset((rule.id, other)) for rule in rules.all(Thing) for other in rule.like)


@lru_cache(maxsize=8)
def wider_kinds(rules: Rules) -> dict[str, frozenset[str]]:
    """Every kind that each kind of thing lies within."""
    parent = {rule.id: rule.within for rule in rules.all(Thing)}
    wider: dict[str, frozenset[str]] = {}
    for id in parent:
        above: list[str] = []
        step = parent[id]
        while step is not None and step not in above:
            above.append(step)
            step = parent.get(step)
        wider[id] = frozenset(above)
    return wider
