"""What would settle a conflict: where the day, the scope or the source of its figures differ or are not said."""

from collections.abc import Iterator, Mapping, Sequence

from reconcile.model import Claim, Fact, Stance, VerdictKind

_NAMED = 2  # figures named before the rest are counted


def what_would_settle(fact: Fact, claims: Mapping[str, Claim]) -> str | None:
    """In a few words, what a reader would have to find out; None for a fact without a conflict.

    What the comparison itself says comes first. Otherwise it is read off the claims that cannot both
    hold: days that differ, a scope that only some of them name, a source that is not named.
    """
    if fact.verdict.kind is not VerdictKind.CONFLICT or fact.verdict.settle:
        return fact.verdict.settle
    clashing = {id for pair in fact.conflicts for id in pair}
    involved = [claims[id] for id in fact.claims if id in clashing]
    asked = [*_denied(involved), *_day(involved), *_scope(involved), *_source(involved)]
    return "; ".join(asked) or "how each figure was counted: the texts give one day and one scope"


def _denied(claims: Sequence[Claim]) -> Iterator[str]:
    denied = [claim for claim in claims if claim.attribution.stance is Stance.DENIED]
    if denied:
        yield f"which figure those who deny {_figures(denied)} hold to"


def _day(claims: Sequence[Claim]) -> Iterator[str]:
    dates = {id(claim): claim.as_of.iso() if claim.as_of else None for claim in claims}
    known = sorted({day for day in dates.values() if day})
    undated = [claim for claim in claims if dates[id(claim)] is None]
    if len(known) > 1:
        yield f"figures for one day (these are for {known[0]} to {known[-1]})"
    if undated and len(undated) < len(claims):
        yield f"the day that {_figures(undated)} {_are(undated)} for"


def _scope(claims: Sequence[Claim]) -> Iterator[str]:
    for name in sorted({name for claim in claims for name, _ in claim.measure.qualifiers}):
        values = sorted({value for claim in claims if (value := claim.measure.qualifier(name))})
        silent = [claim for claim in claims if claim.measure.qualifier(name) is None]
        said = ", ".join(value.replace("_", " ") for value in values)
        if len(values) > 1:
            yield f"figures for one {name} (these are for {said})"
        elif silent:
            yield f"whether {_figures(silent)} {_are(silent)} for the same {name} as the rest ({said})"


def _source(claims: Sequence[Claim]) -> Iterator[str]:
    unnamed = [claim for claim in claims if claim.attribution.source is None]
    if unnamed:
        yield f"who gives {_figures(unnamed)}, for which no source is named"


def _figures(claims: Sequence[Claim]) -> str:
    """Figures by their words, the first few of them."""
    words = list(dict.fromkeys(f"“{' '.join(claim.quantity.text.split())}”" for claim in claims))
    named, rest = words[:_NAMED], len(words) - _NAMED
    return ", ".join(named) + f" and {rest} more" if rest > 0 else " and ".join(named)


def _are(claims: Sequence[Claim]) -> str:
    return "is" if len({claim.quantity.text for claim in claims}) == 1 else "are"
