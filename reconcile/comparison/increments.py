"""What a text adds to a figure: "another four bodies" are no toll, unless the text gives no other.

"Killed 27 people; a further 112 were hurt" adds to the dead, not to the hurt: there 112 is how many were hurt.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reconcile.comparison.normalising import dimension
from reconcile.model import Claim

_LEVEL, _FURTHER = "level", "further"


def settle_increments(claims: Iterable[Claim]) -> list[Claim]:
    """The claims, those without "further" that add to no larger figure of their measure in their text."""
    claims = list(claims)
    wholes: dict[object, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.measure.qualifier(_LEVEL) is None:
            wholes[_measured(claim)].append(claim)
    return [
        _whole(claim) if claim.measure.qualifier(_LEVEL) == _FURTHER and not _adds(claim, wholes) else claim
        for claim in claims
    ]


def _measured(claim: Claim) -> object:
    return claim.doc, claim.measure.property, dimension(claim.quantity)


def _adds(claim: Claim, wholes: Mapping[object, Sequence[Claim]]) -> bool:
    """Whether the text gives a figure of which this one can be a part."""
    return any(other.plausible.high >= claim.plausible.low for other in wholes.get(_measured(claim), ()))


def _whole(claim: Claim) -> Claim:
    kept = tuple(pair for pair in claim.measure.qualifiers if pair != (_LEVEL, _FURTHER))
    return replace(claim, measure=replace(claim.measure, qualifiers=kept))
