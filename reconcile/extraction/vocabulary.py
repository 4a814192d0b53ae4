"""The number words of a rule book by what they do, for the readers of cardinals, fractions and bands."""

import re
from dataclasses import dataclass
from functools import lru_cache

from reconcile.rulebook import Rules
from reconcile.rulebook.quantities import NumeralRule, VagueRule

WORD = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class WordReading:
    """A number in words: where it stands, the value or band, and the rules that read it.

    ``step`` is the place of its last word, None where it has none; ``scale`` what its scale words
    multiplied it by; ``is_few`` marks a vague word without a scale ("several").
    """

    start: int
    end: int
    low: float
    high: float
    rules: tuple[str, ...]
    step: float | None
    scale: float = 1.0
    is_fraction: bool = False
    is_few: bool = False
    is_article: bool = False


@dataclass(frozen=True, slots=True)
class NumberWord:
    """One number word: what it does (``ones``, ``tens``, ``scale`` ...), its value and its rule."""

    role: str
    value: float
    ref: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Number words, plurals of magnitude ("dozens"), and phrases for a few, longest first."""

    words: dict[str, NumberWord]
    plurals: dict[str, VagueRule]
    few: tuple[tuple[str, VagueRule], ...]
    few_words: frozenset[str]  #: the words by which the scan finds those phrases
    share_leads: frozenset[str]
    no_share_leads: frozenset[str]
    share_follows: frozenset[str]
    share_goes_on: frozenset[str]
    no_article_leads: frozenset[str]
    parts_of: frozenset[str]  #: what a fraction before a hyphen is of ("half-hour")

    def multiplier(self, word: str) -> NumberWord | None:
        """The word as one that multiplies what stands before it: hundred, million, dozen."""
        entry = self.words.get(word.lower())
        return entry if entry is not None and entry.role in ("hundred", "scale", "dozen") else None


@lru_cache(maxsize=8)
def vocabulary(rules: Rules) -> Vocabulary:
    """The number words of a rule book."""
    numerals, vague = rules.all(NumeralRule), rules.all(VagueRule)
    few = {phrase: rule for rule in vague if rule.form == "few" for phrase in rule.words}
    return Vocabulary(
        {
            word: NumberWord(rule.reads, value, rule.ref)
            for rule in numerals
            if rule.reads != "shape"
            for word, value in rule.words.items()
        },
        {word: rule for rule in vague if rule.form == "plural" for word in rule.words},
        tuple(sorted(few.items(), key=lambda item: -len(item[0]))),
        frozenset(max(phrase.split()[:2], key=len) for phrase in few),
        frozenset(word for rule in numerals for word in rule.leads),
        frozenset(word for rule in numerals if rule.reads == "fraction" for word in rule.not_after),
        frozenset(word for rule in numerals for word in rule.follows),
        frozenset(word for rule in numerals for word in rule.goes_on),
        frozenset(word for rule in numerals if rule.reads == "article" for word in rule.not_after),
        frozenset(word for rule in numerals if rule.reads == "fraction" for word in rule.measures),
    )
