"""The slots of a date form: which words or digits each stands for, and what they are worth.

A form (``rules/dates.yaml``) is compiled to one regular expression whose named groups are the slots, and
indexed by the first word it can begin with, so that a sentence is looked at once, word by word.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reconcile.rulebook import Rules
from reconcile.rulebook.time import DateForm, DateNames, DateWordList, Holidays

_GAP = r"(?:[^\S\n]{1,3}|-)"
_DASH = r"[^\S\n]?(?:--?|[–—‐‑‒−]|/)[^\S\n]?"
_MARKS = frozenset(",./-:’")
_GATED = (  # groups of keys that seldom begin a date
    "#1 #2",
    "a an one two three four five six seven eight nine ten",
    "the in from to between that",
)
_APOSTROPHES = ("'", "’", "‘")
_ARTICLE = frozenset({"the"})
_SILENT = frozenset(
    {"DASH", "TO", "AMPM", "ZONE", "HH", "MIN", "SEC", "HOURS", "DAYPART", "WEEKDAYORPART", "NUMBER"}
)  # not kept
_SPACED = frozenset({"DASH", "TO", "AMPM"})  # slots that bring their own space


@dataclass(frozen=True, slots=True)
class Slot:
    """What one slot matches, and with which word (lower case) or run of digits (``#2``) it can begin."""

    pattern: str
    begins: frozenset[str]


@dataclass(frozen=True, slots=True)
class Form:
    """One compiled form of a rule."""

    rule: DateForm
    pattern: re.Pattern[str]
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """The forms that can begin with one word, and where that word seldom begins a date, one pattern for all of them."""

    forms: tuple[Form, ...]
    gate: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the date rules compile to: forms by the word they begin with, names and word lists by id.

    Words are held in lower case, with a capital and in capitals; a run of digits is ``#`` and its length.
    """

    entries: Mapping[str, Entry]
    names: Mapping[str, Mapping[str, int]]
    words: Mapping[str, frozenset[str]]
    holidays: Mapping[str, tuple[int, int]]


@lru_cache(maxsize=8)
def lexicon(rules: Rules) -> Lexicon:
    """The date rules, compiled once for each rule book."""
    names = {rule.id: {name.lower(): value for name, value in rule.names.items()} for rule in rules.all(DateNames)}
    printed = {rule.id: tuple(rule.names) for rule in rules.all(DateNames)}
    words = {rule.id: rule.words for rule in rules.all(DateWordList)}
    days = {name.lower(): day for rule in rules.all(Holidays) for name, day in rule.days.items()}
    slots = _slots(printed, words, tuple(name for rule in rules.all(Holidays) for name in rule.days))
    index: dict[str, list[Form]] = {}
    for rule in rules.all(DateForm):
        for text in rule.forms:
            pattern, begins = _compile(text, slots)
            form = Form(rule, pattern, text)
            for key in begins:
                index.setdefault(key, []).append(form)
    return Lexicon(
        _entries(index),
        names,
        {id: frozenset(word.lower() for word in listed) for id, listed in words.items()},
        {name: (int(day[:2]), int(day[3:])) for name, day in days.items()},
    )


# ------------------------------------------------------------------------------------------ slots


def _slots(
    names: Mapping[str, tuple[str, ...]], words: Mapping[str, tuple[str, ...]], holidays: tuple[str, ...]
) -> dict[str, Slot]:
    number = _number_words(names)
    count = rf"\d{{1,3}}(?![\d.,])|{number.pattern}"
    no_count = rf"(?!\d|[.,:/]\d|[^\S\n]?%|{_GAP}(?i:{_either(words['after-number'])})\b)"
    day = rf"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?{no_count}"
    year = r"(?:1[5-9]|2[01])\d\d(?!\d|[.,:]\d|%)"
    months, weekdays = _capital(names["months"]), _capital(names["weekdays"])
    units = Slot(rf"(?i:(?:{_either(words['units'])})s?)", frozenset())
    calendar = r"(?i:day|week|month|quarter|year|decade|century|season)"
    d2, d4 = frozenset({"#1", "#2"}), frozenset({"#4"})
    short = [
        name for name in names["months"] if any(other != name and other.startswith(name) for other in names["months"])
    ]
    month = Slot(rf"(?:(?:{_capital(short)})(?![^\W\d_])[^\S\n]?\.|(?:{months})(?![^\W\d_]))", _first(names["months"]))
    weekday = Slot(rf"(?:{weekdays})", _first(names["weekdays"]))
    return {
        "MONTH": month,
        "DAY": Slot(day, d2),
        "YEAR": Slot(year, d4),
        "SHORT": Slot(r"\d\d(?!\d|[.,]\d|%)", frozenset({"#2"})),
        "MM": Slot(r"(?:0[1-9]|1[0-2])", frozenset({"#2"})),
        "DD": Slot(r"(?:0[1-9]|[12]\d|3[01])(?!\d)", frozenset({"#2"})),
        "NUM": Slot(r"\d{1,2}", d2),
        "WEEKDAY": weekday,
        "WDAY": Slot(rf"(?:{_capital(names['short-weekdays'])})\.?", _first(names["short-weekdays"])),
        "DAYPART": Slot(rf"(?i:{_either(words['day-parts'])})", _first(words["day-parts"])),
        "WEEKDAYORPART": Slot(rf"(?:{weekdays}|(?i:{_either(words['day-parts'])}))", frozenset()),
        "WHICH": Slot(rf"(?i:{_either(names['which'])})", _first(names["which"])),
        "CALENDAR": Slot(calendar, frozenset()),
        "SEASON": Slot(rf"(?i:{_either(names['seasons'])})", _first(names["seasons"])),
        "PART": Slot(rf"(?i:{_either(names['parts'])})", _first(names["parts"])),
        "SPAN": Slot(rf"(?i:{_either(names['spans'])})", _first(names["spans"])),
        "ORD": Slot(rf"(?i:{_either(names['ordinals'])})", _first(names["ordinals"]) | {"#1"}),
        "HALFORD": Slot(r"(?i:first|second|1st|2nd)", frozenset({"first", "second", "#1"})),
        "QNUM": Slot(r"[1-4]", frozenset({"#1"})),
        "HNUM": Slot(r"[12]", frozenset({"#1"})),
        "COUNT": Slot(rf"(?:{count})", number.begins | {"#1", "#2", "#3"}),
        "ACOUNT": Slot(r"(?i:an?|one)", frozenset({"a", "an", "one"})),
        "NUMBER": number,
        "UNIT": units,
        "DECADE": Slot(r"(?:1[5-9]|20)\d0['’]?s", d4),
        "DECADE2": Slot(r"[1-9]0['’]?s", frozenset({"#2"})),
        "DECADEWORD": Slot(rf"(?i:{_either(names['decades'])})", _first(names["decades"])),
        "ORDNUM": Slot(r"(?:1\d|2[01]|[5-9])(?:st|nd|th)", d2),
        "CENTURYWORD": Slot(rf"(?i:{_either(names['centuries'])})", _first(names["centuries"])),
        "HOLIDAY": Slot(rf"(?:{_either(holidays)})", _first(holidays)),
        "HH": Slot(r"(?:[01]?\d|2[0-4])(?!\d)", d2),
        "MIN": Slot(r"[0-5]\d(?!\d)", frozenset({"#2"})),
        "SEC": Slot(r"[0-5]\d(?!\d)", frozenset({"#2"})),
        "HOURS": Slot(r"[0-2]\d[0-5]\d", d4),
        "AMPM": Slot(r"[^\S\n]?(?:[ap]\.?[^\S\n]?m\b\.?|[AP]\.?M\b\.?)", frozenset()),
        "ZONE": Slot(rf"(?:{_either(words['zones'])})\b", frozenset()),
        "DASH": Slot(_DASH, frozenset()),
        "TO": Slot(rf"(?:{_DASH}|{_GAP}(?i:to|and|through|until|till){_GAP})", frozenset()),
    }


def _number_words(names: Mapping[str, tuple[str, ...]]) -> Slot:
    small, tens, vague = names["numbers"], names["tens"], names["vague-counts"]
    pattern = (
        rf"(?i:(?:{_either(vague)})|(?:{_either(tens)})(?:[- ](?:{_either(small)}))?|(?:{_either(small)}))(?![^\W\d_])"
    )
    return Slot(pattern, _first(small) | _first(tens) | _first(vague))


def _either(words: Iterable[str]) -> str:
    """An alternation of literal words, the longest first; a space may be any, an apostrophe either."""
    escaped = (
        re.escape(word).replace(r"\ ", r"[^\S\n]").replace("'", "['’]") for word in sorted(words, key=len, reverse=True)
    )
    return "|".join(escaped)


def _capital(words: Iterable[str]) -> str:
    return _either([*words, *(word.upper() for word in words)])


def _first(words: Iterable[str]) -> frozenset[str]:
    """The keys of the first words: themselves in lower case, or how many digits they have."""
    firsts = (match[0].lower() for word in words if (match := re.match(r"\d+|[^\W\d_]+", word)))
    return frozenset(f"#{len(first)}" if first.isdigit() else first for first in firsts)


# ------------------------------------------------------------------------------------------ forms


def _compile(text: str, slots: Mapping[str, Slot]) -> tuple[re.Pattern[str], frozenset[str]]:
    """A form's pattern, and the keys under which it is found."""
    parts: list[str] = []
    begins: set[str] = set()
    heading, loose = True, True  # still among the optional first items; may the next item follow without a space
    for item in text.split():
        optional, glued = item.startswith("["), "^" in item
        name = item.strip("[]").removeprefix("^")
        body, first = _item(name, slots)
        space = _space_before(name, glued, loose, first=not parts)
        parts.append(f"(?:{space}{body})?" if optional else space + body)
        loose = name in _MARKS or name in _SPACED or name == "MONTH" or (optional and heading)
        if heading:
            begins |= first if not optional or first != _ARTICLE else frozenset()  # "[the] 3rd": begin at the 3rd
            heading = optional
    return re.compile("".join(parts) + r"(?![^\W_])"), frozenset(begins)


def _entries(index: Mapping[str, Sequence[Form]]) -> dict[str, Entry]:
    """The index with its gates, each word in the three ways it is printed."""
    gates: dict[str, re.Pattern[str]] = {}
    for group in _GATED:
        keys = group.split()
        forms = dict.fromkeys(form.pattern.pattern for key in keys for form in index.get(key, ()))
        gate = re.compile("|".join(re.sub(r"\(\?P<\w+>", "(?:", pattern) for pattern in forms))
        gates.update(dict.fromkeys(keys, gate))
    entries: dict[str, Entry] = {}
    for key, found in index.items():
        entry = Entry(tuple(found), gates.get(key))
        entries.update(dict.fromkeys(_APOSTROPHES if key == "'" else (key, key.capitalize(), key.upper()), entry))
    return entries


def _space_before(name: str, glued: bool, loose: bool, first: bool) -> str:
    if name == ",":
        return r"[^\S\n]?"
    if name.startswith(","):
        return ""
    if first or name in _MARKS or name in _SPACED:
        return ""
    if glued:
        return r"[^\S\n]?"
    return f"{_GAP}?" if loose else _GAP


def _item(text: str, slots: Mapping[str, Slot]) -> tuple[str, frozenset[str]]:
    """The pattern of one item, and the keys it can begin with."""
    bodies: list[str] = []
    begins: frozenset[str] = frozenset()
    comma = r"[^\S\n]?,?[^\S\n]?" if text.startswith(",") and text != "," else ""
    for word in text.removeprefix(comma and ",").split("|"):
        name = word if word in slots else word.removesuffix("2")
        if name in slots:
            bodies.append(
                f"(?:{slots[name].pattern})" if name in _SILENT else f"(?P<{word.lower()}>{slots[name].pattern})"
            )
            begins |= slots[name].begins
        elif word == "’":
            bodies.append("['’‘]")
            begins |= {"'"}
        else:
            bodies.append(rf"(?i:{_either([word])})")
            begins |= _first([word])
    return f"{comma}(?:{'|'.join(bodies)})", begins
