"""The nouns: what each wing hands to the next.

Every record is frozen, slotted and plain: strings, numbers, dates and tuples. Offsets count characters
of ``Document.text``, which is never rewritten: ``document.text[r.start:r.end] == r.text`` for each
record that has a place.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

# ------------------------------------------------------------------------------------------ places


@dataclass(frozen=True, slots=True)
class Span:
    """Where something stands in a document, and what stands there."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """The span from ``start`` to ``end`` of the document text ``text``."""
        return cls(start, end, text[start:end])


@dataclass(frozen=True, slots=True)
class Passed:
    """A stretch of text that was looked at and not read as a quantity, with the rule that took it."""

    start: int
    end: int
    text: str
    rule: str
    because: str


# --------------------------------------------------------------------------------------- documents


@dataclass(frozen=True, slots=True)
class Document:
    """One text by one publisher.

    ``published`` is an ISO date or date-time as far as it is known; None is unknown. ``furniture``
    holds the lines that are the page's and not the article's. ``credit`` names the agency that the
    document credits its text to, as printed. ``notes`` say in a sentence each what reading it found
    worth telling (conflicting dates, a guessed encoding).
    """

    id: str
    text: str
    publisher: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None
    credit: str | None = None
    author: str | None = None
    updated: str | None = None
    furniture: tuple[Passed, ...] = ()
    pages: tuple[int, ...] = ()  #: offset at which each page of a paged format begins
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """An input that was named and could not be read: what, and why."""

    id: str
    because: str


# -------------------------------------------------------------------------------------- quantities


class Modifier(StrEnum):
    """How the words bound or blur the number."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    RANGE = "range"
    VAGUE = "vague"


class Direction(StrEnum):
    """A change rather than a level."""

    UP = "up"
    DOWN = "down"


