"""Is it a date? What the neighbours of a doubtful form say."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from reconcile.dates.forms import Form, Lexicon, lexicon
from reconcile.rulebook import Rules
from reconcile.rulebook.time import YearCue

_BEFORE = re.compile(r"([^\W_]+(?:['’-][^\W_]+)*|[^\w\s]|\n)[^\S\n]*$")
_OWNED = re.compile(r"['’]s((?: [a-z-]+){1,3})")
_AFTER = re.compile(r"[^\S\n]*([^\W_]+(?:['’-][^\W_]+)*|[^\w\s]|\n)")
_SIGHT = 32  # characters in which the neighbouring word must end
_RECENT = range(1900, 2121)
_OPENING = "([{\"“‘'—–|\n"
_CLOSING = ')]}.,;:!?"”’—–|…\n'


def word_before(text: str, offset: int) -> str:
    """The word or mark before an offset, "" where the text begins."""
    match = _BEFORE.search(text, max(0, offset - _SIGHT), offset)
    return match[1] if match else ""


def word_after(text: str, offset: int) -> str:
    """The word or mark after an offset, "" where the text ends."""
    match = _AFTER.match(text, offset, min(len(text), offset + _SIGHT))
    return match[1] if match else ""


def is_sure(text: str, match: re.Match[str], form: Form, lexicon: Lexicon) -> bool:
    """Do the neighbours allow this form here? Most forms need no more than themselves."""
    if form.rule.needs_cue and word_before(text, match.start()).lower() not in lexicon.words["cues-before"]:
        return False
    check = _CHECKS.get(form.rule.means)
    return check is None or check(text, match, form, lexicon)


# --------------------------------------------------------------------------- checks by what is meant


def _month(text: str, match: re.Match[str], form: Form, lexicon: Lexicon) -> bool:
    """A month that is also a name or a verb needs a cue before it."""
    if form.text != "MONTH" or match[0].rstrip(". ").lower() not in lexicon.words["ambiguous-months"]:
        return True
    if word_before(text, match.start()).lower() not in lexicon.words["cues-before"]:
        return _owns_event(text, match.end(), lexicon)
    return not noun_kind(word_after(text, match.end()), "", lexicon).startswith("CAPITAL")  # "April Jones"


def _owns_event(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a possessive month has something of a month's: "August's cabin crew walkout"."""
    owned = _OWNED.match(text, end)
    return owned is not None and any(word in lexicon.words["owned-by-months"] for word in owned[1].split())


def _day(text: str, match: re.Match[str], form: Form, lexicon: Lexicon) -> bool:
    """No fraction ("5/16"), and no count behind a month ("In May 15 people died")."""
    got, before = match.groupdict(), word_before(text, match.start()).lower()
    if got.get("num2") and not got.get("year") and len(got["num"] + got["num2"]) < 4:
        return before in lexicon.words["cues-before"]
    if "month" not in got or match.end() != match.end("day") or before not in lexicon.words["month-cues"]:
        return True
    return noun_kind(word_after(text, match.end()), "", lexicon) != "PLURAL"


def _weekday(text: str, match: re.Match[str], form: Form, lexicon: Lexicon) -> bool:
    """No Black Friday, no Sunday Times."""
    before, after = word_before(text, match.start()).lower(), word_after(text, match.end())
    return before not in lexicon.words["not-weekdays-before"] and not (
        after[:1].isupper() and after.lower() in lexicon.words["not-weekdays-after"]
    )


def _years(text: str, match: re.Match[str], form: Form, lexicon: Lexicon) -> bool:
    """ "1800-2000 people" counts."""
    if "year2" in match.groupdict() and int(match["year2"]) <= int(match["year"]):
        return False
    after = word_after(text, match.end())
    round_ends = int(match["year"]) % 50 == 0
    return after not in _NO_YEAR_MARKS and not (round_ends and noun_kind(after, "", lexicon) in ("PLURAL", "SINGULAR"))


def _away(text: str, match: re.Match[str], form: Form, lexicon: Lexicon) -> bool:
    """ "A week after the vote" counts from the vote, of which the words give no day."""
    last = match[0].rsplit(None, 1)[-1].lower()
    return last not in lexicon.words["needs-event"] or noun_kind(word_after(text, match.end()), "", lexicon) == "END"


