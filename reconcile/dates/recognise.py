"""Finding dates, times and periods in text: word by word, each place by the forms that can begin there."""

import re
from functools import lru_cache

from reconcile.dates.fill import fill
from reconcile.dates.forms import Form, Lexicon, compiled, lexicon
from reconcile.dates.sure import is_sure, year_cue
from reconcile.dates.words import DateWords
from reconcile.rulebook import Rules

_TOKEN = re.compile(r"\d+|([^\W\d_]+|['’‘](?=\d\ds?\b))")
_REACH = 40  # characters to either side of a number within which its date must begin and end
_GLUED = re.compile(r"[$£€¥₹₽#.,:/+±−\d_]$|\w[-–—]$")
_NOT_AFTER, _NOT_BEFORE = "%‰°", "$£€¥₹₽#"
_DIGITS = re.compile(r"\d+")
_FOLLOWING = re.compile(
    r"\d+([-–—‐‑‒−/:.'’‘]\w|[^\W\d_])?[^\S\n]{0,3}([^\W\d_]*)"
)  # what is glued on, or the next word
_A_YEAR = re.compile(r"(?:1[5-9]|2[01])\d\d")
_JOINING = "-–—‐‑‒−/:'’‘"
_SIGHT = 16


def find_dates(text: str, start: int, end: int, rules: Rules) -> tuple[DateWords, ...]:
    """Every expression of time between two offsets, in order, none inside another."""
    return tuple(_scan(text, start, end, end, lexicon(rules), rules))


def date_around(text: str, start: int, end: int, rules: Rules) -> DateWords | None:
    """The date, time or period that the number from ``start`` to ``end`` is part of, or None.

    Looks no further than 40 characters to either side, nor past the line. Where ``takes_number`` is
    False, the number is a quantity as well ("three years ago").
    """
    book = lexicon(rules)
    if text[start : start + 1].isdigit() and _cannot_be(text, start, end, book):
        return None
    low = _word_edge(text, max(text.rfind("\n", max(0, start - _REACH), start) + 1, start - _REACH, 0), start)
    line_end = text.find("\n", end, end + _REACH)
    high = line_end if line_end >= 0 else min(len(text), end + _REACH)
    for found in _scan(text, low, end, high, book, rules):
        if found.end > start and found.start < end:
            return found
    return None


def no_year(text: str, start: int, end: int, rules: Rules) -> str | None:
    """The ref of the cue that takes four digits that could be a year for a quantity; None where none is asked."""
    if _A_YEAR.fullmatch(text, start, end) is None or _cannot_be(text, start, end, lexicon(rules)):
        return None
    cue = year_cue(text, start, end, rules)
    return cue.ref if cue is not None and cue.says == "quantity" else None


def _cannot_be(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """The cheap no for digits: a sign of money or per cent, too many of them, or neighbours that belong to no date."""
    after, before = text[end : end + 1], text[start - 1 : start]
    if (after and after in _NOT_AFTER) or (before and before in _NOT_BEFORE):
        return True
    digits = _DIGITS.match(text, start)
    length = digits.end() - start if digits else 0
    if length >= 4:
        return length > 4
    following = _FOLLOWING.match(text, start)
    if following is None or following[1] or following[2].lower() in lexicon.after_number:
        return False
    last = text[max(0, start - _SIGHT) : start].split()[-2:]  # what stands before, with its marks ("Sept .")
    if last and last[-1][-1] in _JOINING:
        return False
    return not any(word.rstrip(".").lower() in lexicon.before_number for word in last)


def _word_edge(text: str, offset: int, limit: int) -> int:
    """``offset`` moved right past a word that it cuts."""
    while 0 < offset < limit and text[offset - 1].isalnum() and text[offset].isalnum():
        offset += 1
    return offset


def _scan(text: str, start: int, stop: int, end: int, lexicon: Lexicon, rules: Rules) -> list[DateWords]:
    """Dates that begin in ``start``..``stop`` and end by ``end``."""
    found: list[DateWords] = []
    covered = start
    entry_of = lexicon.entries.get
    for token in _TOKEN.finditer(text, start, stop):
        entry = entry_of(token[1] or f"#{token.end() - token.start()}")
        if entry is None or token.start() < covered:
            continue
        begin = token.start()
        if token[1] is None and begin > 0 and _GLUED.search(text, max(0, begin - 2), begin):
            continue
        if entry.gate is not None and compiled(entry.gate).match(text, begin, end) is None:
            continue
        words = _longest(text, begin, end, entry.forms, lexicon, rules)
        if words is not None:
            found.append(words)
            covered = words.end
    return found


def _longest(
    text: str, begin: int, end: int, forms: tuple[Form, ...], lexicon: Lexicon, rules: Rules
) -> DateWords | None:
    """The longest form that matches at ``begin`` and surely is a date there."""
    matches = [
        (match.end(), -order, form, match)
        for order, form in enumerate(forms)
        if (match := compiled(form.source).match(text, begin, end))
    ]
    for _, _, form, match in sorted(matches, key=lambda m: m[:2], reverse=True):
        parts = fill(form.rule, match, lexicon)
        if parts is None or not is_sure(text, match, form, lexicon):
            continue
        ref, because = form.rule.ref, form.rule.because or form.rule.means.replace("_", " ")
        if form.text == "YEAR":
            cue = year_cue(text, *match.span(), rules)
            if cue is None or cue.says != "year":
                continue
            ref, because = cue.ref, cue.because or "a year"
        start, bound = _bound_before(text, match.start(), lexicon)
        return DateWords(
            start,
            match.end(),
            text[start : match.end()],
            ref,
            because,
            form.rule.means,
            parts,
            form.rule.takes_number,
            bound,
            opens=bound in lexicon.words["opening-bounds"],
            closes=bound in lexicon.words["closing-bounds"],
        )
    return None


def _bound_before(text: str, start: int, lexicon: Lexicon) -> tuple[int, str | None]:
    """Where the words begin with the bound before them ("since", "as of"), and that bound."""
    match = _bound_pattern(lexicon.words["bounds"]).search(text, max(0, start - 24), start)
    return (match.start(), " ".join(match[1].lower().split())) if match else (start, None)


@lru_cache(maxsize=8)
def _bound_pattern(bounds: frozenset[str]) -> re.Pattern[str]:
    each = "|".join(re.escape(bound).replace(r"\ ", r"[^\S\n]") for bound in sorted(bounds, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])({each})[^\S\n](?:the[^\S\n])?$", re.IGNORECASE)
