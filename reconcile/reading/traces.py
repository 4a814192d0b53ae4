"""Which rules of this room fire in a text: for ``explain`` and for the rules' own examples."""

from collections.abc import Iterator

from reconcile.reading.corrections import find_corrections
from reconcile.reading.furniture import find_furniture
from reconcile.reading.masthead import read_masthead
from reconcile.rulebook import Rules


def traces(text: str, rules: Rules) -> Iterator[str]:
    """The refs of the rules that find furniture, a masthead or a correction in a text, in that order."""
    furniture = find_furniture(text, rules)
    for line in furniture:
        yield line.rule
    yield from read_masthead(text, rules, furniture).rules
    for correction in find_corrections(text, rules):
        yield correction.rule
