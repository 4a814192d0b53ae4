"""Ages that are printed without "years old": "Anna Smith, 52, said", "a boy aged 12"."""

import re
from functools import lru_cache

from reconcile.extraction.figures import Figure
from reconcile.extraction.phrasebook import Phrasebook
from reconcile.rulebook import Rules
from reconcile.rulebook.quantities import AgeRule

OLDEST = 120  #: years; no figure above it is the age of a person

_APPOSED = re.compile(r"(?P<word>[^\W\d_][\w'’.-]*)(?P<mark>, | \()\Z")
_CLOSED = re.compile(r"[,.;:?!)\"”](?!\d)|\s?[―—–]|\s-\s|\Z|\n")


@lru_cache(maxsize=8)
def _phrases(rules: Rules) -> Phrasebook[AgeRule]:
    return Phrasebook((phrase, rule) for rule in rules.all(AgeRule) for phrase in rule.before)


@lru_cache(maxsize=8)
def _apposition(rules: Rules) -> AgeRule | None:
    return next((rule for rule in rules.all(AgeRule) if rule.shape == "apposition"), None)


def age(text: str, figure: Figure, start: int, rules: Rules) -> AgeRule | None:
    """The rule by which a bare number is an age: the words before ``start``, where it begins, or its place apart."""
    number = figure.number
    if figure.unit is not None or number.scale != 1 or not 0 <= number.low <= OLDEST or figure.signed:
        return None
    if found := _phrases(rules).before(text, start):
        closed = found.means.shape == "phrase" or (number.plain and _CLOSED.match(text, number.end))
        return found.means if closed and number.low >= 1 else None
    rule = _apposition(rules)
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
