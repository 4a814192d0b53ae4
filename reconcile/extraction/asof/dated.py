"""The dates of a sentence: what each means, and which part it plays."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from reconcile.dates import DateWords, Tense, find_dates, resolve
from reconcile.extraction.asof.clauses import Clauses, find_clauses, is_past, tense_near
from reconcile.extraction.asof.lists import Lists, lists
from reconcile.extraction.context import Context, Sentence
from reconcile.model import Grain, Period
from reconcile.rulebook import Rules

_SPEECH_REACH = 8  # words between "told" and its "on Wednesday": "posted revenue of 4 billion dollars on Wednesday"
_CLAUSE = 12  # words from the opener of a clause to its date
_APPOSED = 5  # words from a figure to the date in apposition behind it
_REPORTED = 100  # days after its end in which a month is reported on
_SIGHT = 60  # words to either side of a figure in which its date must stand
_CARRIED = frozenset(
    {Grain.DAY, Grain.SPAN, Grain.QUARTER, Grain.MONTH}
)  # a year of one figure says little of the next
_POSSESSIVE = frozenset({"'s", "’s"})


class Role(Enum):
    """What a date does in its sentence."""

    PLAIN = "plain"
    SPEECH = "speech"  #: when something was said
    FRONTED = "fronted"  #: opens the sentence and holds for all of it
    EDGE = "edge"  #: an edge of a period ("since 2014"): dates nothing


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a sentence: the indexes of its first and last word, its part and its period."""

    first: int
    last: int
    role: Role
    period: Period
    tense: Tense | None
    words: DateWords
    possessive: bool  #: "Friday's quake"


@dataclass(frozen=True, slots=True)
class DatedSentence:
    """A sentence with its clauses and its dates in order.

    ``alone`` is whether a single date tells when something was, ``spoken`` whether one tells when
    something was said; ``told`` is the past day or quarter of the main clause, ``event`` the past day
    of a clause that says when ("since it struck a reef on Sunday").
    """

    sentence: Sentence
    clauses: Clauses
    dates: tuple[Dated, ...]
    alone: bool
    spoken: bool
    told: Period | None
    event: Period | None = None

    def word_at(self, offset: int) -> int:
        """The index of the word at an offset, the last for an offset behind it. IndexError without words."""
        return min(self.sentence.word_at(offset), len(self.clauses.words) - 1)

    def near(self, index: int) -> Sequence[Dated]:
        """The dates within sight of a word."""
        low = bisect_left(self.dates, index - _SIGHT, key=lambda dated: dated.first)
        high = bisect_left(self.dates, index + _SIGHT, key=lambda dated: dated.first)
        return self.dates[low:high]


def date_sentence(
    context: Context,
    sentence: Sentence,
    anchor: date | None,
    before: Callable[[], Period | None],
    rules: Rules,
) -> DatedSentence:
    """The dates of one sentence, resolved. ``before`` gives the last period before it, for "a day earlier"."""
    book = lists(rules)
    clauses = find_clauses(sentence, book)
    dates: list[Dated] = []
    for words in find_dates(context.text, sentence.start, sentence.end, rules):
        first = sentence.word_at(words.start)
        last = max(first, sentence.word_at(words.end - 1))
        tense = tense_near(clauses, first, book)
        leans = words.means in ("away", "then")
        earlier = (dates[-1].period if dates else before()) if leans else None
        period = resolve(words, anchor, tense, earlier)
        if period is not None:
            possessive = _lower(clauses, last + 1) in _POSSESSIVE
            long_past = bool(
                anchor and period.end and (anchor - period.end).days > _REPORTED and period.grain is Grain.MONTH
            )
            role = _role(words, period.grain, tense, first, last, possessive, long_past, clauses, book)
            dates.append(Dated(first, last, role, _told_by(period, anchor), tense, words, possessive))
    roles = [dated.role for dated in dates]
    alone = roles.count(Role.PLAIN) + roles.count(Role.FRONTED) == 1
    event = next((dated.period for dated in dates if _is_event(dated, clauses, anchor, book)), None)
    return DatedSentence(sentence, clauses, tuple(dates), alone, Role.SPEECH in roles, _told(dates, clauses), event)


