"""The slots of a date form: which words or digits each stands for."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

GAP = r"(?:[^\S\n]{1,3}|-)"
_DASH = r"[^\S\n]?(?:--?|[–—‐‑‒−]|/)[^\S\n]?"


@dataclass(frozen=True, slots=True)
class Slot:
    """What one slot matches, and with which word (lower case) or run of digits (``#2``) it can begin."""

    pattern: str
    begins: frozenset[str]


def all_slots(
    names: Mapping[str, tuple[str, ...]], words: Mapping[str, tuple[str, ...]], holidays: tuple[str, ...]
) -> dict[str, Slot]:
    """Every slot by its name. ``names`` and ``words`` are the rule files' lists as printed."""
    number = _number_words(names)
    count = rf"\d{{1,3}}(?![\d.,])|{number.pattern}"
    no_count = rf"(?!\d|[.,:/]\d|[^\S\n]?%|{GAP}(?i:{either(words['after-number'])})\b)"
    day = rf"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?{no_count}"
    year = r"(?:1[5-9]|2[01])\d\d(?!\d|[.,:]\d|%)"
    months, weekdays = _capital(names["months"]), _capital(names["weekdays"])
    unit_words = [*words["units"], *(f"{word}s" for word in words["units"])]
    units = Slot(rf"(?i:(?:{either(words['units'])})s?)", first_words(unit_words))
    calendar = ("day", "week", "month", "quarter", "year", "decade", "century", "season")
    joins = ("to", "and", "through", "until", "till")
    d2, d4 = frozenset({"#1", "#2"}), frozenset({"#4"})
    short = [
        name for name in names["months"] if any(other != name and other.startswith(name) for other in names["months"])
    ]
    month = Slot(
        rf"(?:(?:{_capital(short)})(?![^\W\d_])[^\S\n]?\.|(?:{months})(?![^\W\d_]))", first_words(names["months"])
    )
    weekday = Slot(rf"(?:{weekdays})", first_words(names["weekdays"]))
    return {
        "MONTH": month,
        "DAY": Slot(day, d2),
        "YEAR": Slot(year, d4),
        "SHORT": Slot(r"\d\d(?!\d|[.,]\d|%)", frozenset({"#2"})),
        "MM": Slot(r"(?:0[1-9]|1[0-2])", frozenset({"#2"})),
        "DD": Slot(r"(?:0[1-9]|[12]\d|3[01])(?!\d)", frozenset({"#2"})),
        "NUM": Slot(r"\d{1,2}", d2),
        "WEEKDAY": weekday,
        "WDAY": Slot(rf"(?:{_capital(names['short-weekdays'])})\.?", first_words(names["short-weekdays"])),
        "DAYPART": Slot(rf"(?i:{either(words['day-parts'])})", first_words(words["day-parts"])),
        "WEEKDAYORPART": Slot(rf"(?:{weekdays}|(?i:{either(words['day-parts'])}))", weekday.begins),
        "WHICH": Slot(rf"(?i:{either(names['which'])})", first_words(names["which"])),
        "CALENDAR": Slot(rf"(?i:{either(calendar)})", frozenset(calendar)),
        "SEASON": Slot(rf"(?i:{either(names['seasons'])})", first_words(names["seasons"])),
        "PART": Slot(rf"(?i:{either(names['parts'])})", first_words(names["parts"])),
        "SPAN": Slot(rf"(?i:{either(names['spans'])})", first_words(names["spans"])),
        "ORD": Slot(rf"(?i:{either(names['ordinals'])})", first_words(names["ordinals"]) | {"#1"}),
        "HALFORD": Slot(r"(?i:first|second|1st|2nd)", frozenset({"first", "second", "#1"})),
        "QNUM": Slot(r"[1-4]", frozenset({"#1"})),
        "HNUM": Slot(r"[12]", frozenset({"#1"})),
        "COUNT": Slot(rf"(?:{count})", number.begins | {"#1", "#2", "#3"}),
        "ACOUNT": Slot(r"(?i:an?|one)", frozenset({"a", "an", "one"})),
        "NUMBER": number,
        "UNIT": units,
        "DECADE": Slot(r"(?:1[5-9]|20)\d0['’]?s", d4),
        "DECADE2": Slot(r"[1-9]0['’]?s", frozenset({"#2"})),
        "DECADEWORD": Slot(rf"(?i:{either(names['decades'])})", first_words(names["decades"])),
        "ORDNUM": Slot(r"(?:1\d|2[01]|[5-9])(?:st|nd|th)", d2),
        "CENTURYWORD": Slot(rf"(?i:{either(names['centuries'])})", first_words(names["centuries"])),
        "HOLIDAY": Slot(rf"(?:{either(holidays)})", first_words(holidays)),
        "HH": Slot(r"(?:[01]?\d|2[0-4])(?!\d)", d2),
        "MIN": Slot(r"[0-5]\d(?!\d)", frozenset({"#2"})),
        "SEC": Slot(r"[0-5]\d(?!\d)", frozenset({"#2"})),
        "HOURS0": Slot(r"0\d[0-5]\d", d4),
        "HOURS": Slot(r"[0-2]\d[0-5]\d", d4),
        "AMPM": Slot(r"[^\S\n]?(?:[ap]\.?[^\S\n]?m\b\.?|[AP]\.?M\b\.?)", frozenset({"a", "p", "am", "pm"})),
        "ZONE": Slot(rf"(?:{either(words['zones'])})\b", first_words(words["zones"])),
        "DASH": Slot(_DASH, frozenset()),
        "TO": Slot(rf"(?:{_DASH}|{GAP}(?i:{either(joins)}){GAP})", frozenset(joins)),
    }


def _number_words(names: Mapping[str, tuple[str, ...]]) -> Slot:
    small, tens, vague = names["numbers"], names["tens"], names["vague-counts"]
    pattern = (
        rf"(?i:(?:{either(vague)})|(?:{either(tens)})(?:[- ](?:{either(small)}))?|(?:{either(small)}))(?![^\W\d_])"
    )
    return Slot(pattern, first_words(small) | first_words(tens) | first_words(vague))


def either(words: Iterable[str]) -> str:
    """An alternation of literal words, the longest first; a space may be any, an apostrophe either."""
    escaped = (
        re.escape(word).replace(r"\ ", r"[^\S\n]").replace("'", "['’]") for word in sorted(words, key=len, reverse=True)
    )
    return "|".join(escaped)


def _capital(words: Iterable[str]) -> str:
    """Any of the words, but with a capital."""
    return rf"(?=[A-Z])(?i:{either(words)})"


def first_words(words: Iterable[str]) -> frozenset[str]:
    """The keys of the first words: themselves in lower case, or how many digits they have."""
    firsts = (match[0].lower() for word in words if (match := re.match(r"\d+|[^\W\d_]+", word)))
    return frozenset(f"#{len(first)}" if first.isdigit() else first for first in firsts)
