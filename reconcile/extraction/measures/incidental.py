"""Figures that no report should judge unless asked: ages of people, page counts, prices of the paper itself."""

from reconcile.extraction.measures.frames import Frame, fits
from reconcile.extraction.measures.lexicon import Hit, Slot
from reconcile.rulebook.measures import Aside


def incidental(frame: Frame, hits: list[Hit], known: bool) -> tuple[str, str] | None:
    """The reason and the rule, or None. ``known``: a topic's property was found."""
    words = frozenset(word.lower for word in frame.words)
    for hit in hits:
        aside = hit.trigger.rule
        if not isinstance(aside, Aside) or not fits(frame.dimension, aside.units) or (aside.unknown and known):
            continue
        if aside.most is not None and (frame.quantity.high is None or frame.quantity.high > aside.most):
            continue
        if aside.needs and not words.intersection(aside.needs) or words.intersection(aside.unless):
            continue
        if _touches(hit, frame, aside):
            return aside.reason, aside.ref
    return None


def _touches(hit: Hit, frame: Frame, aside: Aside) -> bool:
    match hit.trigger.slot:
        case Slot.COUNTING:
            return frame.number <= hit.start and (hit.end <= frame.last or hit.start == frame.last)
        case Slot.BEFORE:
            return frame.left <= hit.start and hit.end <= frame.first and frame.first - hit.end <= aside.reach
        case _:
            return frame.number <= hit.start and hit.start - frame.last <= aside.reach and hit.end <= frame.right
