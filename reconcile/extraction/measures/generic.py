"""What a figure states where no topic knows it: the verb or the noun that governs it.

"Inspectors sealed 14 wells" gives sealed of well; "14 wells were sealed" the same; "a span of 90
metres" gives span. Verbs that say one thing (rules/verbs.yaml) give one name.
"""

from dataclasses import dataclass

from reconcile.extraction.measures.frames import Frame
from reconcile.extraction.measures.lexicon import Lexicon

_NEAR = 5  # words between a verb and its figure


@dataclass(frozen=True, slots=True)
class Governor:
    """The word that governs a figure, as a property's name, and the rule that knew it."""

    name: str
    rule: str | None = None


def governor_of(frame: Frame, lexicon: Lexicon) -> Governor | None:
    """The property that the words around a figure give by their grammar alone, or None."""
    return _figure_noun(frame, lexicon) or _right(frame, lexicon) or _object(frame, lexicon) or _label(frame, lexicon)


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
    before = frame.lower(frame.first - 1, frame.first)
    return bool(before) and (before[0] in ("'s", "’s", "'", "’", "the", "that", "its", "his", "her", "their", "s"))


def _right(frame: Frame, lexicon: Lexicon) -> Governor | None:
    """A passive, a reduced passive or an active verb right of the figure."""
    words = frame.words
    passive = False
    for i in range(frame.last, min(frame.right, frame.last + _NEAR + 3)):
        word = words[i].lower
        if word in lexicon.words["break"] or word in (",", "and", "or", ":") or frame.crossed(frame.last, i + 1):
            return None
        if word in lexicon.words["be"]:
            passive = True
            continue
        verb = _verb(word, lexicon)
        if verb is None:
            continue
        name, rule, participle = verb
        bare = i == frame.last and not _object_follows(i + 1, frame, lexicon)
        if participle and (passive or bare):
            return Governor(f"{name} (done)", rule)
        return Governor(name, rule)
    return None


def _object(frame: Frame, lexicon: Lexicon) -> Governor | None:
    """An active verb left of the figure, which is its object."""
    words = frame.words
    for i in range(frame.first - 1, max(frame.left, frame.first - _NEAR) - 1, -1):
        word = words[i].lower
        if word in lexicon.words["break"] or word in lexicon.words["relative"] or word in (",", "and", ":"):
            return None
        verb = _verb(word, lexicon)
        if verb is not None and word not in lexicon.words["link"]:
            return Governor(f"{verb[0]} (done)", verb[1])
    return None


def _label(frame: Frame, lexicon: Lexicon) -> Governor | None:
    """The noun before "of", "was", "at" or a colon."""
    words = frame.words
    linked = False
    for i in range(frame.first - 1, max(frame.left, frame.first - 4) - 1, -1):
        word = words[i].lower
        if word in lexicon.words["link"]:
            linked = True
            continue
        if word in lexicon.words["figure-noun"]:
            return Governor(word)
        if not linked or not word.isalpha() or word in lexicon.words["weak-head"] or word in lexicon.words["pronoun"]:
            return None
        if any(word in lexicon.words[name] for name in ("adverb", "have", "modal")) or word == "not":
            return None
        if (
            (not words[i].text.islower() and (i > 0 or words[1].text == ":"))
            or word.endswith(("er", "est", "ly"))
            or word in lexicon.words["determiner"]
        ):
            return None
        if word in lexicon.words["preposition"] or word in lexicon.words["break"] or word in lexicon.words["relative"]:
            return None
        return Governor(word)
    return None


def _verb(word: str, lexicon: Lexicon) -> tuple[str, str | None, bool] | None:
    """A verb's name, the rule that knows it, and whether the form can be a participle."""
    if word in lexicon.verbs:
        return lexicon.verbs[word]
    if word.endswith("ed") and len(word) > 4 and not word.endswith(("eed", "dred")):
        return _stem(word), None, True
    return None


def _stem(word: str) -> str:
    """A key for an unknown verb that its regular forms share."""
    stem = word.removesuffix("ed")
    return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "sl" else stem


def _object_follows(i: int, frame: Frame, lexicon: Lexicon) -> bool:
    if i >= len(frame.words):
        return False
    word = frame.words[i].lower
    return word in lexicon.words["determiner"] or word in lexicon.words["pronoun"] or word[0].isdigit()
