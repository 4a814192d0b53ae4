"""The word lists of ``rules/asof.yaml``, by their ids."""

from dataclasses import dataclass, fields
from functools import lru_cache

from reconcile.rulebook import Rules
from reconcile.rulebook.time import AsOfWords

_MARKS = frozenset(';:—–()[]"“”,') | {"from"}


@dataclass(frozen=True, slots=True)
class Lists:
    """Each list as a set of lower-case words; ``publication`` is the ref of the rule behind that day."""

    publication: str
    edges: frozenset[str]  #: every word or mark that may part clauses
    speech: frozenset[str]
    subordinators: frozenset[str]
    comparators: frozenset[str]
    from_comparators: frozenset[str]
    coordinators: frozenset[str]
    future: frozenset[str]
    present: frozenset[str]
    past: frozenset[str]
    not_past: frozenset[str]
    auxiliaries: frozenset[str]
    past_auxiliaries: frozenset[str]
    links: frozenset[str]
    pluperfect: frozenset[str]
    day_events: frozenset[str]
    tolls: frozenset[str]
    lasting: frozenset[str]
    lasting_before: frozenset[str]
    lasting_units: frozenset[str]
    no_government: frozenset[str]
    reached: frozenset[str]
    starts: frozenset[str]
    annual: frozenset[str]
    telling_when: frozenset[str]
    clause_bounds: frozenset[str]
    firm: frozenset[str]
    accounted: frozenset[str]
    leading: frozenset[str]
    tight_bounds: frozenset[str]
    heading_bounds: frozenset[str]


@lru_cache(maxsize=8)
def lists(rules: Rules) -> Lists:
    """The lists, compiled once for each rule book."""
    words = {
        field.name: frozenset(rules.get(AsOfWords, field.name.replace("_", "-")).words)
        for field in fields(Lists)
        if field.name not in ("publication", "edges")
    }
    edges = words["subordinators"] | words["comparators"] | words["coordinators"] | words["firm"] | _MARKS
    return Lists(rules.get(AsOfWords, "publication").ref, edges, **words)
