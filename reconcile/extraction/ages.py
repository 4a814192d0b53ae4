"""Ages that are printed without "years": "Anna Smith, 52, said", "a boy aged 12", "life expectancy is 73"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from reconcile.extraction.counted import counted_noun
from reconcile.extraction.figures import Figure
from reconcile.extraction.modifiers import modifier_before
from reconcile.extraction.phrasebook import Phrasebook, spellings
from reconcile.rulebook import Rules
from reconcile.rulebook.quantities import AgeRule

OLDEST = 120  #: years; no figure above it is the age of a person

_APPOSED = re.compile(r"(?P<word>[^\W\d_][\w'’.-]*)(?P<mark>, | \()\Z")
_CLOSED = re.compile(r"[,.;:?!)\"”](?!\d)|\s?[―—–]|\s-\s|\Z|\n")
_FIRST_OF_TWO = re.compile(r"(?P<word>[a-z]+(?:s|en)), \Z")
_TWO_ENDS = re.compile(r" and \d{1,2}(?:,|\)|\.\s|\.?\Z)")
_SECOND_OF_TWO = re.compile(r"[a-z]+(?:s|en), \d{1,2} and \Z")
_TWO_END = re.compile(r"(?:,|\)|\.\s|\.?\Z)")
_YOUNGEST = 10  #: years; no span of life, no pension age and no age limit that is worth a report is below it
_REACH = 100  #: characters before the number in which a span of life is named
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")


@dataclass(frozen=True, slots=True)
class _Lexicon:
    before: Phrasebook[AgeRule]
    follows: Phrasebook[AgeRule]
    apposition: AgeRule | None
    of_spans: Phrasebook[AgeRule]
    spans: re.Pattern[str]


@lru_cache(maxsize=8)
def _lexicon(rules: Rules) -> _Lexicon:
    ages = rules.all(AgeRule)
    names = {" ".join(words) for rule in ages for phrase in rule.names for words in spellings(phrase)}
    return _Lexicon(
        Phrasebook((phrase, rule) for rule in ages if rule.shape != "span" for phrase in rule.before),
        Phrasebook((phrase, rule) for rule in ages for phrase in rule.follows),
        next((rule for rule in ages if rule.shape == "apposition"), None),
        Phrasebook((phrase, rule) for rule in ages if rule.shape == "span" for phrase in rule.before),
        re.compile(rf"\b(?:{'|'.join(sorted(names)) or '(?!)'})\b", re.IGNORECASE),
    )


def age(text: str, figure: Figure, start: int, rules: Rules) -> AgeRule | None:
    """The rule by which a bare number is an age: the words before ``start``, where it begins, or its place apart."""
    number = figure.number
    if figure.unit is not None or number.scale != 1 or not 0 <= number.low <= OLDEST or figure.signed:
        return None
    lexicon = _lexicon(rules)
    if found := lexicon.before.before(text, start):
        closed = found.means.shape == "phrase" or (number.plain and _closes(text, number.end, lexicon))
        return found.means if closed and number.low >= 1 else None
    return _span(text, figure, start, lexicon, rules) or _apposed(text, figure, lexicon)


def _closes(text: str, end: int, lexicon: _Lexicon) -> bool:
    """Does the sentence end at ``end``, or go on with something that is not counted?"""
    return _CLOSED.match(text, end) is not None or lexicon.follows.after(text, end) is not None


def _span(text: str, figure: Figure, start: int, lexicon: _Lexicon, rules: Rules) -> AgeRule | None:
    """ "Life expectancy at birth rose from [71.2] to [73]"."""
    if figure.number.low < _YOUNGEST:
        return None
    hedge = modifier_before(text, start, rules)
    found = lexicon.of_spans.before(text, hedge.start if hedge else start)
    named = list(lexicon.spans.finditer(text, max(0, start - _REACH), found.start)) if found else []
    if found is None or not named or _SENTENCE_END.search(text, named[-1].end(), start):
        return None
    return None if counted_noun(text, figure.end, 2.0, rules) else found.means


def _apposed(text: str, figure: Figure, lexicon: _Lexicon) -> AgeRule | None:
    """ "Anna Smith, 52, said", "the twins (7)"."""
    number, rule = figure.number, lexicon.apposition
    if rule is not None and number.plain and _siblings(text, number.start, number.end):
        return rule
    if rule is None or not number.plain or number.low < 5 or not _CLOSED.match(text, number.end):
        return None
    match = _APPOSED.search(text, max(0, number.start - 32), number.start)
    if match is None:
        return None
    bracket = match["mark"] == " ("
    if bracket != (text[number.end : number.end + 1] == ")"):
        return None
    word = match["word"]
    if word[0].isupper() or (not bracket and not word.endswith("s")):
        return rule
    return None


def _siblings(text: str, start: int, end: int) -> bool:
    """One of two ages behind the persons: "two brothers, 6 and 9, were found"."""
    if _TWO_ENDS.match(text, end):
        return _FIRST_OF_TWO.search(text, max(0, start - 32), start) is not None
    return _TWO_END.match(text, end) is not None and _SECOND_OF_TWO.search(text, max(0, start - 40), start) is not None
