"""Names around a figure: whose it is (a company, a party, a country) and where it holds."""

import re
from collections.abc import Iterator
from functools import lru_cache

from reconcile.extraction.attribution.names import actor_named, place_named
from reconcile.extraction.context import Context
from reconcile.extraction.measures.frames import Frame
from reconcile.extraction.measures.lexicon import Hit, Lexicon, Slot
from reconcile.model import Attribution
from reconcile.rulebook import Rules
from reconcile.rulebook.time import DateNames

Run = tuple[int, int]

_INSIDE = re.compile(r"[a-z,;:] (?:the )?([A-Z][\w’'-]*\w)")
_DESCRIBED = 4  # words from an article to the noun of a place: "in the small farm town of"
_JOINS = frozenset({"of", "&", "de", "and", "for"})


class Known:
    """Words of a document that stand with a capital inside a sentence, gathered when first asked for."""

    def __init__(self, context: Context) -> None:
        self._text = context.text
        self._words: frozenset[str] | None = None

    def __contains__(self, word: str) -> bool:
        if self._words is None:
            self._words = frozenset(_INSIDE.findall(self._text))
        return word in self._words


def holder_of(
    frame: Frame, hit: Hit | None, attribution: Attribution, known: Known, lexicon: Lexicon, rules: Rules
) -> str | None:
    """Whose figure it is, as one lower-case name, or None: the nearest name left of it that is its subject."""
    words = frame.words
    if run := _after(frame, hit, known, lexicon, rules):
        return canonical(run, frame, lexicon, rules, known)
    if economy := _economy(frame, lexicon):
        return economy
    edge = min(hit.start, frame.first) if hit is not None else frame.first
    source = _span(attribution, frame)
    for start, end in _leftward(frame, frame.first, known, lexicon, rules):
        if source and start < source[1] and source[0] < end:
            continue
        if _after_preposition(words[start - 1].lower if start else "", start, frame, lexicon):
            continue
        if not _owns(end, edge, frame, lexicon):
            continue
        if end <= edge or end <= frame.first:
            return canonical((start, end), frame, lexicon, rules, known)
    return None


def _economy(frame: Frame, lexicon: Lexicon) -> str | None:
    """An economy named in lower case left of the figure: "the euro area grew 0.3 percent"."""
    words = frame.lower(frame.left, frame.first)
    for i in range(len(words) - 1, -1, -1):
        for name in (" ".join(words[i : i + 2]), words[i]):
            thing = lexicon.things.get(name)
            if thing is not None and thing.within == "economy":
                return thing.id
    return None


def _owns(end: int, edge: int, frame: Frame, lexicon: Lexicon) -> bool:
    """Whether a name can be the one that has the figure: "Spain's largest bank made" is not about Spain."""
    after = frame.words[end].lower if end < len(frame.words) else "."
    if after in ("'s", "’s"):
        return 0 <= edge - end <= 3
    if not after.isalpha() or end >= edge - 1:
        return after != "-"
    classes = ("preposition", "relative", "break", "be", "have", "modal", "adverb", "pronoun", "determiner")
    return (
        after in lexicon.verbs or after.endswith(("ed", "ing", "s")) or any(after in lexicon.words[c] for c in classes)
    )


def _after(frame: Frame, hit: Hit | None, known: Known, lexicon: Lexicon, rules: Rules) -> Run | None:
    """ "37 seats for the Harbour Party", "47 percent backed Hale", "44 percent Pine"."""
    i = frame.last
    if i < frame.right and frame.words[i].lower == "for":
        i += 1
    elif hit is not None and hit.trigger.slot is Slot.DOING and hit.start >= frame.last:
        i = hit.end
    elif not (i < frame.right and frame.dimension == "percent" and frame.words[i].text[0].isupper()):
        return None
    while i < frame.right and frame.words[i].lower in ("the", "both"):
        i += 1
    found = list(runs(frame, i, min(i + 6, frame.right), known, lexicon, rules))
    if not found or (found[0][0] != i and not frame.words[i].text[0].isupper()):
        return None
    titled = len(found) > 1 and found[1][0] == found[0][1] + 1 and frame.words[found[0][1]].text.islower()
    return found[1] if titled else found[0]  # "Labour candidate Rosa Lind"


