"""Singular and plural: which words count many, and what one of them is called."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from reconcile.rulebook import Rules
from reconcile.rulebook.quantities import CountedRule


@dataclass(frozen=True, slots=True)
class NounLexicon:
    """The words of rules/counted.yaml by their role, irregular plurals with their singular, and each role's rule."""

    by_role: dict[str, frozenset[str]]
    plurals: dict[str, str]
    refs: dict[str, str]


@lru_cache(maxsize=8)
def noun_lexicon(rules: Rules) -> NounLexicon:
    """The nouns of a rule book."""
    words: dict[str, set[str]] = {}
    plurals: dict[str, str] = {}
    refs: dict[str, str] = defaultdict(str)
    for rule in rules.all(CountedRule):
        words.setdefault(rule.role, set()).update(rule.words)
        plurals.update(rule.forms)
        refs[rule.role] = rule.ref
    words["stops"] = words.get("stops", set()) - words.get("adverbs", set())
    by_role = defaultdict(frozenset[str], {role: frozenset(found) for role, found in words.items()})
    return NounLexicon(by_role, plurals, refs)


def is_plural(word: str, lexicon: NounLexicon) -> bool:
    """Does ``word`` count many: a plural in s, an irregular one, or a collective ("staff")?"""
    lower = word.lower()
    if lower in lexicon.by_role["collectives"] or lower in lexicon.plurals or _is_people_name(word):
        return True
    if len(word) > 2 and word.endswith("s") and word[:-1].isupper():
        return True  # RBIs, MPs
    if "-" in lower:
        if lower[-2].isdigit() and lower.endswith("s"):
            return True  # Mi-8s
        lower = lower.rsplit("-", 1)[1]
        if lower in lexicon.by_role["collectives"]:
            return True
    if len(lower) < 3 or not lower.endswith("s") or lower in lexicon.by_role["singulars"]:
        return False
    return not lower.endswith(("ss", "us", "is", "'s", "’s", "ous"))


def _is_people_name(word: str) -> bool:
    """ "Chinese", "Maltese": one form for one and many."""
    return word.endswith("ese") and word[0].isupper()


@lru_cache(maxsize=4096)
def _by_rule(word: str) -> str:
    """The singular of a plural in s, by the spelling rules of English; what they get wrong is in the rules."""
    if word[-2:-1].isdigit() and word.endswith("s"):
        return word[:-1]  # F-35s
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes", "oes")):
        return word[:-2]
    return word[:-1]


def singular(word: str, irregular: dict[str, str]) -> str:
    """The singular of a noun, in lower case; a hyphenated one by its last part."""
    lower = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    if len(word) > 2 and word.endswith("s") and word[:-1].isupper():
        return lower[:-1]
    if lower in irregular:
        return irregular[lower]
    front, hyphen, last = lower.rpartition("-")
    return front + hyphen + irregular.get(last, _by_rule(last))
