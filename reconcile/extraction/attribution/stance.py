"""How firmly a figure is put forward: what its cue says, and what the words around it add."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.extraction.attribution.lexicon import lexicon
from reconcile.extraction.attribution.links import Frame, Link
from reconcile.extraction.attribution.signs import signs
from reconcile.extraction.attribution.surroundings import Surroundings
from reconcile.extraction.context import Sentence
from reconcile.model import Quantity, Stance
from reconcile.rulebook import Rules

_YEAR = re.compile(r"(?<!since )(?<!since in )(?<![-–/])\b(1[5-9]\d\d|20\d\d)\b(?!\s*(?:people|men|women|-))")
_BUT = re.compile(r"[^.;]{0,60}\bbut\b")


@dataclass(frozen=True, slots=True)
class Manner:
    """A stance, what the six cannot say, and the rules that told."""

    stance: Stance
    manner: str | None
    rules: tuple[str, ...]


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
    where = Surroundings(text, quantity, sentence, lexicon(rules))
    for compiled in signs(rules).possible(where.words):
        sign = compiled.rule
        if sign.attributed and not attributed:
            continue
        if not any(compiled.stands_in(stretch) for stretch in getattr(where, sign.where)):
            continue
        if sign.but and not _BUT.match(text, quantity.end, sentence.end):
            continue
        if sign.contrasts and not where.figure_before:
            continue
        return Manner(sign.stance, sign.manner, (sign.ref,))
    dated = year is not None and where.names_year and _past_year(where.own, year)
    return Manner(Stance.HISTORICAL, None, ()) if dated else None


def _past_year(stretches: Sequence[str], year: int) -> bool:
    """Whether the words of a figure's own name a year before that of publication, and not only since when."""
    return any(int(found[1]) < year for part in stretches for found in _YEAR.finditer(part))
