"""The telling terms of a document: its names, its figures and its rare words, each with a weight."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from reconcile.comparison.items import passed_over, printed_digits, printed_number, stem
from reconcile.comparison.normalising import dimension
from reconcile.model import Claim, Document
from reconcile.rulebook import Rules

_READ = 6_000  # characters of a document that are looked at
_TERMS = 60  # of a document: its most telling
_ELSEWHERE = 50  # documents that we imagine beside those at hand, in which no name and no figure of theirs occurs
_ALONE = 0.5  # what a term weighs that no other document has, as a share
_LEAST = 0.1  # weight of a word that every document has
_DIGITS = 2  # significant digits from which a figure is telling
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_OPENS = frozenset(("", *'.!?:;\n"“”—–•'))  # what stands before a word that is written large for its place alone


@dataclass(frozen=True, slots=True)
class Profile:
    """What a document is about: its telling terms with weights of length one, and which of them name or count."""

    weights: Mapping[Hashable, float]
    names: frozenset[Hashable]
    figures: frozenset[Hashable]


def profiles(documents: Sequence[Document], claims: Sequence[Claim], rules: Rules) -> dict[str, Profile]:
    """The profile of every document, by its id."""
    figures = _figures(claims)
    words, named = {}, {}
    for document in documents:
        words[document.id], named[document.id] = _words(document, rules)
    spread = Counter[Hashable](word for counts in words.values() for word in counts)
    as_name = Counter(word for names in named.values() for word in names)
    spread.update(figure for document in documents for figure in figures[document.id])
    made = {}
    for document in documents:
        weights: dict[Hashable, float] = {}
        names: set[Hashable] = set()
        for word, count in words[document.id].items():
            if 2 * as_name[word] > spread[word]:
                names.add(word)
            weights[word] = (1 + math.log(count)) * _weight(spread[word], len(documents), word in names)
        for figure in figures[document.id]:
            weights[figure] = _weight(spread[figure], len(documents), name=True)
        made[document.id] = _profile(weights, names, figures[document.id])
    return made


def likeness(one: Profile, other: Profile) -> float:
    """How alike two documents are by their telling terms, from 0 to 1."""
    mine, yours = one.weights, other.weights
    return sum(weight * yours[term] for term, weight in mine.items() if term in yours)


def _profile(weights: Mapping[Hashable, float], names: set[Hashable], figures: set[Hashable]) -> Profile:
    best = sorted(weights, key=lambda term: (-weights[term], str(term)))[:_TERMS]
    length = math.sqrt(sum(weights[term] ** 2 for term in best)) or 1.0
    return Profile(
        {term: weights[term] / length for term in best},
        frozenset(names.intersection(best)),
        frozenset(figures.intersection(best)),
    )


def _weight(spread: int, documents: int, name: bool) -> float:
    """The rarer a term, the more it tells; a name as if there were many more documents without it."""
    weight = math.log((documents + _ELSEWHERE) / spread) if name else math.log(documents / spread) + _LEAST
    return weight * _ALONE if spread == 1 else weight


def _words(document: Document, rules: Rules) -> tuple[Counter[str], set[str]]:
    """The content words of a document, and those of them that it writes as names."""
    text = f"{document.title or ''}\n{document.text[:_READ]}"
    passed = passed_over(rules)
    counts: Counter[str] = Counter()
    small: set[str] = set()
    large: set[str] = set()
    for found in _WORD.finditer(text):
        printed = found[0]
        plain = printed.lower().removesuffix("'s").removesuffix("’s")
        if len(plain) < 3 or plain in passed:
            continue
        word = stem(plain)
        counts[word] += 1
        if printed[0].islower():
            small.add(word)
        elif text[max(0, found.start() - 3) : found.start()].rstrip(" ")[-1:] not in _OPENS:
            large.add(word)
    return counts, large - small


def _figures(claims: Sequence[Claim]) -> Mapping[str, set[Hashable]]:
    """The figures of each document that are no round trifle: with the sort of thing they measure."""
    figures: dict[str, set[Hashable]] = defaultdict(set)
    for claim in claims:
        number = printed_number(claim)
        if number and claim.measure.incidental is None and printed_digits(claim) >= _DIGITS:
            figures[claim.doc].add((dimension(claim.quantity), f"{number:.4g}"))
    return figures
