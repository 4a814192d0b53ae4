"""One figure's measure, from its frame: the steps in order."""

from reconcile.extraction.measures.contrast import as_contrast, as_part, complement, of_the_whole, of_those, set_against
from reconcile.extraction.measures.draft import Draft, Setting, pack_of, take_over
from reconcile.extraction.measures.entities import Entity, entity_of, named_entity, substance_of, taken_over
from reconcile.extraction.measures.frames import Frame, number_of
from reconcile.extraction.measures.grammar import read_by_grammar
from reconcile.extraction.measures.incidental import incidental
from reconcile.extraction.measures.lexicon import VERBAL, Slot
from reconcile.extraction.measures.naming import name_holders
from reconcile.extraction.measures.parts import read_as_part
from reconcile.extraction.measures.polarity import denied, negative
from reconcile.extraction.measures.properties import Found, Hits, property_of
from reconcile.extraction.measures.qualifiers import narrowings
from reconcile.extraction.measures.shares import share_of
from reconcile.extraction.measures.stated import stated_by
from reconcile.model import Attribution, Measure

_ANYBODY = "person"
_LISTED = ("basis", "base", "span", "place", "per", "group", "event", "side", "scope", "part")  # what a list shares


def read_figure(
    frame: Frame, sentence: Hits, attribution: Attribution, around: frozenset[str], setting: Setting
) -> Measure:
    """What one figure measures.

    ``sentence`` are its sentence's triggers, ``around`` the words of its paragraph and of the headline.
    """
    lexicon = setting.lexicon
    entity = entity_of(frame, setting.context.text, lexicon, setting.rules)
    hits = sentence.around(frame)
    counted = setting.memory.counted()
    before = taken_over(counted.entity, lexicon) if counted is not None else None
    part: Measure | None = None
    if (said := complement(frame, setting)) is not None and (whole := of_the_whole(said, setting)) is not None:
        entity, part = whole
    wide, shared = share_of(frame, setting) or (frame, None)
    found = property_of(wide, entity, before, hits, around, lexicon, shared)
    if entity is None and (counted_noun := _number_of(frame, setting)) is not None:
        inner, entity = counted_noun
        found = property_of(inner, entity, before, hits, around, lexicon) or found
    draft = _begin(entity, substance_of(frame, lexicon, setting.rules))
    listed = setting.memory.listed(frame, lexicon)
    other = set_against(frame, setting)
    if other is not None and (other.property or other.entity):
        as_contrast(draft, other, setting)
    elif part is not None and entity is not None:
        as_part(draft, frame, entity, part, setting)
    elif found is not None:
        _by_topic(draft, found, entity, before, setting)
    elif other is None:
        read_by_grammar(draft, wide, entity, listed, setting, shared is not None)
    if shared is not None and draft.verb is not None and not (draft.known is not None and draft.known.one):
        draft.entity = shared.name
        draft.rules += [shared.rule] if shared.rule else []
    if (stated := stated_by(frame.quantity, setting.rules)) is not None:
        draft.property, draft.verb = stated.property, None
        draft.rules.insert(0, stated.ref)
    for name, value, ref in narrowings(frame, hits, draft.property, lexicon):
        draft.qualifiers.setdefault(name, value)
        draft.rules.append(ref)
    if entity is not None and entity.group and (not entity.parts or draft.property in entity.parts):
        draft.qualifiers["group"] = entity.group
    if draft.qualifiers.pop("whole", None):  # "90 passengers and crew": all of them
        draft.qualifiers.pop("group", None)
    _as_change(draft, frame, setting)
    _same_stuff(draft, frame, setting)
    name_holders(draft, frame, found, hits, attribution, setting)
    read_as_part(draft, frame, entity, setting)
    if listed is not None and listed.property == draft.property:
        draft.carried |= {k: v for k, v in listed.qualifiers if k in _LISTED and not (entity and k == "group")}
    for name, value in draft.carried.items():
        draft.qualifiers.setdefault(name, value)
    if draft.entity is None and draft.property is not None and draft.topic is None:
        draft.entity = of_those(frame, setting)
    known = draft.property
    if draft.verb is not None and draft.property is not None and denied(draft.verb, wide, lexicon):
        draft.property = negative(draft.property)
    aside = incidental(frame, hits, around, known, draft.topic, entity, lexicon, draft.entity is not None)
    return Measure(
        property=draft.property,
        entity=draft.entity,
        qualifiers=tuple(sorted(draft.qualifiers.items())),
        topic=draft.topic,
        incidental=aside[0] if aside else None,
        rules=tuple(dict.fromkeys([*draft.rules, *([aside[1]] if aside else [])])),
        distance=draft.distance,
    )


def _number_of(frame: Frame, setting: Setting) -> tuple[Frame, Entity] | None:
    """The frame and the entity of "the number of X that ..." left of a figure."""
    words = setting.lexicon.words
    inner = number_of(
        frame, words["link"], words["relative"] | words["preposition"] | words["have"] | words["be"], words["number-of"]
    )
    if inner is None:
        return None
    head = [word for word in inner.lower(inner.number, inner.last) if word.isalpha()]
    if head and head[-1] in words["pronoun"]:  # "the number of those who left"
        counted = setting.memory.counted()
        entity = taken_over(counted.entity if counted else _ANYBODY, setting.lexicon)
        return (inner, entity) if entity else None
    return (inner, named_entity(head, setting.lexicon, setting.rules)) if head else None


def _begin(entity: Entity | None, substance: Entity | None) -> Draft:
    draft = Draft()
    thing = entity or substance
    if thing is not None:
        draft.entity = thing.name
        draft.rules += [thing.rule] if thing.rule else []
    return draft


def _by_topic(draft: Draft, found: Found, entity: Entity | None, before: Entity | None, setting: Setting) -> None:
    """The property that a topic's words give."""
    topic = found.topic
    draft.property, draft.known = topic.name, topic
    draft.verb = found.hit.start if found.hit.trigger.slot in (*VERBAL, Slot.BEING) else None
    draft.distance = max(0, found.cost)
    draft.topic = pack_of(topic.ref, setting.rules)
    draft.rules.insert(0, topic.ref)
    named = found.hit.trigger.slot is Slot.COUNTING and entity is not None and not entity.kinds
    if (
        draft.entity is None
        or topic.one
        or named
        or (topic.of and entity is not None and not entity.kinds and topic.entity)
    ):
        draft.entity = topic.entity
    if draft.entity is None and topic.of and before is not None and before.kinds & set(topic.of):
        draft.entity = before.name


def _same_stuff(draft: Draft, frame: Frame, setting: Setting) -> None:
    """What a mass or a volume is of, where only the figure before it says so."""
    if draft.entity is None and draft.topic and frame.dimension in ("mass", "volume"):
        before = setting.memory.latest(frame.dimension)
        draft.entity = before.entity if before is not None else None


def _as_change(draft: Draft, frame: Frame, setting: Setting) -> None:
    """ "Its rise of 2.1 billion": a change of what was measured last."""
    if draft.property is None and "level" in draft.qualifiers:
        before = setting.memory.any(frame.dimension) or setting.memory.any("money")
        if before is not None:
            take_over(draft, before, setting)
