"""What would settle a conflict: the date, the scope or the definition that only one side tells."""

from collections.abc import Sequence

from reconcile.comparison.items import Item
from reconcile.comparison.naming import figure, narrowing
from reconcile.comparison.times import gap
from reconcile.model import Comparison, Stance


def settles(step: Comparison, items: Sequence[Item]) -> str | None:
    """What a reader could ask about the two claims of a step; None where nothing differs but the figure."""
    by_id = {item.claim.id: item for item in items}
    one, other = by_id[step.a], by_id[step.b]
    questions = [*_dates(one, other), *_scopes(one, other)]
    if not questions:
        return None
    text = "; ".join(questions)
    return f"{text[:1].upper()}{text[1:]}."


def _dates(one: Item, other: Item) -> list[str]:
    mine, yours = one.claim.as_of, other.claim.as_of
    if mine is None or yours is None:
        return ["which day each figure is for"]
    if gap(mine, yours):
        return [f"one figure for one day: these are for {mine.iso()} and {yours.iso()}"]
    return []


def _scopes(one: Item, other: Item) -> list[str]:
    questions = []
    for name in sorted(one.qualifiers.keys() ^ other.qualifiers.keys()):
        silent = other if name in one.qualifiers else one
        value = narrowing(name, one.qualifiers.get(name) or other.qualifiers.get(name))
        questions.append(f"whether {figure(silent.claim)} too is for {value} ({name})")
    if one.claim.attribution.stance is Stance.ESTIMATED or other.claim.attribution.stance is Stance.ESTIMATED:
        questions.append("how the estimate was made")
    return questions
