"""Numbers that only a look at the noun can tell: part of a name ("iPhone 11"), or a pronoun ("the one")."""

import re

from reconcile.extraction.counted import Noun
from reconcile.extraction.figures import Figure
from reconcile.extraction.guard_lexicon import lexicon
from reconcile.extraction.numerals import Form, Numeral
from reconcile.model import Passed
from reconcile.rulebook import Rules

_REACH = 40  #: characters before the number in which a name is looked for
_NAME_BEFORE = re.compile(r"(?P<lead>\S?\s*)(?P<name>[A-Za-z][\w&'’.-]*)[ \u00a0-]\Z")
_LAST_WORD = re.compile(r"([^\W\d_]+) \Z")
_SENTENCE_ENDS = (".", "!", "?", "“", '"')
_LARGEST_NAME = 10_000  #: no model, bus line or hall has a higher number
_LARGEST_PRONOUN = 10  #: "the two", "those ten" stand for what was named


def is_name(text: str, figure: Figure, start: int, noun: Noun | None, rules: Rules) -> Passed | None:
    """A capitalised word right before the bare number at ``start`` makes it part of a name: "iPhone 11".

    A noun that is counted saves it, unless number and noun are both capitalised ("the Six Nations").
    """
    number = figure.number
    if figure.unit is not None or number.scale != 1 or (text[start - 1 : start] in "$€£+-−" and start):
        return None
    words = number.form is Form.WORDS
    if (words and not text[start].isupper()) or (not words and (not number.plain or number.low >= _LARGEST_NAME)):
        return None
    match = _NAME_BEFORE.search(text, max(0, start - _REACH), start)
    if match is None or match["name"][-1] in ".!?:":
        return None
    name, lead = match["name"], match["lead"]
    known = lexicon(rules)
    if noun is not None:
        capital = words and name.islower() and noun.span is not None and noun.span.text[0].isupper()
        return known.passed(text, start, noun.span.end, "name") if capital and noun.span else None
    if name.islower() and not words:
        return None
    initial = (match.start() == 0 and not lead) or lead[:1] in _SENTENCE_ENDS or "\n" in lead
    if initial and (words or not any(char.isupper() for char in name[1:])):
        return None
    return known.passed(text, match.start("name"), number.end, "name")


def is_pronoun(text: str, number: Numeral, rules: Rules) -> bool:
    """Does a number in words that counts no noun stand for what was named: "the one", "those two"?"""
    if number.form is not Form.WORDS or number.scale != 1 or number.low > _LARGEST_PRONOUN:
        return False
    if text.startswith(" of ", number.end):
        return False  # "one of Mr. Smith's aides" counts, whether its noun was found or not
    if number.low == 1:
        return True
    rule = lexicon(rules).shapes.get("pronoun")
    word = _LAST_WORD.search(text, max(0, number.start - 12), number.start)
    return rule is not None and word is not None and word[1].lower() in rule.leads
