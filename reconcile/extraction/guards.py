"""Numbers that state no quantity: what takes them, and why. Dates come first, then forms, then phrases."""

import re

from reconcile.dates import date_around
from reconcile.extraction.codes import code_after, code_before, joined_code, token_end
from reconcile.extraction.counted import counted_noun
from reconcile.extraction.figures import Figure
from reconcile.extraction.guard_lexicon import GuardLexicon, lexicon, passed
from reconcile.extraction.numerals import MOST_DIGITS, Form
from reconcile.extraction.scores import address, list_mark, score
from reconcile.extraction.vocabulary import vocabulary
from reconcile.model import Passed
from reconcile.rulebook import Rules
from reconcile.rulebook.quantities import GuardRule

_AGE_GROUP = re.compile(r"['’]?s\b")
_NEXT_WORD = re.compile(r" ([A-Za-z]+)(?:-[A-Za-z]+)?\b")
_DATE_MARK = re.compile(r"[^\W\d_]|[:/.-]")  # every date of less than a year's digits has one of these
_YEAR_DIGITS = 4
_NEAR = 16
_CLOCK_PART = re.compile(r"(?<=:\d\d)\.\d{1,3}")  # "clocked 3:14.07"
_SLASHED = re.compile(r"\d[A-Za-z°%]{1,4}/\Z")
_SERIES = re.compile(r"(?: [A-Z]\w*){0,2}(?:,? (?:and|or|to|&) |, |[-–/])")
_SERIES_GAP = 24
_STEPS = ("round", "phase", "stage", "chapter", "episode", "tier")  # none is a verb that takes a count
_NUMBERING = re.compile(  # before "number" where it is a verb: "cases now number five"
    r"(?<!['’\w])(?:[a-z]{2,}[^\Ws'’iau]s|now|already|still|only|would|could|might|may|will|must|should|they|who|which|people)"
    r" number \Z"
)
_GOES_ON = re.compile(
    r" (?:of (?:our|the|a|its|his|her|their|this)\b"
    r"|(?:opens|ends|closes|starts|begins|follows|runs|departs|leaves|arrives|resumes|continues|covers|says|reads|states|applies"
    r"|requires|shows|stops|terminates|finishes|appears|deals|lists|gives|provides|allows|bans|forbids)\b)"
)
_OLDEST = 120
_HOURS = 60  # the largest number in words that may be part of a date or a time


def guard(text: str, figure: Figure, rules: Rules) -> Passed | None:
    """What takes the number of ``figure`` for something else than a quantity, or None."""
    known = lexicon(rules)
    number = figure.number
    if number.form in (Form.VAGUE, Form.FRACTION):
        return None
    if number.form is Form.ARTICLE:
        return _date(text, figure, rules)  # "about a week ago"
    bare = figure.unit is None and number.scale == 1
    if number.form is Form.WORDS:
        taken = _ordinal(text, figure, known) or _year_words(text, figure, known, rules)
        if taken is None and bare and number.low <= _HOURS:
            taken = _date(text, figure, rules) or score(text, figure, known, rules)
        return taken or _phrases(text, figure, known, rules)
    coded = figure.before is None and not _follows_slash(text, figure)
    if coded and (taken := code_before(text, number.start, number.end, known)):
        return taken
    if bare and (taken := _date(text, figure, rules)):
        return taken
    return (
        _era(text, figure, known, rules) or _digits(text, figure, known, rules) or _phrases(text, figure, known, rules)
    )


def series(text: str, figure: Figure, last: Passed | None, rules: Rules) -> Passed | None:
    """The next number of a series whose first a guard took: "Sections 5 and [6]", "pages 12, [13] and [15]"."""
    number = figure.number
    if last is None or last.rule not in lexicon(rules).series or not number.plain or figure.unit is not None:
        return None
    if not 0 < number.start - last.end <= _SERIES_GAP or not _SERIES.fullmatch(text, last.end, number.start):
        return None
    if counted_noun(text, number.end, 2.0, rules) is not None:
        return None  # "Section 5 and 6 people"
    return Passed(number.start, number.end, text[number.start : number.end], last.rule, last.because)


def too_long(text: str, pos: int, rules: Rules) -> Passed | None:
    """A run of digits that no figure has, taken as a whole."""
    end = pos
    while end < len(text) and text[end].isdigit():
        end += 1
    return lexicon(rules).passed(text, pos, end, "long") if end - pos > MOST_DIGITS else None


def refuse(text: str, start: int, end: int, shape: str, rules: Rules) -> Passed | None:
    """The entry for a number that the guard of ``shape`` takes; None where that guard is not in the rule book."""
    return lexicon(rules).passed(text, start, end, shape)


def _digits(text: str, figure: Figure, known: GuardLexicon, rules: Rules) -> Passed | None:
    """The forms that only digits take."""
    number = figure.number
    if taken := _ordinal(text, figure, known) or code_after(text, figure, known):
        return taken
    if figure.before is not None:
        return None
    if taken := joined_code(text, figure, known):
        return taken
    if not number.plain:
        return None
    return score(text, figure, known, rules) or list_mark(text, figure, known) or address(text, figure, known)


