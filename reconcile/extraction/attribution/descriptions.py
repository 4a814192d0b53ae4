"""What a description says in full: "the ministry", "the company", "the leaders", by what stands before it."""

import re
from collections.abc import Callable
from functools import lru_cache

from reconcile.extraction.attribution.actors import Actor, actor_named
from reconcile.extraction.attribution.article import Article
from reconcile.extraction.attribution.lexicon import Lexicon
from reconcile.extraction.attribution.line import Line
from reconcile.extraction.attribution.links import Stretch
from reconcile.extraction.attribution.persons import Persons, person_name
from reconcile.extraction.attribution.phrases import phrase_left

_MENTIONS = 12  # earlier mentions of a noun that are looked at
_LONGEST_NAME = 4  # words
_FAR = 20_000  # characters searched for an earlier mention of "the ministry"


def company(article: Article, source: Stretch) -> str | None:
    """The company that "the group" is: the one introduced as a maker, firm or bank, or the one named most."""
    low = max(0, source[0] - _FAR)
    introduced = _company_pattern(article.lexicon).findall(article.text, low, source[0])
    names = [before or after for before, after in introduced if person_name(before or after, article.lexicon) is None]
    return names[-1] if names else None


def place_of(article: Article, source: Stretch) -> Actor | None:
    """The country whose leaders are meant, from the place that opens the sentence: "In Kiev, the leaders"."""
    sentence = article.sentence(source[0])
    opening = re.compile(r"In\s+((?:[A-Z][\w.’'-]+\s?){1,3}),").match(article.text, sentence.start)
    return actor_named(opening[1], article.rules) if opening else None


def described_before(article: Article, source: Stretch, head: str) -> str | None:
    """The fullest earlier mention with the same last word: "the ministry", once "the interior ministry of X"."""
    lexicon = article.lexicon
    head_lower = head.lower()
    known = any(head_lower in lexicon[name] for name in ("roles", "organisations", "offices", "artifacts"))
    if not known:
        return None
    printed = article.text[source[0] : source[1]]
    low = max(0, source[0] - _FAR)
    nearest = article.mentions(head_lower, low, source[0])[: -_MENTIONS - 1 : -1]
    return next((found for at in nearest if (found := _mention_at(article, at, printed)) is not None), None)


def _mention_at(article: Article, at: int, printed: str) -> str | None:
    """The phrase around a head noun, if it says more than ``printed`` does."""
    sentence = article.sentence(at)
    line = article.line(sentence)
    i = sentence.word_at(at)
    if i >= line.size or line.inside[i]:
        return None
    phrase = phrase_left(line, i, line.clause_start(i))
    if phrase is None:
        return None
    if line.is_(i, "roles") and line.capital(i + 1) and line.capital(i + 2):
        last = i + 2
        return person_name(article.text[line.offset(i + 1) : line.words[last].end], article.lexicon)
    found = with_complement(article, line, phrase.first, i)
    if line.at(i + 1) in ("in", "at", "for") and line.is_(i, "roles"):
        k = i + 2
        while (
            line.nominal(k) and not line.is_(k, "prepositions") and k < i + 6 and line.at(k) not in line.lexicon.verbs
        ):
            k += 1
        start, end = line.span(phrase.first, k - 1)
        found = article.text[start:end]
    words = {word.lower() for word in printed.split()} - {"the"}
    fuller = len(found.split()) > len(printed.split()) and words <= {word.lower() for word in found.split()}
    return found if fuller else None


def named_next(article: Article, source: Stretch, persons: Callable[[], Persons]) -> str | None:
    """Who is described first and named at the head of the next sentence: "its minister said. | Ida Lund told"."""
    after = article.sentence_next(article.sentence(source[0]))
    if after is None:
        return None
    line = article.line(after)
    last = 0
    while line.capital(last + 1) and last < _LONGEST_NAME:
        last += 1
    name = article.text[slice(*line.span(0, last))] if line.size > 1 and last else ""
    known = person_name(name, article.lexicon) if name else None
    if known is None or not any(link.source and link.source[0] == line.start for link in article.links(after)):
        return None
    first_mention = article.text.find(known, 0, source[1]) < 0
    return known if first_mention and persons().named(known.split()[-1]) else None


def with_complement(article: Article, line: Line, first: int, head: int) -> str:
    """A description with what follows its "of": "the governor of Marle"."""
    last = head
    k = head + 1
    while line.at(k) in ("of", "the") or (k > head + 1 and line.capital(k)):
        last = k if line.capital(k) else last
        k += 1
    start, end = line.span(first, last)
    return article.text[start:end]


@lru_cache(maxsize=8)
def _company_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """ "Brandt, Norway's oldest maker of" and "stove maker Brandt"."""
    nouns = "|".join(sorted(map(re.escape, lexicon["companies"]), key=len, reverse=True))
    name = r"[A-Z][\w-]+(?: (?:& )?[A-Z][\w-]+){0,2}"
    return re.compile(rf"\b({name}), [^,.\n]{{0,60}}\b(?:{nouns})\b|\b(?:{nouns}) ({name})")
