"""The event and place of a fact, as its articles write them: for the fact's title, and nothing else hangs on it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reconcile.comparison.items import Item, passed_over
from reconcile.comparison.naming import Documents
from reconcile.comparison.times import explicit, published_on
from reconcile.model import Document, Stance
from reconcile.rulebook import Rules
from reconcile.rulebook.comparison import Event, WordList

_HEAD = 900  # characters of a document in which it says what it is about
_OLD = 60  # days before its document from which a figure is of another event
_NAME = r"(?:[^\W\d_a-z][\w’'-]+)"


@dataclass(frozen=True, slots=True)
class _Written:
    """An event as one document writes it: "earthquake in Orvand"."""

    event: str
    place: str
    phrase: str


def event_of(items: Sequence[Item], documents: Documents, rules: Rules) -> str | None:
    """The event that most documents of a fact write with its place, where its figures can be of that event."""
    topics = Counter(item.claim.measure.topic for item in items if item.known)
    if not topics or any("event" in item.qualifiers for item in items) or all(map(_is_past, items)):
        return None
    topic = topics.most_common(1)[0][0]
    if topic not in _explained(rules):
        return None
    told = [documents[doc] for doc in sorted({item.claim.doc for item in items}) if doc in documents]
    if any(_is_old(item, documents) for item in items):
        return None
    written = [one for document in told for one in _written(document.title or "", document.text[:_HEAD], rules)]
    fitting = [one for one in written if topic in rules.get(Event, one.event).topics]
    if not fitting:
        return None
    support = {(one.event, one.place): sum(_tells(document, one, rules) for document in told) for one in fitting}
    best = max(support, key=lambda pair: (support[pair], pair))
    if 2 * support[best] < len(told):
        return None
    phrases = Counter(one.phrase for one in fitting if (one.event, one.place) == best)
    return min(phrases, key=lambda phrase: (-phrases[phrase], phrase))


def _is_past(item: Item) -> bool:
    return item.claim.attribution.stance is Stance.HISTORICAL


def _is_old(item: Item, documents: Documents) -> bool:
    """Whether a figure is for a time long before its document."""
    day = published_on(documents.get(item.claim.doc))
    when = item.claim.as_of
    if day is None or when is None or when.end is None or not explicit(item.claim):
        return False
    return (day - when.end).days > _OLD


def _tells(document: Document, one: _Written, rules: Rules) -> bool:
    """Whether a document names an event and its place at its head, in whatever words."""
    head = f"{document.title or ''}\n{document.text[:_HEAD]}"
    return one.place in head and one.event in _events(head, rules)


@lru_cache(maxsize=16_384)
def _written(title: str, text: str, rules: Rules) -> tuple[_Written, ...]:
    """The events that the head of a document writes with their places."""
    head = f"{title}\n{text}"
    names = frozenset(_proper_names(head, rules))
    return tuple(found for found in _read(head, rules) if set(found.place.split()) <= names)


def _read(head: str, rules: Rules) -> Iterator[_Written]:
    behind, before = _patterns(rules)
    ids = _ids(rules)
    for found in behind.finditer(head):
        place, area = found["place"], found["area"] or ""
        link = "in" if found["verb"] else " ".join(found["link"].split()[:1]).lower()
        noun = found["noun"].lower()
        the = "the " if found["the"] else ""
        yield _Written(ids[noun], place, f"{noun} {link} {the}{place}{area}")
    for found in before.finditer(head):
        noun = found["noun"].lower()
        yield _Written(ids[noun], found["place"], f"{found['place']}{found['area'] or ''} {noun}")


@lru_cache(maxsize=16_384)
def _events(head: str, rules: Rules) -> frozenset[str]:
    """The events that the head of a document names."""
    ids = _ids(rules)
    return frozenset(ids[found[0].lower()] for found in _nouns(rules).finditer(head))


def is_event(name: str, rules: Rules) -> bool:
    """Whether a name is that of an event: "quake"."""
    return name.lower() in _ids(rules)


def _proper_names(head: str, rules: Rules) -> Iterator[str]:
    """Words that stand with a capital inside a sentence, and never without one."""
    passed = passed_over(rules)
    small = set(re.findall(r"\b[a-z][\w’'-]+", head))
    for found in re.finditer(rf"(?<=[\w,] )(?:{_NAME})(?:[ ]{_NAME})*", head):
        for word in found[0].split():
            if word.lower() not in small and word.lower() not in passed:
                yield word


@lru_cache(maxsize=8)
def _explained(rules: Rules) -> frozenset[str]:
    """The topics whose figures some event explains."""
    return frozenset(topic for rule in rules.all(Event) for topic in rule.topics)


@lru_cache(maxsize=8)
def _ids(rules: Rules) -> dict[str, str]:
    return {noun: rule.id for rule in rules.all(Event) for noun in rule.nouns}


@lru_cache(maxsize=8)
def _nouns(rules: Rules) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(_ids(rules))})\b", re.IGNORECASE)


@lru_cache(maxsize=8)
def _patterns(rules: Rules) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An event before its place ("quake in Orvand", "quake struck the Orvand province"), and behind it."""
    words = {id: _any(rules.get(WordList, id).words) for id in ("where", "befalls", "areas")}
    noun, place = rf"\b(?P<noun>(?i:{_any(_ids(rules))}))", rf"(?P<place>{_NAME}(?: {_NAME}){{0,2}})"
    area = rf"(?P<area> (?:{words['areas']})\b)?"
    link = rf"(?: that)? (?:(?P<verb>{words['befalls']})|(?P<link>{words['where']}))"
    behind = rf"{noun}{link} (?P<the>the )?(?:(?:{words['areas']}|town|city|village|port) of )?{place}{area}"
    return re.compile(behind), re.compile(rf"\b{place}{area} {noun}\b")


def _any(words: Sequence[str] | dict[str, str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
