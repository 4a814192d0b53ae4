"""One figure's measure, from its frame: the steps in order."""

from dataclasses import dataclass, field

from reconcile.extraction.context import Context, tokenize
from reconcile.extraction.measures.behaviour import topic_of as rule_behind
from reconcile.extraction.measures.carried import Memory, describes, speaks_only
from reconcile.extraction.measures.entities import Entity, entity_of, named_entity, substance_of, taken_over
from reconcile.extraction.measures.frames import Frame, number_of
from reconcile.extraction.measures.generic import governor_of, restates
from reconcile.extraction.measures.incidental import incidental
from reconcile.extraction.measures.lexicon import Hit, Lexicon, Slot
from reconcile.extraction.measures.names import Known, holder_of, numbered_place, place_of, side_of
from reconcile.extraction.measures.polls import asked_of, pollster, question, rival
from reconcile.extraction.measures.properties import Found, Hits, property_of
from reconcile.extraction.measures.qualifiers import narrowings
from reconcile.extraction.measures.stated import stated_by
from reconcile.model import Attribution, Measure
from reconcile.rulebook import Rules
from reconcile.rulebook.measures import Narrowing, Topic

_ANYBODY = "person"
_OF_THEM = "of them"
_LOOK_BACK = 60  # words of the sentence before or after that are looked at
_CLOCK = 24  # up to here a bare number after a preposition is as likely an hour
_LISTED = ("basis", "base", "span", "place", "per", "group", "event", "side", "scope")  # what a list shares
_CARRIED = ("group", "base", "per", "place", "event", "side", "scope")  # qualifiers that go with what is restated


@dataclass(slots=True)
class Draft:
    """A measure in the making."""

    property: str | None = None
    topic: str | None = None
    entity: str | None = None
    qualifiers: dict[str, str] = field(default_factory=dict)
    rules: list[str] = field(default_factory=list)
    carried: dict[str, str] = field(default_factory=dict)
    known: Topic | None = None  #: the topic's rule


