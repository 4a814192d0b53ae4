"""The agency that an article credits its text to, where its head or its foot says so.

Two outlets that print one agency's text are one origin, so this matters for counting sources. A picture's
credit is not the text's.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reconcile.rulebook import Rules
from reconcile.rulebook.reading import Credits

_DATELINE = re.compile(
    r"(?P<place>[^\W\d_][^()\n]{1,60}?),?[^\S\n]*\((?P<agency>[^\W\d_][^()\n]{1,40})\)[^\S\n]*[-–—―]+[^\S\n]"
)
_CAPITALS = re.compile(r"[^\W\d_a-z]{3,}")
_SIGN_OFF = re.compile(r"[.!?”\"’)][^\S\n]*(?:[-–—―]+[^\S\n]*|\()(?P<agency>[^\W\d_][\w .&/'’-]{1,40}?)\)?\.?\Z")
_AROUND = " \t.()[]|–—-/©:"
_DATELINE_LINES = 6


@dataclass(frozen=True, slots=True)
class Credit:
    """The agency as printed, where it stands, and the rule that knows it (None for an unknown one)."""

    start: int
    end: int
    text: str
    rule: str | None


@lru_cache(maxsize=8)
def agencies(rules: Rules) -> tuple[dict[str, str], re.Pattern[str]]:
    """The rule that knows each printed name of an agency, and a pattern for any of them as a word."""
    names = {name: rule.ref for rule in rules.all(Credits) for agency in rule.entries for name in agency.names}
    each = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) or r"(?!)"
    return names, re.compile(rf"(?<!\w)(?:{each})(?!\w)")


@lru_cache(maxsize=8)
def _full_names(rules: Rules) -> dict[str, str]:
    return {name: agency.name for rule in rules.all(Credits) for agency in rule.entries for name in agency.names}


def agency_name(printed: str, rules: Rules) -> str:
    """The one name of an agency, however an article prints it: "AP" is "Associated Press"; others as printed."""
    return _full_names(rules).get(printed, printed)


def find_credit(
    text: str, head: Sequence[tuple[int, int]], foot: Sequence[tuple[int, int]], rules: Rules
) -> Credit | None:
    """The credit in the lines at the head or the foot of a text, each given by its span; None where none is."""
    names, _ = agencies(rules)
    for start, end in head[:_DATELINE_LINES]:
        found = _DATELINE.match(text, start, end)
        if found and (found["agency"] in names or _CAPITALS.search(found["place"])):
            return _credit(text, *found.span("agency"), names)
    for start, end in head:
        if credit := _alone(text, start, end, names):
            return credit
    for start, end in reversed(foot):
        if credit := _alone(text, start, end, names):
            return credit
        found = _SIGN_OFF.search(text, max(start, end - 60), end)
        if found and found["agency"] in names:
            return _credit(text, *found.span("agency"), names)
    return None


def named_agencies(text: str, start: int, end: int, rules: Rules) -> Credit | None:
    """The agencies named between two offsets, first to last, as one credit; None where there is none."""
    names, pattern = agencies(rules)
    found = list(pattern.finditer(text, start, end))
    if not found:
        return None
    return Credit(found[0].start(), found[-1].end(), text[found[0].start() : found[-1].end()], names[found[0][0]])


def _alone(text: str, start: int, end: int, names: dict[str, str]) -> Credit | None:
    """A line that holds nothing but an agency's name."""
    line = text[start:end]
    name = line.strip(_AROUND)
    if name not in names:
        return None
    begin = start + line.index(name)
    return _credit(text, begin, begin + len(name), names)


def _credit(text: str, start: int, end: int, names: dict[str, str]) -> Credit:
    return Credit(start, end, text[start:end], names.get(text[start:end]))
