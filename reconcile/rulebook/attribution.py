"""Rules for what finding a source needs: actors, cues, adjuncts, stances and classes of words."""

from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict

from reconcile.model import Stance
from reconcile.rulebook.base import Rule

CueType = Literal["say", "think", "want", "show", "give", "place"]
AdjunctFrame = Literal[
    "accord", "reckoning", "evidence", "noun", "policy", "under", "adverb", "cited", "label", "owned"
]


class Entry(BaseModel):
    """One actor: a country, an alliance or a body, and the words that name it.

    ``people`` are demonyms (adjective and plural), ``capital`` its spellings, ``seats`` the houses and
    offices that stand for its government in print ("the Kremlin"), ``also`` other names. ``country`` is
    filled in for bodies that belong to one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    people: tuple[str, ...] = ()
    capital: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    country: str | None = None

    @property
    def id(self) -> str:
        """The name in lower case with hyphens: ``united-states``."""
        return "-".join("".join(c if c.isalnum() else " " for c in self.name.lower()).split())


class Actors(Rule):
    """A list of actors. ``government`` says that naming one as a source means its government."""

    kind: ClassVar[str] = "actors"

    government: bool = False
    entries: tuple[Entry, ...]


class WordClass(Rule):
    """A closed class of words that the grammar of sources is built on (determiners, titles ...)."""

    kind: ClassVar[str] = "wordclasses"
    looked_up = True

    words: tuple[str, ...]


class Cue(Rule):
    """A verb that attributes.

    ``forms`` are base, third person, past, -ing and, where it differs from the past, the participle.
    ``type`` says who can be its subject and in which frames it attributes. ``nouns`` are those of its
    forms that are nouns as well and so need more evidence. Of ``next`` one must follow at once where it
    leads (a word, a mark, ``quote``, ``#`` for a figure), of ``never`` none may; one of ``object_needs``
    must stand in its object and none of ``object_never`` may. ``passive``: ``agent`` attributes only with
    "by", ``open`` without as well ("is expected to"), ``subject`` to its own subject ("are worried about").
    """

    kind: ClassVar[str] = "cues"

    forms: tuple[str, ...]
    spellings: tuple[str, ...] = ()  #: the same forms in another spelling, in the same order
    type: CueType
    stance: Stance = Stance.ASSERTED
    manner: str | None = None
    nouns: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    object_never: tuple[str, ...] = ()
    object_needs: tuple[str, ...] = ()
    passive: Literal["agent", "open", "subject", "never"] | None = None
    addressee: bool = False  #: those it is said to may stand before what is said: "told reporters that"
    subjects: tuple[str, ...] = ()  #: classes of words of which its subject must have one
    objects: tuple[str, ...] = ()  #: with one of these as its object anybody can be its subject ("gave a magnitude of")
    things: bool = False  #: any thing can be its subject, not only polls, reports and figures
    trails: bool = True  #: can stand behind what is said: "..., she said" but not "..., she accused"


class Adjunct(Rule):
    """Words other than a verb that attribute, and the frame in which they do."""

    kind: ClassVar[str] = "adjuncts"

    frame: AdjunctFrame
    words: tuple[str, ...]
    after: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    stance: Stance = Stance.ASSERTED
    manner: str | None = None
    never: tuple[str, ...] = ()  #: words that may not follow at once
    carries: bool = False  #: goes on into the sentences of its paragraph that name nobody else


class StanceSign(Rule):
    """Words around a figure that say how it is put forward.

    ``phrases`` are in the language of ``rulebook.phrases``. ``where`` they count: ``before`` the figure at
    once, in its ``clause`` before it, ``anywhere`` in its clause, in the ``sentence`` before it, ``after``
    it in its sentence, at the head of the ``next`` sentence, or among the words of its ``own``, which no
    other figure and no comparison parts from it.
    """

    kind: ClassVar[str] = "stances"

    stance: Stance
    where: Literal["before", "clause", "anywhere", "sentence", "after", "next", "own"]
    phrases: tuple[str, ...]
    manner: str | None = None
    attributed: bool = False  #: counts only for a figure that somebody is said to give
    but: bool = False  #: counts only where "but" follows the figure
    not_behind: tuple[str, ...] = ()  #: words that may not stand right before its phrase; ``#`` for a figure
    contrasts: bool = False  #: counts only where another figure stands before it in the sentence


KINDS: tuple[type[Rule], ...] = (Actors, WordClass, Cue, Adjunct, StanceSign)
