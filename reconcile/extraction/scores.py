"""Numbers that are read by the words around them: scores and splits, list marks, houses in a street."""

import re

from reconcile.extraction.figures import Figure
from reconcile.extraction.guard_lexicon import GuardLexicon
from reconcile.extraction.numerals import Form
from reconcile.extraction.vocabulary import vocabulary
from reconcile.model import Passed
from reconcile.rulebook import Rules

_REACH = 24  #: characters beside a score in which its words stand
_SCORE = re.compile(r"(?P<join>[-–]| to |-to-)(?P<second>\d{1,3})(?!\d|%|[,.]\d|[-–]\d)")
_WORD_SCORE = re.compile(r"(?: to |-to-|-)(?P<second>[A-Za-z]+)\b(?! (?:per|percent|million|thousand|hundred|billion))")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_STREET = re.compile(r"(?: (?:[A-Z][\w'’.]*|\d{1,3}(?:st|nd|rd|th))){0,3} (?P<last>[A-Z][a-z]+)\b")
_LIST_MARK = re.compile(r"[.)](?=\s)")
_MOST_ITEMS = 100


def score(text: str, figure: Figure, known: GuardLexicon, rules: Rules) -> Passed | None:
    """ "won 3-2", "a 5-4 vote", "a 5 to 2 margin"; a falling pair needs no word beside it when a dash joins it."""
    number = figure.number
    if figure.after is not None or text[number.end : number.end + 1] not in ("-", "–", " "):
        return None
    if number.form is Form.WORDS:
        return _in_words(text, figure, known, rules)
    match = _SCORE.match(text, number.end)
    if match is None or number.low >= 1000:
        return None
    falling = number.low >= int(match["second"])
    words = known.words_of("score")
    loose = match["join"] == " to "
    if (falling and not loose) or ((falling or not loose) and _near(text, number.start, match.end(), words)):
        return known.passed(text, number.start, match.end(), "score")
    return None


def _in_words(text: str, figure: Figure, known: GuardLexicon, rules: Rules) -> Passed | None:
    """ "a ratio of one to nine", "lost by two to one", "voted five to four"."""
    match = _WORD_SCORE.match(text, figure.number.end)
    if match is None or match["second"].lower() not in vocabulary(rules).words:
        return None
    rule = known.shapes.get("score")
    if rule is None or not _near(text, figure.number.start, figure.number.end, frozenset(rule.leads)):
        return None
    return known.passed(text, figure.number.start, match.end(), "score")


def list_mark(text: str, figure: Figure, known: GuardLexicon) -> Passed | None:
    """ "1. Wash the rice", "(2) Boil it" at the beginning of a line."""
    start, end = figure.number.start, figure.number.end
    if figure.after is not None or figure.number.low >= _MOST_ITEMS:
        return None
    begin = start - 1 if text[start - 1 : start] == "(" else start
    if begin and text[begin - 1] != "\n":
        return None
    if begin == start and text[end : end + 1] == "\n":
        return known.passed(text, start, end, "list_mark")  # alone on its line
    mark = _LIST_MARK.match(text, end)
    return known.passed(text, start, mark.end(), "list_mark") if mark else None


def address(text: str, figure: Figure, known: GuardLexicon) -> Passed | None:
    """ "1200 Elm Street", "418 East 57th Street"."""
    if figure.after is not None:
        return None
    street = _STREET.match(text, figure.number.end)
    if street is None or street["last"].lower() not in known.words_of("address"):
        return None
    return known.passed(text, figure.number.start, street.end(), "address")


def _near(text: str, start: int, end: int, words: frozenset[str]) -> bool:
    """Does one of ``words`` stand among the three words before or the two behind?"""
    before = _WORD.findall(text[max(0, start - _REACH) : start].lower())[-3:]
    after = _WORD.findall(text[end : end + _REACH].lower())[:2]
    return any(word in words for word in (*before, *after))
