"""Which documents tell of one matter, so that claims are held against each other only where that makes sense."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reconcile.comparison.items import content_words
from reconcile.comparison.unions import Unions
from reconcile.model import Document
from reconcile.rulebook import Rules

_FEW = 12  # documents: who hands in so few means them to be compared
_WORDS = 60  # of a document: its most telling
_READ = 6_000  # characters of a document that are looked at
_CROWD = 60  # documents: a word in more of them tells no story
_ALIKE = 0.16  # cosine of the telling words from which two documents tell one story


@dataclass(frozen=True, slots=True)
class Stories:
    """The number of the story that each document tells, by its id."""

    number: Mapping[str, int]
    meant: bool  #: whether the documents were put together to be compared, and not found alike by their words


def stories(documents: Sequence[Document], rules: Rules) -> Stories:
    """Which documents tell one story. Nearly linear in the text."""
    if len(documents) <= _FEW:
        return Stories(dict.fromkeys((document.id for document in documents), 0), meant=True)
    counts = {d.id: Counter(content_words(f"{d.title or ''} {d.text[:_READ]}", rules)) for d in documents}
    spread = Counter(word for words in counts.values() for word in words)
    vectors = {id: _vector(words, spread, len(documents)) for id, words in counts.items()}
    unions = Unions(vectors)
    holders: dict[str, list[str]] = defaultdict(list)
    for id, vector in vectors.items():
        for word in vector:
            holders[word].append(id)
    for id, vector in vectors.items():
        likeness: dict[str, float] = defaultdict(float)
        for word, weight in vector.items():
            if len(holders[word]) <= _CROWD:
                for other in holders[word]:
                    if other < id:
                        likeness[other] += weight * vectors[other][word]
        for other, alike in likeness.items():
            if alike >= _ALIKE:
                unions.join(other, id)
    groups = unions.groups()
    meant = 2 * max(map(len, groups)) >= len(documents)  # half of them tell one story: somebody collected it
    return Stories({id: number for number, group in enumerate(groups) for id in group}, meant)


def _vector(words: Counter[str], spread: Counter[str], documents: int) -> dict[str, float]:
    """The most telling words of a document with weights of length one."""
    weights = {word: math.log(documents / spread[word]) + 0.1 for word in words if spread[word] > 1}
    best = sorted(weights, key=lambda word: (-weights[word], word))[:_WORDS]
    length = math.sqrt(sum(weights[word] ** 2 for word in weights)) or 1.0
    return {word: weights[word] / length for word in best}
