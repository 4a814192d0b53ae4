"""From the groups of a match to what they are worth."""

import re

from reconcile.dates.forms import Lexicon
from reconcile.dates.words import Parts
from reconcile.rulebook.time import DateForm

_DIGITS = re.compile(r"\d+")
_THIS_CENTURY = 50  # two digits below this are of the 2000s ("'12"), others of the 1900s ("'87")


def fill(rule: DateForm, match: re.Match[str], lexicon: Lexicon) -> Parts | None:
    """What the slots say; None where they contradict one another ("31/31/2021")."""
    got = {name: value for name, value in match.groupdict().items() if value is not None}
    year, month, day = _year(got, lexicon), _named(got, "month", "months", lexicon), _number(got.get("day"))
    month2, day2 = _named(got, "month2", "months", lexicon), _number(got.get("day2"))
    if "mm" in got:
        month, day = int(got["mm"]), int(got["dd"])
    if "num" in got:
        both = _day_month(int(got["num"]), int(got["num2"]), dated="year" in got)
        if both is None:
            return None
        day, month = both
    if "holiday" in got:
        month, day = lexicon.holidays[" ".join(got["holiday"].lower().replace("’", "'").split())]
    count, unit = _count(got, lexicon), _unit(got)
    weekday = _named(got, "weekday", "weekdays", lexicon)
    if weekday is None:
        weekday = _named(got, "wday", "short-weekdays", lexicon)
    return Parts(
        year, month, day, _year2(got, year), month2, day2, weekday,
        _named(got, "season", "seasons", lexicon), _ordinal(got, lexicon), _named(got, "which", "which", lexicon),
        count, unit or rule.unit, _named(got, "part", "parts", lexicon), rule.offset,
    )  # fmt: skip


def _number(text: str | None) -> int | None:
    found = _DIGITS.search(text) if text else None
    return int(found[0]) if found else None


def _named(got: dict[str, str], group: str, table: str, lexicon: Lexicon) -> int | None:
    name = got.get(group)
    return lexicon.names[table].get(name.lower().rstrip(". ")) if name else None


def _year(got: dict[str, str], lexicon: Lexicon) -> int | None:
    if "year" in got:
        return int(got["year"])
    if "decade" in got:
        return int(got["decade"][:4])
    if "decade2" in got:
        return _century(int(got["decade2"][:2]))
    if "decadeword" in got:
        return _century(lexicon.names["decades"][got["decadeword"].lower()])
    return _century(int(got["short"])) if "short" in got else None


def _year2(got: dict[str, str], year: int | None) -> int | None:
    if "year2" in got:
        return int(got["year2"])
    if "short" in got and "year" in got and year is not None:
        return year // 100 * 100 + int(got["short"])
    return None


def _century(two_digits: int) -> int:
    return two_digits + (2000 if two_digits < _THIS_CENTURY else 1900)


def _day_month(first: int, second: int, dated: bool) -> tuple[int, int] | None:
    """Day and month of a date in digits: the number above 12 is the day; else the day comes first."""
    if not (1 <= first <= 31 and 1 <= second <= 31) or min(first, second) > 12:
        return None
    if first <= 12 < second:
        return second, first
    if first > 12 or dated:
        return first, second
    return None


def _count(got: dict[str, str], lexicon: Lexicon) -> int | None:
    if "span" in got:
        return lexicon.names["spans"][got["span"].lower()]
    text = got.get("count") or got.get("acount")
    if text is None:
        return None
    if text.isdigit():
        return int(text)
    words = re.split(r"[\s-]+", text.lower())
    names = lexicon.names
    whole = " ".join(words)
    if whole in names["vague-counts"]:
        return names["vague-counts"][whole]
    return sum(names["numbers"].get(word) or names["tens"].get(word, 0) for word in words)


def _unit(got: dict[str, str]) -> str | None:
    """The unit of time in the words, in the singular."""
    if "unit" in got:
        unit = got["unit"].lower()
        return unit.removesuffix("ies") + "y" if unit.endswith("ies") else unit.removesuffix("s")
    return got["calendar"].lower() if "calendar" in got else None


def _ordinal(got: dict[str, str], lexicon: Lexicon) -> int | None:
    for group in ("ord", "halford"):
        if group in got:
            return lexicon.names["ordinals"].get(got[group].lower())
    if "centuryword" in got:
        return lexicon.names["centuries"].get(got["centuryword"].lower())
    return _number(got.get("qnum") or got.get("hnum") or got.get("ordnum"))
