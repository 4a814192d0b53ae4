"""What a figure takes over from the one before it: "96 of them", "a further 12", "the official count of 27".

Only within a paragraph, so that a paragraph added elsewhere changes nothing.
"""

from reconcile.extraction.context import Sentence
from reconcile.extraction.measures.frames import Frame
from reconcile.extraction.measures.lexicon import Lexicon
from reconcile.model import Measure

_KEPT = 12  # figures remembered


class Memory:
    """The measures read so far in the paragraph."""

    def __init__(self) -> None:
        self._paragraph: tuple[int, int] | None = None
        self._read: list[tuple[Frame, Measure]] = []

    def enter(self, sentence: Sentence) -> None:
        """Begin a sentence; a new paragraph forgets the last one's figures."""
        if sentence.paragraph != self._paragraph:
            self._paragraph = sentence.paragraph
            self._read = []

    def keep(self, frame: Frame, measure: Measure) -> None:
        """Remember a figure's measure."""
        self._read.append((frame, measure))
        del self._read[:-_KEPT]

    def last(self, dimension: str) -> Measure | None:
        """The measure of the figure before this one with the same dimension, asides and parts apart."""
        for frame, measure in reversed(self._read):
            if frame.dimension == dimension and not measure.incidental and not measure.qualifier("part"):
                return measure
        return None

    def counted(self) -> Measure | None:
        """The measure of the last figure that counts something named, parts apart."""
        for frame, measure in reversed(self._read):
            if frame.dimension == "count" and measure.entity and not measure.qualifier("part"):
                return measure
        return None


def describes(frame: Frame, lexicon: Lexicon) -> str:
    """The words that tell which part a figure is: "railway staff" in "five of them railway staff"."""
    kept: list[str] = []
    passed = lexicon.words
    for word in frame.lower(frame.last, min(frame.right, frame.last + 8)):
        if word in ("of", "them", "those", "whom", "which", "the") or word in passed["be"] or word in passed["modal"]:
            if kept:
                break
            continue
        if not word[0].isalpha() or word in passed["preposition"] or word in passed["relative"]:
            break
        kept.append(word)
    return " ".join(kept[:3]) or "some"


def speaks_only(governor: str | None, lexicon: Lexicon) -> bool:
    """Whether what governs a figure only puts it forward ("claimed 400,000"): then it measures what the last did."""
    return governor is None or governor.removesuffix(" (done)") in lexicon.words["telling"]
