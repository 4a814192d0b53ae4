"""The noun that a number counts: "40,000 to 70,000 [Danish sailors] have massed"."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from reconcile.extraction.noun_phrases import NEXT, Placed, noun_phrase, past_number
from reconcile.extraction.nouns import NounLexicon, is_plural, noun_lexicon, singular
from reconcile.extraction.phrasebook import Phrasebook
from reconcile.extraction.vocabulary import vocabulary
from reconcile.model import Span
from reconcile.rulebook import Rules

_FOLD = re.compile(r"(?:-| )?fold\b")
_HYPHENED = re.compile(r"-(?P<word>[A-Za-z][\w’'-]*)| - (?P<parted>[a-z][\w’']*)(?= [a-z])")
_HEAD_OF = re.compile(r" head of(?= [a-z])")  # "14,000 head of cattle" counts cattle
_CLOSING = re.compile(r"[\"”’](?= [a-z])")
_POSSESSIVE = re.compile(r"(?:['’]s|s['’])\Z")
_OF_SOMEONES = re.compile(r" of [A-Z][\w.-]*(?: [A-Z][\w.-]*)?['’]s ")  # "two of Mr. Smith's aides"


@dataclass(frozen=True, slots=True)
class Noun:
    """The counted noun phrase as printed, its singular head, and the rules that found it."""

    span: Span | None  #: None where only "who" says that persons are counted
    unit: str
    rules: tuple[str, ...]
    adjoins: bool = True  #: it stands right behind the number, and the figure reaches over it
    end: int | None = None  #: where the words end that say what is counted, if they are no noun


def counted_noun(
    text: str, pos: int, value: float, rules: Rules, attributive: bool = False, vague: bool = False
) -> Noun | None:
    """The noun phrase that begins at ``pos``, right behind a number of size ``value``; None where none does.

    The head is the first plural (or a collective: staff, aircraft); for one, and where an article stands
    before the number (``attributive``: "a 25 member panel"), the word right behind it.
    """
    lexicon = noun_lexicon(rules)
    if fold := _FOLD.match(text, pos):
        return Noun(None, "time", ("numerals/fold",), end=fold.end())
    if hyphened := _HYPHENED.match(text, pos):
        return _hyphened(text, hyphened, lexicon, rules)
    if head_of := _HEAD_OF.match(text, pos):
        pos = head_of.end()
    if (closing := _CLOSING.match(text, pos)) and (quoted := counted_noun(text, closing.end(), value, rules)):
        return replace(quoted, adjoins=False)  # 'it concedes "between five and eight" civilian deaths'
    start = pos
    whole = _of_whole(rules).match(text, pos)
    if whole:
        bare = value != 1 and not vague and whole[0] == " of "
        if bare and not (_OF_SOMEONES.match(text, pos) or past_number(text, whole.end() - 1, rules) >= whole.end()):
            return None
        start = whole.end() - 1
    if (
        whole is None
        and value != 1
        and (who := NEXT.match(text, pos))
        and who["word"].lower() in lexicon.by_role["relatives"]
    ):
        return Noun(None, "person", (lexicon.refs["relatives"],), adjoins=False)
    words = noun_phrase(text, start, rules, partitive=whole is not None)
    if not words:
        return None
    noun = _headed(text, words, value, lexicon, attributive, partitive=whole is not None)
    if noun and whole and words[0][1] > start + 1:
        return replace(noun, adjoins=False)  # another number stands between
    return _past_owned_number(text, noun, words) if noun and whole else noun


def _hyphened(text: str, match: re.Match[str], lexicon: NounLexicon, rules: Rules) -> Noun | None:
    """The noun that a hyphen ties to the number: "a five-member panel", in tokenised text "five - member"."""
    group = "word" if match["word"] else "parted"
    word = match[group]
    first = word.lower().partition("-")[0]
    if first in lexicon.by_role["stops"] or first in vocabulary(rules).words:
        return None  # "a 4-under 68", "six-four"
    if group == "parted" and is_plural(word, lexicon):
        return None  # "it lost 40 - sailors all"
    if word in lexicon.by_role["sizes"]:  # "a 12-strong team"
        return Noun(Span.of(text, *match.span(group)), "person", (lexicon.refs["sizes"],))
    return _noun(text, *match.span(group), word, lexicon)


@lru_cache(maxsize=8)
def _of_whole(rules: Rules) -> re.Pattern[str]:
    """ "of the", "out of": what parts a number from the whole that it is a part of."""
    words = "|".join(sorted(noun_lexicon(rules).by_role["wholes"])) or "(?!)"
    return re.compile(rf"(?: out|,)? of (?:(?:{words}) )?(?=[^\W_])")


def _past_owned_number(text: str, noun: Noun, words: list[Placed]) -> Noun:
    """The noun without the number that its owner's words lead up to: "140 of the chain's 312 [shops]"."""
    if noun.span is None:
        return noun
    for (owner, _, _), (word, _, end) in pairwise(words):
        if word.isdigit() and _POSSESSIVE.search(owner) and end < noun.span.end:
            return replace(noun, span=Span.of(text, end + 1, noun.span.end), adjoins=False)
    return noun


