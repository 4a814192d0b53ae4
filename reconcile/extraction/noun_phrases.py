"""The words behind a number that may be a noun phrase, up to one that no noun phrase goes on over."""

import re
from functools import lru_cache

from reconcile.extraction.candidates import pattern
from reconcile.extraction.modifiers import hedge_at
from reconcile.extraction.nouns import NounLexicon, is_plural, noun_lexicon
from reconcile.extraction.numerals import Form, read_numeral
from reconcile.extraction.vocabulary import vocabulary
from reconcile.rulebook import Rules

MOST_WORDS = 8  #: no noun phrase is followed further

Placed = tuple[str, int, int]  #: a word, where it begins and where it ends

NEXT = re.compile(
    r"[ \u00a0\u2009]+(?P<word>[A-Z][A-Za-z]+ ?- ?\d{1,3}(?=[ .,;]|\Z)|[^\W\d_][\w'’.&/-]*|\d{1,3}(?![\d.,]))"
)


def noun_phrase(text: str, pos: int, rules: Rules, partitive: bool = False) -> list[Placed]:
    """The words from ``pos`` on up to one that no noun phrase goes on over, each with its place.

    ``partitive``: the phrase may begin with a number of its own ("one of the [four] theories").
    """
    lexicon = noun_lexicon(rules)
    stops = lexicon.by_role["stops"]
    numbers = _counting_words(rules)
    words: list[Placed] = []
    if partitive:
        pos = past_number(text, pos, rules)
    for _ in range(MOST_WORDS):
        match = NEXT.match(text, pos)
        if match is None:
            break
        raw = match["word"]
        word = raw.rstrip(".&/-'’")
        lower = word.lower()
        start, end = match.start("word"), match.start("word") + len(word)
        leads = partitive and not words and lower in lexicon.by_role["ordinals"]  # "one of the last leaders"
        joins = lower == "and" and bool(words) and not _number_next(text, match.end(), rules)
        if not partitive and lower in numbers:
            break  # "their 31 two days before"
        if lower == "x" and text[match.end() + 1 : match.end() + 2].isdigit():
            break  # "454 x 454 pixels"
        if _stem(lower) in stops and not (leads or joins or _is_adjective(text, word, end, words, lexicon)):
            break
        words.append((word, start, end))
        pos = start + len(raw)
        if raw != word and raw[-1] != "-" and not (raw == f"{word}." and len(word) < 4 and word[0].isupper()):
            break
    return words


@lru_cache(maxsize=8)
def _counting_words(rules: Rules) -> frozenset[str]:
    """The words for 2 to 99: no noun phrase that is counted already begins or goes on with one."""
    found = vocabulary(rules).words.items()
    return frozenset(word for word, number in found if number.role in ("ones", "teens", "tens") and number.value > 1)


def _is_adjective(text: str, word: str, end: int, words: list[Placed], lexicon: NounLexicon) -> bool:
    """Does a word that ends most phrases belong to the noun behind it: "8,000 registered ships"?"""
    if not word.lower().endswith(("ed", "en", "ly")) or any(is_plural(seen[0], lexicon) for seen in words):
        return False
    return _plural_next(text, end, lexicon)


def _stem(word: str) -> str:
    """The word without what is glued to it by an apostrophe: "he's" is "he"."""
    return word.replace("’", "'").partition("'")[0]


def _plural_next(text: str, pos: int, lexicon: NounLexicon) -> bool:
    match = NEXT.match(text, pos)
    return match is not None and is_plural(match["word"].rstrip(".,"), lexicon)


def _number_next(text: str, pos: int, rules: Rules) -> bool:
    """Does another number follow: "six Su-25s and [four] Mi-8s"?"""
    return pattern(rules).match(text, pos + 1) is not None


def past_number(text: str, pos: int, rules: Rules) -> int:
    """Where the number ends that follows "of" at ``pos``, its hedge included; ``pos`` where none does."""
    hedge = hedge_at(text, pos, rules)  # "3,000 of [an estimated] 11,000 elephants"
    pos = hedge.end if hedge else pos
    match = pattern(rules).match(text, pos + 1)
    number = read_numeral(text, pos + 1, rules) if match and text[pos : pos + 1] == " " else None
    return number.end if number and number.form is not Form.ARTICLE else pos