def _date(text: str, figure: Figure, rules: Rules) -> Passed | None:
    """The date that the number is part of. Digits among digits alone are none, and are not looked up."""
    start, end = figure.number.start, figure.number.end
    if end - start < _YEAR_DIGITS and not _DATE_MARK.search(text, max(0, start - _NEAR), end + _NEAR):
        return None
    date = date_around(text, figure.number.start, figure.number.end, rules)
    if date is None or not date.takes_number:
        return None
    part = _CLOCK_PART.match(text, date.end)
    end = part.end() if part else date.end
    return Passed(date.start, end, text[date.start : end], date.rule, date.because)


def _ordinal(text: str, figure: Figure, known: GuardLexicon) -> Passed | None:
    """ "22nd", "twenty-first", and "the over-65s"."""
    number = figure.number
    char = text[number.end : number.end + 1]
    if char.isspace() or not char or (figure.after is not None and figure.after.start == number.end):
        return None
    if match := known.ordinal_end.match(text, number.end):
        return known.passed(text, number.start, match.end(), "ordinal")
    if number.plain and number.low < _OLDEST and (match := _AGE_GROUP.match(text, number.end)):
        return known.passed(text, number.start, match.end(), "age_group")
    return None


def _follows_slash(text: str, figure: Figure) -> bool:
    """Is the figure, unit glued to it, the second way of giving the first: "220C/200C", "100km/62mi"?"""
    glued = figure.after is not None and figure.after.start == figure.number.end
    return glued and _SLASHED.search(text, max(0, figure.start - 8), figure.start) is not None


def _era(text: str, figure: Figure, known: GuardLexicon, rules: Rules) -> Passed | None:
    """ "400 BC", "from 1200 to 1400 AD", "A.D. 70"; "40 BC ferries" are none."""
    start, end = figure.number.start, figure.number.end
    if figure.before is not None or figure.number.step != 1:
        return None
    word = text[max(0, start - 6) : start].strip(" (").rpartition(" ")[2] if text[start - 2 : start - 1] in "D." else ""
    if word and figure.number.plain and word[0] == "A" and word in known.words_of("era"):
        return known.passed(text, text.rindex(word, 0, start), end, "era")
    match = known.era.match(text, end)
    if match is None or counted_noun(text, match.end(), 2.0, rules) is not None:
        return None
    return known.passed(text, start, match.end(), "era")


def _year_words(text: str, figure: Figure, known: GuardLexicon, rules: Rules) -> Passed | None:
    """ "nineteen eighty-four": a century and a year of it, one after the other."""
    following = _NEXT_WORD.match(text, figure.number.end) if 11 <= figure.number.low <= 20 else None
    word = vocabulary(rules).words.get(following[1].lower()) if following else None
    if following is None or word is None or word.role not in ("tens", "teens"):
        return None
    return known.passed(text, figure.number.start, following.end(), "year_words")


def _phrases(text: str, figure: Figure, known: GuardLexicon, rules: Rules) -> Passed | None:
    """Guards that are phrases beside the number: "Section 5", "one another", "101.4 FM"."""
    number = figure.number
    found = known.before.before(text, figure.start) if figure.before is None else None
    if found and _applies(found.means, text, figure, text[found.start : found.end], rules):
        more = text[number.end : number.end + 1] in ("-", "–", "/") and text[number.end + 1 : number.end + 2].isdigit()
        end = token_end(text, number.end) if more else number.end  # "No. 14-915"
        return passed(text, found.start, end, found.means)
    after = known.after.after(text, number.end) if figure.before is None else None
    if after and _applies(after.means, text, figure, "", rules):
        return passed(text, number.start, token_end(text, after.end), after.means)
    return None


def _applies(rule: GuardRule, text: str, figure: Figure, phrase: str, rules: Rules) -> bool:
    number = figure.number
    words = number.form is Form.WORDS
    if number.scale != 1 or (rule.at_most is not None and (number.low > rule.at_most or figure.unit is not None)):
        return False
    if rule.words:
        return words and text[number.start : number.end].lower() in rule.words
    if rule.series and (_has_unit(text, figure) or not (number.plain or (words and _is_titled(text, figure, phrase)))):
        return False
    if phrase.lower() == "number" and _NUMBERING.search(text, max(0, figure.start - 32), figure.start):
        return False  # "cases now number five"
    if rule.unless_noun and _GOES_ON.match(text, number.end):
        return True  # "phase 2 opens on 15 July", "part 3 of our series"
    return not (rule.unless_noun and phrase.islower() and counted_noun(text, number.end, 2.0, rules) is not None)


def _is_titled(text: str, figure: Figure, phrase: str) -> bool:
    """May a number in words be one of a series: "Chapter Five", "Round two", "the number one issue"?"""
    return (
        text[figure.number.start].isupper()
        or phrase.lower() in ("number", *_STEPS)
        or (phrase.istitle() and _GOES_ON.match(text, figure.number.end) is not None)
    )


def _has_unit(text: str, figure: Figure) -> bool:
    """Is the number of something? A capital glued to it is none in a series: "runway 23L", "platform 9A"."""
    after = figure.after
    letter = after is not None and after.start == figure.number.end and after.end == after.start + 1
    capital = letter and text[figure.number.end].isalpha() and text[figure.number.end].isupper()
    return figure.unit is not None and not (capital and figure.number.plain)
