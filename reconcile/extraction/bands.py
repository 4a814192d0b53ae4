"""Orders of magnitude in words, as bands: "dozens", "tens of thousands", "several hundred", "a handful"."""

import re

from reconcile.extraction.vocabulary import WORD, Vocabulary, WordReading

_OF_PLURAL = re.compile(r" (?P<join>of|upon|and) (?P<inner>[A-Za-z]+)\b")
_LAST_WORD = re.compile(r"\b([A-Za-z]+) \Z")
_SCALE_WORD = re.compile(r"[ -]([A-Za-z]+)\b")


def read_plural(text: str, pos: int, words: Vocabulary) -> WordReading | None:
    """The band of the plural at ``pos``: "thousands", "hundreds of millions"."""
    match = WORD.match(text, pos)
    rule = words.plurals.get(match[0].lower()) if match else None
    if match is None or rule is None:
        return None
    end = match.end()
    if (of := _OF_PLURAL.match(text, end)) and (inner := words.plurals.get(of["inner"].lower())):
        rules = (rule.ref, inner.ref)
        if of["join"] != "of":  # "thousands upon thousands" is no more than thousands
            return WordReading(pos, of.end(), rule.low, inner.high, (rule.ref,), None)
        return WordReading(pos, of.end(), rule.low * inner.low, rule.high * inner.low, rules, None)
    if rule.follows and not any(text.startswith(word, end + 1) for word in rule.follows):
        return None
    return WordReading(pos, end, rule.low, rule.high, (rule.ref,), None)


def read_few(text: str, pos: int, words: Vocabulary) -> WordReading | None:
    """The band of a phrase for a few whose main word is at ``pos``, times the scale that follows."""
    for phrase, rule in words.few:
        start = pos - next(phrase.index(word) for word in phrase.split() if word in words.few_words)
        end = start + len(phrase)
        whole = start >= 0 and text[start:end].lower() == phrase and not text[end : end + 1].isalnum()
        if not whole or (start and text[start - 1].isalnum()):
            continue
        lead = _LAST_WORD.search(text, max(0, start - 12), start) if rule.not_after else None
        if lead is not None and lead[1].lower() in rule.not_after:
            return None
        if rule.not_of and (thing := _SCALE_WORD.match(text, end)) and thing[1].lower() in rule.not_of:
            return None
        scale, rules = 1.0, [rule.ref]
        while (match := _SCALE_WORD.match(text, end)) and (by := words.multiplier(match[1])) and len(rules) < 4:
            scale, end = scale * by.value, match.end()
            rules.append(by.ref)
        is_few = scale == 1 and rule.low != rule.high
        return WordReading(start, end, rule.low * scale, rule.high * scale, tuple(rules), None, scale, is_few=is_few)
    return None
