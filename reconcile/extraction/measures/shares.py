"""What a share is of: "58 percent of drivers had joined" says of drivers what "58 drivers had joined" does."""

from dataclasses import replace

from reconcile.extraction.measures.draft import Setting
from reconcile.extraction.measures.entities import Entity, named_entity, taken_over
from reconcile.extraction.measures.frames import Frame
from reconcile.extraction.measures.lexicon import Lexicon

SHARES = ("percent", "ratio")
_LONGEST = 6  # words of the noun phrase that a share is of
_CLAUSE = 7  # words of a relative clause behind it


def share_of(frame: Frame, setting: Setting) -> tuple[Frame, Entity] | None:
    """The frame of a share with the noun phrase it is of counted in, and the entity that phrase names."""
    if frame.dimension not in SHARES:
        return None
    lexicon = setting.lexicon
    start = frame.last
    words = frame.words
    if start < frame.right and words[start].lower == "of":
        start += 1
    elif "in" not in frame.lower(frame.first, frame.last) or frame.dimension != "ratio":
        return None  # "nine in ten drivers" needs no "of"
    end = start
    phrase: list[str] = []
    while end < frame.right and end - start < _LONGEST and not _ends(end, frame, lexicon):
        word = words[end].lower
        if word not in lexicon.words["determiner"] and word[0].isalpha():
            phrase.append(word)
        elif word in ("'s", "’s"):
            phrase.clear()  # "of the county's toddlers"
        elif not word[0].isalpha():
            break
        end += 1
    if not phrase:
        return None
    if phrase == ["those"] or phrase[-1] in lexicon.words["pronoun"]:
        counted = setting.memory.counted()
        entity = taken_over(counted.entity, lexicon) if counted is not None else None
        if entity is None:
            return None
    else:
        entity = named_entity(phrase, lexicon, setting.rules)
    end = _past_clause(end, frame, lexicon)
    return replace(
        frame, last=end, others=tuple(span for span in frame.others if span[0] >= end or span[1] <= end)
    ), entity


def _past_clause(end: int, frame: Frame, lexicon: Lexicon) -> int:
    """The end of a relative clause that begins at ``end``: before the auxiliary that follows it, if one does."""
    words = frame.words
    if end >= frame.right or words[end].lower not in lexicon.words["relative"]:
        return end
    for i in range(end + 2, min(end + _CLAUSE, frame.right)):
        if any(words[i].lower in lexicon.words[name] for name in ("be", "have", "modal")):
            return i
    return end


def _ends(at: int, frame: Frame, lexicon: Lexicon) -> bool:
    """Whether the noun phrase ends before word ``at``."""
    word = frame.words[at].lower
    if word in ("those", "these", "them", "'s", "’s"):
        return False
    classes = ("preposition", "relative", "break", "be", "have", "modal", "adverb", "pronoun")
    if any(word in lexicon.words[name] for name in classes) or word in ("and", "or", ","):
        return True
    known = lexicon.things.get(word)
    return known is None and (word in lexicon.verbs or word.endswith("ed") or _past(word, lexicon))


def _past(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a verb's form by which a topic knows it: "lost", "fled"."""
    return any(trigger.participles and word in trigger.participles for trigger in lexicon.triggers.get(word, ()))
