"""What leaves open that two figures which exclude each other answer one question."""

from dataclasses import replace

import pytest
from comparison_samples import claim, quantity, rules

from reconcile.comparison.companions import mark_companions
from reconcile.comparison.doubts import doubtful, may_be_part
from reconcile.comparison.items import Item, item


def made(id: str, figure: object, **about: object) -> Item:
    return item(claim(id, figure, **{"doc": id, **about}), rules())  # type: ignore[arg-type]


def test_two_figures_in_their_own_words_are_in_no_doubt():
    assert not doubtful(made("a", 27, topic="some pack"), made("b", 64, topic="some pack"))


def test_a_count_whose_own_words_name_no_property_is_no_ground_for_a_conflict():
    lent = replace(made("a", 1830, property=None, topic=None), property="cancelled", known=True)
    firm = made("b", 1220, property="cancelled", topic="some pack")
    assert doubtful(lent, firm)
    assert not doubtful(replace(lent, against=frozenset({"b"})), firm)


@pytest.mark.parametrize(("source", "doubt"), [("the board", True), ("the union", False)])
def test_who_gives_the_other_figure_too_speaks_of_two_things(source, doubt):
    one = made("a1", 5200, doc="a", source="the board", topic="some pack", property="headcount")
    beside = made("a2", 7900, doc="a", source=source, topic="some pack", property="headcount")
    other = made("b1", 7900, doc="b", topic="some pack", property="headcount")
    first, _, second = mark_companions([one, beside, other])
    assert doubtful(first, second) is doubt


def test_a_temperature_of_one_place_is_none_of_another():
    figure = quantity(39, unit="degree_Celsius", kind="physical")
    here = made(
        "a",
        figure,
        topic="weather",
        property="temperature",
        entity=None,
        place="arnby",
        sentence="In Arnby it was 39 degrees",
    )
    there = made(
        "b",
        quantity(42, unit="degree_Celsius", kind="physical"),
        topic="weather",
        property="temperature",
        entity=None,
        sentence="The station at Upper Brel read 42 degrees",
    )
    assert doubtful(here, there)
    assert not doubtful(here, replace(there, claim=replace(there.claim, sentence=None)))


@pytest.mark.parametrize(("soldiers", "people", "part"), [(11, 27, True), (60, 27, False)])
def test_fewer_soldiers_may_be_among_the_people(soldiers, people, part):
    one, other = made("a", soldiers, entity="troop"), made("b", people, entity="person")
    assert may_be_part(one, other, rules()) is part
    assert may_be_part(other, one, rules()) is part


@pytest.mark.parametrize("kind", ["life", "worker", "occupation"])
def test_lives_and_whoever_works_are_people(kind):
    assert not may_be_part(made("a", 11, entity=kind), made("b", 27, entity="person"), rules())
