"""One unit in text: the longest spelling that stands there and that nothing around it speaks against."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reconcile.extraction.unit_lexicon import TOKEN, Meaning, Surface, UnitLexicon
from reconcile.extraction.unit_senses import LETTERS, NO_NUMBER, SPACES, choose, in_figures, magnitude, next_word
from reconcile.model import Kind
from reconcile.rulebook.units import PowerRule

_JOIN = re.compile(r" - |[ \u00a0\u2009\u202f.\-‐‑]{0,2}")  # between two words of one unit
_OF_PLURAL = re.compile(r"-[a-z]{3,}[^s\W]s\b(?!-)")
_ORDINAL = re.compile(r"(?<!1)1st\Z")
_DECIMAL_BEFORE = re.compile(r"\d\.\d{1,6}$")


@dataclass(frozen=True, slots=True)
class UnitReading:
    """A unit that was read: its place without the gap to the number, its name, the rule that read it.

    ``scale`` is what the number must be multiplied by for ``unit`` to be true ("5 bcm" is 5 times
    1e9 ``meter ** 3``); 1 for nearly all. ``ambiguity`` says what the words leave open. ``also`` are the
    further rules that had a part in it (the rate's, the power's).
    """

    start: int
    end: int
    unit: str
    kind: Kind
    rule: str
    ambiguity: tuple[str, ...] = ()
    scale: float = 1.0
    also: tuple[str, ...] = ()


def powered(text: str, start: int, pos: int, words: UnitLexicon) -> UnitReading | None:
    """A unit with its power: "square miles", "km²", "cubic metres", or plain."""
    whole = one_unit(text, start, pos, words)
    word = LETTERS.match(text, start)
    power = words.powers_before.get(word[0].casefold()) if word else None
    if word is None or power is None:
        return whole
    at = _JOIN.match(text, word.end()).end()  # type: ignore[union-attr]  # matches the empty string
    base = one_unit(text, at, NO_NUMBER, words, loose=True) if at > word.end() else None
    if (
        base is None
        or base.kind is not Kind.PHYSICAL
        or not base.unit.isidentifier()
        or (whole and whole.end >= base.end)
    ):
        return whole
    return replace(base, start=start, unit=f"{base.unit} ** {power.power}", also=(power.ref,))


def past_filler(text: str, start: int, words: UnitLexicon) -> UnitReading | None:
    """The unit behind a word that changes nothing: "5 more hours", "3 straight days"."""
    word = LETTERS.match(text, start)
    rule = words.fillers.get(word[0]) if word else None
    if word is None or rule is None or text[word.end() : word.end() + 1] not in SPACES:
        return None
    found = powered(text, word.end() + 1, NO_NUMBER, words)
    return found and replace(found, start=start, also=(*found.also, rule))


def one_unit(text: str, start: int, pos: int, words: UnitLexicon, loose: bool = False) -> UnitReading | None:
    """The longest surface at ``start`` that holds there. ``loose`` lets a one-letter symbol stand alone."""
    token = TOKEN.match(text, start)
    if token is None:
        return None
    found: UnitReading | None = None
    for surface in _beginning_with(token[0], words):
        end = _rest_matches(text, token.end(), surface)
        if end is None or (found and end <= found.end):
            continue
        found = _holding(text, start, end, pos, surface, words, loose) or found
    return found


def _beginning_with(word: str, words: UnitLexicon) -> Iterator[Surface]:
    yield from words.after.get(word, ())
    if (folded := word.casefold()) != word:
        yield from (surface for surface in words.after.get(folded, ()) if not surface.meaning.exact)


def _rest_matches(text: str, end: int, surface: Surface) -> int | None:
    for word in surface.rest:
        join = _JOIN.match(text, end)
        token = TOKEN.match(text, join.end() if join else end)
        if token is None:
            return None
        printed = token[0] if surface.meaning.exact else token[0].casefold()
        if printed != word and not (word == "'" and printed == "’"):
            return None
        end = token.end()
    return end


def _holding(
    text: str, start: int, end: int, pos: int, surface: Surface, words: UnitLexicon, loose: bool
) -> UnitReading | None:
    """The reading of a surface that matches, if nothing around it speaks against it."""
    meaning = surface.meaning
    power_end, power = _power_after(text, end, meaning, words)
    if power_end < len(text) and (text[power_end].isalnum() or text[power_end] == "_"):
        return None
    if meaning.glue and _ORDINAL.search(text, max(0, pos - 2), end):
        return None  # "1st" is no weight; "11st" is
    strict = meaning.glue and not loose and not power and text[end : end + 1] != "/"
    if strict and not _glued(text, start, pos, meaning.glue):
        return None
    if meaning.large and magnitude(text, pos, words) < 1_000:
        return None
    if pos != NO_NUMBER and meaning.exact and text[start:end].isupper() and not in_figures(text, pos, words):
        return None
    if text[power_end : power_end + 1] == "-" and start > pos != NO_NUMBER and _OF_PLURAL.match(text, power_end):
        return None  # "30 day-fines"
    if surface.never and next_word(text, end) in surface.never:
        return None
    unit, kind, ambiguity = meaning.unit, meaning.kind, meaning.open
    if meaning.sense:
        chosen = choose(meaning.sense, text, start, end, pos, words)
        if chosen is None:
            return None
        unit, kind, ambiguity = chosen
    if power:
        unit = f"{unit} ** {power.power}"
    return UnitReading(
        start, power_end, unit, kind, meaning.rule, ambiguity, meaning.scale, (power.ref,) if power else ()
    )


def _power_after(text: str, end: int, meaning: Meaning, words: UnitLexicon) -> tuple[int, PowerRule | None]:
    """Where the unit ends with a power written after it, and the rule of the power."""
    if meaning.kind is not Kind.PHYSICAL or end >= len(text) or not meaning.unit.isidentifier():
        return end, None
    power = words.powers_after.get(text[end])
    if power and (meaning.exact or not text[end].isascii()):
        return end + 1, power
    word = LETTERS.match(text, end + 1) if text[end] in SPACES else None
    power = words.powers_after.get(word[0].casefold()) if word else None
    return (word.end(), power) if word and power else (end, None)


def _glued(text: str, start: int, pos: int, glue: str) -> bool:
    if start != pos or not text[pos - 1 : pos].isnumeric():
        return False
    return glue == "digit" or bool(_DECIMAL_BEFORE.search(text, max(0, pos - 12), pos))
