"""A figure that no topic knows: what governs it, or what a figure before it measured."""

from reconcile.extraction.measures.behaviour import topic_of
from reconcile.extraction.measures.carried import speaks_only
from reconcile.extraction.measures.draft import Draft, Setting, pack_of, take_over
from reconcile.extraction.measures.entities import Entity
from reconcile.extraction.measures.frames import Frame
from reconcile.extraction.measures.generic import governor_of, restates
from reconcile.extraction.measures.lexicon import Lexicon
from reconcile.extraction.measures.subjects import says_only_how_much
from reconcile.model import Measure

_ONE_THING = ("temperature",)  # dimensions whose units measure one thing only
_CLOCK = 24  # up to here a bare number after a preposition is as likely an hour
_CARRIED = ("group", "base", "per", "place", "event", "side", "scope")  # qualifiers that go with what is restated


def read_by_grammar(
    draft: Draft, frame: Frame, entity: Entity | None, listed: Measure | None, setting: Setting, share: bool = False
) -> None:
    """What governs the figure; where that only puts it forward, what a figure before it measured."""
    lexicon = setting.lexicon
    governor = None if _clock(frame) else governor_of(frame, lexicon)
    name = governor.name if governor else None
    bare = entity is None and frame.quantity.counted is None
    again = bare and restates(frame, lexicon)
    share = share or (frame.dimension == "percent" and frame.lower(frame.last, frame.last + 1) == ["of"])
    if listed is None and share:
        bare = again = False  # a share of something of its own
    before = listed
    adrift = governor is None and not again and _after_preposition(frame, lexicon)
    adrift = adrift or (governor is None and not again and _had(frame, lexicon))
    if before is None and bare and not adrift and (again or speaks_only(name, lexicon)):
        before = setting.memory.alike(
            frame, anywhere=again or name in lexicon.words["figure-noun"], told=name is not None or _of_us(frame)
        )
    if before is None and bare and governor is None and says_only_how_much(frame, lexicon):
        before = setting.memory.alike(frame, anywhere=False, told=True)  # "the youth rate was left at 14.8 percent"
    if before is None and bare and again and frame.dimension == "count":
        before = _just_counted(frame, setting)
    if before is None and entity is not None and name in lexicon.words["figure-noun"]:
        before = setting.memory.told(entity.name, frame)  # "the governor's figure of 31,000 families"
    if before is not None and entity is not None and not _may_share(before, entity, setting):
        before = None
    if before is not None and (before.property is not None or again) and (again or speaks_only(name, lexicon)):
        take_over(draft, before, setting)
        draft.carried |= {k: v for k, v in before.qualifiers if k in _CARRIED and not (entity and k == "group")}
    elif governor is not None:
        draft.property = None if speaks_only(name, lexicon) else name
        draft.verb = governor.verb
        draft.rules += [governor.rule] if governor.rule else []
    if draft.property is None and frame.dimension in _ONE_THING:
        _by_unit(draft, frame, setting)


def _by_unit(draft: Draft, frame: Frame, setting: Setting) -> None:
    """What only the unit tells: "the station reported 46.8 °C"."""
    topic = topic_of(Measure(property=frame.dimension), setting.rules)
    if topic is not None and frame.dimension in topic.units:
        draft.property, draft.known = topic.name, topic
        draft.topic = pack_of(topic.ref, setting.rules)
        draft.rules.append(topic.ref)


def _may_share(before: Measure, entity: Entity, setting: Setting) -> bool:
    """Whether what a list says of its first thing can be said of this one: "40 runners, 12 visits" cannot."""
    topic = topic_of(before, setting.rules)
    return topic is None or not topic.of or bool(entity.kinds & set(topic.of))


def _just_counted(frame: Frame, setting: Setting) -> Measure | None:
    """What the paragraph counted last and not in passing, for "the 31 that the ministry admits to"."""
    counted = setting.memory.counted(like=frame)
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
