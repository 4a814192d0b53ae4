"""Rules for what finding a source needs."""

from reconcile.rulebook.base import Rule

KINDS: tuple[type[Rule], ...] = ()
