"""Where the clauses of a sentence part, and the tense of each: as much syntax as dating a figure needs."""

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.dates import Tense
from reconcile.extraction.asof.lists import Lists
from reconcile.extraction.context import Sentence, Word

#: what it costs to cross an edge between a figure and a date (see binding.LIMIT)
SOFT, FIRM, CLOSING, HARD, FAR = 1.0, 2.0, 3.0, 4.0, 8.0
_HARD_MARKS = frozenset(';:—–()[]"“”')
_REACH = 14  # words to either side in which the verb of a figure's clause is looked for
_PARTING = frozenset(";:")
_CHANGE = 6  # words from "rose" to its "from": "rose by half a point to 40 percent from 35"
_DASHES = frozenset("—–-―")
_PLACE = 4  # words of a place in capitals before a colon
_DATELINE = 12  # words in which a dateline ends
_AUXILIARY = 3  # words before a participle in which its auxiliary stands


@dataclass(frozen=True, slots=True)
class Clauses:
    """A sentence with its edges summed up from its start: ``edges[j] - edges[i]`` is what lies between.

    ``hard`` counts the edges that part clauses, ``parts`` those that part the sentence itself (";", ":");
    ``begin`` is the first word behind the dateline.
    """

    words: tuple[Word, ...]
    edges: tuple[float, ...]
    hard: tuple[int, ...]
    parts: tuple[int, ...]
    begin: int = 0

    def between(self, first: int, second: int) -> float:
        """What the edges between two words cost, whichever comes first."""
        return abs(self.edges[min(second, len(self.edges) - 1)] - self.edges[min(first, len(self.edges) - 1)])


def find_clauses(sentence: Sentence, book: Lists) -> Clauses:
    """The edges of a sentence."""
    begin = _after_dateline(sentence.words)
    total, hard, part = 0.0, 0, 0
    closing = 0.0  # the cost of the comma that ends the clause being read: "which ..., "
    edges, hards, parts = [0.0] * begin, [0] * begin, [0] * begin
    for index in range(begin, len(sentence.words)):
        lower = sentence.words[index].lower
        if lower in book.edges:
            cost = _edge(sentence.words, index, book)
            if cost >= FIRM:
                hard += 1
                closing = FAR if lower in book.comparators or lower == "from" else CLOSING
            elif closing and lower == ",":
                cost, closing = closing, 0.0
            part += lower in _PARTING
            total += cost
        edges.append(total)
        hards.append(hard)
        parts.append(part)
    return Clauses(sentence.words, tuple(edges), tuple(hards), tuple(parts), begin)


def _after_dateline(words: Sequence[Word]) -> int:
    """The index of the first word behind "OSLO, Dec 30 (Agency) -" or "OSLO:"; 0 where there is no dateline."""
    if not words or len(words[0].text) < 3 or not words[0].text.isupper():
        return 0
    colon = next((index for index, word in enumerate(words[:_PLACE]) if word.text == ":"), 0)
    if colon and all(word.text.isupper() for word in words[:colon]):
        return colon + 1
    return next((index + 1 for index, word in enumerate(words[:_DATELINE]) if word.text in _DASHES), 0)


def _edge(words: Sequence[Word], index: int, book: Lists) -> float:
    """The cost of passing one word or mark."""
    lower = words[index].lower
    if lower in _HARD_MARKS:
        return HARD
    if lower in book.firm:
        return FIRM
    behind = words[index + 1].lower if index + 1 < len(words) else ""
    if behind in book.accounted or (lower == "than" and index and words[index - 1].lower == "rather"):
        return 0.0  # "a profit after tax", "40 rather than 30": one figure, one day
    if lower in book.subordinators or lower in book.comparators:
        return HARD
    before = words[index - 1].lower if index else ""
    if lower == "from" and any(word.lower in book.from_comparators for word in words[max(0, index - _CHANGE) : index]):
        return HARD
    if lower == ",":
        return SOFT
    if lower not in book.coordinators:
        return 0.0
    return SOFT if before != "," else 0.0 if lower == "or" else FIRM  # "21, or 3 percent"; "..., and talks open"


def tense_near(clauses: Clauses, index: int, book: Lists) -> Tense | None:
    """The tense of the clause around a word; None without a verb.

    The nearest verb before it decides, else the nearest after it. A verb of saying counts only where the
    clause has no other: "unions claimed 400,000", but "police said 400,000 are expected".
    """
    words = clauses.words
    spoken: Tense | None = None
    for at in range(index - 1, max(-1, index - _REACH), -1):
        if words[at].lower == "that" or (clauses.hard[at] != clauses.hard[index] and at + 1 < index):
            break
        tense = _tense_at(words, at, book)
        if tense is not None:
            return tense
        if words[at].lower in book.speech and is_past(words[at].lower, book):
            spoken = spoken or Tense.PAST
    for at in range(index, min(len(words), index + _REACH)):
        if clauses.hard[at] != clauses.hard[index]:
            break
        tense = _tense_at(words, at, book)
        if tense is not None:
            return tense
    return spoken


def _tense_at(words: Sequence[Word], at: int, book: Lists) -> Tense | None:
    """The tense that one word tells of, with its auxiliaries; None for any other word."""
    lower = words[at].lower
    future, present = lower in book.future, lower in book.present
    if not (future or present or is_past(lower, book)) or (at and words[at].text[0].isupper()):  # "May", "Open": names
        return None
    before = [word.lower for word in words[max(0, at - _AUXILIARY) : at]]
    if future:
        return Tense.PAST if before and before[-1] in book.pluperfect else Tense.FUTURE
    if present:
        return Tense.FUTURE if any(word in book.future for word in before) else Tense.PRESENT
    return None if lower in book.speech else _tense_of_participle(before, book)


def _tense_of_participle(before: Sequence[str], book: Lists) -> Tense:
    """The tense of "killed" by its auxiliary: "were killed", "have been killed", "will be killed"."""
    for auxiliary in reversed(before):
        if auxiliary in book.future:
            return Tense.FUTURE
        if auxiliary in book.past_auxiliaries:
            return Tense.PAST
        if auxiliary in book.auxiliaries and auxiliary not in book.links:
            return Tense.PRESENT
        if auxiliary == ",":
            break
    return Tense.PAST


def is_past(word: str, book: Lists) -> bool:
    """Is the word the past tense or past participle of a verb, by its look?"""
    return word in book.past or (word.endswith("ed") and len(word) > 4 and word not in book.not_past)
