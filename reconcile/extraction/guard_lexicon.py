"""The guards of a rule book: by shape, and as phrases before and after a number."""

import re
from dataclasses import dataclass
from functools import lru_cache

from reconcile.extraction.phrasebook import Phrasebook
from reconcile.model import Passed
from reconcile.rulebook import Rules
from reconcile.rulebook.quantities import GuardRule

NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class GuardLexicon:
    """Guard rules and their words, by the shape that the code knows; phrases for all others."""

    shapes: dict[str, GuardRule]
    words: dict[str, frozenset[str]]
    series: frozenset[str]  #: the rules after whose numbers a series may go on
    ordinal_end: re.Pattern[str]  #: what makes an ordinal of the number before it
    era: re.Pattern[str]  #: what behind a number makes it a year of an era, over the end of a range too
    suffixes: frozenset[str]  #: letters behind digits that make no code of them: "40ish"
    before: Phrasebook[GuardRule]
    after: Phrasebook[GuardRule]

    def passed(self, text: str, start: int, end: int, shape: str) -> Passed | None:
        """The entry for what the guard of ``shape`` takes; None where that guard is not in the rule book."""
        rule = self.shapes.get(shape)
        return passed(text, start, end, rule) if rule else None

    def words_of(self, shape: str) -> frozenset[str]:
        """The words of the guard of one shape."""
        return self.words.get(shape, NONE)


@lru_cache(maxsize=8)
def lexicon(rules: Rules) -> GuardLexicon:
    """The guards of a rule book, compiled."""
    guards = rules.all(GuardRule)
    return GuardLexicon(
        {rule.shape: rule for rule in guards if rule.shape},
        {rule.shape: frozenset(rule.words) for rule in guards if rule.shape},
        frozenset(rule.ref for rule in guards if rule.series),
        _ordinal_end([rule for rule in guards if rule.shape == "ordinal"]),
        _era([word for rule in guards if rule.shape == "era" for word in rule.words]),
        frozenset(word for rule in guards if rule.shape == "identifier" for word in rule.leads),
        Phrasebook((phrase, rule) for rule in guards if rule.shape is None for phrase in rule.before),
        Phrasebook((phrase, rule) for rule in guards if rule.shape is None for phrase in rule.after),
    )


def _ordinal_end(rules: list[GuardRule]) -> re.Pattern[str]:
    suffixes = "|".join(word for rule in rules for word in rule.words) or "(?!)"
    words = "|".join(word for rule in rules for word in rule.leads) or "(?!)"
    return re.compile(rf"(?:{suffixes})\b|-(?:{words})\b", re.IGNORECASE)


def _era(words: list[str]) -> re.Pattern[str]:
    names = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"
    return re.compile(rf"(?:(?:\s?[-–]\s?| to | and | or )\d{{1,4}})?\s?(?:{names})(?![\w-])")


def passed(text: str, start: int, end: int, rule: GuardRule) -> Passed:
    """The entry for what ``rule`` takes."""
    return Passed(start, end, text[start:end], rule.ref, rule.because)
