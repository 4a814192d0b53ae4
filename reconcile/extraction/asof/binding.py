"""Which date of its sentence governs a figure: the cheapest to reach over the edges of clauses and other figures.

The costs were set by trying them on news reports whose figures had been dated by hand: their order matters,
not their digits.
"""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from reconcile.dates import Tense
from reconcile.extraction.asof.clauses import tense_near
from reconcile.extraction.asof.dated import Dated, DatedSentence, Role
from reconcile.extraction.asof.lists import Lists
from reconcile.model import Grain, Quantity

LIMIT = 3.0  # a date that costs more does not govern
_FIGURE_AFTER = 1.6  # another figure between a figure and a date behind it: the date is likely the other's
_FIGURE_BEFORE = 0.6  # ... between a date and a figure behind it: both may be of that date
_BACKWARD = 0.4  # a date before its figure, all else equal, is a little less likely than one behind it
_PER_WORD = 0.06
_FRONTED, _FRONTED_FIGURE = 1.2, 0.25  # a date that opens the sentence reaches all of it; each figure adds a little
_ATTRIBUTE = 0.05
_PHRASE = 6  # words of a noun phrase from its period to its figure
_ALONE = 0.6  # the only date of a sentence reaches further over what follows it
_TOLL_BEFORE, _TOLL_AFTER = 4, 7  # words around a figure that tell that it counts victims


def governing(
    figure: Quantity, figures: Sequence[int], dated: DatedSentence, anchor: date | None, book: Lists
) -> Dated | None:
    """The date that governs a figure, or None.

    ``figures`` are the offsets at which the figures of the document begin, in order. A day on which
    something was said governs only where no other date does.
    """
    at = dated.word_at(figure.start)  # the hedge is the figure's own: "more than" compares nothing
    tolls = is_toll(dated, at, book)
    best: tuple[float, Dated] | None = None
    spoken: tuple[float, Dated] | None = None
    for candidate in dated.near(at):
        if candidate.role is Role.EDGE or candidate.words.start <= figure.number.start < candidate.words.end:
            continue
        if candidate.role is Role.SPEECH:
            said = not (anchor and candidate.period.start and candidate.period.start > anchor)
            distance = abs(candidate.first - at)
            if said and (spoken is None or distance < spoken[0]):
                spoken = distance, candidate
        elif not (tolls and _is_blow(candidate, dated, book)) and not _is_ahead(candidate, at, anchor, dated, book):
            cost = _cost(figure, at, figures, candidate, dated)
            if cost <= LIMIT and (best is None or cost < best[0]):
                best = cost, candidate
    found = best or spoken
    return found[1] if found else None


def _cost(figure: Quantity, at: int, figures: Sequence[int], candidate: Dated, dated: DatedSentence) -> float:
    """What lies between a figure and a date."""
    low, high = sorted((figure.number.start, candidate.words.start))
    crossed = bisect_left(figures, high) - bisect_left(figures, low + 1)
    if _is_when(candidate, at, dated):
        return _ATTRIBUTE + crossed * _FIGURE_BEFORE
    if candidate.words.start >= figure.start:
        at = dated.word_at(figure.number.start)
        words = max(0, candidate.first - at)
        return dated.clauses.between(at, candidate.first) + crossed * _FIGURE_AFTER + words * _PER_WORD
    if _is_attribute(candidate, at, dated):
        return _ATTRIBUTE
    words = max(0, at - candidate.last)
    cost = dated.clauses.between(candidate.last, at) + crossed * _FIGURE_BEFORE + words * _PER_WORD + _BACKWARD
    if dated.alone:
        cost *= _ALONE
    if candidate.role is Role.FRONTED and dated.clauses.parts[candidate.last] == dated.clauses.parts[at]:
        cost = min(cost, _FRONTED + crossed * _FRONTED_FIGURE)
    return cost


def _is_attribute(candidate: Dated, at: int, dated: DatedSentence) -> bool:
    """Does the period stand in the noun phrase that the figure measures ("first-quarter revenue of 40")?"""
    between = dated.clauses.words[candidate.last + 1 : at]
    if not 1 < len(between) <= _PHRASE or candidate.period.grain is Grain.DAY:
        return False
    return between[-1].lower == "of" and between[0].text.islower() and not dated.clauses.between(candidate.last, at)


def _is_when(candidate: Dated, at: int, dated: DatedSentence) -> bool:
    """Does a clause with "when" right behind the date hold the figure: "on Monday, when 40 came"?"""
    words = dated.clauses.words
    opener = candidate.last + 1
    opener += opener < len(words) and words[opener].lower == ","
    if not candidate.last < opener < at or words[opener].lower != "when":
        return False
    return all(word.lower not in (",", ";", "and", "but") for word in words[opener:at])


def _is_blow(candidate: Dated, dated: DatedSentence, book: Lists) -> bool:
    """Is it the day of the blow and not of the count? So in "Friday's quake", or where the count's own day is told."""
    if candidate.period.grain is not Grain.DAY or candidate.words.bound in book.tight_bounds:
        return False
    return candidate.possessive or dated.spoken


def _is_ahead(candidate: Dated, at: int, anchor: date | None, dated: DatedSentence, book: Lists) -> bool:
    """Is it a day to come that dates something else: "a vote on the 4 billion plan is due on Friday"?"""
    start = candidate.period.start
    if anchor is None or start is None or start <= anchor or candidate.period.grain is not Grain.DAY:
        return False
    return tense_near(dated.clauses, at, book) is not Tense.FUTURE


def is_toll(dated: DatedSentence, at: int, book: Lists) -> bool:
    """Is the figure a count of victims? Looks at the words around it."""
    near = dated.clauses.words[max(0, at - _TOLL_BEFORE) : at + _TOLL_AFTER]
    return any(word.lower in book.tolls for word in near)
