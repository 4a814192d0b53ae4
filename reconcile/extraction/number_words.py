"""Numbers in words: "twenty-eight thousand six hundred", "half a million", "tens of thousands"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reconcile.rulebook import Rules
from reconcile.rulebook.quantities import NumeralRule, VagueRule

_WORD = re.compile(r"[A-Za-z]+")
_GAP = re.compile(r"[ \u00a0\u2009]and[ \u00a0\u2009]|-and-|[ \u00a0\u2009]?[-‑][ \u00a0\u2009]?|[ \u00a0\u2009]+")
_ARTICLE = re.compile(r"\b(?:an?|one)[ -]\Z", re.IGNORECASE)
_MOST_WORDS = 24  #: no number takes more words


@dataclass(frozen=True, slots=True)
class Reading:
    """A number in words: where it stands, the value or band, and the rules that read it."""

    start: int
    end: int
    low: float
    high: float
    rules: tuple[str, ...]
    step: float | None
    scale: float = 1.0
    fraction: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    role: str
    value: float
    ref: str


@lru_cache(maxsize=8)
def vocabulary(rules: Rules) -> "Vocabulary":
    """The number words of a rule book."""
    return Vocabulary(rules)


class Vocabulary:
    """Number words by role, and how they combine."""

    def __init__(self, rules: Rules) -> None:
        self._words = {
            word: _Word(rule.reads, value, rule.ref)
            for rule in rules.all(NumeralRule)
            if rule.reads != "shape"
            for word, value in rule.words.items()
        }
        vague = rules.all(VagueRule)
        self._plurals = {word: rule for rule in vague if rule.form == "plural" for word in rule.words}
        self._few = {phrase: rule for rule in vague if rule.form == "few" for phrase in rule.words}
        self._few_words = {word for phrase in self._few for word in phrase.split()} - {"a", "of"}

    def read(self, text: str, pos: int) -> Reading | None:
        """The number whose first word is at ``pos``, with an article before it; None where it is no number."""
        match = _WORD.match(text, pos)
        if match is None:
            return None
        word = match[0].lower()
        if word in self._few_words:
            return self._read_few(text, pos)
        if word in self._plurals:
            return self._read_plural(text, pos, self._plurals[word])
        entry = self._words[word]
        if entry.role == "none":
            return Reading(pos, match.end(), 0.0, 0.0, (entry.ref,), 1.0)
        if entry.role == "fraction":
            return self._read_fraction(text, pos, match.end(), entry)
        return self._read_cardinal(text, pos)

    # ------------------------------------------------------------------------------ whole numbers

    def _read_cardinal(self, text: str, pos: int) -> Reading | None:
        total, group, last, step, scale, end, start = 0.0, -1.0, "", 1.0, 1.0, pos, pos
        read: list[str] = []
        for word, joined, word_start, word_end in self._entries(text, pos):
            if joined and last not in ("hundred", "scale"):
                break
            if word.role in ("ones", "teens", "tens"):
                if joined and word.value >= 100 or not _may_follow(last, word, group):
                    break
                group, step = max(group, 0.0) + word.value, 1.0
            elif word.role in ("hundred", "scale", "dozen"):
                if group < 0 and not total:
                    article = _ARTICLE.search(text, max(0, pos - 4), pos)
                    if word.role == "dozen" and word.value != 12 and not article or word.value == 20:
                        return None
                    start = article.start() if article else pos
                if word.role == "hundred" and not (group < 0 or group < 100):
                    break
                if word.role == "scale" and group < 0 and total:
                    total, step, scale = total * word.value, step * word.value, scale * word.value  # a thousand million
                elif word.role == "scale":
                    if total and word.value >= scale and last != "hundred":
                        total = (total + max(group, 0.0)) * word.value
                    else:
                        total += (group if group >= 0 else 1.0) * word.value
                    group, step, scale = -1.0, word.value, word.value
                else:
                    group = (group if group >= 0 else 1.0) * word.value
                    if word.role == "dozen":
                        step = None  # type: ignore[assignment]
            else:
                break
            last, end = word.role, word_end
            read.append(word.ref)
        if not read:
            return None
        value = total + max(group, 0.0)
        return self._and_a_half(
            text, Reading(start, end, value, value, tuple(dict.fromkeys(read)), step, scale if group < 0 else 1.0)
        )

    def _entries(self, text: str, pos: int) -> Iterator[tuple[_Word, bool, int, int]]:
        """The number words from ``pos`` on, whether "and" joins each to the one before, and where it stands."""
        joined = False
        for _ in range(_MOST_WORDS):
            match = _WORD.match(text, pos)
            entry = self._words.get(match[0].lower()) if match else None
            if match is None or entry is None:
                return
            yield entry, joined, match.start(), match.end()
            gap = _GAP.match(text, match.end())
            if gap is None:
                return
            joined, pos = "and" in gap[0], gap.end()

    def _and_a_half(self, text: str, number: Reading) -> Reading:
        """ "two and a half [million]", "a million and a half", "three and three quarters"."""
        match = _AND_PART.match(text, number.end)
        if match is None:
            return number
        part = self._words.get(match["part"].lower())
        if part is None or part.role != "fraction":
            return number
        count = self._words.get((match["count"] or "").lower())
        share = part.value * (count.value if count else 1.0) * number.scale
        return Reading(
            number.start,
            match.end(),
            number.low + share,
            number.low + share,
            (*number.rules, part.ref),
            None,
            number.scale,
        )

    # ---------------------------------------------------------------------------------- fractions

    def _read_fraction(self, text: str, pos: int, end: int, entry: _Word) -> Reading | None:
        """ "half the", "a third of", "two-thirds", "a quarter of a million"."""
        before = _NUMERATOR.search(text, max(0, pos - 12), pos)
        count = 1.0
        start = pos
        if before:
            word = before[1].lower()
            known = self._words.get(word)
            if word not in ("a", "an") and (known is None or known.role not in ("ones", "teens")):
                before = None
            else:
                count, start = (known.value if known else 1.0), before.start()
        halves = entry.value == 0.5
        plural = text[end - 1] == "s"
        if not before and not halves or plural and count < 2 or not plural and count > 1 and not halves:
            return None
        value = entry.value * count
        if scale := _OF_SCALE.match(text, end):
            word = scale[1].lower()
            by = (
                self._words[word].value
                if word in self._words and self._words[word].role in ("scale", "dozen", "hundred")
                else None
            )
            if by:
                return Reading(start, scale.end(), value * by, value * by, (entry.ref, self._words[word].ref), None, by)
        hyphen = "-" in text[start:pos]
        if not (hyphen and plural) and not (_SHARE.match(text, end) or halves and _HALF_OF.match(text, end)):
            return None
        return Reading(start, end, value, value, (entry.ref,), None, fraction=True)

    # -------------------------------------------------------------------------------------- bands

    def _read_plural(self, text: str, pos: int, rule: VagueRule) -> Reading | None:
        """ "dozens", "tens of thousands", "hundreds of millions"."""
        end = pos + len(_WORD.match(text, pos)[0])  # type: ignore[index]
        low, high, refs = rule.low, rule.high, [rule.ref]
        if (of := _OF_PLURAL.match(text, end)) and (inner := self._plurals.get(of[1].lower())):
            if inner.low < 100:
                return None
            low, high, end = low * inner.low, high * inner.low, of.end()
            refs.append(inner.ref)
        elif rule.follows and not any(text.startswith(word, end + 1) for word in rule.follows):
            return None
        elif rule.low == 10:
            return None  # "tens" alone
        return Reading(pos, end, low, high, tuple(refs), None)

    def _read_few(self, text: str, pos: int) -> Reading | None:
        """ "several hundred", "a few dozen", "a couple of thousand"; alone, a band of its own."""
        for phrase, rule in sorted(self._few.items(), key=lambda item: -len(item[0])):
            words = phrase.split()
            key = next(i for i, word in enumerate(words) if word in self._few_words)
            start = pos - len(" ".join(words[:key])) - (key > 0)
            end = start + len(phrase)
            if (
                start < 0
                or text[start:end].lower() != phrase
                or start
                and text[start - 1].isalnum()
                or text[end : end + 1].isalnum()
            ):
                continue
            low, high, refs = rule.low, rule.high, [rule.ref]
            scale = 1.0
            while match := _SCALE_WORD.match(text, end):
                word = self._words.get(match[1].lower())
                if word is None or word.role not in ("scale", "hundred", "dozen"):
                    break
                scale, end = scale * word.value, match.end()
                refs.append(word.ref)
            return Reading(start, end, low * scale, high * scale, tuple(refs), None, scale)
        return None


def _may_follow(last: str, word: _Word, group: float) -> bool:
    """Can a word below a hundred stand after the last one: "twenty" + "one", "hundred" + "six"?"""
    if last in ("", "scale"):
        return True
    if last == "tens":
        return word.role == "ones" and group % 10 == 0
    return last == "hundred"


_AND_PART = re.compile(
    r"(?: |-)and(?: |-)(?:an?|(?P<count>one|two|three))(?: |-)(?P<part>half|quarter|quarters|third|thirds)\b",
    re.IGNORECASE,
)
_NUMERATOR = re.compile(r"\b([A-Za-z]+)[ -]\Z")
_OF_SCALE = re.compile(r"(?: of)?(?: an?|-)[ ]?([A-Za-z]+)\b|(?: |-)(million|billion|trillion|dozen)\b")
_SHARE = re.compile(
    r" (?:of|the|in|have|has|are|were|was|is|said|say|who|as|more|less|higher|lower)\b|[.,;:)!?%]|\Z|\n"
)
_HALF_OF = re.compile(r" (?:an?|its|his|her|their|our|my|your|all|those|these|that|this|[a-z]+s)\b")
_OF_PLURAL = re.compile(r" (?:of|upon|and) ([A-Za-z]+)\b")
_SCALE_WORD = re.compile(r"[ -]([A-Za-z]+)\b")
