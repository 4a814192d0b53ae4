"""The clause around a figure: passives, objects, where a noun phrase ends and where another clause begins."""

from reconcile.extraction.measures.frames import Frame
from reconcile.extraction.measures.lexicon import Hit, Lexicon


def describes_noun(hit: Hit, frame: Frame, lexicon: Lexicon) -> bool:
    """Whether the noun behind it is what is counted: "40 arrest warrants", "hold registration papers"."""
    if hit.end >= frame.right:
        return False
    word = frame.words[hit.end].lower
    plural = word.isalpha() and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    known = any(word in words for words in lexicon.words.values()) or word in lexicon.verbs
    return plural and not known and not frame.words[hit.end - 1].lower.endswith("s")


def passive(at: int, frame: Frame, lexicon: Lexicon) -> bool:
    """Whether a form of "be" stands before the participle, adverbs apart."""
    for i in range(at - 1, max(-1, at - 4), -1):
        word = frame.words[i].lower
        if word in lexicon.words["be"]:
            return True
        if word not in lexicon.words["adverb"] and not word.endswith("ly"):
            return False
    return False


def takes_object(after: int, frame: Frame, lexicon: Lexicon) -> bool:
    """Whether a noun phrase begins here: then the participle before it was a past tense."""
    if after >= len(frame.words):
        return False
    word = frame.words[after]
    if not word.text.islower():
        return word.text[0].isdigit()
    follows = ("preposition", "adverb", "break", "relative", "be", "have", "modal")
    apart = any(word.lower in lexicon.words[name] for name in follows) or word.lower in ("and", "or")
    return not apart and not word.lower.endswith("ly")


def light(word: str, lexicon: Lexicon) -> bool:
    """Auxiliaries, adverbs and pronouns: words that part a subject from what is said of it."""
    classes = ("be", "have", "modal", "adverb", "them")
    return any(word in lexicon.words[name] for name in classes) or word.endswith("ly") or word in ("of", "people", "to")


def ends_phrase(word: str, lexicon: Lexicon) -> bool:
    """Whether a word ends a noun phrase."""
    return (
        word in lexicon.words["preposition"]
        or word in lexicon.words["break"]
        or word in lexicon.words["relative"]
        or word in lexicon.verbs
        or not word[0].isalpha()
        or word in ("and", "or")
    )


def other_clause(frame: Frame, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a clause of another subject begins between two words right of the figure."""
    words = frame.words
    if start < end and words[start].lower == "," and _in_relative(frame, lexicon):
        return True
    for i in range(start, end):
        word = words[i].lower
        if word in lexicon.words["break"]:
            return True
        if word in lexicon.words["relative"] and i > start + 4:
            return True
        if word in ("and", ",") and i + 1 < end and _subject(words[i + 1].lower, lexicon):
            return True
    return False


def _in_relative(frame: Frame, lexicon: Lexicon) -> bool:
    """Whether the figure stands in a clause that a comma and "who" or "which" opened: it ends at the next comma."""
    words = frame.words
    for i in range(frame.first - 1, max(frame.left, frame.first - 8), -1):
        if words[i].lower == ",":
            return False
        if words[i].lower in lexicon.words["relative"]:
            return words[i - 1].lower == ","
    return False


def _subject(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.words["pronoun"] or word in lexicon.words["determiner"]
