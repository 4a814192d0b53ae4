"""Rules for what reading a document needs."""

from reconcile.rulebook.base import Rule

KINDS: tuple[type[Rule], ...] = ()