def _lower(clauses: Clauses, index: int) -> str:
    return clauses.words[index].lower if index < len(clauses.words) else ""


def _told_by(period: Period, anchor: date | None) -> Period:
    """A running week seen from a day in it ends on that day: nobody reports what is still to come."""
    if anchor and period.end and period.start and period.start <= anchor < period.end and period.grain is Grain.WEEK:
        return Period(period.start, anchor, period.grain, period.words, period.rule)
    return period


def _told(dates: Sequence[Dated], clauses: Clauses) -> Period | None:
    """The first period of a sentence that tells in its main clause when something happened."""
    for dated in dates:
        grain, tense = dated.period.grain, dated.tense
        past = tense is Tense.PAST or (tense is None and grain is Grain.QUARTER)  # "first-quarter profit: 4 million"
        if dated.role is Role.PLAIN and past and grain in _CARRIED and clauses.hard[dated.first] == 0:
            return dated.period
    return None


def _is_event(dated: Dated, clauses: Clauses, anchor: date | None, book: Lists) -> bool:
    """Is it the day on which something happened that a clause of its own tells: "when a quake hit on Friday"?"""
    start = dated.period.start
    if dated.role is Role.SPEECH or dated.tense is not Tense.PAST or dated.period.grain is not Grain.DAY:
        return False
    if start is None or (anchor is not None and start > anchor):
        return False
    return dated.words.bound not in book.no_government and _opener(dated.first, clauses, book) in book.telling_when


def _opener(first: int, clauses: Clauses, book: Lists) -> str:
    """The word that opens the clause of a date behind its verb; empty where the main clause goes on."""
    verb = False
    for at in range(first - 1, max(-1, first - 1 - _CLAUSE), -1):
        lower = clauses.words[at].lower
        if lower in book.subordinators:
            return lower if verb else ""
        if lower in (",", ";", ":", "."):
            return ""
        verb = verb or is_past(lower, book)
    return ""


# ------------------------------------------------------------------------------------------- roles


def _role(
    words: DateWords,
    grain: Grain,
    tense: Tense | None,
    first: int,
    last: int,
    possessive: bool,
    long_past: bool,
    clauses: Clauses,
    book: Lists,
) -> Role:
    if words.bound in book.reached and tense is not Tense.PAST:
        return Role.EDGE
    if words.bound == "from" and _behind_figure(first, clauses):
        return Role.PLAIN
    if first < clauses.begin or words.bound in book.no_government or _is_start(first, clauses, book):
        return Role.EDGE
    if (
        long_past and first and clauses.words[first - 1].lower == "for"
    ):  # no month is reported on so late: "wheat for December fell"
        return Role.EDGE
    if _opener(first, clauses, book) in book.clause_bounds:  # "since the war broke out on 3 May"
        return Role.EDGE
    if grain is Grain.DAY and _is_speech(first, last, clauses, book):
        return Role.SPEECH
    opening = first <= 1 or (first <= 6 and all(word.lower in book.leading for word in clauses.words[:first]))
    return Role.FRONTED if opening and not possessive else Role.PLAIN


def _behind_figure(first: int, clauses: Clauses) -> bool:
    """Does "from" with its date stand in apposition behind a figure: "the 46 degrees, from August 2003"?"""
    before = [word.text for word in clauses.words[max(0, first - _APPOSED) : first]]
    return before[-1:] == [","] and any(word[0].isdigit() for word in before)


def _is_start(first: int, clauses: Clauses, book: Lists) -> bool:
    """Is it the date of a beginning ("begins on 16 May", "built in 1961")?"""
    return any(word.lower in book.starts for word in clauses.words[max(0, first - 2) : first])


def _is_speech(first: int, last: int, clauses: Clauses, book: Lists) -> bool:
    """Does a verb of saying stand right behind ("on Sunday denied"), or before with but its object between?"""
    if _lower(clauses, last + 1) in book.speech:
        return True
    for at in range(first - 1, max(-1, first - 1 - _SPEECH_REACH), -1):
        lower = clauses.words[at].lower
        if lower in book.speech:
            return True
        if lower in (",", "that") or lower in book.subordinators or is_past(lower, book):
            return False
    return False
