"""Who a source is: its actor, its full name, its antecedent."""

from reconcile.extraction.attribution.actors import Actor, actor_named, place_named

__all__ = ["Actor", "actor_named", "place_named"]
