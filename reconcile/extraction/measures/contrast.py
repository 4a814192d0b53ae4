"""Figures that lean on another: "not 41", "instead of 412,000", "the other 27", "five were children".

They name nothing of their own. What they stand against, or are left over from, says what they measure.
"""

from dataclasses import replace

from reconcile.extraction.measures.carried import describes
from reconcile.extraction.measures.draft import Draft, Setting, take_over
from reconcile.extraction.measures.entities import Entity, named_entity
from reconcile.extraction.measures.frames import Frame
from reconcile.extraction.measures.lexicon import VERBAL, Lexicon, Slot
from reconcile.model import Kind, Measure

_FAR = 30  # words back to the figure that one stands against
_TAKEN = ("group", "base", "per", "place", "event", "side", "scope", "basis", "holder", "period", "status", "span")
_OPENS = 12  # words of a clause that lead to a figure


def set_against(frame: Frame, setting: Setting) -> Measure | None:
    """The measure of the figure that this one is given instead of or against, where it has no noun of its own."""
    if not bare(frame) or not _contrasts(frame, setting.lexicon):
        return None
    return setting.memory.against(frame, _FAR)


def as_contrast(draft: Draft, other: Measure, setting: Setting) -> None:
    """A figure measures what the figure it stands against does."""
    take_over(draft, other, setting)
    draft.carried |= {name: value for name, value in other.qualifiers if name in _TAKEN}


def bare(frame: Frame) -> bool:
    """Whether no noun of its own says what a figure counts: a unit without one was taken over."""
    counted = frame.quantity.counted
    if counted is not None:
        return counted.end <= frame.quantity.number.start
    return not (frame.quantity.kind is Kind.COUNT and "/" in (frame.quantity.unit or ""))


def _contrasts(frame: Frame, lexicon: Lexicon) -> bool:
    """Whether the words before a figure set it against another: "not 40", "rather than 40", "beyond the 640"."""
    at = frame.first - 1
    while at > frame.left and frame.first - at < 4 and frame.words[at].lower in lexicon.words["pointing"]:
        at -= 1
    pointed = at < frame.first - 1
    before = frame.lower(at - 1, at + 1)
    if before[-1:] == ["not"]:
        return len(before) == 1 or before[0] in (",", "and", "—", "–", "-", "(") or not pointed
    if before in (["instead", "of"], ["rather", "than"], ["short", "of"], ["opposed", "to"], ["ahead", "of"]):
        return True
    return pointed and before[-1:] != [] and before[-1] in lexicon.words["measured-against"]


def complement(frame: Frame, setting: Setting) -> Entity | None:
    """What a bare number at the head of a clause is said to be: children in "Twelve were children"."""
    words, lexicon = frame.words, setting.lexicon
    if frame.dimension != "count" or not bare(frame) or not _at_head(frame, lexicon):
        return None
    i = frame.last
    if i >= frame.right or words[i].lower not in lexicon.words["be"]:
        return None
    while i < frame.right and (words[i].lower in lexicon.words["be"] or words[i].lower in lexicon.words["adverb"]):
        i += 1
    phrase: list[str] = []
    while i < frame.right and len(phrase) < 4 and words[i].text[0].isalpha() and not _ends(words[i].lower, lexicon):
        phrase.append(words[i].lower)
        i += 1
    if not phrase or (i < frame.right and words[i].text[0].isdigit()) or _state(phrase[-1], lexicon):
        return None
    plural = phrase[-1].endswith("s") and not phrase[-1].endswith(("ss", "us", "is"))
    known = phrase[-1] in lexicon.things
    if not known and (not plural or phrase[-1] in lexicon.verbs or phrase[-1] in lexicon.triggers):
        return None
    return named_entity(phrase, lexicon, setting.rules)


def _state(word: str, lexicon: Lexicon) -> bool:
    """Whether a word tells what happened to people rather than who they are: "About 30 were wounded"."""
    return any(trigger.slot in (Slot.BEING, *VERBAL) for trigger in lexicon.triggers.get(word, ()))


def of_the_whole(entity: Entity, setting: Setting) -> tuple[Entity, Measure] | None:
    """The entity of such a part and the measure of the whole it belongs to, or None where none was counted."""
    whole = setting.memory.counted()
    if whole is None or whole.entity is None:
        return None
    mine = set(setting.lexicon.wider.get(whole.entity, ()))
    if mine and entity.kinds and not entity.kinds & mine:
        return None
    return (replace(entity, name=whole.entity) if entity.group else entity), whole


def as_part(draft: Draft, frame: Frame, entity: Entity, whole: Measure, setting: Setting) -> None:
    """ "Sixty were teachers": what was counted before, narrowed to those."""
    as_contrast(draft, whole, setting)
    draft.carried.pop("group", None)
    apart = entity.group and (not entity.parts or whole.property in entity.parts)
    if entity.name == whole.entity and not apart:
        draft.qualifiers["part"] = describes(frame, setting.lexicon)


def of_those(frame: Frame, setting: Setting) -> str | None:
    """What a bare number at the head of a clause counts: those counted before it, "Nine are on leave"."""
    if frame.dimension != "count" or not bare(frame) or not _at_head(frame, setting.lexicon):
        return None
    whole = setting.memory.counted()
    return whole.entity if whole is not None else None


def _at_head(frame: Frame, lexicon: Lexicon) -> bool:
    """Whether a clause begins with the figure."""
    if frame.first <= frame.left:
        return True
    before = frame.words[frame.first - 1].lower
    return (
        before in (",", "and", ":", "'", '"') or before in lexicon.words["break"] or before in lexicon.words["relative"]
    )


def _ends(word: str, lexicon: Lexicon) -> bool:
    classes = ("preposition", "relative", "break", "be", "have", "modal", "pronoun", "adverb")
    return any(word in lexicon.words[name] for name in classes) or word in ("and", "or")