def _season(text: str, match: re.Match[str], form: Form, lexicon: Lexicon) -> bool:
    """A season before a noun is part of a name for something ("of winter wheat"); "the fall in prices" is a drop."""
    if word_after(text, match.end()).lower() in lexicon.words["drops-into"] and match[0].lower() == "fall":
        before = text[max(0, match.start() - _SIGHT) : match.start()].lower().split()[-2:]
        if before[-1:] in (["the"], ["a"]) and not (len(before) > 1 and before[0] in lexicon.words["season-leads"]):
            return False
    return form.text != "SEASON" or noun_kind(word_after(text, match.end()), "", lexicon) in ("END", "OTHER")


def _clock(text: str, match: re.Match[str], form: Form, lexicon: Lexicon) -> bool:
    """ "7.15" is an hour at the head of a line, or behind a word for when and before no unit."""
    if form.rule.id != "dotted-clock" or "local time" in form.text:
        return True
    before, after = word_before(text, match.start()).lower(), word_after(text, match.end())
    if before in ("", "\n"):
        return after[:1].isupper() and not (after.isupper() and len(after) > 1)  # "12.50 EUR"
    if before not in lexicon.words["clock-cues"]:
        return False
    sight = max(0, match.start() - _SIGHT)
    verb = word_before(text, sight + text[sight : match.start()].lower().rindex(before))
    return verb.lower() not in lexicon.words["level-verbs"] and noun_kind(after, "", lexicon) in ("END", "OTHER")


_NO_YEAR_MARKS = frozenset("%°$£€")
_CHECKS: dict[str, Callable[[str, re.Match[str], Form, Lexicon], bool]] = {
    "month": _month,
    "day": _day,
    "weekday": _weekday,
    "years": _years,
    "season": _season,
    "away": _away,
    "clock": _clock,
}


# --------------------------------------------------------------------------------------- bare years


@dataclass(frozen=True, slots=True)
class _Neighbours:
    """What stands beside a four-digit number: the words, and what kind of word each is."""

    before: frozenset[str]
    after: frozenset[str]


def year_cue(text: str, start: int, end: int, rules: Rules) -> YearCue | None:
    """The first cue that decides whether the four digits are a year; None where none does."""
    book = lexicon(rules)
    near = _neighbours(text, start, end, book)
    value = int(text[start:end])
    for cue, before, after in _year_cues(rules):
        if (
            (cue.round is None or cue.round == (value % 50 == 0))
            and (cue.recent is None or cue.recent == (value in _RECENT))
            and (not before or before & near.before)
            and (not after or after & near.after)
        ):
            return cue
    return None


@lru_cache(maxsize=8)
def _year_cues(rules: Rules) -> tuple[tuple[YearCue, frozenset[str], frozenset[str]], ...]:
    return tuple((cue, frozenset(cue.before), frozenset(cue.after)) for cue in rules.all(YearCue))


def _neighbours(text: str, start: int, end: int, lexicon: Lexicon) -> _Neighbours:
    before, after = word_before(text, start), word_after(text, end)
    second = word_after(text, text.find(after, end) + len(after)) if after else ""
    kinds_before = {before.lower()}
    if not before or before in _OPENING:
        kinds_before.add("OPEN")
    if before[:1].isupper():
        kinds_before.add("CAPITAL")
    if before == ",":
        kinds_before.add("COMMA")
    if before == "-" and text[start - 1 : start] == "-":
        kinds_before.add(word_before(text, start - 1).lower())
    return _Neighbours(frozenset(kinds_before), frozenset({after.lower(), noun_kind(after, second, lexicon)}))


def noun_kind(word: str, following: str, lexicon: Lexicon) -> str:
    """What a word looks like: END, OTHER (a function word), PLURAL, SINGULAR, CAPITAL or CAPITAL_PLURAL."""
    lower = word.lower()
    if not word or word in _CLOSING or word in _OPENING or lower in ("'s", "’s"):
        return "END"
    if lower in lexicon.words["function-words"] or not word[0].isalpha():
        return "OTHER"
    if word[0].isupper():
        plural = _plural(lower, lexicon) or (following[:1].islower() and _plural(following.lower(), lexicon))
        return "CAPITAL_PLURAL" if plural else "CAPITAL"
    return "PLURAL" if _plural(lower, lexicon) else "SINGULAR"


def _plural(word: str, lexicon: Lexicon) -> bool:
    words = lexicon.words
    if word in words["irregular-plurals"]:
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "'s", "’s"))
        and word not in words["not-plurals"]
        and word not in words["function-words"]
    )
