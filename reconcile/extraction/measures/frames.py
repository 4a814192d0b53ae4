"""The frame of a figure: its sentence, where the figure and its noun stand, and how far its clause goes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from reconcile.extraction.context import Sentence, Word
from reconcile.extraction.measures.lexicon import Lexicon
from reconcile.model import Kind, Quantity

REACH = 40  # words looked at on either side of a figure


@dataclass(frozen=True, slots=True)
class Frame:
    """A figure among the words of its sentence.

    ``first`` to ``number`` is the hedge and the number, ``number`` to ``last`` the unit and the counted
    noun phrase; ``left`` and ``right`` bound what can belong to it. ``others`` are the word ranges of
    the sentence's other figures, the nearest ones where there are very many.
    """

    quantity: Quantity
    sentence: Sentence
    first: int
    number: int
    last: int
    left: int
    right: int
    dimension: str
    others: tuple[tuple[int, int], ...]

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the sentence."""
        return self.sentence.words

    def lower(self, start: int, end: int) -> list[str]:
        """The words from ``start`` to ``end``, in lower case."""
        return [word.lower for word in self.words[max(0, start) : end]]

    def crossed(self, start: int, end: int) -> int:
        """How many other figures stand between two words."""
        return sum(1 for a, b in self.others if start <= a and b <= end)


def frames_of(sentence: Sentence, quantities: Sequence[Quantity], lexicon: Lexicon) -> Iterator[Frame]:
    """The frames of the figures of one sentence."""
    spans = [_in_the_way(sentence, quantity, lexicon) for quantity in quantities]
    for i, quantity in enumerate(quantities):
        near = (*spans[max(0, i - REACH) : i], *spans[i + 1 : i + 1 + REACH])
        yield _frame_of(sentence, quantity, tuple(span for span in near if span is not None), lexicon)


def _in_the_way(sentence: Sentence, quantity: Quantity, lexicon: Lexicon) -> tuple[int, int] | None:
    """The words of a figure that stand between another and its own; "over twelve months" is in nobody's way."""
    if dimension(quantity, lexicon) == "time":
        return None
    first = sentence.word_at(quantity.start)
    return first, max(_past(sentence, quantity.end), first + 1)


def _frame_of(sentence: Sentence, quantity: Quantity, others: tuple[tuple[int, int], ...], lexicon: Lexicon) -> Frame:
    first = sentence.word_at(quantity.start)
    number = _past(sentence, quantity.number.end)
    last = max(_past(sentence, quantity.end), number)
    if quantity.counted is not None:
        last = max(last, _past(sentence, quantity.counted.end))
    hard = lexicon.words["hard"]
    return Frame(
        quantity=quantity,
        sentence=sentence,
        first=first,
        number=min(number, last),
        last=last,
        left=_bound_left(sentence.words, first, hard),
        right=_bound_right(sentence.words, last, hard),
        dimension=dimension(quantity, lexicon),
        others=others,
    )


def dimension(quantity: Quantity, lexicon: Lexicon) -> str:
    """What dimension a figure has: ``count``, ``money``, ``percent``, ``length``, ``speed``, ``mass/area`` ..."""
    unit = quantity.unit or ""
    if quantity.kind is Kind.COUNT and unit == "time":
        return "times"  # "three times the old price"
    if "/" not in unit and unit in lexicon.dimensions:
        return lexicon.dimensions[unit]
    first, *per = (part.strip() for part in unit.split("/"))
    name = "money" if quantity.kind is Kind.MONEY else lexicon.dimensions.get(first)
    if name is None:
        name = "count" if quantity.kind in (Kind.COUNT, Kind.PHYSICAL) else quantity.kind.value
    return "/".join([name, *(lexicon.dimensions.get(part, "count") for part in per)])


@lru_cache(maxsize=10_000)
def fits(dimension: str, wanted: tuple[str, ...]) -> bool:
    """Whether a dimension is among those wanted, so much in a time included: but a speed is no length.

    ``money/*`` is money by anything, ``*`` is all.
    """
    plain = dimension if dimension == "length/time" else dimension.removesuffix("/time")
    return any(
        want in ("*", dimension, plain) or (want.endswith("/*") and dimension.startswith(want[:-1])) for want in wanted
    )


def is_whole(frame: Frame) -> bool:
    """Whether the figure is what another is a part of: "60 of its 1,500 employees"."""
    words = frame.lower(frame.first - 2, frame.first)
    return "of" in words and any(b in (frame.first - 1, frame.first - 2) for _, b in frame.others)


def number_of(frame: Frame, link: frozenset[str], ends: frozenset[str], heads: frozenset[str]) -> Frame | None:
    """The frame of what is counted in "the number of people who fled has passed 736,000", or None.

    The words after "number of" take the place of the figure's own noun, and its clause ends before the
    verb that links them to the figure.
    """
    verb = frame.first
    while verb - 1 > frame.left and frame.words[verb - 1].lower in link:
        verb -= 1
    for i in range(verb - 2, frame.left - 1, -1):
        if frame.words[i].lower == "," or frame.crossed(i, frame.first):
            return None
        if frame.words[i].lower in heads and frame.words[i + 1].lower == "of":
            noun = next((k for k in range(i + 2, verb) if frame.words[k].lower in ends), verb)
            others = tuple(span for span in frame.others if span[1] <= verb)
            return replace(frame, first=i, number=i + 2, last=max(noun, i + 2), right=verb, others=others)
    return None


def _past(sentence: Sentence, offset: int) -> int:
    """The index of the first word that begins at or after ``offset``."""
    index = sentence.word_at(offset)
    words = sentence.words
    while index < len(words) and words[index].start < offset:
        index += 1
    return index


def _bound_left(words: tuple[Word, ...], first: int, hard: frozenset[str]) -> int:
    low = max(0, first - REACH)
    for i in range(first - 1, low - 1, -1):
        if words[i].text in hard or _full_stop(words, i):
            return i + 1
    return low


def _bound_right(words: tuple[Word, ...], last: int, hard: frozenset[str]) -> int:
    high = min(len(words), last + REACH)
    for i in range(last, high):
        if words[i].text in hard or _full_stop(words, i):
            return i
    return high


def _full_stop(words: tuple[Word, ...], i: int) -> bool:
    """Whether word ``i`` ends a sentence that was not split: a stop after a plain word or number, a capital next."""
    if words[i].text != "." or not 0 < i < len(words) - 1:
        return False
    return words[i - 1].text.islower() or words[i - 1].text[0].isdigit() if words[i + 1].text[0].isupper() else False
