"""Whose figure it is, on which side, in which named place, and who was asked."""

from reconcile.extraction.context import Sentence, tokenize
from reconcile.extraction.measures.draft import Draft, Setting
from reconcile.extraction.measures.frames import Frame
from reconcile.extraction.measures.lexicon import Hit, Slot
from reconcile.extraction.measures.names import holder_of, numbered_place, place_of, side_of
from reconcile.extraction.measures.polls import asked_of, pollster, question, rival
from reconcile.extraction.measures.properties import Found, Hits
from reconcile.model import Attribution
from reconcile.rulebook.measures import Narrowing, Topic

_LOOK_BACK = 60  # words of the sentence before that are looked at


def name_holders(
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
    elif draft.topic and "place" not in draft.qualifiers and (place := _place_at_large(frame, setting)):
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


def _place_at_large(frame: Frame, setting: Setting) -> str | None:
    """ "capital" or "nationwide" where the sentence before, in the same paragraph, says so."""
    sentence = frame.sentence
    if frame.dimension != "count" or sentence.index == 0:
        return None
    if sentence.start not in setting.places:
        setting.places[sentence.start] = _place_before(sentence, setting)
    return setting.places[sentence.start]


def _place_before(sentence: Sentence, setting: Setting) -> str | None:
    start, _ = setting.context.spans(sentence.start)[sentence.index - 1]
    before = setting.context.sentence(start)
    found = [
        hit.trigger.rule.value
        for hit in Hits(before.words, setting.lexicon).between(0, _LOOK_BACK)
        if isinstance(hit.trigger.rule, Narrowing) and hit.trigger.rule.name == "place"
    ]
    return found[-1] if found else None
