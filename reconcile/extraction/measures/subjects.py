"""Verbs and subjects by their form alone: what in a clause can be its verb, and which noun is its subject."""

from dataclasses import dataclass

from reconcile.extraction.measures.frames import Frame
from reconcile.extraction.measures.lexicon import Lexicon

_FAR = 14  # words between the noun that is the subject and its figure
_ASIDES = ("be", "have", "modal", "adverb")
_BOUNDS = ("break", "relative", "pronoun", "have", "modal")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb as a property's name, the rule that knows it, and whether its form can be a participle."""

    name: str
    rule: str | None
    participle: bool


def verb_of(at: int, frame: Frame, lexicon: Lexicon) -> Verb | None:
    """What word ``at`` says if it is a verb: one that a rule knows, one in -ed, or one that an auxiliary leads."""
    word = frame.words[at].lower
    led = _led(at, frame, lexicon)
    if word in lexicon.words["adverb"] and not led:
        return None  # "last", "still"
    known = lexicon.verbs.get(word)
    if known is not None:
        name, rule, participle = known
        return None if not participle and not led and _noun_here(at, frame, lexicon) else Verb(name, rule, participle)
    if word.endswith("ed") and len(word) > 4 and not word.endswith(("eed", "dred")):
        return Verb(_stem(word), None, True)
    plain = word.isalpha() and len(word) > 2 and not any(word in words for words in lexicon.words.values())
    return Verb(word.removesuffix("e"), None, False) if led and plain and not word.endswith("ly") else None


def subject_noun(frame: Frame, lexicon: Lexicon) -> str | None:
    """The noun that a figure is the measure of: before "of" or a colon, or the subject of a linking verb."""
    at = _subject(frame, lexicon)
    return _head(at, frame, lexicon) if at is not None else None


def says_only_how_much(frame: Frame, lexicon: Lexicon) -> bool:
    """Whether the subject is a noun that names no measure: "the rate was left at 14.8 percent"."""
    at = _subject(frame, lexicon)
    return at is not None and frame.words[at].lower in lexicon.words["weak-head"]


def _subject(frame: Frame, lexicon: Lexicon) -> int | None:
    """Where the head of the noun phrase stands that a figure is linked to."""
    words = frame.words
    at = frame.first
    links: list[str] = []
    while at > frame.left and frame.first - at < 4 and words[at - 1].lower in lexicon.words["link"]:
        at -= 1
        links.append(words[at].lower)
    if not links or at <= frame.left:
        return None
    if links[-1] in ("of", ":", "="):
        return at - 1
    if words[at - 2].lower in lexicon.words["be"] and at - 2 >= frame.left:
        verb = verb_of(at - 1, frame, lexicon)
        at, links = (at - 1, [*links, "be"]) if verb is not None and verb.participle else (at, links)
    if not any(_links_subject(word, lexicon) for word in links):
        return None  # "bakes at 116", "yields to 460"
    while at > frame.left and any(words[at - 1].lower in lexicon.words[name] for name in _ASIDES):
        at -= 1
    start = at
    for i in range(at - 1, max(frame.left, frame.first - _FAR) - 1, -1):
        word = words[i].lower
        if any(word in lexicon.words[name] for name in _BOUNDS) or not word[0].isalpha() or word == "and":
            break
        if i < at - 1 and verb_of(i, frame, lexicon) is not None:
            break
        start = i
    inner = next((i for i in range(start + 1, at) if words[i].lower in lexicon.words["preposition"]), at)
    return inner - 1 if inner > start else None


def _links_subject(word: str, lexicon: Lexicon) -> bool:
    """Whether a word before a figure is a verb that says how much its subject is, and no mere preposition."""
    return word not in lexicon.words["preposition"] and word not in lexicon.words["determiner"] and word.isalpha()


def _head(at: int, frame: Frame, lexicon: Lexicon) -> str | None:
    """The word ``at``, if it can be the noun that names a measure."""
    word, text = frame.words[at].lower, frame.words[at].text
    if word in lexicon.words["figure-noun"]:
        return word
    if (
        not word.isalpha()
        or word.endswith(("er", "or", "ers", "ors", "est", "ly"))
        or any(a <= at < b for a, b in frame.others)
    ):
        return None
    if any(word in words for words in (lexicon.words[name] for name in _CLOSED)) or word in ("not", "no", "and"):
        return None
    before = frame.words[at - 1] if at > 0 else None
    if not text.islower() and (at > 0 or (len(frame.words) > 1 and frame.words[1].text == ":")):
        return None
    if before is not None and word.endswith("ing") and before.lower in lexicon.words["be"]:
        return None  # "it is coping: 97 percent"
    if before is not None and before.lower == "to":
        return None  # "agreed to cuts"? as likely a verb
    return word


_CLOSED = (
    "weak-head",
    "pronoun",
    "adverb",
    "have",
    "modal",
    "be",
    "determiner",
    "preposition",
    "break",
    "relative",
    "link",
)


def _led(at: int, frame: Frame, lexicon: Lexicon) -> bool:
    """Whether an auxiliary leads the word, adverbs apart: "did not return", "failed to return"."""
    for i in range(at - 1, max(frame.left, at - 4) - 1, -1):
        word = frame.words[i].lower
        if word in lexicon.words["modal"]:
            return True
        if word == "to":
            return i > 0 and frame.words[i - 1].lower in lexicon.words["failing"]
        if word not in lexicon.words["adverb"] and not word.endswith("ly"):
            return False
    return False


def _noun_here(at: int, frame: Frame, lexicon: Lexicon) -> bool:
    """Whether a verb's plain form is rather a noun: "a place", "under way", "kept watch of"."""
    before = frame.words[at - 1].lower if at > frame.left else ""
    if before in ("that", "to", "who", "which"):
        return False
    return before in lexicon.words["determiner"] or before in lexicon.words["preposition"] or before in ("'s", "’s")


def _stem(word: str) -> str:
    """A key for an unknown verb that its regular forms share."""
    stem = word.removesuffix("ed")
    return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "sl" else stem
