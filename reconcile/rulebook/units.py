"""Rules for what reading a unit needs."""

from reconcile.rulebook.base import Rule

KINDS: tuple[type[Rule], ...] = ()
