"""Figures that agree: how surely it is no chance, and what a figure without a measure takes from it."""

import pytest
from comparison_samples import claim, found, quantity, rules

from reconcile.comparison.coincidence import mark_rivals, surety
from reconcile.comparison.items import Item, item, related


def items(*figures: tuple[str, object], others: int = 0) -> list[Item]:
    """Counts in the documents named, with ``others`` that agree with none of them."""
    made = [claim(f"c{n}", figure, doc=doc) for n, (doc, figure) in enumerate(figures)]
    made += [claim(f"other{n}", 1_000_003 * (n + 1), doc=f"other {n % 3}") for n in range(others)]
    return mark_rivals([item(one, rules()) for one in made], {one.doc: 0 for one in made})


def sure(one: Item, other: Item) -> float | None:
    assert surety(one, other, related(one, other, {})) == surety(other, one, related(other, one, {}))
    return surety(one, other, related(one, other, {}))


def test_the_more_figures_the_less_an_agreement_says():
    few, many = (items(("a", 58), ("b", 58), others=n) for n in (2, 200))
    assert sure(*few[:2]) > sure(*many[:2])


@pytest.mark.parametrize(("rounder", "sharper"), [(4, 14), (40, 43), (400_000, 412_386), (2, 9)])
def test_the_rounder_the_figure_the_less_its_agreement_says(rounder, sharper):
    round_ones = items(("a", rounder), ("b", rounder), others=9)
    sharp_ones = items(("a", sharper), ("b", sharper), others=9)
    assert sure(*round_ones[:2]) < sure(*sharp_ones[:2])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (27, 64),
        (quantity(27, "at_least"), 64),
        (quantity((24, 99), "vague"), 41),
        (quantity(27, "at_least"), quantity(20, "at_least")),
    ],
)
def test_what_does_not_agree_is_no_coincidence(one, other):
    assert sure(*items(("a", one), ("b", other))) is None


def test_a_text_prints_a_figure_in_one_way():
    rounded, exact = 1_300_000, 1_284_000
    assert sure(*items(("a", quantity(rounded, step=100_000)), ("b", exact))) is not None
    assert sure(*items(("a", quantity(rounded, step=100_000)), ("a", exact))) is None


def test_four_is_met_by_chance_among_many_counts():
    unknown = {"property": None, "topic": None, "entity": None}
    crowd = [claim(f"n{n}", n * n + 5, doc=f"d{n % 4}", **unknown) for n in range(30)]
    ours = [claim("x", 4, doc="a", **unknown), claim("y", 4, doc="b", **unknown)]
    facts = found([*crowd, *ours]).facts
    assert not any({"x", "y"} <= set(fact.claims) for fact in facts)


def test_an_agreement_is_told_with_what_makes_it_no_chance():
    unknown = {"property": None, "topic": None, "entity": None}
    (fact,) = found([claim("x", 2_318, doc="a", **unknown), claim("y", 2_318, doc="b", **unknown)]).facts
    assert fact.because == ("the same figure, which is hardly chance among 2 figures of their kind",)


def test_a_figure_that_repeats_another_contradicts_what_that_one_contradicts():
    bare = {"property": None, "topic": None, "entity": None}
    spilled = {"property": "spilled", "entity": None, "topic": "spills"}
    litres, cubic = (
        {"unit": unit, "kind": "physical", "step": step} for unit, step in (("liter", 1e5), ("meter ** 3", 1e2))
    )
    claims = [
        claim("a1", quantity(1_700, **cubic), doc="a", source="the port", **spilled),
        claim("b1", quantity(1_700_000, **litres), doc="b", **bare),
        claim("c1", quantity(2_900, "at_least", **cubic), doc="c", source="the divers", **spilled),
    ]
    (fact,) = found(claims).facts
    assert fact.claims == ("a1", "b1", "c1")
    assert {"b1", "c1"} in [{step.a, step.b} for step in fact.verdict.comparisons]


def test_groups_of_two_known_properties_are_not_tied_by_one_figure():
    claims = [
        claim("a1", 8_240, doc="a", property="hosted"),
        claim("b1", 8_240, doc="b", property="registered"),
        claim("c1", 11_900, doc="c", property="registered"),
    ]
    assert all(not {"a1", "c1"} <= set(fact.claims) for fact in found(claims).facts)


TANK = "the tank behind the brewery leaked"


@pytest.mark.parametrize(
    ("unit", "kind", "said", "taken"),
    [
        ("liter", "physical", TANK, True),
        ("liter", "physical", "a cask of cider", False),  # nothing says that it is about the same
        ("minute", "physical", TANK, False),  # many things take their time
        ("pump", "count", TANK, False),  # of so many, or so many of them
    ],
)
def test_the_only_figure_of_a_rare_kind_measures_what_the_others_of_its_kind_do(unit, kind, said, taken):
    figure = {"unit": unit, "kind": kind}
    named = {"property": "spilled", "entity": "pump" if kind == "count" else None, "topic": "spills"}
    none = {"property": None, "entity": named["entity"], "topic": None}
    claims = [
        claim("a1", quantity(5_400, **figure), doc="a", sentence=TANK, **named),
        claim("b1", quantity(9_100, **figure), doc="b", sentence=said, **none),
    ]
    assert (len(found(claims).facts) == 1) is taken
