"""Rules for what telling the measure needs: topics, things, qualifiers, and the words of grammar."""

import builtins
from enum import StrEnum
from typing import ClassVar, Literal

from reconcile.rulebook.base import Rule


class Behaviour(StrEnum):
    """How a figure moves in time, which decides what two figures a week apart mean."""

    STOCK = "stock"  #: a level that goes up and down: troops at a border, people in camps, a price
    CUMULATIVE = "cumulative"  #: a count that only grows: a death toll, cases since January
    EVENT = "event"  #: measured once, for one event: a magnitude, a turnout, a crowd
    FLOW = "flow"  #: so much in a period: revenue, rainfall, a daily flow
    FIXED = "fixed"  #: does not change: a length, a distance, a mass


class Topic(Rule):
    """One property that figures can state, and the words around a figure that say so.

    The file's name is the topic. The id is the property's name, unless ``property`` gives another. All
    word fields hold phrases (see ``rulebook.phrases``); verbs stand in their base form, nouns in the
    singular, and every form of them is matched.
    """

    kind: ClassVar[str] = "topics"

    property: str | None = None
    behaviour: Behaviour = Behaviour.EVENT
    window_days: int | None = None  #: how far apart two dates still are one time
    units: tuple[str, ...] = ("count",)  #: kinds and dimensions of figure that can state it
    of: tuple[str, ...] = ()  #: things it is said of (ids of ``things``); empty: of anything
    entity: str | None = None  #: of what, where no noun says so
    one: bool = False  #: whatever noun is counted, it is ``entity``: customers, homes and accounts in the dark
    holder: Literal["", "entity", "place"] = ""  #: who has it is named: a company, a party; or a host country
    polled: bool = False  #: polls give it: who polled, and among whom, sets figures apart
    done_to: tuple[str, ...] = ()  #: verbs whose object is the figure: "killed 27", "27 were killed"
    doing: tuple[str, ...] = ()  #: verbs whose subject is the figure: "27 died"
    named: tuple[str, ...] = ()  #: nouns that name it and take the figure: "a death toll of 27"
    counting: tuple[str, ...] = ()  #: counted nouns that are it: "27 fatalities"
    being: tuple[str, ...] = ()  #: words said of what is counted: "27 dead", "27 were missing"
    share_of: tuple[str, ...] = ()  #: nouns after "of": "31 percent of the vote"
    needs: tuple[str, ...] = ()  #: one of these must stand in the sentence, for words of many meanings
    unless: tuple[str, ...] = ()  #: none of these may stand in the sentence
    least: float | None = None  #: only figures from this size: a price of millions is what a thing cost to make
    most: float | None = None  #: only figures up to this size

    @builtins.property  # the field above hides the plain name
    def name(self) -> str:
        """The property's name in a measure: ``burned_area``."""
        return self.property or self.id.replace("-", "_")


class Thing(Rule):
    """A kind of thing that is counted, and the nouns for it. The id is the entity's name.

    ``within`` names the wider kind whose count this may be a part of; ``group`` says that such a count
    is one of the wider kind, narrowed to the group ("women" are people, group: woman).
    """

    kind: ClassVar[str] = "things"

    nouns: tuple[str, ...]
    group_in: tuple[str, ...] = ()  #: the properties of which it makes a part; empty: of all
    within: str | None = None
    like: tuple[str, ...] = ()  #: other kinds that may count the same: "61 men" in a mine are 61 miners
    group: bool = False


class Narrowing(Rule):
    """A qualifier: words near a figure that narrow what it measures."""

    kind: ClassVar[str] = "qualifiers"

    name: str  #: status, period, basis, scope, level, part, place, event ...
    value: str
    words: tuple[str, ...]
    where: tuple[Literal["before", "after", "inside", "sentence"], ...] = ("before", "after", "inside")
    reach: int = 8  #: how many words away
    units: tuple[str, ...] = ()  #: kinds and dimensions of figure it can narrow; empty: all
    topics: tuple[str, ...] = ()  #: properties it can narrow; empty: all
    not_topics: tuple[str, ...] = ()  #: properties that say it already: a ransom is always asked for

    @property
    def fires(self) -> bool:
        """One without a value only keeps a shorter phrase from being read ("a year ago" from "a year")."""
        return bool(self.value)


class Aside(Rule):
    """A kind of figure that a report does not judge unless asked: an age, a page count, a price of the paper.

    With no words given (``counting``, ``before``, ``after``) the other conditions decide alone.
    """

    kind: ClassVar[str] = "incidental"

    reason: str
    units: tuple[str, ...] = ("count",)
    counting: tuple[str, ...] = ()  #: counted nouns that make it one: "seven pages"
    before: tuple[str, ...] = ()  #: words up to ``reach`` before the figure
    after: tuple[str, ...] = ()  #: words up to ``reach`` after it
    needs: tuple[str, ...] = ()  #: one of these must stand in the paragraph or the headline
    unless: tuple[str, ...] = ()  #: none of these may
    reach: int = 3
    most: float | None = None  #: only figures up to this
    unknown: bool = False  #: only where no topic knows the figure
    bare: bool = False  #: only where nothing is known of it: no noun, no verb
    properties: tuple[str, ...] = ()  #: only figures of these properties
    alone: bool = False  #: only where no other document gives a figure of that property
    in_passing: bool = False  #: not where another document gives the same figure, and hardly by chance
    read_by: tuple[str, ...] = ()  #: only figures that one of these rules read
    opening: bool = False  #: the words before open the sentence, and mean all its figures


class FunctionWords(Rule):
    """A closed class of words that the grammar of measures is built on."""

    kind: ClassVar[str] = "function_words"
    looked_up = True

    words: tuple[str, ...]


class Irregular(Rule):
    """A verb with irregular forms (``past``, ``participle``), or a noun with an irregular ``plural``."""

    kind: ClassVar[str] = "irregular"
    looked_up = True

    entries: dict[str, tuple[str, ...]]


class Same(Rule):
    """Verbs that say one thing of what is counted, for subjects that no topic knows."""

    kind: ClassVar[str] = "verbs"

    words: tuple[str, ...]


KINDS: tuple[type[Rule], ...] = (Topic, Thing, Narrowing, Aside, FunctionWords, Irregular, Same)
