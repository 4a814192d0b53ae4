"""Rules for what reading a number needs."""

from reconcile.rulebook.base import Rule

KINDS: tuple[type[Rule], ...] = ()
