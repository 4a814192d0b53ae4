"""What a reader of date words may look at, and what it gives."""

from dataclasses import dataclass
from datetime import date

from reconcile.dates.words import Parts, Tense
from reconcile.model import Grain, Period

Found = tuple[date, date, Grain]  #: first day, last day and grain


@dataclass(frozen=True, slots=True)
class Ask:
    """What a reader may look at."""

    parts: Parts
    anchor: date | None
    tense: Tense | None
    earlier: Period | None
