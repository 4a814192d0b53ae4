"""Rules for what comparing claims needs."""

from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from reconcile.rulebook.base import Rule

End = Literal["spread", "rounded", "kept", "open"]
Silence = Literal["joins", "parts", "weakens"]
Preset = Literal["strict", "default", "lenient"]


class Slack(BaseModel):
    """How far a figure may lie from what is printed, as shares of the figure."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    least: float = Field(0.0, ge=0)  #: never less than this share, however many digits are printed
    most: float = Field(0.0, ge=0)  #: never more than this share, however round the figure
    most_small: float | None = Field(None, ge=0)  #: the same for figures under 1,000, where it differs
    sharp_below: float = Field(0.0, ge=0)  #: bare counts under this are read to the unit
    factor: float = Field(1.0, ge=1)  #: a vague band is stretched by this much at either end


class Tolerance(Rule):
    """What one way of hedging leaves open at the low and at the high end of the figure.

    ``spread`` moves an end by the slack, ``rounded`` by what rounding to the printed digits can hide,
    ``kept`` not at all; ``open`` takes it away. The rule's id is the modifier it speaks of.
    """

    kind: ClassVar[str] = "tolerances"

    low: End
    high: End
    presets: dict[Preset, Slack] = Field(default_factory=dict)


class Window(Rule):
    """How long a figure of one behaviour stays the figure.

    Two figures no further apart than ``days`` speak of one time. ``rises`` says that a later, higher
    figure replaces the earlier one, ``moves`` that a later one does so whether it is higher or lower.
    Figures given for times more than ``apart`` days from each other answer different questions.
    """

    kind: ClassVar[str] = "windows"
    looked_up = True

    days: int = Field(ge=0)
    apart: int = Field(ge=0)
    rises: bool = False
    moves: bool = True


class Aspect(Rule):
    """What a qualifier of a measure does to a comparison. The rule's id is the qualifier's name.

    ``silent`` is what it means when only one of two figures carries it: ``joins`` (the other just does
    not say), ``parts`` (it narrows, so the two answer different questions), ``weakens`` (other words
    must agree). ``match`` is how two values are held against each other: ``exact``, or ``words`` (one
    may say more than the other).
    """

    kind: ClassVar[str] = "aspects"
    looked_up = True

    name: str  #: what a reader would call it
    silent: Silence = "joins"
    values: dict[str, Silence] = Field(default_factory=dict)  #: the same for single values, by their first word
    match: Literal["exact", "words"] = "exact"
    ignored: bool = False

    def alone(self, value: str) -> Silence:
        """What it means that one figure has this value and the other none."""
        return self.values.get(value.split()[0] if value else "", self.silent)


class Judgement(Rule):
    """A user's own word on two measures: always the same question, or never.

    ``one`` and ``other`` are words that must all be found in a claim's property, entity and
    qualifiers (singular, lower case).
    """

    kind: ClassVar[str] = "judgements"
    looked_up = True

    verdict: Literal["same", "never"]
    one: tuple[str, ...] = Field(min_length=1)
    other: tuple[str, ...] = Field(min_length=1)


class Rate(Rule):
    """A rate at which a user wants one currency read in another: one ``base`` is ``rate`` ``quote``."""

    kind: ClassVar[str] = "exchange"
    looked_up = True

    base: str = Field(pattern=r"^[A-Z]{3}$")
    quote: str = Field(pattern=r"^[A-Z]{3}$")
    rate: float = Field(gt=0)


class ExchangeWording(Rule):
    """How a text says at which rate two currencies change.

    ``form`` is the order of its parts, with ``links`` between them: ``equals`` one unit and an amount ("$1 =
    Rs 83"), ``priced`` an amount and the name of a currency ("83 rupees to the dollar"), ``buys`` the name and
    an amount ("a dollar buys 83 rupees"), ``quoted`` the name, a bare number and another name ("the yen
    stood at 150 to the dollar"), ``converted`` an amount and the same in another currency ("10m euros ($10.9m)").
    A link may end in ``*``: an article or "one" may follow. ``closed`` are the marks one of which must follow.
    ``names`` are words for a currency that mean something else elsewhere.
    """

    kind: ClassVar[str] = "exchange_wordings"

    form: Literal["equals", "priced", "buys", "quoted", "converted"]
    links: tuple[str, ...] = Field(min_length=1)
    before: tuple[str, ...] = ()  #: for ``quoted``: what joins the first name and the number
    closed: tuple[str, ...] = ()
    names: dict[str, str] = Field(default_factory=dict)


class Whole(Rule):
    """A property that is the whole of something, and the words by which a share names that whole.

    "A fifth of its workforce" is a fifth of the headcount; the rule's id is the property.
    """

    kind: ClassVar[str] = "wholes"
    looked_up = True

    words: tuple[str, ...] = Field(min_length=1)


class Event(Rule):
    """What can befall a place, by the nouns that name it, and the topics whose figures it explains."""

    kind: ClassVar[str] = "events"
    looked_up = True

    nouns: tuple[str, ...] = Field(min_length=1)
    topics: tuple[str, ...] = Field(min_length=1)


class WordList(Rule):
    """Words that a comparison passes over or treats alike, by what they are for (the id)."""

    kind: ClassVar[str] = "comparing"
    looked_up = True

    words: tuple[str, ...] = Field(min_length=1)


KINDS: tuple[type[Rule], ...] = (Tolerance, Window, Aspect, Judgement, Rate, ExchangeWording, Whole, Event, WordList)
