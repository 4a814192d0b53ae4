"""The rules of measures, compiled: every phrase under the words that can begin it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from reconcile.extraction.context import Word
from reconcile.extraction.measures.forms import noun_forms, verb_forms
from reconcile.rulebook import Rule, Rules
from reconcile.rulebook.measures import Aside, FunctionWords, Irregular, Narrowing, Same, Thing, Topic
from reconcile.rulebook.units import UnitRule


class Slot(StrEnum):
    """The part a trigger plays in its rule."""

    DONE_TO = "done_to"
    DOING = "doing"
    ACT = "act"  #: the noun of one of its verbs: "the evacuation of 2,300 people"
    NAMED = "named"
    COUNTING = "counting"
    BEING = "being"
    SHARE_OF = "share_of"
    WORDS = "words"
    BEFORE = "before"
    AFTER = "after"


VERBAL = frozenset({Slot.DONE_TO, Slot.DOING})
NOMINAL = frozenset({Slot.NAMED, Slot.COUNTING, Slot.SHARE_OF})

NUMBER = "#"  #: in a pattern: a number in digits
Pattern = tuple[frozenset[str] | None, ...]  # None is any word


@dataclass(frozen=True, slots=True)
class Trigger:
    """A phrase of a rule: what may stand at each place, and which forms of its verb are participles."""

    rule: Rule
    slot: Slot
    pattern: Pattern
    participles: frozenset[str] = frozenset()
    ing: str = ""


class Hit(NamedTuple):
    """A trigger found in a sentence, from word ``start`` to word ``end``: a tuple, since very many are made."""

    start: int
    end: int
    trigger: Trigger


@dataclass(frozen=True, slots=True)
class Bucket:
    """The triggers that one word can begin: alone, with a second word, or with any second word."""

    single: tuple[Trigger, ...]
    by_second: Mapping[str, Sequence[Trigger]]
    open: tuple[Trigger, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the rule files say, laid out for looking up."""

    triggers: Mapping[str, tuple[Trigger, ...]]
    things: Mapping[str, Thing]  #: noun (singular and plural) -> thing
    wider: Mapping[str, tuple[str, ...]]  #: thing id -> itself and what it is within
    words: Mapping[str, frozenset[str]]  #: function word class -> its words
    dimensions: Mapping[str, str]  #: unit -> dimension
    verbs: Mapping[str, tuple[str, str, bool]]  #: verb form -> base, rule ref, is a participle

    acts: Mapping[str, str]  #: noun of a verb (singular and plural) -> verb: "demolition" -> "demolish"
    asides: tuple[Aside, ...]
    buckets: dict[str, Bucket]  #: the triggers of each word met so far, laid out by their second word

    def at(self, words: Sequence[Word], i: int) -> list[Hit]:
        """Every trigger that begins at word ``i`` of a sentence."""
        first = words[i].lower
        bucket = self.buckets.get(first)
        if bucket is None:
            bucket = self.buckets[first] = _bucket(self.triggers.get(first, ()))
        found = [Hit(i, i + 1, trigger) for trigger in bucket.single]
        if bucket.by_second and i + 1 < len(words):
            for trigger in bucket.by_second.get(words[i + 1].lower, ()):
                stop = i + len(trigger.pattern)
                if stop == i + 2 or _fits(words, i + 2, trigger.pattern[2:]):
                    found.append(Hit(i, stop, trigger))
        for trigger in bucket.open:
            if _fits(words, i + 1, trigger.pattern[1:]):
                found.append(Hit(i, i + len(trigger.pattern), trigger))
        return found


def _fits(words: Sequence[Word], start: int, pattern: Pattern) -> bool:
    """Whether the words from ``start`` on are those of a pattern."""
    if start + len(pattern) > len(words):
        return False
    for k in range(len(pattern) - 1, -1, -1):  # noqa: SIM110 - a generator costs more here than the words do
        if not _stands(words[start + k], pattern[k]):
            return False
    return True


def _stands(word: Word, allowed: frozenset[str] | None) -> bool:
    """Whether a word can stand at one place of a pattern."""
    return allowed is None or word.lower in allowed or (NUMBER in allowed and word.text[0].isdigit())


def _bucket(triggers: Iterable[Trigger]) -> Bucket:
    single: list[Trigger] = []
    by_second: dict[str, list[Trigger]] = defaultdict(list)
    open_: list[Trigger] = []
    for trigger in triggers:
        if len(trigger.pattern) == 1:
            single.append(trigger)
        elif trigger.pattern[1] is None or NUMBER in trigger.pattern[1]:
            open_.append(trigger)
        else:
            for word in trigger.pattern[1]:
                by_second[word].append(trigger)
    return Bucket(tuple(single), dict(by_second), tuple(open_))


