"""Whether the fewer of two figures may be among the rest."""

import pytest
from comparison_samples import claim, rules

from reconcile.comparison.doubts import may_be_part
from reconcile.comparison.items import Item, item


def made(id: str, figure: object, **about: object) -> Item:
    return item(claim(id, figure, **{"doc": id, **about}), rules())  # type: ignore[arg-type]


@pytest.mark.parametrize(("soldiers", "people", "part"), [(11, 27, True), (60, 27, False)])
def test_fewer_soldiers_may_be_among_the_people(soldiers, people, part):
    one, other = made("a", soldiers, entity="troop"), made("b", people, entity="person")
    assert may_be_part(one, other, rules()) is part
    assert may_be_part(other, one, rules()) is part


@pytest.mark.parametrize("kind", ["life", "worker", "occupation"])
def test_lives_and_whoever_works_are_people(kind):
    assert not may_be_part(made("a", 11, entity=kind), made("b", 27, entity="person"), rules())
