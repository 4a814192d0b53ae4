"""The short notation in which the cases say what is read."""

from pathlib import Path

import yaml

from reconcile.extraction.quantities import Reading
from reconcile.model import Modifier, Quantity

CASES = Path(__file__).parent / "cases"
_ONE_END = {Modifier.MORE_THAN: "low", Modifier.AT_LEAST: "low", Modifier.LESS_THAN: "high", Modifier.AT_MOST: "high"}


def pile(name: str) -> list[str]:
    """The cases of one pile, in order."""
    content = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    return [case for group in content.values() for case in group]


def said(reading: Reading) -> str:
    """What was read, in the notation; for nothing, the rules that took the numbers."""
    if reading.quantities:
        return "; ".join(map(quantity, reading.quantities))
    rules = ", ".join(dict.fromkeys(passed.rule for passed in reading.passed))
    return f"none by {rules}" if rules else "none"


def quantity(read: Quantity) -> str:
    """``[up|down] [modifier] number(s) [unit]``."""
    parts = [read.direction.value] if read.direction else []
    if read.modifier is not Modifier.EXACT or read.low != read.high:
        parts.append(read.modifier.value)
    if end := _ONE_END.get(read.modifier):
        parts.append(_number(getattr(read, end)))
    else:
        parts += [_number(value) for value in dict.fromkeys((read.low, read.high))]
    return " ".join([*parts, read.unit] if read.unit else parts)


def _number(value: float | None) -> str:
    return "none" if value is None else f"{value:.12g}"
