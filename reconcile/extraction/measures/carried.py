"""What a figure takes over from the one before it: "96 of them", "a further 12", "the official count of 27".

Only within a paragraph, so that a paragraph added elsewhere changes nothing.
"""

from reconcile.extraction.context import Sentence
from reconcile.extraction.measures.frames import Frame
from reconcile.model import Measure


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
        del self._read[:-12]

    def last(self, dimension: str) -> Measure | None:
        """The measure of the figure before this one with the same dimension."""
        return next((m for frame, m in reversed(self._read) if frame.dimension == dimension and not m.incidental), None)

    def counted(self) -> Measure | None:
        """The measure of the last figure that counts something named."""
        return next((m for frame, m in reversed(self._read) if frame.dimension == "count" and m.entity), None)
