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
_NOT_AFTER = "%‰°"


def find_dates(text: str, start: int, end: int, rules: Rules) -> tuple[DateWords, ...]:
    """Every expression of time between two offsets, in order, none inside another."""
    return tuple(_scan(text, start, end, end, lexicon(rules), rules))


def date_around(text: str, start: int, end: int, rules: Rules) -> DateWords | None:
    """The date, time or period that the number from ``start`` to ``end`` is part of, or None.

    Looks no further than 40 characters to either side, nor past the line. Where ``takes_number`` is
    False, the number is a quantity as well ("three years ago").
    """
    if _cannot_be(text, start, end):
        return None
    low = _word_edge(text, max(text.rfind("\n", max(0, start - _REACH), start) + 1, start - _REACH, 0), start)
    line_end = text.find("\n", end, end + _REACH)
    high = line_end if line_end >= 0 else min(len(text), end + _REACH)
    for found in _scan(text, low, end, high, lexicon(rules), rules):
        if found.end > start and found.start < end:
            return found
    return None


def _cannot_be(text: str, start: int, end: int) -> bool:
    """The cheap no: signs of money, per cent, decimals, and more digits than a year has."""
    first = text[start : start + 1]
    if not first.isdigit():
        return False
    if text[end : end + 1] and text[end] in _NOT_AFTER:
        return True
    digits = end - start
    return (digits > 4 and text[start:end].isdigit()) or (start > 0 and text[start - 1] in "$£€¥₹₽#")


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
