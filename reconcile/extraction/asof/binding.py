"""Which date of its sentence governs a figure: the cheapest to reach over the edges of clauses and other figures."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from reconcile.extraction.asof.clauses import SOFT
from reconcile.extraction.asof.dated import Dated, DatedSentence, Role
from reconcile.extraction.asof.lists import Lists
from reconcile.model import Grain, Quantity

LIMIT = 3.0
_FIGURE_AFTER = 1.6  # another figure between a figure and a date behind it: the date is likely the other's
_FIGURE_BEFORE = 0.6  # ... between a date and a figure behind it: both may be of that date
_BACKWARD = 0.4  # a date before its figure, all else equal, is a little less likely than one behind it
_PER_WORD = 0.06
_FRONTED = 1.2
_ATTRIBUTE = 0.05
_PHRASE = 6  # words of a noun phrase from its period to its figure
_ALONE = 0.6  # the only date of a sentence reaches further over what follows it


def governing(
    figure: Quantity, others: Sequence[int], dated: DatedSentence, anchor: date | None, book: Lists
) -> Dated | None:
    """The date that governs a figure, or None.

    ``others`` are the offsets at which the figures of the sentence begin, in order. A day on which
    something was said governs only where no other date does.
    """
    at = dated.sentence.word_at(figure.number.start)
    tolls = is_toll(dated, at, book)
    best: tuple[float, Dated] | None = None
    speech: tuple[float, Dated] | None = None
    for candidate in dated.dates:
        if candidate.role is Role.EDGE or candidate.words.start <= figure.number.start < candidate.words.end:
            continue
        if candidate.role is Role.SPEECH:
            if anchor and candidate.period.start and candidate.period.start > anchor:
                continue  # "is to report on Monday": not said yet
            distance = abs(candidate.first - at)
            if speech is None or distance < speech[0]:
                speech = distance, candidate
            continue
        cost = _cost(figure, at, others, candidate, dated)
        if tolls and _is_blow(candidate, dated):
            continue
        if cost <= LIMIT and (best is None or cost < best[0]):
            best = cost, candidate
    if best is not None:
        return best[1]
    return speech[1] if speech is not None else None


def _cost(figure: Quantity, at: int, others: Sequence[int], candidate: Dated, dated: DatedSentence) -> float:
    """What lies between a figure and a date."""
    behind = candidate.words.start >= figure.start
    low, high = sorted((figure.number.start, candidate.words.start))
    crossed = bisect_left(others, high) - bisect_left(others, low + 1)
    if behind:
        words = max(0, candidate.first - at)
        return dated.clauses.between(at, candidate.first) + crossed * _FIGURE_AFTER + words * _PER_WORD
    words = max(0, at - candidate.last)
    cost = dated.clauses.between(candidate.last, at) + crossed * _FIGURE_BEFORE + words * _PER_WORD + _BACKWARD
    if _is_attribute(candidate, at, dated):
        return _ATTRIBUTE
    if sum(other.role in (Role.PLAIN, Role.FRONTED) for other in dated.dates) == 1:
        cost *= _ALONE
    if candidate.role is Role.FRONTED:
        cost = min(cost, _FRONTED + crossed * SOFT / 4)
    return cost


def _is_attribute(candidate: Dated, at: int, dated: DatedSentence) -> bool:
    """ "First-quarter revenue of 40": the period stands in the noun phrase that the figure measures."""
    between = dated.clauses.words[candidate.last + 1 : at]
    if not 1 < len(between) <= _PHRASE or candidate.period.grain is Grain.DAY:
        return False
    return between[-1].lower == "of" and between[0].text.islower() and not dated.clauses.between(candidate.last, at)


def _is_blow(candidate: Dated, dated: DatedSentence) -> bool:
    """Is it the day of the blow and not of the count? So where the count's own day is told, or in "Friday's quake"."""
    if candidate.period.grain is not Grain.DAY or candidate.words.bound in ("by", "as of", "as at"):
        return False
    words = dated.clauses.words
    possessive = candidate.last + 1 < len(words) and words[candidate.last + 1].lower in ("'s", "’s")
    return possessive or any(other.role is Role.SPEECH for other in dated.dates)


def is_toll(dated: DatedSentence, at: int, book: Lists) -> bool:
    """Is the figure a count of victims? Looks at the words around it."""
    near = dated.clauses.words[max(0, at - 4) : at + 7]
    return any(word.lower in book.tolls for word in near)
