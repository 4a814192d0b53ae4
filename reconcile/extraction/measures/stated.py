"""Properties that the way of writing a figure states by itself."""

from reconcile.model import Quantity
from reconcile.rulebook import Rules
from reconcile.rulebook.units import StatedRule


def stated_by(quantity: Quantity, rules: Rules) -> StatedRule | None:
    """The rule that says what a figure so read measures ("65-year-old": an age); None for most."""
    return next((rule for rule in rules.all(StatedRule) if any(ref in quantity.rules for ref in rule.read_by)), None)
