"""Hedges, bounds and directions: what the words beside a number say about it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from reconcile.extraction.phrasebook import Found, Phrasebook
from reconcile.rulebook import Rules
from reconcile.rulebook.quantities import DirectionRule, ModifierRule

TIMES = frozenset(("second", "minute", "hour", "day", "week", "month", "year", "decade", "century"))

_MOST_OBJECT_WORDS = 5  # "cut its crude oil output by"
_ADDED = re.compile(
    r" (?:[\dA-Z$€£¥]|(?:an?|the|its|his|her|their|all|any)\b"
    r"|(?:costs?|tax|interest|expenses|shipping|postage|bonus\w*|benefits)\b)"
)
_CLAUSE_REACH = 100  #: characters before "from" that its verb and object take
_CLAUSE = re.compile(r"[^.;:!?,\n]*\Z")
_REVISES = re.compile(  # over a long object: "corrected the count of arrests at the gate from 12 to 15"
    r"\b(?:correct|revis|amend|adjust|updat|chang|rais|lift|lower|reduc|increas|mov|upgrad|downgrad|slash|trimm?"
    r"|widen|narrow|extend|shorten|doubl|tripl|hik|bump)(?:ed|es|ing)\b"
)
_LAST_WORD = re.compile(r"([^\W\d_][\w'’-]*) \Z")


@dataclass(frozen=True, slots=True)
class _Lexicon:
    before: Phrasebook[ModifierRule]
    after: Phrasebook[ModifierRule]
    ways_before: Phrasebook[DirectionRule]
    ways_after: Phrasebook[DirectionRule]
    moves: Phrasebook[DirectionRule]
    between: Phrasebook[str]


@dataclass(frozen=True, slots=True)
class Way:
    """The word of change beside a figure, with the rules that found it. Its rule may mean nothing ("make up")."""

    rule: DirectionRule
    traces: tuple[str, ...]


@lru_cache(maxsize=8)
def _lexicon(rules: Rules) -> _Lexicon:
    hedges, ways = rules.all(ModifierRule), rules.all(DirectionRule)
    return _Lexicon(
        Phrasebook((phrase, rule) for rule in hedges for phrase in rule.before),
        Phrasebook((phrase, rule) for rule in hedges for phrase in rule.after),
        Phrasebook((phrase, rule) for rule in ways if not rule.is_between for phrase in rule.before),
        Phrasebook((phrase, rule) for rule in ways for phrase in rule.after),
        Phrasebook((phrase, rule) for rule in ways for phrase in rule.over_object),
        Phrasebook((phrase, rule.ref) for rule in ways if rule.is_between for phrase in rule.before),
    )


def modifier_before(text: str, pos: int, rules: Rules) -> Found[ModifierRule] | None:
    """The hedge or bound that ends where a figure begins: "more than", "nearly", "up to".

    Its rule may mean nothing: then the words only look like a hedge ("learn more about 318 roses").
    """
    found = _lexicon(rules).before.before(text, pos)
    if found and text[found.start].isalpha() and text[found.start - 1 : found.start] in ("-", "‑"):
        return None  # "a 4-under 68"
    return found


def spans_time(text: str, hedge: Found[ModifierRule]) -> bool:
    """Is the phrase, before a stretch of time, no hedge ("save money over six years")?"""
    if not hedge.means.time_after:
        return False
    word = _LAST_WORD.search(text, max(0, hedge.start - 24), hedge.start)
    return word is None or word[1].lower() not in hedge.means.time_after


def modifier_after(text: str, pos: int, rules: Rules) -> Found[ModifierRule] | None:
    """The hedge or bound that begins where a number or its unit ends: "or so", "+", "or more"."""
    found = _lexicon(rules).after.after(text, pos)
    if found and text[found.end - 1] == "+" and text[found.end : found.end + 1].isdigit():
        return None  # "212.50 +3.25": the sign is that of the next figure
    if found and text[found.start : found.end].lower() == "plus" and _ADDED.match(text, found.end):
        return None  # "$75,000 plus $1,000 a day", "£40 plus VAT"
    return found


def hedge_at(text: str, pos: int, rules: Rules) -> Found[ModifierRule] | None:
    """The hedge or bound that begins at ``pos``: what stands before a number, met from the other side."""
    return _lexicon(rules).before.after(text, pos)


def direction_before(text: str, pos: int, rules: Rules) -> Way | None:
    """The verb or noun of change that governs a figure beginning at ``pos``: "rose [sharply] [by]"."""
    lexicon = _lexicon(rules)
    if found := lexicon.ways_before.before(text, pos):
        return Way(found.means, (found.means.ref,))
    between = lexicon.between.before(text, pos)
    if between is None:
        return None
    found = lexicon.ways_before.before(text, between.start)
    if found is None and between.means.endswith("/by"):
        found = _verb_with_object(text, between.start, lexicon)
    return Way(found.means, (found.means.ref, between.means)) if found else None


def _verb_with_object(text: str, pos: int, lexicon: _Lexicon) -> Found[DirectionRule] | None:
    """The verb a few words before "by", over its object: "cut [its output] by", "grow [sales] by"."""
    for _ in range(_MOST_OBJECT_WORDS):
        word = _LAST_WORD.search(text, max(0, pos - 24), pos)
        if word is None:
            return None
        pos = word.start(1)
        if found := lexicon.moves.before(text, pos):
            return found
        if (found := lexicon.ways_before.before(text, pos)) and found.means.means and not found.means.of:
            return found
    return None


def change_from(text: str, pos: int, rules: Rules) -> bool:
    """Does a verb of change stand before "from" at ``pos``, next to it or over an object: "raise the age from"?"""
    way = direction_before(text, pos, rules)
    if (way is not None and way.rule.means is not None) or _verb_with_object(text, pos, _lexicon(rules)) is not None:
        return True
    clause = _CLAUSE.search(text, max(0, pos - _CLAUSE_REACH), pos)
    return clause is not None and _REVISES.search(clause[0]) is not None


def direction_after(text: str, pos: int, rules: Rules) -> Way | None:
    """The word of change right behind a figure: "higher", "lower"."""
    found = _lexicon(rules).ways_after.after(text, pos)
    return Way(found.means, (found.means.ref,)) if found else None
