"""Claims to questions: a key first, then pairs within it, then clusters that hold no contradiction."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product

from reconcile.comparison.bonds import Unjoined, bond
from reconcile.comparison.clusters import Clusters
from reconcile.comparison.items import Item
from reconcile.comparison.nearness import near_figures
from reconcile.comparison.normalising import Rates
from reconcile.comparison.splits import Split
from reconcile.comparison.stories import Stories
from reconcile.rulebook import Rules

_CROWD = 400  # items of one key: beyond, only neighbours by thing and figure are held together
_NEIGHBOURS = 40


@dataclass(frozen=True, slots=True)
class Group:
    """Claims that answer one question, and why they were put together."""

    items: tuple[Item, ...]
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """Two claims that look alike and were kept apart."""

    one: Item
    other: Item
    split: Split


def group(items: Sequence[Item], story: Stories, rules: Rules, rates: Rates) -> tuple[list[Group], list[Kept]]:
    """The questions that the claims answer, and the pairs that were kept apart.

    ``items`` come in a fixed order, which makes the result one for all orders of the documents.
    """
    by_id = {item.claim.id: item for item in items}
    clusters = Clusters({item.claim.id: item.property if item.known else None for item in items})
    kept: list[Kept] = []
    for one, other in chain(_candidates(items, story, rates), _set_against(by_id)):
        found = bond(one, other, rules, rates, story.bearing(one.claim.doc, other.claim.doc))
        clusters.add(one.claim.id, other.claim.id, found)
        if isinstance(found, Split):
            kept.append(Kept(one, other, found))
        elif isinstance(found, Unjoined) and found.doubt is not None:
            kept.append(Kept(one, other, Split("doubt", found.doubt)))
    return [Group(tuple(by_id[id] for id in ids), because) for ids, because in clusters.grow()], kept


def _set_against(by_id: Mapping[str, Item]) -> Iterator[tuple[Item, Item]]:
    """Pairs that a text sets against each other, although their properties rule each other out."""
    for one in by_id.values():
        for id in one.against:
            other = by_id.get(id)
            if other is not None and one.claim.id < id and one.known and other.known and one.property != other.property:
                yield one, other


def _candidates(items: Iterable[Item], story: Stories, rates: Rates) -> Iterator[tuple[Item, Item]]:
    """Pairs of one story and dimension whose properties do not rule each other out, each once."""
    blocks: dict[object, dict[str | None, list[Item]]] = defaultdict(lambda: defaultdict(list))
    for item in items:
        known = item.property if item.known else None
        blocks[story.number.get(item.claim.doc, -1), item.dimension][known].append(item)
    for block in blocks.values():
        loose = block.pop(None, [])
        yield from _pairs(loose)
        for same in block.values():
            yield from _pairs(same)
            if len(same) * len(loose) <= _CROWD**2:
                yield from product(same, loose)
        if len(block) > 1:
            named = [item for same in block.values() for item in same]
            for one, other in near_figures(named, rates, exact=not story.meant):
                if one.property != other.property:  # the measure of one may have been misread
                    yield one, other


def _pairs(block: list[Item]) -> Iterator[tuple[Item, Item]]:
    """All pairs of a small block; of a large one, those that share their thing and lie next to each other."""
    if len(block) <= _CROWD:
        yield from combinations(block, 2)
        return
    parts: dict[object, list[Item]] = defaultdict(list)
    for item in block:
        parts[item.property, item.entity].append(item)
    for part in parts.values():
        part.sort(key=lambda item: (item.claim.plausible.low, item.claim.plausible.high, item.claim.id))
        for start, one in enumerate(part):
            for other in part[start + 1 : start + 1 + _NEIGHBOURS]:
                yield one, other
