"""Shared passages: two sentences around one figure that are one text."""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations

from reconcile.model import Claim

_SHINGLE = 7  # words: the length at which a shared run stops being chance in news (Nicholls 2019)
_SHARED = 0.5  # of the shorter sentence's shingles
_CROWD = 50  # a shingle in more sentences than this is held against the first only
_LONGEST = 200  # words of a sentence that are looked at
_WORD = re.compile(r"\w+")


def shared_passages(claims: Sequence[Claim], figures: Mapping[str, Hashable]) -> Iterator[tuple[str, str]]:
    """Pairs of claim ids, of different documents, whose sentences share half their runs of words and the figure."""
    shingles = {claim.id: _shingles(claim) for claim in claims}
    holders: dict[tuple[Hashable, tuple[str, ...]], list[Claim]] = defaultdict(list)
    for claim in claims:
        for shingle in shingles[claim.id]:
            holders[figures[claim.id], shingle].append(claim)
    shared: Counter[tuple[str, str]] = Counter()
    for same in holders.values():
        pairs = combinations(same, 2) if len(same) <= _CROWD else ((same[0], other) for other in same[1:])
        shared.update((one.id, other.id) for one, other in pairs if one.doc != other.doc)
    for (one, other), count in shared.items():
        if count >= _SHARED * min(len(shingles[one]), len(shingles[other])):
            yield one, other


def _shingles(claim: Claim) -> frozenset[tuple[str, ...]]:
    if claim.sentence is None:
        return frozenset()
    words = [word.lower() for word in _WORD.findall(claim.sentence.text)][:_LONGEST]
    return frozenset(tuple(words[start : start + _SHINGLE]) for start in range(len(words) - _SHINGLE + 1))
