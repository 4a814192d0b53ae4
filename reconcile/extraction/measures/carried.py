"""What a figure takes over from one before it: "96 of them", "a further 12", "the official count of 27"."""

import math

from reconcile.extraction.context import Sentence
from reconcile.extraction.measures.frames import Frame, is_whole
from reconcile.extraction.measures.lexicon import Lexicon
from reconcile.model import Measure

_KEPT = 12  # figures remembered of a paragraph, and of the paragraphs before it
_LIKELY = 30.0  # how many times larger or smaller a figure of the same thing may be
_SAME = 6.0  # the same, where the figure stands in a paragraph before


class Memory:
    """The measures read so far: those of the paragraph, and the last ones before it."""

    def __init__(self) -> None:
        self._paragraph: tuple[int, int] | None = None
        self._read: list[tuple[Frame, Measure]] = []
        self._before: list[tuple[Frame, Measure]] = []

    def enter(self, sentence: Sentence) -> None:
        """Begin a sentence; a new paragraph puts the last one's figures behind it."""
        if sentence.paragraph != self._paragraph:
            self._paragraph = sentence.paragraph
            self._before = [*self._before, *self._read][-_KEPT:]
            self._read = []

    def keep(self, frame: Frame, measure: Measure) -> None:
        """Remember a figure's measure."""
        self._read.append((frame, measure))
        del self._read[:-_KEPT]

    def alike(self, frame: Frame, anywhere: bool, told: bool) -> Measure | None:
        """What the last figure measured that this one may restate: one of its dimension and size.

        Within the paragraph; where the figure is ``told`` ("spoke of fewer than 60") also a like figure before
        it; with ``anywhere``, as where the words say "the figure of", any before it.
        """
        before = self._before if told or anywhere else []
        for known, likely in ((self._read, _LIKELY), (before, _LIKELY if anywhere else _SAME)):
            for other, measure in reversed(known):
                told_of = measure.topic or (anywhere and known is self._read and measure.property)
                restated = told_of and not measure.incidental and not measure.qualifier("part")
                if restated and other.dimension == frame.dimension and _near(other, frame, likely):
                    return measure
            for other, measure in reversed(known):
                if anywhere and measure.topic and other.dimension == frame.dimension and not measure.incidental:
                    return measure
            for other, measure in reversed(known):  # the unit left out: "between 560 and 580 million"
                bare = frame.dimension == "count" and frame.quantity.unit is None
                if bare and measure.topic and not measure.incidental and _near(other, frame, likely) and _wide(frame):
                    return measure
        return None

    def told(self, entity: str, frame: Frame) -> Measure | None:
        """What the last figure of a thing measured that this one may restate."""
        for other, measure in reversed([*self._before, *self._read]):
            same = measure.entity == entity and measure.property and not measure.incidental
            if same and other.dimension == frame.dimension and _near(other, frame, _LIKELY):
                return measure
        return None

    def latest(self, dimension: str) -> Measure | None:
        """The measure of the last figure of a dimension in the paragraph, parts apart."""
        for frame, measure in reversed(self._read):
            if frame.dimension == dimension and not measure.qualifier("part") and not measure.incidental:
                return measure
        return None

    def any(self, dimension: str) -> Measure | None:
        """The measure of the last figure of a dimension, however large."""
        known = [*self._before, *self._read]
        return next((m for f, m in reversed(known) if f.dimension == dimension and m.topic and not m.incidental), None)

    def counted(self, like: Frame | None = None) -> Measure | None:
        """The measure of the last figure that counts something named, parts apart; one as large as ``like``."""
        for frame, measure in reversed(self._read):
            if like is not None and not _near(frame, like, _LIKELY):
                continue
            if frame.dimension == "count" and measure.entity and not measure.qualifier("part"):
                return measure
        return None

    def against(self, frame: Frame, far: int) -> Measure | None:
        """The measure of the figure of the same sentence that this one may be set against; parts apart."""
        for other, measure in reversed(self._read):
            if other.sentence is not frame.sentence or frame.first - other.last > far:
                return None
            alike = other.dimension == frame.dimension or (frame.dimension == "count" and frame.quantity.unit is None)
            if alike and not measure.incidental and _near(other, frame, _LIKELY):
                return measure
        return None

    def listed(self, frame: Frame, lexicon: Lexicon) -> Measure | None:
        """The measure of the figure that this one follows in a list: "19 women and seven children"."""
        if not self._read:
            return None
        other, measure = self._read[-1]
        if other.sentence is not frame.sentence or measure.incidental:
            return None
        gap = frame.lower(other.last, frame.first)
        if other.dimension == frame.dimension:
            if gap[-2:] in (["up", "from"], ["down", "from"], ["compared", "with"]):
                return measure  # "2.6 percent of output, up from 2.3 percent"
            return measure if 1 <= len(gap) <= 4 and all(word in lexicon.words["list"] for word in gap) else None
        if gap in (["or"], [",", "or"]):
            return measure  # "$21 billion, or 3 percent of GDP"
        if frame.dimension not in ("percent", "ratio") or other.dimension != "count" or "," not in gap or len(gap) > 6:
            return None
        for counted, part in reversed(self._read):  # "312 dismissals, 20.8 percent": not the whole they are of
            if counted.sentence is frame.sentence and counted.dimension == "count" and not is_whole(counted):
                return part
        return None


def _size(frame: Frame) -> float:
    value = frame.quantity.low if frame.quantity.low is not None else frame.quantity.high
    return abs(value) if value else 0.0


def _near(one: Frame, other: Frame, likely: float) -> bool:
    a, b = _size(one), _size(other)
    return not a or not b or abs(math.log10(a / b)) <= math.log10(likely)


def _wide(frame: Frame) -> bool:
    return _size(frame) >= 10_000


def describes(frame: Frame, lexicon: Lexicon) -> str:
    """The words that tell which part a figure is: "railway staff" in "five of them railway staff"."""
    kept: list[str] = []
    passed = lexicon.words
    for word in frame.lower(frame.last, min(frame.right, frame.last + 8)):
        light = word in passed["be"] or word in passed["modal"] or word in passed["have"]
        if light or word in ("of", "them", "those", "whom", "which", "the"):
            if kept:
                break
            continue
        stops = ("preposition", "relative", "break", "pronoun", "determiner")
        if not word[0].isalpha() or word == "and" or any(word in passed[name] for name in stops):
            break
        kept.append(word)
    return " ".join(kept[:3]) or "some"


def speaks_only(governor: str | None, lexicon: Lexicon) -> bool:
    """Whether what governs a figure only puts it forward ("claimed 400,000"): then it measures what the last did."""
    if governor is None:
        return True
    name = governor.removesuffix(" (done)")
    return any(form in lexicon.words[kind] for form in (name, f"{name}e") for kind in ("telling", "figure-noun"))
