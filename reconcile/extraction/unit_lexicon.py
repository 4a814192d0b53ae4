"""The words for units, compiled once from the rule book: what may follow a number, and what may precede it.

quantulum3 gives the surfaces: its table is read as a file, none of its code runs.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from reconcile.model import Kind
from reconcile.rulebook import Rules
from reconcile.rulebook.units import CurrencyRule, PowerRule, RateRule, Sense, SenseRule, UnitRule

#: A word of a surface: letters, or one sign that is no letter.
TOKEN = re.compile(r"[^\W\d_²³¹]+|[^\w\s.\-‐‑]")
_PLURAL_ES = ("s", "x", "z", "ch", "sh")
_UNCHANGED = ("s", "z", "x", "%")  # hertz, lux, siemens, Celsius: one form for one and many


@dataclass(frozen=True, slots=True)
class Surface:
    """One way of writing a unit: its words after the first, and when it counts.

    ``glue`` is "" (anywhere), "digit" (right after a digit) or "decimal" (right after a decimal
    fraction). ``exact`` keeps the case. ``large`` wants thousands or more before it.
    """

    first: str
    rest: tuple[str, ...]
    unit: str
    kind: Kind
    rule: str
    exact: bool = False
    glue: str = ""
    scale: float = 1.0
    large: bool = False
    open: tuple[str, ...] = ()
    not_before: frozenset[str] = frozenset()
    sense: "Senses | None" = None


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


@dataclass(frozen=True, slots=True)
class UnitLexicon:
    """All surfaces by their first word (folded, and as cased), the longest first."""

    after: Mapping[str, tuple[Surface, ...]]
    before: Mapping[str, tuple[Surface, ...]]  #: by the last word or sign
    connectors: Mapping[str, Connector]
    adverbs: Mapping[str, tuple[str, str]]  #: word -> (unit, rule)
    powers_before: Mapping[str, PowerRule]  #: "square"
    powers_after: Mapping[str, PowerRule]  #: "²"
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
    head, mark, tail = re.match(r"(.*?)((?: of | per |-per-).*)?$", words).group(1, 2, 2)  # type: ignore[union-attr]
    if head.endswith(_UNCHANGED) and not head.endswith(("ss", "inch")) or not head:
        return words
    if head.endswith(_PLURAL_ES):
        many = head + "es"
    elif head.endswith("y") and head[-2:-1] not in "aeiou":
        many = head[:-1] + "ies"
    else:
        many = head + "s"
    return many + (tail if mark else "")


@lru_cache(maxsize=8)
def lexicon(rules: Rules) -> UnitLexicon:
    """The rule book's units, compiled."""
    after: dict[str, list[Surface]] = {}
    before: dict[str, list[Surface]] = {}
    for surface in _all_surfaces(rules):
        after.setdefault(surface.first, []).append(surface)
    for last, surface in _leading(rules):
        before.setdefault(last, []).append(surface)
    connectors, adverbs = _rates(rules)
    ordered = {key: tuple(sorted(found, key=lambda s: -len(s.rest))) for key, found in after.items()}
    powers = rules.all(PowerRule)
    powers_before = {word: rule for rule in powers for word in rule.before}
    firsts = frozenset(c for key in (*ordered, *powers_before) for c in (key[0], key[0].upper()))
    return UnitLexicon(
        after=ordered,
        before={key: tuple(sorted(found, key=lambda s: -len(s.rest))) for key, found in before.items()},
        connectors=connectors,
        adverbs=adverbs,
        powers_before=powers_before,
        powers_after={word: rule for rule in powers for word in rule.after},
        firsts=firsts,
    )


def _all_surfaces(rules: Rules) -> Iterator[Surface]:
    senses = {word: _senses(rule) for rule in rules.all(SenseRule) for word in rule.words}
    taken = set(senses)
    for word, sense in senses.items():
        yield from _spelled([word], Surface("", (), "", Kind.PHYSICAL, sense.rule, sense=sense))
    for rule in rules.all(UnitRule):
        yield from (s for s in _of_units(rule) if s.rest or s.exact or s.first not in taken)
    for currency in rules.all(CurrencyRule):
        yield from (s for s in _of_currency(currency) if s.rest or s.exact or s.first not in taken)


def _spelled(spellings: Iterable[str], like: Surface) -> Iterator[Surface]:
    """The surface in each spelling, cut into its words."""
    for spelling in spellings:
        words = TOKEN.findall(spelling if like.exact else spelling.casefold())
        if words:
            yield replace(like, first=words[0], rest=tuple(words[1:]))


def _both_numbers(words: Iterable[str]) -> list[str]:
    return [form for word in words for form in dict.fromkeys((word, plural(word)))]


