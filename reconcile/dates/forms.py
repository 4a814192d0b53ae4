"""The date forms compiled, and indexed by the word each can begin with.

A sentence is looked at once, word by word: only the forms that can begin with a word are tried there.
Patterns compile when they are first needed, so that one sentence pays for what stands in it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from reconcile.dates.slots import GAP, Slot, all_slots, either, first_words
from reconcile.rulebook import Rules
from reconcile.rulebook.time import DateForm, DateNames, DateWordList, Holidays

_MARKS = frozenset(",./-:’")
_APOSTROPHES = ("'", "’", "‘")
_ARTICLE = frozenset({"the"})
_SPACED = frozenset({"DASH", "TO", "AMPM"})  # slots that bring their own space
_SILENT = frozenset(  # slots whose content is not kept
    ["DASH", "TO", "AMPM", "ZONE", "HH", "MIN", "SEC", "HOURS", "HOURS0", "DAYPART", "WEEKDAYORPART", "NUMBER"]
)
_HEAD = 2  # required items that make a form's head
_GATED = (  # groups of words that seldom begin a date
    "#1 #2",
    "a an one two three four five six seven eight nine ten",
    "the in from to between that",
)


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a rule: the source of its pattern, and of the pattern of its first two items alone.

    ``follows`` are the words that can stand second in it.
    """

    rule: DateForm
    text: str
    source: str
    head: str
    follows: frozenset[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """The forms that can begin with one word.

    Where that word seldom begins a date, ``gate`` is the source of one pattern for the heads of them all:
    a single call says no, where trying each would take thirty.
    """

    forms: tuple[Form, ...]
    gate: str | None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the date rules compile to: forms by the word they begin with, names and word lists by id.

    Words are held in lower case, with a capital and in capitals; a run of digits is ``#`` and its length.
    """

    entries: Mapping[str, Entry]
    names: Mapping[str, Mapping[str, int]]
    words: Mapping[str, frozenset[str]]
    holidays: Mapping[str, tuple[int, int]]
    before_number: frozenset[str]  #: words that a date can hold right before a number inside it
    after_number: frozenset[str]  #: words that can follow a number of up to three digits that begins a date


@cache
def compiled(source: str) -> re.Pattern[str]:
    """The pattern of a form or gate."""
    return re.compile(source)


@lru_cache(maxsize=8)
def lexicon(rules: Rules) -> Lexicon:
    """The date rules, compiled once for each rule book."""
    names = {rule.id: {name.lower(): value for name, value in rule.names.items()} for rule in rules.all(DateNames)}
    printed = {rule.id: tuple(rule.names) for rule in rules.all(DateNames)}
    words = {rule.id: rule.words for rule in rules.all(DateWordList)}
    days = {name.lower(): day for rule in rules.all(Holidays) for name, day in rule.days.items()}
    slots = all_slots(printed, words, tuple(name for rule in rules.all(Holidays) for name in rule.days))
    index: dict[str, list[Form]] = {}
    for rule in rules.all(DateForm):
        for text in rule.forms:
            source, head, begins, follows = _form(text, slots)
            form = Form(rule, text, source, head, follows)
            for key in begins:
                index.setdefault(key, []).append(form)
    return Lexicon(
        _entries(index),
        names,
        {id: frozenset(word.lower() for word in listed) for id, listed in words.items()},
        {name: (int(day[:2]), int(day[3:])) for name, day in days.items()},
        frozenset({*names["months"], *names["which"], *words["before-number"]}),
        frozenset().union(*(form.follows for key in ("#1", "#2", "#3") for form in index[key])),
    )


def _form(text: str, slots: Mapping[str, Slot]) -> tuple[str, str, frozenset[str], frozenset[str]]:
    """A form's pattern, that of its head, the keys under which it is found, and the words that can stand second."""
    parts: list[str] = []
    head, required = "", 0
    begins: set[str] = set()
    follows: set[str] = set()
    heading, loose = True, True  # still among the optional first items; may the next item follow without a space
    for item in text.split():
        optional, glued = item.startswith("["), "^" in item
        name = item.strip("[]").removeprefix("^")
        body, first = _item(name, slots)
        space = _space_before(name, glued, loose, first=not parts)
        parts.append(f"(?:{space}{body})?" if optional else space + body)
        if 0 < required < _HEAD or (parts[:-1] and required < _HEAD):
            follows |= first
        required += not optional
        if required == _HEAD and not head:
            head = "".join(parts)
        loose = name in _MARKS or name in _SPACED or name == "MONTH" or (optional and heading)
        if heading:
            begins |= first if not optional or first != _ARTICLE else frozenset()  # "[the] 3rd": begin at the 3rd
            heading = optional
    source = "".join(parts)
    return source + r"(?![^\W_])", re.sub(r"\(\?P<\w+>", "(?:", head or source), frozenset(begins), frozenset(follows)


def _entries(index: Mapping[str, Sequence[Form]]) -> dict[str, Entry]:
    """The index with its gates, each word in the three ways it is printed."""
    gates: dict[str, str] = {}
    for group in _GATED:
        keys = group.split()
        gates.update(
            dict.fromkeys(keys, "|".join(dict.fromkeys(form.head for key in keys for form in index.get(key, ()))))
        )
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
    return f"{GAP}?" if loose else GAP


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
            bodies.append(rf"(?i:{either([word])})")
            begins |= first_words([word])
    return f"{comma}(?:{'|'.join(bodies)})", begins
