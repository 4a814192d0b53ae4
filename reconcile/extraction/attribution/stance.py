"""How firmly a figure is put forward: what its cue says, and what the words around it add."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reconcile.extraction.attribution.lexicon import lexicon
from reconcile.extraction.attribution.links import Frame, Link
from reconcile.extraction.attribution.surroundings import surroundings
from reconcile.extraction.context import Sentence
from reconcile.model import Quantity, Stance
from reconcile.rulebook import Rules
from reconcile.rulebook.attribution import StanceSign
from reconcile.rulebook.phrases import phrases_pattern

_YEAR = re.compile(r"(?<!since )(?<!since in )(?<![-–/])\b(1[5-9]\d\d|20\d\d)\b(?!\s*(?:people|men|women|-))")
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
            frozenset(start for phrase in sign.phrases for start in _starts(phrase)),
        )
        for sign in rules.all(StanceSign)
    )


def _starts(phrase: str) -> list[str]:
    """The words that a phrase can begin with: those of its first item, and of the next where that may be left out."""
    items = phrase.split()
    needed = next(at for at, item in enumerate(items) if not item.startswith("["))
    words = [word for item in items[: needed + 1] for word in item.strip("[]").split("|")]
    return [word if word == "#" else (_WORD.findall(word) or [word])[0] for word in words]


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
    where = surroundings(text, quantity, sentence, lexicon(rules))
    words = set(_WORD.findall(where.all.lower()))
    for compiled in _signs(rules):
        sign = compiled.rule
        possible = "#" in compiled.starts or not words.isdisjoint(compiled.starts)
        if not possible or (sign.attributed and not attributed):
            continue
        if not any(_shows(compiled, stretch) for stretch in getattr(where, sign.where)):
            continue
        if sign.but and not _BUT.match(text, quantity.end, sentence.end):
            continue
        if sign.contrasts and not where.figure_before:
            continue
        return Manner(sign.stance, sign.manner, (sign.ref,))
    return Manner(Stance.HISTORICAL, None, ()) if _past_year(where.own, year) else None


def _shows(sign: _Sign, stretch: str) -> bool:
    """Whether a sign stands in a stretch of text, and behind none of the words that make it something else."""
    found = sign.pattern.search(stretch)
    if found is None or not sign.rule.not_behind:
        return found is not None
    last = stretch[: found.start()].split()[-1:]
    return not last or not (
        last[0].lower() in sign.rule.not_behind or ("#" in sign.rule.not_behind and last[0][0].isdigit())
    )


def _past_year(stretches: Sequence[str], year: int | None) -> bool:
    """Whether the words of a figure's own name a year before that of publication, and not only since when."""
    return year is not None and any(int(found[1]) < year for part in stretches for found in _YEAR.finditer(part))
