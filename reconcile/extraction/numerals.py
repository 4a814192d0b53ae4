"""One number as written, in digits or in words: its value, how precisely it is printed, and by which rules."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from reconcile.extraction.candidates import VULGAR
from reconcile.extraction.number_words import read_words
from reconcile.extraction.scales import scale_after
from reconcile.extraction.vocabulary import WordReading
from reconcile.rulebook import Rules


class Form(StrEnum):
    """How a number is written."""

    DIGITS = "digits"
    WORDS = "words"
    FRACTION = "fraction"
    ARTICLE = "article"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it stands in the text, scale included.

    ``low`` and ``high`` differ for a vague band only. ``step`` is the place of its last digit, None for
    words that have no digits of their own. ``scale`` is what scale words and marks multiplied it by.
    ``plain`` tells a bare run of digits (``1999``), which may be a year, a name or a time,
    ``is_few`` a vague word without a scale ("several").
    """

    start: int
    end: int
    low: float
    high: float
    form: Form
    rules: tuple[str, ...]
    step: float | None = 1.0
    scale: float = 1.0
    plain: bool = False
    is_few: bool = False

    def times(self, factor: float) -> "Numeral":
        """The same number in another magnitude, for an end of a range that shares the other's scale."""
        step = None if self.step is None else self.step * factor
        return replace(
            self, low=self.low * factor, high=self.high * factor, step=step, scale=self.scale * factor, plain=False
        )


MOST_DIGITS = 40  #: a longer run of digits is no figure

# Groups are bounded so that a list of a million numbers is not tried again at each of them.
_DIGITS = re.compile(
    r"(?:(?P<indian>\d{1,2}(?:,\d\d){1,6},\d{3})(?![\d]|,\d)"
    r"|(?P<grouped>\d{1,3}(?:(?:,\d{3}){1,7}|(?:[\u2009\u202f\u00a0]\d{3}){1,7}|(?:['’]\d{3}){1,7}|(?:\.\d{3}){2,7}))(?!\d)"
    r"|(?P<tokenised>\d{1,3}(?: , \d{3}){1,7})(?!\d)"
    r"|(?P<spaced>[1-9]\d{0,2}(?: \d{3}){1,7})(?![\d]|[ ,.-]\d)"
    r"|(?P<plain>\d++))"
    r"(?P<decimal>(?:\.\d++)?)"
)
_SHAPES = ("plain", "grouped", "indian", "tokenised", "spaced")
_LEADING_POINT = re.compile(r"(?<![\w.,])\.\Z")
_DECIMAL_COMMA = re.compile(r"(\d{1,3}),(\d{1,2})(?=\s?%|\s(?:per\s?cent|million|billion|trillion|bn|mn)\b)")
_POWER = re.compile(
    r"\s?[×x*]\s?10(?:(?:\^|\*\*)(?P<sign>[-−–+]?)|(?P<bare>[-−–]))(?P<power>\d{1,2})(?![\d.,]\d)|[eE](?P<short>[-+]?\d{1,2})\b"
)
_BARE_POWER = re.compile(r"\^([-−–]?\d{1,2})(?!\d)")
_SUPERSCRIPT = re.compile(r"\s?[×x]\s?10([⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})")
_MINUS_SIGNS = str.maketrans("−–", "--")
_SUPER_DIGITS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_AND_VULGAR = re.compile(rf"[ \u2009-]?([{VULGAR}])|[ -](\d)[/⁄](\d{{1,2}})(?![\d/])")
_AGAIN = re.compile(r" ?\((\d[\d,]*)\)")
_SLASH = re.compile(r"[/⁄](\d{1,4})(?![\d/]|\.\d)")
_VULGAR_VALUES = dict(
    zip(
        VULGAR,
        (
            1 / 4,
            1 / 2,
            3 / 4,
            1 / 7,
            1 / 9,
            1 / 10,
            1 / 3,
            2 / 3,
            1 / 5,
            2 / 5,
            3 / 5,
            4 / 5,
            1 / 6,
            5 / 6,
            1 / 8,
            3 / 8,
            5 / 8,
            7 / 8,
        ),
        strict=True,
    )
)
_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64, 100))


def read_numeral(text: str, pos: int, rules: Rules, money: bool = False) -> Numeral | None:
    """The number that begins at ``pos`` (words may begin a little before: "a hundred"), or None.

    ``money`` says that a sign of money stands before it, which decides what "m" and "b" mean.
    """
    if text[pos].isdigit() or text[pos] in _VULGAR_VALUES:
        number = _digits(text, pos)
        if number is None or (number.form is Form.FRACTION and number.rules != ("numerals/vulgar",)):
            return number
    else:
        found = read_words(text, pos, rules)
        if found is None:
            return None
        form = _form(found)
        number = Numeral(
            found.start,
            found.end,
            found.low,
            found.high,
            form,
            found.rules,
            found.step,
            found.scale,
            is_few=found.is_few,
        )
        if number.form in (Form.VAGUE, Form.ARTICLE):
            return number
        if (again := _AGAIN.match(text, number.end)) and float(again[1].replace(",", "")) == number.low:
            return replace(number, end=again.end())  # "twelve (12) men"
    return _scaled(text, number, rules, money)


