"""One figure's measure, from its frame: the steps in order."""

from dataclasses import dataclass, field

from reconcile.extraction.context import Context, tokenize
from reconcile.extraction.measures.carried import Memory, describes, speaks_only
from reconcile.extraction.measures.entities import Entity, entity_of
from reconcile.extraction.measures.frames import Frame
from reconcile.extraction.measures.generic import governor_of
from reconcile.extraction.measures.incidental import incidental
from reconcile.extraction.measures.lexicon import Lexicon
from reconcile.extraction.measures.names import Known, holder_of, place_of, side_of
from reconcile.extraction.measures.properties import Found, hits_around, property_of
from reconcile.extraction.measures.qualifiers import narrowings
from reconcile.model import Attribution, Measure
from reconcile.rulebook import Rules


@dataclass(slots=True)
class Draft:
    """A measure in the making."""

    property: str | None = None
    topic: str | None = None
    entity: str | None = None
    qualifiers: dict[str, str] = field(default_factory=dict)
    rules: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Setting:
    """What reading one document's figures has at hand."""

    context: Context
    known: Known
    memory: Memory
    lexicon: Lexicon
    rules: Rules


def read_figure(frame: Frame, attribution: Attribution, setting: Setting) -> Measure:
    """What one figure measures."""
    lexicon = setting.lexicon
    entity = entity_of(frame, setting.context.text, lexicon, setting.rules)
    hits = hits_around(frame, lexicon)
    found = property_of(frame, entity, hits, lexicon)
    draft = Draft()
    if entity is not None:
        draft.entity = entity.name
        draft.rules += [entity.rule] if entity.rule else []
        draft.qualifiers |= {"group": entity.group} if entity.group else {}
    if found is not None:
        _by_topic(draft, found, entity, setting)
    else:
        _by_grammar(draft, frame, entity, setting)
    for name, value, ref in narrowings(frame, hits, draft.property, lexicon):
        draft.qualifiers.setdefault(name, value)
        draft.rules.append(ref)
    _by_names(draft, frame, found, attribution, setting)
    _as_part(draft, frame, entity, setting)
    aside = incidental(frame, hits, found is not None)
    return Measure(
        property=draft.property,
        entity=draft.entity,
        qualifiers=tuple(sorted(draft.qualifiers.items())),
        topic=draft.topic,
        incidental=aside[0] if aside else None,
        rules=tuple(dict.fromkeys([*draft.rules, *([aside[1]] if aside else [])])),
    )


def _by_topic(draft: Draft, found: Found, entity: Entity | None, setting: Setting) -> None:
    """The property that a topic's words give."""
    topic = found.topic
    draft.property = topic.name
    draft.topic = topic_of(topic.ref, setting.rules)
    draft.rules.insert(0, topic.ref)
    if entity is None:
        draft.entity = topic.entity
    if draft.entity is None and topic.of and (before := setting.memory.counted()) is not None and before.entity:
        if set(setting.lexicon.wider.get(before.entity, (before.entity,))) & set(topic.of):
            draft.entity = before.entity


def _by_grammar(draft: Draft, frame: Frame, entity: Entity | None, setting: Setting) -> None:
    """What governs the figure; where that only puts it forward, what the figure before it measured."""
    governor = governor_of(frame, setting.lexicon)
    draft.property = governor.name if governor else None
    if governor and governor.rule:
        draft.rules.append(governor.rule)
    bare = entity is None and frame.quantity.counted is None
    if not bare or not speaks_only(draft.property, setting.lexicon):
        return
    before = setting.memory.last(frame.dimension)
    if before is not None and before.property is not None:
        draft.property, draft.topic, draft.entity = before.property, before.topic, before.entity
        draft.qualifiers |= {k: v for k, v in before.qualifiers if k in ("group", "period", "base", "place")}
        draft.rules += [ref for ref in before.rules if ref.startswith("topics/")]
    elif governor is not None:
        draft.property = None


def _by_names(draft: Draft, frame: Frame, found: Found | None, attribution: Attribution, setting: Setting) -> None:
    """Whose figure it is, on which side, and in which named place."""
    known, lexicon, rules = setting.known, setting.lexicon, setting.rules
    topic = found.topic if found else None
    hit = found.hit if found else None
    if topic is not None and topic.holder:
        holder = holder_of(frame, hit, attribution, known, lexicon, rules)
        if holder and frame.dimension == "count":
            draft.qualifiers.setdefault("holder", holder)
        elif holder:
            draft.entity = holder
    if draft.entity is not None and "weapon" in lexicon.wider.get(draft.entity, ()) or draft.entity == "troop":
        counted = frame.quantity.counted
        words = [w.text for w in tokenize(setting.context.text, counted.start, counted.end)] if counted else []
        if side := side_of(words, frame, hit, known, lexicon, rules):
            draft.qualifiers.setdefault("side", side.lower())
    if place := place_of(frame, hit, known, lexicon, rules):
        draft.qualifiers["place"] = place


def _as_part(draft: Draft, frame: Frame, entity: Entity | None, setting: Setting) -> None:
    """"of them", "among them": a part of what was counted before, unless its own words set it apart."""
    if "part" not in draft.qualifiers:
        return
    whole = setting.memory.counted()
    if whole is not None:
        if entity is None and (draft.topic is None or draft.entity is None):
            draft.entity = whole.entity
        if draft.property is None or draft.topic is None:
            draft.property, draft.topic = whole.property, whole.topic
    apart = whole is not None and draft.property != whole.property
    if apart or "group" in draft.qualifiers or "place" in draft.qualifiers:
        del draft.qualifiers["part"]
    else:
        draft.qualifiers["part"] = describes(frame, setting.lexicon)


def topic_of(ref: str, rules: Rules) -> str:
    """The pack a topic's rule stands in: the name of its file."""
    file = rules.files[ref].replace("\\", "/").rsplit("/", 1)[-1]
    return file.rsplit(".", 1)[0]