@dataclass(frozen=True, slots=True)
class Setting:
    """What reading one document's figures has at hand."""

    context: Context
    known: Known
    memory: Memory
    lexicon: Lexicon
    rules: Rules
    headline: frozenset[str]


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
    found = property_of(frame, entity, before, hits, around, lexicon)
    if entity is None and (counted_noun := _number_of(frame, setting)) is not None:
        inner, entity = counted_noun
        found = property_of(inner, entity, before, hits, around, lexicon) or found
    draft = _begin(entity, substance_of(frame, lexicon, setting.rules))
    listed = setting.memory.listed(frame, lexicon)
    if found is not None:
        _by_topic(draft, found, entity, before, setting)
    else:
        _by_grammar(draft, frame, entity, listed, setting)
    if (stated := stated_by(frame.quantity, setting.rules)) is not None:
        draft.property = stated.property
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
    _by_names(draft, frame, found, hits, attribution, setting)
    _as_part(draft, frame, entity, setting)
    if listed is not None and listed.property == draft.property:
        draft.carried |= {k: v for k, v in listed.qualifiers if k in _LISTED and not (entity and k == "group")}
    for name, value in draft.carried.items():
        draft.qualifiers.setdefault(name, value)
    aside = incidental(frame, hits, around, draft.property, draft.topic, entity, lexicon)
    return Measure(
        property=draft.property,
        entity=draft.entity,
        qualifiers=tuple(sorted(draft.qualifiers.items())),
        topic=draft.topic,
        incidental=aside[0] if aside else None,
        rules=tuple(dict.fromkeys([*draft.rules, *([aside[1]] if aside else [])])),
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
    draft.topic = topic_of(topic.ref, setting.rules)
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


def _by_grammar(draft: Draft, frame: Frame, entity: Entity | None, listed: Measure | None, setting: Setting) -> None:
    """What governs the figure; where that only puts it forward, what a figure before it measured."""
    lexicon = setting.lexicon
    governor = None if _clock(frame) else governor_of(frame, lexicon)
    name = governor.name if governor else None
    bare = entity is None and frame.quantity.counted is None
    again = bare and restates(frame, lexicon)
    if listed is None and frame.dimension == "percent" and frame.lower(frame.last, frame.last + 1) == ["of"]:
        bare = again = False  # a share of something of its own
    before = listed
    adrift = governor is None and not again and _after_preposition(frame, lexicon)
    adrift = adrift or (governor is None and not again and _had(frame, lexicon))
    if before is None and bare and not adrift and (again or speaks_only(name, lexicon)):
        before = setting.memory.alike(
            frame, anywhere=again or name in lexicon.words["figure-noun"], told=name is not None or _of_us(frame)
        )
    if before is None and bare and again and frame.dimension == "count":
        before = _just_counted(setting)
    if before is not None and entity is not None and not _may_share(before, entity, setting):
        before = None
    if before is not None and (before.property is not None or again) and (again or speaks_only(name, lexicon)):
        _take_over(draft, before, setting)
        draft.carried |= {k: v for k, v in before.qualifiers if k in _CARRIED and not (entity and k == "group")}
    elif governor is not None:
        draft.property = None if speaks_only(name, lexicon) else name
        draft.rules += [governor.rule] if governor.rule else []


def _may_share(before: Measure, entity: Entity, setting: Setting) -> bool:
    """Whether what a list says of its first thing can be said of this one: "40 runners, 12 visits" cannot."""
    topic = rule_behind(before, setting.rules)
    return topic is None or not topic.of or bool(entity.kinds & set(topic.of))


def _just_counted(setting: Setting) -> Measure | None:
    """What the paragraph counted last and not in passing, for "the 31 that the ministry admits to"."""
    counted = setting.memory.counted()
    return None if counted is None or counted.incidental else counted


def _clock(frame: Frame) -> bool:
    """Whether a bare figure is likely an hour: "the clinic opens at 7"."""
    size, words = frame.quantity.high, frame.lower(frame.first - 1, frame.first)
    bare = frame.dimension == "count" and frame.quantity.unit is None and frame.quantity.counted is None
    return bare and words == ["at"] and size is not None and size <= _CLOCK


def _of_us(frame: Frame) -> bool:
    """ "There were more than 200 of us": a witness's figure for what was counted before."""
    return frame.lower(frame.number, frame.number + 2) == ["of", "us"]


def _after_preposition(frame: Frame, lexicon: Lexicon) -> bool:
    """Whether the figure hangs on a preposition that puts no figure forward: "there at six", "by nine"."""
    word = frame.lower(frame.first - 1, frame.first)
    size = frame.quantity.low if frame.quantity.high is None else frame.quantity.high
    if frame.dimension != "count" or (size or 0) > _CLOCK:
        return False
    return bool(word) and word[0] in lexicon.words["preposition"] and word[0] not in ("of", "with", "about")


def _had(frame: Frame, lexicon: Lexicon) -> bool:
    """Whether the figure is what somebody has: it may be anything then."""
    word = frame.lower(frame.first - 1, frame.first)
    return bool(word) and word[0] in lexicon.words["have"]


def _same_stuff(draft: Draft, frame: Frame, setting: Setting) -> None:
    """What a mass or a volume is of, where only the figure before it says so."""
    if draft.entity is None and draft.topic and frame.dimension in ("mass", "volume"):
        before = setting.memory.latest(frame.dimension)
        draft.entity = before.entity if before is not None else None


def _take_over(draft: Draft, before: Measure, setting: Setting) -> None:
    """The property of a figure before this one, and its entity where this one has none."""
    draft.property, draft.topic = before.property, before.topic
    draft.entity = draft.entity or before.entity
    draft.known = rule_behind(before, setting.rules)
    draft.rules += [ref for ref in before.rules if ref.startswith("topics/")]


def _as_change(draft: Draft, frame: Frame, setting: Setting) -> None:
    """ "Its rise of 2.1 billion": a change of what was measured last."""
    if draft.property is None and "level" in draft.qualifiers:
        before = setting.memory.any(frame.dimension) or setting.memory.any("money")
        if before is not None:
            _take_over(draft, before, setting)


def _by_names(
    draft: Draft, frame: Frame, found: Found | None, hits: list[Hit], attribution: Attribution, setting: Setting
) -> None:
    """Whose figure it is, on which side, and in which named place."""
    known, lexicon, rules = setting.known, setting.lexicon, setting.rules
    hit = found.hit if found else None
    topic = draft.known
    if topic is not None and topic.polled:
        _by_poll(draft, frame, found, attribution, setting)
    pair = rival(frame, known, lexicon, rules) if topic is not None and topic.polled else None
    if topic is not None and pair is not None:
        draft.entity = pair
    elif topic is not None and topic.holder and (holder := holder_of(frame, hit, attribution, known, lexicon, rules)):
        if topic.holder == "place":
            draft.carried["place"] = holder
        elif frame.dimension == "count":
            draft.qualifiers.setdefault("holder", holder)
        else:
            draft.entity = holder
    if draft.entity is not None and {"weapon", "troop"} & set(lexicon.wider.get(draft.entity, ())):
        counted = frame.quantity.counted
        words = [w.text for w in tokenize(setting.context.text, counted.start, counted.end)] if counted else []
        if side := side_of(words, frame, _doer(frame, topic, hits), known, lexicon, rules):
            draft.qualifiers.setdefault("side", side.lower())
    if topic is not None and topic.holder == "entity" and draft.qualifiers.get("place") == "worldwide":
        draft.entity = "world"
    if place := place_of(frame, hit, known, lexicon, rules):
        draft.qualifiers["place"] = place
    if part := numbered_place(frame, lexicon):
        draft.qualifiers.setdefault("part", part)
    elif draft.topic and "place" not in draft.qualifiers and (place := place_at_large(frame, setting)):
        draft.carried.setdefault("place", place)


def _doer(frame: Frame, topic: Topic | None, hits: list[Hit]) -> Hit | None:
    """The verb left of a figure whose subject has what is counted: "Moscow has massed 90,000 troops"."""
    verbs = (hit for hit in hits if hit.trigger.rule is topic and hit.trigger.slot is Slot.DONE_TO)
    return next((hit for hit in verbs if 0 <= frame.first - hit.end <= 3), None)


def _by_poll(draft: Draft, frame: Frame, found: Found | None, attribution: Attribution, setting: Setting) -> None:
    """Who polled, among whom, and for an opinion which."""
    hit = found.hit if found else None
    if name := pollster(frame, attribution, setting.known, setting.lexicon, setting.rules):
        draft.qualifiers.setdefault("poll", name)
    if among := asked_of(frame, hit, setting.lexicon, setting.rules):
        draft.qualifiers.setdefault(*among)
    if hit is not None and hit.trigger.slot is Slot.DOING and draft.property == "opinion":
        draft.qualifiers["question"] = question(frame, hit, setting.lexicon)


def place_at_large(frame: Frame, setting: Setting) -> str | None:
    """ "capital" or "nationwide" where the sentence before, in the same paragraph, says so."""
    sentence = frame.sentence
    if frame.dimension != "count" or sentence.index == 0:
        return None
    start, _ = setting.context.spans(sentence.start)[sentence.index - 1]
    before = setting.context.sentence(start)
    found = [
        hit.trigger.rule.value
        for hit in Hits(before.words, setting.lexicon).between(0, _LOOK_BACK)
        if isinstance(hit.trigger.rule, Narrowing) and hit.trigger.rule.name == "place"
    ]
    return found[-1] if found else None


def scope_after(frame: Frame, setting: Setting) -> tuple[str, str] | None:
    """What the next sentence says of the figure: "Those numbers leave out the garrison"."""
    sentence = frame.sentence
    spans = setting.context.spans(sentence.start)
    if sentence.index + 1 >= len(spans):
        return None
    after = setting.context.sentence(spans[sentence.index + 1][0])
    head = [word.lower for word in after.words[:3]]
    words = setting.lexicon.words
    if len(head) < 2 or head[0] not in words["determiner"] or head[1] not in words["figure-noun"]:
        return None
    for hit in Hits(after.words, setting.lexicon).between(0, _LOOK_BACK):
        rule = hit.trigger.rule
        if isinstance(rule, Narrowing) and rule.name == "scope":
            return rule.value, rule.ref
    return None


def _as_part(draft: Draft, frame: Frame, entity: Entity | None, setting: Setting) -> None:
    """ "of them", "among them": a part of what was counted before, unless its own words set it apart."""
    if (scope := scope_after(frame, setting)) is not None and draft.topic:
        draft.qualifiers.setdefault("scope", scope[0])
        draft.rules.append(scope[1])
    if draft.qualifiers.get("part") != _OF_THEM:
        if _partitive(frame, entity, setting.lexicon):
            draft.qualifiers.setdefault("part", describes(frame, setting.lexicon))
        return
    whole = setting.memory.counted() if frame.dimension == "count" else setting.memory.latest(frame.dimension)
    if whole is not None:
        if entity is None:
            draft.entity = whole.entity
        if draft.property is None or draft.topic is None:
            draft.property, draft.topic = whole.property, whole.topic
            draft.rules += [ref for ref in whole.rules if ref.startswith("topics/")]
    apart = whole is not None and draft.property != whole.property
    if apart or draft.qualifiers.keys() & {"group", "place", "status"}:
        del draft.qualifiers["part"]
    else:
        described = describes(frame, setting.lexicon)
        thing = setting.lexicon.things.get(described.split()[-1])
        if thing is not None and thing.group and not thing.group_in:
            draft.qualifiers["group"] = thing.id  # "four of them children"
            del draft.qualifiers["part"]
        else:
            draft.qualifiers["part"] = described


def _partitive(frame: Frame, entity: Entity | None, lexicon: Lexicon) -> bool:
    """ "Two of the missiles hit the kitchen": a part of what others count. Of people it may be all: "70 of its men"."""
    if entity is None or "person" in entity.kinds or frame.dimension != "count":
        return False
    after = frame.lower(frame.number, frame.number + 2)
    return len(after) == 2 and after[0] == "of" and after[1] in lexicon.words["determiner"]


def topic_of(ref: str, rules: Rules) -> str:
    """The pack a topic's rule stands in: the name of its file."""
    file = rules.files[ref].replace("\\", "/").rsplit("/", 1)[-1]
    return file.rsplit(".", 1)[0]
