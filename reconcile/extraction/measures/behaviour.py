"""How a measure's figures move in time, and how far they may differ: what the topics say for comparing."""

from collections.abc import Mapping
from functools import lru_cache

from reconcile.model import Measure
from reconcile.rulebook import Rules
from reconcile.rulebook.measures import Behaviour, Topic


def behaviour_of(measure: Measure, rules: Rules) -> Behaviour | None:
    """Stock, cumulative, event, flow or fixed; None where no topic knows the property."""
    topic = topic_of(measure, rules)
    return topic.behaviour if topic else None


def topic_of(measure: Measure, rules: Rules) -> Topic | None:
    """The rule behind a measure's property: its own if it is traced, else the first of that name."""
    return next((by_ref[ref] for by_ref in [_by_ref(rules)] for ref in measure.rules if ref in by_ref), None) or (
        _by_name(rules).get(measure.property) if measure.property else None
    )


@lru_cache(maxsize=8)
def _by_ref(rules: Rules) -> Mapping[str, Topic]:
    return {topic.ref: topic for topic in rules.all(Topic)}


@lru_cache(maxsize=8)
def _by_name(rules: Rules) -> Mapping[str, Topic]:
    names: dict[str, Topic] = {}
    for topic in rules.all(Topic):
        names.setdefault(topic.name, topic)
    return names
