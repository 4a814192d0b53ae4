"""Hedges, bounds and directions: what the words beside a number say about it."""

from dataclasses import dataclass
from functools import lru_cache

from reconcile.extraction.phrasebook import Found, Phrasebook
from reconcile.rulebook import Rules
from reconcile.rulebook.quantities import DirectionRule, ModifierRule


@dataclass(frozen=True, slots=True)
class _Lexicon:
    before: Phrasebook[ModifierRule]
    after: Phrasebook[ModifierRule]
    ways_before: Phrasebook[DirectionRule]
    ways_after: Phrasebook[DirectionRule]
    between: Phrasebook[str]


@lru_cache(maxsize=8)
def _lexicon(rules: Rules) -> _Lexicon:
    hedges, ways = rules.all(ModifierRule), rules.all(DirectionRule)
    return _Lexicon(
        Phrasebook((phrase, rule) for rule in hedges for phrase in rule.before),
        Phrasebook((phrase, rule) for rule in hedges for phrase in rule.after),
        Phrasebook((phrase, rule) for rule in ways if rule.means for phrase in rule.before),
        Phrasebook((phrase, rule) for rule in ways if rule.means for phrase in rule.after),
        Phrasebook((phrase, rule.ref) for rule in ways if rule.means is None for phrase in rule.before),
    )


def modifier_before(text: str, pos: int, rules: Rules) -> Found[ModifierRule] | None:
    """The hedge or bound that ends where a figure begins: "more than", "nearly", "up to"."""
    return _lexicon(rules).before.before(text, pos)


def modifier_after(text: str, pos: int, rules: Rules) -> Found[ModifierRule] | None:
    """The hedge or bound that begins where a number or its unit ends: "or so", "+", "or more"."""
    return _lexicon(rules).after.after(text, pos)


def direction_before(text: str, pos: int, rules: Rules) -> Found[DirectionRule] | None:
    """The verb or noun of change that governs a figure beginning at ``pos``: "rose [sharply] [by]"."""
    lexicon = _lexicon(rules)
    for _ in range(2):
        if found := lexicon.ways_before.before(text, pos):
            return found
        between = lexicon.between.before(text, pos)
        if between is None:
            return None
        pos = between.start
    return lexicon.ways_before.before(text, pos)


def direction_after(text: str, pos: int, rules: Rules) -> Found[DirectionRule] | None:
    """The word of change right behind a figure: "higher", "lower"."""
    return _lexicon(rules).ways_after.after(text, pos)