def _form(found: WordReading) -> Form:
    if found.low != found.high:
        return Form.VAGUE
    if found.is_fraction:
        return Form.FRACTION
    return Form.ARTICLE if found.is_article else Form.WORDS


def _scaled(text: str, number: Numeral, rules: Rules, money: bool) -> Numeral:
    scale = scale_after(text, number.end, rules, money, words=number.form is not Form.DIGITS)
    if scale is None:
        return number
    scaled = number.times(scale.factor)
    return replace(
        scaled,
        end=scale.end,
        rules=number.rules + scale.rules,
        form=Form.DIGITS if number.form is Form.FRACTION else number.form,
    )


def _digits(text: str, pos: int) -> Numeral | None:
    if text[pos] in _VULGAR_VALUES:
        value = _VULGAR_VALUES[text[pos]]
        return Numeral(pos, pos + 1, value, value, Form.FRACTION, ("numerals/vulgar",), None)
    if comma := _DECIMAL_COMMA.match(text, pos):
        value = float(f"{comma[1]}.{comma[2]}")
        return Numeral(pos, comma.end(), value, value, Form.DIGITS, ("numerals/decimal-comma",), 10.0 ** -len(comma[2]))
    match = _DIGITS.match(text, pos)
    if match is None or match.end() - pos > MOST_DIGITS:
        return None
    shape = next(name for name in _SHAPES if match[name])
    start, end, decimal = pos, match.end(), match["decimal"]
    if shape == "plain" and not decimal and _LEADING_POINT.search(text, max(0, pos - 2), pos):
        start, decimal = pos - 1, "." + match["plain"]
        value = float(decimal)
    else:
        value = float("".join(c for c in match[shape] if c.isdigit()) + decimal)
    plain = shape == "plain" and not decimal
    rule = "numerals/digits" if shape == "plain" else f"numerals/{'grouped' if shape == 'spaced' else shape}"
    number = Numeral(
        start, end, value, value, Form.DIGITS, (rule,), 10.0 ** -(len(decimal) - 1) if decimal else 1.0, plain=plain
    )
    return _tail(text, number)


def _tail(text: str, number: Numeral) -> Numeral:
    """What may follow the digits and belongs to them: a fraction, a power of ten, a denominator."""
    following = text[number.end : number.end + 1]
    if following in " \u2009-" or following in _VULGAR_VALUES:
        mixed = _AND_VULGAR.match(text, number.end) if number.step == 1 else None
        if mixed and (mixed[1] or (int(mixed[2]) < int(mixed[3]) and int(mixed[3]) in _DENOMINATORS)):
            part = _VULGAR_VALUES[mixed[1]] if mixed[1] else int(mixed[2]) / int(mixed[3])
            value = number.low + part
            return replace(
                number,
                end=mixed.end(),
                low=value,
                high=value,
                step=None,
                plain=False,
                rules=(*number.rules, "numerals/vulgar"),
            )
    if following == "^" and number.low == 10 and (power := _BARE_POWER.match(text, number.end)):
        value = 10.0 ** int(power[1].translate(_MINUS_SIGNS))
        read_by = (*number.rules, "numerals/scientific")
        return replace(number, end=power.end(), low=value, high=value, step=value, plain=False, rules=read_by)
    if following and following in " ×x*eE":
        return _powered(text, number)
    if following in ("/", "⁄") and number.plain and (slash := _SLASH.match(text, number.end)):
        below = int(slash[1])
        if number.low < below and below in _DENOMINATORS:
            value = number.low / below
            return replace(
                number,
                end=slash.end(),
                low=value,
                high=value,
                form=Form.FRACTION,
                step=None,
                plain=False,
                rules=("numerals/vulgar",),
            )
    return number


def _powered(text: str, number: Numeral) -> Numeral:
    if match := _POWER.match(text, number.end):
        exponent = int(
            match["short"] or (match["sign"] or match["bare"] or "").translate(_MINUS_SIGNS) + match["power"]
        )
    elif match := _SUPERSCRIPT.match(text, number.end):
        exponent = int(match[1].translate(_SUPER_DIGITS))
    else:
        return number
    scaled = number.times(10.0**exponent)
    return replace(
        scaled,
        end=match.end(),
        low=float(f"{number.low!r}e{exponent}"),
        high=float(f"{number.high!r}e{exponent}"),
        rules=(*number.rules, "numerals/scientific"),
    )
