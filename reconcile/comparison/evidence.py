"""What speaks for two figures of one property being one question, where they exclude each other.

Each sign has a round weight, and they are added: what opens two reports, and counts one thing, is their matter; a
figure among several of its property, that only one text narrows or for which nobody is named, is often of something
else. The weights are those of stories in which it is known what is a conflict.
"""

from collections.abc import Iterator

from reconcile.comparison.intervals import Relation
from reconcile.comparison.items import Item, related
from reconcile.comparison.kinship import named_alike
from reconcile.comparison.times import gap
from reconcile.model import Kind, Modifier

ENOUGH = 0.5  #: weight from which two figures are taken to answer one question
ENOUGH_BY_NAME = -2.0  #: the same in large folders, where the two must share more of their names and words
WORTH_TELLING = -0.5  #: weight from which readers are told that they may

_NO_SCOPE = ("per", "status")  # aspects that many figures of one text share
_FULL, _HALF = 1.0, 0.5
_SEVERAL, _MANY = 2, 3  # other figures of the property in the two texts
_DAYS = 3  # between two figures, from which the matter itself may have moved
_BOUNDED = (Modifier.AT_LEAST, Modifier.AT_MOST, Modifier.MORE_THAN, Modifier.LESS_THAN)
_HEDGED = (Modifier.ABOUT, Modifier.NEARLY, Modifier.RANGE)

Sign = tuple[float, str]
"""What a sign weighs, and the sign in words."""


def weight(one: Item, other: Item) -> float:
    """What the signs weigh together."""
    return sum(weight for weight, _ in signs(one, other))


def told(one: Item, other: Item, *, speaking_for: bool) -> str:
    """The signs that speak for one question, or for two, in words."""
    return ", ".join(words for weight, words in signs(one, other) if (weight > 0) is speaking_for)


def signs(one: Item, other: Item) -> Iterator[Sign]:
    """Every sign that two figures are one question (above 0), or two (below)."""
    yield from _of_the_thing(one, other)
    yield from _of_the_texts(one, other)
    yield from _of_the_figures(one, other)


def _of_the_thing(one: Item, other: Item) -> Iterator[Sign]:
    """What is measured, and when."""
    if one.entity is not None and other.entity is not None and named_alike(one.entity, other.entity):
        yield _FULL, "the same thing is counted"
    windows = {one.window.id, other.window.id}
    if "fixed" in windows:
        yield _FULL, "what they measure does not change"
    if "flow" in windows:
        yield -_HALF, "it is another for every period"
    if one.claim.quantity.kind is Kind.RATIO:
        yield -_HALF, "a share may be of another whole"
    if (gap(one.claim.as_of, other.claim.as_of) or 0) >= _DAYS:
        yield -_HALF, "the figures are some days apart"
    alone = one.qualifiers.keys() ^ other.qualifiers.keys()
    if "place" in alone:
        yield -_HALF, "only one of them names a place"
    if alone - {"place"}:
        yield -_HALF, f"only one of them names the {' and the '.join(sorted(alone - {'place'}))}"
    alike = sorted(name for name in one.qualifiers.keys() & other.qualifiers.keys() if _narrows_alike(name, one, other))
    if alike:
        yield _FULL, f"both name the same {' and '.join(alike)}"


def _of_the_texts(one: Item, other: Item) -> Iterator[Sign]:
    """Where the two stand in their texts, and who gives them."""
    opening = one.standing.opens + other.standing.opens
    if opening:
        yield _FULL * opening, "both open their texts" if opening > 1 else "one of them opens its text"
    unnamed = (one.source is None) + (other.source is None)
    if unnamed:
        yield -_HALF * unnamed, "nobody is named for either" if unnamed > 1 else "nobody is named for one of them"
    numbers = {one.number, other.number}
    others = len(one.standing.others - numbers) + len(other.standing.others - numbers)
    if others >= _SEVERAL:
        yield -(_FULL if others >= _MANY else _HALF), "the texts give several figures of the kind"
    if one.standing.lesser or other.standing.lesser:
        yield -_HALF, "its text gives a greater one beside one of them"
    if _gives(one, other) or _gives(other, one):
        yield -_HALF, "who gives the one gives the other's figure too"


def _of_the_figures(one: Item, other: Item) -> Iterator[Sign]:
    """How the figures are put: who bounds a figure has a claim of somebody else's in mind."""
    modifiers = {one.claim.quantity.modifier, other.claim.quantity.modifier}
    if not modifiers.isdisjoint(_BOUNDED):
        yield _FULL, "one of them is worded as a bound"
    if not modifiers.isdisjoint(_HEDGED):
        yield _HALF, "one of them is worded as an estimate"


def _narrows_alike(name: str, one: Item, other: Item) -> bool:
    return name not in _NO_SCOPE and one.qualifiers[name].casefold() == other.qualifiers[name].casefold()


def _gives(one: Item, other: Item) -> bool:
    """Whether who gives ``one`` gives a figure that agrees with ``other`` too."""
    return any(
        two.claim.id != other.claim.id and related(two, other, {}) not in (None, Relation.APART)
        for two in one.standing.beside
    )
