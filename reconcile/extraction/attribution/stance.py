"""How firmly a figure is put forward: what its cue says, and what the words around it add."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reconcile.extraction.attribution.links import Frame, Link
from reconcile.extraction.context import Sentence
from reconcile.model import Quantity, Stance
from reconcile.rulebook import Rules
from reconcile.rulebook.attribution import StanceSign
from reconcile.rulebook.phrases import phrases_pattern

_WINDOW = 220  # characters before a figure in which a sign counts
_CLAUSE_MARK = re.compile(r"[;:()]|,\s(?!\d)|\s[—–-]\s")
_YEAR = re.compile(r"(?<!since )(?<![-–/])\b(1[5-9]\d\d|20\d\d)\b(?!\s*(?:people|men|women|-))")
_SETTING = re.compile(r"\s*(?:In|When|By|After|Back in|Until)\b[^,]{0,80},")
_WORD = re.compile(r"[^\W\d_]+")
_BUT = re.compile(r"[^.;]{0,60}\bbut\b")


@dataclass(frozen=True, slots=True)
class Manner:
    """A stance, what the six cannot say, and the rules that told."""

    stance: Stance
    manner: str | None
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Sign:
    """A rule with the pattern of its phrases and the words that one of them begins with."""

    rule: StanceSign
    pattern: re.Pattern[str]
    starts: frozenset[str]


@lru_cache(maxsize=8)
def _signs(rules: Rules) -> tuple[_Sign, ...]:
    """Each sign, compiled; the patterns of ``before`` ones end where the figure begins."""
    return tuple(
        _Sign(
            sign,
            re.compile(rf"(?<!\w)(?:{phrases_pattern(sign.phrases)})\b{_tail(sign)}", re.IGNORECASE),
            frozenset(word for phrase in sign.phrases for word in phrase.split()[0].strip("[]").split("|")),
        )
        for sign in rules.all(StanceSign)
    )


def _tail(sign: StanceSign) -> str:
    return r"\s+(?:the\s+|a\s+)?$" if sign.where == "before" else ""


def manner_of(
    text: str, quantity: Quantity, sentence: Sentence, links: Sequence[Link], year: int | None, rules: Rules
) -> Manner:
    """The stance of a figure with the chain ``links`` (outermost first) in a document published in ``year``."""
    said = _of_links(links)
    if said.stance in (Stance.RETRACTED, Stance.DENIED):
        return said
    found = _around(text, quantity, sentence, bool(links), year, rules)
    if found is None:
        return said
    if said.stance is not Stance.ASSERTED and found.stance in (Stance.PLANNED, Stance.ESTIMATED):
        return Manner(said.stance, said.manner or found.manner, (*said.rules, *found.rules))
    return Manner(found.stance, said.manner or found.manner, found.rules)


def _of_links(links: Sequence[Link]) -> Manner:
    """What the cues say: the innermost one's, unless somebody further out denies it."""
    if not links:
        return Manner(Stance.ASSERTED, None, ())
    inner = links[-1]
    for link in links[:-1]:
        if link.rule.stance is Stance.DENIED and inner.frame is not Frame.PARTICIPLE:
            return Manner(Stance.DENIED, None, ())
    manner = inner.rule.manner or next((k.rule.manner for k in reversed(links) if k.rule.manner), None)
    if inner.negated and inner.rule.stance is Stance.DENIED:
        return Manner(Stance.ASSERTED, manner, ())
    return Manner(inner.rule.stance, manner, ())


def _around(
    text: str, quantity: Quantity, sentence: Sentence, attributed: bool, year: int | None, rules: Rules
) -> Manner | None:
    """The first sign, in the order of the rules, that the words around a figure show."""
    number = quantity.number.start
    low = max(sentence.start, number - _WINDOW)
    before = text[low : quantity.start]
    close = text[low:number]
    start = max((mark.end() for mark in _CLAUSE_MARK.finditer(before)), default=0)
    after = text[quantity.end : min(sentence.end, quantity.end + _WINDOW)]
    mark = _CLAUSE_MARK.search(after)
    after = after[: mark.start()] if mark else after
    clause = before[start:] + " " + after
    past = _past_year(clause + " " + _setting(before), year)
    where = {"before": close, "clause": before[start:], "anywhere": clause, "sentence": before[before.rfind(";") + 1 :]}
    words = set(_WORD.findall(f"{before} {after}".lower()))
    for compiled in _signs(rules):
        sign = compiled.rule
        possible = "#" in compiled.starts or not words.isdisjoint(compiled.starts)
        if not possible or (sign.attributed and not attributed) or not compiled.pattern.search(where[sign.where]):
            continue
        if sign.but and not _BUT.match(text, quantity.end, sentence.end):
            continue
        return Manner(sign.stance, sign.manner, (sign.ref,))
    return Manner(Stance.HISTORICAL, None, ()) if past else None


def _setting(before: str) -> str:
    """The words that open a sentence and say when: "When it shut in 1983, ..."."""
    opening = _SETTING.match(before)
    return opening[0] if opening else ""


def _past_year(clause: str, year: int | None) -> bool:
    """Whether a clause names a year before that of publication."""
    return year is not None and any(int(found[1]) < year for found in _YEAR.finditer(clause))
