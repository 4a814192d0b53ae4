"""The words for units, compiled once from the rule book: what may follow a number, and what may precede it.

quantulum3 gives the surfaces: its table is read as a file, none of its code runs.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Any

from reconcile.model import Kind
from reconcile.rulebook import Rules
from reconcile.rulebook.units import CurrencyRule, FillerRule, PowerRule, RateRule, Sense, SenseRule, UnitRule, Words

#: A word of a surface: letters, or one sign that is no letter.
TOKEN = re.compile(r"[^\W\d_²³¹]{1,40}|[^\w\s.\-‐‑]")
_PLURAL_ES = ("s", "x", "z", "ch", "sh")
_UNCHANGED = ("s", "z", "x", "%")  # hertz, lux, siemens, Celsius: one form for one and many


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a spelling stands for, and when it counts.

    ``exact`` keeps the case. ``glue`` is "" (anywhere), "digit" (right after a digit) or "decimal" (right
    after a decimal fraction). ``large`` wants thousands or more before it. ``sense`` decides where a word
    has several meanings.
    """

    unit: str
    kind: Kind
    rule: str
    open: tuple[str, ...] = ()
    exact: bool = False
    glue: str = ""
    scale: float = 1.0
    large: bool = False
    sense: "Senses | None" = None


@dataclass(frozen=True, slots=True)
class Surface:
    """One spelling of a unit: its words after the first, and what it means unless ``never`` comes next."""

    rest: tuple[str, ...]
    meaning: Meaning
    never: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign, code or word that stands before a number."""

    printed: str
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Senses:
    """A word with several meanings, compiled: each sense with the words that speak for it."""

    rule: str
    senses: tuple[tuple[Sense, frozenset[str], frozenset[str]], ...]  #: sense, words next, words near
    otherwise: int
    open: str


@dataclass(frozen=True, slots=True)
class Connector:
    """What may follow "per", "a" or "/"."""

    rule: str
    nouns: Mapping[str, str]
    any_noun: bool
    never: frozenset[str]
    scales: Mapping[str, int]
    not_before: frozenset[str]
    though: tuple[str, ...]
    places: frozenset[str]


@dataclass(frozen=True, slots=True)
class Adverb:
    """A word that makes a rate by itself ("daily"), and the words that may follow it."""

    rule: str
    unit: str
    then: frozenset[str]


@dataclass(frozen=True, slots=True)
class UnitLexicon:
    """All spellings, found by their first word (folded, or as cased), the longest first."""

    after: Mapping[str, tuple[Surface, ...]]
    before: Mapping[str, tuple[Mark, ...]]  #: by the last character
    connectors: Mapping[str, Connector]
    adverbs: Mapping[str, Adverb]
    powers_before: Mapping[str, PowerRule]  #: "square"
    powers_after: Mapping[str, PowerRule]  #: "²"
    fillers: Mapping[str, str]  #: word -> rule
    scales: Mapping[str, int]  #: "million", as it stands between a number and its unit
    firsts: frozenset[str]  #: characters with which a unit can begin


@cache
def quantulum_table() -> Mapping[str, Mapping[str, Any]]:
    """quantulum3's unit table, read from its data file: name -> surfaces, symbols, entity."""
    spec = find_spec("quantulum3")
    if spec is None or spec.origin is None:
        return {}
    table: dict[str, Mapping[str, Any]] = json.loads(Path(spec.origin).with_name("units.json").read_text("utf-8"))
    return table


def plural(words: str) -> str:
    """The plural of a unit's name; the word before "of", "per" or "old" takes the ending.

    >>> plural("century"), plural("barrel of oil"), plural("inch"), plural("hertz")
    ('centuries', 'barrels of oil', 'inches', 'hertz')
    """
    head, tail = words, ""
    for mark in (" of ", " per "):
        head, found, after = head.partition(mark)
        tail = found + after + tail
    if (head.endswith(_UNCHANGED) and not head.endswith(("ss", "inch"))) or not head:
        return words
    if head.endswith(_PLURAL_ES):
        many = head + "es"
    elif head.endswith("y") and head[-2:-1] not in "aeiou":
        many = head[:-1] + "ies"
    else:
        many = head + "s"
    return many + tail


