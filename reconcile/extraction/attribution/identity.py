"""Who a source turns out to be."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identity:
    """What a source resolves to. ``actor`` is the id of a country, body or alliance."""

    name: str
    actor: str | None = None
    rule: str | None = None
