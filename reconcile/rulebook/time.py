"""Rules for what reading a date needs.

Forms are written in a small language of their own, beside that of ``phrases.py``: items parted by one
space, where

==============  ==================================================================
``word``        that word, in any case; ``a|b`` one or the other
``SLOT``        a class of words or numbers (``MONTH``, ``DAY``, ``YEAR``; see ``dates.slots``)
``[item]``      may be left out
``^item``       may follow without a space (``fy ^YEAR``: "FY2020", "FY 2020")
``,`` ``/``     the mark itself
``,item``       may follow a comma or not (``DAY [,YEAR]``)
==============  ==================================================================

A space stands for white space inside a line, or for a hyphen ("third-quarter").
"""

from typing import Literal

from reconcile.rulebook.base import Rule

Means = Literal[
    "day", "days", "month", "months", "year", "years", "decade", "century", "fiscal", "quarter", "half", "months_to",
    "season", "weekday", "clock", "offset", "ago", "away", "step", "window", "weekend", "holiday", "to_date",
    "duration", "part_of", "then", "figure_of_speech",
]  # fmt: skip


class DateForm(Rule):
    """One way of writing a date, a time or a period, and what it means.

    ``means`` names the reading (``dates.resolve`` has one function for each). ``offset`` and ``unit`` say
    how far and in what a relative form counts (``yesterday``: -1 day). ``takes_number`` is False where a
    number in the words is a quantity as well ("two days earlier"). ``needs_cue`` forms are dates only
    where a word before them says so ("in spring"): see ``date_words/cues-before``.
    """

    kind = "dates"

    forms: tuple[str, ...]
    means: Means
    offset: int = 0
    unit: Literal["day", "week", "month", "quarter", "year", "decade", "century"] | None = None
    takes_number: bool = True
    needs_cue: bool = False

    @property
    def fires(self) -> bool:
        """A form without a number that names no day only keeps other forms off its words."""
        return self.takes_number or self.means not in ("clock", "duration")


class DateNames(Rule):
    """Names that stand for a number: months, weekdays, number words, units of time."""

    kind = "date_names"
    looked_up = True

    names: dict[str, int]


class Holidays(Rule):
    """Days with a name and a fixed place in the year, as ``MM-DD``."""

    kind = "holidays"
    looked_up = True

    days: dict[str, str]


class DateWordList(Rule):
    """A closed list of words with one role in reading dates; the code asks for it by id."""

    kind = "date_words"
    looked_up = True

    words: tuple[str, ...]


class YearCue(Rule):
    """Words beside a bare four-digit number that tell a year from a quantity.

    Cues are tried in the order of the file; the first whose conditions all hold decides.
    ``before`` and ``after`` list the neighbouring word, or name what it has to be: ``CAPITAL``,
    ``SINGULAR``, ``PLURAL`` (nouns by their form), ``END`` (nothing or a closing mark), ``OPEN`` (nothing
    or an opening mark). ``round`` asks whether the number ends in 00 or 50.
    """

    kind = "year_cues"

    says: Literal["year", "quantity"]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    round: bool | None = None
    recent: bool | None = None


class AsOfWords(Rule):
    """Words that tell for which day a figure holds: verbs of saying, tense, clause edges, standing facts."""

    kind = "asof"

    words: tuple[str, ...] = ()

    @property
    def fires(self) -> bool:
        """A list is looked up; the rule without words is what dates a figure where nothing else does."""
        return not self.words


KINDS: tuple[type[Rule], ...] = (DateForm, DateNames, Holidays, DateWordList, YearCue, AsOfWords)
