"""Rules for what comparing claims needs."""

from reconcile.rulebook.base import Rule

KINDS: tuple[type[Rule], ...] = ()
