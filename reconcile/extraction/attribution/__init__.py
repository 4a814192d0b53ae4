"""Who says each figure, how firmly, and through whom."""

from collections.abc import Sequence

from reconcile.extraction.context import Context
from reconcile.model import Attribution, Quantity
from reconcile.rulebook import Rules


def attribute(context: Context, quantities: Sequence[Quantity], rules: Rules) -> list[Attribution]:
    """The attribution of each figure, in the order given; the publication's own voice where nothing says."""
    return [Attribution() for _ in quantities]
