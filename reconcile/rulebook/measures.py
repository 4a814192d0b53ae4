"""Rules for what telling the measure needs."""

from reconcile.rulebook.base import Rule

KINDS: tuple[type[Rule], ...] = ()
