"""Units in text: what stands after a number, what stands before it, and what makes a rate of it.

Called once per number: the character next to it decides whether anything is looked up at all, and the
look never goes further than a few words. Names of units are pint's, ISO 4217 codes, or a counted noun
under a rate; the algebra is in :mod:`reconcile.units`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reconcile.extraction.unit_lexicon import TOKEN, Connector, Meaning, Senses, Surface, UnitLexicon, lexicon
from reconcile.model import Kind
from reconcile.rulebook import Rules
from reconcile.rulebook.units import PowerRule

_GAP = re.compile(r"[-‐‑]|[ \u00a0\u2009\u202f]{0,2}")  # between number and unit
_JOIN = re.compile(r"[ \u00a0\u2009\u202f.\-‐‑]{0,2}")  # between two words of one unit
_SPACES = frozenset(" \u00a0\u2009\u202f")
_HYPHENS = frozenset("-‐‑")
_LETTERS = re.compile(r"[^\W\d_²³¹]+")
_HOW_MANY = re.compile(r"\d{1,3}(?:[,\u00a0\u2009\u202f ]\d{3})+(?!\d)|\d+(?![.,]?\d)")
_DECIMAL_BEFORE = re.compile(r"\d\.\d{1,6}$")
_DIGITS_BEFORE = re.compile(r"\d[\d,.]*$")
_WORD_BEFORE = re.compile(r"[^\W\d_]+$")
_WORDISH = re.compile(r"[^\W\d_]+|\S")
_NO_NUMBER = -1  # in place of where the number ends, for a unit under a stroke or after "square"
_NEAR = 90  # characters either side in which a word may decide between two senses


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


@dataclass(frozen=True, slots=True)
class RateReading:
    """What a quantity is per: ``unit`` is the part under the stroke ("day", "100000 / person").

    A rate of a counted noun is ``f"{noun} / {rate.unit}"``.
    """

    start: int
    end: int
    unit: str
    rule: str


def unit_after(text: str, pos: int, rules: Rules) -> UnitReading | None:
    """The unit that follows a number (its scale word included) that ends at ``pos``.

    ``pos`` may stand before or after the gap. None where no unit follows.
    """
    words = lexicon(rules)
    start = _gap_end(text, pos)
    if start >= len(text) or text[start] not in words.firsts:
        return None
    found = _powered(text, start, pos, words) or _past_filler(text, start, words)
    if found is None:
        return None
    for _ in range(2):  # "dollars a barrel a day"
        rate = rate_after(text, found.end, rules)
        if rate is None:
            break
        found = replace(found, end=rate.end, unit=f"{found.unit} / {rate.unit}", also=(*found.also, rate.rule))
    return found


def unit_before(text: str, pos: int, rules: Rules) -> UnitReading | None:
    """The sign, code or word directly before a number that begins at ``pos``: "$", "US$", "magnitude of".

    A sign of the number between the two ("$-5") is stepped over; the span is that of the unit alone.
    """
    end = pos
    if (end and text[end - 1] in "-−–+" and end > 1 and not text[end - 2].isspace()) or (
        end and text[end - 1] in _SPACES
    ):
        end -= 1
    if not end:
        return None
    words = lexicon(rules)
    for mark in words.before.get(text[end - 1], ()):
        start, meaning = end - len(mark.printed), mark.meaning
        printed = text[max(0, start) : end]
        if (printed if meaning.exact else printed.casefold()) != mark.printed:
            continue
        if start and printed[0].isalnum() and (text[start - 1].isalnum() or text[start - 1] == "_"):
            continue
        unit, kind, ambiguity = meaning.unit, meaning.kind, meaning.open
        if meaning.sense:
            chosen = _choose(meaning.sense, text, start, pos, _NO_NUMBER, words)
            if chosen is None:
                continue
            unit, kind, ambiguity = chosen
        return UnitReading(start, end, unit, kind, meaning.rule, ambiguity)
    return None


def rate_after(text: str, pos: int, rules: Rules) -> RateReading | None:
    """The rate that follows a unit or a counted noun that ends at ``pos``: "a day", "/MWh", "daily"."""
    words = lexicon(rules)
    start = _gap_end(text, pos)
    if start >= len(text):
        return None
    if text[start] == "/":
        connector = words.connectors.get("/")
        return _under(text, start, start + 1, connector, words) if connector else None
    if start == pos or not (word := _LETTERS.match(text, start)):
        return None
    name = word[0].casefold()
    if adverb := words.adverbs.get(name):
        following = _next_word(text, word.end())
        ends = not following or following in adverb.then
        return RateReading(start, word.end(), adverb.unit, adverb.rule) if ends else None
    connector = words.connectors.get(name)
    if connector is None:
        return None
    after = _gap_end(text, word.end())
    return _under(text, start, after, connector, words) if after > word.end() else None


def _gap_end(text: str, pos: int) -> int:
    gap = _GAP.match(text, pos)
    return gap.end() if gap else pos


# ------------------------------------------------------------------------------------ one unit


def _powered(text: str, start: int, pos: int, words: UnitLexicon) -> UnitReading | None:
    """A unit with its power: "square miles", "km²", "cubic metres", or plain."""
    whole = _simple(text, start, pos, words)
    word = _LETTERS.match(text, start)
    power = words.powers_before.get(word[0].casefold()) if word else None
    if word is None or power is None:
        return whole
    at = _JOIN.match(text, word.end()).end()  # type: ignore[union-attr]  # matches the empty string
    base = _simple(text, at, _NO_NUMBER, words, loose=True) if at > word.end() else None
    if (
        base is None
        or base.kind is not Kind.PHYSICAL
        or not base.unit.isidentifier()
        or (whole and whole.end >= base.end)
    ):
        return whole
    return replace(base, start=start, unit=f"{base.unit} ** {power.power}", also=(power.ref,))


def _past_filler(text: str, start: int, words: UnitLexicon) -> UnitReading | None:
    """The unit behind a word that changes nothing: "5 more hours", "3 straight days"."""
    word = _LETTERS.match(text, start)
    rule = words.fillers.get(word[0]) if word else None
    if word is None or rule is None or text[word.end() : word.end() + 1] not in _SPACES:
        return None
    found = _powered(text, word.end() + 1, _NO_NUMBER, words)
    return found and replace(found, start=start, also=(*found.also, rule))


def _simple(text: str, start: int, pos: int, words: UnitLexicon, loose: bool = False) -> UnitReading | None:
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
    strict = meaning.glue and not loose and not power and text[end : end + 1] != "/"
    if strict and not _glued(text, start, pos, meaning.glue):
        return None
    if meaning.large and _magnitude(text, pos, words) < 1_000:
        return None
    if pos != _NO_NUMBER and meaning.exact and text[start:end].isupper() and not _after_figures(text, pos, words):
        return None
    if surface.never and _next_word(text, end) in surface.never:
        return None
    unit, kind, ambiguity = meaning.unit, meaning.kind, meaning.open
    if meaning.sense:
        chosen = _choose(meaning.sense, text, start, end, pos, words)
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
    word = _LETTERS.match(text, end + 1) if text[end] in _SPACES else None
    power = words.powers_after.get(word[0].casefold()) if word else None
    return (word.end(), power) if word and power else (end, None)


def _glued(text: str, start: int, pos: int, glue: str) -> bool:
    if start != pos or not text[pos - 1 : pos].isnumeric():
        return False
    return glue == "digit" or bool(_DECIMAL_BEFORE.search(text, max(0, pos - 12), pos))


def _magnitude(text: str, pos: int, words: UnitLexicon) -> float:
    """The order of the number that ends at ``pos``: by its scale word, or by its printed digits; 0 unknown."""
    before = text[max(0, pos - 24) : max(0, pos)]
    if word := _WORD_BEFORE.search(before):
        return words.scales.get(word[0].casefold().removesuffix("s"), 0)
    digits = _DIGITS_BEFORE.search(before)
    return 10.0 ** (sum(c.isdigit() for c in digits[0].partition(".")[0]) - 1) if digits else 0


def _after_figures(text: str, pos: int, words: UnitLexicon) -> bool:
    """Whether the number is printed in digits, or ends in a scale word: "five HP directors" are no horses."""
    return any(char.isnumeric() for char in text[max(0, pos - 3) : pos]) or _magnitude(text, pos, words) > 0


def _next_word(text: str, end: int) -> str:
    word = _LETTERS.match(text, _gap_end(text, end))
    return word[0].casefold() if word else ""


# -------------------------------------------------------------------------------- which sense


def _choose(
    senses: Senses, text: str, start: int, end: int, pos: int, words: UnitLexicon
) -> tuple[str, Kind, tuple[str, ...]] | None:
    """The first sense with a sign for it; else the likelier, with what stays open."""
    near = _near(text, start, end)
    following = _next_word(text, end)
    for sense, next_words, near_words in senses.senses:
        hyphened = sense.hyphened and start > pos and text[start - 1] in _HYPHENS
        large = sense.large and _magnitude(text, pos, words) >= 1_000_000
        if following in next_words or not near_words.isdisjoint(near) or hyphened or large:
            return sense.unit, Kind(sense.means), ()
    if senses.otherwise < 0:
        return None
    likely = senses.senses[senses.otherwise][0]
    return likely.unit, Kind(likely.means), (senses.open,)


def _near(text: str, start: int, end: int) -> set[str]:
    low = max(0, start - _NEAR, text.rfind("\n", max(0, start - _NEAR), start) + 1)
    stop = text.find("\n", end, end + _NEAR)
    high = min(len(text), end + _NEAR) if stop < 0 else stop
    return {m[0].casefold() for m in _WORDISH.finditer(text[low:high])}


# --------------------------------------------------------------------------- under the stroke


def _under(text: str, start: int, at: int, connector: Connector, words: UnitLexicon) -> RateReading | None:
    """The rate whose connector begins at ``start`` and whose noun or unit begins at ``at``."""
    many, at = _how_many(text, at, connector)
    slash = text[start] == "/"
    base = _powered(text, at, _NO_NUMBER, words) or (
        _simple(text, at, _NO_NUMBER, words, loose=True) if slash else None
    )
    noun = _LETTERS.match(text, at)
    name = noun[0].casefold() if noun else ""
    unit, end = "", at
    if name in connector.nouns and noun:
        unit, end = connector.nouns[name], noun.end()
    elif base and base.kind in (Kind.PHYSICAL, Kind.MONEY) and name not in connector.never:
        unit, end = _physical(base, name), base.end
    elif noun and connector.any_noun and name not in connector.never and len(name) > 1:
        unit, end = _one(name) if many else name, noun.end()
    if connector.not_before and (_next_word(text, end) in connector.not_before or text[end : end + 1] in _HYPHENS):
        return None
    if not unit and not many:
        return None
    return RateReading(start, end, " / ".join(part for part in (many, unit) if part), connector.rule)


def _physical(base: UnitReading, name: str) -> str:
    """The unit under the stroke; "a pound" is never money there."""
    return "pound" if base.unit == "GBP" and name == "pound" else base.unit


def _how_many(text: str, at: int, connector: Connector) -> tuple[str, int]:
    """The number under the stroke ("per 100,000"), as digits, and where what follows it begins."""
    if not connector.scales:
        return "", at
    if digits := _HOW_MANY.match(text, at):
        many = int(re.sub(r"\D", "", digits[0])[:15])
        return (str(many), _gap_end(text, digits.end())) if many else ("", at)
    word = _LETTERS.match(text, at)
    many = connector.scales.get(word[0].casefold(), 0) if word else 0
    return (str(many), _gap_end(text, word.end())) if word and many else ("", at)


def _one(noun: str) -> str:
    """The singular of a regular noun under the stroke ("per 1,000 births")."""
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
