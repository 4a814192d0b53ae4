"""Fractions in words: "two-thirds", "a third of voters", "half a million", "a quarter of a billion"."""

import re

from reconcile.extraction.vocabulary import WORD, Vocabulary, WordReading

_NUMERATOR = re.compile(r"\b([A-Za-z]+)[ -]\Z")
_OF_SCALE = re.compile(r"(?: of)?(?: an? |[ -]an?[ -]|-| )([A-Za-z]+)\b")
_TO_ANOTHER = re.compile(r" (?:to|or) (?:(?:an?|one|two|three|four|five)[ -])?([A-Za-z]+)\b")
_LAST_WORD = re.compile(r"([A-Za-z]+) \Z")
_ARTICLES = ("a", "an")


def read_fraction(text: str, pos: int, words: Vocabulary) -> WordReading | None:
    """The fraction whose word ("half", "thirds") is at ``pos``, with the numerator before it.

    None where it is an ordinal ("came third") or half of something that is no share ("half-time").
    """
    match = WORD.match(text, pos)
    entry = words.words[match[0].lower()] if match else None
    if match is None or entry is None:
        return None
    start, count, counted = _numerator(text, pos, words)
    plural = match[0].lower().endswith("s")
    is_half = entry.value == 0.5
    hyphened = counted and text[pos - 1] in "-‑"  # "a two-third majority"
    part = _is_part(text, match.end(), words)
    named = is_half or (part and entry.value == 0.25)  # "quarter-hour", but "third-day" is an ordinal
    if (plural != (count > 1) and not hyphened) or (start == pos and not named):
        return None
    value = entry.value * count
    if (scale := _OF_SCALE.match(text, match.end())) and (by := words.multiplier(scale[1])):
        whole = value * by.value
        return WordReading(start, scale.end(), whole, whole, (entry.ref, by.ref), None, by.value)
    if not counted and not _is_share(text, start, match.end(), words) and not part:
        return None
    return WordReading(start, match.end(), value, value, (entry.ref,), None, is_fraction=True)


def read_counted_fraction(text: str, pos: int, words: Vocabulary) -> WordReading | None:
    """The fraction whose numerator is the number word at ``pos``: "two-thirds", "one fourth"."""
    match = WORD.match(text, pos)
    if match is None or text[match.end() : match.end() + 1] not in (" ", "-", "‑"):
        return None
    part = WORD.match(text, match.end() + 1)
    entry = words.words.get(part[0].lower()) if part else None
    if part is None or entry is None or entry.role != "fraction":
        return None
    found = read_fraction(text, part.start(), words)
    return found if found and found.start == pos else None


def _numerator(text: str, pos: int, words: Vocabulary) -> tuple[int, float, bool]:
    """Where the fraction begins, how many parts it takes, and whether a number says so."""
    match = _NUMERATOR.search(text, max(0, pos - 12), pos)
    word = match[1].lower() if match else ""
    entry = words.words.get(word)
    if match and entry and entry.role in ("ones", "teens"):
        return match.start(), entry.value, True
    return (match.start(), 1.0, False) if match and word in _ARTICLES else (pos, 1.0, False)


def _is_part(text: str, end: int, words: Vocabulary) -> bool:
    """Does a hyphen tie the fraction to what it is a part of: "a half-hour", "a quarter-mile"?"""
    following = WORD.match(text, end + 1) if text[end : end + 1] in ("-", "‑") else None
    return following is not None and following[0].lower().removesuffix("s") in words.parts_of


def _is_share(text: str, start: int, end: int, words: Vocabulary) -> bool:
    """Do the words beside a fraction show that it is one?"""
    preceding = _LAST_WORD.search(text, max(0, start - 16), start)
    if preceding is not None and preceding[1].lower() in words.no_share_leads:
        return False
    following = WORD.match(text, end + 1) if text[end : end + 1] == " " else None
    if following and following[0].lower() in words.share_follows:
        return True
    other = _TO_ANOTHER.match(text, end)
    if other and (entry := words.words.get(other[1].lower())) and entry.role == "fraction":
        return True  # "a third to a half of it"
    closes = following is None and text[end : end + 1] not in "-‑"
    goes_on = following is not None and following[0].lower() in words.share_goes_on
    return (closes or goes_on) and preceding is not None and preceding[1].lower() in words.share_leads
