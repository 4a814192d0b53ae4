"""The people a document names in full, so that "Brandt" later on is Ivo Brandt."""

import re
from dataclasses import dataclass

from reconcile.extraction.attribution.lexicon import Lexicon

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w’'-]*[^\W\d_]"
_INITIAL = r"[A-Z]\.(?:[A-Z]\.)?"
_PARTICLE = r"(?:de|del|della|der|den|van|von|al|el|bin|ibn|da|di|dos|la|le|ter|ten)"
_NAME = re.compile(rf"\b{_CAPITAL}(?:[ \u00a0](?:{_INITIAL}|{_PARTICLE}|{_CAPITAL})){{1,4}}")
_ALIKE = 86  # rapidfuzz ratio from which two spellings are one surname: Zelensky, Zelenskiy, Zelenskyy
_FIRST_ALIKE = 80  # the same for first names: Sergei, Sergey
_LONGEST = 400_000  # characters of one document that are searched for names


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in full, and where first."""

    name: str
    surname: str
    at: int


class Persons:
    """Full names of a document by surname."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.by_surname: dict[str, Person] = {}
        for match in _NAME.finditer(text, 0, _LONGEST):
            name = person_name(match[0], lexicon)
            if name is not None:
                surname = name.rsplit(None, 1)[-1]
                self.by_surname.setdefault(surname, Person(name, surname, match.start()))

    def named(self, surname: str) -> Person | None:
        """The person of that surname, in this spelling or one very like it."""
        surname = surname.replace("’", "'").removesuffix("'s")
        exact = self.by_surname.get(surname)
        if exact is not None or len(surname) < 5:
            return exact
        from rapidfuzz import fuzz

        alike = [
            p for known, p in self.by_surname.items() if known[0] == surname[0] and fuzz.ratio(known, surname) >= _ALIKE
        ]
        return alike[0] if len(alike) == 1 else None


def person_name(words: str, lexicon: Lexicon) -> str | None:
    """The full name in a run of capitalised words, titles dropped; None where it is an organisation or a place."""
    parts = words.replace("\u00a0", " ").split()
    while len(parts) > 1 and (drop := _not_name(parts, lexicon)):
        parts = parts[drop:]
    if not 2 <= len(parts) <= 4:
        return None
    bare = [part.strip(".,").replace("’", "'").lower() for part in parts]
    if any(word in lexicon.impersonal for word in bare) or parts[-1].endswith("."):
        return None
    if any("'s" in word for word in bare):
        return None
    return " ".join(parts)


def _not_name(parts: list[str], lexicon: Lexicon) -> int:
    """How many words at the front are a title or a country: "Ukrainian President | Volodymyr Zelenskiy"."""
    if parts[0].strip(".").lower() in lexicon["titles"]:
        return 1
    if " ".join(parts[:2]).lower() in lexicon.countries:
        return 2
    return int(len(parts) > 2 and parts[0].lower() in lexicon.countries)


def same_name(one: str, other: str) -> bool:
    """Whether two names are spellings of one: "Volodymyr Zelenskiy", "Zelensky". Last words first."""
    from rapidfuzz import fuzz

    a, b = one.lower().split(), other.lower().split()
    if not a or not b or fuzz.ratio(a[-1], b[-1]) < _ALIKE:
        return False
    return min(len(a), len(b)) == 1 or fuzz.ratio(a[0], b[0]) >= _FIRST_ALIKE
