"""A figure: one number with its sign, the sign of money before it and the unit behind it."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from reconcile.extraction.finer_units import with_finer
from reconcile.extraction.numerals import Form, Numeral, read_numeral
from reconcile.extraction.phrasebook import Phrasebook
from reconcile.extraction.shares import share_of
from reconcile.extraction.units import UnitReading, rate_after, unit_after, unit_before
from reconcile.model import Kind
from reconcile.rulebook import Rules
from reconcile.rulebook.quantities import NumeralRule

_OF_A = re.compile(
    r"(?: of)? an? | of (?:one|1) |-", re.IGNORECASE
)  # "half an hour", "a quarter of a percentage point"
_OF = re.compile(r" of ")
MINUS = frozenset("-−–")
_PLUS_MINUS = frozenset("-−–+")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and what is attached to it. ``start`` takes in sign and money, ``end`` the unit."""

    start: int
    end: int
    number: Numeral
    before: UnitReading | None = None
    after: UnitReading | None = None
    sign: Literal[-1, 1] = 1
    signed: bool = False  #: a plus or minus sign is printed

    @property
    def unit(self) -> UnitReading | None:
        """What the number is of: the money before it, or the unit behind it."""
        return self.before or self.after

    @property
    def low(self) -> float:
        """The lower end, in the unit."""
        return self._ends()[0]

    @property
    def high(self) -> float:
        """The upper end, in the unit."""
        return self._ends()[1]

    def _ends(self) -> tuple[float, float]:
        scale = self.sign * (self.unit.scale if self.unit else 1.0)
        ends = self.number.low * scale, self.number.high * scale
        return min(ends), max(ends)

    def times(self, factor: float) -> "Figure":
        """The same figure in another magnitude."""
        return replace(self, number=self.number.times(factor))

    def of(self, unit: UnitReading | None) -> "Figure":
        """The same figure with another's unit, where it has none of its own."""
        return self if self.unit or unit is None else replace(self, after=unit)


def read_figure(text: str, pos: int, rules: Rules, floor: int = 0, money: bool = False) -> Figure | None:
    """The figure whose number begins at ``pos``; it takes nothing from before ``floor``.

    ``money`` says that the sign of money before another figure holds for this one too ("$3-5m"). None
    where no number is.
    """
    before = unit_before(text, pos, rules) if pos > floor else None
    if before and before.start < floor:
        before = None
    number = read_numeral(text, pos, rules, money=money or (before is not None and before.kind is Kind.MONEY))
    if number is None:
        return None
    if before is None and (share := share_of(text, number, rules)):
        number = share
    start = before.start if before else number.start
    sign: Literal[-1, 1] = 1
    signed = False
    between = text[before.end : number.start].strip() if before and before.kind is Kind.MONEY else ""
    if between in _PLUS_MINUS:
        sign, signed = (-1 if text[number.start - 1] in MINUS else 1), True  # "$-5bn"
    elif number.form is Form.DIGITS and start > floor and text[start - 1] in _PLUS_MINUS and _is_sign(text, start):
        sign, signed, start = (-1 if text[start - 1] in MINUS else 1), True, start - 1
    elif number.form in (Form.DIGITS, Form.WORDS) and (word := _minus_word(text, start, rules)):
        sign, signed, start = -1, True, start - word
    before, after = _unit(text, number, before, rules)
    if after is not None:
        number, after = with_finer(text, number, after, rules)
    end = max(number.end, after.end if after else 0, before.end if before else 0)
    return Figure(start, end, number, before, after, sign, signed)


def _unit(
    text: str, number: Numeral, before: UnitReading | None, rules: Rules
) -> tuple[UnitReading | None, UnitReading | None]:
    """The unit before the number and the one behind it, at most one of them set."""
    if before is None:
        gap = None
        if number.form in (Form.FRACTION, Form.VAGUE):
            gap = (_OF_A if number.form is Form.FRACTION else _OF).match(text, number.end)
        return None, unit_after(text, gap.end() - 1 if gap else number.end, rules)
    after = unit_after(text, number.end, rules) if before.kind is Kind.MONEY else None
    if after is not None and after.kind is Kind.MONEY:
        return None, after  # "US$5 million dollars", "$8.40 sterling": the word says which
    rate = rate_after(text, number.end, rules, money=True) if before.kind is Kind.MONEY else None
    if rate is None:
        return before, None
    unit = before
    for _ in range(2):  # "£6.50 per child per hour"
        if rate is None:
            break
        unit = replace(unit, end=rate.end, unit=f"{unit.unit} / {rate.unit}", also=(*unit.also, rate.rule))
        rate = rate_after(text, rate.end, rules, money=True)
    return unit, None


def _is_sign(text: str, start: int) -> bool:
    """A dash right before a figure is a sign where nothing stands before it that it could join."""
    if start < 2:
        return True
    char = text[start - 2]
    return char.isspace() or char in "([\"“'‘,~$€£"


def _minus_word(text: str, start: int, rules: Rules) -> int:
    """How many characters "minus " or "negative " take right before ``start``; 0 where they do not stand there."""
    found = _minus_words(rules).before(text, start)
    return start - found.start if found and found.means < 0 else 0


@lru_cache(maxsize=8)
def _minus_words(rules: Rules) -> Phrasebook[float]:
    words = next((rule.words for rule in rules.all(NumeralRule) if rule.ref == "numerals/negative"), {})
    return Phrasebook((f"{word}{hyphen}", value) for word, value in words.items() for hyphen in ("", " -"))