def _headed(
    text: str, words: list[Placed], value: float, lexicon: NounLexicon, attributive: bool, partitive: bool
) -> Noun | None:
    """The noun phrase cut at its head."""
    roles = lexicon.by_role
    first = 0
    while first < len(words) and words[first][0].lower() in roles["adverbs"]:
        first += 1  # "40 more people" counts people
    if first == len(words):
        return None
    lower = words[first][0].lower()
    if lower in roles["states"]:
        _, start, end = words[first]
        follows = words[first + 1][0] if first + 1 < len(words) else ""
        if not is_plural(follows, lexicon):
            return Noun(Span.of(text, start, end), "person", (lexicon.refs["states"],))
    if lower in roles["pronouns"]:
        return None
    if (
        len(words) == 1
        and words[0][0].isupper()
        and 2 <= len(lower) <= 5
        and text[words[0][2] : words[0][2] + 1] in (")", ".", ",", ";", "")
    ):
        return _noun(text, *words[0][1:], words[0][0], lexicon)  # "0.5 WAR", "3 RBI"
    one = value == 1 and not partitive
    head = _singular_head(words, first, lexicon) if one else _plural_head(words, first, lexicon)
    if head is None and attributive and not lower.endswith(("ed", "ing", "ly")) and lower not in roles["levels"]:
        end = words[_singular_head(words, first, lexicon) or first][2]  # "a 25 member panel" counts members
        return _noun(text, words[first][1], end, words[first][0], lexicon)
    if head is None:
        return None
    skipped = (lexicon.refs["adverbs"],) if first else ()
    return _noun(text, words[0][1], words[head][2], words[head][0], lexicon, skipped)


def _plural_head(words: list[Placed], first: int, lexicon: NounLexicon) -> int | None:
    """The first plural, or the last of several in a row ("12 sports cars"); "and" may join what comes before it."""
    head = None
    for i in range(first, len(words)):
        word = words[i][0]
        if word.lower() == "and":
            if head is not None or i + 1 == len(words):
                break
            continue
        if not is_plural(word, lexicon):
            if head is not None:
                break
            continue
        if head is not None and words[head][0].lower() in lexicon.by_role["persons"]:
            break  # "1.5 million people begins": after "people" comes a verb
        compound = (
            "-" in word and not word[-2].isdigit() and any(is_plural(later[0], lexicon) for later in words[i + 1 :])
        )
        head = head if compound else i  # "four plain-clothes officers"
    return head


def _singular_head(words: list[Placed], first: int, lexicon: NounLexicon) -> int | None:
    """The last word before what looks like a verb or the end of the phrase."""
    head = None
    for i in range(first, len(words)):
        word = words[i][0]
        lower = word.lower()
        if lower == "and" or (
            head is not None and (lower.endswith(("ed", "ing", "ly")) or lower in lexicon.by_role["states"])
        ):
            break
        if word[0].isdigit() or (head is None and lower.endswith("ly")):
            break
        head = i
        if head - first == 3:
            break
    return None if head is not None and words[head][0].lower().endswith(("able", "ible")) else head


def _noun(text: str, start: int, end: int, head: str, lexicon: NounLexicon, more: tuple[str, ...] = ()) -> Noun:
    unit = singular(head, lexicon.plurals)
    refs = [lexicon.refs["phrase"], *more]
    if unit == "person":
        refs.append(lexicon.refs["persons"])
    elif head.lower() in lexicon.plurals:
        refs.append(lexicon.refs["plurals"])
    elif head.lower() in lexicon.by_role["collectives"]:
        refs.append(lexicon.refs["collectives"])
    return Noun(Span.of(text, start, end), unit, tuple(refs))


def has_determiner(text: str, pos: int, rules: Rules) -> bool:
    """Does an article or a possessive stand right before ``pos``? "The" counts before digits only ("the two met")."""
    window = text[max(0, pos - 8) : pos].rstrip(" ")
    if len(window) == min(8, pos):
        return False
    word = (window.split() or [""])[-1]  # the window may be blank in other ways than a space
    if word.lower() == "the":
        return text[pos].isdigit()
    return word.lower() in noun_lexicon(rules).by_role["determiners"]


def of_persons(text: str, start: int, rules: Rules) -> Noun | None:
    """Persons, where only the words before the number say so: "population 9,300"."""
    lexicon = noun_lexicon(rules)
    found = _of_persons(rules).before(text, start)
    return Noun(None, "person", (lexicon.refs["of_persons"],), adjoins=False) if found else None


@lru_cache(maxsize=8)
def _of_persons(rules: Rules) -> Phrasebook[str]:
    words = noun_lexicon(rules).by_role.get("of_persons", frozenset())
    return Phrasebook((phrase, phrase) for phrase in sorted(words))


def is_of_people(noun: Noun) -> bool:
    """Does the noun phrase count persons?"""
    return noun.unit == "person"


def is_zero(text: str, end: int) -> bool:
    """Is the number word that ends at ``end`` "zero", which states a number where "no" denies?"""
    return text[max(0, end - 4) : end].lower() == "zero"


def is_reported(text: str, end: int, noun: Noun | None, rules: Rules) -> bool:
    """Is "no" or "none" before ``noun`` a figure ("no deaths", "none of the miners") and no turn of speech?"""
    if noun is None:
        return False
    if text.startswith((" of ",), end) or is_zero(text, end):
        return True
    return noun.unit in noun_lexicon(rules).by_role["nothing"]
