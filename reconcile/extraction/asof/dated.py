"""The dates of a sentence: what each means, and which part it plays."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from reconcile.dates import DateWords, Tense, find_dates, resolve
from reconcile.extraction.asof.clauses import Clauses, find_clauses, is_past, tense_near
from reconcile.extraction.asof.lists import Lists
from reconcile.extraction.context import Context, Sentence
from reconcile.model import Grain, Period
from reconcile.rulebook import Rules

_SPEECH_REACH = 8  # words between "told" and its "on Wednesday": "posted revenue of 4 billion dollars on Wednesday"


class Role(Enum):
    """What a date does in its sentence."""

    PLAIN = "plain"
    SPEECH = "speech"  #: when something was said
    FRONTED = "fronted"  #: opens the sentence and holds for all of it
    EDGE = "edge"  #: an edge of a period ("since 2014"): dates nothing


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a sentence: from its first word to its last, its part and its period."""

    first: int
    last: int
    role: Role
    period: Period
    tense: Tense | None
    words: DateWords


@dataclass(frozen=True, slots=True)
class DatedSentence:
    """A sentence with its clauses and its dates."""

    sentence: Sentence
    clauses: Clauses
    dates: tuple[Dated, ...]


def date_sentence(
    context: Context, sentence: Sentence, anchor: date | None, before: Period | None, rules: Rules, book: Lists
) -> DatedSentence:
    """The dates of one sentence, resolved. ``before`` is the last period before it, for "a day earlier"."""
    clauses = find_clauses(sentence, book)
    dates: list[Dated] = []
    for words in find_dates(context.text, sentence.start, sentence.end, rules):
        first = sentence.word_at(words.start)
        last = max(first, sentence.word_at(words.end - 1))
        tense = tense_near(clauses, first, book)
        period = resolve(words, anchor, tense, dates[-1].period if dates else before)
        if period is not None:
            role = _role(words, period.grain, first, last, clauses, book)
            dates.append(Dated(first, last, role, _told(period, role, anchor), tense, words))
    return DatedSentence(sentence, clauses, tuple(dates))


def _told(period: Period, role: Role, anchor: date | None) -> Period:
    """A running week seen from a day in it ends on that day: nobody reports what is still to come."""
    if anchor and period.end and period.start and period.start <= anchor < period.end and period.grain is Grain.WEEK:
        return Period(period.start, anchor, period.grain, period.words, period.rule)
    return period


def _role(words: DateWords, grain: Grain, first: int, last: int, clauses: Clauses, book: Lists) -> Role:
    if words.bound in book.no_government or _is_start(first, clauses, book):
        return Role.EDGE
    if grain is Grain.DAY and _is_speech(first, last, clauses, book):
        return Role.SPEECH
    following = clauses.words[last + 1].lower if last + 1 < len(clauses.words) else ""
    opening = first <= 1 or all(word.lower in _LEADING for word in clauses.words[:first])
    if opening and following not in ("'s", "’s"):
        return Role.FRONTED
    return Role.PLAIN


_LEADING = frozenset(
    {"in", "on", "by", "for", "at", "as", "of", "the", "late", "early", "“", '"', "but", "and", "during", "over"}
)


def _is_start(first: int, clauses: Clauses, book: Lists) -> bool:
    """ "begins on 16 May", "built in 1961": the date of a beginning."""
    return any(word.lower in book.starts for word in clauses.words[max(0, first - 2) : first])


def _is_speech(first: int, last: int, clauses: Clauses, book: Lists) -> bool:
    """Does a verb of saying stand right behind ("on Sunday denied"), or before with but its addressee between?"""
    if last + 1 < len(clauses.words) and clauses.words[last + 1].lower in book.speech:
        return True
    for at in range(first - 1, max(-1, first - 1 - _SPEECH_REACH), -1):
        lower = clauses.words[at].lower
        if lower in book.speech:
            return True
        if lower in (",", "that") or lower in book.subordinators or is_past(lower, book):
            return False
    return False
