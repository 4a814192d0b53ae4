"""What `reconcile explain` prints: each figure of a passage, step by step, and what was passed over."""

from collections.abc import Iterable, Iterator

from reconcile.extraction.plausible import tolerances
from reconcile.model import Claim, Extraction, Interval, Passed, Period
from reconcile.reporting.figures import number, stated
from reconcile.rulebook.attribution import StanceSign


def explanation(extraction: Extraction) -> str:
    """One block a figure, in the order of the text, then the stretches that no figure was read from."""
    blocks = [_block(claim) for claim in extraction.claims] or ["No figure found.\n"]
    if extraction.dates:
        blocks.append("Dates\n" + "".join(f"  {_period(one)}\n" for one in extraction.dates))
    if extraction.passed:
        blocks.append("Passed over\n" + "".join(_passed(one) for one in extraction.passed))
    return "\n".join(blocks)


def _block(claim: Claim) -> str:
    quantity = claim.quantity
    rows = [f"  {name:12}{value}\n" for name, value in _rows(claim)]
    return f"“{quantity.text}”  at {quantity.start}-{quantity.end}\n" + "".join(rows)


def _rows(claim: Claim) -> Iterator[tuple[str, str]]:
    quantity, attribution, measure = claim.quantity, claim.attribution, claim.measure
    change = f", {quantity.direction}" if quantity.direction else ""
    yield "stated", f"{stated(quantity)} ({quantity.modifier}{change}; {quantity.kind})"
    yield "leaves open", f"{_interval(claim.plausible)}" + _by(tolerances(quantity))
    if quantity.counted:
        yield "counted", f"“{quantity.counted.text}”"
    for doubt in quantity.ambiguity:
        yield "open", doubt
    yield "read by", ", ".join(quantity.rules) or "-"
    if attribution.source:
        resolved = f" = {attribution.name}" if attribution.name not in (None, attribution.source.text) else ""
        yield "source", f"“{attribution.source.text}” at {attribution.source.start}{resolved}"
    else:
        yield "source", "none named: the publication's own voice"
    if attribution.via:
        yield "via", " > ".join(f"“{one.text}”" for one in attribution.via)
    signs = tuple(rule for rule in attribution.rules if rule.startswith(f"{StanceSign.kind}/"))
    if attribution.cue:
        yield "cue", f"“{attribution.cue.text}”" + _by(rule for rule in attribution.rules if rule not in signs)
    manner = f", {attribution.manner}" if attribution.manner else ""
    quoted = ", inside quotation marks" if attribution.quoted else ""
    yield "stance", f"{attribution.stance}{manner}{quoted}" + _by(signs)
    yield "measure", _measure(claim)
    if measure.incidental:
        yield "not judged", measure.incidental
    yield "as of", _period(claim.as_of)


def _interval(interval: Interval) -> str:
    return f"{number(interval.low)} to {number(interval.high)}"


def _by(rules: Iterable[str]) -> str:
    named = ", ".join(rules)
    return f"  by {named}" if named else ""


def _measure(claim: Claim) -> str:
    measure = claim.measure
    parts = [measure.property or "unknown property"]
    if measure.entity:
        parts.append(f"of {measure.entity}")
    parts += [f"{name}={value}" for name, value in measure.qualifiers]
    return ", ".join(parts) + _by(measure.rules)


def _period(period: Period | None) -> str:
    if period is None:
        return "unknown"
    words = f"“{period.words.text}”" if period.words else "the document's date"
    return f"{period.iso() or 'open'}  from {words}" + (f" by {period.rule}" if period.rule else "")


def _passed(one: Passed) -> str:
    text = one.text if len(one.text) <= 60 else one.text[:57] + "..."
    return f"  “{text}” at {one.start}-{one.end}: {one.because}  by {one.rule}\n"
