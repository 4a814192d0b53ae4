"""Laws of units: there and back is the identity, spans are right, and no text at all raises."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile import units
from reconcile.extraction.unit_lexicon import lexicon
from reconcile.extraction.units import UnitReading, rate_after, unit_after, unit_before
from reconcile.rulebook import load
from reconcile.rulebook.units import CommodityRule, CurrencyRule, RateRule, SenseRule, UnitRule

RULES = load()


def _all_units() -> list[str]:
    """Every unit that reading text can give."""
    named = {s.meaning.unit for found in lexicon(RULES).after.values() for s in found if s.meaning.unit}
    named |= {mark.meaning.unit for marks in lexicon(RULES).before.values() for mark in marks}
    named |= {unit for rule in RULES.all(CommodityRule) for unit in rule.units.values()}
    named |= {sense.unit for rule in RULES.all(SenseRule) for sense in rule.senses}
    return sorted(named - {""})


UNITS = _all_units()
FAMILIES: dict[str, list[str]] = {}
for _unit in UNITS:
    FAMILIES.setdefault(units.dimension(_unit) or "", []).append(_unit)
PAIRS = [(a, b) for family in FAMILIES.values() for a in family for b in family if a != b]
SPELLINGS = [
    (surface.meaning.unit, " ".join((first, *surface.rest)))
    for first, found in lexicon(RULES).after.items()
    for surface in found
    if surface.meaning.sense is None and not surface.meaning.glue and not surface.meaning.large
]
NUMBERS = st.floats(min_value=-1e9, max_value=1e9, allow_nan=False)
PIECES = [
    "5",
    "a",
    " ",
    "-",
    "km",
    "/",
    "per",
    "$",
    "US$",
    "°",
    "C",
    "²",
    ".",
    "\n",
    "square",
    "pounds",
    "day",
    "100,000",
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.characters(), max_size=30).map("".join)


def test_every_unit_that_can_be_read_is_in_the_registry() -> None:
    for unit in UNITS:
        for part in unit.replace(" ** 2", "").replace(" ** 3", "").split(" / "):
            assert units.is_unit(part), unit


def test_every_noun_under_a_rate_is_a_unit_or_a_plain_noun() -> None:
    for rule in RULES.all(RateRule):
        for noun in rule.nouns.values():
            assert units.dimension(noun), noun


@given(NUMBERS, st.sampled_from(PAIRS))
def test_converting_there_and_back_is_the_identity(value: float, pair: tuple[str, str]) -> None:
    there = units.convert(value, *pair)
    assert there is not None
    back = units.convert(there, pair[1], pair[0])
    assert back == pytest.approx(value, rel=1e-9, abs=1e-6)


@given(st.sampled_from(UNITS), st.sampled_from(UNITS))
def test_only_one_dimension_converts(a: str, b: str) -> None:
    same = units.dimension(a) == units.dimension(b)
    assert (units.convert(1.0, a, b) is not None) == same


@given(NUMBERS, st.sampled_from(UNITS))
def test_converting_to_the_same_unit_changes_nothing(value: float, unit: str) -> None:
    assert units.convert(value, unit, unit) == value


def test_no_currency_turns_into_another() -> None:
    codes = [rule.code for rule in RULES.all(CurrencyRule)]
    assert len(set(codes)) == len(codes)
    assert all(units.convert(1.0, code, codes[0]) is None for code in codes[1:])
    assert all(units.factor(coin, rule.code) for rule in RULES.all(CurrencyRule) for coin in rule.coins)


@given(st.sampled_from(SPELLINGS), st.sampled_from([" ", "\u00a0", "\u2009", "\u202f", "-", "\u2011"]))
def test_every_spelling_reads_back_to_its_unit(spelling: tuple[str, str], gap: str) -> None:
    unit, words = spelling
    found = unit_after(f"5{gap}{words}, then", 1, RULES)
    assert found is not None
    assert found.unit == unit
    assert found.end == len(f"5{gap}{words}")


@given(TEXTS, st.integers(0, 40), TEXTS)
def test_any_text_is_read_and_every_span_is_right(before: str, pos: int, after: str) -> None:
    text = before + after
    pos = min(pos, len(text))
    for found in (unit_after(text, pos, RULES), rate_after(text, pos, RULES)):
        if found is not None:
            assert pos <= found.start < found.end <= len(text)
            assert not text[found.start].isspace()
            assert not text[found.end - 1].isspace()
    if (sign := unit_before(text, pos, RULES)) is not None:
        assert 0 <= sign.start < sign.end <= pos


@given(TEXTS, st.sampled_from(["5 km", "5 per cent", "$5", "5 barrels a day", "5 sq km"]))
def test_what_stands_before_does_not_change_what_is_read_after(before: str, text: str) -> None:
    alone = unit_after(text, text.index("5") + 1, RULES)
    shifted = unit_after(f"{before}\n{text}", len(before) + 1 + text.index("5") + 1, RULES)
    assert (alone and alone.unit) == (shifted and shifted.unit)


@given(st.text(max_size=60))
def test_any_name_has_a_dimension_or_none(name: str) -> None:
    said = units.dimension(name)
    assert said is None or said
    assert units.convert(1.0, name, "mile") is None or units.dimension(name) == "length"
    units.canonical(name)


@pytest.mark.parametrize(
    "noise", ["a" * 1_000_000, " per" * 250_000, "km/" * 300_000, "°" * 1_000_000, "square " * 150_000]
)
def test_long_texts_are_looked_at_no_further_than_a_unit_goes(noise: str) -> None:
    text = f"5 {noise}"
    for _ in range(20):
        found = unit_after(text, 1, RULES)
        assert found is None or found.end < 100
        assert rate_after(text, 1, RULES) is None
    assert unit_before(f"{noise}5", len(noise), RULES) is None


def test_a_reading_is_a_plain_record() -> None:
    found = unit_after("5 km", 1, RULES)
    assert isinstance(found, UnitReading)
    assert (found.unit, found.kind.value, found.rule, found.scale) == ("kilometer", "physical", "units/length", 1.0)


def test_reading_imports_neither_pint_nor_quantulum3() -> None:
    program = (
        "import sys; from reconcile.rulebook import load; from reconcile.extraction.units import unit_after;"
        "found = unit_after('5 km', 1, load()); assert found.unit == 'kilometer';"
        "sys.exit(sorted({'pint', 'quantulum3', 'inflect', 'sklearn'} & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr


def test_no_unit_rule_is_without_a_sentence() -> None:
    assert not [rule.ref for rule in RULES.all(UnitRule) if not rule.counterexamples]
