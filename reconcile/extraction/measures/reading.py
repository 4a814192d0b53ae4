"""One figure's measure, from its frame."""

from reconcile.extraction.context import Context
from reconcile.extraction.measures.carried import Memory
from reconcile.extraction.measures.entities import Entity, entity_of
from reconcile.extraction.measures.frames import Frame
from reconcile.extraction.measures.generic import governor_of
from reconcile.extraction.measures.incidental import incidental
from reconcile.extraction.measures.lexicon import Lexicon
from reconcile.extraction.measures.properties import hits_around, property_of
from reconcile.extraction.measures.qualifiers import narrowings
from reconcile.model import Attribution, Measure, Period
from reconcile.rulebook import Rules


def read_figure(
    frame: Frame,
    context: Context,
    attribution: Attribution,
    period: Period | None,
    memory: Memory,
    lexicon: Lexicon,
    rules: Rules,
) -> Measure:
    """What one figure measures."""
    entity = entity_of(frame, context.text, lexicon, rules)
    hits = hits_around(frame, lexicon)
    found = property_of(frame, entity, hits, lexicon)
    traces: list[str] = []
    name: str | None = None
    topic: str | None = None
    if found is not None:
        name, topic = found.topic.name, topic_of(found.topic.ref, rules)
        traces.append(found.topic.ref)
    else:
        governor = governor_of(frame, lexicon)
        name = governor.name if governor else None
        if governor and governor.rule:
            traces.append(governor.rule)
    qualifiers: dict[str, str] = {}
    if entity and entity.group:
        qualifiers["group"] = entity.group
    if entity and entity.rule:
        traces.append(entity.rule)
    for key, value, ref in narrowings(frame, hits, name, lexicon):
        qualifiers[key] = value
        traces.append(ref)
    aside = incidental(frame, hits, found is not None)
    if aside:
        traces.append(aside[1])
    return Measure(
        property=name,
        entity=_name(entity, found),
        qualifiers=tuple(sorted(qualifiers.items())),
        topic=topic,
        incidental=aside[0] if aside else None,
        rules=tuple(dict.fromkeys(traces)),
    )


def _name(entity: Entity | None, found: object) -> str | None:
    topic = getattr(found, "topic", None)
    if topic is not None and topic.entity and (entity is None or not topic.of):
        return str(topic.entity)
    return entity.name if entity else None


def topic_of(ref: str, rules: Rules) -> str:
    """The pack a topic's rule stands in: the name of its file."""
    file = rules.files[ref].replace("\\", "/").rsplit("/", 1)[-1]
    return file.rsplit(".", 1)[0]
