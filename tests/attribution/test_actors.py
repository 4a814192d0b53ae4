"""Countries, seats of government and bodies under each of their names."""

import pytest

from reconcile.extraction.attribution.names import actor_named, place_named, same_name
from reconcile.rulebook import load
from reconcile.rulebook.attribution import Actors

EXACT = {
    "Kiev": "Ukraine (government)",
    "Kyiv’s": "Ukraine (government)",
    "the Kremlin": "Russia (Kremlin)",
    "U.S.": "United States (government)",
    "the U.S. government": "United States (government)",
    "the Dutch government": "Netherlands (government)",
    "the government of Chile": "Chile (government)",
    "leaders in Kiev": "Ukraine (government)",
    "Brussels": "European Union",
    "the West": "the West",
    "the Fed": "Federal Reserve",
    "Côte d’Ivoire": "Ivory Coast (government)",
}
PART = {
    "the Ukrainian defence ministry": "ukraine",
    "Ukraine's defence minister, Petr Havlin": "ukraine",
    "a senior U.S. official": "united-states",
    "officials in New Delhi": "india",
    "the president of South Korea": "south-korea",
    "Western officials": "the-west",
}
NOBODY = ("Ukrainian voters", "the mayor", "the interior ministry", "", "a baker in Kiev", "the official", "42")
PLACES = {
    "Ukrainian": "Ukraine",
    "Kyiv": "Ukraine",
    "Brazil": "Brazil",
    "the Dutch": "Netherlands",
    "US": "United States",
}


@pytest.mark.parametrize("text", EXACT)
def test_names_of_an_actor(text: str) -> None:
    actor = actor_named(text, load())
    assert actor is not None
    assert (actor.name, actor.exact) == (EXACT[text], True)


@pytest.mark.parametrize("text", PART)
def test_an_office_belongs_to_its_country(text: str) -> None:
    actor = actor_named(text, load())
    assert actor is not None
    assert (actor.id, actor.exact) == (PART[text], False)


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(text: str) -> None:
    assert actor_named(text, load()) is None


@pytest.mark.parametrize("text", PLACES)
def test_places(text: str) -> None:
    assert place_named(text, load()) == PLACES[text]


def test_no_name_belongs_to_two_countries() -> None:
    seen: dict[str, str] = {}
    for group in load().all(Actors):
        for entry in group.entries:
            for name in (entry.name, *entry.capital, *entry.also, *entry.seats, *entry.people):
                if name not in ("Congolese", "Dominican", "Guinean"):  # printed of two countries, read as the likelier
                    assert seen.setdefault(name, entry.name) == entry.name, name


def test_at_least_the_members_of_the_united_nations_are_known() -> None:
    countries = next(group for group in load().all(Actors) if group.government)
    assert len({entry.id for entry in countries.entries}) == len(countries.entries) >= 193


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Volodymyr Zelenskiy", "Zelenskyy", True),
        ("Zelensky", "Zelenskiy", True),
        ("Sergei Lavrov", "Sergey Lavrov", True),
        ("Anna Weiss", "Jan Weiss", False),
        ("Anna Weiss", "Anna Holt", False),
        ("", "Holt", False),
    ],
)
def test_spellings_of_a_name(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same
