"""Rules for what reading a unit needs."""

from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from reconcile.rulebook.base import Rule

Words = tuple[str, ...]
KindName = Literal["physical", "money", "ratio", "index", "count"]


class UnitRule(Rule):
    """The units of one family (length, energy, ...) and every way in which text spells them.

    A unit goes by pint's name. ``quantulum3`` maps names of quantulum3's table to units: all surfaces
    that it knows for that name are read. ``words`` add surfaces (any case, plural by rule), ``symbols``
    are read as they are cased, ``glued`` only right after a digit, ``decimal`` only right after a
    decimal fraction, ``marked`` are pure signs such as ``%``. ``prefixed`` gives the SI prefixes with
    which the words of a unit are read. ``scaled`` are symbols that hide a number (bcm: a billion cubic
    metres). ``unread`` gives, by reason, the names, surfaces and symbols of quantulum3 that are left out.
    """

    kind: ClassVar[str] = "units"

    means: KindName = "physical"
    quantulum3: dict[str, str] = Field(default_factory=dict)
    words: dict[str, Words] = Field(default_factory=dict)
    symbols: dict[str, Words] = Field(default_factory=dict)
    glued: dict[str, Words] = Field(default_factory=dict)
    decimal: dict[str, Words] = Field(default_factory=dict)
    before: dict[str, Words] = Field(default_factory=dict)  #: words that stand before the number ("magnitude 6.1")
    prefixed: dict[str, Words] = Field(default_factory=dict)
    scaled: dict[str, tuple[float, str]] = Field(default_factory=dict)  #: symbol -> (how many, of which unit)
    open: dict[str, str] = Field(default_factory=dict)  #: word or symbol -> what it leaves open
    not_before: dict[str, Words] = Field(default_factory=dict)  #: surface -> words that, coming next, make it no unit
    unread: dict[str, Words] = Field(default_factory=dict)  #: reason -> what quantulum3 has and this book leaves out

    @property
    def fires(self) -> bool:
        """A rule that only leaves out reads nothing."""
        return bool(self.model_fields_set - {"id", "because", "counterexamples", "unread"})


class CurrencyRule(Rule):
    """One currency: its ISO 4217 code and what text calls it.

    ``before`` and ``after`` are signs and abbreviations on that side of the number, ``words`` names
    (any case, plural by rule). ``large`` are words that mean money only after thousands or more ("won").
    ``before_large`` are letters that are its sign only right before thousands or a scale ("N450,000").
    ``coins`` are its small change by the unit name that the registry knows.
    """

    kind: ClassVar[str] = "currencies"

    code: str
    before: Words = ()
    before_large: Words = ()
    after: Words = ()
    words: Words = ()
    large: Words = ()
    coins: dict[str, Words] = Field(default_factory=dict)
    coin_signs: dict[str, Words] = Field(default_factory=dict)
    open: dict[str, str] = Field(default_factory=dict)  #: sign or word -> what it leaves open


class RateRule(Rule):
    """What makes a rate of a quantity: the connecting words, and what may follow them."""

    kind: ClassVar[str] = "rates"

    connectors: Words = ()
    any_noun: bool = False  #: any word may follow, not only those listed
    nouns: dict[str, str] = Field(default_factory=dict)  #: word -> the unit it stands for ("head": person)
    scales: dict[str, int] = Field(default_factory=dict)  #: "per thousand": how many
    not_before: Words = ()  #: words that, coming next, make it no rate ("a day after")
    though: Words = ()  #: two words that, coming next, make it one all the same ("a year before tax")
    places: Words = ()  #: words that, coming next, make it no rate of anything but money ("a mile from")
    adverbs: dict[str, str] = Field(default_factory=dict)  #: "daily" -> day
    then: Words = ()  #: words that may follow an adverb; before any other it is an adjective
    not_nouns: Words = ()  #: words that never stand for a unit after the connector


class PowerRule(Rule):
    """Words and signs that make an area or a volume of a length: before the unit, or after it."""

    kind: ClassVar[str] = "powers"

    power: int
    before: Words = ()
    after: Words = ()


class ChainRule(Rule):
    """Two units that share one amount: ``count`` of the ``fine`` make one ``coarse``.

    ``bare`` lets the finer unit go unsaid ("a 6-foot-2 guard").
    """

    kind: ClassVar[str] = "chains"

    coarse: str
    fine: str
    count: int = Field(gt=1)
    bare: bool = False


class FillerRule(Rule):
    """Words that may stand between a number and its unit without changing either: "5 more hours"."""

    kind: ClassVar[str] = "fillers"

    words: Words


class Sense(BaseModel):
    """One of the things that a word may mean, and what around it says so."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    unit: str
    means: KindName = "physical"
    next: Words = ()  #: the word right after
    near: Words = ()  #: a word at most ``reach`` characters before or after, in the same line
    reach: int = Field(default=90, le=1000)
    hyphened: bool = False  #: joined to the number by a hyphen
    large: bool = False  #: a number of a million or more, in words


class SenseRule(Rule):
    """A word with more than one meaning: the first sense with a sign for it holds, else the likelier one.

    ``otherwise`` is the sense by its position; with no sign at all ``open`` is said of the reading.
    An ``otherwise`` of -1 reads no unit at all.
    """

    kind: ClassVar[str] = "senses"

    words: Words = ()
    before: Words = ()  #: signs that stand before the number
    exact: bool = False  #: in this case only
    glued: bool = False  #: right after a digit only
    senses: tuple[Sense, ...]
    otherwise: int = 0
    open: str


class StatedRule(Rule):
    """A property that the way of writing states by itself: whatever else is said, "65-year-old" is an age."""

    kind: ClassVar[str] = "stated"

    property: str
    read_by: Words  #: the rules that read such figures


class CommodityRule(Rule):
    """What a trade unit weighs or holds for one good: a bushel of wheat is 60 pounds."""

    kind: ClassVar[str] = "commodities"
    looked_up = True

    goods: Words
    units: dict[str, str]  #: general unit -> the registry's unit for this good


KINDS: tuple[type[Rule], ...] = (
    ChainRule,
    UnitRule,
    CurrencyRule,
    RateRule,
    PowerRule,
    FillerRule,
    SenseRule,
    StatedRule,
    CommodityRule,
)
