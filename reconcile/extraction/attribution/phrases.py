"""Noun phrases: walked to the left from their last word, or to the right from their first."""

from dataclasses import dataclass

from reconcile.extraction.attribution.lexicon import Form
from reconcile.extraction.attribution.line import Line

_FURTHEST = 40  # words; no source of news is longer


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase by its first and last word. ``end`` is its last word with the apposition after it."""

    first: int
    last: int
    end: int

    @classmethod
    def of(cls, first: int, last: int) -> "Phrase":
        """A phrase without apposition."""
        return cls(first, last, last)


def phrase_left(line: Line, last: int, low: int) -> Phrase | None:
    """The noun phrase whose last word is ``last``, not reaching further left than ``low``."""
    if last < low:
        return None
    if line.is_(last, "pronouns") and not line.inside[last]:
        return Phrase.of(last, last)
    if line.is_(last, "prepositions"):
        return None
    k = last
    while k >= max(low, last - _FURTHEST):
        if line.at(k) == ")":
            k = _before_bracket(line, k, low)
            continue
        if not line.nominal(k):
            if not _joins_two(line, k, last, low):
                break
        elif (k < last and _ends_before(line, k)) or (
            line.is_(k, "prepositions") and not _inner_preposition(line, k, low)
        ):
            break
        elif line.is_(k, "articles") and k > low and not _article_inside(line, k):
            k -= 1
            break
        k -= 1
    first = k + 1
    while first <= last and _no_beginning(line, first):
        first += 1
    if first < last and line.at(first).endswith("ing") and line.is_(first - 1, "be"):
        first += 1  # "was answering reports"
    return Phrase.of(first, last) if first <= last else None


def _article_inside(line: Line, k: int) -> bool:
    """Whether a phrase goes on to the left of an article: "head of the", "all the", "the state's own"."""
    before = k - 1
    return line.is_(before, "prepositions") or line.is_(before, "articles") or line.is_(before, "before-articles")


def _before_bracket(line: Line, k: int, low: int) -> int:
    while k >= low and line.at(k) != "(":
        k -= 1
    return max(k, low) - 1  # a bracket that nothing opens ends the phrase at the lower bound, not before it


def _joins_two(line: Line, k: int, last: int, low: int) -> bool:
    """Whether "and" at ``k`` joins two parts of one phrase: two names, or two common nouns."""
    if line.at(k) not in ("and", "or") or not low < k < last or not line.nominal(k - 1):
        return False
    if line.capital(k + 1):
        return line.capital(k - 1)
    before_verb = line.at(k - 1) in line.lexicon.verbs
    return not line.capital(k - 1) and not before_verb and k - 2 >= low and line.at(k - 2) != ","


def _ends_before(line: Line, k: int) -> bool:
    """Whether word ``k`` is a verb or a pronoun, which no phrase to its right includes."""
    lower = line.at(k)
    if line.is_(k, "subject-pronouns"):
        return True
    if line.is_(k, "noun-verbs"):
        return False
    verb = line.lexicon.verbs.get(lower)
    if verb is not None and not verb.noun:
        adjective = (verb.past or verb.form is Form.ING) and (
            line.is_(k - 1, "articles") or (line.adverb(k - 1) and line.is_(k - 2, "articles"))
        )
        return not adjective
    past = lower.endswith("ed") and len(lower) > 4 and not line.capital(k)
    return past and not line.is_(k - 1, "articles") and (line.is_(k + 1, "articles") or line.capital(k + 1))


def _inner_preposition(line: Line, k: int, low: int) -> bool:
    """Whether preposition ``k`` ties two nouns of one phrase."""
    if k - 1 < low or not line.nominal(k - 1):
        return False
    if line.is_(k, "loose-prepositions"):
        return line.is_(k - 1, "noun-verbs") or (line.at(k) in ("to", "by") and line.is_(k - 1, "apposed-prepositions"))
    return True


def _no_beginning(line: Line, k: int) -> bool:
    """Whether word ``k`` cannot be the first of a source."""
    return (
        line.day(k)
        or line.is_(k, "bystanders")
        or line.is_(k, "prepositions")
        or line.is_(k, "multiples")
        or line.at(k) in ("'s", ".", "*", "_", "-", "'")
    ) and line.at(k) not in ("both", "all", "first")


def phrase_right(line: Line, first: int, high: int) -> Phrase | None:
    """The noun phrase that begins at or soon after ``first``, not reaching ``high``."""
    while first < high and (line.is_(first, "bystanders") or line.at(first) == "to"):
        if line.at(first) in ("all", "both", "first"):
            break
        first += 1
    if first >= high or not line.nominal(first):
        return None
    if line.is_(first, "pronouns") or line.is_(first, "object-pronouns"):
        possessive = line.at(first) == "her" and line.nominal(first + 1) and line.word(first + 1)
        if not possessive:
            return Phrase.of(first, first)
    k = first
    while k < min(high, first + _FURTHEST):
        if line.at(k) == "(":
            k = _after_bracket(line, k, high)
            continue
        if not line.nominal(k):
            if not (line.at(k) == "and" and line.nominal(k + 1) and line.capital(k + 1) and line.capital(k - 1)):
                break
        elif k > first and _stops_right(line, k):
            break
        k += 1
    last = min(k, high) - 1
    while last >= first and _no_end(line, last):
        last -= 1
    return Phrase.of(first, last) if last >= first else None


def _after_bracket(line: Line, k: int, high: int) -> int:
    while k < high and line.at(k) != ")":
        k += 1
    return k + 1


def _stops_right(line: Line, k: int) -> bool:
    """Whether a phrase that began before word ``k`` ends before it."""
    if line.is_(k, "relatives"):
        return True
    if line.day(k):
        return line.at(k + 1) != "by"
    if line.is_(k, "articles") and not (
        line.is_(k - 1, "prepositions") or line.at(k - 1) in ("and", "or", "all", "both")
    ):
        return True
    verb = line.lexicon.verbs.get(line.at(k))
    if verb is not None and not verb.noun:
        return not (verb.past and (line.at(k + 1) == "by" or line.at(k + 2) == "by"))
    if not line.is_(k, "prepositions"):
        return False
    if not line.is_(k, "inner-prepositions"):
        return True
    if line.at(k + 2) == "by":  # "released on Friday by"
        return False
    return line.at(k) in ("on", "in", "at") and (line.day(k + 1) or _where_it_was_said(line, k))


def _where_it_was_said(line: Line, k: int) -> bool:
    return line.at(k + 1) in ("a", "an") and line.is_(k + 2, "event-nouns")


def _no_end(line: Line, k: int) -> bool:
    return (
        line.is_(k, "prepositions")
        or (line.is_(k, "determiners") and line.at(k) != "'s")
        or (not line.word(k) and (line.at(k) not in ("'s", "%", "+")))
    )