def _leftward(frame: Frame, before: int, known: Known, lexicon: Lexicon, rules: Rules) -> Iterator[Run]:
    found = list(runs(frame, frame.left, before, known, lexicon, rules))
    yield from reversed(found)


def runs(frame: Frame, start: int, end: int, known: Known, lexicon: Lexicon, rules: Rules) -> Iterator[Run]:
    """Runs of capitalised words that are names, between two words of the sentence."""
    words = frame.words
    i = start
    while i < end:
        if not _capital(words[i].text, rules):
            i += 1
            continue
        j = i + 1
        while j < end:
            if _capital(words[j].text, rules):
                j += 1
            elif words[j].lower in _JOINS and j + 1 < end and _capital(words[j + 1].text, rules):
                j += 2
            elif words[j].lower in ("'s", "’s") and j + 1 < end and _capital(words[j + 1].text, rules):
                i = j + 1
                j += 2
            else:
                break
        opens = not any(word.text[0].isalnum() for word in words[:i])
        if opens and j - i == 1 and _no_name(words[i].lower, lexicon):
            i = j
            continue
        if (
            not opens
            or j - i > 1
            or words[i].text in known
            or place_named(words[i].text, rules)
            or _leads(frame, lexicon)
        ):
            yield i, j
        i = j


def _no_name(word: str, lexicon: Lexicon) -> bool:
    return any(word in words for words in lexicon.words.values())


def _leads(frame: Frame, lexicon: Lexicon) -> bool:
    """Whether the first word of a sentence is a name: one no rule knows, no plural, with a verb after it."""
    first, after = frame.words[0].lower, frame.words[1].lower if len(frame.words) > 1 else ""
    if first in lexicon.triggers or first in lexicon.things or first in lexicon.verbs or first.endswith("s"):
        return False
    if any(first in words for words in lexicon.words.values()):
        return False
    return after in lexicon.verbs or any(after in lexicon.words[name] for name in ("be", "have", "modal", "contest"))


@lru_cache(maxsize=4096)
def _capital(word: str, rules: Rules) -> bool:
    return word[0].isupper() and word not in _dates(rules) and word not in ("I", "The", "A", "In", "It", "He", "She")


def is_date(word: str, rules: Rules) -> bool:
    """Whether a word is the name of a month or a day."""
    return word in _dates(rules)


@lru_cache(maxsize=8)
def _dates(rules: Rules) -> frozenset[str]:
    return frozenset(name for rule in rules.all(DateNames) for name in rule.names)


def _after_preposition(previous: str, start: int, frame: Frame, lexicon: Lexicon) -> bool:
    if previous in lexicon.words["determiner"] and start >= 2:
        previous = frame.words[start - 2].lower
    return previous in lexicon.words["preposition"]


def _span(attribution: Attribution, frame: Frame) -> Run | None:
    if attribution.source is None:
        return None
    sentence = frame.sentence
    return sentence.word_at(attribution.source.start), sentence.word_at(attribution.source.end)


def canonical(run: Run, frame: Frame, lexicon: Lexicon, rules: Rules, known: Known | None = None) -> str:
    """A name as a measure holds it: a country by its plain name, a party or firm without "Party" or "Inc".

    A full name is cut to its last word where the document uses that alone ("Rosa Lind", then "Lind").
    """
    words = [word.lower for word in frame.words[run[0] : run[1]] if word.lower not in ("'s", "’s", ".", "the")]
    text = " ".join(words)
    country = place_named(text, rules) or _country(text, rules)
    if country:
        return country.lower()
    if known is not None and run[1] - run[0] == 2 and frame.words[run[1] - 1].text in known and len(words) == 2:
        words = words[1:]
    kept = [word for word in words if word not in lexicon.words["name-part"]]
    return " ".join(kept or words)


@lru_cache(maxsize=4096)
def _country(text: str, rules: Rules) -> str | None:
    actor = actor_named(text, rules)
    return (actor.country or actor.name) if actor is not None and actor.exact else None


