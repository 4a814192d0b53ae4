"""What grouping needs to know of a claim, worked out once."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from reconcile.comparison.normalising import dimension
from reconcile.comparison.origins import source_key
from reconcile.comparison.times import window
from reconcile.model import Claim, Stance
from reconcile.rulebook import Rules
from reconcile.rulebook.comparison import Window, WordList

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_LONGEST = 2_000  # characters of a sentence that are looked at


@dataclass(frozen=True, slots=True)
class Item:
    """A claim, ready to be held against others."""

    claim: Claim
    dimension: str
    property: str | None
    known: bool  #: whether a topic knows the property
    entity: str | None
    qualifiers: Mapping[str, str]
    words: frozenset[str]  #: content words of its sentence
    source: str | None
    window: Window
    digits: int  #: significant digits printed: a precise figure is evidence in itself

    @property
    def plain(self) -> bool:
        """Whether the figure is put forward as it stands: not denied, withdrawn or past."""
        return self.claim.attribution.stance not in (Stance.DENIED, Stance.RETRACTED, Stance.HISTORICAL)


def item(claim: Claim, rules: Rules) -> Item:
    """A claim as grouping sees it."""
    measure = claim.measure
    return Item(
        claim=claim,
        dimension=dimension(claim.quantity),
        property=measure.property,
        known=measure.topic is not None,
        entity=measure.entity,
        qualifiers=dict(measure.qualifiers),
        words=content_words(claim.sentence.text, rules) if claim.sentence else frozenset(),
        source=source_key(claim),
        window=window(measure, rules),
        digits=_digits(claim),
    )


def content_words(text: str, rules: Rules) -> frozenset[str]:
    """The words of a text that say what it is about, without endings, function words and reporting verbs."""
    passed = _passed_over(rules)
    words = (word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(text[:_LONGEST]))
    return frozenset(stem(word) for word in words if len(word) > 2 and word not in passed)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without its plural or verbal ending: enough to see that "floods" and "flooded" are one word."""
    for ending in ("ing", "ies", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=8)
def _passed_over(rules: Rules) -> frozenset[str]:
    return frozenset(word for rule in rules.all(WordList) for word in rule.words)


def _digits(claim: Claim) -> int:
    value = claim.quantity.low if claim.quantity.low is not None else claim.quantity.high
    if not value or math.isinf(value):
        return 0
    return len(f"{abs(value):.6g}".replace(".", "").split("e")[0].strip("0"))
