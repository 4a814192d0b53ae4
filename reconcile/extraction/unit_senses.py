"""What stands around a unit, and which of a word's meanings that speaks for."""

import re

from reconcile.extraction.unit_lexicon import Senses, UnitLexicon
from reconcile.model import Kind

NO_NUMBER = -1  #: in place of where the number ends, for a unit under a stroke or after "square"
SPACES = frozenset(" \u00a0\u2009\u202f")
HYPHENS = frozenset("-‐‑")
LETTERS = re.compile(r"[^\W\d_²³¹]{1,40}")  # no word is longer; a run of a million letters is looked at no further
_GAP = re.compile(r"[-‐‑]| - (?=[a-z])|[ \u00a0\u2009\u202f]{0,2}")  # between number and unit; " - " in tokenised text
_DIGITS_BEFORE = re.compile(r"\d[\d,.]*$")
_WORD_BEFORE = re.compile(r"[^\W\d_]+$")
_WORDISH = re.compile(r"[^\W\d_]+|\S")


def gap_end(text: str, pos: int) -> int:
    """Where what follows ``pos`` begins, behind a hyphen or up to two spaces."""
    gap = _GAP.match(text, pos)
    return gap.end() if gap else pos


def next_word(text: str, end: int) -> str:
    """The word after ``end`` in lower case; "" where none follows."""
    word = LETTERS.match(text, gap_end(text, end))
    return word[0].casefold() if word else ""


def magnitude(text: str, pos: int, words: UnitLexicon) -> float:
    """The order of the number that ends at ``pos``: by its scale word, or by its printed digits; 0 unknown."""
    before = text[max(0, pos - 24) : max(0, pos)]
    if word := _WORD_BEFORE.search(before):
        return words.scales.get(word[0].casefold().removesuffix("s"), 0)
    digits = _DIGITS_BEFORE.search(before)
    return 10.0 ** (sum(c.isdigit() for c in digits[0].partition(".")[0]) - 1) if digits else 0


def in_figures(text: str, pos: int, words: UnitLexicon) -> bool:
    """Whether the number is printed in digits, or ends in a scale word: "five HP directors" are no horses."""
    return any(char.isnumeric() for char in text[max(0, pos - 3) : pos]) or magnitude(text, pos, words) > 0


def choose(
    senses: Senses, text: str, start: int, end: int, pos: int, words: UnitLexicon
) -> tuple[str, Kind, tuple[str, ...]] | None:
    """The first sense with a sign for it; else the likelier, with what stays open."""
    following = next_word(text, end)
    for sense, next_words, near_words in senses.senses:
        hyphened = sense.hyphened and start > pos and text[start - 1] in HYPHENS
        large = sense.large and magnitude(text, pos, words) >= 1_000_000
        if (
            following in next_words
            or (near_words and not near_words.isdisjoint(_near(text, start, end, sense.reach)))
            or hyphened
            or large
        ):
            return sense.unit, Kind(sense.means), ()
    if senses.otherwise < 0:
        return None
    likely = senses.senses[senses.otherwise][0]
    return likely.unit, Kind(likely.means), (senses.open,)


def _near(text: str, start: int, end: int, reach: int) -> set[str]:
    low = max(0, start - reach, text.rfind("\n", max(0, start - reach), start) + 1)
    stop = text.find("\n", end, end + reach)
    high = min(len(text), end + reach) if stop < 0 else stop
    return {m[0].casefold() for m in _WORDISH.finditer(text[low:high])}
