"""What was not compared, and why: the pairs that look most alike."""

from collections.abc import Mapping, Sequence

from reconcile.comparison.grouping import Kept
from reconcile.comparison.naming import told
from reconcile.model import Document, NotCompared

_MOST = 200
_SILENT = frozenset({"property", "entity"})  # another thing altogether is no near miss


def near_misses(kept: Sequence[Kept], documents: Mapping[str, Document]) -> tuple[NotCompared, ...]:
    """The pairs kept apart that share their property, the likest first, as many as a reader can take in."""
    near = [pair for pair in kept if pair.split.aspect not in _SILENT and pair.one.property == pair.other.property]
    near = [pair for pair in near if pair.one.property is not None]
    near.sort(key=lambda pair: (-_alike(pair), pair.one.claim.id, pair.other.claim.id))
    return tuple(
        NotCompared(
            claims=(pair.one.claim.id, pair.other.claim.id),
            aspect=pair.split.aspect,
            because=f"{told(pair.one.claim, documents)} and {told(pair.other.claim, documents)}: {pair.split.because}.",
        )
        for pair in near[:_MOST]
    )


def _alike(pair: Kept) -> float:
    one, other = pair.one, pair.other
    return (
        2.0 * (one.known and other.known)
        + 1.0 * (one.entity == other.entity)
        + 1.0 * (one.claim.doc != other.claim.doc)
        + 0.1 * len(one.words & other.words)
    )
