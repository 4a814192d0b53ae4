"""Rules for what reading a date needs."""

from reconcile.rulebook.base import Rule

KINDS: tuple[type[Rule], ...] = ()
