"""Phrases: the small language in which rules say what they match.

Rules never hold regular expressions: those are hard to read, and one that backtracks for ever would
hang a run. A phrase is words and these marks:

===========  ==================================================================
``word``     that word, in any case
``a|b``      one word or the other
``[word]``   may be left out (``[a|b]`` too)
``#``        a number in digits
``~``        any one word
===========  ==================================================================

Words are parted by one space; it stands for any white space but a line end. Each phrase compiles to a
pattern without nested repetition, so matching takes time linear in the text.
"""

import re
from collections.abc import Iterable

SPACE = r"[^\S\n]+"
_NUMBER = r"\d[\d.,]*"
_ANY = r"[^\W\d_][\w'’.-]*"


def phrase_pattern(phrase: str) -> str:
    """The regular expression for one phrase, to be joined into larger ones. No groups are captured."""
    parts: list[str] = []
    gap = ""
    for item in phrase.split():
        optional = item.startswith("[") and item.endswith("]")
        words = item[1:-1] if optional else item
        one = "|".join(_word(word) for word in words.split("|"))
        if optional:
            # the gap goes inside, on the side that already has a neighbour
            parts.append(f"(?:{gap}(?:{one}))?" if gap else f"(?:(?:{one}){SPACE})?")
        else:
            parts.append(f"{gap}(?:{one})")
            gap = SPACE
    return "".join(parts)


def phrases_pattern(phrases: Iterable[str]) -> str:
    """One pattern for any of several phrases, the longest first."""
    return "|".join(phrase_pattern(p) for p in sorted(set(phrases), key=lambda p: (-len(p), p)))


def _word(word: str) -> str:
    if word == "#":
        return _NUMBER
    if word == "~":
        return _ANY
    return re.escape(word).replace("'", "['’]")
