"""The wings in order: documents in, a report out.

Extraction is a pure function of one document and comparison one of the claims, so a cluster can run the
same two as a map and a grouped apply; here one machine does, over ``jobs`` processes.
"""

import signal
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from typing import Any

from reconcile.comparison import compare, compare_rows
from reconcile.extraction.claims import extract
from reconcile.model import Claim, Document, Extraction, Report, Settings, Unread
from reconcile.rulebook import Rules
from reconcile.version import __version__

_BATCH = 16  # documents that a process is handed at a time
_AHEAD = 64  # batches read before the first must be done: a long stream never stands in memory whole

Progress = Callable[[int], None]  #: called with the number of documents done so far


def extract_all(
    inputs: Iterable[Document | Unread], rules: Rules, settings: Settings, jobs: int = 1
) -> Iterator[Extraction | Unread]:
    """The extraction of each document, in the order given, however many processes work at it.

    What could not be read passes through in its place.
    """
    if jobs <= 1:
        for one in inputs:
            yield one if isinstance(one, Unread) else extract(one, rules, settings)
        return
    with ProcessPoolExecutor(jobs, initializer=_equip, initargs=(rules, settings)) as pool:
        stream = iter(inputs)
        while window := list(islice(stream, _BATCH * _AHEAD)):
            yield from pool.map(_extract, window, chunksize=_BATCH)


def reconcile(
    inputs: Iterable[Document | Unread],
    rules: Rules,
    settings: Settings,
    jobs: int = 1,
    progress: Progress = lambda done: None,
) -> Report:
    """The report on everything that was read, and on what could not be."""
    documents: list[Document] = []
    claims: list[Claim] = []
    not_read: list[Unread] = []
    for one in extract_all(inputs, rules, settings, jobs):
        if isinstance(one, Unread):
            not_read.append(one)
            continue
        documents.append(one.document)
        claims += one.claims
        progress(len(documents))
    findings = compare(claims, documents, rules, settings)
    return Report(tuple(documents), tuple(claims), findings, tuple(not_read), settings, __version__)


def reconcile_rows(rows: Iterable[Mapping[str, Any]], rules: Rules, settings: Settings) -> Report:
    """The report on ready-made figures, one a row; see `reconcile.comparison.ready` for their columns."""
    documents, claims, findings = compare_rows(rows, rules, settings)
    return Report(documents, claims, findings, (), settings, __version__)


# A worker process gets the rule book once, when it starts: what the wings compile from it is cached by
# the book's identity and would be compiled again for every document if the book came along with each.
_equipment: tuple[Rules, Settings] | None = None


def _equip(rules: Rules, settings: Settings) -> None:
    global _equipment
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started this one
    _equipment = rules, settings


def _extract(one: Document | Unread) -> Extraction | Unread:
    assert _equipment is not None, "a worker starts with _equip"  # noqa: S101 - the pool's own contract
    return one if isinstance(one, Unread) else extract(one, *_equipment)
