"""What a figure states where no topic knows it: the verb or the noun that governs it.

"Inspectors sealed 14 wells" gives sealed of well; "14 wells were sealed" the same; "a span of 90
metres" gives span; "the depth of the lake is 90 metres" gives depth. Verbs that say one thing
(rules/verbs.yaml) give one name. No name is better than a wrong one: a word that may as well be a noun
is no verb, and one that may as well be a verb is no noun.
"""

from dataclasses import dataclass

from reconcile.extraction.measures.frames import Frame, is_whole
from reconcile.extraction.measures.lexicon import Lexicon
from reconcile.extraction.measures.subjects import subject_noun, verb_of

_NO_OBJECT = ("at", "by", "in", "from", "to", "on")  # before a bare figure
_NEAR = 5  # words between a verb and its figure


@dataclass(frozen=True, slots=True)
class Governor:
    """The word that governs a figure, as a property's name, the rule that knew it, and the verb's place."""

    name: str
    rule: str | None = None
    verb: int | None = None


def governor_of(frame: Frame, lexicon: Lexicon) -> Governor | None:
    """The property that the words around a figure give by their grammar alone, or None."""
    return (
        _figure_noun(frame, lexicon)
        or _right(frame, lexicon)
        or _act(frame, lexicon)
        or _object(frame, lexicon)
        or _label(frame, lexicon)
    )


def _figure_noun(frame: Frame, lexicon: Lexicon) -> Governor | None:
    """ "its claim of 80,000", "the figure of 48": nouns that only put a figure forward."""
    before = frame.lower(frame.first - 2, frame.first)
    if len(before) == 2 and before[1] == "of" and before[0] in lexicon.words["figure-noun"]:
        return Governor(before[0])
    opening = frame.lower(frame.left, min(frame.left + 3, frame.first))
    linked = any(word in lexicon.words["link"] for word in frame.lower(frame.first - 2, frame.first))
    noun = next((word for word in opening if word in lexicon.words["figure-noun"]), None)
    return Governor(noun) if noun and linked else None  # "A count from the air came to 110,000"


def restates(frame: Frame, lexicon: Lexicon) -> bool:
    """Whether the words point at a figure given before: "the government's $18.4bn", "the 48", "than the €612m"."""
    at = frame.first - 1
    if at > 0 and frame.words[at].lower in lexicon.words["restated"]:
        at -= 1  # "the original £4m", "the other 27"
    before = frame.lower(at, at + 1)
    return bool(before) and (before[0] in ("'s", "’s", "'", "’", "the", "that", "its", "his", "her", "their", "s"))


def _right(frame: Frame, lexicon: Lexicon) -> Governor | None:
    """A passive, a reduced passive or an active verb right of the figure."""
    words = frame.words
    passive = False
    if is_whole(frame):
        return None  # "60 of its 1,500 weavers were thanked": said of the 60
    for i in range(frame.last, min(frame.right, frame.last + _NEAR + 3)):
        word = words[i].lower
        if word in lexicon.words["break"] or word in (",", "and", "or", ":") or frame.crossed(frame.last, i + 1):
            return None
        if word in lexicon.words["be"]:
            passive = True
            continue
        if word in lexicon.words["failing"] and frame.lower(i + 1, i + 2) == ["to"]:
            continue  # "refused to kneel": not kneeling is what is said
        verb = verb_of(i, frame, lexicon)
        if verb is None:
            continue
        bare = i == frame.last and not _object_follows(i + 1, frame, lexicon)
        if verb.participle and (passive or bare):
            return Governor(f"{verb.name} (done)", verb.rule, i)
        return Governor(verb.name, verb.rule, i)
    return None


def _object(frame: Frame, lexicon: Lexicon) -> Governor | None:
    """An active verb left of the figure, which is its object."""
    words = frame.words
    for i in range(frame.first - 1, max(frame.left, frame.first - _NEAR) - 1, -1):
        word = words[i].lower
        if word in lexicon.words["break"] or word in lexicon.words["relative"] or word in (",", "and", ":"):
            return None
        if frame.quantity.counted is None and word in _NO_OBJECT and frame.lower(i + 1, i + 2) != ["least"]:
            return None  # "was left at 14.8 percent"
        verb = verb_of(i, frame, lexicon)
        if verb is not None and word not in lexicon.words["link"]:
            return Governor(f"{verb.name} (done)", verb.rule, i)
    return None


def _act(frame: Frame, lexicon: Lexicon) -> Governor | None:
    """ "the demolition of 40 towers": what is done to them, by the noun of the verb."""
    before = frame.lower(frame.first - 2, frame.first)
    verb = lexicon.acts.get(before[0]) if len(before) == 2 and before[1] == "of" else None
    if verb is None:
        return None
    name, rule, _ = lexicon.verbs.get(verb, (verb.removesuffix("e"), None, False))
    return Governor(f"{name} (done)", rule)


def _label(frame: Frame, lexicon: Lexicon) -> Governor | None:
    """The noun before "of" or a colon, or the subject of "was" and its like."""
    noun = subject_noun(frame, lexicon)
    return Governor(noun) if noun else None


def _object_follows(i: int, frame: Frame, lexicon: Lexicon) -> bool:
    if i >= len(frame.words):
        return False
    word = frame.words[i].lower
    return word in lexicon.words["determiner"] or word in lexicon.words["pronoun"] or word[0].isdigit()
