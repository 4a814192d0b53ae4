"""The subject of a verb: the noun phrase before it, past adverbs, time phrases and apposition."""

from reconcile.extraction.attribution.line import Line
from reconcile.extraction.attribution.phrases import Phrase, phrase_left

_ARTIFACT = 25  # words of a complement between an artifact and its verb
_INSERTED = 12  # words from a comma to a place name within an inserted clause
_RELATIVE = 14  # words of a relative clause between a subject and its verb
_FURTHEST = 45  # words that an apposition between a subject and its verb may take


def subject_of(line: Line, verb: int, low: int) -> Phrase | None:
    """The subject of the verb at ``verb``, searched no further left than word ``low``."""
    i = verb - 1
    while i >= low and (line.is_(i, "bystanders") or line.adverb(i)):
        i -= 1
    if i < low:
        return None
    i = before_time(line, i, low)
    if line.at(i) == ")":
        opening = i
        while opening >= low and line.at(opening) != "(":
            opening -= 1
        found = phrase_left(line, opening - 1, low)
        return found and Phrase(found.first, found.last, i)
    if line.at(i) == "," or line.dash(i):
        return _before_apposition(line, i, low)
    if (
        line.at(i) == "that"
        and line.nominal(i - 1)
        and line.lexicon.verbs[line.at(verb)].cue.type in ("show", "place", "give")
    ):
        i -= 1  # "reports that put it at": what the relative clause hangs on
    found = phrase_left(line, i, low)
    return found and (_before_relative(line, found, low) or found)


def _before_relative(line: Line, found: Phrase, low: int) -> Phrase | None:
    """The phrase before a relative clause without commas: "a doctor who treated the wounded | said"."""
    k = found.first - 1
    if line.at(k) == "that" and line.at(found.first).endswith("ed") and line.nominal(k - 1):
        before = phrase_left(line, k - 1, low)
        return before and Phrase(before.first, before.last, found.last)
    if k < low or line.is_(k, "subordinators") or not line.word(k):
        return None
    if (
        line.at(k).endswith("ing")
        and not line.capital(k)
        and line.nominal(k - 1)
        and not line.is_(k - 1, "prepositions")
    ):
        before = phrase_left(line, k - 1, low)
        return before and Phrase(before.first, before.last, found.last)
    for k in range(found.first - 1, max(low, found.first - 1 - _RELATIVE), -1):
        if not (line.word(k) or line.at(k) == "'s") or line.inside[k]:
            return None
        relative = line.is_(k, "relatives") or (line.at(k) == "that" and line.is_(k + 1, "finite"))
        if line.at(k) == "that" and line.is_(k + 1, "subject-pronouns") and k + 1 < found.first:
            relative = line.is_(k - 1, "artifacts")  # "a log that we have read | blames"
        if relative and line.nominal(k - 1) and not line.is_(k - 1, "prepositions"):
            before = phrase_left(line, k - 1, low)
            return before and Phrase(before.first, before.last, found.last)
        if line.is_(k, "subordinators") and line.at(k) != "and":
            return None
    return None


def before_time(line: Line, i: int, low: int) -> int:
    """The word before the time phrase that ends at ``i`` ("Brandt on Tuesday | said"); ``i`` where there is none."""
    k = i
    seen = False
    while k >= low:
        names_time = line.day(k) or line.is_(k, "periods") or line.year(k)
        if not names_time and not (
            seen and (line.is_(k, "time-modifiers") or line.digit(k) or line.is_(k, "number-words"))
        ):
            break
        seen = seen or names_time
        k -= 1
    if not seen or k <= low:
        if seen and k == low and line.nominal(k) and not line.is_(k, "prepositions"):
            return k if _time_word_alone(line, k + 1, i) else i
        return i
    if line.is_(k, "dating-prepositions"):
        before = k - 1
        if line.is_(before, "noun-verbs") and before - 1 >= low:
            before -= 1
        return before if line.nominal(before) and not line.is_(before, "prepositions") else i
    return k if _time_word_alone(line, k + 1, i) and line.nominal(k) and not line.is_(k, "prepositions") else i


def _time_word_alone(line: Line, first: int, last: int) -> bool:
    """A time phrase without a preposition: "Tuesday", "last week", "this month"."""
    return line.day(last) or line.is_(first, "bare-time-openers")


