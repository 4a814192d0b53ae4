"""Figures that no report should judge unless asked: ages of people, page counts, prices of the paper itself."""

from reconcile.extraction.measures.entities import Entity
from reconcile.extraction.measures.frames import Frame, fits
from reconcile.extraction.measures.lexicon import Hit, Lexicon, Slot, stands
from reconcile.model import Modifier
from reconcile.rulebook.measures import Aside

_MARK = 1  # words that may stand before the first: a quotation mark or a bullet


def incidental(
    frame: Frame,
    hits: list[Hit],
    around: frozenset[str],
    property: str | None,
    topic: str | None,
    entity: Entity | None,
    lexicon: Lexicon,
    held: bool = False,
) -> tuple[str, str] | None:
    """The reason and the rule that gives it, or None; ``held``: a figure before it says what is counted."""
    sentence = frozenset(frame.lower(frame.left, frame.right))
    signs = [hit for hit in hits if isinstance(hit.trigger.rule, Aside)]
    for aside in lexicon.asides:
        if not fits(frame.dimension, aside.units) or (aside.unknown and topic is not None):
            continue
        if aside.properties and property not in aside.properties:
            continue
        vague = frame.quantity.modifier is Modifier.VAGUE
        if aside.unknown and aside.counting and _is_whole(frame):
            continue
        if aside.bare and (entity is not None or property is not None or vague or held):
            continue
        if aside.read_by and not any(rule in frame.quantity.rules for rule in aside.read_by):
            continue
        if aside.most is not None and (frame.quantity.high is None or frame.quantity.high > aside.most):
            continue
        if aside.needs and not stands(aside.needs, around if topic is None else sentence):
            continue
        if stands(aside.unless, sentence):
            continue
        named = entity is not None and entity.name in aside.counting
        if (
            named
            or not (aside.counting or aside.before or aside.after)
            or any(hit.trigger.rule is aside and _touches(hit, frame, aside) for hit in signs)
        ):
            return aside.reason, aside.ref
    return None


def _is_whole(frame: Frame) -> bool:
    """Is the figure what another is a part of: "two of the [eight] pens"?"""
    left = frame.lower(frame.first - 3, frame.first)
    if len(left) < 3 or left[1] != "of" or left[2] not in ("the", "its", "his", "her", "their", "those", "these"):
        return False
    return frame.crossed(frame.first - 4, frame.first) > 0


def _touches(hit: Hit, frame: Frame, aside: Aside) -> bool:
    match hit.trigger.slot:
        case Slot.COUNTING:
            return frame.number <= hit.start and (hit.end <= frame.last or hit.start == frame.last)
        case Slot.BEFORE if aside.opening:
            return hit.start <= _MARK
        case Slot.BEFORE:
            return frame.left <= hit.start and hit.end <= frame.first and frame.first - hit.end <= aside.reach
        case _:
            return frame.number <= hit.start and hit.start - frame.last <= aside.reach and hit.end <= frame.right
