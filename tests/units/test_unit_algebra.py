"""The algebra of units, on figures that a reader can check."""

import pytest

from reconcile import units

CONVERSIONS = [
    (5, "mile", "kilometer", 8.04672),
    (1, "acre", "hectare", 0.40468564),
    (1, "mile ** 2", "kilometer ** 2", 2.589988110336),
    (1, "oil_barrel", "gallon", 42),
    (1, "oil_barrel", "liter", 158.987294928),
    (1, "imperial_gallon", "liter", 4.54609),
    (1, "wheat_bushel", "kilogram", 27.2155422),
    (1, "corn_bushel", "kilogram", 25.40117272),
    (100, "degree_Celsius", "degree_Fahrenheit", 212),
    (-40, "degree_Fahrenheit", "degree_Celsius", -40),
    (0, "degree_Celsius", "kelvin", 273.15),
    (10, "delta_degree_Celsius", "delta_degree_Fahrenheit", 18),
    (1, "decade", "year", 10),
    (1, "century", "decade", 10),
    (1, "kilowatt_hour", "joule", 3.6e6),
    (1, "terawatt_hour", "gigawatt_hour", 1000),
    (25, "basis_point", "percentage_point", 0.25),
    (0.5, "fraction", "percent", 50),
    (0.25, "dimensionless", "percent", 25),
    (420, "ppm", "percent", 0.042),
    (19, "US_cent", "USD", 0.19),
    (60, "GB_penny / liter", "GBP / liter", 0.6),
    (1, "knot", "kilometer / hour", 1.852),
    (1, "kilotonne", "metric_ton", 1000),
    (1, "ton", "pound", 2000),
    (1, "long_ton", "pound", 2240),
    (1, "troy_ounce", "gram", 31.1034768),
    (1, "gigabyte", "megabyte", 1000),
    (8, "megabit / second", "megabyte / second", 1),
    (1, "meter ** 3 / second", "liter / minute", 60000),
    (120, "case / 100000 / person", "case / 1000 / person", 1.2),
    (7, "person / day", "person / week", 49),
    (3, "troop / month", "troop / year", 36),
    (90, "EUR / megawatt_hour", "EUR / kilowatt_hour", 0.09),
    (1, "kiloton_TNT", "terajoule", 4.184),
    (1, "horsepower", "kilowatt", 0.745699872),
    (1, "jupiter_mass", "earth_mass", 317.828),
    (1, "light_year", "kilometer", 9.4607304725808e12),
]


@pytest.mark.parametrize(("value", "unit", "to", "result"), CONVERSIONS)
def test_a_conversion(value: float, unit: str, to: str, result: float) -> None:
    assert units.convert(value, unit, to) == pytest.approx(result, rel=1e-5)


APART = [
    ("USD", "EUR"),
    ("percent", "percentage_point"),
    ("percent", "basis_point"),
    ("kilowatt", "kilowatt_hour"),
    ("degree", "degree_Celsius"),
    ("degree_Celsius", "mile"),
    ("troop", "soldier"),
    ("troop", "troop / day"),
    ("USD / share", "USD / oil_barrel"),
    ("bushel / acre", "inch"),
    ("bushel", "metric_ton"),
    ("magnitude", "percent"),
    ("index_point", "percentage_point"),
    ("liter / kilometer", "acre"),
    ("hour / week", "percent"),
]


@pytest.mark.parametrize(("unit", "to"), APART)
def test_what_does_not_convert_says_why(unit: str, to: str) -> None:
    assert units.convert(1.0, unit, to) is None
    assert units.factor(unit, to) is None
    refused = units.conversion(unit, to)
    assert isinstance(refused, units.Unconvertible)
    assert unit in refused.because


DIMENSIONS = {
    "troop": "count",
    "person": "count",
    "Russian troop": "count",
    "cat": "count",
    "kilometer": "length",
    "kilometer ** 2": "area",
    "oil_barrel / day": "volume flow",
    "mile / hour": "speed",
    "knot": "speed",
    "USD": "USD",
    "USD / oil_barrel": "USD / volume",
    "USD / share": "USD / share",
    "US_cent / gallon": "USD / volume",
    "case / 100000 / person": "count / person",
    "person / day": "count / time",
    "percent": "share",
    "percent / year": "share / time",
    "EUR / megawatt_hour": "EUR / energy",
    "revolutions_per_minute": "turn / time",
    "gigabyte": "data",
}


@pytest.mark.parametrize(("unit", "said"), DIMENSIONS.items())
def test_a_dimension(unit: str, said: str) -> None:
    assert units.dimension(unit) == said


@pytest.mark.parametrize("name", ["", " ", "**", "/", "a / / b", "x" * 500, "* mile", "0 / mile"])
def test_what_is_no_name_has_no_dimension(name: str) -> None:
    assert units.dimension(name) is None
    assert units.convert(1.0, name, "mile") is None


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("km", "kilometer"),
        ("tonne", "metric_ton"),
        ("m/s", "meter / second"),
        ("km^2", "kilometer ** 2"),
        ("USD", "USD"),
    ],
)
def test_what_a_user_writes_gets_the_registrys_name(written: str, name: str) -> None:
    assert units.canonical(written) == name


@pytest.mark.parametrize("written", ["troop", "", "5", "???", "no such unit"])
def test_what_is_no_unit_has_no_name(written: str) -> None:
    assert units.canonical(written) is None
