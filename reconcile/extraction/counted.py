"""The noun that a number counts: "40,000 to 70,000 [Danish sailors] have massed"."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from reconcile.extraction.candidates import pattern
from reconcile.extraction.modifiers import hedge_at
from reconcile.extraction.nouns import NounLexicon, is_plural, noun_lexicon, singular
from reconcile.extraction.numerals import Form, read_numeral
from reconcile.extraction.phrasebook import Phrasebook
from reconcile.extraction.vocabulary import vocabulary
from reconcile.model import Span
from reconcile.rulebook import Rules

MOST_WORDS = 8  #: no noun phrase is followed further

_NEXT = re.compile(
    r"[ \u00a0\u2009]+(?P<word>[A-Z][A-Za-z]+ ?- ?\d{1,3}(?=[ .,;]|\Z)|[^\W\d_][\w'’.&/-]*|\d{1,3}(?![\d.,]))"
)
_FOLD = re.compile(r"(?:-| )?fold\b")
_HYPHENED = re.compile(r"-(?P<word>[A-Za-z][\w’'-]*)| - (?P<parted>[a-z][\w’']*)(?= [a-z])")
_HEAD_OF = re.compile(r" head of(?= [a-z])")  # "14,000 head of cattle" counts cattle
_POSSESSIVE = re.compile(r"(?:['’]s|s['’])\Z")
_OF_SOMEONES = re.compile(r" of [A-Z][\w.-]*(?: [A-Z][\w.-]*)?['’]s ")  # "two of Mr. Smith's aides"


_Placed = tuple[str, int, int]  # a word, where it begins and where it ends


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
        group = "word" if hyphened["word"] else "parted"
        word = hyphened[group]
        if (
            word in lexicon.by_role["stops"]
            or word.lower() in vocabulary(rules).words
            or (group == "parted" and is_plural(word, lexicon))
        ):
            return None  # "a 4-under 68", "it lost 40 - sailors all"
        if word in lexicon.by_role["states"]:  # "a 12-strong team"
            return Noun(Span.of(text, *hyphened.span(group)), "person", (lexicon.refs["states"],))
        return _noun(text, *hyphened.span(group), word, lexicon)
    if head_of := _HEAD_OF.match(text, pos):
        pos = head_of.end()
    start = pos
    whole = _of_whole(rules).match(text, pos)
    if whole:
        bare = value != 1 and not vague and whole[0] == " of "
        if bare and not (_OF_SOMEONES.match(text, pos) or _past_number(text, whole.end() - 1, rules) >= whole.end()):
            return None
        start = whole.end() - 1
    if (
        whole is None
        and value != 1
        and (who := _NEXT.match(text, pos))
        and who["word"].lower() in lexicon.by_role["relatives"]
    ):
        return Noun(None, "person", (lexicon.refs["relatives"],), adjoins=False)
    words = _phrase(text, start, rules, past_number=whole is not None)
    if not words:
        return None
    noun = _headed(text, words, value, lexicon, attributive, partitive=whole is not None)
    if noun and whole and words[0][1] > start + 1:
        return replace(noun, adjoins=False)  # another number stands between
    return _past_owned_number(text, noun, words) if noun and whole else noun


@lru_cache(maxsize=8)
def _of_whole(rules: Rules) -> re.Pattern[str]:
    """ "of the", "out of": what parts a number from the whole that it is a part of."""
    words = "|".join(sorted(noun_lexicon(rules).by_role["wholes"])) or "(?!)"
    return re.compile(rf"(?: out)? of (?:(?:{words}) )?(?=[^\W_])")


def _past_owned_number(text: str, noun: Noun, words: list[_Placed]) -> Noun:
    """The noun without the number that its owner's words lead up to: "140 of the chain's 312 [shops]"."""
    if noun.span is None:
        return noun
    for (owner, _, _), (word, _, end) in pairwise(words):
        if word.isdigit() and _POSSESSIVE.search(owner) and end < noun.span.end:
            return replace(noun, span=Span.of(text, end + 1, noun.span.end), adjoins=False)
    return noun


def _phrase(text: str, pos: int, rules: Rules, past_number: bool = False) -> list[_Placed]:
    """The words from ``pos`` on up to one that no noun phrase goes on over, each with its place.

    ``past_number``: the phrase may begin with a number of its own ("one of the [four] theories").
    """
    lexicon = noun_lexicon(rules)
    stops = lexicon.by_role["stops"]
    words: list[_Placed] = []
    if past_number:
        pos = _past_number(text, pos, rules)
    for _ in range(MOST_WORDS):
        match = _NEXT.match(text, pos)
        if match is None:
            break
        raw = match["word"]
        word = raw.rstrip(".&/-'’")
        lower = word.lower()
        start, end = match.start("word"), match.start("word") + len(word)
        leads = past_number and not words and lower in lexicon.by_role["ordinals"]  # "one of the last leaders"
        joins = lower == "and" and bool(words) and not _number_next(text, match.end(), rules)
        if _stem(lower) in stops and not (leads or joins or _is_adjective(text, word, end, words, lexicon)):
            break
        words.append((word, start, end))
        pos = start + len(raw)
        if raw != word and raw[-1] != "-" and not (raw == f"{word}." and len(word) < 4 and word[0].isupper()):
            break
    return words


def _is_adjective(text: str, word: str, end: int, words: list[_Placed], lexicon: NounLexicon) -> bool:
    """Does a word that ends most phrases belong to the noun behind it: "8,000 registered ships"?"""
    if not word.lower().endswith(("ed", "en", "ly")) or any(is_plural(seen[0], lexicon) for seen in words):
        return False
    return _plural_next(text, end, lexicon)


def _stem(word: str) -> str:
    """The word without what is glued to it by an apostrophe: "he's" is "he"."""
    return word.replace("’", "'").partition("'")[0]


def _plural_next(text: str, pos: int, lexicon: NounLexicon) -> bool:
    match = _NEXT.match(text, pos)
    return match is not None and is_plural(match["word"].rstrip(".,"), lexicon)


def _number_next(text: str, pos: int, rules: Rules) -> bool:
    """Does another number follow: "six Su-25s and [four] Mi-8s"?"""
    return pattern(rules).match(text, pos + 1) is not None


def _past_number(text: str, pos: int, rules: Rules) -> int:
    hedge = hedge_at(text, pos, rules)  # "3,000 of [an estimated] 11,000 elephants"
    pos = hedge.end if hedge else pos
    match = pattern(rules).match(text, pos + 1)
    number = read_numeral(text, pos + 1, rules) if match and text[pos : pos + 1] == " " else None
    return number.end if number and number.form is not Form.ARTICLE else pos


def _headed(
    text: str, words: list[_Placed], value: float, lexicon: NounLexicon, attributive: bool, partitive: bool
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


def _plural_head(words: list[_Placed], first: int, lexicon: NounLexicon) -> int | None:
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


def _singular_head(words: list[_Placed], first: int, lexicon: NounLexicon) -> int | None:
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
