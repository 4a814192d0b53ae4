"""The forms of a verb and the plural of a noun: regular ones by rule, the rest from rules/irregular.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from reconcile.rulebook import Rules
from reconcile.rulebook.measures import Irregular, Same

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class VerbForms:
    """All forms of a verb, and those of them that can be a past participle or end in -ing."""

    all: frozenset[str]
    participles: frozenset[str]
    ing: str


@lru_cache(maxsize=8)
def irregulars(rules: Rules) -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
    """Irregular verb forms and irregular plurals, by base form."""
    by_id = {rule.id: rule.entries for rule in rules.all(Irregular)}
    return by_id.get("verbs", {}), by_id.get("nouns", {})


@lru_cache(maxsize=10_000)
def verb_forms(base: str, rules: Rules) -> VerbForms:
    """The forms of the verb ``base``: "rob" gives robs, robbed, robbing."""
    verbs, _ = irregulars(rules)
    stem = base[:-1] if base.endswith("e") and not base.endswith(("ee", "ye", "oe")) else base
    doubled = stem + stem[-1] if _doubles(base) else stem
    ing = doubled + "ing"
    third = (
        base[:-1] + "ies"
        if _consonant_y(base)
        else base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    )
    if base in verbs:
        past = verbs[base]
        plain = len(past) > 1 and not past[0].endswith("ed")  # "ran" is no participle, "burned" is
        return VerbForms(frozenset({base, third, ing, *past}), frozenset(past[1:] if plain else past), ing)
    ed = base[:-1] + "ied" if _consonant_y(base) else base + "d" if base.endswith("e") else doubled + "ed"
    forms = {base, third, ed, ing}
    if doubled != stem and base.endswith("l"):  # travelled and traveled
        forms |= {stem + "ed", stem + "ing"}
    return VerbForms(frozenset(forms), frozenset(f for f in forms if f.endswith("ed")), ing)


def participle(base: str, rules: Rules) -> str:
    """The past participle that names what was done: "buy" gives bought, the stem "pledg" of an unknown verb pledged."""
    verbs, _ = irregulars(rules)
    if base in verbs:
        return verbs[base][-1]
    if base not in _bases(rules):
        return base + "ed"  # cut from that very form
    return min(verb_forms(base, rules).participles, default=base)


@lru_cache(maxsize=8)
def _bases(rules: Rules) -> frozenset[str]:
    return frozenset(rule.words[0] for rule in rules.all(Same))


@lru_cache(maxsize=10_000)
def noun_forms(base: str, rules: Rules) -> frozenset[str]:
    """A noun and its plural: "family" gives family, families."""
    _, nouns = irregulars(rules)
    if base in nouns:
        return frozenset({base, *nouns[base]})
    if _consonant_y(base):
        return frozenset({base, base[:-1] + "ies"})
    return frozenset({base, base + ("es" if base.endswith(("s", "x", "z", "ch", "sh")) else "s")})


def _consonant_y(base: str) -> bool:
    return len(base) > 2 and base.endswith("y") and base[-2] not in _VOWELS


def _doubles(base: str) -> bool:
    """Whether the last consonant doubles: after one stressed short vowel, "stop", "admit", "travel"."""
    if len(base) < 3 or base[-1] in _VOWELS + "wxy" or base[-2] not in _VOWELS or base[-3] in _VOWELS:
        return False
    syllables = sum(1 for a, b in zip(" " + base, base, strict=False) if b in _VOWELS and a not in _VOWELS)
    return syllables == 1 or (
        base.endswith(("it", "cur", "fer", "pel", "bel", "cel", "tol", "el", "rol", "ip", "set"))
        and not base.endswith(
            (
                "isit",
                "osit",
                "edit",
                "imit",
                "ibit",
                "ofit",
                "uit",
                "evel",
                "ebit",
                "udit",
                "erit",
                "rbit",
                "ffer",
                "lfer",
            )
        )
    )
