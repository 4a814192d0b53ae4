"""Words that say when, as they stand in the text, and what they say before any day is worked out."""

from dataclasses import dataclass
from enum import StrEnum


class Tense(StrEnum):
    """Where the verb of a clause lies in time; it decides which Thursday is meant."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Parts:
    """What the slots of a form were filled with; None where the form has no such slot.

    ``month`` 1-12, ``weekday`` 0 (Monday) to 6, ``season`` the month it begins in, ``which`` the steps
    from the current one (last: -1), ``count`` and ``unit`` of a distance, ``part`` the third of a longer
    period (early: 1, late: 3). ``offset`` comes from the rule.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    year2: int | None = None
    month2: int | None = None
    day2: int | None = None
    weekday: int | None = None
    season: int | None = None
    number: int | None = None
    which: int | None = None
    count: int | None = None
    unit: str | None = None
    part: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class DateWords:
    """A date, time or period as written: its place, the rule that read it, and what it says.

    ``takes_number`` is False where a number in the words is a quantity too ("two days earlier").
    ``bound`` is the word before it that belongs to it ("since", "by", "as of", "on"), if any; ``opens``
    is whether that leaves the period without an end, ``closes`` without a start.
    """

    start: int
    end: int
    text: str
    rule: str
    because: str
    means: str
    parts: Parts = Parts()
    takes_number: bool = True
    bound: str | None = None
    opens: bool = False
    closes: bool = False
