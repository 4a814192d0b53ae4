"""The algebra of units: one pint registry, asked once per pair of units.

Names are pint's ("kilometer / hour"), ISO 4217 codes ("USD / barrel"), and our own ("percentage_point",
"oil_barrel"; see units.txt beside this file). A name that neither knows is a counted noun: "troop" has
the dimension "count", and "case / 100000 / person" is a count by a count. Numbers stay plain floats, and
what cannot be converted is a None or a sentence, never an exception.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

_DEFINITIONS = Path(__file__).with_name("units.txt")
_TERM = re.compile(r"\s*([*/]?)\s*([^*/\s][^*/]*?)\s*(?:\*\*\s*(-?\d))?\s*(?=[*/](?!\*)|$)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
_TINY = 1e-30  # nothing that news counts by is as small, or as large as what it divides into one
_LONGEST = 200  # characters of a name that is worth taking apart

#: What a dimension is called where it has a name of its own; others are spelled out.
_NAMES = {
    "dimensionless": "number",
    "length ** 2": "area",
    "length ** 3": "volume",
    "length / time": "speed",
    "length ** 2 * mass / time ** 2": "energy",
    "length ** 2 * mass / time ** 3": "power",
    "length * mass / time ** 2": "force",
    "mass / length / time ** 2": "pressure",
    "1 / time": "frequency",
    "information": "data",
    "information / time": "data / time",
    "person": "count",
    # rates, named by their parts
    "volume / time": "volume flow",
    "mass / time": "mass flow",
    "number / time": "frequency",
    "force / area": "pressure",
}


#: A bare part of a whole ("a third of voters") has a unit of the registry's: a hundred percent is one.
_SAME = {"dimensionless": "fraction"}


@dataclass(frozen=True, slots=True)
class Conversion:
    """From one unit to another: ``value * scale + offset``."""

    scale: float
    offset: float = 0.0

    def __call__(self, value: float) -> float:
        """The value in the other unit."""
        return value * self.scale + self.offset


@dataclass(frozen=True, slots=True)
class Unconvertible:
    """Why one unit does not turn into another, in words."""

    because: str


@dataclass(frozen=True, slots=True)
class _Parts:
    """A unit taken apart: what pint knows of it, the counted nouns with their powers, the bare numbers."""

    physical: tuple[tuple[str, int], ...]
    nouns: tuple[tuple[str, int], ...]
    number: float


@cache
def registry() -> Any:
    """The one pint registry, loaded when first asked for: pint's own definitions, then ours.

    Both are laid before anything is looked up: a registry keeps the dimensions it has worked out, and
    would go on calling a percentage a plain number.
    """
    import pint  # imported late: a third of a second that reading text need not pay

    units: Any = pint.UnitRegistry(None, on_redefinition="ignore")
    units.load_definitions(str(Path(pint.__file__).with_name("default_en.txt")))
    units.load_definitions(str(_DEFINITIONS))
    return units


def is_unit(name: str) -> bool:
    """Whether one name ("kilometer", "USD") is a unit of the registry under its full name.

    Symbols and aliases do not count: "cat" would be a hundredth of a technical atmosphere.

    >>> is_unit("kilometer"), is_unit("USD"), is_unit("troop"), is_unit("cat")
    (True, True, False, False)
    """
    return _is_unit(name) if name.isidentifier() and len(name) < _LONGEST else False


@lru_cache(maxsize=4096)
def _is_unit(name: str) -> bool:
    readings = registry().parse_unit_name(name)
    return any(prefix + unit == name for prefix, unit, _ in readings)


@lru_cache(maxsize=4096)
def dimension(unit: str) -> str | None:
    """What sort of quantity a unit measures, in words; None where the name cannot be taken apart.

    Rates are named by their parts, so that bushels by the acre are no length.

    >>> dimension("mile"), dimension("kilometer / hour"), dimension("USD / share"), dimension("troop")
    ('length', 'speed', 'USD / share', 'count')
    """
    parts = _parts(unit)
    if parts is None:
        return None
    above = sorted(_dimension_of(name, power) for name, power in parts.physical if power > 0)
    above += ["count" for _, power in parts.nouns if power > 0]
    below = sorted(_dimension_of(name, -power) for name, power in parts.physical if power < 0)
    below = ["person" if name == "count" else name for name in below] + [
        noun for noun, power in parts.nouns if power < 0
    ]
    said = " / ".join([" * ".join(above) or "number", *below])
    return _NAMES.get(said, said)


def _dimension_of(name: str, power: int) -> str:
    """The dimension of one unit to a power: "area", or spelled out in the order of the alphabet."""
    powers: dict[str, float] = {
        base.strip("[]").removeprefix("money_"): float(n)
        for base, n in _pint_unit(((name, power),)).dimensionality.items()
    }
    above = [_power(base, n) for base, n in sorted(powers.items()) if n > 0]
    below = [_power(base, -n) for base, n in sorted(powers.items()) if n < 0]
    said = " / ".join([" * ".join(above) or "1", *below]) if powers else "dimensionless"
    return _NAMES.get(said, said.replace("_", " "))


def _power(base: str, power: float) -> str:
    return base if power == 1 else f"{base} ** {power:g}"


def conversion(unit: str, to: str) -> Conversion | Unconvertible:
    """How a value in ``unit`` becomes one in ``to``; asked of pint once per pair.

    Currencies never turn into one another here: a rate is for the reader to state.

    >>> conversion("mile", "kilometer")(5)
    8.04672
    >>> conversion("USD", "EUR").because
    'USD and EUR measure different things (USD, EUR)'
    """
    return _conversion(unit, to)


@lru_cache(maxsize=8192)
def _conversion(unit: str, to: str) -> Conversion | Unconvertible:
    if unit == to:
        return Conversion(1.0)
    here, there = _parts(unit), _parts(to)
    if here is None or there is None:
        return Unconvertible(f"{unit if here is None else to} is no unit that can be taken apart")
    if here.nouns != there.nouns or dimension(unit) != dimension(to):
        return Unconvertible(f"{unit} and {to} measure different things ({dimension(unit)}, {dimension(to)})")
    if not here.physical:
        return Conversion(here.number / there.number)
    pint_here, pint_there = _pint_unit(here.physical), _pint_unit(there.physical)
    try:
        zero, one = (registry().Quantity(value, pint_here).to(pint_there).magnitude for value in (0.0, 1.0))
    except (ValueError, TypeError, AttributeError, ArithmeticError) as problem:
        return Unconvertible(f"{unit} and {to}: {problem}")
    scale = one - zero
    if zero:  # between two zero points: what is left of the subtraction is good for a dozen digits
        scale, zero = float(f"{scale:.12g}"), float(f"{zero:.12g}")
    return Conversion(float(scale) * here.number / there.number, float(zero))


def convert(value: float, unit: str, to: str) -> float | None:
    """``value`` in another unit; None where the two do not measure the same."""
    found = conversion(unit, to)
    return found(value) if isinstance(found, Conversion) else None


def factor(unit: str, to: str) -> float | None:
    """What a value in ``unit`` is multiplied by to be one in ``to``; None where that takes more than a factor.

    >>> factor("hour", "minute"), factor("degree_Celsius", "degree_Fahrenheit"), factor("US_cent", "USD")
    (60.0, None, 0.01)
    """
    found = conversion(unit, to)
    return found.scale if isinstance(found, Conversion) and not found.offset else None


def difference(unit: str) -> str:
    """The unit of a difference of two readings: degrees of warming are no degrees on the thermometer.

    >>> difference("degree_Celsius"), difference("kilometer")
    ('delta_degree_Celsius', 'kilometer')
    """
    return f"delta_{unit}" if unit in ("degree_Celsius", "degree_Fahrenheit") else unit


@lru_cache(maxsize=4096)
def canonical(name: str) -> str | None:
    """The registry's name for a unit that a user wrote ("km", "tonne", "m/s"); None where it knows none."""
    if len(name) > _LONGEST or not name.strip() or _NUMBER.match(name):
        return None
    if dimension(name) is not None and is_unit(name):
        return name
    try:
        return str(registry().parse_units(name.replace("^", "**")))
    except Exception:  # pint raises its own errors and those of the tokenizer alike
        return None


