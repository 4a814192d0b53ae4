"""Figures that a report need not judge: ages, page counts, the price of the paper."""

from collections.abc import Sequence

from reconcile.model import Claim, Incidental


def set_aside(claims: Sequence[Claim]) -> tuple[list[Claim], tuple[Incidental, ...]]:
    """The claims to judge, and those to set aside with the reason.

    An incidental figure is judged all the same where another document states the same property of the
    same thing, not as an aside.
    """
    asked: dict[tuple[str | None, str | None], set[str]] = {}
    for claim in claims:
        if claim.measure.incidental is None and claim.measure.property is not None:
            asked.setdefault((claim.measure.property, claim.measure.entity), set()).add(claim.doc)
    judged: list[Claim] = []
    aside: list[Incidental] = []
    for claim in claims:
        reason = claim.measure.incidental
        elsewhere = asked.get((claim.measure.property, claim.measure.entity), set()) - {claim.doc}
        if reason is None or elsewhere:
            judged.append(claim)
        else:
            aside.append(Incidental(claim.id, reason))
    return judged, tuple(aside)
