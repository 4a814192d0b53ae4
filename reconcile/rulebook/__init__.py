"""The rule book: ``rules/*.yaml`` as frozen records. Words live there and nowhere else."""

from reconcile.rulebook.base import Rule
from reconcile.rulebook.loading import Rules, load, shipped

__all__ = ["Rule", "Rules", "load", "shipped"]