@lru_cache(maxsize=4096)
def _parts(unit: str) -> _Parts | None:
    """A name taken apart at its strokes, stars and powers; None where it is no name of a unit."""
    if not unit.strip() or len(unit) > _LONGEST:
        return None
    physical: Counter[str] = Counter()
    nouns: Counter[str] = Counter()
    number, end = 1.0, 0
    for term in _TERM.finditer(unit):
        if term.start() != end or bool(term[1]) == (end == 0):
            return None
        end = term.end()
        power = int(term[3] or 1) * (-1 if term[1] == "/" else 1)
        name = _SAME.get(term[2].strip(), term[2].strip())
        if _NUMBER.fullmatch(name):
            if not _TINY < float(name) < 1 / _TINY:
                return None
            number *= float(name) ** power
        elif is_unit(name):
            physical[name] += power
        else:
            nouns[name] += power
    if end != len(unit) or not _TINY < number < 1 / _TINY:
        return None
    return _Parts(_sorted(physical), _sorted(nouns), number)


def _sorted(powers: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted((name, power) for name, power in powers.items() if power))


@lru_cache(maxsize=4096)
def _pint_unit(physical: tuple[tuple[str, int], ...]) -> Any:
    units = registry()
    return units.Unit(units.UnitsContainer(dict(physical)))
