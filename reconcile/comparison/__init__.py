"""Claims to facts: what answers one question, and what holds among the answers."""

from collections.abc import Iterable, Sequence

from reconcile.comparison.engine import compare_stories
from reconcile.comparison.ready import compare_rows
from reconcile.comparison.replay import replay, replayed
from reconcile.comparison.stories import stories
from reconcile.model import Claim, Document, Findings, Settings
from reconcile.rulebook import Rules

__all__ = ["compare", "compare_rows", "replay", "replayed"]


def compare(claims: Sequence[Claim], documents: Iterable[Document], rules: Rules, settings: Settings) -> Findings:
    """What the claims of a corpus come to: facts with their verdicts, near misses, and figures not judged.

    A pure function; the order of claims and documents changes nothing.
    """
    ordered = sorted(documents, key=lambda document: document.id)
    return compare_stories(claims, ordered, stories(ordered, claims, rules), rules, settings)
