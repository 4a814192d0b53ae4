"""A report checked against its documents: every quote still stands, every verdict replays.

Nothing is sought out again for a quote that moved: a look-alike elsewhere is not the evidence that was
quoted. Where the same words stand once elsewhere, the problem says so, and is still a problem.
"""

import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from reconcile.comparison.replay import replayed
from reconcile.errors import InputError
from reconcile.model import Comparison, Document, Interval, Unread, VerdictKind
from reconcile.reporting.fidelity import stands
from reconcile.reporting.records import Record, sha256

_KEYS = ("documents", "claims", "facts", "not_compared", "not_read", "settings", "version")
_SHOWN = 60  # characters of a quote that a problem shows


def verify_file(path: Path, inputs: Iterable[Document | Unread]) -> list[str]:
    """The problems of a JSON report, one line each, what and where; none where all holds.

    Raises InputError where the file is not such a report.
    """
    try:
        report = json.loads(path.read_text(encoding="utf-8"))
    except OSError as problem:
        raise InputError(f"{path}: cannot be read: {problem.strerror or problem}; name a report") from None
    except (ValueError, RecursionError):
        raise InputError(f"{path}: not JSON; name a report made with --format json") from None
    if not isinstance(report, dict) or any(key not in report for key in _KEYS):
        raise InputError(f"{path}: not a report; name one made with --format json")
    documents = [one for one in inputs if isinstance(one, Document)]
    try:
        return list(verify(report, documents))
    except (KeyError, TypeError, AttributeError, ValueError) as problem:
        raise InputError(f"{path}: not a report as docs/schema.json has it ({problem!r}); make it anew") from None


def verify(report: Record, documents: Iterable[Document]) -> Iterator[str]:
    """The problems of a report (as `json.loads` gives it) against the documents it was made from."""
    by_id = {document.id: document for document in documents}
    yield from _documents(report["documents"], by_id)
    for claim in (*report["claims"], *report.get("incidental", ())):
        if document := by_id.get(claim["doc"]):
            yield from _quotes(claim, document)
    yield from _grouping(report)
    claims = {claim["id"]: claim for claim in report["claims"]}
    for fact in report["facts"]:
        yield from _fact(fact, claims)


def _documents(records: Iterable[Record], documents: Mapping[str, Document]) -> Iterator[str]:
    for record in records:
        document = documents.get(record["id"])
        if document is None:
            yield f"{record['id']}: the report quotes it, and it is not among the documents given"
        elif sha256(document.text) != record["sha256"]:
            yield f"{record['id']}: its text is not what it was when the report was made"


def _quotes(claim: Record, document: Document) -> Iterator[str]:
    spans: list[tuple[str, Record | None]] = [("figure", claim), *(("relay", via) for via in claim["via"])]
    if claim["source"] is not None:
        source = {"text": claim["source"], "start": claim["source_start"], "end": claim["source_end"]}
        spans.append(("source", source))
    spans.append(("sentence", claim.get("quote")))
    for name, span in spans:
        if span and not stands(document.text, span["start"], span["end"], span["text"]):
            words = span["text"] if len(span["text"]) <= _SHOWN else span["text"][: _SHOWN - 1] + "…"
            where = f"{document.id}, characters {span['start']} to {span['end']}"
            yield f"{where}: the {name} {words!r} does not stand there{_elsewhere(span['text'], document)}"


def _elsewhere(words: str, document: Document) -> str:
    first = document.text.find(words)
    if first < 0 or document.text.find(words, first + 1) >= 0:
        return ""
    return f" (the same words stand at {first} to {first + len(words)})"


def _grouping(report: Record) -> Iterator[str]:
    times = Counter(id for fact in report["facts"] for id in fact["claims"])
    known = {claim["id"] for claim in report["claims"]}
    for id in sorted(known | set(times)):
        if id not in known:
            yield f"claim {id}: a fact names it, and the report does not hold it"
        elif times[id] != 1:
            yield f"claim {id}: is in {times[id]} facts, not in one"


def _fact(fact: Record, claims: Mapping[str, Record]) -> Iterator[str]:
    name = f"fact {fact['id']} ({fact['title']})"
    if fact["origins"] != len(fact["origin_list"]):
        yield f"{name}: counts {fact['origins']} origins and names {len(fact['origin_list'])}"
    conflicts = [[step["a"], step["b"]] for step in fact["comparisons"] if step["outcome"] == "conflict"]
    if fact["conflicts"] != conflicts:
        yield f"{name}: the pairs in conflict are not those of its comparisons"
    for step in fact["comparisons"]:
        yield from (f"{name}: {problem}" for problem in _step(step, fact, claims))
    try:
        kind = replayed(map(_comparison, fact["comparisons"]), fact["origins"])
    except ValueError as problem:
        yield f"{name}: {problem}"
        return
    if kind.value != fact["verdict"]:
        yield f"{name}: its steps lead to {kind.value}, not to {fact['verdict']}"


def _step(step: Record, fact: Record, claims: Mapping[str, Record]) -> Iterator[str]:
    for side in ("a", "b"):
        if side == "a" and step.get("between", "figures") != "figures":
            yield from _worked_out(step, claims)
            continue
        if step[side] not in fact["claims"]:
            yield f"compares claim {step[side]}, which is not of this fact"
            continue
        claim = claims.get(step[side])
        ends = (step[f"{side}_low"], step[f"{side}_high"])
        if claim and claim["unit"] == step["unit"] and ends != (claim["plausible_low"], claim["plausible_high"]):
            yield f"claim {step[side]} is compared at another interval than its own"


def _worked_out(step: Record, claims: Mapping[str, Record]) -> Iterator[str]:
    """Whether a part stands at its own interval, and a share at its product with the whole."""
    claim, base = claims.get(step["a"]), claims.get(step.get("base") or "")
    if claim is None or (step["between"] == "share" and base is None):
        yield f"works with claim {step['a'] if claim is None else step['base']}, which the report does not hold"
        return
    ends = [claim["plausible_low"], claim["plausible_high"]]
    if base is not None:
        share = 0.01 if claim["unit"] == "percent" else 1.0
        whole = (base["plausible_low"], base["plausible_high"])
        ends = [None if None in pair else share * pair[0] * pair[1] for pair in zip(ends, whole, strict=True)]
    for end, found in zip(ends, (step["a_low"], step["a_high"]), strict=True):
        if (end is None) != (found is None) or (end is not None and not math.isclose(end, found, rel_tol=1e-6)):
            yield f"claim {step['a']} is compared at another interval than follows from it"
            return


def _comparison(step: Record) -> Comparison:
    return Comparison(
        a=step["a"],
        b=step["b"],
        unit=step["unit"],
        a_interval=_interval(step["a_low"], step["a_high"]),
        b_interval=_interval(step["b_low"], step["b_high"]),
        relation=step["relation"],
        outcome=VerdictKind(step["outcome"]),
        because=step["because"],
        ratio=step["ratio"],
        between=step.get("between", "figures"),
        base=step.get("base"),
    )


def _interval(low: Any, high: Any) -> Interval:
    return Interval(-math.inf if low is None else float(low), math.inf if high is None else float(high))