@lru_cache(maxsize=8)
def lexicon(rules: Rules) -> UnitLexicon:
    """The rule book's units, compiled."""
    after: dict[str, list[Surface]] = {}
    for first, surface in _all_surfaces(rules):
        after.setdefault(first, []).append(surface)
    before: dict[str, list[Mark]] = {}
    for mark in _marks(rules):
        before.setdefault(mark.printed[-1], []).append(mark)
    connectors, adverbs = _rates(rules)
    powers = rules.all(PowerRule)
    powers_before = {word: rule for rule in powers for word in rule.before}
    fillers = {word: rule.ref for rule in rules.all(FillerRule) for word in rule.words}
    return UnitLexicon(
        after={first: tuple(sorted(found, key=lambda s: -len(s.rest))) for first, found in after.items()},
        before={last: tuple(sorted(found, key=lambda m: -len(m.printed))) for last, found in before.items()},
        connectors=connectors,
        adverbs=adverbs,
        powers_before=powers_before,
        powers_after={word: rule for rule in powers for word in rule.after},
        fillers=fillers,
        scales={word: many for rule in rules.all(RateRule) for word, many in rule.scales.items()},
        firsts=frozenset(c for word in (*after, *powers_before, *fillers) for c in (word[0], word[0].upper())),
    )


Spelled = Iterator[tuple[str, Surface]]


def _all_surfaces(rules: Rules) -> Spelled:
    """Every spelling with its first word. A word with several senses belongs to its sense rule alone."""
    ambiguous: set[str] = set()
    for rule in rules.all(SenseRule):
        ambiguous.update(() if rule.exact else rule.words)
        yield from _spelled(rule.words, _meaning_of(rule))
    plain = chain(
        chain.from_iterable(_of_units(rule) for rule in rules.all(UnitRule)),
        chain.from_iterable(_of_currency(rule) for rule in rules.all(CurrencyRule)),
    )
    for first, surface in plain:
        if surface.rest or surface.meaning.exact or first not in ambiguous:
            yield first, surface


def _spelled(spellings: Iterable[str], meaning: Meaning, never: Mapping[str, Words] = MappingProxyType({})) -> Spelled:
    """Each spelling cut into its words; ``never`` is keyed by the spelling in lower case."""
    for spelling in spellings:
        folded = spelling.casefold()
        words = TOKEN.findall(spelling if meaning.exact else folded)
        if words:
            yield words[0], Surface(tuple(words[1:]), meaning, frozenset(never.get(folded, ())))


def _both_numbers(name: str) -> tuple[str, ...]:
    """One and many."""
    many = plural(name)
    return (name,) if many == name else (name, many)


def _of_units(rule: UnitRule) -> Spelled:
    kind, ref, never = Kind(rule.means), rule.ref, rule.not_before
    said = {spelling: (words,) for spelling, words in rule.open.items()}
    for unit, names in _names(rule).items():
        plain = Meaning(unit, kind, ref)
        for name in names:
            meaning = Meaning(unit, kind, ref, said[name]) if name in said else plain
            yield from _spelled(_both_numbers(name), meaning, never)
    for unit, symbols in rule.symbols.items():
        for symbol in symbols:
            yield from _spelled((symbol,), Meaning(unit, kind, ref, said.get(symbol, ()), exact=True), never)
    for glue, table in (("digit", rule.glued), ("decimal", rule.decimal)):
        for unit, letters in table.items():
            yield from _spelled(letters, Meaning(unit, kind, ref, exact=True, glue=glue))
    for symbol, (scale, unit) in rule.scaled.items():
        yield from _spelled((symbol,), Meaning(unit, kind, ref, said.get(symbol, ()), exact=True, scale=scale))


