"""Numbers that state no quantity: what takes them, and why."""

import re
from dataclasses import dataclass
from functools import lru_cache

from reconcile.dates import date_around
from reconcile.extraction.counted import Noun
from reconcile.extraction.figures import Figure
from reconcile.extraction.numerals import MOST_DIGITS, Form
from reconcile.extraction.phrasebook import Phrasebook
from reconcile.model import Passed
from reconcile.rulebook import Rules
from reconcile.rulebook.quantities import GuardRule

_REACH = 48  # characters beside the number that a shape may take

_TOKEN_BEFORE = re.compile(r"[^\s,;()\[\]\"“”—]*\Z")
_SHAPES_AFTER = {
    "version": re.compile(r"(?:\.\d{1,6}){2,8}\b"),
    "formation": re.compile(r"(?:[-–]\d{1,4}){2,6}(?![\d,.%]\d)"),
    "colon": re.compile(r":\d{1,4}(?:[.:]\d{1,3})*(?!\d)"),
    "slash": re.compile(r"[/⁄]\d{1,6}(?:[/⁄]\d{1,6})*(?!\d)"),
}
_PHONE = re.compile(r"\+?\(?\d{1,5}\)?(?:[ .-]\(?\d{2,5}\)?){1,5}(?!\d|,\d|\.\d|\s?%)")
_LOCAL_PHONE = re.compile(r"\d{3}-\d{4}(?![\d,]|\.\d|-\d)")
_SCORE = re.compile(r"[-–](\d{1,3})(?![\d,%]|\.\d|[-–]\d)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_STREET = re.compile(r"(?: [A-Z][\w'’.]*){1,3} ?(?P<last>[A-Z][a-z]+)\b")
_LIST_MARK = re.compile(r"[.)](?=\s)")
_NAME_BEFORE = re.compile(r"(?P<lead>\S?\s*)(?P<name>[A-Za-z][\w&'’.-]*)[ \u00a0-]\Z")
_ORDINAL_END = re.compile(
    r"-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b|(?:th|st|nd|rd)\b", re.IGNORECASE
)
_AGE_GROUP = re.compile(r"['’]?s\b")
_SENTENCE_ENDS = (".", "!", "?", "“", '"')
_GLUED = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class _Lexicon:
    shapes: dict[str, GuardRule]
    words: dict[str, frozenset[str]]
    before: Phrasebook[GuardRule]
    after: Phrasebook[GuardRule]


@lru_cache(maxsize=8)
def _lexicon(rules: Rules) -> _Lexicon:
    guards = rules.all(GuardRule)
    return _Lexicon(
        {rule.shape: rule for rule in guards if rule.shape},
        {rule.shape: frozenset(rule.words) for rule in guards if rule.shape},
        Phrasebook((phrase, rule) for rule in guards if rule.shape is None for phrase in rule.before),
        Phrasebook((phrase, rule) for rule in guards if rule.shape is None for phrase in rule.after),
    )


def too_long(text: str, pos: int, rules: Rules) -> Passed | None:
    """A run of digits that no figure has, taken as a whole."""
    end = pos
    while end < len(text) and text[end].isdigit():
        end += 1
    rule = _lexicon(rules).shapes.get("long")
    return _passed(text, pos, end, rule) if rule and end - pos > MOST_DIGITS else None


def guard(text: str, figure: Figure, rules: Rules) -> Passed | None:
    """What takes the number of ``figure`` for something else than a quantity, or None."""
    lexicon = _lexicon(rules)
    number = figure.number
    start, end = number.start, number.end
    if number.form in (Form.VAGUE, Form.FRACTION):
        return None
    if number.form is Form.WORDS:
        return _guard_words(text, figure, lexicon, rules)
    if figure.before is None and (taken := _glued_before(text, start, end, lexicon)):
        return taken
    if figure.unit is None and number.scale == 1 and (taken := _date(text, start, end, rules)):
        return taken
    if taken := _glued_after(text, figure, lexicon):
        return taken
    if figure.before is None:
        if number.plain and (taken := _codes(text, figure, lexicon)):
            return taken
        if number.plain and (taken := _shapes(text, figure, lexicon)):
            return taken
    return _phrases(text, figure, lexicon)


def _guard_words(text: str, figure: Figure, lexicon: _Lexicon, rules: Rules) -> Passed | None:
    number = figure.number
    start, end = number.start, number.end
    if end < len(text) and text[end] == "-" and (match := _ORDINAL_END.match(text, end)):
        return _passed(text, start, match.end(), lexicon.shapes.get("ordinal"))
    if text[end : end + 2] == "th":
        return _passed(text, start, end + 2, lexicon.shapes.get("ordinal"))
    if figure.unit is None and number.low <= 60 and (taken := _date(text, start, end, rules)):
        return taken
    return _phrases(text, figure, lexicon)


def _date(text: str, start: int, end: int, rules: Rules) -> Passed | None:
    date = date_around(text, start, end, rules)
    return Passed(date.start, date.end, text[date.start : date.end], date.rule, date.because) if date else None


def _phrases(text: str, figure: Figure, lexicon: _Lexicon) -> Passed | None:
    """Guards that are phrases beside the number: "Section 5", "one another", "101.4 FM"."""
    number = figure.number
    found = lexicon.before.before(text, figure.start) if figure.before is None else None
    if found and _applies(found.means, text, figure):
        return _passed(text, found.start, number.end, found.means)
    after = lexicon.after.after(text, number.end)
    if after and _applies(after.means, text, figure):
        return _passed(text, number.start, after.end, after.means)
    return None


def _applies(rule: GuardRule, text: str, figure: Figure) -> bool:
    number = figure.number
    if rule.words and number.form is Form.WORDS:
        return text[number.start : number.end].lower() in rule.words
    if rule.words and rule.id == "idiom":
        return False
    if rule.id == "numbered":
        return (
            number.scale == 1
            and (number.plain or (number.form is Form.WORDS and text[number.start].isupper()))
            and (figure.unit is None or text[number.end] == " ")
        )
    return True


def _glued_before(text: str, start: int, end: int, lexicon: _Lexicon) -> Passed | None:
    """Letters, a hyphen with letters, or a mark of codes right before the digits: F-16, G20, @x1, #5, a/b/7."""
    if not start:
        return None
    char = text[start - 1]
    if char in " \n\t\u00a0\u2009(":
        return None
    hyphened = char in "-‑" and start > 1 and (text[start - 2].isalpha() or text[start - 2].isdigit())
    if not (char.isalpha() or char in "_@=/\\&?." or hyphened):
        return None
    window = text[max(0, start - _REACH) : start]
    token = _TOKEN_BEFORE.search(window)
    begin = start - len(token[0]) if token else start
    front = text[begin:start].lower()
    if hyphened and front.rstrip("-‑") in lexicon.words.get("identifier", frozenset()):
        return None
    if char in ".-‑" and not any(c.isalpha() for c in front):
        return None
    return _passed(text, begin, _token_end(text, end), lexicon.shapes.get("identifier"))


def _token_end(text: str, end: int) -> int:
    stop = end
    while stop < len(text) and stop - end < _REACH and (text[stop].isalnum() or text[stop] in "-_/@=&?.#%"):
        stop += 1
    return end + len(text[end:stop].rstrip(".?-"))


def _glued_after(text: str, figure: Figure, lexicon: _Lexicon) -> Passed | None:
    """Letters right behind the digits that are no scale and no unit: 22nd, 65s, 4x4, 5G."""
    number = figure.number
    start, end = number.start, number.end
    if end >= len(text) or (figure.after is not None and figure.after.start == end):
        return None
    char = text[end]
    if char in "'’" or char.isalpha():
        if match := _ORDINAL_END.match(text, end):
            return _passed(text, start, match.end(), lexicon.shapes.get("ordinal"))
        if _AGE_GROUP.match(text, end) and number.plain and number.low < 120:
            return _passed(text, start, end + 2, lexicon.shapes.get("age_group"))
        if char.isalpha() and number.scale == 1:
            return _passed(text, start, _token_end(text, end), lexicon.shapes.get("identifier"))
    elif char in "_@=" and _GLUED.match(text, end + 1):
        return _passed(text, start, _token_end(text, end), lexicon.shapes.get("identifier"))
    return None


def _codes(text: str, figure: Figure, lexicon: _Lexicon) -> Passed | None:
    """Runs of digits with marks between them: telephone numbers, versions, times, idioms with a slash."""
    start, end = figure.number.start, figure.number.end
    following = text[end : end + 1]
    plus = start > 0 and text[start - 1] == "+"
    begin = start - 1 if plus or (start > 0 and text[start - 1] == "(") else start
    if (
        following in (" ", "-", ".", ")")
        and (phone := _PHONE.match(text, begin))
        and _is_phone(text, phone, plus, lexicon)
    ):
        return _passed(text, begin, phone.end(), lexicon.shapes.get("phone"))
    if following == "-" and (phone := _LOCAL_PHONE.match(text, start)):
        return _passed(text, start, phone.end(), lexicon.shapes.get("phone"))
    for shape, pattern in _SHAPES_AFTER.items():
        if following in _FIRST[shape] and following and (match := pattern.match(text, end)):
            return _passed(text, start, match.end(), lexicon.shapes.get(shape))
    return None


_FIRST = {"version": ".", "formation": "-–", "colon": ":", "slash": "/⁄"}


def _is_phone(text: str, match: re.Match[str], plus: bool, lexicon: _Lexicon) -> bool:
    digits = sum(c.isdigit() for c in match[0])
    groups = len(re.findall(r"\d+", match[0]))
    if plus:
        return digits >= 7 and groups > 1
    words = {word.lower() for word in _WORD.findall(text[max(0, match.start() - _REACH) : match.start()])}
    called = bool(words & lexicon.words.get("phone", frozenset()))
    if match[0][0] in "0(" or called:
        return digits >= 7
    return digits >= 10 and groups >= 3 and "-" in match[0]


def _shapes(text: str, figure: Figure, lexicon: _Lexicon) -> Passed | None:
    """Scores, list marks, addresses and names, which need a look at the words around."""
    start, end = figure.number.start, figure.number.end
    if text[end : end + 1] in ("-", "–") and (match := _SCORE.match(text, end)):
        if figure.number.low > int(match[1]) or _near(
            text, start, match.end(), lexicon.words.get("score", frozenset())
        ):
            return _passed(text, start, match.end(), lexicon.shapes.get("score"))
    if figure.after is not None:
        return None
    line = (
        start == 0
        or text[start - 1] == "\n"
        or (start > 1 and text[start - 1] == "(" and text[start - 2 : start - 1] in ("", "\n"))
    )
    if line and figure.number.low < 100 and (mark := _LIST_MARK.match(text, end)):
        return _passed(text, start, mark.end(), lexicon.shapes.get("list_mark"))
    if (street := _STREET.match(text, end)) and street["last"].lower() in lexicon.words.get("address", frozenset()):
        return _passed(text, start, street.end(), lexicon.shapes.get("address"))
    return None


def _near(text: str, start: int, end: int, words: frozenset[str]) -> bool:
    """Does one of ``words`` stand among the three words before or the two behind?"""
    before = _WORD.findall(text[max(0, start - _REACH // 2) : start].lower())[-3:]
    after = _WORD.findall(text[end : end + _REACH // 2].lower())[:2]
    return any(word in words for word in (*before, *after))


def is_name(text: str, figure: Figure, noun: Noun | None, rules: Rules) -> Passed | None:
    """A capitalised word right before a bare number makes it part of a name: "iPhone 11", "Kick Six".

    A noun that is counted saves it, unless number and noun are both capitalised ("the Six Nations").
    """
    rule = _lexicon(rules).shapes.get("name")
    number = figure.number
    if rule is None or figure.unit is not None or figure.start != number.start or number.scale != 1:
        return None
    words = number.form is Form.WORDS
    if (words and not text[number.start].isupper()) or (not words and (not number.plain or number.low >= 10_000)):
        return None
    match = _NAME_BEFORE.search(text, max(0, number.start - _REACH), number.start)
    if match is None:
        return None
    name, lead = match["name"], match["lead"]
    if noun is not None:
        capital = words and name.islower() and noun.span is not None and noun.span.text[0].isupper() and lead != ""
        return _passed(text, number.start, noun.span.end, rule) if capital and noun.span else None
    if name.islower() and not words:
        return None
    initial = (match.start() == 0 and not lead) or lead[:1] in _SENTENCE_ENDS or "\n" in lead
    if initial and (words or not any(c.isupper() for c in name[1:])):
        return None
    return _passed(text, match.start("name"), number.end, rule)


def refuse(text: str, start: int, end: int, shape: str, rules: Rules) -> Passed | None:
    """The entry for a number that the guard of ``shape`` takes; None where that guard is not in the rule book."""
    return _passed(text, start, end, _lexicon(rules).shapes.get(shape))


def _passed(text: str, start: int, end: int, rule: GuardRule | None) -> Passed | None:
    return None if rule is None else Passed(start, end, text[start:end], rule.ref, rule.because)
