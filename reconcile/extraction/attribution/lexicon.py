"""The rules of attribution, compiled for looking words up."""

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from reconcile.rulebook import Rules
from reconcile.rulebook.attribution import Actors, Adjunct, Cue, WordClass


class Form(IntEnum):
    """Which form of a verb a word is; the order is that of ``Cue.forms``."""

    BASE = 0
    THIRD = 1
    PAST = 2
    ING = 3
    PARTICIPLE = 4


@dataclass(frozen=True, slots=True)
class Verb:
    """A word that can be a cue: its rule and its form."""

    cue: Cue
    form: Form
    noun: bool  #: the same word is a noun as well

    @property
    def past(self) -> bool:
        """Past or participle: "said", "shown"."""
        return self.form in (Form.PAST, Form.PARTICIPLE)


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Verbs and adjuncts by word, and the classes of words by name."""

    verbs: dict[str, Verb]
    adjuncts: dict[str, dict[str, Adjunct]]  #: frame -> word (or first word of several) -> rule
    classes: dict[str, frozenset[str]]
    countries: frozenset[str]  #: names and demonyms of countries, in lower case
    impersonal: frozenset[str]  #: words that no personal name has in it
    adjunct_starts: frozenset[str]  #: words at which an adjunct's frame is looked for

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.classes[name]


_IMPERSONAL = (
    "organisations",
    "artifacts",
    "laws",
    "days",
    "event-nouns",
    "polls",
    "governments",
    "determiners",
    "subordinators",
    "bystanders",
)


@lru_cache(maxsize=8)
def lexicon(rules: Rules) -> Lexicon:
    """The lexicon of a rule book."""
    verbs: dict[str, Verb] = {}
    for cue in rules.all(Cue):
        for form, word in (*zip(Form, cue.forms, strict=False), *zip(Form, cue.spellings, strict=False)):
            past = form is Form.BASE and word == cue.forms[Form.PAST]  # put, read: the past is what news prints
            verbs.setdefault(word, Verb(cue, Form.PAST if past else form, word in cue.nouns))
    adjuncts: dict[str, dict[str, Adjunct]] = {}
    for adjunct in rules.all(Adjunct):
        adjuncts.setdefault(adjunct.frame, {}).update(dict.fromkeys(adjunct.words, adjunct))
    starts = _starts(rules)
    classes = {c.id: frozenset(c.words) for c in rules.all(WordClass)}
    impersonal = frozenset[str]().union(*(classes[name] for name in _IMPERSONAL)) - classes["months"]  # Jan, April, May
    countries = frozenset(
        name.lower() for group in rules.all(Actors) for entry in group.entries for name in (entry.name, *entry.people)
    )
    return Lexicon(verbs, adjuncts, classes, countries, impersonal, starts)


def _starts(rules: Rules) -> frozenset[str]:
    """The words that begin an adjunct: its preposition where it has one, else the first of its own."""
    words: set[str] = set()
    for adjunct in rules.all(Adjunct):
        words.update(adjunct.after or (phrase.split()[0] for phrase in adjunct.words))
    return frozenset(words)
