"""What a fact is called: a few words that a reader would use."""

from collections import Counter
from collections.abc import Sequence

from reconcile.comparison.items import Item


def title(items: Sequence[Item]) -> str:
    """The property, the thing and where, from the words that most claims have: "deaths, person, Tovuz"."""
    parts = [_commonest([item.property for item in items]), _commonest([item.entity for item in items])]
    parts += [
        _commonest([item.qualifiers.get(name) for item in items]) for name in ("group", "event", "place", "period")
    ]
    known = [part.replace("_", " ") for part in dict.fromkeys(parts) if part]
    if not known:
        known = [" ".join((items[0].claim.quantity.counted or items[0].claim.quantity).text.split())]
    name = ", ".join(known)
    return name[:1].upper() + name[1:]


def _commonest(values: Sequence[str | None]) -> str | None:
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None
