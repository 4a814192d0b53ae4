"""The rules as a person reads them (`reconcile rules list`), and as a program does."""

import textwrap
from collections.abc import Iterable, Iterator

from reconcile.rulebook.base import Rule

_WIDEST = 110
_LABELS = 14


def rows(rules: Iterable[Rule]) -> Iterator[str]:
    """One rule a line: its name, why it is there and its first example, parted by tabs."""
    for rule in rules:
        yield "\t".join((rule.ref, _one_line(rule.because or ""), _one_line(rule.examples[0] if rule.examples else "")))


def blocks(rules: Iterable[Rule], width: int) -> Iterator[str]:
    """One block a rule, wrapped to ``width`` characters: its name, why, where it fires and where it does not."""
    for rule in rules:
        yield rule.ref
        yield from _row("", rule.because, width)
        yield from _row("fires in", rule.examples[0] if rule.examples else None, width)
        yield from _row("but not in", rule.counterexamples[0] if rule.counterexamples else None, width)
        yield ""


def _row(label: str, text: str | None, width: int) -> Iterator[str]:
    if text:
        margin = " " * (_LABELS if label else 2)
        first = f"  {label}".ljust(_LABELS) if label else margin
        yield textwrap.fill(_one_line(text), min(width, _WIDEST), initial_indent=first, subsequent_indent=margin)


def _one_line(text: str) -> str:
    return " ".join(text.split())
