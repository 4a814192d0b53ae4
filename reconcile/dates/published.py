"""The day a text was published, as its own head or foot says it: a dateline, a byline, "Published:"."""

import re
from datetime import date
from functools import lru_cache

from reconcile.dates.forms import lexicon
from reconcile.dates.recognise import find_dates
from reconcile.dates.resolve import resolve
from reconcile.dates.words import DateWords, Tense
from reconcile.model import Period
from reconcile.rulebook import Rules

_HEAD_LINES, _FOOT_LINES = 8, 4
_SIGHT = 160  # characters of a line in which a dateline or byline ends
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_DATELINE_PLACE = re.compile(
    r"[^\W\d_a-z][^\Wa-z]+(?:[ ./'’-]+[^\Wa-z]+)*(?:,[^\S\n]+[A-Z][\w.]*(?: [A-Z][\w.]*)*)?,?[^\S\n]*\(?"
)
_DATELINE_END = re.compile(r"[^\S\n]*(?:\(|--|[–—―‒-])")
_FURNITURE = re.compile(r"[\W\d_]*(?:(?:at|on)\b[\W\d_]*)?")


def published_in(text: str, rules: Rules, near: date | None = None) -> Period | None:
    """The publication day that the first lines or the last ones state; None where none does.

    Reads "Published: 3 December 2021", a dateline ("OSLO, Dec 30 (Agency) -"), a byline with a date, and
    a line that holds nothing but a date. A date without a year counts only when ``near``, a day known to
    be close, gives the year.
    """
    lines = [match.span() for match in _LINE.finditer(text, 0, 4_000)][:_HEAD_LINES]
    tail_from = max(lines[-1][1] if lines else 0, len(text) - 2_000)
    foot = [match.span() for match in _LINE.finditer(text, tail_from)][-_FOOT_LINES:]
    best: tuple[int, Period] | None = None
    for is_head, (start, end) in [(True, line) for line in lines] + [(False, line) for line in foot]:
        for words in find_dates(text, start, min(end, start + _SIGHT), rules):
            rank = _rank(text, start, end, words, is_head, rules)
            if rank is None or (best and best[0] <= rank):
                continue
            period = resolve(words, near, Tense.PAST if near else None)
            if period is not None:
                best = rank, period
    return best[1] if best else None


def _rank(text: str, start: int, end: int, words: DateWords, is_head: bool, rules: Rules) -> int | None:
    """How plainly the line says that this is the day of publication: 0 the plainest, None not at all."""
    if words.means != "day":
        return None
    before, after = _without_clock(text[start : words.start], rules), text[words.end : min(end, words.end + _SIGHT)]
    cues = lexicon(rules).words
    if _ends_in(before, cues["updated-cues"]):
        return None
    if _ends_in(before, cues["published-cues"]):
        return 0
    if is_head and _DATELINE_PLACE.fullmatch(before) and _DATELINE_END.match(after):
        return 1
    rest = _without_clock(after, rules)
    if _FURNITURE.fullmatch(rest) and (_FURNITURE.fullmatch(before) or _is_byline(before)):
        return 2
    return None


def _is_byline(before: str) -> bool:
    """ "By Ann Reed | ", "Ann Reed, Oslo - ": a few words and a mark, or a line that begins with "By"."""
    stripped = before.strip()
    named = stripped.lower().startswith("by ") and len(stripped.split()) <= 8
    marked = stripped[-1:] in "|•·–—-" and len(stripped.split()) <= 8
    return named or marked


def _without_clock(after: str, rules: Rules) -> str:
    """What follows the date, less a clock time and its zone."""
    for words in find_dates(after, 0, len(after), rules):
        if words.means == "clock":
            return after[: words.start] + after[words.end :]
    return after


def _ends_in(before: str, cues: frozenset[str]) -> bool:
    return _cue_pattern(cues).search(before) is not None


@lru_cache(maxsize=8)
def _cue_pattern(cues: frozenset[str]) -> re.Pattern[str]:
    each = "|".join(re.escape(cue) for cue in sorted(cues, key=len, reverse=True))
    return re.compile(rf"\b(?:{each})\s*[:|]?\s*(?:\w+day,?\s*)?$", re.IGNORECASE)
