"""What the tests of measures share: the measure of a marked figure, and whether two are of one question."""

from reconcile.comparison.kinship import akin
from reconcile.extraction.context import Context
from reconcile.extraction.measures import measure
from reconcile.extraction.quantities import find_quantities
from reconcile.model import Attribution, Document, Measure, Quantity
from reconcile.rulebook import load

NARROWS = {"group", "part", "level", "basis", "scope", "per"}  # a figure without one of these is the whole


def read(text: str) -> list[tuple[Quantity, Measure]]:
    """Every figure of a text with its measure."""
    rules = load()
    found = find_quantities(text, rules).quantities
    nothing = [Attribution()] * len(found)
    return list(
        zip(found, measure(Context(Document("d", text)), found, nothing, [None] * len(found), rules), strict=True)
    )


def measured(marked: str) -> Measure:
    """The measure of the figure in braces."""
    start, end = marked.index("{"), marked.index("}") - 1
    figures = read(marked.replace("{", "").replace("}", ""))
    overlaps = [(min(q.end, end) - max(q.start, start), -i, m) for i, (q, m) in enumerate(figures)]
    assert overlaps, f"no figure is found in {marked!r}"
    best = max(overlaps, key=lambda item: item[:2])
    assert best[0] > 0, f"no figure is found in the braces of {marked!r}"
    return best[2]


def one_question(one: Measure, other: Measure) -> bool:
    """Whether nothing in two measures tells them apart."""
    if one.property is None or one.property != other.property:
        return False
    if one.entity and other.entity and not akin(one.entity, other.entity, load()):
        return False
    mine, yours = dict(one.qualifiers), dict(other.qualifiers)
    return all(
        mine.get(name) == yours.get(name) if name in NARROWS or (name in mine and name in yours) else True
        for name in mine.keys() | yours.keys()
    )