def side_of(
    words: list[str], frame: Frame, hit: Hit | None, known: Known, lexicon: Lexicon, rules: Rules
) -> str | None:
    """The country whose troops are counted: "Russian troops", "Moscow has massed 100,000 troops"."""
    for word in words:
        if country := place_named(word, rules):
            return country
    if hit is None or hit.end > frame.first:
        return None
    for start, end in _leftward(frame, hit.start, known, lexicon, rules):
        if hit.start - end > 4 or _after_preposition(
            frame.words[start - 1].lower if start else "", start, frame, lexicon
        ):
            continue
        return _country(" ".join(word.text for word in frame.words[start:end]), rules)
    return None


def place_of(frame: Frame, hit: Hit | None, known: Known, lexicon: Lexicon, rules: Rules) -> str | None:
    """The named place that a figure is said to hold for: right after it, or at the head of its clause."""
    if place := _place_at(frame.last, frame, known, lexicon, rules):
        return place
    if hit is not None and hit.end > frame.last:
        spots = (hit.end - 1, hit.end) if hit.trigger.slot is Slot.DOING else (hit.end,)  # "entered Norway"
        for spot in spots:
            if place := _place_at(spot, frame, known, lexicon, rules):
                return place
    return _place_at(frame.left, frame, known, lexicon, rules, opening=True)


def numbered_place(frame: Frame, lexicon: Lexicon) -> str | None:
    """ "three wards" where a clause opens with "In the three wards ...": a part of the whole that others count."""
    words = frame.lower(frame.left, min(frame.left + 6, frame.first))
    if not words or words[0] not in ("in", "at", "across", "among"):
        return None
    kept = [word for word in words[1:] if word not in lexicon.words["determiner"]]
    others = [(a, b) for a, b in frame.others if frame.left < a <= frame.left + 3 and b < frame.first]
    if not others or len(kept) < 2:
        return None
    a, b = others[0]
    place = frame.lower(a, max(b, a + 2))
    return " ".join(place) if place[-1] in lexicon.words["place-noun"] else None


def _place_at(i: int, frame: Frame, known: Known, lexicon: Lexicon, rules: Rules, opening: bool = False) -> str | None:
    """The name after a preposition of place at word ``i``."""
    words = frame.words
    limit = frame.first if opening else frame.right
    while i < limit and not opening and words[i].lower in ("of", "them", "people", "more"):
        i += 1
    if i >= limit or words[i].lower not in lexicon.words["place-preposition"]:
        return None
    i += 1
    while i < limit and words[i].lower in ("the", "all"):
        i += 1
    i = _past_place_noun(i, limit, frame, lexicon)
    run = next(iter(runs(frame, i, min(i + 5, limit), known, lexicon, rules)), None)
    if run is None or run[0] > i + 1 or words[run[1] - 1].lower in lexicon.words["no-place"]:
        return None
    if words[run[0]].lower in lexicon.words["no-place"]:
        return None  # "across the country Storm Greta flooded"
    after = words[run[1]].lower if run[1] < len(words) else "."
    if (after.isalpha() and not _closes_place(after, lexicon)) or after in ("'s", "’s"):
        return None  # "in the Marle quake", "in Norway's north"
    return canonical(run, frame, lexicon, rules)


def _past_place_noun(i: int, limit: int, frame: Frame, lexicon: Lexicon) -> int:
    """The word after "(a) small town (of)", where a name follows; ``i`` itself elsewhere."""
    words = frame.words
    for noun in range(i, min(i + _DESCRIBED, limit - 1)):
        if not words[noun].text.islower():
            return i
        if words[noun].lower in lexicon.words["place-noun"]:
            after = noun + 1 + (words[noun + 1].lower in ("of", ","))
            return after if after < limit and words[after].text[0].isupper() else i
    return i


def _closes_place(word: str, lexicon: Lexicon) -> bool:
    """Whether a word can follow a place's name: not a noun that the name only describes."""
    classes = (
        "preposition",
        "relative",
        "break",
        "be",
        "have",
        "modal",
        "adverb",
        "pronoun",
        "name-part",
        "determiner",
    )
    return any(word in lexicon.words[name] for name in classes) or word in lexicon.verbs or word in ("and", "or")
