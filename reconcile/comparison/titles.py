"""What a fact is called: a few words that a reader would use."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from reconcile.comparison.events import event_of, is_event
from reconcile.comparison.items import Item, content_words
from reconcile.comparison.naming import Documents, narrowing
from reconcile.comparison.splits import aspect
from reconcile.extraction.measures.forms import participle
from reconcile.rulebook import Rules
from reconcile.rulebook.comparison import WordList

_LONGEST = 5  # words of a counted noun phrase; a longer one tells the story rather than names the thing
_NARROWING = ("group", "event", "place", "period")
_DONE = " (done)"  # how the grammar marks that a verb was done to what is counted


def title(items: Sequence[Item], documents: Documents, rules: Rules) -> str:
    """The thing, its property and what narrows it, as most claims have them: "Russian troops, military presence".

    The thing is named in the words of the text that say most of it ("Russian troops" before "troops"); a title
    that names what befell people need not say that they are people ("Deaths, earthquake in Orvand").
    """
    what = _commonest(_readable(item.property, rules) for item in items)
    thing = _thing(items) or _commonest(_readable(item.entity, rules) for item in items)
    event = event_of(items, documents, rules)
    narrowed = [_commonest(_narrowed(name, item, rules) for item in items) for name in _NARROWING]
    if event:
        narrowed = [part for part in narrowed if part is None or part.lower() not in event.lower()]
    if what and thing and any(item.known for item in items):
        if content_words(what, rules) <= content_words(thing, rules):
            what = None  # "suspected cases", and not "suspected cases, cases"
        elif (event or any(narrowed)) and thing.lower() in _anybody(rules):
            thing = None
        elif event and is_event(thing, rules):
            thing = None  # "magnitude, quake in Orvand"
    named = [part for part in dict.fromkeys([thing, what, *narrowed, event]) if part]
    name = ", ".join(named) or " ".join(items[0].claim.quantity.text.split())
    return name[:1].upper() + name[1:]


def _narrowed(name: str, item: Item, rules: Rules) -> str | None:
    """A qualifier as a title says it: "another" is "another event"."""
    value = narrowing(name, item.qualifiers.get(name))
    if not value or name != "event":
        return value
    rule = aspect(name, rules)
    return f"{value} {rule.name}" if rule and value in rule.values else value


def _thing(items: Iterable[Item]) -> str | None:
    phrases = (item.claim.quantity.counted for item in items)
    named = [" ".join(phrase.text.split()) for phrase in phrases if phrase]
    short = [name for name in named if name.count(" ") < _LONGEST]
    return min(short, key=lambda name: (-name.count(" "), -short.count(name), name), default=None)


def _readable(name: str | None, rules: Rules) -> str | None:
    if name and name.endswith(_DONE):
        *before, verb = name.removesuffix(_DONE).split(" ")
        name = " ".join([*before, participle(verb, rules)])
    return name.replace("_", " ") if name else None


def _commonest(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


@lru_cache(maxsize=8)
def _anybody(rules: Rules) -> frozenset[str]:
    return frozenset(rules.get(WordList, "anybody").words)
