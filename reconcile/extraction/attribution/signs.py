"""The signs of a stance, compiled, and found by the words that one of their phrases begins with."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from reconcile.rulebook import Rules
from reconcile.rulebook.attribution import StanceSign
from reconcile.rulebook.phrases import phrases_pattern

_WORD = re.compile(r"[^\W\d_]+")
_ANY = "#"  #: a figure or any word: what begins or ends with it is always looked for


@dataclass(frozen=True, slots=True)
class Sign:
    """A rule with the pattern of its phrases and the words that one of them ends with."""

    rule: StanceSign
    pattern: re.Pattern[str]
    ends: frozenset[str]

    def stands_in(self, stretch: str) -> bool:
        """Whether it stands in a stretch of text, and behind none of the words that make it something else."""
        found = self.pattern.search(stretch)
        if found is None or not self.rule.not_behind:
            return found is not None
        last = stretch[: found.start()].split()[-1:]
        figure = bool(last) and last[0][0].isdigit() and _ANY in self.rule.not_behind
        return not figure and not (last and last[0] in self.rule.not_behind)


@dataclass(frozen=True, slots=True)
class Signs:
    """All signs in the order of the rules, and by the words that they can begin with."""

    all: tuple[Sign, ...]
    by_start: dict[str, tuple[int, ...]]
    always: tuple[int, ...]

    def possible(self, words: Set[str]) -> list[Sign]:
        """Those of which a phrase can stand among these words, in the order of the rules."""
        found = {at for word in words if word in self.by_start for at in self.by_start[word]}
        signs = (self.all[at] for at in sorted(found.union(self.always)))
        return [sign for sign in signs if _ANY in sign.ends or not sign.ends.isdisjoint(words)]


@lru_cache(maxsize=8)
def signs(rules: Rules) -> Signs:
    """The signs of a rule book. The patterns of ``before`` ones end where the figure begins."""
    compiled: list[Sign] = []
    starts: dict[str, list[int]] = {}
    for at, sign in enumerate(rules.all(StanceSign)):
        pattern = re.compile(rf"(?<!\w)(?:{phrases_pattern(phrase.lower() for phrase in sign.phrases)})\b{_tail(sign)}")
        compiled.append(Sign(sign, pattern, frozenset(w for one in sign.phrases for w in _edge(one.split()[::-1]))))
        for word in {w for one in sign.phrases for w in _edge(one.split())}:
            starts.setdefault(word, []).append(at)
    return Signs(tuple(compiled), {w: tuple(found) for w, found in starts.items()}, tuple(starts.get(_ANY, ())))


def _edge(items: Sequence[str]) -> list[str]:
    """The words of a phrase's first item, and of the next where that may be left out; ``#`` for any."""
    needed = next(at for at, item in enumerate(items) if not item.startswith("["))
    words = [word for item in items[: needed + 1] for word in item.strip("[]").split("|")]
    return [_ANY if word in (_ANY, "~") else (_WORD.findall(word) or [word])[0] for word in words]


def _tail(sign: StanceSign) -> str:
    return r"\s+(?:the\s+|a\s+)?$" if sign.where == "before" else ""
