"""A share given as two numbers: "one in five", "three out of four", "1 in 3,000"."""

import re
from dataclasses import replace
from functools import lru_cache

from reconcile.extraction.candidates import pattern
from reconcile.extraction.numerals import Form, Numeral, read_numeral
from reconcile.extraction.vocabulary import vocabulary
from reconcile.rulebook import Rules
from reconcile.rulebook.quantities import NumeralRule

_OUT_OF = "numerals/out-of"
_BASES = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1_000, 10_000, 100_000, 1_000_000))  # "nine in ten"
_MOST_PEOPLE = 10  #: "two missed children in three"
_GOES_ON = re.compile(r" (?:is|are|was|were|has|have|had)\b")
_NEXT_WORD = re.compile(r" ([a-z]+)")
_UNIT_NEXT = re.compile(r"\s?[%°€$£]|-")


@lru_cache(maxsize=8)
def _joins(rules: Rules) -> re.Pattern[str] | None:
    words = next((rule.words for rule in rules.all(NumeralRule) if rule.ref == _OUT_OF), {})
    longest = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?P<noun>(?: [a-z]+){{1,3}}?)?? (?P<join>{'|'.join(longest)}) ") if words else None


def _closes(text: str, pos: int, rules: Rules) -> bool:
    """Does the phrase end here, with a mark or a verb behind it ("one marcher in five was hurt")?"""
    following = _NEXT_WORD.match(text, pos)
    return text[pos : pos + 1] in ".,;:!?)" or (
        following is not None and following[1] in vocabulary(rules).share_follows
    )


def share_of(text: str, number: Numeral, rules: Rules) -> Numeral | None:
    """The fraction that ``number`` begins with the number that follows "in" or "out of", or None.

    Only a small first number and a round second one make a share; "60 out of 120 beds" counts beds.
    """
    joins = _joins(rules)
    if joins is None or not 1 <= number.low < 100 or number.scale != 1 or number.form not in (Form.WORDS, Form.DIGITS):
        return None
    join = joins.match(text, number.end)
    if join is None or not pattern(rules).match(text, join.end()):
        return None
    whole = read_numeral(text, join.end(), rules)
    if whole is None or whole.start != join.end() or whole.low <= number.low or _UNIT_NEXT.match(text, whole.end):
        return None
    if join["join"] == "of" and whole.low not in (10, 100):
        return None  # "two of 40 boats"
    if number.low > 1 and (whole.low not in _BASES or (join["join"] == "in" and whole.low < 3)):
        return None
    if join["noun"] and not _closes(text, whole.end, rules):
        return None  # "one attack in five years"
    long = join["noun"] and (number.low > 1 or " " in join["noun"].strip())
    if long and (join["join"] == "of" or whole.low > _MOST_PEOPLE or not _GOES_ON.match(text, whole.end)):
        return None  # "two men were hurt in three", "two boats in 20 were lost"
    if whole.plain and whole.low > 1_500 and join["join"] == "in":
        return None  # "one in 2019" is a year
    value = number.low / whole.low
    rules_read = tuple(dict.fromkeys((*number.rules, *whole.rules, _OUT_OF)))
    return replace(
        number, end=whole.end, low=value, high=value, form=Form.FRACTION, step=None, plain=False, rules=rules_read
    )
