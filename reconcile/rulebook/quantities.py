"""Rules for what reading a number needs: words, scales, bands, hedges, directions, ranges, guards, nouns."""

from typing import ClassVar, Literal

from pydantic import Field, model_validator

from reconcile.model import Direction, Kind, Modifier
from reconcile.rulebook.base import Rule


class NumeralRule(Rule):
    """A way of writing a number.

    ``reads`` says which reader it belongs to; ``words`` are its words with their values. A rule without
    words (digits, thousands marks) describes what the reader of that name takes, so that traces and
    examples can name it.
    """

    kind: ClassVar[str] = "numerals"

    reads: Literal["shape", "ones", "teens", "tens", "hundred", "scale", "dozen", "fraction", "article", "none"]
    words: dict[str, float] = Field(default_factory=dict)
    leads: tuple[str, ...] = ()  #: words before a fraction that show a share ("by a third")
    not_after: tuple[str, ...] = ()  #: words after which a fraction word is none ("second half")
    follows: tuple[str, ...] = ()  #: words behind a fraction that show a share ("a third of")
    goes_on: tuple[str, ...] = ()  #: words that may follow where one of the leads stands before ("by a third to")
    measures: tuple[str, ...] = ()  #: units before which an article may be one ("about a month")


class ScaleMarkRule(Rule):
    """Letters after the digits that multiply them: ``bn``, ``m``, ``k``.

    ``needs`` is where the mark may be read so: ``nothing`` anywhere, ``money`` after a sign of money,
    ``noun`` after money or before something that can be counted: a plural in s, or one of ``nouns``.
    ``spaced`` allows a space before it; ``not_before`` are words after which it is something else
    ("100m sprint").
    """

    kind: ClassVar[str] = "scale_marks"

    marks: tuple[str, ...]
    factor: float
    needs: Literal["nothing", "money", "noun"] = "nothing"
    nouns: tuple[str, ...] = ()
    spaced: bool = False
    not_before: tuple[str, ...] = ()


class VagueRule(Rule):
    """Words for an order of magnitude, read as a band.

    ``low`` and ``high`` bound the band, for ``few`` as multiples of the scale word that follows
    ("several hundred"); ``follows`` lists what must come next where the word has another meaning too.
    """

    kind: ClassVar[str] = "vague"

    form: Literal["plural", "few"]
    words: tuple[str, ...]
    low: float
    high: float
    follows: tuple[str, ...] = ()
    not_of: tuple[str, ...] = ()  #: what, coming next, makes it no number ("a pair of shoes")
    not_after: tuple[str, ...] = ()  #: words right before it that make it no number worth the telling


class ModifierRule(Rule):
    """A hedge or a bound, as phrases before or after the number.

    A rule that means nothing takes its phrases out of the hedges. ``time_after`` are the words one of
    which must stand before the phrase where a stretch of time follows, or one of ``stretches``, which are
    counted and pass like time ("two goals over six games").
    """

    kind: ClassVar[str] = "modifiers"

    means: Modifier | None = None
    time_after: tuple[str, ...] = ()
    stretches: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class DirectionRule(Rule):
    """Words that make the number a change: before it (verbs, "increase of") or after it ("higher").

    A rule that means nothing lists what may stand between the verb and the number (``is_between``:
    "sharply", "by"), or takes its phrases out of the words of change ("make up").
    """

    kind: ClassVar[str] = "directions"

    means: Direction | None = None
    is_between: bool = False
    of: tuple[Kind, ...] = ()  #: the kinds of quantity it is read for; none named = all
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    over_object: tuple[str, ...] = ()  #: verbs that an object and "by" part from the number


class RangeRule(Rule):
    """A wording of a range.

    ``form`` names the condition under which two numbers so joined are one range; ``opens`` are phrases
    that come before the first number, ``joins`` those between the two.
    """

    kind: ClassVar[str] = "ranges"

    form: Literal["dash", "to", "or", "between", "from", "margin", "bracket"]
    opens: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()


class GuardRule(Rule):
    """A number that states no quantity, and why.

    ``shape`` names the form that the guard's code recognises; ``before`` and ``after`` are phrases beside
    the number; ``words`` serve the shape, or are the number words that the phrases hold for. ``series``
    phrases take bare numbers only, digits or a capitalised word ("Chapter Five"); ``unless_noun`` lets a
    counted noun save the number after a phrase in lower case; ``at_most`` is the largest number taken.
    """

    kind: ClassVar[str] = "guards"

    because: str
    shape: str | None = None
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()  #: words before the number that serve the shape
    series: bool = False
    unless_noun: bool = False
    at_most: float | None = None


_LOOKED_UP = frozenset(("singulars", "stops", "pronouns", "determiners", "ordinals", "wholes", "nothing", "levels"))


class ElisionRule(Rule):
    """Where a number's unit is left out because a figure before it has it.

    ``before`` are phrases right before the number (none: the number itself shows it, having decimals); ``reach`` how
    far back that figure may stand; ``same`` asks for the same number, ``level`` that the other is no change;
    ``apart`` lets the two be of any size.
    """

    kind: ClassVar[str] = "elisions"

    before: tuple[str, ...] = ()
    reach: Literal["sentence", "text"]
    same: bool = False
    level: bool = False
    apart: bool = False


class CountedRule(Rule):
    """Words that find the counted noun: what ends a noun phrase, what counts without a plural, irregulars."""

    kind: ClassVar[str] = "counted"

    role: Literal[
        "stops",
        "plurals",
        "collectives",
        "persons",
        "states",
        "singulars",
        "adverbs",
        "pronouns",
        "determiners",
        "carriers",
        "comparisons",
        "of_persons",
        "relatives",
        "wholes",
        "ordinals",
        "nothing",
        "levels",
        "sizes",
        "phrase",
    ]
    words: tuple[str, ...] = ()
    forms: dict[str, str] = Field(default_factory=dict)

    @property
    def fires(self) -> bool:
        """Lists that only bound the noun phrase are looked up; what reads a noun is named."""
        return self.role not in _LOOKED_UP


class AgeRule(Rule):
    """A number that gives an age or a span of life without saying "years", by its phrases or its place.

    ``before`` are phrases right before the number. For a ``state`` the sentence ends behind it, or goes on
    with one of ``follows``; for a ``span`` one of ``names`` stands before it in the sentence.
    """

    kind: ClassVar[str] = "ages"

    shape: Literal["apposition", "phrase", "state", "span"]
    before: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _phrase_has_words(self) -> "AgeRule":
        if self.shape != "apposition" and not self.before:
            raise ValueError("an age read by a phrase needs 'before'; add the phrases")
        return self


KINDS: tuple[type[Rule], ...] = (
    NumeralRule,
    ScaleMarkRule,
    VagueRule,
    ModifierRule,
    DirectionRule,
    RangeRule,
    GuardRule,
    CountedRule,
    ElisionRule,
    AgeRule,
)
