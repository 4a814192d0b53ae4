"""Countries, capitals, seats of government, alliances: which of them a few words name."""

from dataclasses import dataclass, replace
from functools import lru_cache

from reconcile.rulebook import Rules
from reconcile.rulebook.attribution import Actors, Entry, WordClass

_LONGEST = 5  # words in the longest name of an actor worth looking for


@dataclass(frozen=True, slots=True)
class Actor:
    """Who speaks. ``id`` is the same for every name of one country, ``country`` its plain name (None for a body).

    ``name`` is canonical: ``Ukraine (government)``, ``Russia (Kremlin)``, ``NATO``. ``rule`` is the ref of the
    list that it stands in.
    """

    id: str
    name: str
    country: str | None
    rule: str
    exact: bool = True  #: the words name the actor itself, not a part of it ("the Ukrainian navy")
    metonym: bool = False  #: the words are those of a place that stands for it ("Brussels")


@dataclass(frozen=True, slots=True)
class Directory:
    """Every name of every actor, in lower case without a leading article."""

    speakers: dict[str, Actor]
    places: dict[str, str]
    demonyms: dict[str, Actor]
    governments: frozenset[str]
    offices: frozenset[str]


@lru_cache(maxsize=8)
def directory(rules: Rules) -> Directory:
    """The actors of a rule book, by each of their names."""
    classes = {c.id: frozenset(c.words) for c in rules.all(WordClass)}
    speakers: dict[str, Actor] = {}
    places: dict[str, str] = {}
    demonyms: dict[str, Actor] = {}
    for group in rules.all(Actors):
        for entry in group.entries:
            country = entry.name if group.government else entry.country
            whole = Actor(entry.id, _canonical(entry, group.government), country, group.ref)
            for name in (entry.name, *entry.also):
                speakers[_key(name)] = whole
            for name in entry.capital:
                speakers[_key(name)] = replace(whole, metonym=True)
            for seat in entry.seats:
                speakers[_key(seat)] = Actor(entry.id, f"{entry.name} ({seat})", country, group.ref)
            for name in entry.people:
                demonyms[_key(name)] = whole
            if group.government:
                places |= {_key(name): entry.name for name in (entry.name, *entry.capital, *entry.also, *entry.people)}
    return Directory(speakers, places, demonyms, classes["governments"], classes["offices"])


def actor_named(text: str, rules: Rules) -> Actor | None:
    """The country, alliance or body that ``text`` names or that the office in it belongs to.

    "Kiev", "the Kremlin" and "the Ukrainian government" name one; "the Ukrainian defence ministry" and
    "officials in Kiev" belong to one (``exact`` is False). "Ukrainian voters" are neither.
    """
    book = directory(rules)
    key = _key(text)
    if found := book.speakers.get(key):
        return found
    words = key.replace(",", " ").split()
    head = next((w for w in words if w in book.governments), None) or next(
        (w for w in words if w in book.offices), None
    )
    if head is None:
        return None
    owner = _owner(words, book)
    if owner is None:
        return None
    plain = head in book.governments and len(words) <= 4
    return Actor(owner.id, owner.name, owner.country, owner.rule, exact=plain)


def place_named(text: str, rules: Rules) -> str | None:
    """The country of a country's name, demonym or capital: "Ukrainian", "Kyiv" and "Ukraine" are Ukraine."""
    return directory(rules).places.get(_key(text))


def _owner(words: list[str], book: Directory) -> Actor | None:
    """The first country or alliance named in a noun phrase, by name, possessive, capital or demonym."""
    for start in range(len(words)):
        for length in range(min(_LONGEST, len(words) - start), 0, -1):
            name = _key(" ".join(words[start : start + length]))
            if found := book.demonyms.get(name) or book.speakers.get(name):
                return found
    return None


def _canonical(entry: Entry, government: bool) -> str:
    return f"{entry.name} (government)" if government else entry.name


def _key(name: str) -> str:
    """A name as the directory spells it: lower case, no article before, no possessive after."""
    key = " ".join(name.replace("’", "'").lower().split()).removeprefix("the ").strip(" ,;:\"“”'")
    return key.removesuffix("'s")
