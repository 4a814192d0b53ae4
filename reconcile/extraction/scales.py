"""What multiplies a number right behind its digits or words: "million", "lakh crore", "bn", "k"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from reconcile.rulebook import Rules
from reconcile.rulebook.quantities import NumeralRule, ScaleMarkRule


@dataclass(frozen=True, slots=True)
class Scale:
    """A factor, where its words end, and the rules that read them."""

    factor: float
    end: int
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    words: dict[str, tuple[float, str]]
    word_pattern: re.Pattern[str]
    marks: dict[str, ScaleMarkRule]
    mark_pattern: re.Pattern[str]


@lru_cache(maxsize=8)
def _lexicon(rules: Rules) -> _Lexicon:
    words = {
        word: (value, rule.ref)
        for rule in rules.all(NumeralRule)
        if rule.reads in ("hundred", "scale", "dozen")
        for word, value in rule.words.items()
    }
    marks = {mark: rule for rule in rules.all(ScaleMarkRule) for mark in rule.marks}
    longest = sorted(marks, key=len, reverse=True)
    return _Lexicon(
        words,
        re.compile(rf"[ \u00a0\u2009-]?({'|'.join(words) or _NOTHING})\b(?!-?\w*(?:aire|th)\b)", re.IGNORECASE),
        marks,
        re.compile(rf"([ \u00a0]?)({'|'.join(map(re.escape, longest)) or _NOTHING})(?![\w/²³]|\.\d)"),
    )


_NOTHING = "(?!)"  # a rule book may have none
_DECIMAL = re.compile(r"\d\.\d+ ?\w{1,3}\Z")
_NEXT_WORD = re.compile(r"[ -]([a-zA-Z]+)")


def scale_after(text: str, pos: int, rules: Rules, money: bool, words: bool = False) -> Scale | None:
    """The scale that begins at ``pos``, right behind a number, or None. ``words``: the number is in words."""
    if pos >= len(text):
        return None
    lexicon = _lexicon(rules)
    factor, end, read = 1.0, pos, []
    while match := lexicon.word_pattern.match(text, end):
        value, ref = lexicon.words[match[1].lower()]
        if value < 1000 and factor > 1:
            break  # "two million dozen" is no way to write a number
        factor, end = factor * value, match.end()
        read.append(ref)
        if len(read) == 3:
            break
    if read:
        return Scale(factor, end, tuple(read))
    return None if words else _mark_after(text, pos, lexicon, money)


def _counts(text: str, end: int, word: str, rule: ScaleMarkRule) -> bool:
    """Does what follows a mark show that things are counted: "35m of", "5.6m printed copies", "8 B people"?"""
    if not word or text[end] == "-":
        return bool(word)  # "a 4.5m-tonne cargo"; what is 4.5 metres long is told by the words that rule it out
    plural = len(word) > 3 and word.endswith("s") and not word.endswith("ss")
    return word in rule.nouns or plural or _DECIMAL.search(text, max(0, end - 12), end) is not None


def _mark_after(text: str, pos: int, lexicon: _Lexicon, money: bool) -> Scale | None:
    match = lexicon.mark_pattern.match(text, pos)
    if match is None:
        return None
    space, mark = match.groups()
    rule = lexicon.marks[mark]
    single = len(mark) == 1
    if space and (not rule.spaced or (single and not money and mark.islower())):
        return None
    if rule.needs == "money" and not money:
        return None
    following = _NEXT_WORD.match(text, match.end())
    word = following[1].lower() if following else ""
    if rule.needs == "noun" and not money and not _counts(text, match.end(), word, rule):
        return None
    if word in rule.not_before and not money:
        return None
    return Scale(rule.factor, match.end(), (rule.ref,))
