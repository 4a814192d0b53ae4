"""quantulum3's table against the rule book: nothing of it is lost in silence, and nothing is mapped amiss."""

from collections import Counter

import pytest

from reconcile import units
from reconcile.extraction.unit_lexicon import plural, quantulum_table
from reconcile.extraction.units import unit_after
from reconcile.rulebook import load
from reconcile.rulebook.units import CurrencyRule, UnitRule

RULES = load()
TABLE = quantulum_table()
MAPPED = {name: (unit, rule) for rule in RULES.all(UnitRule) for name, unit in rule.quantulum3.items()}
UNREAD = {name for rule in RULES.all(UnitRule) for names in rule.unread.values() for name in names}
PREFIXES = {
    "E": "exa", "P": "peta", "T": "tera", "G": "giga", "M": "mega", "k": "kilo", "d": "deci", "c": "centi",
    "m": "milli", "µ": "micro", "n": "nano", "p": "pico", "f": "femto", "a": "atto", "z": "zepto", "y": "yocto",
}  # fmt: skip

#: Entities of quantulum3's in the words of reconcile.units.dimension. Not here: entities that only one unit has.
DIMENSIONS = {
    "length": "length",
    "area": "area",
    "volume": "volume",
    "volume (lumber)": "volume",
    "mass": "mass",
    "time": "time",
    "speed": "speed",
    "acceleration": "length / time ** 2",
    "temperature": "temperature",
    "angle": "angle",
    "pressure": "pressure",
    "energy": "energy",
    "torque": "energy",
    "power": "power",
    "force": "force",
    "data storage": "data",
    "data transfer rate": "data / time",
    "frequency": "frequency",
    "instance frequency": "frequency",
    "charge": "current * time",
    "current": "current",
    "electric potential": "length ** 2 * mass / current / time ** 3",
    "volumetric flow": "volume flow",
    "mass flow": "mass flow",
    "density": "mass / volume",
    "radioactivity": "frequency",
    "radiation absorbed dose": "length ** 2 / time ** 2",
    "radiation exposure": "current * time / mass",
    "dynamic viscosity": "mass / length / time",
    "fluidity": "length * time / mass",
    "kinematic viscosity": "length ** 2 / time",
    "linear mass density": "mass / length",
    "luminous intensity": "luminosity",
    "illuminance": "luminosity / length ** 2",
    "luminance": "luminosity / length ** 2",
    "magnetic flux": "length ** 2 * mass / current / time ** 2",
    "capacitance": "current ** 2 * time ** 4 / length ** 2 / mass",
    "catalytic activity": "substance / time",
    "electrical resistance": "length ** 2 * mass / current ** 2 / time ** 3",
    "sound level": "sound level",
    "electrical conductance": "current ** 2 * time ** 3 / length ** 2 / mass",
    "irradiance": "mass / time ** 2",
    "typographical element": "pixel",
    "permeability": "area",
}

#: Where the dimension is not the entity's, and why that is right.
OTHERWISE = {
    "bushel": "volume",  # the entity in the table is a slip: a bushel is a measure of volume until a grain is named
    "steradian": "angle ** 2",
    "lumen": "angle ** 2 * luminosity",
    "lux": "angle ** 2 * luminosity / length ** 2",
    "candela per square metre": "luminosity / area",
    "percentage": "share",
    "per mille": "share",
    "parts-per-million": "share",
    "parts-per-billion": "share",
    "basis point": "percentage point",
    "ampere-turn": "current",
    "gauss": "mass ** 0.5 / length ** 0.5 / time",
    "oersted": "mass ** 0.5 / length ** 0.5 / time",
    "revolutions per minute": "turn / time",
    "cycle per second": "turn / time",
    "baud": "data / time",
}


#: The same unit by another name, where a shorter one is read.
ELSEWHERE = {
    "milliliter": "centimeter ** 3",
    "microliter": "millimeter ** 3",
    "kiloliter": "meter ** 3",
    "metric_horsepower": "horsepower",
    "boiler_horsepower": "horsepower",
    "hectometer ** 2": "hectare",
    "decimeter ** 3": "liter",
    "kilobyte": "kibibyte",
}


@pytest.mark.parametrize("name", TABLE)
def test_every_unit_is_mapped_or_left_out_with_its_reason(name: str) -> None:
    entry = TABLE[name]
    if entry["entity"] == "currency" or name == "unk":
        return
    assert name in MAPPED or name in UNREAD or all(s in UNREAD for s in entry.get("surfaces", [name])), name


def test_every_name_mapped_stands_in_the_table() -> None:
    assert not set(MAPPED) - set(TABLE)


def test_no_name_is_mapped_twice() -> None:
    counts = Counter(name for rule in RULES.all(UnitRule) for name in rule.quantulum3)
    assert not [name for name, count in counts.items() if count > 1]


@pytest.mark.parametrize("name", MAPPED)
def test_every_unit_measures_what_quantulum3_says_it_does(name: str) -> None:
    unit = MAPPED[name][0]
    wanted = OTHERWISE.get(name) or DIMENSIONS[TABLE[name]["entity"]]
    assert units.dimension(unit) == wanted, (name, unit)


@pytest.mark.parametrize("name", MAPPED)
def test_every_surface_and_symbol_is_read_as_its_unit_or_left_out(name: str) -> None:
    entry = TABLE[name]
    amiss = []
    for spelled in (*entry.get("surfaces", ()), *entry.get("symbols", ())):
        ways = [(f"5 {spelled}", 1), (f"5{spelled}", 1), (f"5.5{spelled}", 3)]
        found = [unit_after(text, pos, RULES) for text, pos in ways]
        read = {f.unit for f, (text, _) in zip(found, ways, strict=True) if f and f.end == len(text.rstrip("."))}
        if spelled not in UNREAD and MAPPED[name][0] not in read | {ELSEWHERE.get(unit) for unit in read}:
            amiss.append((spelled, read))
    assert not amiss


@pytest.mark.parametrize("name", [n for n in MAPPED if TABLE[n].get("prefixes")])
def test_si_prefixes_of_the_table_are_read(name: str) -> None:
    surface = TABLE[name]["surfaces"][0]
    for letter in TABLE[name]["prefixes"]:
        word = PREFIXES[letter] + surface
        if PREFIXES[letter] + name in UNREAD:
            continue
        found = unit_after(f"5 {plural(word)}", 1, RULES)
        assert found, word
        assert found.unit == PREFIXES[letter] + MAPPED[name][0]


def test_every_currency_of_the_table_is_in_the_rule_book() -> None:
    codes = {entry.get("currency_code") for entry in TABLE.values()} - {None}
    assert codes <= {rule.code for rule in RULES.all(CurrencyRule)}
