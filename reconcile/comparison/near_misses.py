"""What was not compared, and why: for each two facts that look alike, the reason that keeps them apart."""

from collections.abc import Mapping, Sequence

from reconcile.comparison.grouping import Group, Kept
from reconcile.comparison.naming import told
from reconcile.model import Document, NotCompared

_MOST = 200  # as many as a reader can take in
_ANOTHER_THING = frozenset({"property", "entity"})  # something else altogether is no near miss


def near_misses(
    kept: Sequence[Kept], groups: Sequence[Group], documents: Mapping[str, Document]
) -> tuple[NotCompared, ...]:
    """One entry for every two groups and reason: their likest pair, the likest groups first."""
    group_of = {item.claim.id: number for number, group in enumerate(groups) for item in group.items}
    likest: dict[tuple[int, int, str], Kept] = {}
    pairs: dict[tuple[int, int, str], int] = {}
    for pair in kept:
        if pair.split.aspect in _ANOTHER_THING or pair.one.property is None or pair.one.property != pair.other.property:
            continue
        low, high = sorted((group_of[pair.one.claim.id], group_of[pair.other.claim.id]))
        if low == high:  # a doubt that other figures have settled
            continue
        key = (low, high, pair.split.aspect)
        pairs[key] = pairs.get(key, 0) + 1
        if key not in likest or _alike(pair) > _alike(likest[key]):
            likest[key] = pair
    ranked = sorted(likest.items(), key=lambda entry: (-_alike(entry[1]), -pairs[entry[0]], entry[0]))
    return tuple(_entry(pair, pairs[key], documents) for key, pair in ranked[:_MOST])


def _entry(pair: Kept, count: int, documents: Mapping[str, Document]) -> NotCompared:
    one, other = pair.one.claim, pair.other.claim
    more = f" So for {count - 1} more {'pair' if count == 2 else 'pairs'} of figures." if count > 1 else ""
    return NotCompared(
        claims=(one.id, other.id),
        aspect=pair.split.aspect,
        because=f"{told(one, documents)} and {told(other, documents)}: {pair.split.because}{_too_large(pair)}.{more}",
    )


def _too_large(pair: Kept) -> str:
    """A doubt worth telling: a part that is more than what it is said to be a part of."""
    aspect = pair.split.aspect
    if aspect not in ("part", "group") or (pair.one.qualifiers.get(aspect) and pair.other.qualifiers.get(aspect)):
        return ""
    part, whole = (pair.one, pair.other) if pair.one.qualifiers.get(aspect) else (pair.other, pair.one)
    comparable = part.claim.quantity.unit == whole.claim.quantity.unit or part.dimension == "count"
    larger = part.claim.plausible.low > whole.claim.plausible.high
    return "; yet the part is more than the whole" if comparable and larger else ""


def _alike(pair: Kept) -> float:
    """How much two claims look alike."""
    one, other = pair.one, pair.other
    return (
        2.0 * (one.known and other.known)
        + 1.0 * (one.entity == other.entity)
        + 1.0 * (one.claim.doc != other.claim.doc)
        + 0.1 * len(one.words & other.words)
    )
