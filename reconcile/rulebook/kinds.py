"""Every kind of rule by its name. The classes live beside this file, one module a room."""

from reconcile.rulebook import attribution, comparison, measures, quantities, reading, time, units
from reconcile.rulebook.base import Rule

KINDS: dict[str, type[Rule]] = {
    kind.kind: kind
    for room in (reading, quantities, units, attribution, time, measures, comparison)
    for kind in room.KINDS
}