@lru_cache(maxsize=8)
def lexicon(rules: Rules) -> Lexicon:
    """The lexicon of a rule book."""
    triggers: dict[str, list[Trigger]] = defaultdict(list)
    for trigger in _triggers(rules):
        for first in trigger.pattern[0] or ():
            triggers[first].append(trigger)
    parents = {thing.id: thing.within for thing in rules.all(Thing)}
    return Lexicon(
        triggers={word: tuple(found) for word, found in triggers.items()},
        things={form: thing for thing in rules.all(Thing) for noun in thing.nouns for form in _last_noun(noun, rules)},
        wider={id: tuple(_line(id, parents)) for id in parents},
        words={rule.id: frozenset(rule.words) for rule in rules.all(FunctionWords)},
        dimensions=_dimensions(rules),
        verbs={
            form: (_base(rule), rule.ref, form in forms.participles)
            for rule in rules.all(Same)
            for verb in rule.words
            for forms in [verb_forms(verb, rules)]
            for form in sorted(forms.all)
        },
        acts={noun: verb for verb, nouns in _nouns_of_verbs(rules).items() for noun in nouns},
        asides=rules.all(Aside),
        buckets={},
    )


def _nouns_of_verbs(rules: Rules) -> Mapping[str, tuple[str, ...]]:
    acts = next((rule.entries for rule in rules.all(Irregular) if rule.id == "acts"), {})
    return {verb: tuple(sorted(_union(noun_forms(noun, rules) for noun in nouns))) for verb, nouns in acts.items()}


def _dimensions(rules: Rules) -> dict[str, str]:
    """Unit -> the family of the unit tables that it stands in: ``hectare`` -> ``area``."""
    families: dict[str, str] = {}
    for rule in rules.all(UnitRule):
        names = (*rule.quantulum3.values(), *rule.words, *rule.symbols, *rule.glued, *rule.decimal, *rule.before)
        for unit in (*names, *rule.prefixed, *(unit for _, unit in rule.scaled.values())):
            families.setdefault(unit, rule.id)
    return families


@lru_cache(maxsize=4096)
def _sets(phrases: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(phrase.split()) for phrase in phrases)


def stands(phrases: tuple[str, ...], words: frozenset[str]) -> bool:
    """Whether all words of one of the phrases are among ``words``, in whatever order."""
    return any(phrase <= words for phrase in _sets(phrases))


def _base(rule: Same) -> str:
    return rule.words[0]


def _line(id: str, parents: Mapping[str, str | None]) -> Iterator[str]:
    seen: set[str] = set()
    at: str | None = id
    while at and at not in seen:
        seen.add(at)
        yield at
        at = parents.get(at)


def _last_noun(noun: str, rules: Rules) -> Iterator[str]:
    *before, last = noun.split()
    for form in noun_forms(last, rules):
        yield " ".join([*before, form])


def _triggers(rules: Rules) -> Iterator[Trigger]:
    nouns = _nouns_of_verbs(rules)
    for topic in rules.all(Topic):
        for verb in dict.fromkeys((*topic.done_to, *topic.doing)):
            for form in nouns.get(verb, ()):
                yield Trigger(topic, Slot.ACT, (frozenset({form}),))
        for slot in (Slot.DONE_TO, Slot.DOING, Slot.NAMED, Slot.COUNTING, Slot.BEING, Slot.SHARE_OF):
            for phrase in getattr(topic, slot.value):
                yield from _compile(topic, slot, phrase, rules)
    for narrowing in rules.all(Narrowing):
        for phrase in narrowing.words:
            yield from _compile(narrowing, Slot.WORDS, phrase, rules)
    for aside in rules.all(Aside):
        for slot in (Slot.COUNTING, Slot.BEFORE, Slot.AFTER):
            for phrase in getattr(aside, slot.value):
                yield from _compile(aside, slot, phrase, rules)


def _compile(rule: Rule, slot: Slot, phrase: str, rules: Rules) -> Iterator[Trigger]:
    """One trigger for each way of leaving out the optional words of a phrase."""
    items = phrase.split()
    for chosen in product(*((True, False) if _optional(item) else (True,) for item in items)):
        kept = [item.strip("[]") for item, keep in zip(items, chosen, strict=True) if keep]
        pattern: list[frozenset[str] | None] = [_allowed(item) for item in kept]
        participles, ing = frozenset[str](), ""
        if slot in VERBAL:
            forms = [verb_forms(base, rules) for base in kept[0].split("|")]
            pattern[0] = frozenset().union(*(f.all for f in forms))
            participles = frozenset().union(*(f.participles for f in forms))
            ing = forms[0].ing
        elif slot in NOMINAL:
            pattern[-1] = _union(noun_forms(noun, rules) for noun in kept[-1].split("|")) if kept[-1] != "~" else None
        yield Trigger(rule, slot, tuple(pattern), participles, ing)


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


def _optional(item: str) -> bool:
    return item.startswith("[") and item.endswith("]")


@lru_cache(maxsize=10_000)
def _allowed(item: str) -> frozenset[str] | None:
    if item == "~":
        return None
    words = item.lower().split("|")
    return frozenset(w.replace("’", "'") for w in words) | frozenset(w.replace("'", "’") for w in words)