def _of_units(rule: UnitRule) -> Iterator[Surface]:
    kind = Kind(rule.means)
    unread = {name for names in rule.unread.values() for name in names}
    words: dict[str, list[str]] = {unit: list(spelled) for unit, spelled in rule.words.items()}
    for name, unit in rule.quantulum3.items():
        entry = quantulum_table().get(name, {})
        words.setdefault(unit, []).extend(s for s in entry.get("surfaces", [name]) if s not in unread)
    for unit, prefixes in rule.prefixed.items():
        plain = words.get(unit, [])
        for prefix in prefixes:
            words.setdefault(prefix + unit, []).extend(prefix + word for word in plain)
    for unit, spelled in words.items():
        like = Surface("", (), unit, kind, rule.ref, open=_open(rule.open, unit))
        for one in _both_numbers(dict.fromkeys(spelled)):
            yield from _guarded(_spelled([one], like), rule, one)
    for unit, spelled in rule.symbols.items():
        like = Surface("", (), unit, kind, rule.ref, exact=True, open=_open(rule.open, unit))
        yield from _guarded(_spelled(spelled, like), rule, "")
    for glue, table in (("digit", rule.glued), ("decimal", rule.decimal)):
        for unit, spelled in table.items():
            yield from _spelled(spelled, Surface("", (), unit, kind, rule.ref, exact=True, glue=glue))
    for symbol, (scale, unit) in rule.scaled.items():
        like = Surface("", (), unit, kind, rule.ref, exact=True, scale=scale, open=_open(rule.open, unit))
        yield from _spelled([symbol], like)


def _open(said: Mapping[str, str], name: str) -> tuple[str, ...]:
    return (said[name],) if name in said else ()


def _guarded(surfaces: Iterable[Surface], rule: UnitRule, word: str) -> Iterator[Surface]:
    for surface in surfaces:
        never = rule.not_before.get(word) or (
            rule.not_before.get(surface.first.casefold()) if not surface.rest else None
        )
        yield replace(surface, not_before=frozenset(never)) if never else surface


def _of_currency(rule: CurrencyRule) -> Iterator[Surface]:
    money = Surface("", (), rule.code, Kind.MONEY, rule.ref)
    for word in rule.words:
        yield from _spelled(_both_numbers([word]), replace(money, open=_open(rule.open, word)))
    for word in rule.large:
        yield from _spelled([word], replace(money, large=True))
    for sign in rule.after:
        yield from _spelled([sign], replace(money, exact=True, open=_open(rule.open, sign)))
    for unit, spelled in rule.coins.items():
        for word in spelled:
            yield from _spelled(_both_numbers([word]), replace(money, unit=unit, open=_open(rule.open, word)))
    for unit, signs in rule.coin_signs.items():
        for sign in signs:
            glue = "digit" if len(sign) == 1 and sign.isalpha() else ""
            yield from _spelled([sign], replace(money, unit=unit, exact=True, glue=glue, open=_open(rule.open, sign)))


def _leading(rules: Rules) -> Iterator[tuple[str, Surface]]:
    """What stands before a number, by its last word: signs and codes of money, "magnitude of"."""
    for currency in rules.all(CurrencyRule):
        like = Surface("", (), currency.code, Kind.MONEY, currency.ref, exact=True)
        for sign in currency.before:
            yield from _backwards(sign, replace(like, open=_open(currency.open, sign)))
    for rule in rules.all(UnitRule):
        for unit, spelled in rule.before.items():
            for word in spelled:
                yield from _backwards(word.casefold(), Surface("", (), unit, Kind(rule.means), rule.ref))


def _backwards(sign: str, like: Surface) -> Iterator[tuple[str, Surface]]:
    yield sign[-1], replace(like, first=sign, rest=tuple(sign))


def _senses(rule: SenseRule) -> Senses:
    compiled = tuple((s, frozenset(s.next), frozenset(word.casefold() for word in s.near)) for s in rule.senses)
    return Senses(rule.ref, compiled, rule.otherwise, rule.open)


def _rates(rules: Rules) -> tuple[dict[str, Connector], dict[str, tuple[str, str]]]:
    connectors: dict[str, Connector] = {}
    adverbs: dict[str, tuple[str, str]] = {}
    for rule in rules.all(RateRule):
        for word in rule.connectors:
            connectors[word] = Connector(
                rule.ref, rule.nouns, rule.any_noun, frozenset(rule.not_nouns), rule.scales, frozenset(rule.not_before)
            )
        adverbs.update({word: (unit, rule.ref) for word, unit in rule.adverbs.items()})
    return connectors, adverbs