class Kind(StrEnum):
    """What sort of thing a number is."""

    COUNT = "count"
    PHYSICAL = "physical"
    MONEY = "money"
    RATIO = "ratio"
    INDEX = "index"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as it stands in the text, hedge and unit included, and what its words state.

    ``low`` and ``high`` are in ``unit``; None is an open end. ``unit`` is pint's name, an ISO 4217
    code, ``percent``, ``percentage_point`` or the singular noun that is counted (see
    docs/units.md). ``step`` is the place of the last digit printed, in ``unit`` ("1.4 million":
    100,000), which rounding needs; None where the number has no digits of its own (a vague band).
    ``number`` is the figure alone, without hedge and unit. ``rules`` are the ids of the rules that
    read it, in the order in which they did. ``ambiguity`` says in words what stays open ("dollar:
    of which country is not said").
    """

    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    modifier: Modifier
    number: Span
    direction: Direction | None = None
    unit: str | None = None
    counted: Span | None = None
    kind: Kind = Kind.COUNT
    step: float | None = None
    rules: tuple[str, ...] = ()
    ambiguity: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed stretch of the number line; an infinite end is open."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if math.isnan(self.low) or math.isnan(self.high) or self.low > self.high:
            raise ValueError(f"no interval from {self.low} to {self.high}")


# -------------------------------------------------------------------------------------------- time


class Grain(StrEnum):
    """How finely a date is known."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included, and the words that gave it.

    ``start`` or ``end`` is None where that end is open ("since 2014"). ``words`` is None when the
    period comes from the document's date rather than from words in the text.
    """

    start: date | None
    end: date | None
    grain: Grain
    words: Span | None = None
    rule: str = ""

    def iso(self) -> str | None:
        """The last day of the period, as precisely as its grain knows it: ``2021``, ``2021-12``, ``2021-12-30``."""
        day = self.end or self.start
        if day is None:
            return None
        match self.grain:
            case Grain.YEAR | Grain.DECADE:
                return f"{day:%Y}"
            case Grain.MONTH | Grain.QUARTER | Grain.SEASON:
                return f"{day:%Y-%m}"
            case _:
                return day.isoformat()


# ------------------------------------------------------------------------------------- attribution


class Stance(StrEnum):
    """How the figure is put forward."""

    ASSERTED = "asserted"
    ESTIMATED = "estimated"
    PLANNED = "planned"
    HISTORICAL = "historical"
    DENIED = "denied"
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who the figure comes from.

    ``source`` is None for the publication's own voice. ``name`` is what the source resolves to,
    ``actor`` the id of the actor rule behind it, where there is one. ``via`` are those who relay it,
    outermost first. ``manner`` keeps what the six stances cannot say (``feared``, ``hedged``).
    """

    source: Span | None = None
    name: str | None = None
    actor: str | None = None
    via: tuple[Span, ...] = ()
    cue: Span | None = None
    stance: Stance = Stance.ASSERTED
    manner: str | None = None
    quoted: bool = False
    rules: tuple[str, ...] = ()


# ----------------------------------------------------------------------------------------- measure


@dataclass(frozen=True, slots=True)
class Measure:
    """What is measured.

    ``property`` is what about the thing is stated (``deaths``, ``military_presence``, ``age``) or
    None where nothing says. ``entity`` is of what or whom. ``qualifiers`` narrow it, sorted by name
    (``place``, ``group``, ``period``, ``status``, ``part`` ...). ``topic`` is the rule pack that
    recognised it.
    """

    property: str | None = None
    entity: str | None = None
    qualifiers: tuple[tuple[str, str], ...] = ()
    topic: str | None = None
    incidental: str | None = None  #: why a report need not judge this figure (an age, a page count)
    rules: tuple[str, ...] = ()
    distance: int = 0  #: how far from the figure the words stand that gave the property, other figures counted dear

    def qualifier(self, name: str) -> str | None:
        """The value of one qualifier, or None."""
        return dict(self.qualifiers).get(name)


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure, who gives it, what it measures and for when."""

    id: str
    doc: str
    quantity: Quantity
    plausible: Interval
    attribution: Attribution = Attribution()
    measure: Measure = Measure()
    as_of: Period | None = None
    sentence: Span | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was seen in one document: its claims, and what was passed over and why."""

    document: Document
    claims: tuple[Claim, ...]
    passed: tuple[Passed, ...] = ()
    dates: tuple[Period, ...] = ()


# ---------------------------------------------------------------------------------------- verdicts


class VerdictKind(StrEnum):
    """What the claims of a fact are to each other, in order of precedence."""

    CONFLICT = "conflict"
    SUPERSEDED = "superseded"
    COMPATIBLE = "compatible"
    AGREE = "agree"
    SINGLE = "single"


class Severity(StrEnum):
    """How far apart the nearest readings of a conflict are."""

    MINOR = "minor"
    CLEAR = "clear"
    MAJOR = "major"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One step of a verdict: two claims held against each other in one unit.

    ``relation`` is what the intervals are to each other (``equal``, ``cover``, ``overlap``,
    ``touch``, ``apart``), ``outcome`` what that means for the two claims, given their times, stances
    and origins.

    ``between`` says what was held against what: two ``figures`` of one fact, a ``share`` that was worked
    out to a number with the whole that the claim ``base`` gives, or a ``part`` and its whole. Of the last
    two, ``a`` is a claim of another fact.
    """

    a: str
    b: str
    unit: str | None
    a_interval: Interval
    b_interval: Interval
    relation: str
    outcome: VerdictKind
    because: str
    ratio: float | None = None
    between: str = "figures"
    base: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What holds among the claims of one fact, and the steps that lead there."""

    kind: VerdictKind
    because: str
    comparisons: tuple[Comparison, ...] = ()
    severity: Severity | None = None
    settle: str | None = None  #: what would settle it: the scope, date or definition that differs


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent source behind a fact: the claims that go back to it, and why they count once."""

    name: str
    claims: tuple[str, ...]
    because: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A question, the claims that answer it, and the verdict on them."""

    id: str
    title: str
    claims: tuple[str, ...]
    verdict: Verdict
    origins: tuple[Origin, ...]
    unit: str | None = None
    spread: Interval | None = None  #: lowest to highest figure stated, in ``unit``
    because: tuple[str, ...] = ()  #: why these claims were put together

    @property
    def conflicts(self) -> tuple[tuple[str, str], ...]:
        """The pairs of claim ids that cannot both hold."""
        return tuple((c.a, c.b) for c in self.verdict.comparisons if c.outcome is VerdictKind.CONFLICT)


@dataclass(frozen=True, slots=True)
class NotCompared:
    """Claims that look alike and were kept apart, with the reason."""

    claims: tuple[str, ...]
    aspect: str  #: what differs: place, group, period, part, status, rate, unit ...
    because: str


@dataclass(frozen=True, slots=True)
class Incidental:
    """A figure that was read and that the report does not judge, with the reason."""

    claim: str
    because: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What comparing the claims of a corpus came to."""

    facts: tuple[Fact, ...]
    not_compared: tuple[NotCompared, ...] = ()
    incidental: tuple[Incidental, ...] = ()


# ------------------------------------------------------------------------------------------ report


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run can be told. The same settings and input give the same bytes."""

    preset: str = "default"
    rates: tuple[tuple[str, str, float], ...] = ()  #: (from ISO code, to ISO code, factor)


@dataclass(frozen=True, slots=True)
class Report:
    """A whole run: what went in, what came out, and what could not be read."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    findings: Findings
    not_read: tuple[Unread, ...]
    settings: Settings
    version: str
    extra: Mapping[str, Any] = field(default_factory=dict)
