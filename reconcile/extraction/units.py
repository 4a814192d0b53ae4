"""Units in text: what stands after a number, what stands before it, and what makes a rate of it.

Called once per number: the character next to it decides whether anything is looked up at all, and the
look never goes further than a few words. Names of units are pint's, ISO 4217 codes, or a counted noun
under a rate; the algebra is in :mod:`reconcile.units`.
"""

import re
from dataclasses import dataclass, replace

from reconcile.extraction.unit_lexicon import Connector, UnitLexicon, lexicon
from reconcile.extraction.unit_matching import UnitReading, one_unit, past_filler, powered
from reconcile.extraction.unit_senses import HYPHENS, LETTERS, NO_NUMBER, SPACES, choose, gap_end, next_word
from reconcile.model import Kind
from reconcile.rulebook import Rules

__all__ = ["RateReading", "UnitReading", "rate_after", "unit_after", "unit_before"]

_LARGE_AHEAD = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?(?:[ -]?(?:thousand|[mbtr]n|[mbt]r?illion)|[mbk])\b")
_HOW_MANY = re.compile(r"\d{1,3}(?:[,\u00a0\u2009\u202f ]\d{3})+(?!\d)|\d+(?![.,]?\d)")


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
    start = gap_end(text, pos)
    if start >= len(text) or text[start] not in words.firsts:
        return None
    found = powered(text, start, pos, words) or past_filler(text, start, words)
    if found is None:
        return None
    for _ in range(2):  # "dollars a barrel a day"
        rate = rate_after(text, found.end, rules, money=found.kind is Kind.MONEY)
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
        end and text[end - 1] in SPACES
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
        if meaning.large and not (end == pos and _LARGE_AHEAD.match(text, pos)):
            continue
        if start and printed[0].isalnum() and (text[start - 1].isalnum() or text[start - 1] == "_"):
            continue
        unit, kind, ambiguity = meaning.unit, meaning.kind, meaning.open
        if meaning.sense:
            chosen = choose(meaning.sense, text, start, pos, NO_NUMBER, words)
            if chosen is None:
                continue
            unit, kind, ambiguity = chosen
        return UnitReading(start, end, unit, kind, meaning.rule, ambiguity)
    return None


def rate_after(text: str, pos: int, rules: Rules, money: bool = False) -> RateReading | None:
    """The rate that follows a unit or a counted noun that ends at ``pos``: "a day", "/MWh", "daily".

    ``money`` says that money is counted, of which "a mile from" is no distance.
    """
    words = lexicon(rules)
    start = gap_end(text, pos)
    if start >= len(text):
        return None
    if text[start] == "/":
        connector = words.connectors.get("/")
        return _under(text, start, start + 1, connector, words, money) if connector else None
    if start == pos or not (word := LETTERS.match(text, start)):
        return None
    name = word[0].casefold()
    if adverb := words.adverbs.get(name):
        following = next_word(text, word.end())
        ends = not following or following in adverb.then
        return RateReading(start, word.end(), adverb.unit, adverb.rule) if ends else None
    connector = words.connectors.get(name)
    if connector is None:
        return None
    after = gap_end(text, word.end())
    return _under(text, start, after, connector, words, money) if after > word.end() else None


# --------------------------------------------------------------------------- under the stroke


def _under(text: str, start: int, at: int, connector: Connector, words: UnitLexicon, money: bool) -> RateReading | None:
    """The rate whose connector begins at ``start`` and whose number, noun or unit begins at ``at``."""
    many, end = _how_many(text, at, connector)
    at = gap_end(text, end) if many else at
    named = _named(text, at, connector) or _measured(text, at, connector, words, loose=text[start] == "/")
    if named is None and connector.any_noun:
        named = _counted(text, at, connector) if many else _any_noun(text, at, connector)
    if named is not None:
        end = named[1]
    elif not many:
        return None
    following = next_word(text, end)
    though = bool(connector.though) and text.startswith(connector.though, end)
    if connector.not_before and not though and (following in connector.not_before or text[end : end + 1] in HYPHENS):
        return None
    if following in connector.places and not money:
        return None  # "5 miles a mile from"
    unit = " / ".join(part for part in (many, named[0] if named else "") if part)
    return RateReading(start, end, unit, connector.rule)


def _named(text: str, at: int, connector: Connector) -> tuple[str, int] | None:
    """A noun that the rule lists, as the unit it stands for: "head" is a person."""
    noun = LETTERS.match(text, at)
    unit = connector.nouns.get(noun[0].casefold()) if noun else None
    return (unit, noun.end()) if noun and unit else None


def _measured(text: str, at: int, connector: Connector, words: UnitLexicon, *, loose: bool) -> tuple[str, int] | None:
    """A unit of measure or money. ``loose`` admits lone letters: "m/s"."""
    noun = LETTERS.match(text, at)
    if noun and noun[0].casefold() in connector.never:
        return None
    unit = powered(text, at, NO_NUMBER, words)
    if unit is None and loose:
        unit = one_unit(text, at, NO_NUMBER, words, loose=True)
    if unit is None or unit.kind not in (Kind.PHYSICAL, Kind.MONEY):
        return None
    return unit.unit, unit.end


def _counted(text: str, at: int, connector: Connector) -> tuple[str, int] | None:
    """The plural noun, at most one word off: "births", "live births"."""
    for _ in range(2):
        noun = LETTERS.match(text, at)
        if noun is None or noun[0].casefold() in connector.never:
            return None
        name = noun[0].casefold()
        if name in connector.nouns:
            return connector.nouns[name], noun.end()
        if name.endswith("s") and not name.endswith("ss"):
            return _one(name), noun.end()
        at = gap_end(text, noun.end())
    return None


def _any_noun(text: str, at: int, connector: Connector) -> tuple[str, int] | None:
    noun = LETTERS.match(text, at)
    if noun is None or len(noun[0]) == 1 or noun[0].casefold() in connector.never:
        return None
    return noun[0].casefold(), noun.end()


def _how_many(text: str, at: int, connector: Connector) -> tuple[str, int]:
    """The number under the stroke ("per 100,000"), as digits, and where it ends."""
    if not connector.scales:
        return "", at
    if digits := _HOW_MANY.match(text, at):
        many = int(re.sub(r"\D", "", digits[0])[:15])
        return (str(many), digits.end()) if many else ("", at)
    word = LETTERS.match(text, at)
    many = connector.scales.get(word[0].casefold(), 0) if word else 0
    return (str(many), word.end()) if word and many else ("", at)


def _one(noun: str) -> str:
    """The singular of a regular noun under the stroke ("per 1,000 births")."""
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
