"""JSON whose bytes depend on nothing but the report."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from reconcile.model import Extraction, Report
from reconcile.reporting.records import claim_record, report_record

_SURROGATE = re.compile("[\ud800-\udfff]")  # half a character: no UTF-8 file can hold it unescaped


def dumps(record: Any, indent: int | None = None) -> str:
    """A record as JSON text that every UTF-8 file can hold. NaN and infinities are refused."""
    text = json.dumps(record, ensure_ascii=False, allow_nan=False, indent=indent)
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def report_json(report: Report) -> str:
    """The JSON report, indented, with a final line end. Raises FidelityError."""
    return dumps(report_record(report), indent=1) + "\n"


def claims_jsonl(extractions: Iterable[Extraction]) -> Iterator[str]:
    """One line a claim, in the order of the documents and of their text. Raises FidelityError."""
    for extraction in extractions:
        for claim in extraction.claims:
            yield dumps(claim_record(claim, extraction.document)) + "\n"
