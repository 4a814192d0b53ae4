"""Parts of what was counted before, and what the next sentence leaves out of a figure."""

from reconcile.extraction.context import Sentence, tokenize
from reconcile.extraction.measures.carried import describes
from reconcile.extraction.measures.draft import Draft, Setting
from reconcile.extraction.measures.entities import Entity
from reconcile.extraction.measures.frames import Frame
from reconcile.extraction.measures.lexicon import Lexicon
from reconcile.extraction.measures.properties import Hits
from reconcile.rulebook.measures import Narrowing

_OF_THEM = "of them"
_HEAD = 60  # characters in which its first two words stand
_LOOK_AHEAD = 60  # words of the sentence after that are looked at


def read_as_part(draft: Draft, frame: Frame, entity: Entity | None, setting: Setting) -> None:
    """ "of them", "among them": a part of what was counted before, unless its own words set it apart."""
    if draft.topic and (scope := _scope_after(frame.sentence, setting)) is not None:
        draft.qualifiers.setdefault("scope", scope[0])
        draft.rules.append(scope[1])
    if draft.qualifiers.get("part") != _OF_THEM:
        if _partitive(frame, entity, setting.lexicon) and not _told_apart(draft, setting):
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


def _told_apart(draft: Draft, setting: Setting) -> bool:
    """Whether its verb tells a part from the whole: "40 drills were bought; nine of the drills were mended"."""
    whole = setting.memory.counted()
    return draft.verb is not None and whole is not None and whole.property not in (None, draft.property)


def _partitive(frame: Frame, entity: Entity | None, lexicon: Lexicon) -> bool:
    """ "Two of the missiles": a part of what others count. Of people it may be all: "70 of its men"."""
    if entity is None or "person" in entity.kinds or frame.dimension != "count":
        return False
    after = frame.lower(frame.number, frame.number + 2)
    return len(after) == 2 and after[0] == "of" and after[1] in lexicon.words["determiner"]


def _scope_after(sentence: Sentence, setting: Setting) -> tuple[str, str] | None:
    """What the next sentence says of the figures of one: "Those numbers leave out the garrison"."""
    if sentence.start not in setting.scopes:
        setting.scopes[sentence.start] = _scope_behind(sentence, setting)
    return setting.scopes[sentence.start]


def _scope_behind(sentence: Sentence, setting: Setting) -> tuple[str, str] | None:
    spans = setting.context.spans(sentence.start)
    if sentence.index + 1 >= len(spans):
        return None
    start, end = spans[sentence.index + 1]
    head = [word.lower for word in tokenize(setting.context.text, start, min(end, start + _HEAD))[:2]]
    words = setting.lexicon.words
    if len(head) < 2 or head[0] not in words["determiner"] or head[1] not in words["figure-noun"]:
        return None
    after = setting.context.sentence(start)
    for hit in Hits(after.words, setting.lexicon).between(0, _LOOK_AHEAD):
        rule = hit.trigger.rule
        if isinstance(rule, Narrowing) and rule.name == "scope":
            return rule.value, rule.ref
    return None
