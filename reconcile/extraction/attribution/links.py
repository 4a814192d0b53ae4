"""A link: one source, the cue that ties it to what it says, and the stretch of the sentence that it governs."""

from dataclasses import dataclass, replace
from enum import StrEnum

from reconcile.extraction.attribution.line import Line
from reconcile.extraction.attribution.phrases import Phrase
from reconcile.rulebook.attribution import Adjunct, Cue

Stretch = tuple[int, int]


class Frame(StrEnum):
    """How source, cue and content stand to each other."""

    LEAD = "lead"  #: X said that ...
    TRAIL = "trail"  #: ..., X said
    INVERTED = "inverted"  #: "...", said X
    AS = "as"  #: as X said, ...
    ACCORD = "accord"  #: according to X
    RELATIVE = "relative"  #: the figure X expects
    EVIDENCE = "evidence"  #: in a poll by X
    PARTICIPLE = "participle"  #: ..., saying that; and said that
    PASSIVE = "passive"  #: was put by X at; is expected to
    NOUN = "noun"  #: X's claim that
    ADVERB = "adverb"  #: reportedly
    CITED = "cited"  #: citing X; cited X as saying
    LABEL = "label"  #: X: ...


@dataclass(frozen=True, slots=True)
class Link:
    """``source`` is None where the cue names nobody ("reportedly"). ``clause`` is where its own clause begins."""

    frame: Frame
    rule: Cue | Adjunct
    source: Stretch | None
    cue: Stretch
    scope: tuple[Stretch, ...]
    clause: int | None = None
    negated: bool = False

    @property
    def trails(self) -> bool:
        """Whether it stands behind what it governs as a whole."""
        return self.frame in (Frame.TRAIL, Frame.INVERTED, Frame.ACCORD)

    @property
    def firm(self) -> bool:
        """Whether the frame alone shows who speaks."""
        return self.frame not in (Frame.NOUN, Frame.ADVERB, Frame.PASSIVE)

    def governs(self, offset: int) -> bool:
        """Whether a figure at ``offset`` is what this link attributes."""
        if self.source is not None and self.source[0] <= offset < self.source[1]:
            return False
        return any(start <= offset < end for start, end in self.scope)

    def within(self, start: int, end: int) -> "Link":
        """The same link, its scope no wider than from ``start`` to ``end``."""
        clipped = ((max(low, start), min(high, end)) for low, high in self.scope)
        return replace(self, scope=tuple((low, high) for low, high in clipped if low < high))

    def cut(self, at: int) -> "Link":
        """The same link, its scope ending at ``at``."""
        return replace(self, scope=tuple((start, min(end, at)) for start, end in self.scope if start < at))


def source_of(line: Line, phrase: Phrase) -> Stretch:
    """The offsets of a source's head phrase."""
    return line.span(phrase.first, phrase.last)