def _before_apposition(line: Line, comma: int, low: int) -> Phrase | None:
    """The noun phrase that the apposition ending at ``comma`` explains: "X, the mayor of Y, | said"."""
    best: Phrase | None = None
    dashed = line.dash(comma)
    k = comma - 1
    while k >= max(low, comma - _FURTHEST):
        if line.mark[k]:
            break
        if line.dash(k) if dashed else line.at(k) == ",":
            found = phrase_left(line, k - 1, low)
            if found and _explained(line, found, k + 1):
                if best is not None and not any(line.capital(j) for j in range(found.first, found.last + 1)):
                    return best
                best = Phrase(found.first, found.last, comma - 1)
                outer = _comma_before(line, found, low, dashed)
                if outer is None:
                    return best
                k = outer
                continue
        k -= 1
    return best


def _explained(line: Line, found: Phrase, opener: int) -> bool:
    """Whether what stands between two commas can explain the phrase before the first."""
    if line.digit(found.last):
        return False
    if line.is_(opener, "interrupters"):
        return True
    if _is_name(line, opener):
        return True
    age = line.digit(opener) and len(line.at(opener)) == 2
    participle = line.at(opener).endswith("ing")
    return (
        line.capital(found.last)
        or line.is_(opener, "openers")
        or age
        or participle
        or line.at(found.first) in ("a", "an", "the", "one")
    )


def _is_name(line: Line, first: int) -> bool:
    """Whether the words from ``first`` to the next comma are a name of two to five words."""
    k = first
    while line.capital(k) or line.is_(k, "inner-prepositions"):
        k += 1
    return line.at(k) == "," and 1 < k - first <= 5


def _comma_before(line: Line, found: Phrase, low: int, dashed: bool) -> int | None:
    """The mark before the phrase found, where that stands in an apposition itself, so that the name is further left."""
    k = found.first - 1
    if k >= low and (line.dash(k) if dashed else line.at(k) == ","):
        inner = line.is_(found.first, "apposition-openers") or not line.capital(found.first)
        return k if inner else None
    while not dashed and k > max(low, found.first - _INSERTED):
        if line.at(k) == ",":
            opens = line.is_(k + 1, "relatives") or line.is_(k + 1, "lead-ins") or line.at(k + 1) in ("in", "at", "on")
            return k if opens and line.capital(k - 1) else None
        k -= 1
    return None


def artifact_before(line: Line, verb: int, low: int) -> Phrase | None:
    """The poll, report or count that shows something, past its complement: "A survey of those over 60 | shows"."""
    for k in range(verb - 1, max(low, verb - _ARTIFACT) - 1, -1):
        if line.inside[k] or line.mark[k] or line.is_(k, "finite") or line.at(k) in (";", "(", ")"):
            return None
        if line.is_(k, "artifacts") and (
            line.is_(k + 1, "prepositions") or line.is_(k + 1, "noun-verbs") or line.at(k + 1) in (",", "being")
        ):
            return phrase_left(line, k, low)
    return None


def sentence_subject(line: Line, low: int, verb: int) -> Phrase | None:
    """The first noun phrase between ``low`` and ``verb``, past an introduction that ends in a comma."""
    i = low
    while i < verb and (
        line.is_(i, "prepositions") or line.is_(i, "lead-ins") or (line.at(i + 1) == "," and i + 2 < verb)
    ):
        while i < verb and line.at(i) != ",":
            i += 1
        i += 1
    while i < verb and (line.is_(i, "bystanders") or line.day(i) or line.is_(i, "sentence-openers")):
        i += 1
    if i >= verb:
        return None
    if line.is_(i, "pronouns"):
        return Phrase.of(i, i)
    k = i
    while k < verb and line.nominal(k) and line.at(k) not in ("he", "she", "they"):
        known = line.lexicon.verbs.get(line.at(k))
        if k > i and (
            line.is_(k, "prepositions")
            or (known and not known.noun)
            or (line.at(k).endswith("ed") and "-" not in line.at(k) and not line.is_(k - 1, "articles"))
        ):
            break
        if k > i and (line.is_(k + 1, "articles") or line.at(k + 1) in ("to", "him", "them")):
            break  # a word before a determiner is the verb
        k += 1
    return Phrase.of(i, k - 1) if k > i else None
