"""What a fact is called: a few words that a reader would use."""

from collections import Counter
from collections.abc import Iterable, Sequence

from reconcile.comparison.items import Item
from reconcile.comparison.naming import narrowing

_LONGEST = 5  # words of a counted noun phrase; a longer one tells the story rather than names the thing
_NARROWING = ("group", "event", "place", "period")
_DONE = " (done)"  # how the grammar marks that a verb was done to what is counted


def title(items: Sequence[Item]) -> str:
    """The thing, its property and what narrows it, as most claims have them: "Russian troops, military presence".

    The thing is named in the words of the text that say most of it ("Russian troops" before "troops").
    """
    what = _commonest(_readable(item.property) for item in items)
    thing = _thing(items) or _commonest(_readable(item.entity) for item in items)
    narrowed = [_commonest(narrowing(name, item.qualifiers.get(name)) for item in items) for name in _NARROWING]
    named = [part for part in dict.fromkeys([thing, what, *narrowed]) if part]
    name = ", ".join(named) or " ".join(items[0].claim.quantity.text.split())
    return name[:1].upper() + name[1:]


def _thing(items: Iterable[Item]) -> str | None:
    phrases = (item.claim.quantity.counted for item in items)
    named = [" ".join(phrase.text.split()) for phrase in phrases if phrase]
    short = [name for name in named if name.count(" ") < _LONGEST]
    return min(short, key=lambda name: (-name.count(" "), -short.count(name), name), default=None)


def _readable(name: str | None) -> str | None:
    return name.removesuffix(_DONE).replace("_", " ") if name else None


def _commonest(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None