def _names(rule: UnitRule) -> dict[str, list[str]]:
    """The words for each unit of a family: its own, quantulum3's, and both with the SI prefixes."""
    own = {word for words in rule.words.values() for word in words}
    passed_over = own.union(*rule.unread.values())
    words = {unit: list(own) for unit, own in rule.words.items()}
    for name, unit in rule.quantulum3.items():
        surfaces = quantulum_table().get(name, {}).get("surfaces", (name,))
        words.setdefault(unit, []).extend(surface for surface in surfaces if surface not in passed_over)
    for unit, prefixes in rule.prefixed.items():
        for prefix in prefixes:
            words.setdefault(prefix + unit, []).extend(prefix + word for word in words.get(unit, ()))
    return words


def _of_currency(rule: CurrencyRule) -> Spelled:
    code, ref = rule.code, rule.ref
    said = {sign: (words,) for sign, words in rule.open.items()}
    for word in rule.words:
        yield from _spelled(_both_numbers(word), Meaning(code, Kind.MONEY, ref, said.get(word, ())))
    yield from _spelled(rule.large, Meaning(code, Kind.MONEY, ref, large=True))
    for sign in rule.after:
        yield from _spelled((sign,), Meaning(code, Kind.MONEY, ref, said.get(sign, ()), exact=True))
    for unit, names in rule.coins.items():
        for name in names:
            yield from _spelled(_both_numbers(name), Meaning(unit, Kind.MONEY, ref, said.get(name, ())))
    for unit, signs in rule.coin_signs.items():
        for sign in signs:
            glue = "digit" if len(sign) == 1 and sign.isalpha() else ""
            yield from _spelled((sign,), Meaning(unit, Kind.MONEY, ref, said.get(sign, ()), exact=True, glue=glue))


def _marks(rules: Rules) -> Iterator[Mark]:
    """What stands before a number: signs and codes of money, "magnitude of"."""
    taken: set[str] = set()
    for rule in rules.all(SenseRule):
        taken.update(rule.before)
        yield from (Mark(sign, _meaning_of(rule)) for sign in rule.before)
    for currency in rules.all(CurrencyRule):
        for sign in currency.before:
            if sign in taken:
                continue
            said = (currency.open[sign],) if sign in currency.open else ()
            yield Mark(sign, Meaning(currency.code, Kind.MONEY, currency.ref, said, exact=True))
        for sign in currency.before_large:
            yield Mark(sign, Meaning(currency.code, Kind.MONEY, currency.ref, exact=True, large=True))
    for family in rules.all(UnitRule):
        for unit, words in family.before.items():
            yield from (Mark(word.casefold(), Meaning(unit, Kind(family.means), family.ref)) for word in words)


def _meaning_of(rule: SenseRule) -> Meaning:
    glue = "digit" if rule.glued else ""
    return Meaning("", Kind.PHYSICAL, rule.ref, exact=rule.exact, glue=glue, sense=_senses(rule))


def _senses(rule: SenseRule) -> Senses:
    compiled = tuple((s, frozenset(s.next), frozenset(word.casefold() for word in s.near)) for s in rule.senses)
    return Senses(rule.ref, compiled, rule.otherwise, rule.open)


def _rates(rules: Rules) -> tuple[dict[str, Connector], dict[str, Adverb]]:
    connectors: dict[str, Connector] = {}
    adverbs: dict[str, Adverb] = {}
    for rule in rules.all(RateRule):
        for word in rule.connectors:
            connectors[word] = Connector(
                rule.ref,
                rule.nouns,
                rule.any_noun,
                frozenset(rule.not_nouns),
                rule.scales,
                frozenset(rule.not_before),
                tuple(f" {phrase}" for phrase in rule.though),
                frozenset(rule.places),
            )
        then = frozenset(rule.then)
        adverbs.update({word: Adverb(rule.ref, unit, then) for word, unit in rule.adverbs.items()})
    return connectors, adverbs
