"""One figure's measure, from its frame: the steps in order."""

from dataclasses import dataclass, field

from reconcile.extraction.context import Context, tokenize
from reconcile.extraction.measures.carried import Memory, describes, speaks_only
from reconcile.extraction.measures.entities import Entity, entity_of, substance_of
from reconcile.extraction.measures.frames import Frame
from reconcile.extraction.measures.generic import governor_of
from reconcile.extraction.measures.incidental import incidental
from reconcile.extraction.measures.lexicon import Hit, Lexicon
from reconcile.extraction.measures.names import Known, holder_of, place_of, side_of
from reconcile.extraction.measures.properties import Found, hits_around, property_of
from reconcile.extraction.measures.qualifiers import narrowings
from reconcile.model import Attribution, Measure
from reconcile.rulebook import Rules

_CARRIED = ("group", "base", "place", "event", "side", "scope")  # qualifiers that go with what is restated


@dataclass(slots=True)
class Draft:
    """A measure in the making."""

    property: str | None = None
    topic: str | None = None
    entity: str | None = None
    qualifiers: dict[str, str] = field(default_factory=dict)
    rules: list[str] = field(default_factory=list)
    carried: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Setting:
    """What reading one document's figures has at hand."""

    context: Context
    known: Known
    memory: Memory
    lexicon: Lexicon
    rules: Rules
    headline: frozenset[str]


def read_figure(frame: Frame, attribution: Attribution, around: frozenset[str], setting: Setting) -> Measure:
    """What one figure measures. ``around`` are the words of its paragraph and of the headline."""
    lexicon = setting.lexicon
    entity = entity_of(frame, setting.context.text, lexicon, setting.rules)
    hits = hits_around(frame, lexicon)
    found = property_of(frame, entity, hits, around, lexicon)
    draft = _begin(entity, substance_of(frame, lexicon, setting.rules))
    if found is not None:
        _by_topic(draft, found, entity, setting)
    else:
        _by_grammar(draft, frame, entity, hits, setting)
    for name, value, ref in narrowings(frame, hits, draft.property, lexicon):
        draft.qualifiers.setdefault(name, value)
        draft.rules.append(ref)
    _by_names(draft, frame, found, attribution, setting)
    _as_part(draft, frame, entity, setting)
    for name, value in draft.carried.items():
        draft.qualifiers.setdefault(name, value)
    aside = incidental(frame, hits, around, draft.property, draft.topic, entity, lexicon, setting.rules)
    return Measure(
        property=draft.property,
        entity=draft.entity,
        qualifiers=tuple(sorted(draft.qualifiers.items())),
        topic=draft.topic,
        incidental=aside[0] if aside else None,
        rules=tuple(dict.fromkeys([*draft.rules, *([aside[1]] if aside else [])])),
    )


def _begin(entity: Entity | None, substance: Entity | None) -> Draft:
    draft = Draft()
    thing = entity or substance
    if thing is not None:
        draft.entity = thing.name
        draft.rules += [thing.rule] if thing.rule else []
        draft.qualifiers |= {"group": thing.group} if thing.group else {}
    return draft


def _by_topic(draft: Draft, found: Found, entity: Entity | None, setting: Setting) -> None:
    """The property that a topic's words give."""
    topic = found.topic
    draft.property = topic.name
    draft.topic = topic_of(topic.ref, setting.rules)
    draft.rules.insert(0, topic.ref)
    if draft.entity is None or (topic.of and entity is not None and not entity.kinds and topic.entity):
        draft.entity = topic.entity
    if draft.entity is None and topic.of and (before := setting.memory.counted()) is not None and before.entity:
        if set(setting.lexicon.wider.get(before.entity, (before.entity,))) & set(topic.of):
            draft.entity = before.entity


def _by_grammar(draft: Draft, frame: Frame, entity: Entity | None, hits: list[Hit], setting: Setting) -> None:
    """What governs the figure; where that only puts it forward, what a figure before it measured."""
    lexicon = setting.lexicon
    before = setting.memory.listed(frame)
    governor = governor_of(frame, lexicon)
    name = governor.name if governor else None
    bare = entity is None and frame.quantity.counted is None
    if before is None and bare and speaks_only(name, lexicon):
        before = setting.memory.alike(frame, anywhere=name in lexicon.words["figure-noun"])
    if before is not None and before.property is not None and (governor is None or speaks_only(name, lexicon)):
        draft.property, draft.topic = before.property, before.topic
        draft.entity = draft.entity or before.entity
        draft.carried |= {k: v for k, v in before.qualifiers if k in _CARRIED and not (entity and k == "group")}
        draft.rules += [ref for ref in before.rules if ref.startswith("topics/")]
    elif governor is not None and not speaks_only(name, lexicon):
        draft.property = name
        draft.rules += [governor.rule] if governor.rule else []


def _by_names(draft: Draft, frame: Frame, found: Found | None, attribution: Attribution, setting: Setting) -> None:
    """Whose figure it is, on which side, and in which named place."""
    known, lexicon, rules = setting.known, setting.lexicon, setting.rules
    topic = found.topic if found else None
    hit = found.hit if found else None
    if topic is not None and topic.holder and (holder := holder_of(frame, hit, attribution, known, lexicon, rules)):
        if topic.holder == "place":
            draft.carried["place"] = holder
        elif frame.dimension == "count":
            draft.qualifiers.setdefault("holder", holder)
        else:
            draft.entity = holder
    if draft.entity is not None and {"weapon", "troop"} & set(lexicon.wider.get(draft.entity, ())):
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
            draft.rules += [ref for ref in whole.rules if ref.startswith("topics/")]
    apart = whole is not None and draft.property != whole.property
    if apart or draft.qualifiers.keys() & {"group", "place", "status"}:
        del draft.qualifiers["part"]
    else:
        draft.qualifiers["part"] = describes(frame, setting.lexicon)


def topic_of(ref: str, rules: Rules) -> str:
    """The pack a topic's rule stands in: the name of its file."""
    file = rules.files[ref].replace("\\", "/").rsplit("/", 1)[-1]
    return file.rsplit(".", 1)[0]
