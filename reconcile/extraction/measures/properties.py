"""Which topic's property a figure states: the closest trigger among all that fit its dimension and its noun."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reconcile.extraction.context import Word
from reconcile.extraction.measures.entities import Entity
from reconcile.extraction.measures.frames import REACH, Frame, fits, is_whole
from reconcile.extraction.measures.lexicon import NOMINAL, VERBAL, Hit, Lexicon, Slot, stands
from reconcile.extraction.measures.roles import cost
from reconcile.rulebook.measures import Topic

DEAREST = 20  #: a trigger further off than this says nothing of the figure

_SHARES = ("percent", "ratio")

AS_COUNT = 2  #: the price of reading a share by what is said of things in number
UNKNOWN = 4  #: the price of a noun that no rule knows, where a topic is said of certain things


@dataclass(frozen=True, slots=True)
class Found:
    """A property with the trigger that gave it and the cost of reading it so."""

    topic: Topic
    hit: Hit
    cost: int


class Hits:
    """The triggers of one sentence, looked up once for each word however many figures stand near it."""

    def __init__(self, words: Sequence[Word], lexicon: Lexicon) -> None:
        self._words = words
        self._lexicon = lexicon
        self._at: dict[int, tuple[Hit, ...]] = {}
        self._all: list[Hit] | None = None  # those of the whole sentence, where all of it is within reach

    def between(self, start: int, end: int) -> list[Hit]:
        """The triggers that begin between two words."""
        found: list[Hit] = []
        for i in range(max(0, start), min(end, len(self._words))):
            hits = self._at.get(i)
            if hits is None:
                word = self._words[i].lower
                if word in self._lexicon.triggers:
                    hits = tuple(self._lexicon.at(self._words, i))
                else:
                    hits = tuple(self._undone(word, i)) if word in self._lexicon.words["undone"] else ()
                self._at[i] = hits
            found.extend(hits)
        return found

    def _undone(self, word: str, i: int) -> Iterator[Hit]:
        """What "unpaid" and "unhurt" deny: said of those who are paid or hurt."""
        for trigger in self._lexicon.triggers.get(word.removeprefix("un"), ()):
            if len(trigger.pattern) == 1 and trigger.slot in (Slot.DONE_TO, Slot.BEING):
                yield Hit(i, i + 1, replace(trigger, slot=Slot.BEING))

    def around(self, frame: Frame) -> list[Hit]:
        """The triggers within reach of a figure."""
        if frame.first > REACH or frame.last + REACH < len(self._words):
            return self.between(frame.first - REACH, frame.last + REACH)
        if self._all is None:
            self._all = self.between(0, len(self._words))
        return self._all


def property_of(
    frame: Frame,
    entity: Entity | None,
    before: Entity | None,
    hits: list[Hit],
    around: frozenset[str],
    lexicon: Lexicon,
    shared: Entity | None = None,
) -> Found | None:
    """The property whose trigger stands closest to the figure, longer triggers first.

    ``before`` is what the figure before it counted, for a figure without a noun. ``around`` are the words
    of the paragraph and the headline, which settle what a word of many meanings means. ``shared`` is what
    a share is of: whatever can be said of such things in number can be said of a share of them.
    """
    whole = is_whole(frame)
    near = frozenset(frame.lower(frame.left, frame.last if whole else frame.right))
    best: tuple[tuple[int, int, int], Found] | None = None
    for order, hit in enumerate(hits):
        topic = hit.trigger.rule
        if not isinstance(topic, Topic):
            continue
        as_count = shared is not None and hit.trigger.slot not in NOMINAL and _said_of(topic, shared)
        if not as_count and not fits(frame.dimension, topic.units):
            continue
        if shared is not None and topic.of and hit.trigger.slot in VERBAL and not as_count:
            continue
        if not _of_size(topic, frame):
            continue
        if frame.others and any(first <= hit.start and hit.end <= last for first, last in frame.others):
            continue  # said of another figure
        if whole and hit.start >= frame.last and hit.trigger.slot is not Slot.NAMED:
            continue  # said of the part
        price = cost(hit, frame, lexicon)
        if price is None or price > DEAREST or not _admits(topic, hit, frame, entity or before, near, around, lexicon):
            continue
        if topic.of and entity is not None and not entity.kinds:
            price += UNKNOWN
        price += 0 if fits(frame.dimension, topic.units) else AS_COUNT
        key = (
            price - min(4, 2 * (hit.end - hit.start - 1)) - bool(topic.of) - bool(topic.needs),
            -(hit.end - hit.start),
            order,
        )
        if best is None or key < best[0]:
            best = key, Found(topic, hit, price)
    return best[1] if best else None


def _admits(
    topic: Topic,
    hit: Hit,
    frame: Frame,
    entity: Entity | None,
    near: frozenset[str],
    around: frozenset[str],
    lexicon: Lexicon,
) -> bool:
    """Whether a property can be said of such a thing, in such a sentence."""
    if topic.of and frame.dimension in ("count", "count/time") and not _counts(topic, hit, frame, entity, lexicon):
        return False
    if topic.of and frame.dimension in _SHARES and not _names_whole(topic, hit, frame, lexicon):
        return False
    if topic.needs and not (stands(topic.needs, near) or stands(topic.needs, around)):
        return False
    return not stands(topic.unless, near)


def _said_of(topic: Topic, shared: Entity) -> bool:
    """Whether a topic is said of such things, counted."""
    return bool(shared.kinds & set(topic.of)) and fits("count", topic.units)


def _of_size(topic: Topic, frame: Frame) -> bool:
    """Whether a figure is large and small enough for the topic."""
    low, high = frame.quantity.low, frame.quantity.high
    size = high if low is None else low
    if size is None:
        return True
    return (topic.least is None or size >= topic.least) and (topic.most is None or size <= topic.most)


def _names_whole(topic: Topic, hit: Hit, frame: Frame, lexicon: Lexicon) -> bool:
    """Whether the sentence names what a share is of: "lost 7 percent" is no share of homes lost.

    People need no naming, and a noun that names the measure speaks for itself.
    """
    if "person" in topic.of or hit.trigger.slot in NOMINAL or topic.needs:
        return True
    wanted = set(topic.of)
    for word in frame.words[frame.left : frame.right]:
        thing = lexicon.things.get(word.lower)
        if thing is not None and wanted & set(lexicon.wider[thing.id]):
            return True
    return False


def _counts(topic: Topic, hit: Hit, frame: Frame, entity: Entity | None, lexicon: Lexicon) -> bool:
    """Whether the topic is said of what the figure counts; a bare figure counts what the topic is about.

    A noun that no rule knows may be anybody ("14 skiers") or anything that can be wrecked ("14 pylons").
    """
    if hit.trigger.slot is Slot.COUNTING and hit.start >= frame.number and hit.end <= frame.last:
        return True
    if entity is None:
        if hit.trigger.slot is Slot.DONE_TO and _puts_forward(hit, frame, lexicon):
            return False  # "numbers hit 9,000", "the union claims 9,000": nothing was hit or claimed
        return topic.entity in topic.of or (topic.entity is None and hit.trigger.slot in NOMINAL)
    if not entity.kinds and hit.trigger.slot is not Slot.NAMED:
        return topic.entity == "person" in topic.of or (topic.entity is None and "building" in topic.of)
    return bool(entity.kinds & set(topic.of)) or (not entity.own and topic.entity in topic.of)


def _puts_forward(hit: Hit, frame: Frame, lexicon: Lexicon) -> bool:
    """Whether a verb left of a bare figure may just lead up to it, or tell it."""
    verb = hit.trigger.pattern[0] or frozenset()
    return frame.words[hit.start].lower in lexicon.words["link"] or bool(verb & lexicon.words["telling"])
